from bot.i18n import Language
from bot.questions.rows import rows_of
from tests.factories.entries import StandEntry

HANS, HANT, ENGLISH = Language.SIMPLIFIED, Language.TRADITIONAL, Language.ENGLISH


def test_an_entry_is_found_by_every_way_in_which_it_is_asked() -> None:
    entry = StandEntry(
        "star",
        {HANS: "科创板怎么开通", ENGLISH: "How do I open STAR"},
        {HANS: "满24个月", ENGLISH: "24 months"},
        phrasings={HANS: ("怎么开科创板", "科创板怎么开通"), HANT: ("怎麼開科創板",)},
    )
    (row,) = rows_of([entry], dict)
    assert row == {
        "id": "star",
        "question": "科创板怎么开通",
        "alt_questions": ("How do I open STAR", "怎么开科创板", "怎麼開科創板"),
        "answer": "满24个月\n24 months",
    }


def test_what_has_no_english_is_not_said_twice() -> None:
    (row,) = rows_of([StandEntry("a", {HANS: "怎么开户"}, {HANS: "带身份证"})], dict)
    assert row["alt_questions"] == ()
    assert row["answer"] == "带身份证"

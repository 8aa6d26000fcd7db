from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checkin.question import Purpose, UnknownQuestion
from bot.checkin.toml_questions import LEAST_QUESTIONS, LONGEST, TomlQuestions
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.strict_toml import InvalidData

BANK = TomlQuestions()
GATE = Gate(default_pack())
QUESTIONS = BANK.all()
VALID = """
[[question]]
id = "{id}"
version = 1
difficulty = 1
tags = ["rules"]
correct = 0
[question.prompt]
zh-Hans = "一加一等于几？"
zh-Hant = "一加一等於幾？"
en = "What is one plus one?"
[question.options]
zh-Hans = ["二", "三", "四"]
zh-Hant = ["二", "三", "四"]
en = ["Two", "Three", "Four"]
[question.explanation]
zh-Hans = "数一数就知道。"
zh-Hant = "數一數就知道。"
en = "Count and see."
"""


def texts(question):
    yield from (("prompt", question.prompt), ("explanation", question.explanation))
    yield from (("options", option) for option in question.options)


def write(folder, *changes):
    bank = [VALID.format(id=f"question-{n}") for n in range(LEAST_QUESTIONS)]
    for old, new in changes:
        assert old in bank[0]
        bank[0] = bank[0].replace(old, new, 1)
    (folder / "bank.toml").write_text("".join(bank), encoding="utf-8")
    return folder


def test_there_are_thirty_questions_with_the_right_answer_evenly_placed():
    assert len(BANK.all()) == 30
    assert Counter(q.correct for q in BANK.all()) == {0: 10, 1: 10, 2: 10}


def test_every_text_passes_the_gate_without_any_finding():
    for question in QUESTIONS:
        for _, words in texts(question):
            for text in (words.simplified, words.traditional, words.english):
                assert GATE.judge(text, Lane.OUTGOING).clean, (question.id, text)
        whole = "\n".join(words.simplified for _, words in texts(question))
        assert not GATE.judge(whole, Lane.OUTGOING).blocked, question.id


def test_every_text_fits_a_phone_and_a_callback_alert():
    for question in QUESTIONS:
        for field, words in texts(question):
            chinese, english = LONGEST[field]
            longest = max(len(words.simplified), len(words.traditional))
            assert longest <= chinese, (question.id, words.simplified)
            assert len(words.english) <= english, (question.id, words.english)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_options_differ_in_every_language(language):
    for question in QUESTIONS:
        options = {option.in_language(language) for option in question.options}
        assert len(options) == 3, question.id


def test_an_explanation_teaches_in_two_sentences_at_most():
    for question in QUESTIONS:
        assert 1 <= question.explanation.simplified.count("。") <= 2, question.id


def test_the_traditional_text_is_traditional_and_the_english_is_english():
    for question in QUESTIONS:
        for _, words in texts(question):
            plain = set(words.english) - set("×÷−") <= set(map(chr, range(128)))
            assert plain, (question.id, words.english)
        assert question.prompt.traditional != question.prompt.simplified, question.id
        assert question.explanation.traditional != question.explanation.simplified, question.id


@given(st.integers(1, 2**52), st.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_no_member_meets_a_question_again_before_the_bank_is_through(member, start):
    days = [start + timedelta(days=n) for n in range(30)]
    assert len({BANK.question_for(member, day).id for day in days}) == 30


@given(st.integers(1, 2**52), st.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_a_repair_asks_something_else(member, missed):
    repair = BANK.question_for(member, missed, Purpose.REPAIR)
    assert repair.id != BANK.question_for(member, missed).id
    assert repair.id != BANK.question_for(member, missed + timedelta(days=1)).id


def test_the_choice_is_the_same_in_another_process():
    shown = BANK.question_for(4_242, date(2026, 11, 20))
    assert shown == TomlQuestions().question_for(4_242, date(2026, 11, 20))
    written = BANK.by_id(shown.id)
    assert shown.options[shown.correct] == written.options[written.correct]


def test_an_unknown_id_is_refused():
    with pytest.raises(UnknownQuestion):
        BANK.by_id("no-such-question")


def test_a_valid_bank_is_loaded(tmp_path):
    assert len(TomlQuestions(write(tmp_path)).all()) == LEAST_QUESTIONS


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('id = "question-0"', 'id = "Question 0"', "id"),
        ('id = "question-0"', 'id = "question-1"', "id"),
        ("version = 1", "version = 0", "version"),
        ("difficulty = 1", "difficulty = 4", "difficulty"),
        ('tags = ["rules"]', "tags = []", "tags"),
        ('tags = ["rules"]', 'tags = ["Two Words"]', "tags"),
        ("correct = 0", "correct = 3", "correct"),
        ("correct = 0", "", "correct"),
        ("correct = 0", 'correct = 0\nlevel = "x"', "level"),
        ('en = "What is one plus one?"', "", "prompt.en"),
        ('en = "What is one plus one?"', 'en = "{0} plus one?"', "prompt.en"),
        ('en = "What is one plus one?"', 'en = "TODO"', "prompt.en"),
        ('zh-Hans = "一加一等于几？"', f'zh-Hans = "{"几" * 81}"', "prompt.zh-Hans"),
        ('["二", "三", "四"]', '["二", "三"]', "options.zh-Hans"),
        ('["二", "三", "四"]', '["二", "三", "三"]', "options.zh-Hans"),
        ('["二", "三", "四"]', '["二", "三", "四", "五"]', "options.zh-Hans"),
        ('["二", "三", "四"]', f'["二", "三", "{"四" * 19}"]', "options.zh-Hans"),
        ('en = "Count and see."', 'en = " "', "explanation.en"),
        ('en = "Count and see."', 'en = "Count."\nfr = "Comptez."', "explanation.fr"),
    ],
)
def test_a_mistake_is_named_by_file_question_and_field(tmp_path, old, new, field):
    with pytest.raises(InvalidData) as caught:
        TomlQuestions(write(tmp_path, (old, new)))
    fields = caught.value.fields
    assert (fields["file"], fields["field"]) == ("bank.toml", field)
    assert "uestion" in str(fields["item"])
    assert fields["allowed"]


def test_a_bank_too_small_to_repair_from_is_refused(tmp_path):
    (tmp_path / "bank.toml").write_text(VALID.format(id="only-one"), encoding="utf-8")
    with pytest.raises(InvalidData):
        TomlQuestions(tmp_path)

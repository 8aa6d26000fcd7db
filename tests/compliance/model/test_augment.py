from bot.compliance.model.augment import Draw, augmented, disguised, quoted
from bot.compliance.model.rows import Row, read_labelled
from bot.compliance.syllables import sounds

OFFENCE = Row("x-1", "加我微信，带你稳赚不赔。", "violation", "lure", "plain")


def test_the_same_rows_give_the_same_further_rows() -> None:
    rows = read_labelled()[:300]
    assert list(augmented(rows)) == list(augmented(rows))


def test_a_quoted_offence_is_clean_and_a_disguise_keeps_its_label() -> None:
    rows = read_labelled()
    made = list(augmented(rows))
    assert {row.label for row in made if row.style == "quote"} == {"clean"}
    labels = {row.id: row.label for row in rows}
    assert all(row.label == labels[row.id] for row in made if row.style == "evasion")


def test_a_quotation_holds_the_whole_offence() -> None:
    assert OFFENCE.text.rstrip("。") in quoted(OFFENCE.text, Draw("seed"))


def test_a_disguise_by_sound_sounds_alike_and_one_by_filling_keeps_the_characters() -> None:
    for seed in map(str, range(20)):
        text = disguised("加我微信带你稳赚", Draw(seed))
        kept = "".join(c for c in text if "\u4e00" <= c <= "\u9fa5")
        assert sounds(kept) == sounds("加我微信带你稳赚")

"""The yardstick knows nothing but bigrams."""

from bot.questions.retrieval.plain import PlainBm25, bigrams
from bot.questions.retrieval.rows import FaqRow


def test_bigrams_ignore_case_width_blanks_and_punctuation() -> None:
    assert bigrams("Ａb，开 户？") == ["ab", "b开", "开户"]
    assert bigrams("户") == ["户"]
    assert bigrams("？！") == []


def test_the_entry_with_rarer_bigrams_comes_first() -> None:
    plain = PlainBm25([FaqRow("1", "怎么开户"), FaqRow("2", "怎么销户"), FaqRow("3", "怎么转账")])
    assert plain.ranked("怎么销户")[0].id == "2"
    assert plain.ranked("天气") == ()


def test_phrasings_and_answers_count_as_one_document() -> None:
    rows = [FaqRow("1", "甲乙", ("丙丁",), "戊己"), FaqRow("2", "庚辛")]
    assert PlainBm25(rows).ranked("戊己")[0].id == "1"
    assert PlainBm25(rows, with_answers=False).ranked("戊己") == ()

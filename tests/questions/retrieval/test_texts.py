"""A question as the matcher sees it."""

import pytest

from bot.questions.retrieval.lexicon import lexicon
from bot.questions.retrieval.texts import Text, read
from bot.questions.retrieval.words import cut

WORDS = lexicon()


def seen(text: str) -> Text:
    return read(text, WORDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("請問如何修改密碼？", "怎么修改密码"),
        ("登入不了", "登录不了"),
        ("网络银行", "网银"),
        ("你好，为啥付不了", "为什么不能付"),
        ("提不出来", "提不能"),
    ],
)
def test_spellings_are_made_one(one: str, other: str) -> None:
    assert seen(one).plain == seen(other).plain


def test_politeness_alone_is_kept() -> None:
    assert seen("你好").plain == "你好"
    assert seen("你好，怎么开户").plain == "怎么开户"


def test_words_of_one_group_meet_across_spellings() -> None:
    assert set(seen("想取钱").same) & set(seen("怎麼出金").same)
    assert not set(seen("取钱").same) & set(seen("天气").same)


def test_no_word_and_no_bigram_reaches_over_a_stop() -> None:
    assert "户手" not in seen("开户。手续费").bigrams
    assert seen("手续。费率").spans[0][1] <= 2


def test_what_is_asked_and_denied_is_told() -> None:
    assert seen("怎么开户").asked != seen("为什么开户").asked
    assert seen("没到账").denied
    assert not seen("能不能开户").denied


def test_numbers_are_kept_whole() -> None:
    assert seen("涨停是10%还是20%").numbers == {"10%", "20%"}


def test_words_are_cut_where_they_are_likeliest() -> None:
    units = tuple("股票账户里的钱")
    assert ["".join(units[word.start : word.end]) for word in cut(units)][:2] == ["股票", "账户"]


def test_every_text_is_cut_to_a_bearable_length() -> None:
    assert len(seen("开户" * 10_000).units) <= 240

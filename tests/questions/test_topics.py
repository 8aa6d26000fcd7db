import pytest

from bot.questions.topics import named_topic, topic_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("两融现在该不该加仓", "margin"),
        ("哪隻基金值得買", "funds"),
        ("沪深300ETF能买吗", "funds"),
        ("港股要不要抄底", "hongkong"),
        ("which fund should I buy", "funds"),
        ("招行能买吗", None),
    ],
)
def test_a_question_may_name_its_topic_itself(text: str, topic: str | None) -> None:
    assert named_topic(text) == topic


def test_the_entry_that_fits_tells_the_topic_else_the_words_do() -> None:
    assert topic_of("两融佣金怎么收", ("fees", "margin")) == "fees"
    assert topic_of("两融佣金怎么收", ()) == "margin"

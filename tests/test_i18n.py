from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Language, Say, Words
from bot.markup import plain

WORDS = Words(ZoneInfo("Asia/Shanghai"))


def test_a_text_longer_than_fluent_takes_is_said_whole_and_escaped() -> None:
    long = "<b>一段很长的回答。" * 500
    said = WORDS.say(Language.SIMPLIFIED, Say("ama-answer", expert="陈老师", answer=long))
    assert said.count("&lt;b&gt;一段很长的回答。") == 500 and "<b>" not in said
    assert said.startswith("陈老师 答：")


def test_two_long_texts_keep_their_places() -> None:
    first, second = "甲" * 3000, "乙" * 3000
    said = WORDS.say(Language.ENGLISH, Say("ama-answer", expert=first, answer=second))
    assert said == f"{first}: {second}"


@pytest.mark.parametrize("text", ["答" * 5_000, "<" * 1_500, "\ue0000\ue001" + "a" * 3_000])
def test_a_long_text_is_said_whole_within_messages_that_stand_in_messages(text: str) -> None:
    words = Say("kb-card-words", question="问", answer=text)
    card = Say("alert-kb-asks", key="a-key", kind="edit", lines=(words, words))
    said = plain(WORDS.say(Language.SIMPLIFIED, card))
    assert said.count(text) == 2 and "修改" in said

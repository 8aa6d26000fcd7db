from zoneinfo import ZoneInfo

from bot.i18n import Language, Say, Words

WORDS = Words(ZoneInfo("Asia/Shanghai"))


def test_a_text_longer_than_fluent_takes_is_said_whole_and_escaped() -> None:
    long = "<b>一段很长的回答。" * 500
    said = WORDS.say(Language.SIMPLIFIED, Say("ama-answer", expert="陈老师", answer=long))
    assert said.count("&lt;b&gt;一段很长的回答。") == 500 and "<b>" not in said
    assert said.startswith("陈老师答：")


def test_two_long_texts_keep_their_places() -> None:
    first, second = "甲" * 3000, "乙" * 3000
    said = WORDS.say(Language.ENGLISH, Say("ama-answer", expert=first, answer=second))
    assert said == f"{first}: {second}"

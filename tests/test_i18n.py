"""Long texts in messages: the library under the catalogues refuses them, readers need them."""

from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Language, Say, words_for
from bot.markup import plain

WORDS = words_for(ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize("text", ["答" * 5_000, "<" * 1_500, "\ue0000\ue001" + "a" * 3_000])
def test_a_long_text_is_said_whole_alone_and_within_others(text: str) -> None:
    words = Say("kb-card-words", question="问", answer=text)
    card = Say("alert-kb-asks", key="a-key", kind="edit", lines=(words, words))
    assert text in plain(WORDS.say(Language.SIMPLIFIED, words))
    said = plain(WORDS.say(Language.SIMPLIFIED, card))
    assert said.count(text) == 2 and "修改" in said

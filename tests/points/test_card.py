from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Language, words_for
from bot.members.tiers import Tier
from bot.points.card import card_of, draw_card
from bot.points.levels import level_of
from bot.points.profile import Profile
from tests.factories.points import make_economy

WORDS = words_for(ZoneInfo("Asia/Shanghai"))
ECONOMY = make_economy()


def _profile(lifetime: int) -> Profile:
    return Profile(Tier.NEWBIE, level_of(lifetime, ECONOMY), 1186, 12, 1)


def test_the_card_carries_the_figures_of_the_profile() -> None:
    card = card_of(_profile(186), "小林", WORDS, Language.SIMPLIFIED)
    assert (card.name, card.tier, card.level) == ("小林", "新手群", "Lv.3 新叶")
    assert (card.done, card.whole, card.progress) == (86, 150, "距 Lv.4 还差 64 分")
    assert [s.value for s in card.statistics] == ["12", "1,186", "186"]
    assert card.next_text == "每天多答一题（稍后开放）"


def test_the_highest_level_has_nothing_next() -> None:
    card = card_of(_profile(9000), "小林", WORDS, Language.SIMPLIFIED)
    assert (card.whole, card.next_label, card.next_text) == (0, "", "")


@pytest.mark.parametrize("language", list(Language))
def test_the_card_is_a_picture_in_each_language(language: Language) -> None:
    assert draw_card(_profile(186), "小林", WORDS, language).startswith(b"\x89PNG")

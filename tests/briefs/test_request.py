import pytest

from bot.briefs.errors import BriefArgumentsWrong
from bot.briefs.request import Request, Wish, button_data, read_button, read_request
from bot.briefs.slots import Slot
from bot.members.tiers import Tier
from tests.briefs.newsrooms import DAY


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", Request(Wish.SHOW)),
        ("morning", Request(Wish.SHOW, Slot.MORNING)),
        ("晚", Request(Wish.SHOW, Slot.EVENING)),
        ("preview morning newbie", Request(Wish.PREVIEW, Slot.MORNING, (Tier.NEWBIE,))),
        ("PREVIEW  早  新手", Request(Wish.PREVIEW, Slot.MORNING, (Tier.NEWBIE,))),
        ("预览 午报 进阶", Request(Wish.PREVIEW, Slot.NOON, (Tier.ADVANCED,))),
        ("now evening all", Request(Wish.NOW, Slot.EVENING, tuple(Tier))),
        ("發佈 晚報 高淨值", Request(Wish.NOW, Slot.EVENING, (Tier.VIP,))),
        ("ｎｏｗ noon vip", Request(Wish.NOW, Slot.NOON, (Tier.VIP,))),
    ],
)
def test_it_is_understood_in_both_languages(words: str, wanted: Request) -> None:
    assert read_request(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "preview",
        "now",
        "now morning",
        "preview morning all",
        "now morning gold",
        "x" * 5000,
        "早 早",
    ],
)
def test_anything_else_is_refused_with_what_was_received(words: str) -> None:
    with pytest.raises(BriefArgumentsWrong) as refused:
        read_request(words)
    assert refused.value.fields["received"] == words[:60]


@pytest.mark.parametrize("tiers", [(Tier.VIP,), tuple(Tier)])
def test_a_button_carries_a_request_there_and_back(tiers: tuple[Tier, ...]) -> None:
    data = button_data(DAY, Slot.NOON, tiers)
    assert read_button(data) == (DAY, Slot.NOON, tiers)
    assert len(f"brief:post-{data}".encode()) <= 64


@pytest.mark.parametrize("data", ["", "1-2-3", "20261120-noon", "20261120-night-vip", "x-y-z-a"])
def test_a_forged_button_is_refused(data: str) -> None:
    with pytest.raises(BriefArgumentsWrong):
        read_button(data)

from datetime import date

import pytest

from bot.briefs.corrections.errors import CorrectionNoEdition
from bot.briefs.corrections.request import Wanted, read_edition
from bot.briefs.slots import Slot
from bot.members.tiers import Tier


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", Wanted()),
        ("128", Wanted(number=128)),
        ("#128", Wanted(number=128)),
        ("2026-11-20 午 新手", Wanted(None, date(2026, 11, 20), Slot.NOON, Tier.NEWBIE)),
        ("20261120 evening", Wanted(None, date(2026, 11, 20), Slot.EVENING)),
        ("vip 早报", Wanted(None, None, Slot.MORNING, Tier.VIP)),
    ],
)
def test_an_edition_is_named_by_number_or_by_day_slot_and_tier(typed: str, wanted: Wanted) -> None:
    assert read_edition(typed) == wanted


@pytest.mark.parametrize("typed", ["昨天的", "128 129", "2026-13-40", "午 午"])
def test_what_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(CorrectionNoEdition):
        read_edition(typed)

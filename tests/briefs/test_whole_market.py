from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.briefs.dropped import DropReason
from bot.briefs.material import Material
from bot.briefs.names import called
from bot.briefs.slots import Slot
from bot.briefs.whole_market import Leaning, WholeMarket, whole_market
from bot.i18n import Say
from bot.market.overview import Breadth, Overview, SectorMove
from bot.market.problems import ProblemKind
from tests.briefs.newsrooms import at, make_material

SIX = ("1.20", "0.80", "0.10", "-0.20", "-0.90", "-2.00")


def make_breadth(clock: str = "15:00", **changed: object) -> Breadth:
    known = {
        "market": "XSHG",
        "rose": 3_000,
        "fell": 1_800,
        "level": 200,
        "limit_up": 60,
        "limit_down": 4,
        "at": at(clock),
        "source": "eastmoney",
        "delay_minutes": 0,
        "simulated": False,
    }
    return Breadth(**{**known, **changed})  # type: ignore[arg-type]


def make_sectors(*changes: str, clock: str = "15:00") -> tuple[SectorMove, ...]:
    return tuple(
        SectorMove(f"BK{n}", f"行业{'甲乙丙丁戊己庚辛'[n]}", Decimal(c), at(clock), "eastmoney")
        for n, c in enumerate(changes)
    )


async def shown(
    overview: Overview, slot: Slot = Slot.EVENING, clock: str | None = None
) -> tuple[WholeMarket, list[object]]:
    material: Material = await make_material(slot, now=at(clock) if clock else None)
    whole, dropped = whole_market(replace(material, overview=overview), False, {})
    return whole, [item.reason for item in dropped]


async def test_breadth_is_figures_with_symbol_value_time_and_source() -> None:
    whole, dropped = await shown(Overview(make_breadth(delay_minutes=3)))
    assert dropped == []
    line = whole.breadth
    assert line is not None and line.ratio is not None
    assert (line.rose.value, line.fell.value, line.level.value) == (3_000, 1_800, 200)
    assert line.ratio.value == Decimal("1.67")
    assert line.fell_share.value == Decimal("36.00")
    assert line.rose.symbols == ("breadth:XSHG",)
    assert (line.rose.at, line.rose.source, line.rose.delay_minutes) == (
        at("15:00"),
        "eastmoney",
        3,
    )


@pytest.mark.parametrize(
    ("rose", "fell", "leaning"),
    [(3_000, 1_800, Leaning.ROSE), (1_800, 3_000, Leaning.FELL), (2_500, 2_300, Leaning.EVEN)],
)
async def test_most_is_three_fifths(rose: int, fell: int, leaning: Leaning) -> None:
    whole, _ = await shown(Overview(make_breadth(rose=rose, fell=fell)))
    assert whole.breadth is not None
    assert whole.breadth.leaning is leaning


async def test_sectors_stand_from_strongest_to_weakest_and_no_loser_leads() -> None:
    whole, dropped = await shown(Overview(sectors=make_sectors(*reversed(SIX))))
    assert dropped == []
    assert [s.change.value for s in whole.leaders(2)] == [Decimal("1.20"), Decimal("0.80")]
    assert [s.change.value for s in whole.laggards(2)] == [Decimal("-2.00"), Decimal("-0.90")]
    falling, _ = await shown(Overview(sectors=make_sectors(*["-0.5"] * 6)))
    assert falling.leaders(3) == ()
    assert len(falling.laggards(3)) == 3


@pytest.mark.parametrize(
    ("breadth", "reason"),
    [
        (make_breadth("14:50"), ProblemKind.STALE),
        (make_breadth(at=at("15:00") - timedelta(days=1)), ProblemKind.STALE),
        (make_breadth("16:30"), ProblemKind.FUTURE),
        (make_breadth(rose=0, fell=0, limit_up=0, limit_down=0), DropReason.IMPLAUSIBLE),
        (make_breadth(market="XHKG"), DropReason.IMPLAUSIBLE),
        (make_breadth(simulated=True), DropReason.MIXED),
    ],
)
async def test_counts_that_may_not_be_shown_are_named_with_the_reason(
    breadth: Breadth, reason: object
) -> None:
    whole, dropped = await shown(Overview(breadth))
    assert whole.breadth is None
    assert dropped == [reason]


async def test_while_the_market_is_open_counts_may_be_as_old_as_a_price() -> None:
    for clock, is_shown in (("13:45", True), ("13:35", False)):
        whole, _ = await shown(Overview(make_breadth(clock)), clock="14:00")
        assert (whole.breadth is not None) is is_shown


async def test_a_part_of_the_sectors_names_no_leader() -> None:
    whole, dropped = await shown(Overview(sectors=make_sectors(*SIX[:5])))
    assert whole.sectors == ()
    assert dropped == [DropReason.TOO_FEW]
    old = make_sectors(*SIX[:3], clock="15:00")
    late = tuple(replace(s, code=f"L{s.code}", at=at("15:40")) for s in old)
    mixed, reasons = await shown(Overview(sectors=old + late))
    assert mixed.sectors == ()
    assert reasons == [DropReason.TOO_FEW]


async def test_a_sector_whose_name_holds_a_loose_number_is_left_out() -> None:
    sectors = make_sectors(*SIX, "0.5")
    named = (replace(sectors[0], name="涨到 4000"), *sectors[1:])
    whole, dropped = await shown(Overview(sectors=named))
    assert len(whole.sectors) == 6
    assert dropped == [DropReason.UNBOUND]


async def test_a_morning_shows_no_breadth_of_the_day_before() -> None:
    whole, dropped = await shown(Overview(make_breadth()), Slot.MORNING)
    assert whole == WholeMarket()
    assert dropped == []


def test_figures_of_the_whole_market_and_of_industries_are_called_by_words() -> None:
    assert called("breadth:XSHG") == Say("brief-section-breadth")
    assert called("sector:simsector12") == Say("sector-simsector12")
    assert called("sector:BK0475") == "BK0475"

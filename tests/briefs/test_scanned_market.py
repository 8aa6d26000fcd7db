"""What Eastmoney's lists tell, as far as a brief may show it."""

from dataclasses import replace

from bot.briefs.slots import Slot
from bot.briefs.whole_market import whole_market
from bot.contest.days.feed_limits import limits_by_name
from bot.market.eastmoney_overview import EastmoneyOverview
from bot.market.http import GuardedHttp
from bot.market.problems import ProblemKind
from tests.briefs.newsrooms import at, make_material
from tests.market.servers import serving
from tests.market.test_eastmoney_overview import make_market


async def scanned(clock: str, slot: Slot):
    now = at(clock)
    async with serving(make_market()) as base, GuardedHttp([base]) as http:
        overview = await EastmoneyOverview(base, http, limits_by_name).overview(now)
    material = replace(await make_material(slot, now=now), overview=overview)
    return whole_market(material, False, {})


async def test_after_the_close_breadth_and_sectors_stand_in_the_evening_brief():
    whole, dropped = await scanned("15:45", Slot.EVENING)
    assert dropped == []
    assert (int(whole.breadth.rose.value), int(whole.breadth.fell.value)) == (220, 110)
    assert whole.breadth.limit_up.source == "eastmoney"
    assert len(whole.sectors) == 130
    assert whole.leaders(1)[0].change.value == whole.sectors[0].sector.change_percent


async def test_rows_of_the_future_are_refused_at_noon():
    whole, dropped = await scanned("11:45", Slot.NOON)
    assert (whole.breadth, whole.sectors) == (None, ())
    assert {item.reason for item in dropped} == {ProblemKind.FUTURE}

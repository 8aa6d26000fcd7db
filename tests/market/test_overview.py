from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.market.desk import QuoteDesk
from bot.market.overview import Breadth, NoOverview, Overview, SectorMove
from bot.market.rehearsal import RehearsalQuotes
from bot.market.rehearsal_overview import RehearsalOverview, overview_for

NOON = datetime(2026, 11, 20, 3, 45, tzinfo=UTC)
BREADTH = Breadth("XSHG", 3000, 1800, 200, 60, 4, NOON, "eastmoney")
SECTOR = SectorMove("BK0475", "银行", Decimal("0.42"), NOON, "eastmoney")


@pytest.mark.parametrize(
    "wrong",
    [
        {"rose": -1},
        {"rose": 0, "fell": 0, "limit_up": None, "limit_down": None},
        {"limit_up": 3001},
        {"limit_down": 1801},
        {"level": -5},
    ],
)
def test_counts_that_cannot_be_true_together_are_implausible(wrong: dict[str, int]) -> None:
    assert BREADTH.plausible
    assert not replace(BREADTH, **wrong).plausible  # type: ignore[arg-type]


@pytest.mark.parametrize("change", ["NaN", "Infinity", "30.01", "-31"])
def test_a_sector_cannot_move_further_than_its_shares(change: str) -> None:
    assert SECTOR.plausible
    assert not replace(SECTOR, change_percent=Decimal(change)).plausible


def test_a_sector_without_a_name_is_implausible() -> None:
    assert not replace(SECTOR, name=" ").plausible


async def test_where_no_source_is_configured_nothing_is_known_and_nobody_is_blamed() -> None:
    assert await NoOverview().overview(NOON) == Overview()


async def test_the_rehearsal_s_breadth_goes_with_its_indexes_and_is_marked() -> None:
    signs = set()
    for day in range(2, 28):
        now = datetime(2026, 11, day, 7, 30, tzinfo=UTC)
        overview = await RehearsalOverview(3).overview(now)
        quotes = await RehearsalQuotes(3).quotes(RehearsalQuotes.indexes.mainland, now)
        changes = [quote.change_percent for quote in quotes.quotes.values()]
        breadth = overview.breadth
        assert breadth is not None
        assert breadth.simulated and breadth.plausible and breadth.total == 5_000
        assert all(sector.simulated and sector.plausible for sector in overview.sectors)
        assert len({sector.code for sector in overview.sectors}) == 12
        assert breadth.at == quotes.quotes["simsh000001"].at
        mean = sum(changes) / len(changes)
        if abs(mean) > Decimal("0.3"):
            assert (breadth.rose > breadth.fell) == (mean > 0)
            signs.add(mean > 0)
    assert signs == {True, False}


async def test_the_same_instant_is_invented_the_same_way_again() -> None:
    first = await RehearsalOverview(5).overview(NOON)
    assert first == await RehearsalOverview(5).overview(NOON)
    assert first != await RehearsalOverview(6).overview(NOON)


async def test_past_the_end_of_the_calendar_nothing_is_invented() -> None:
    overview = await RehearsalOverview(3).overview(datetime(2031, 1, 6, 7, tzinfo=UTC))
    assert overview.breadth is None
    assert overview.problems


def test_an_invented_market_has_an_invented_overview_and_a_real_one_does_not() -> None:
    assert isinstance(overview_for(QuoteDesk([RehearsalQuotes(7)])), RehearsalOverview)
    assert isinstance(overview_for(QuoteDesk([])), NoOverview)

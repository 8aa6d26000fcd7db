"""Whole days on which the feed is wrong, changes its mind, or the contest is paused."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.contest.events import Side
from bot.contest.rules import FillModel
from bot.contest.services import lifecycle, verification
from bot.market.desk import QuoteDesk
from bot.market.problems import ProblemKind
from bot.market.quote import Quote
from bot.members.deed import Deed
from db.opening import open_database
from db.session import Database
from tests.briefs.houses import alerts
from tests.contest.services.market_days import (
    LAST_DAY,
    PRICES,
    USUAL,
    ScriptedFeed,
    accounts,
    buy,
    kinds,
    make_market,
    play,
    prepare,
)
from tests.factories.contests import BANK, DAY, NEXT_DAY, at, make_rules, terms

Change = Callable[[Quote | ProblemKind, datetime], Quote | ProblemKind | None]
LIVE = {"fill_model": FillModel.LIVE}


@dataclass
class FickleFeed(ScriptedFeed):
    """A scripted feed whose rows are changed by `change` when it has one."""

    change: Change | None = None
    script: Any = field(default_factory=lambda: PRICES)

    def row(self, symbol: str, now: datetime) -> Quote | ProblemKind | None:
        row = super().row(symbol, now)
        return row if row is None or self.change is None else self.change(row, now)


@pytest.fixture
async def lite(sqlite_url: str) -> AsyncIterator[Database]:
    found = open_database(sqlite_url)
    yield found
    found.close()


def bank() -> Any:
    return terms(BANK, "36.00")


async def clean(db: Database, contest: int) -> bool:
    return (await db.read(verification.verify, contest)).differences == ()


async def held(db: Database, contest: int, member: int = 1) -> int:
    position = (await db.read(accounts, contest))[member].positions.get(BANK)
    return position.quantity if position else 0


async def test_an_unexplained_jump_stops_a_share_under_live_fills_too(lite: Database) -> None:
    script = {**PRICES, NEXT_DAY: {BANK: ("30.00", "30.10", "30.20", "30.30")}}
    contest = await lite.run(prepare, make_rules(**LIVE))
    house, _ = make_market(lite, ScriptedFeed(script))
    await play(house, DAY, (9, 16), (9, 31))
    await lite.run(buy, contest, 1, 1000, at(9, 32), limit="37.00", terms=bank())
    await play(house, DAY, (9, 33), (10, 30, 5), (15, 1))
    assert await held(lite, contest) == 1000
    await lite.run(buy, contest, 1, 400, at(18, 0), side=Side.SELL, limit="34.00", terms=bank())
    await lite.run(buy, contest, 2, 100, at(18, 0), limit="37.00", terms=bank())
    await play(house, NEXT_DAY, *USUAL[:3], (9, 31), (10, 30, 4), (10, 30, 9), (10, 31))
    assert "Frozen" in await lite.read(kinds, contest)
    assert [await held(lite, contest, one) for one in (1, 2)] == [1000, 0]
    (told,) = await lite.read(alerts)
    assert "36.90" in told and "30.00" in told
    assert await clean(lite, contest)


@pytest.mark.parametrize("model", list(FillModel))
async def test_a_previous_close_that_changes_within_the_day_stops_the_share(
    lite: Database, model: FillModel
) -> None:
    def change(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        if isinstance(row, Quote) and now > at(10, 25):
            return replace(row, previous_close=Decimal("18.00"), last=Decimal("18.10"))
        return row

    contest = await lite.run(prepare, make_rules(fill_model=model))
    house, _ = make_market(lite, FickleFeed(change=change))
    await play(house, DAY, *USUAL[:3])
    await lite.run(buy, contest, 1, 1000, at(9, 40), limit="36.20", terms=bank())
    await play(house, DAY, (9, 41), (10, 30, 5), (10, 31), (15, 1), (15, 2), (16, 5), (16, 6))
    assert await held(lite, contest) == 0
    assert "Frozen" in await lite.read(kinds, contest)
    assert len(await lite.read(alerts)) == 1
    assert await clean(lite, contest)


@pytest.mark.parametrize("model", list(FillModel))
async def test_limits_that_a_row_widens_let_no_price_through(
    lite: Database, model: FillModel
) -> None:
    def change(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        if isinstance(row, Quote) and now > at(10, 25):
            wide = {"limit_up": Decimal("999"), "limit_down": Decimal("0.01")}
            return replace(row, last=Decimal("20.00"), **wide)
        return row

    contest = await lite.run(prepare, make_rules(fill_model=model))
    house, _ = make_market(lite, FickleFeed(change=change))
    await play(house, DAY, *USUAL[:3])
    await lite.run(buy, contest, 1, 1000, at(9, 40), limit="36.20", terms=bank())
    await play(house, DAY, (9, 41), (10, 30, 5), (10, 31), (15, 1), (15, 2), (16, 5), (16, 6))
    assert await held(lite, contest) == 0
    assert await clean(lite, contest)


async def test_one_row_without_a_price_halts_no_share_for_the_day(lite: Database) -> None:
    def change(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        dark = at(9, 25, 40) <= now <= at(9, 26) or at(15, 0) <= now <= at(15, 1)
        return ProblemKind.HALTED if dark else row

    contest = await lite.run(prepare)
    house, _ = make_market(lite, FickleFeed(change=change))
    await play(house, DAY, (9, 16))
    await lite.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await play(house, DAY, (9, 24, 40), (9, 26), (9, 27), (15, 1), (15, 2))
    assert await held(lite, contest) == 1000
    found = (await lite.read(accounts, contest))[1]
    (day,) = found.positions.values()
    assert day.cost == Decimal("36509.50")
    board = await lite.read(_equity, contest, 1)
    assert board == found.cash + 1000 * Decimal("36.90")


def _equity(session: Any, contest: int, member: int) -> Decimal:
    from sqlmodel import select

    from db.models.contest import ContestSnapshot

    query = select(ContestSnapshot.equity).where(
        ContestSnapshot.contest_id == contest, ContestSnapshot.member_id == member
    )
    return session.exec(query).one()


async def test_a_halt_that_lasts_is_believed_and_one_that_ends_is_forgotten(lite: Database) -> None:
    def change(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        return ProblemKind.HALTED if at(0, 0) <= now < at(13, 0) else row

    contest = await lite.run(prepare)
    house, _ = make_market(lite, FickleFeed(change=change))
    await lite.run(buy, contest, 1, 1000, at(8, 45), terms=bank())
    await play(house, DAY, (9, 16), (9, 24, 40), (9, 26), (9, 31), (10, 0))
    assert await held(lite, contest) == 0
    assert "AuctionHeld" in await lite.read(kinds, contest)
    await play(house, DAY, (14, 0), (15, 1), (15, 2))
    assert await held(lite, contest) == 1000
    assert await lite.read(_equity, contest, 1) == Decimal("999990.40")
    assert await clean(lite, contest)


async def pause(db: Database, contest: int, now: datetime) -> None:
    await db.run(lifecycle.pause, contest, Deed(50, f"pause:{now}", now, now.date()))


async def resume(db: Database, contest: int, now: datetime) -> None:
    await db.run(lifecycle.resume, contest, Deed(50, f"resume:{now}", now, now.date()))


async def test_an_auction_within_a_pause_is_lost_and_the_order_waits_for_the_next(
    lite: Database,
) -> None:
    contest = await lite.run(prepare)
    house, _ = make_market(lite)
    await play(house, DAY, (9, 16))
    await lite.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await pause(lite, contest, at(9, 19))
    await play(house, DAY, (9, 26), (9, 40))
    await resume(lite, contest, at(10, 0))
    await play(house, DAY, (10, 1))
    assert "AuctionHeld" in await lite.read(kinds, contest)
    assert await held(lite, contest) == 0
    await play(house, DAY, (15, 1))
    assert await held(lite, contest) == 1000
    found = (await lite.read(accounts, contest))[1]
    assert found.positions[BANK].cost == Decimal("36909.60")  # the close
    assert await clean(lite, contest)


async def test_an_auction_that_was_joined_before_the_pause_is_held_after_it(lite: Database) -> None:
    contest = await lite.run(prepare)
    house, _ = make_market(lite)
    await play(house, DAY, (9, 16))
    await lite.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await pause(lite, contest, at(9, 25, 10))
    await resume(lite, contest, at(10, 0))
    await play(house, DAY, (10, 1))
    assert await held(lite, contest) == 1000
    assert await clean(lite, contest)


async def test_a_pause_over_night_loses_both_auctions_and_ends_the_days_orders(
    lite: Database,
) -> None:
    contest = await lite.run(prepare)
    house, _ = make_market(lite)
    await play(house, DAY, (9, 16), (9, 24, 40), (9, 26))
    await lite.run(buy, contest, 1, 1000, at(13, 30), terms=bank())
    await pause(lite, contest, at(14, 0))
    await play(house, DAY, (15, 1), (16, 30))
    await play(house, NEXT_DAY, (9, 26))
    await resume(lite, contest, at(10, 0, day=NEXT_DAY))
    await play(house, NEXT_DAY, (10, 0, 5), (10, 1), (14, 0))
    assert await held(lite, contest) == 0
    assert not (await lite.read(accounts, contest))[1].orders
    await play(house, NEXT_DAY, (15, 1))
    await play(house, LAST_DAY, *USUAL)
    assert await held(lite, contest) == 0
    assert await clean(lite, contest)


async def test_live_prices_from_within_a_pause_fill_nothing(lite: Database) -> None:
    contest = await lite.run(prepare, make_rules(**LIVE, fresh_seconds=600))
    house, _ = make_market(lite)
    await play(house, DAY, (9, 16), (9, 31))
    await lite.run(buy, contest, 1, 1000, at(9, 32), limit="36.30", terms=bank())
    await pause(lite, contest, at(10, 0))
    await resume(lite, contest, at(10, 32))
    await play(house, DAY, (10, 32, 5), (10, 33))
    assert await held(lite, contest) == 0
    assert await clean(lite, contest)


async def test_quotes_from_the_future_or_of_yesterday_fill_nothing(lite: Database) -> None:
    def change(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        if not isinstance(row, Quote):
            return row
        off = timedelta(days=-1) if now < at(10, 0) else timedelta(minutes=10)
        return replace(row, at=now + off)

    for model in FillModel:
        contest = await lite.run(prepare, make_rules(fill_model=model))
        house, _ = make_market(lite, FickleFeed(change=change))
        await play(house, DAY, *USUAL[:3])
        await lite.run(buy, contest, 1, 1000, at(9, 40), limit="37.50", terms=bank())
        await play(house, DAY, (9, 41), (10, 31), (11, 0), (15, 1), (16, 5), (16, 6))
        assert await held(lite, contest) == 0
        assert await clean(lite, contest)


@dataclass
class SecondFeed(FickleFeed):
    """Another source, asked after the first."""

    code: str = "sina"


@pytest.mark.parametrize("what", ["previous_close", "open"])
async def test_an_opening_price_that_a_second_source_contradicts_waits_and_then_fills_nothing(
    lite: Database, what: str
) -> None:
    def other(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        return replace(row, **{what: Decimal("35.00")}) if isinstance(row, Quote) else row

    contest = await lite.run(prepare)
    house, feed = make_market(lite)
    house.quotes = QuoteDesk([feed, SecondFeed(change=other)], house.calendars)
    await play(house, DAY, (9, 16))
    await lite.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await play(house, DAY, (9, 24, 40), (9, 26), (9, 26, 5), (9, 40), (10, 20))
    assert "AuctionHeld" not in await lite.read(kinds, contest)
    (told,) = await lite.read(alerts)
    assert "35.00" in told and BANK in told
    await play(house, DAY, (10, 26))
    assert await held(lite, contest) == 0
    assert len(await lite.read(alerts)) == 2
    assert await clean(lite, contest)


async def test_a_live_price_that_a_second_source_contradicts_fills_nothing_until_both_agree(
    lite: Database,
) -> None:
    def other(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        wrong = isinstance(row, Quote) and now < at(10, 30, 20)
        return replace(row, last=Decimal("38.00")) if wrong else row  # type: ignore[type-var]

    contest = await lite.run(prepare, make_rules(**LIVE))
    house, feed = make_market(lite)
    house.quotes = QuoteDesk([feed, SecondFeed(change=other)], house.calendars)
    await play(house, DAY, *USUAL[:3], (9, 31))
    await lite.run(buy, contest, 1, 1000, at(9, 40), limit="36.30", terms=bank())
    await play(house, DAY, (10, 30, 5), (10, 30, 10))
    assert await held(lite, contest) == 0
    assert len(await lite.read(alerts)) == 1
    await play(house, DAY, (10, 30, 30))
    assert await held(lite, contest) == 1000
    assert await clean(lite, contest)


async def test_sources_that_agree_a_minute_later_settle_the_auction_and_the_close(
    lite: Database,
) -> None:
    def other(row: Quote | ProblemKind, now: datetime) -> Quote | ProblemKind:
        wrong = now < at(9, 27) or at(15, 0) < now < at(15, 2)
        if not isinstance(row, Quote) or not wrong:
            return row
        return replace(row, open=Decimal("35.00"), last=Decimal("35.00"))

    contest = await lite.run(prepare)
    house, feed = make_market(lite)
    second = SecondFeed(change=other)
    house.quotes = QuoteDesk([feed, second], house.calendars)
    await play(house, DAY, (9, 16))
    await lite.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await play(house, DAY, (9, 24, 40), (9, 26), (9, 26, 5), (9, 26, 10))
    assert len(second.asked) <= 4  # once a minute, whatever the ticks do
    assert await held(lite, contest) == 0
    await play(house, DAY, (9, 27), (14, 0), (15, 1))
    assert await held(lite, contest) == 1000
    assert "DayClosed" not in await lite.read(kinds, contest)
    await play(house, DAY, (15, 2))
    cash = (await lite.read(accounts, contest))[1].cash
    assert await lite.read(_equity, contest, 1) == cash + 36900
    assert await clean(lite, contest)

"""The clock of contests over whole days, on both engines, with a scripted feed."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import Session

from bot.contest.engine.codec import account_to_json
from bot.contest.events import Auction, CorporateAction, Side
from bot.contest.rules import FillModel
from bot.contest.services import actions, standings, verification
from bot.contest.states import ContestState
from bot.members.deed import Deed
from db.opening import open_database
from db.session import Database
from tests.briefs.houses import alerts
from tests.contest.services.market_days import (
    LAST_DAY,
    NAMES,
    PRICES,
    USUAL,
    ScriptedFeed,
    accounts,
    board_posts,
    buy,
    days,
    kinds,
    make_market,
    play,
    play_contest,
    prepare,
    state_of,
    tick,
)
from tests.factories.contests import BANK, DAY, LIQUOR, NEXT_DAY, at, make_rules, terms

DAY_EVENTS = ["DayOpened", "AuctionHeld", "AuctionHeld", "DayClosed"]


def bank() -> Any:
    return terms(BANK, "36.00")


async def test_a_day_opens_holds_its_auctions_closes_ranks_seals_and_posts(db: Database) -> None:
    contest = await db.run(prepare)
    house, _ = make_market(db)
    await play(house, DAY, (9, 14))
    assert await db.read(kinds, contest) == []
    await play(house, DAY, (9, 16))
    await db.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await play(house, DAY, (9, 24, 40), (9, 25, 10))
    assert await db.read(kinds, contest) == ["DayOpened", "Listed"]
    await play(house, DAY, (9, 26), (14, 59))
    assert await db.read(kinds, contest) == ["DayOpened", "Listed", "AuctionHeld"]
    await play(house, DAY, (15, 1))
    assert await db.read(kinds, contest) == [*DAY_EVENTS[:1], "Listed", *DAY_EVENTS[1:]]
    (day,) = await db.read(days, contest)
    assert day.head and day.sealed_at and day.records
    held = (await db.read(accounts, contest))[1]
    assert held.positions[BANK].quantity == 1000
    assert [post.chat_id for post in await db.read(board_posts)] == [-1001, -1002, -1003]
    assert all("模拟" in post.markup for post in await db.read(board_posts))
    assert all(post.picture for post in await db.read(board_posts))
    assert day.head[:12] in (await db.read(board_posts))[0].markup


async def test_the_contest_starts_on_its_first_day_and_finishes_after_its_last_close(
    db: Database,
) -> None:
    contest = await db.run(prepare, state=ContestState.OPEN)
    house, _ = make_market(db)
    await tick(house, at(23, 59, day=DAY - timedelta(days=1)))
    assert (await db.read(state_of, contest)).state is ContestState.OPEN
    await tick(house, at(0, 0, 5))
    assert (await db.read(state_of, contest)).state is ContestState.RUNNING
    for day in (DAY, NEXT_DAY, LAST_DAY):
        await play(house, day, *USUAL)
    found = await db.read(state_of, contest)
    assert found.state is ContestState.FINISHED
    assert found.ended_at == at(15, 1, day=LAST_DAY)
    assert len(await db.read(board_posts)) == 9
    assert "终榜" in (await db.read(board_posts))[-1].markup
    assert await db.read(alerts) == []
    assert (await db.read(verification.verify, contest)).differences == ()


async def test_weekends_and_nights_ask_nothing_of_the_feed(db: Database) -> None:
    contest = await db.run(prepare)
    house, feed = make_market(db)
    await play(house, DAY, *USUAL)
    feed.asked.clear()
    saturday = DAY + timedelta(days=1)
    for clock in ((3, 0), (9, 26), (10, 0), (15, 1), (23, 0)):
        await tick(house, at(*clock, day=saturday))
    await tick(house, at(16, 0, day=DAY))
    await tick(house, at(9, 14, day=NEXT_DAY))
    assert feed.asked == []
    assert len(await db.read(days, contest)) == 1


async def test_one_batch_serves_all_contests(db: Database) -> None:
    first, second = await db.run(prepare), await db.run(prepare)
    house, feed = make_market(db)
    await play(house, DAY, (9, 16))
    await db.run(buy, first, 1, 1000, at(9, 17), terms=bank())
    await db.run(buy, second, 1, 1000, at(9, 18), terms=bank())
    await db.run(buy, second, 2, 100, at(9, 18), LIQUOR, terms=terms(LIQUOR, "1480.00"))
    feed.asked.clear()
    await play(house, DAY, (9, 40), (9, 40, 5))
    assert [symbols for _, symbols in feed.asked] == [(BANK, LIQUOR)] * 2
    assert house.quote_board.prices([BANK]) == {BANK: Decimal("36.50")}


async def test_two_ticks_at_once_do_everything_once(database_url: str) -> None:
    one, other = open_database(database_url), open_database(database_url)
    try:
        contest = await one.run(prepare)
        houses = [make_market(db)[0] for db in (one, other)]
        await asyncio.gather(*(tick(house, at(9, 16)) for house in houses))
        await one.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
        for clock in USUAL[1:]:
            await asyncio.gather(*(tick(house, at(*clock)) for house in houses))
        assert await one.read(kinds, contest) == [*DAY_EVENTS[:1], "Listed", *DAY_EVENTS[1:]]
        assert len(await one.read(board_posts)) == 3
        assert (await one.read(verification.verify, contest)).differences == ()
    finally:
        one.close()
        other.close()


async def test_a_crash_after_any_transaction_is_made_good_by_the_next_tick(db: Database) -> None:
    house, _ = make_market(db)
    whole = await play_contest(house, await db.run(prepare))
    expected = {m: comparable(a) for m, a in (await db.read(accounts, whole)).items()}
    contest = await db.run(prepare)
    dying, _ = make_market(db)
    dying.db = mortal = Dying(db)  # type: ignore[assignment]
    await play_contest(dying, contest)
    assert len(mortal.died) > 20
    found = {m: comparable(a) for m, a in (await db.read(accounts, contest)).items()}
    assert found == expected
    assert await db.read(kinds, contest) == await db.read(kinds, whole)
    assert (await db.read(verification.verify, contest)).differences == ()


def comparable(account: Any) -> dict[str, Any]:
    """Return an account without the numbers of its orders."""
    shown = account_to_json(account)
    return {name: shown[name] for name in shown if name not in {"last_order", "orders"}}


class Dying:
    """A database that dies once after each different write of the clock."""

    def __init__(self, db: Database) -> None:
        self._db, self.url, self.died = db, db.url, set[str]()

    async def run(self, work: Any, *given: Any, **named: Any) -> Any:
        result = await self._db.run(work, *given, **named)
        facts = [one for one in given if isinstance(one, int | date | Auction)]
        key = f"{work.__name__}:{facts}"
        if work.__module__.startswith("bot.contest.services") and key not in self.died:
            self.died.add(key)
            raise ConnectionError(work.__name__)
        return result

    async def read(self, *work: Any, **named: Any) -> Any:
        return await self._db.read(*work, **named)


@pytest.mark.parametrize(
    "clocks",
    [
        USUAL,
        ((9, 15), (9, 20), (9, 24, 59), (9, 25, 45), (9, 40), (11, 29), (15, 0, 45)),
        ((9, 16), (9, 23), (9, 59), (13, 0), (14, 30), (15, 40), (22, 0)),
        ((9, 16), (9, 17), (9, 59), (16, 20), (16, 21), (18, 0), (23, 59)),
    ],
)
async def test_the_instants_of_the_ticks_change_no_account(
    sqlite_url: str, clocks: tuple[tuple[int, ...], ...]
) -> None:
    db = open_database(sqlite_url)
    try:
        house, _ = make_market(db)
        contest = await play_contest(house, await db.run(prepare), clocks)
        found = {m: comparable(a) for m, a in (await db.read(accounts, contest)).items()}
    finally:
        db.close()
    assert {m: a["cash"] for m, a in found.items()} == EXPECTED_CASH
    assert found[1]["positions"][BANK]["quantity"] == 100
    assert found[2]["positions"][LIQUOR]["quantity"] == 100


EXPECTED_CASH = {1: "997263.26", 2: "850961.26", 3: "1000000.00"}


async def test_an_overnight_jump_stops_the_share_and_asks_the_operators(db: Database) -> None:
    script = {**PRICES, NEXT_DAY: {BANK: ("30.00", "30.10", "30.20", "30.30")}}
    contest = await db.run(prepare)
    house, _ = make_market(db, ScriptedFeed(script))
    await play(house, DAY, (9, 16))
    await db.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await play(house, DAY, *USUAL)
    await db.run(buy, contest, 1, 400, at(18, 0), side=Side.SELL, terms=bank())
    await play(house, NEXT_DAY, *USUAL[:4])
    assert "Frozen" in await db.read(kinds, contest)
    assert (await db.read(accounts, contest))[1].positions[BANK].quantity == 1000
    (told,) = await db.read(alerts)
    assert "36.90" in told
    assert "30.00" in told
    deed = Deed(50, "test:release", at(11, 0, day=NEXT_DAY), NEXT_DAY)
    price = await db.run(actions.release, contest, BANK, None, None, deed)
    assert price == Decimal("30.00")
    await play(house, NEXT_DAY, (14, 59), (15, 1))
    assert (await db.read(accounts, contest))[1].positions[BANK].quantity == 600
    assert (await db.read(verification.verify, contest)).differences == ()


async def test_a_known_dividend_explains_the_jump_and_is_paid(db: Database) -> None:
    script = {**PRICES, NEXT_DAY: {BANK: ("35.90", "36.00", "36.00", "36.10")}}
    contest = await db.run(prepare)
    house, _ = make_market(db, ScriptedFeed(script))
    await play(house, DAY, (9, 16))
    await db.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await play(house, DAY, *USUAL)
    before = (await db.read(accounts, contest))[1].cash
    action = CorporateAction(BANK, NEXT_DAY, Decimal(1), NEXT_DAY, source="yahoo")
    deed = Deed(50, "test:action", at(20, 0), DAY)
    await db.run(actions.learn_actions, [replace(action, cash=Decimal("0.99"))], at(20, 0))
    await db.run(actions.enter_action, action, deed)
    await play(house, NEXT_DAY, *USUAL)
    assert "Frozen" not in await db.read(kinds, contest)
    assert (await db.read(accounts, contest))[1].cash == before + 1000
    assert await db.read(alerts) == []


async def test_a_day_that_was_missed_is_made_up_for_while_its_prices_can_be_had(
    db: Database,
) -> None:
    contest = await db.run(prepare)
    house, _ = make_market(db)
    await play(house, DAY, (9, 16))
    await db.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    await tick(house, at(8, 0, day=DAY + timedelta(days=2)))
    assert (await db.read(accounts, contest))[1].positions[BANK].quantity == 1000
    (day,) = await db.read(days, contest)
    assert day.sealed_at is not None


async def test_days_whose_prices_are_gone_are_skipped_and_told(db: Database) -> None:
    contest = await db.run(prepare)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    await db.run(buy, contest, 1, 1000, at(18, 0), terms=bank())
    await play(house, LAST_DAY, *USUAL)
    assert [day.day for day in await db.read(days, contest)] == [DAY, LAST_DAY]
    assert (await db.read(accounts, contest))[1].positions[BANK].quantity == 1000
    assert any("1 个交易日没有进行" in told for told in await db.read(alerts))


async def test_an_auction_is_held_without_what_has_no_price_within_the_hour(db: Database) -> None:
    contest = await db.run(prepare)
    house, feed = make_market(db)
    await play(house, DAY, (9, 16))
    await db.run(buy, contest, 1, 1000, at(9, 17), terms=bank())
    feed.silent.add(BANK)
    await play(house, DAY, (9, 26), (10, 25))
    assert "AuctionHeld" not in await db.read(kinds, contest)
    await play(house, DAY, (10, 26))
    assert "AuctionHeld" in await db.read(kinds, contest)
    (told,) = await db.read(alerts)
    assert BANK in told


async def test_a_paused_contest_stands_still(db: Database) -> None:
    contest = await db.run(prepare, state=ContestState.PAUSED)
    house, feed = make_market(db)
    await play(house, DAY, *USUAL)
    assert await db.read(kinds, contest) == []
    assert feed.asked == []


async def test_past_the_calendar_nothing_is_guessed(db: Database) -> None:
    first = DAY.replace(year=2027, month=1, day=4)
    rules = make_rules(first_day=first, last_day=first, late_entry_until=first)
    contest = await db.run(prepare, rules)
    house, feed = make_market(db)
    await play(house, first, (9, 16), (9, 26), (15, 1))
    assert await db.read(kinds, contest) == []
    assert feed.asked == []
    (told,) = await db.read(alerts)
    assert "XSHG" in told


async def test_live_quotes_are_logged_only_where_they_meet_an_order(db: Database) -> None:
    rules = make_rules(fill_model=FillModel.LIVE)
    contest = await db.run(prepare, rules)
    house, _ = make_market(db)
    await play(house, DAY, (9, 16), (9, 31))
    await db.run(buy, contest, 1, 1000, at(9, 32), limit="36.30", terms=bank())
    await play(house, DAY, (9, 33), (9, 40))
    assert await db.read(kinds, contest) == ["DayOpened", "Listed"]
    await play(house, DAY, (10, 30, 4), (10, 30, 9))
    assert (await db.read(kinds, contest)).count("QuotesSeen") == 1
    await play(house, DAY, (15, 1))
    assert (await db.read(accounts, contest))[1].positions[BANK].quantity == 1000
    assert (await db.read(verification.verify, contest)).differences == ()


async def test_the_board_leaves_out_who_hides_and_ranks_no_staff(db: Database) -> None:
    def work(session: Session) -> int:
        from db.models import Member
        from db.models.contest import ContestEntry

        contest = prepare(session, people=5)
        member = session.get(Member, 2)
        entry = session.get(ContestEntry, (contest, 3))
        assert member and entry
        member.hidden, entry.staff = True, True
        return contest

    contest = await db.run(work)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    board = await db.read(standings.board, contest)
    assert [line.member_id for line in board.lines] == [1, 4, 5]
    assert board.participants == 4
    assert {line.rank for line in board.lines} == {1}
    mine = await db.read(standings.around, contest, 2)
    assert mine.mine is not None
    assert mine.mine.hidden
    assert [line.member_id for line in mine.lines] == [1, 2, 4, 5]
    staff = await db.read(standings.around, contest, 3)
    assert staff.mine is not None
    assert staff.mine.rank is None
    assert NAMES[BANK] not in board.lines[0].name

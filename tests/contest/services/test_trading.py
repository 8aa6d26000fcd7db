"""Placing and cancelling orders: once each, in the right auction, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.contest.engine.codec import decode
from bot.contest.engine.fill_time import FillTime
from bot.contest.errors import (
    ContestNotRunningError,
    ContestUnknownError,
    NotPlayingError,
    OrderKeyTakenError,
    OrderUnknownError,
)
from bot.contest.events import Auction, Paused, Side
from bot.contest.outcomes import RefusalCode
from bot.contest.rules import FillModel
from bot.contest.services import catching_up
from bot.contest.services.trading import Cancelled, Placed, cancel, place
from bot.contest.states import ContestState, OrderState
from db.models.contest import ContestEntry, ContestRecord
from db.models.contest_trade import ContestFill, ContestOrder
from db.opening import open_database
from db.session import Database
from tests.factories.contests import (
    BANK,
    DAY,
    LIQUOR,
    append,
    at,
    close_day,
    hold_auction,
    make_contest,
    make_entry,
    make_order,
    make_rules,
    open_day,
    see_quotes,
    terms,
    wish,
)
from tests.factories.members import make_member


def ready(session: Session, **rules: Any) -> int:
    """Return a running contest whose day is open, with member 1 in it."""
    chosen = make_rules(**rules)
    contest = make_contest(session, chosen)
    make_entry(session, contest, rules=chosen)
    open_day(session, contest.id, terms())
    return contest.id


def kinds(session: Session) -> list[str]:
    found = session.execute(select(ContestRecord).order_by(ContestRecord.id)).scalars()
    return [record.kind for record in found]


def account(session: Session, contest_id: int, member_id: int = 1) -> dict[str, Any]:
    entry = session.get(ContestEntry, (contest_id, member_id), populate_existing=True)
    assert entry is not None
    return entry.account


def test_an_order_rests_with_its_cash_set_aside_and_is_logged(db: Database) -> None:
    def work(session: Session) -> tuple[Placed, list[str], dict[str, Any], ContestOrder]:
        contest_id = ready(session)
        placed = place(session, wish(contest_id, limit="36.00"), None, "tap:1", at(9, 16))
        stored = session.execute(select(ContestOrder)).scalars().one()
        return placed, kinds(session), account(session, contest_id), stored

    placed, logged, kept, stored = db.run_sync(work)
    assert placed.order == stored
    assert (stored.state, stored.name, stored.limit) == (OrderState.OPEN, "招商银行", 36)
    assert logged == ["Joined", "Entered", "DayOpened", "OrderPlaced", "Accepted"]
    # 3,600.00, the least commission of 5.00, and the transfer fee of 0.001 % (0.04).
    assert kept["orders"][str(stored.id)]["frozen"] == "3605.04"


def test_what_is_refused_leaves_nothing_behind_and_names_the_share(db: Database) -> None:
    def work(session: Session) -> tuple[Placed, list[str], int]:
        contest_id = ready(session)
        placed = place(session, wish(contest_id, 150), None, "tap:1", at(9, 16))
        return placed, kinds(session), len(session.execute(select(ContestOrder)).all())

    placed, logged, rows = db.run_sync(work)
    assert placed.order is None
    assert placed.refusal is not None
    assert placed.refusal.code is RefusalCode.LOT
    wanted = {"name": "招商银行", "symbol": BANK, "lower": 100, "upper": 200}
    assert {name: placed.refusal.fields[name] for name in wanted} == wanted
    assert (logged, rows) == (["Joined", "Entered", "DayOpened"], 0)


@pytest.mark.parametrize(
    ("quantity", "limit", "code"),
    [
        (10**30, None, RefusalCode.TOO_LARGE),
        (-100, None, RefusalCode.NOT_POSITIVE),
        (100, "36.123456789", RefusalCode.TICK),
        (100, "1e40", RefusalCode.OUTSIDE_LIMIT),
    ],
)
def test_figures_that_no_column_holds_are_refused_before_they_reach_one(
    db: Database, quantity: int, limit: str | None, code: RefusalCode
) -> None:
    def work(session: Session) -> Placed:
        asked = wish(ready(session), quantity, limit=limit)
        return place(session, asked, None, "tap:1", at(9, 16))

    refusal = db.run_sync(work).refusal
    assert refusal is not None
    assert refusal.code is code


def test_a_second_tap_gets_the_first_order_back(db: Database) -> None:
    contest_id = db.run_sync(ready)
    asked = wish(contest_id, 8000)
    first = db.run_sync(place, asked, None, "tap:1", at(9, 16))
    again = db.run_sync(place, asked, None, "tap:1", at(9, 16))
    assert first.order is not None
    assert again.order is not None
    assert (again.repeated, again.refusal, again.order.id) == (True, None, first.order.id)
    # The first one took the cash: without its key the second would have been refused.
    other = db.run_sync(place, asked, None, "tap:2", at(9, 16))
    assert other.refusal is not None
    assert other.refusal.code is RefusalCode.OVER_CAP


def test_a_second_tap_tells_the_auction_for_which_its_order_waits(db: Database) -> None:
    contest_id = db.run_sync(ready)
    asked = wish(contest_id, limit="36.00")
    first = db.run_sync(place, asked, None, "tap:1", at(9, 24, 59))
    matched = db.run_sync(place, asked, None, "tap:1", at(9, 25, 30))
    assert first.fills == matched.fills == FillTime("opening", DAY)
    db.run_sync(hold_auction, contest_id, {BANK: "36.10"})
    missed = db.run_sync(place, asked, None, "tap:1", at(9, 27))
    assert missed.fills == FillTime("closing", DAY)


def test_a_second_tap_on_a_filled_order_tells_no_time(db: Database) -> None:
    contest_id = db.run_sync(ready)
    db.run_sync(place, wish(contest_id), None, "tap:1", at(9, 24, 59))
    db.run_sync(hold_auction, contest_id, {BANK: "36.10"})
    again = db.run_sync(place, wish(contest_id), None, "tap:1", at(9, 27))
    assert again.order is not None
    assert (again.order.state, again.fills) == (OrderState.FILLED, None)


def test_a_second_tap_gets_its_order_back_after_the_contest_too(db: Database) -> None:
    contest_id = db.run_sync(ready)
    first = db.run_sync(place, wish(contest_id), None, "tap:1", at(9, 16))

    def work(session: Session) -> Placed:
        close_day(session, contest_id, {})
        contest = catching_up.contests.lock(session, contest_id)
        assert contest is not None
        contest.state = ContestState.FINISHED
        session.flush()
        return place(session, wish(contest_id), None, "tap:1", at(16, 0))

    again = db.run_sync(work)
    assert again.repeated
    assert first.order is not None
    assert again.order is not None
    assert again.order.id == first.order.id


def test_somebody_elses_key_places_nothing(db: Database) -> None:
    def work(session: Session) -> Placed:
        contest = make_contest(session)
        for member in (1, 2):
            make_entry(session, contest, member)
        open_day(session, contest.id, terms())
        place(session, wish(contest.id), None, "tap:1", at(9, 16))
        return place(session, wish(contest.id, member_id=2), None, "tap:1", at(9, 16))

    with pytest.raises(OrderKeyTakenError):
        db.run_sync(work)


def test_a_new_instrument_enters_the_contests_day_with_its_first_order(db: Database) -> None:
    def work(session: Session) -> tuple[list[str], int, int]:
        contest_id = ready(session)
        new = terms(LIQUOR, "1450.00", "贵州茅台")
        make_order(session, contest_id, known=new, symbol=LIQUOR)
        make_order(session, contest_id, known=new, symbol=LIQUOR)
        contest = catching_up.contests.by_id(session, contest_id)
        entry = session.get(ContestEntry, (contest_id, 1), populate_existing=True)
        assert contest is not None
        assert entry is not None
        return kinds(session)[3:], contest.market_seq, entry.applied

    logged, seq, applied = db.run_sync(work)
    assert logged == ["Listed", "OrderPlaced", "Accepted", "OrderPlaced", "Accepted"]
    assert (seq, applied) == (2, 2)


def test_a_refused_order_for_a_new_instrument_does_not_list_it(db: Database) -> None:
    def work(session: Session) -> tuple[Placed, list[str]]:
        contest_id = ready(session)
        new = terms(LIQUOR, "1450.00", "贵州茅台")
        placed = make_order(session, contest_id, 7, known=new, symbol=LIQUOR)
        return placed, kinds(session)[3:]

    placed, logged = db.run_sync(work)
    assert placed.refusal is not None
    assert placed.refusal.fields["name"] == "贵州茅台"
    assert logged == []


def test_what_nobody_knows_is_refused_by_its_symbol(db: Database) -> None:
    def work(session: Session) -> Placed:
        return place(session, wish(ready(session), symbol="sh600000"), None, "tap:1", at(9, 16))

    refusal = db.run_sync(work).refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.UNKNOWN_INSTRUMENT
    assert refusal.fields["symbol"] == "sh600000"


def test_terms_of_another_share_are_a_mistake_of_ours(db: Database) -> None:
    def work(session: Session) -> Placed:
        return place(session, wish(ready(session)), terms(LIQUOR), "tap:1", at(9, 16))

    with pytest.raises(ValueError, match="sh600519"):
        db.run_sync(work)


def test_a_message_that_arrives_late_cannot_join_an_auction_whose_price_is_known(
    db: Database,
) -> None:
    """Said at 9:24:50, before the auction; handled when its price was in the log."""

    def work(session: Session) -> tuple[Placed, int]:
        contest_id = ready(session)
        hold_auction(session, contest_id, {BANK: "36.60"})
        placed = make_order(session, contest_id, now=at(9, 24, 50))
        contest = catching_up.contests.share(session, contest_id)
        assert contest is not None
        catching_up.up_to_date(session, contest, 1)
        early = len(session.execute(select(ContestFill)).all())
        hold_auction(session, contest_id, {BANK: "36.80"}, Auction.CLOSING)
        catching_up.sweep(session, contest_id)
        return placed, early

    def prices(session: Session) -> list[Decimal]:
        return [fill.price for fill in session.execute(select(ContestFill)).scalars()]

    placed, early = db.run_sync(work)
    assert placed.order is not None
    assert placed.order.placed_at == at(9, 26)
    assert early == 0
    assert db.run_sync(prices) == [Decimal("36.80")]


def test_an_order_before_the_auction_fills_at_its_price(db: Database) -> None:
    def work(session: Session) -> tuple[ContestOrder, ContestFill, list[str], dict[str, Any]]:
        contest_id = ready(session)
        make_order(session, contest_id)
        hold_auction(session, contest_id, {BANK: "36.60"})
        catching_up.sweep(session, contest_id)
        order = session.execute(select(ContestOrder)).scalars().one()
        fill = session.execute(select(ContestFill)).scalars().one()
        return order, fill, kinds(session), account(session, contest_id)

    order, fill, logged, kept = db.run_sync(work)
    assert (order.state, order.filled) == (OrderState.FILLED, 100)
    assert logged[-2:] == ["AuctionHeld", "Filled"]
    assert (fill.price, fill.cash) == (Decimal("36.60"), Decimal("-3665.04"))
    assert fill.fees["commission"] == "5.00"
    wanted = {"event": 2, "source": "tencent", "auction": "opening", "upper": "40.15"}
    assert {name: fill.quote[name] for name in wanted} == wanted
    assert kept["positions"][BANK]["quantity"] == 100


def test_a_live_order_fills_at_the_first_quote_after_it(db: Database) -> None:
    def work(session: Session) -> list[ContestFill]:
        contest_id = ready(session, fill_model=FillModel.LIVE)
        see_quotes(session, contest_id, {BANK: "36.40"}, at(10, 0))
        make_order(session, contest_id, now=at(9, 59, 58))
        see_quotes(session, contest_id, {BANK: "36.70"}, at(10, 0, 3))
        catching_up.sweep(session, contest_id)
        return list(session.execute(select(ContestFill)).scalars())

    (fill,) = db.run_sync(work)
    assert fill.price == Decimal("36.70")
    assert (fill.quote["event"], fill.quote["auction"]) == (3, None)


def test_orders_need_a_contest_a_part_in_it_and_days_to_come(db: Database) -> None:
    def nowhere(session: Session) -> Placed:
        return place(session, wish(7), None, "tap:1", at(9, 16))

    def outside(session: Session) -> Placed:
        make_member(session, 2)
        return place(session, wish(ready(session), member_id=2), None, "tap:1", at(9, 16))

    def early(session: Session) -> Placed:
        contest = make_contest(session, state=ContestState.OPEN)
        make_entry(session, contest)
        return place(session, wish(contest.id), terms(), "tap:1", at(9, 16))

    def late(session: Session) -> Placed:
        contest_id = ready(session, last_day=DAY)
        return place(session, wish(contest_id), None, "tap:1", at(15, 0))

    for work, error in (
        (nowhere, ContestUnknownError),
        (outside, NotPlayingError),
        (early, ContestNotRunningError),
        (late, ContestNotRunningError),
    ):
        with pytest.raises(error):
            db.run_sync(work)


def test_an_order_before_the_first_day_opens_waits_for_it(db: Database) -> None:
    def work(session: Session) -> tuple[Placed, OrderState]:
        contest = make_contest(session)
        make_entry(session, contest)
        placed = make_order(session, contest.id, now=at(8, 40))
        open_day(session, contest.id, terms())
        hold_auction(session, contest.id, {BANK: "36.60"})
        catching_up.sweep(session, contest.id)
        return placed, session.execute(select(ContestOrder)).scalars().one().state

    placed, state = db.run_sync(work)
    assert placed.order is not None
    assert state is OrderState.FILLED


def test_a_pause_refuses_orders_and_cancels(db: Database) -> None:
    def work(session: Session) -> tuple[Placed, Cancelled]:
        contest_id = ready(session)
        resting = make_order(session, contest_id)
        append(session, contest_id, Paused(at(9, 17)))
        assert resting.order is not None
        return make_order(session, contest_id), cancel(session, 1, resting.order.id, at(9, 18))

    placed, cancelled = db.run_sync(work)
    assert placed.refusal is not None
    assert cancelled.refusal is not None
    assert (placed.refusal.code, cancelled.refusal.code) == (RefusalCode.PAUSED,) * 2


def test_a_contest_without_a_queue_names_the_next_opening(db: Database) -> None:
    def work(session: Session) -> Placed:
        contest_id = ready(session, queue_out_of_hours=False)
        close_day(session, contest_id, {BANK: "36.60"})
        return make_order(session, contest_id, now=at(20, 0))

    refusal = db.run_sync(work).refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.SESSION_CLOSED
    assert refusal.fields["opens"] == at(9, 30, day=date(2026, 11, 23))


def test_a_cancel_frees_the_cash_and_a_second_one_is_told_so(db: Database) -> None:
    def work(session: Session) -> tuple[Cancelled, Cancelled, dict[str, Any], list[str]]:
        contest_id = ready(session)
        order = make_order(session, contest_id).order
        assert order is not None
        first = cancel(session, 1, order.id, at(9, 17))
        second = cancel(session, 1, order.id, at(9, 17))
        return first, second, account(session, contest_id), kinds(session)

    first, second, kept, logged = db.run_sync(work)
    assert first.refusal is None
    assert (first.order.state, first.order.ended_by) == (OrderState.CANCELLED, "cancelled")
    assert second.refusal is not None
    assert second.refusal.code is RefusalCode.NOT_OPEN
    assert second.refusal.fields["state"] is OrderState.CANCELLED
    assert kept["orders"] == {}
    assert logged[-2:] == ["CancelAsked", "Ended"]


def test_nobody_cancels_somebody_elses_order(db: Database) -> None:
    def work(session: Session) -> Cancelled:
        order = make_order(session, ready(session)).order
        assert order is not None
        return cancel(session, 2, order.id, at(9, 17))

    with pytest.raises(OrderUnknownError):
        db.run_sync(work)


def test_an_order_is_not_cancelled_once_its_auctions_price_is_known_elsewhere(
    db: Database,
) -> None:
    def work(session: Session) -> Cancelled:
        order = make_order(session, ready(session)).order
        assert order is not None
        return cancel(session, 1, order.id, at(9, 35))

    refusal = db.run_sync(work).refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.AWAITING_AUCTION


def test_orders_end_with_the_day(db: Database) -> None:
    def work(session: Session) -> ContestOrder:
        contest_id = ready(session)
        make_order(session, contest_id, limit="33.00")
        close_day(session, contest_id, {BANK: "36.60"})
        catching_up.sweep(session, contest_id)
        return session.execute(select(ContestOrder)).scalars().one()

    order = db.run_sync(work)
    assert (order.state, order.ended_by) == (OrderState.EXPIRED, "day-over")


def test_a_sale_needs_shares_that_may_be_sold(db: Database) -> None:
    def work(session: Session) -> Placed:
        contest_id = ready(session)
        make_order(session, contest_id)
        hold_auction(session, contest_id, {BANK: "36.60"})
        return make_order(session, contest_id, side=Side.SELL, now=at(10, 0))

    refusal = db.run_sync(work).refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.INSUFFICIENT_SELLABLE
    assert (refusal.fields["sellable"], refusal.fields["held"]) == (0, 100)


def test_two_processes_place_one_order_for_a_double_tap(database_url: str) -> None:
    one, other = open_database(database_url), open_database(database_url)
    contest_id = one.run_sync(ready)

    def tap(number: int) -> Placed:
        database = (one, other)[number % 2]
        return database.run_sync(place, wish(contest_id), None, f"tap:{number // 8}", at(9, 16))

    try:
        with ThreadPoolExecutor(8) as pool:
            placed = list(pool.map(tap, range(32)))
        assert sum(not each.repeated for each in placed) == 4
        assert len({each.order.id for each in placed if each.order}) == 4
        assert len(one.run_sync(account, contest_id)["orders"]) == 4
    finally:
        one.close()
        other.close()


def test_two_processes_never_spend_the_same_cash_twice(database_url: str) -> None:
    """Eight orders of 25,000 shares each, where the cash carries one."""
    one, other = open_database(database_url), open_database(database_url)
    contest_id = one.run_sync(lambda session: ready(session, single_name_cap=Decimal(1)))

    def order(number: int) -> Placed:
        asked = replace(wish(contest_id, 25_000), limit=Decimal("36.50"))
        return (one, other)[number % 2].run_sync(place, asked, None, f"tap:{number}", at(9, 16))

    try:
        with ThreadPoolExecutor(8) as pool:
            placed = list(pool.map(order, range(8)))
        assert sum(each.order is not None for each in placed) == 1
        codes = {each.refusal.code for each in placed if each.refusal}
        assert codes == {RefusalCode.INSUFFICIENT_CASH}
        assert len(one.run_sync(lambda session: session.execute(select(ContestOrder)).all())) == 1
    finally:
        one.close()
        other.close()


def test_two_processes_list_a_new_instrument_once(database_url: str) -> None:
    one, other = open_database(database_url), open_database(database_url)

    def prepare(session: Session) -> int:
        contest = make_contest(session)
        for member in range(1, 9):
            make_entry(session, contest, member)
        open_day(session, contest.id, terms())
        return contest.id

    contest_id = one.run_sync(prepare)
    new = terms(LIQUOR, "1450.00", "贵州茅台")

    def order(member: int) -> Placed:
        asked = wish(contest_id, member_id=member, symbol=LIQUOR)
        return (one, other)[member % 2].run_sync(place, asked, new, f"tap:{member}", at(9, 16))

    def logged(session: Session) -> list[Any]:
        found = session.execute(select(ContestRecord).order_by(ContestRecord.id)).scalars()
        return [(record.seq, decode(record.body)) for record in found if record.seq]

    try:
        with ThreadPoolExecutor(8) as pool:
            placed = list(pool.map(order, range(1, 9)))
        assert all(each.order is not None for each in placed)
        assert [seq for seq, _ in one.run_sync(logged)] == [1, 2]
    finally:
        one.close()
        other.close()

"""What a member has, for nobody's eyes but their own."""

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import Session

from bot.contest.errors import ContestUnknownError, NotPlayingError
from bot.contest.events import Auction, CorporateAction, Side
from bot.contest.services.catching_up import sweep
from bot.contest.services.portfolio import (
    PAGE,
    Portfolio,
    fills,
    open_orders,
    orders,
    portfolio,
)
from db.session import Database
from tests.factories.contests import (
    BANK,
    DAY,
    LIQUOR,
    NEXT_DAY,
    at,
    close_day,
    hold_auction,
    make_contest,
    make_entry,
    make_order,
    open_day,
    terms,
)

DAY_BEFORE = date(2026, 11, 19)


def first_day(session: Session) -> int:
    """Let members 1 and 2 in, and member 1 buy 1,000 of the bank at 36.60."""
    contest = make_contest(session)
    for member in (1, 2):
        make_entry(session, contest, member)
    open_day(session, contest.id, terms(), terms(LIQUOR, "1450.00", "贵州茅台"))
    make_order(session, contest.id, 1000)
    make_order(session, contest.id, symbol=LIQUOR)
    hold_auction(session, contest.id, {BANK: "36.60", LIQUOR: "1451.00"})
    sweep(session, contest.id)
    return contest.id


def test_holdings_are_valued_at_live_prices_else_at_the_last_good_ones(db: Database) -> None:
    contest_id = db.run_sync(first_day)
    prices = {BANK: Decimal("37.00"), LIQUOR: Decimal(0)}
    mine = db.read_sync(portfolio, contest_id, 1, at(10, 0), prices)
    liquor, bank = mine.rows
    assert (liquor.name, liquor.price, liquor.value) == ("贵州茅台", 1450, Decimal("145000.00"))
    assert (bank.quantity, bank.sellable, bank.price) == (1000, 0, Decimal("37.00"))
    # 36,600.00, commission 9.15, transfer fee 0.37.
    assert bank.average_cost == Decimal("36.6095")
    assert bank.unrealised == Decimal("390.48")
    assert mine.equity == mine.cash + Decimal("145000.00") + Decimal("37000.00")
    assert bank.weight == (Decimal("37000") / mine.equity).quantize(Decimal("0.000001"))
    assert mine.unrealised == bank.unrealised + liquor.unrealised


def test_the_curve_starts_with_the_capital_and_ends_now(db: Database) -> None:
    contest_id = db.run_sync(first_day)
    mine = db.read_sync(portfolio, contest_id, 1, at(10, 0))
    assert mine.curve == ((DAY_BEFORE, Decimal(1_000_000)), (DAY, mine.equity))
    assert mine.day_return == mine.total_return < 0


def test_the_days_return_is_counted_from_the_close_before(db: Database) -> None:
    def second_day(session: Session) -> int:
        contest_id = first_day(session)
        close_day(session, contest_id, {BANK: "40.00", LIQUOR: "1450.00"})
        sweep(session, contest_id)
        return contest_id

    contest_id = db.run_sync(second_day)
    closed = db.read_sync(portfolio, contest_id, 1, at(18, 0))
    assert [day for day, _ in closed.curve] == [DAY_BEFORE, DAY]
    assert closed.total_return == closed.day_return > 0

    def open_next(session: Session) -> None:
        known = terms(reference="40.00"), terms(LIQUOR, "1450.00", "贵州茅台")
        open_day(session, contest_id, *known, day=NEXT_DAY)

    db.run_sync(open_next)
    opened = db.read_sync(portfolio, contest_id, 1, at(9, 10, day=NEXT_DAY))
    assert [day for day, _ in opened.curve] == [DAY_BEFORE, DAY, NEXT_DAY]
    assert opened.day_return == 0
    assert opened.total_return == closed.total_return
    assert opened.rows[1].sellable == 1000


def test_what_was_sold_is_realised_and_what_is_frozen_is_not_available(db: Database) -> None:
    def work(session: Session) -> Portfolio:
        contest_id = first_day(session)
        close_day(session, contest_id, {BANK: "36.60", LIQUOR: "1450.00"})
        known = terms(reference="36.60"), terms(LIQUOR, "1450.00", "贵州茅台")
        open_day(session, contest_id, *known, day=NEXT_DAY)
        make_order(session, contest_id, 400, side=Side.SELL, now=at(9, 16, day=NEXT_DAY))
        hold_auction(session, contest_id, {BANK: "37.60"}, day=NEXT_DAY)
        make_order(session, contest_id, limit="37.00", now=at(10, 0, day=NEXT_DAY))
        return portfolio(session, contest_id, 1, at(10, 1, day=NEXT_DAY))

    mine = db.run_sync(work)
    # 15,040.00 − 5.00 − 7.52 − 0.15, against 400 ÷ 1,000 of 36,609.52.
    assert mine.realised == Decimal("15027.33") - Decimal("14643.81")
    assert mine.frozen == Decimal("3705.04")
    assert mine.available == mine.cash - mine.frozen


def test_a_dividend_counts_before_it_is_paid(db: Database) -> None:
    def work(session: Session) -> Portfolio:
        contest_id = first_day(session)
        close_day(session, contest_id, {BANK: "36.60", LIQUOR: "1450.00"})
        dividend = CorporateAction(BANK, NEXT_DAY, Decimal("0.60"), date(2026, 11, 27))
        known = terms(reference="36.00"), terms(LIQUOR, "1450.00", "贵州茅台")
        open_day(session, contest_id, *known, day=NEXT_DAY, actions=(dividend,))
        return portfolio(session, contest_id, 1, at(9, 10, day=NEXT_DAY))

    mine = db.run_sync(work)
    assert mine.receivables == Decimal("600.00")
    assert mine.equity == mine.cash + 600 + Decimal("36000.00") + Decimal("145000.00")


def test_an_empty_account_has_its_capital_and_nothing_else(db: Database) -> None:
    contest_id = db.run_sync(first_day)
    mine = db.read_sync(portfolio, contest_id, 2, at(10, 0))
    assert (mine.rows, mine.equity, mine.total_return) == ((), 1_000_000, 0)


def test_everybody_sees_only_what_is_theirs(db: Database) -> None:
    contest_id = db.run_sync(first_day)
    assert db.read_sync(orders, contest_id, 2).orders == ()
    assert db.read_sync(fills, contest_id, 2).fills == ()
    assert len(db.read_sync(fills, contest_id, 1).fills) == 2
    for look in (open_orders, lambda s, c, m: portfolio(s, c, m, at(10, 0))):
        with pytest.raises(NotPlayingError):
            db.read_sync(look, contest_id, 3)
        with pytest.raises(ContestUnknownError):
            db.read_sync(look, 99, 1)


def test_open_orders_are_those_that_still_rest(db: Database) -> None:
    def work(session: Session) -> int:
        contest_id = first_day(session)
        make_order(session, contest_id, limit="36.00", now=at(10, 0))
        make_order(session, contest_id, limit="35.00", now=at(10, 1))
        return contest_id

    contest_id = db.run_sync(work)
    assert [order.limit for order in db.read_sync(open_orders, contest_id, 1)] == [36, 35]
    # The market has moved on, and nobody has brought the account up to date yet.
    db.run_sync(hold_auction, contest_id, {BANK: "35.50"}, Auction.CLOSING)
    assert [order.limit for order in db.read_sync(open_orders, contest_id, 1)] == [35]


def test_pages_begin_with_the_newest_and_never_miss(db: Database) -> None:
    def work(session: Session) -> int:
        contest_id = first_day(session)
        for number in range(PAGE):
            make_order(session, contest_id, limit=f"36.0{number}", now=at(10, 0))
        return contest_id

    contest_id = db.run_sync(work)
    newest = db.read_sync(orders, contest_id, 1, 0)
    oldest = db.read_sync(orders, contest_id, 1, 99)
    assert (newest.page, newest.pages, len(newest.orders)) == (1, 2, PAGE)
    assert (oldest.page, oldest.orders[-1].symbol, oldest.orders[-1].id) == (2, BANK, 1)
    assert newest.orders[0].limit == Decimal("36.07")

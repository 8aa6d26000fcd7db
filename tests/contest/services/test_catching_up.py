"""Accounts that lag behind the market and are brought up to date."""

from decimal import Decimal
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.contest.engine.codec import account_to_json, decode, encode
from bot.contest.engine.engine import Engine
from bot.contest.errors import NotPlayingError
from bot.contest.events import (
    CashCorrected,
    OrderVoided,
    Side,
)
from bot.contest.outcomes import Refused
from bot.contest.services import catching_up
from bot.contest.services.books import voided_fill
from bot.contest.services.catching_up import as_of_now, do, sweep, up_to_date
from bot.contest.states import OrderState
from db.models.contest import Contest, ContestEntry, ContestRecord, ContestSnapshot
from db.models.contest_trade import ContestFill, ContestOrder
from db.repositories import contests
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
    make_rules,
    open_day,
    terms,
)


def ready(session: Session, members: int = 1) -> Contest:
    contest = make_contest(session)
    for member in range(1, members + 1):
        make_entry(session, contest, member)
    open_day(session, contest.id, terms())
    held = contests.share(session, contest.id)
    assert held is not None
    return held


def entry(session: Session, contest: Contest, member_id: int = 1) -> ContestEntry:
    found = session.get(ContestEntry, (contest.id, member_id), populate_existing=True)
    assert found is not None
    return found


def test_looking_shows_what_catching_up_would_store_and_writes_nothing(db: Database) -> None:
    def work(session: Session) -> tuple[Any, Any, int]:
        contest = ready(session)
        make_order(session, contest.id)
        hold_auction(session, contest.id, {BANK: "36.60"})
        seen = as_of_now(session, contest, 1)
        fills = len(session.execute(select(ContestFill)).all())
        return seen, up_to_date(session, contest, 1), fills

    seen, kept, fills = db.run_sync(work)
    assert seen == kept
    assert seen.positions[BANK].quantity == 100
    assert fills == 0


def test_whoever_takes_no_part_has_no_account(db: Database) -> None:
    for look in (as_of_now, up_to_date):
        with pytest.raises(NotPlayingError):
            db.run_sync(lambda session, look=look: look(session, ready(session), 2))


def test_catching_up_twice_writes_once(db: Database) -> None:
    def work(session: Session) -> int:
        contest = ready(session)
        make_order(session, contest.id)
        hold_auction(session, contest.id, {BANK: "36.60"})
        up_to_date(session, contest, 1)
        up_to_date(session, contest, 1)
        return len(session.execute(select(ContestFill)).all())

    assert db.run_sync(work) == 1


def test_a_sweep_brings_everybody_up_in_parts(db: Database) -> None:
    def work(session: Session) -> tuple[list[int], set[int]]:
        contest = ready(session, members=5)
        make_order(session, contest.id, member_id=3)
        hold_auction(session, contest.id, {BANK: "36.60"})
        swept = [sweep(session, contest.id, limit=2) for _ in range(4)]
        return swept, {entry(session, contest, member).applied for member in range(1, 6)}

    assert db.run_sync(work) == ([2, 2, 1, 0], {2})


def test_the_close_leaves_a_snapshot_with_its_concentration(db: Database) -> None:
    def work(session: Session) -> ContestSnapshot:
        contest = ready(session)
        make_order(session, contest.id, 1000)
        hold_auction(session, contest.id, {BANK: "36.60"})
        close_day(session, contest.id, {BANK: "37.00"})
        sweep(session, contest.id)
        return session.execute(select(ContestSnapshot)).scalars().one()

    day = db.run_sync(work)
    # 1,000,000 − 36,600.00 − 9.15 (0.025 %) − 0.37 (0.001 %), and 1,000 shares at 37.00.
    assert (day.day, day.cash, day.positions) == (DAY, Decimal("963390.48"), Decimal("37000.00"))
    assert day.equity == Decimal("1000390.48")
    assert day.concentration == Decimal("0.001368")


def test_the_stored_accounts_are_the_fold_of_the_log(db: Database) -> None:
    """Whoever refolds the log in the order of its ids finds the accounts and every outcome."""

    def play(session: Session) -> None:
        contest = ready(session, members=3)
        make_order(session, contest.id, 500)
        make_order(session, contest.id, 300, member_id=2, limit="33.00")
        new = terms(LIQUOR, "1450.00", "贵州茅台")
        make_order(session, contest.id, known=new, symbol=LIQUOR, member_id=3)
        hold_auction(session, contest.id, {BANK: "36.60", LIQUOR: "1451.00"})
        make_order(session, contest.id, 200, member_id=2, now=at(10, 0))
        close_day(session, contest.id, {BANK: "37.00", LIQUOR: "1440.00"})
        open_day(session, contest.id, terms(reference="37.00"), day=NEXT_DAY)
        make_order(session, contest.id, 100, side=Side.SELL, now=at(9, 10, day=NEXT_DAY))
        hold_auction(session, contest.id, {BANK: "37.50"}, day=NEXT_DAY)
        sweep(session, contest.id)

    def refold(session: Session) -> tuple[dict[int, Any], list[Any], Engine]:
        kept = {
            one.member_id: one.account for one in session.execute(select(ContestEntry)).scalars()
        }
        records = session.execute(select(ContestRecord).order_by(ContestRecord.id)).scalars()
        engine, logged, outcomes = Engine(make_rules()), [], []
        for record in records:
            if record.is_event:
                outcomes += engine.apply(decode(record.body))
            else:
                logged.append(record.body)
        assert sorted(map(str, logged)) == sorted(str(encode(one)) for one in outcomes)
        return kept, logged, engine

    db.run_sync(play)
    kept, logged, engine = db.run_sync(refold)
    assert kept == {number: account_to_json(one) for number, one in engine.accounts.items()}
    assert len(logged) > 10


def filled(session: Session) -> tuple[Contest, ContestFill]:
    contest = ready(session)
    make_order(session, contest.id)
    hold_auction(session, contest.id, {BANK: "36.60"})
    up_to_date(session, contest, 1)
    return contest, session.execute(select(ContestFill)).scalars().one()


def test_a_voided_order_gives_its_money_back_and_says_so(db: Database) -> None:
    def work(session: Session) -> tuple[ContestOrder, ContestFill, dict[str, Any]]:
        contest, fill = filled(session)
        undone = voided_fill(fill)
        do(session, contest, OrderVoided(at(10, 0), 1, fill.order_id, (undone,)))
        session.expire_all()
        order = session.execute(select(ContestOrder)).scalars().one()
        again = session.execute(select(ContestFill)).scalars().one()
        return order, again, entry(session, contest).account

    order, fill, kept = db.run_sync(work)
    assert (order.state, order.ended_by) == (OrderState.VOIDED, "voided")
    assert fill.voided_at == at(10, 0)
    assert (kept["cash"], kept["fees"], kept["positions"]) == ("1000000.00", "0.00", {})


def test_a_refused_deed_changes_and_logs_nothing(db: Database) -> None:
    def work(session: Session) -> tuple[Any, list[str], str]:
        contest, _ = filled(session)
        outcomes = do(session, contest, CashCorrected(at(10, 0), 1, Decimal("-2000000.00")))
        records = session.execute(select(ContestRecord)).scalars()
        return outcomes, [one.kind for one in records], entry(session, contest).account["cash"]

    outcomes, logged, cash = db.run_sync(work)
    assert isinstance(outcomes[0], Refused)
    assert "CashCorrected" not in logged
    assert cash == "996334.96"


def test_a_correction_is_booked(db: Database) -> None:
    def work(session: Session) -> str:
        contest, _ = filled(session)
        do(session, contest, CashCorrected(at(10, 0), 1, Decimal("3.04")))
        cash: str = entry(session, contest).account["cash"]
        return cash

    assert db.run_sync(work) == "996338.00"


def test_sweeping_an_unknown_contest_is_an_error(db: Database) -> None:
    with pytest.raises(catching_up.ContestUnknownError):
        db.run_sync(sweep, 9)

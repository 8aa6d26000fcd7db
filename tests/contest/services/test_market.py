"""The market that is kept between transactions: never what a rollback took back."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.contest.engine.market_state import MarketState
from bot.contest.events import MarketQuote, Paused, QuotesSeen, Resumed
from bot.contest.services import log
from bot.contest.services.market import events_after, glimpse, known, market_of
from bot.contest.services.overview import rules_of
from db.models.contest import Contest
from db.opening import open_database
from db.repositories import contests
from db.session import Database
from tests.factories.contests import (
    BANK,
    DAY,
    LIQUOR,
    NEXT_DAY,
    append,
    at,
    close_day,
    hold_auction,
    make_contest,
    open_day,
    terms,
)


class Stopped(Exception):
    """A transaction is rolled back."""


def prepare(session: Session) -> int:
    contest = make_contest(session)
    open_day(session, contest.id, terms())
    return contest.id


def held(session: Session, contest_id: int) -> Contest:
    contest = contests.share(session, contest_id)
    assert contest is not None
    return contest


def look(session: Session, contest_id: int) -> MarketState:
    return market_of(session, held(session, contest_id))


def test_the_market_is_the_fold_of_the_log(db: Database) -> None:
    contest_id = db.run_sync(prepare)
    assert db.run_sync(look, contest_id).terms == {BANK: terms()}
    db.run_sync(append, contest_id, Paused(at(9, 30)))
    assert db.run_sync(look, contest_id).paused
    db.run_sync(append, contest_id, Resumed(at(9, 40)))
    assert not db.run_sync(look, contest_id).paused


def test_a_rolled_back_event_is_not_remembered(db: Database) -> None:
    contest_id = db.run_sync(prepare)
    db.run_sync(look, contest_id)

    def fail(session: Session) -> None:
        append(session, contest_id, Paused(at(9, 30)))
        assert look(session, contest_id).paused
        raise Stopped

    with pytest.raises(Stopped):
        db.run_sync(fail)
    assert not db.run_sync(look, contest_id).paused
    # The next event gets the number of the one that never was.
    new = terms(LIQUOR, "1450.00", "贵州茅台")
    db.run_sync(open_next, contest_id, new)
    market = db.run_sync(look, contest_id)
    assert not market.paused
    assert set(market.terms) == {LIQUOR}


def open_next(session: Session, contest_id: int, new: object) -> None:
    close_day(session, contest_id, {BANK: "36.60"})
    open_day(session, contest_id, new, day=NEXT_DAY)  # type: ignore[arg-type]


def test_who_shares_a_commit_with_an_append_remembers_nothing_for_others(
    sqlite_url: str,
) -> None:
    """Two jobs in one group of SQLite's writer: the second sees what is not durable yet."""
    db = open_database(sqlite_url)
    contest_id = db.run_sync(prepare)
    engine = db.engine  # type: ignore[attr-defined]
    with engine.connect() as connection, connection.begin() as transaction:
        for work in (lambda s: append(s, contest_id, Paused(at(9, 30))), seen_paused(contest_id)):
            connection.exec_driver_sql("SAVEPOINT job")
            with Session(connection, join_transaction_mode="rollback_only") as session:
                work(session)
                session.flush()
            connection.exec_driver_sql("RELEASE job")
        transaction.rollback()
    with Session(engine) as session:
        remembered = glimpse(session, contest_id)
    assert remembered is None or not remembered.paused
    assert not db.run_sync(look, contest_id).paused
    db.close()


def seen_paused(contest_id: int):  # type: ignore[no-untyped-def]
    def work(session: Session) -> None:
        assert look(session, contest_id).paused

    return work


def test_a_market_that_was_handed_out_never_changes(db: Database) -> None:
    contest_id = db.run_sync(prepare)
    before = db.run_sync(look, contest_id)
    db.run_sync(hold_auction, contest_id, {BANK: "36.60"})
    db.run_sync(close_day, contest_id, {BANK: "36.70"})
    after = db.run_sync(look, contest_id)
    assert (before.open, before.auctions) == (True, [])
    assert (after.open, len(after.auctions)) == (False, 1)


def test_another_process_reads_the_same_market(database_url: str) -> None:
    one, other = open_database(database_url), open_database(database_url)
    contest_id = one.run_sync(prepare)
    other.run_sync(look, contest_id)
    one.run_sync(hold_auction, contest_id, {BANK: "36.60"})
    assert other.run_sync(look, contest_id) == one.run_sync(look, contest_id)
    other.run_sync(close_day, contest_id, {BANK: "36.60"})
    one.run_sync(open_day, contest_id, terms(reference="36.60"), day=NEXT_DAY)
    one.close()
    # Whoever starts now skips yesterday's auctions and quotes, and knows the same.
    fresh = open_database(database_url)
    assert fresh.run_sync(look, contest_id) == other.run_sync(look, contest_id)
    fresh.close()
    other.close()


def test_the_market_stands_still_while_somebody_trades(database_url: str) -> None:
    """Else an order could be judged by one market and logged behind the next."""
    one, other = open_database(database_url), open_database(database_url)
    contest_id = one.run_sync(prepare)
    with ThreadPoolExecutor(1) as pool:

        def trade(session: Session) -> tuple[Future[int], int]:
            seq = held(session, contest_id).market_seq
            appended = pool.submit(other.run_sync, append, contest_id, Paused(at(9, 30)))
            wait([appended], timeout=0.3)
            assert not appended.done()
            return appended, seq

        appended, seq = one.run_sync(trade)
        assert appended.result(timeout=20) == seq + 1
    one.close()
    other.close()


def test_two_who_trade_do_not_wait_for_each_other(postgres_url: str) -> None:
    one, other = open_database(postgres_url), open_database(postgres_url)
    contest_id = one.run_sync(prepare)

    def trade(session: Session) -> int:
        held(session, contest_id)
        return other.run_sync(lambda beside: held(beside, contest_id).market_seq)

    assert one.run_sync(trade) == 1
    one.close()
    other.close()


def test_what_does_not_count_is_not_logged(db: Database) -> None:
    def work(session: Session) -> tuple[int, int, int]:
        contest_id = prepare(session)
        return (
            hold_auction(session, contest_id, {BANK: "36.60"}),
            hold_auction(session, contest_id, {BANK: "36.90"}),
            held(session, contest_id).market_seq,
        )

    assert db.run_sync(work) == (2, 2, 2)


def test_opening_and_closing_move_the_contests_day(db: Database) -> None:
    def work(session: Session) -> list[object]:
        contest = make_contest(session)
        days: list[object] = []
        for act in (
            lambda: open_day(session, contest.id, terms()),
            lambda: append(session, contest.id, Paused(at(9, 30))),
            lambda: close_day(session, contest.id, {}),
            lambda: append(session, contest.id, Resumed(at(15, 30))),
        ):
            act()
            days.append((contest.market_day, contest.market_closed))
        return days

    assert db.run_sync(work) == [(DAY, False), (DAY, False), (DAY, True), (DAY, True)]


def test_far_behind_or_near_the_missed_events_are_the_same(db: Database) -> None:
    def quotes(session: Session, contest_id: int, number: int) -> None:
        moment = at(9, 31) + timedelta(seconds=number)
        quote = MarketQuote(BANK, terms().reference, moment, "tencent")
        append(session, contest_id, QuotesSeen(moment, (quote,)))

    def work(session: Session) -> tuple[list[int], list[int]]:
        contest_id = prepare(session)
        for number in range(80):
            quotes(session, contest_id, number)
        contest = held(session, contest_id)
        far = [seen.seq for seen in events_after(session, contest, 1)]
        return far, [seen.seq for seen in events_after(session, contest, 78)]

    far, near = db.run_sync(work)
    assert far == list(range(2, 82))
    assert near == [79, 80, 81]


def test_the_moment_of_a_deed_is_not_before_the_last_event(db: Database) -> None:
    def work(session: Session) -> list[object]:
        contest_id = prepare(session)
        market = known(session, held(session, contest_id))
        return [market.moment(at(8, 59)), market.moment(at(9, 1))]

    assert db.run_sync(work) == [at(9, 0), at(9, 1)]


@pytest.mark.parametrize(
    ("closed", "day"), [(False, DAY), (True, NEXT_DAY)], ids=["open", "after the close"]
)
def test_deeds_belong_to_a_day_whose_chain_is_not_sealed(
    db: Database, closed: bool, day: object
) -> None:
    def work(session: Session) -> object:
        contest = held(session, prepare(session))
        if closed:
            close_day(session, contest.id, {})
        return log.day_of_deeds(session, contest, rules_of(contest))

    assert db.run_sync(work) == day

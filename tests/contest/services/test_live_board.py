"""Where somebody would stand if the day closed now."""

from decimal import Decimal

from sqlmodel import Session

from bot.contest.board.fast_board import Book
from bot.contest.services.live_board import Estimate, estimate, is_current, read_book
from bot.market.quote_board import QuoteBoard
from db.repositories import contests
from db.session import Database
from tests.factories.contests import (
    BANK,
    at,
    close_day,
    hold_auction,
    make_contest,
    make_entry,
    make_order,
    open_day,
)
from tests.factories.feeds import make_quote

HOLDER, IDLER, STRANGER = 1, 2, 3


def _played(session: Session) -> int:
    """Let one of two people buy a thousand shares of the bank at the opening."""
    contest = make_contest(session)
    for member in (HOLDER, IDLER):
        make_entry(session, contest, member)
    open_day(session, contest.id)
    make_order(session, contest.id, 1000, at(9, 12), member_id=HOLDER)
    hold_auction(session, contest.id, {BANK: "36.00"})
    return contest.id


def _at_price(db: Database, contest: int, last: str, member: int = HOLDER) -> Estimate | None:
    quotes = QuoteBoard()
    quotes.put([make_quote(BANK, last, at=at(10, 30))])
    return estimate(db.read_sync(read_book, contest), quotes, member, at(10, 31))


def test_a_rise_lifts_the_holder_and_a_fall_lowers_him(db: Database) -> None:
    contest = db.run_sync(_played)
    risen, fallen = _at_price(db, contest, "37.00"), _at_price(db, contest, "35.00")
    assert risen is not None and fallen is not None
    assert (risen.mine.rank, fallen.mine.rank) == (1, 2)
    assert risen.participants == 2 and risen.at == at(10, 30)
    assert risen.mine.equity - fallen.mine.equity == Decimal(2000)


def test_without_a_quote_of_today_the_last_good_close_counts(db: Database) -> None:
    contest = db.run_sync(_played)
    quotes = QuoteBoard()
    quotes.put([make_quote(BANK, "99.00")])  # yesterday's
    found = estimate(db.read_sync(read_book, contest), quotes, HOLDER, at(10, 31))
    assert found is not None and found.at is None
    assert found.mine.equity < Decimal(1_001_000)


def test_who_takes_no_part_has_no_line(db: Database) -> None:
    assert _at_price(db, db.run_sync(_played), "37.00", STRANGER) is None


def test_a_book_is_read_again_once_the_market_has_moved(db: Database) -> None:
    contest = db.run_sync(_played)
    book = db.read_sync(read_book, contest)
    assert isinstance(book.book, Book)
    assert db.read_sync(is_current, contest, book)
    db.run_sync(close_day, contest, {BANK: "36.00"})
    assert not db.read_sync(is_current, contest, book)


def test_a_book_is_read_again_once_somebody_has_joined(db: Database) -> None:
    contest = db.run_sync(_played)
    book = db.read_sync(read_book, contest)
    db.run_sync(lambda session: make_entry(session, contests.by_id(session, contest), STRANGER))
    assert not db.read_sync(is_current, contest, book)
    assert _at_price(db, contest, "37.00", STRANGER) is not None

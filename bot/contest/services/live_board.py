"""The board between two closes: every account revalued at the latest prices, on request.

Only one's own line is ever shown of it; what counts is the board after the close. The accounts
are read once after each market event and kept as arrays (`fast_board.py`), so that asking
again after a quote update costs a revaluation and no database.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.contest.board.book import Entry, book_of, prices_of
from bot.contest.board.fast_board import Book, rank, revalue
from bot.contest.board.ranking import Ranked
from bot.contest.board.running_score import running_from
from bot.contest.engine.market_state import MarketState
from bot.contest.rulebook.phases import ZONES
from bot.contest.rules import Rules
from bot.contest.services import catching_up
from bot.contest.services.market import market_of
from bot.contest.services.overview import overview, rules_of
from bot.market.quote_board import QuoteBoard
from db.models.contest import Contest
from db.repositories import contest_boards, contest_days, contest_entries


@dataclass(frozen=True, slots=True, eq=False)
class LiveBook:
    """All accounts of a contest after market event number `seq`, and the last good closes.

    `quotable`: what may be valued at a quote of today; the rest stays at its close.
    """

    rules: Rules
    seq: int
    symbols: tuple[str, ...]
    closes: Mapping[str, Decimal]
    quotable: frozenset[str]
    book: Book


@dataclass(frozen=True, slots=True)
class Estimate:
    """Where a member would stand if the day closed now; `at` is the oldest price's time.

    `mine` has no rank for whoever is out of competition.
    """

    mine: Ranked
    participants: int
    at: datetime | None


def is_current(session: Session, contest_id: int, known: LiveBook) -> bool:
    """Tell whether a book has everybody, and all that happened to the contest's market."""
    now = overview(session, contest_id, 0)
    return (known.seq, len(known.book.accounts)) == (now.contest.market_seq, now.participants)


def read_book(session: Session, contest_id: int) -> LiveBook:
    """Read every account of a contest into a book; a read transaction is enough."""
    contest = overview(session, contest_id, 0).contest
    market, rules = market_of(session, contest), rules_of(contest)
    closes = {**{s: terms.reference for s, terms in market.terms.items()}, **market.closes}
    symbols = tuple(sorted(closes))
    return LiveBook(
        rules=rules,
        seq=contest.market_seq,
        symbols=symbols,
        closes=closes,
        quotable=frozenset(_quotable(market)),
        book=book_of(_entries(session, contest, rules), symbols),
    )


def estimate(live: LiveBook, quotes: QuoteBoard, member_id: int, now: datetime) -> Estimate | None:
    """Return a member's line at the latest prices; nothing for who takes no part."""
    today = now.astimezone(ZONES[live.rules.market]).date()
    prices, times = dict(live.closes), []
    for symbol in live.quotable:
        quote = quotes.quote(symbol)
        if quote is not None and quote.at.astimezone(ZONES[live.rules.market]).date() == today:
            prices[symbol] = quote.last
            times.append(quote.at)
    board = rank(live.book, revalue(live.book, prices_of(prices, live.symbols)), live.rules)
    place = board.place_of(member_id)
    if place is None:
        return None
    return Estimate(board.line(place), int((board.rank > 0).sum()), min(times, default=None))


def _quotable(market: MarketState) -> Iterator[str]:
    """Return what trades in the contest today: known, not halted, not frozen."""
    for symbol, terms in market.terms.items():
        if market.open and not terms.halted and symbol not in market.frozen:
            yield symbol


def _entries(session: Session, contest: Contest, rules: Rules) -> Iterator[Entry]:
    """Read the accounts one by one, with what their closes so far came to."""
    sealed = contest_days.latest_sealed(session, contest.id)
    carried = contest_boards.terms_of(session, contest.id, sealed.day) if sealed else {}
    for row in contest_entries.every(session, contest.id):
        account = catching_up.seen(session, contest, row)
        running = running_from(carried.get(row.member_id), rules.capital)
        yield Entry(account, running, competes=not (row.staff or row.disqualified))

"""Who stands where after a close: the board, one's own neighbourhood, and the luck in it.

Staff and the disqualified have no rank. Whoever hides is left out of what others see, as on
the points board, but keeps the rank that is theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from bot.contest.board.ranking import Ranked, Terms, rank_all
from bot.contest.board.running_score import Running, running_from, terms_document
from bot.contest.board.weights import fraction
from bot.contest.errors import ContestUnknownError
from bot.contest.market_errors import NoBoardError
from bot.contest.rules import Rules
from bot.contest.services.luck_band import band_of
from bot.contest.services.overview import rules_of
from bot.contest.showing.picture_words import median_of
from bot.contest.states import ContestState
from bot.points.board import short_name
from db.models.contest import Contest, ContestDay
from db.repositories import contest_boards, contest_days, contests

TOP = 10
AROUND = 3
AT_ONCE = 500

RankRow = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a board. `rank` None: out of competition. `luck`: (best, worst) rank by chance."""

    rank: int | None
    member_id: int
    name: str
    hidden: bool
    ranked: Ranked
    luck: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A contest's board after the close of `day`.

    `participants`: how many have a rank. `day_number`: which trading day, from 1. `head`: the
    day's chain. `median_return`: a fraction, None while nobody has a rank.
    """

    contest: Contest
    rules: Rules
    day: date
    day_number: int
    lines: tuple[Line, ...]
    participants: int
    head: str
    median_return: Decimal | None

    @property
    def final(self) -> bool:
        """Tell whether nothing comes after this day."""
        return self.contest.state is ContestState.FINISHED and self.day == self.contest.market_day


@dataclass(frozen=True, slots=True)
class Around:
    """One member's line with those beside it; `mine` is nothing before their first close."""

    board: Board
    mine: Line | None
    lines: tuple[Line, ...]


def rank_day(session: Session, contest_id: int, day: date) -> list[RankRow]:
    """Work out everybody's rank, score and terms after a close; a read is enough."""
    contest = _contest(session, contest_id)
    rules = rules_of(contest)
    before = contest_boards.day_before(session, contest_id, day)
    carried = contest_boards.terms_of(session, contest_id, before) if before else {}
    running: dict[int, Running] = {}
    contenders = []
    for row in contest_boards.snapshots(session, contest_id, day):
        so_far = running_from(carried.get(row.member_id), rules.capital)
        now = running[row.member_id] = so_far.after(row.equity, row.concentration)
        competes = not (row.staff or row.disqualified)
        contenders.append(now.contender(row.member_id, row.equity, competes=competes))
    return [_rank_row(contest_id, day, one, running) for one in rank_all(contenders, rules)]


def store_ranks(session: Session, rows: Sequence[RankRow]) -> None:
    """Write down what `rank_day` worked out; the same again changes nothing."""
    contest_boards.set_ranks(session, rows)


def board(session: Session, contest_id: int, day: date | None = None, top: int = TOP) -> Board:
    """Return the board of a day, of the newest if none is named.

    Raise ContestUnknownError, NoBoardError while no day is ranked and sealed.
    """
    contest = _contest(session, contest_id)
    found = _sealed(session, contest, day)
    rows = contest_boards.top(session, contest_id, found.day, top)
    return _board(session, contest, found, tuple(_line(session, contest, found, r) for r in rows))


def around(session: Session, contest_id: int, member_id: int, span: int = AROUND) -> Around:
    """Return a member's own line and up to `span` visible ones on either side."""
    contest = _contest(session, contest_id)
    found = _sealed(session, contest, None)
    whole = _board(session, contest, found, ())
    row = contest_boards.line(session, contest_id, found.day, member_id)
    if row is None:
        return Around(whole, None, ())
    mine = _line(session, contest, found, row)
    if row.rank is None:
        return Around(whole, mine, (mine,))
    before, after = contest_boards.beside(session, contest_id, found.day, row.rank, member_id, span)
    sides = [[_line(session, contest, found, one) for one in part] for part in (before, after)]
    return Around(whole, mine, (*sides[0], mine, *sides[1]))


def _contest(session: Session, contest_id: int) -> Contest:
    contest = contests.by_id(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    return contest


def _sealed(session: Session, contest: Contest, day: date | None) -> ContestDay:
    found = (
        contest_days.latest_sealed(session, contest.id)
        if day is None
        else contest_days.by_day(session, contest.id, day)
    )
    if found is None or found.sealed_at is None:
        raise NoBoardError(title=contest.title)
    return found


def _board(session: Session, contest: Contest, found: ContestDay, lines: tuple[Line, ...]) -> Board:
    rules = rules_of(contest)
    equities = contest_boards.equities(session, contest.id, found.day)
    middle = median_of(equities)
    return Board(
        contest=contest,
        rules=rules,
        day=found.day,
        day_number=contest_boards.days_played(session, contest.id, found.day),
        lines=lines,
        participants=len(equities),
        head=found.head or "",
        median_return=None if middle is None else fraction(middle - rules.capital, rules.capital),
    )


def _line(session: Session, contest: Contest, found: ContestDay, row: Row[Any]) -> Line:
    return Line(
        rank=row.rank,
        member_id=row.member_id,
        name=short_name(row.first_name),
        hidden=row.hidden,
        ranked=ranked_of(row),
        luck=None if row.rank is None else band_of(session, contest, found.day, row.member_id),
    )


def ranked_of(row: Row[Any]) -> Ranked:
    """Return a snapshot's line as `ranking.py` made it."""
    terms = row.terms
    return Ranked(
        account=row.member_id,
        rank=row.rank,
        terms=Terms(
            Decimal(terms["percentile"]),
            Decimal(terms["drawdown"]),
            Decimal(terms["concentration"]),
        ),
        equity=row.equity,
        total_return=Decimal(terms["total_return"]),
        max_drawdown=Decimal(terms["max_drawdown"]),
        concentration=Decimal(terms["mean_concentration"]),
    )


def _rank_row(contest_id: int, day: date, one: Ranked, running: dict[int, Running]) -> RankRow:
    return {
        "contest": contest_id,
        "member": one.account,
        "on": day,
        "place": one.rank,
        "points": one.terms.score,
        "parts": terms_document(one, running[one.account]),
    }

"""The board: my neighbourhood first, then the top; staff and hidden people are left out."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.members.roles import STAFF
from bot.members.service import is_hidden, roles_of
from bot.points.economy import Economy
from bot.points.levels import level_of
from bot.points.seasons import season_of, week_start
from bot.points.span import Span
from db.repositories import boards

TOP = 10
AROUND = 3
LONGEST_NAME = 10


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the board; `title` is a catalogue id, `rank` is shared by equal points."""

    rank: int
    member_id: int
    name: str
    points: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Board:
    """What one person sees: `mine` is nothing while they have no points in this span.

    `of_how_many`: everybody with points in this span whom the viewer can be compared with.
    """

    span: Span
    season: str
    start: date
    top: tuple[Place, ...]
    around: tuple[Place, ...]
    mine: Place | None
    of_how_many: int
    hidden: bool
    staff: bool


def board(
    session: Session,
    viewer: int,
    span: Span,
    day: date,
    owners: Collection[int],
    economy: Economy,
) -> Board:
    """Return the board of a span that is running on `day`, as `viewer` sees it."""
    season = season_of(day)
    start = week_start(day) if span is Span.WEEK else season.first_day
    rows = boards.places(session, viewer, span, start, owners, TOP, AROUND)
    mine = next((row for row in rows if row.member_id == viewer), None)
    near = [row for row in rows if mine is not None and abs(row.place - mine.place) <= AROUND]
    return Board(
        span=span,
        season=season.id,
        start=start,
        top=tuple(_place(row, economy) for row in rows if row.place <= TOP),
        around=tuple(_place(row, economy) for row in near),
        mine=_place(mine, economy) if mine is not None else None,
        of_how_many=rows[0].of_how_many if rows else 0,
        hidden=is_hidden(session, viewer),
        staff=bool(roles_of(session, viewer, owners) & STAFF),
    )


def _place(row: Any, economy: Economy) -> Place:
    standing = level_of(row.lifetime, economy)
    name = short_name(row.first_name)
    return Place(row.rank, row.member_id, name, row.points, standing.level, standing.title)


def short_name(name: str) -> str:
    """Return a first name short enough for a board, without what would disturb its lines."""
    seen = "".join(c for c in name if unicodedata.category(c) not in {"Cf", "Cc", "Co", "Cs"})
    seen = " ".join(seen.split())
    if not seen:
        return "—"
    return seen if len(seen) <= LONGEST_NAME else f"{seen[: LONGEST_NAME - 1]}…"

"""The bootstrap band of a rank, worked out once for a day and kept in this process.

Beyond `luck.SAMPLE` people the field is a sample of them, evenly spaced by equity, so that a
board of a hundred thousand costs what one of two thousand does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session

from bot.contest.board.luck import FEWEST_DAYS, SAMPLE, Field, make_field, rank_band
from bot.contest.services.overview import rules_of
from db.models.contest import Contest
from db.repositories import contest_boards

CENTS = 100
_LOCK = Lock()


@dataclass(frozen=True, eq=False)
class _Kept:
    """The field of a day, who is in it, and how many took part."""

    field: Field | None
    members: tuple[int, ...]
    participants: int


class _Shelf:
    """The fields of the latest days that were asked for."""

    def __init__(self, most: int = 4) -> None:
        self._most = most
        self._kept: dict[tuple[Any, ...], _Kept] = {}

    def get(self, key: tuple[Any, ...]) -> _Kept | None:
        return self._kept.get(key)

    def put(self, key: tuple[Any, ...], kept: _Kept) -> None:
        while len(self._kept) >= self._most:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = kept


@lru_cache(maxsize=1)
def _shelf() -> _Shelf:
    return _Shelf()


def band_of(
    session: Session, contest: Contest, day: date, member_id: int
) -> tuple[int, int] | None:
    """Return the (best, worst) rank that luck alone may give a member; None in the first days."""
    kept = _kept(session, contest, day)
    if kept.field is None:
        return None
    if member_id in kept.members:
        return _scaled(rank_band(kept.field, kept.members.index(member_id)), kept)
    field = _field(session, contest, day, (*kept.members[1:], member_id))
    return _scaled(rank_band(field, len(kept.members) - 1), kept)


def _kept(session: Session, contest: Contest, day: date) -> _Kept:
    key = (str(session.get_bind().engine.url), contest.id, contest.rules_hash, day)
    with _LOCK:
        if (found := _shelf().get(key)) is not None:
            return found
    ranked = contest_boards.ranked(session, contest.id, day)
    members = _spread(ranked)
    kept = _Kept(_field(session, contest, day, members), members, len(ranked))
    with _LOCK:
        _shelf().put(key, kept)
    return kept


def _spread(ranked: Sequence[int]) -> tuple[int, ...]:
    if len(ranked) <= SAMPLE:
        return tuple(ranked)
    return tuple(ranked[n * (len(ranked) - 1) // (SAMPLE - 1)] for n in range(SAMPLE))


def _field(session: Session, contest: Contest, day: date, members: tuple[int, ...]) -> Field | None:
    days = contest_boards.days_until(session, contest.id, day)
    if len(days) < FEWEST_DAYS or not members:
        return None
    rules = rules_of(contest)
    places = {on: place for place, on in enumerate(days, 1)}
    rows = {member: row for row, member in enumerate(members)}
    equity: NDArray[np.int64] = np.full(
        (len(members), len(days) + 1), int(rules.capital * CENTS), dtype=np.int64
    )
    for one in contest_boards.curves(session, contest.id, members, day):
        equity[rows[one.member_id], places[one.day] :] = int(one.equity * CENTS)
    terms = contest_boards.terms_of(session, contest.id, day)
    mean = np.array([float(Decimal(terms[m]["mean_concentration"])) for m in members])
    return make_field(equity, mean, rules, contest.rules_hash or "")


def _scaled(band: tuple[int, int] | None, kept: _Kept) -> tuple[int, int] | None:
    """Stretch ranks among a sample to ranks among all."""
    if band is None or kept.participants == len(kept.members):
        return band
    rivals, others = kept.participants - 1, len(kept.members) - 1
    best, worst = (1 + (rank - 1) * rivals // others for rank in band)
    return best, worst

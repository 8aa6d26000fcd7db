"""Verifying again: the whole chain, or a part drawn anew each day; what was found is kept."""

import hashlib
from datetime import date, datetime

from sqlmodel import Session

from bot.archive.chain import GENESIS, Break, first_break
from bot.archive.erasures import Erasures
from bot.archive.kinds import CheckPart
from bot.archive.service import link_of, verify
from db.models.archive import ArchiveCheck
from db.repositories import archive, archive_checks

BLOCKS = 8
BLOCK = 250


def check_whole(session: Session, now: datetime) -> ArchiveCheck:
    """Recompute the whole chain; return what was found, not kept yet."""
    found = verify(session)
    return _result(CheckPart.WHOLE, found.sealed, 1, found.sealed, found.head, found.broken, now)


def check_part(session: Session, day: date, now: datetime) -> ArchiveCheck:
    """Recompute some blocks of the chain, drawn by the day; return what was found."""
    last = archive.last_sealed(session)
    length, head = ((last.position or 0), last.hash or GENESIS) if last else (0, GENESIS)
    erasures = archive.erasures(session)
    broken, records, firsts = None, 0, drawn(day, length)
    for first in firsts:
        checked, broken = _check_block(session, first, min(first + BLOCK - 1, length), erasures)
        records += checked
        if broken is not None:
            break
    span = (firsts[0], min(firsts[-1] + BLOCK - 1, length)) if firsts else (0, 0)
    return _result(CheckPart.PART, records, *span, head, broken, now)


def keep_result(session: Session, check: ArchiveCheck) -> None:
    """Keep what a check found."""
    archive_checks.add(session, check)


def drawn(day: date, length: int) -> list[int]:
    """Return where the day's blocks begin: the same on every machine, another every day."""
    if length <= BLOCKS * BLOCK:
        return list(range(1, length + 1, BLOCK))
    starts = {_draw(f"{day.isoformat()}:{number}", length - BLOCK + 1) for number in range(BLOCKS)}
    return sorted(starts)


def _draw(seed: str, sides: int) -> int:
    """Return a number from 1 to `sides` that follows from `seed` alone."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()) % sides + 1


def _check_block(
    session: Session, first: int, last: int, erasures: list[dict[str, object]]
) -> tuple[int, Break | None]:
    before = archive.part(session, first - 1, first - 1)
    if first > 1 and not before:
        return 0, Break(first - 1, "missing")
    after = (first - 1, before[0].hash or "") if before else (0, GENESIS)
    rows = archive.part(session, first, last)
    links = [(link_of(row), row.previous_hash or "", row.hash or "") for row in rows]
    broken = first_break(links, Erasures(erasures), after)
    if broken is None and len(rows) < last - first + 1:
        broken = Break(first + len(rows), "missing")
    return len(rows), broken


def _result(
    part: CheckPart,
    records: int,
    first: int,
    last: int,
    head: str,
    broken: Break | None,
    now: datetime,
) -> ArchiveCheck:
    return ArchiveCheck(
        at=now,
        part=part,
        records=records,
        first_position=first,
        last_position=last,
        head=head,
        problem_position=broken.position if broken else None,
        problem=broken.problem if broken else None,
    )

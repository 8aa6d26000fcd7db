"""Sealing the log of a day: every record since the last day's head, in the order of the log.

The first record's hash covers the hash of the rules. What is logged after a day was sealed
belongs to the chain of the next one.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from bot.contest.errors import ContestUnknownError
from bot.contest.proof.sealing import Entry, seal
from db.models.contest import Contest, ContestDay
from db.repositories import contest_chain, contest_days, contests

AT_ONCE = 2_000


def seal_day(session: Session, contest_id: int, day: date, now: datetime) -> str | None:
    """Seal up to `AT_ONCE` records of a closed day; return its head once all are.

    Call it until it returns the head. `ContestDay.head` and `records` tell how far it came.
    """
    contest = contests.lock(session, contest_id)
    if contest is None:
        raise ContestUnknownError
    row = contest_days.by_day(session, contest_id, day)
    if row is None or row.closed_at is None:
        raise ValueError(day)
    if row.sealed_at is not None:
        return row.head
    waiting = contest_chain.unsealed(session, contest_id, AT_ONCE)
    head, hashes = row.head or _former_head(session, contest, row), []
    for record in waiting:
        head = seal(entry_of(record), head)
        hashes.append({"record": record.id, "sealed": head})
    contest_chain.seal(session, hashes)
    row.head, row.records = head, row.records + len(hashes)
    row.sealed_at = now if len(waiting) < AT_ONCE else None
    session.add(row)
    session.flush()
    return head if row.sealed_at is not None else None


def entry_of(record: Row[Any]) -> Entry:
    """Return what the hash of a record covers."""
    return Entry(
        id=record.id,
        contest_id=record.contest_id,
        day=record.day,
        seq=record.seq,
        member_id=record.member_id,
        kind=record.kind,
        is_event=record.is_event,
        at=record.at,
        body=record.body,
    )


def _former_head(session: Session, contest: Contest, row: ContestDay) -> str:
    former = contest_days.latest_sealed(session, contest.id, before=row.day)
    head = former.head if former else contest.rules_hash
    if head is None:
        raise ValueError(contest.id)
    return head

"""The check of a contest's chain: every record's hash, and every day's head and count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.contest.engine import codec
from bot.contest.proof.differences import Difference, What, short
from bot.contest.proof.sealing import seal
from bot.contest.services.chain import entry_of
from db.models.contest import Contest, ContestDay
from db.repositories import contest_chain, contest_days


@dataclass(slots=True)
class ChainCheck:
    """How far a chain was followed; `heads` are the hashes at which days should end."""

    head: str
    records: int = 0
    waiting: int = 0
    heads: tuple[str, ...] = ()


def check_chain(
    session: Session, contest: Contest, told: Callable[[int], None], found: list[Difference]
) -> ChainCheck:
    """Recompute every hash, a few hundred records in memory at a time.

    After a record that does not fit, the chain is followed from what is stored, so that each
    place that was touched is named once.
    """
    fixed = codec.rules_hash(codec.rules_from_json(contest.rules))
    if contest.rules_hash is not None and contest.rules_hash != fixed:
        found.append(Difference(What.RULES, "hash", contest.rules_hash, fixed))
    days = [day for day in contest_days.every(session, contest.id) if day.head is not None]
    check = ChainCheck(contest.rules_hash or fixed)
    ends: dict[int, str] = {}
    marks = _marks(days)
    for record in contest_chain.every(session, contest.id):
        told(1)
        check.records += 1
        if record.hash is None:
            check.waiting += 1
            continue
        subject = f"record {record.id} ({record.kind} {record.day})"
        if check.waiting:
            found.append(Difference(What.CHAIN, subject, "sealed", "after all before it"))
            check.waiting = 0
        expected = seal(entry_of(record), check.head)
        if record.hash != expected:
            found.append(Difference(What.CHAIN, subject, short(record.hash), short(expected)))
        check.head = record.hash
        if check.records in marks:
            ends[check.records] = record.hash
    _check_days(days, ends, check, found)
    return check


def _marks(days: Sequence[ContestDay]) -> set[int]:
    """Return after how many records each day should end."""
    marks, total = set(), 0
    for day in days:
        total += day.records
        marks.add(total)
    return marks


def _check_days(
    days: Sequence[ContestDay], ends: dict[int, str], check: ChainCheck, found: list[Difference]
) -> None:
    total = 0
    for day in days:
        total += day.records
        at_end = ends.get(total, "nothing")
        if day.head != at_end:
            found.append(Difference(What.DAY, f"{day.day} head", short(day.head), short(at_end)))
    sealed = check.records - check.waiting
    if days and total != sealed:
        found.append(Difference(What.DAY, "count of records", f"{total}", f"{sealed}"))

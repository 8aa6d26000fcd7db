"""Being forgotten: asked for, undone within seven days, then carried out.

What no rule demands goes: profile, settings, watch list, check-ins, private messages. What
sums or the law need stays under a pseudonym; the row of the wish is the only link. What a
hash chain covers (the archive, the log of a contest) stays as it is until its time is over.
Source of the right and of its limits: 个人信息保护法 第四十七条.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.archive.retention import RecordClass, Retention, default_retention, years_after
from bot.members.deed import Deed
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.privacy.errors import ForgetContestError, ForgetHeldError, ForgetStaffError
from bot.privacy.holdings import HOLDINGS, Fate
from bot.privacy.states import ForgetState
from db.models import ArchiveRecord
from db.models.privacy import ForgetRequest
from db.repositories import holds, members, privacy

WAITING_TIME = timedelta(days=7)
FIRST_PSEUDONYM = 2**53
"""Above every id that Telegram gives: those have at most 52 bits."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What decides whether somebody can be forgotten: the owners, and the community's zone."""

    owners: Collection[int]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays of somebody: how many records of a class, until when, by which law."""

    record_class: RecordClass
    count: int
    until: date
    law: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What being forgotten would leave, and when it will happen if it was asked for."""

    kept: tuple[Kept, ...]
    due_at: datetime | None


def outlook(session: Session, member_id: int, guard: Guard, now: datetime) -> Outlook:
    """Return what stays of a member; refuse who cannot be forgotten now, saying the way out."""
    pending = privacy.waiting_forget(session, member_id)
    if pending is None:
        _refuse(session, member_id, guard)
    kept = what_stays(session, member_id, default_retention(), now)
    return Outlook(kept, pending.due_at if pending else None)


def ask(session: Session, member_id: int, guard: Guard, now: datetime) -> datetime:
    """Write the wish down; return when it will be carried out."""
    _refuse(session, member_id, guard)
    privacy.add_forget(session, member_id, now, now + WAITING_TIME)
    pending = privacy.waiting_forget(session, member_id)
    assert pending is not None  # noqa: S101 - it was added just now, or before
    return pending.due_at


def undo(session: Session, member_id: int, now: datetime) -> bool:
    """Take the wish back; tell whether there was one."""
    pending = privacy.waiting_forget(session, member_id)
    if pending is None:
        return False
    pending.state, pending.ended_at = ForgetState.UNDONE, now
    session.flush()
    return True


def carry_out(session: Session, member_id: int, guard: Guard, now: datetime, day: date) -> bool:
    """Forget a member whose wish is due; tell whether it was done, which may be put off."""
    pending = privacy.waiting_forget(session, member_id)
    if pending is None or pending.due_at > now:
        return False
    try:
        _refuse(session, member_id, guard)
    except (ForgetStaffError, ForgetContestError, ForgetHeldError):
        return False
    members.lock(session, member_id)
    pseudonym = FIRST_PSEUDONYM + pending.id
    privacy.add_pseudonym(session, pseudonym, now)
    counts = _apply(session, member_id, pseudonym)
    privacy.unname_questions(session, pseudonym, now)
    _close(session, pending, pseudonym, now)
    deed = Deed(pseudonym, f"forget:{pending.id}", now, day)
    deed.log(session, "forget", f"forget:{pending.id}", counts, {})
    return True


def what_stays(
    session: Session, member_id: int, retention: Retention, now: datetime
) -> tuple[Kept, ...]:
    """Return what stays of a member, by class, each until its newest record is over its time."""
    found: dict[RecordClass, tuple[int, datetime]] = {}

    def add(record_class: RecordClass, count: int, newest: datetime | None) -> None:
        if count:
            before, latest = found.get(record_class, (0, newest or now))
            found[record_class] = (before + count, max(latest, newest or now))

    for one in HOLDINGS:
        if one.fate not in {Fate.KEEP, Fate.RENAME} or one.table is ArchiveRecord:
            continue
        if one.when is not None and one.kept_as is not None:
            count, newest = privacy.count(session, one.table, one.about, member_id, one.when)
            add(one.kept_as, count, _instant(newest))
    for record_class, count, at in privacy.archived(session, member_id):
        add(record_class, count, at)
    add(RecordClass.PUBLICATION, *privacy.services(session, member_id))
    about = privacy.measures(session, member_id)
    add(RecordClass.OPERATIONS, len(about), max((one["at"] for one in about), default=None))
    return tuple(
        Kept(
            record_class,
            count,
            _until(retention, record_class, newest),
            _law(retention, record_class),
        )
        for record_class, (count, newest) in sorted(found.items())
    )


def _until(retention: Retention, record_class: RecordClass, newest: datetime) -> date:
    return years_after(newest, retention.term(record_class).years).date()


def _law(retention: Retention, record_class: RecordClass) -> str:
    return retention.term(record_class).law


def _instant(newest: datetime | date | None) -> datetime | None:
    if newest is None or isinstance(newest, datetime):
        return newest
    return datetime.combine(newest, time(), UTC)


def _refuse(session: Session, member_id: int, guard: Guard) -> None:
    if roles_of(session, member_id, guard.owners) & STAFF:
        raise ForgetStaffError
    contest = privacy.unfinished_contest(session, member_id)
    if contest is not None:
        raise ForgetContestError(title=contest)
    if holds.touching(session, member_id, guard.zone) is not None:
        raise ForgetHeldError


def _apply(session: Session, member_id: int, pseudonym: int) -> dict[str, int]:
    """Do with every table what is declared of it; return how many rows each lost or renamed."""
    counts: dict[str, int] = {}
    privacy.drop_undecided(session, member_id)
    for one in HOLDINGS:
        name = str(one.table.__tablename__)
        if one.fate is Fate.DELETE:
            counts[name] = privacy.delete_rows(session, one.table, one.about, member_id)
        elif one.fate is Fate.RENAME:
            counts[name] = privacy.rename_rows(session, one.table, one.about, member_id, pseudonym)
    privacy.unname_ledger(session, pseudonym)
    counts["delivery"] = privacy.forget_deliveries(session, member_id, pseudonym)
    # A contest's log, sealed in its chain, goes on naming the number, which needs its row.
    if privacy.in_a_contest(session, member_id):
        privacy.blank_member(session, member_id)
    else:
        privacy.delete_member(session, member_id)
    return {name: count for name, count in counts.items() if count}


def _close(session: Session, pending: ForgetRequest, pseudonym: int, now: datetime) -> None:
    pending.state, pending.ended_at, pending.pseudonym_id = ForgetState.DONE, now, pseudonym
    session.flush()

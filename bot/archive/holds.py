"""Legal holds: what may not be erased, by rule or by wish, until two people let it go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.archive.errors import HoldAloneError, HoldUnknownError
from bot.members.deed import Deed
from db.models.archive import LegalHold
from db.repositories import archive, groups, holds, members


@dataclass(frozen=True, slots=True)
class Scope:
    """What a hold covers; what is not named narrows nothing."""

    group_id: int | None = None
    member_id: int | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class HoldLine:
    """A hold with the names of what it covers."""

    hold: LegalHold
    group: str | None
    member: str | None


def place(session: Session, scope: Scope, reason: str, deed: Deed) -> HoldLine:
    """Place a hold; it counts at once, for a purge that is under way as well."""
    archive.lock_chain(session)
    number = holds.place(
        session,
        group_id=scope.group_id,
        member_id=scope.member_id,
        from_day=scope.first,
        to_day=scope.last,
        reason=reason[:512],
        key=deed.key,
        placed_by=deed.actor_id,
        placed_at=deed.now,
    )
    hold = holds.with_key(session, deed.key)
    assert hold is not None  # noqa: S101 - it was placed just now, or before
    if number is not None:
        deed.log(session, "hold-place", f"hold:{number}", {}, _picture(hold), reason)
    return _line(session, hold)


def listed(session: Session) -> Sequence[HoldLine]:
    """Return the holds in force."""
    return [_line(session, hold) for hold in holds.in_force(session)]


def ask_release(session: Session, hold_id: int, deed: Deed) -> HoldLine:
    """Ask that a hold be released; somebody else has to confirm it."""
    hold = _in_force(session, hold_id)
    if hold.release_asked_by is None:
        hold.release_asked_by, hold.release_asked_at = deed.actor_id, deed.now
        session.flush()
        deed.log(session, "hold-release-request", f"hold:{hold.id}", _picture(hold), {})
    return _line(session, hold)


def confirm_release(session: Session, hold_id: int, deed: Deed) -> HoldLine:
    """Release a hold as a second person."""
    hold = _in_force(session, hold_id)
    if hold.release_asked_by is None or hold.release_asked_by == deed.actor_id:
        raise HoldAloneError(hold=hold_id)
    hold.released_by, hold.released_at = deed.actor_id, deed.now
    session.flush()
    deed.log(session, "hold-release", f"hold:{hold.id}", _picture(hold), {})
    return _line(session, hold)


def keep_on(session: Session, hold_id: int, deed: Deed) -> HoldLine:
    """Turn a wish to release down: the hold stays."""
    hold = _in_force(session, hold_id)
    if hold.release_asked_by is not None:
        before = {"asked_by": hold.release_asked_by}
        hold.release_asked_by = hold.release_asked_at = None
        session.flush()
        deed.log(session, "hold-keep", f"hold:{hold.id}", before, {})
    return _line(session, hold)


def _in_force(session: Session, hold_id: int) -> LegalHold:
    hold = holds.find(session, hold_id)
    if hold is None or hold.released_at is not None:
        raise HoldUnknownError(received=hold_id)
    return hold


def _line(session: Session, hold: LegalHold) -> HoldLine:
    group = groups.by_id(session, hold.group_id) if hold.group_id is not None else None
    member = members.by_id(session, hold.member_id) if hold.member_id is not None else None
    return HoldLine(hold, group.title if group else None, member.first_name if member else None)


def _picture(hold: LegalHold) -> dict[str, int | str | None]:
    return {
        "group": hold.group_id,
        "member": hold.member_id,
        "from": hold.from_day.isoformat() if hold.from_day else None,
        "to": hold.to_day.isoformat() if hold.to_day else None,
    }

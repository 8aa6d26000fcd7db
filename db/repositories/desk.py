"""Every query on operators' notes and events, and on where previews stand."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.briefs.slots import Slot
from bot.members.tiers import Binding, GroupState, Presence, Tier
from db.models.desk import DeskEvent, DeskNote, DeskPreview
from db.models.group import Group, Membership


def add_note(
    session: Session,
    day: date,
    slot: Slot,
    tier: Tier | None,
    text: str,
    author_id: int,
    now: datetime,
) -> DeskNote:
    """Write a note down."""
    note = DeskNote(day=day, slot=slot, tier=tier, text=text, author_id=author_id, created_at=now)
    session.add(note)
    session.flush()
    return note


def note(session: Session, note_id: int) -> DeskNote | None:
    """Return a note, withdrawn or not."""
    return session.get(DeskNote, note_id)


def notes_of(session: Session, day: date, slot: Slot) -> Sequence[DeskNote]:
    """Return the notes of a slot that still stand, in the order in which they came."""
    query = select(DeskNote).where(
        col(DeskNote.day) == day,
        col(DeskNote.slot) == slot,
        col(DeskNote.withdrawn_at).is_(None),
    )
    return list(session.execute(query.order_by(col(DeskNote.id))).scalars())


def set_note_tier(session: Session, note_id: int, tier: Tier | None) -> bool:
    """Say whose briefs carry a note; tell whether it still stood."""
    changed = session.execute(
        update(DeskNote)
        .where(col(DeskNote.id) == note_id, col(DeskNote.withdrawn_at).is_(None))
        .values(tier=tier)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def withdraw_note(session: Session, note_id: int, by: int, now: datetime) -> bool:
    """Take a note back; tell whether it still stood."""
    changed = session.execute(
        update(DeskNote)
        .where(col(DeskNote.id) == note_id, col(DeskNote.withdrawn_at).is_(None))
        .values(withdrawn_by=by, withdrawn_at=now)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def add_event(
    session: Session, day: date, at: time | None, text: str, author_id: int, now: datetime
) -> DeskEvent:
    """Write an event of a day down."""
    event = DeskEvent(day=day, at=at, text=text, author_id=author_id, created_at=now)
    session.add(event)
    session.flush()
    return event


def event(session: Session, event_id: int) -> DeskEvent | None:
    """Return an event, removed or not."""
    return session.get(DeskEvent, event_id)


def events_on(session: Session, day: date) -> Sequence[DeskEvent]:
    """Return the events of a day that still stand: those of all day first, then by time."""
    query = select(DeskEvent).where(col(DeskEvent.day) == day, col(DeskEvent.removed_at).is_(None))
    found = list(session.execute(query).scalars())
    return sorted(found, key=lambda event: (event.at or time(0), event.id))


def events_from(session: Session, day: date, limit: int) -> Sequence[DeskEvent]:
    """Return the next events from a day on that still stand."""
    query = select(DeskEvent).where(col(DeskEvent.day) >= day, col(DeskEvent.removed_at).is_(None))
    found = list(session.execute(query.order_by(col(DeskEvent.day)).limit(limit)).scalars())
    return sorted(found, key=lambda event: (event.day, event.at or time(0), event.id))


def remove_event(session: Session, event_id: int, by: int, now: datetime) -> bool:
    """Take an event off the calendar; tell whether it still stood there."""
    changed = session.execute(
        update(DeskEvent)
        .where(col(DeskEvent.id) == event_id, col(DeskEvent.removed_at).is_(None))
        .values(removed_by=by, removed_at=now)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def keep_preview(
    session: Session,
    place: tuple[int, int],
    edition_id: int,
    version: int,
    purpose: str,
    now: datetime,
) -> None:
    """Remember what a message, given as (chat, message id), shows and what a reply to it is."""
    chat_id, message_id = place
    session.merge(
        DeskPreview(
            chat_id=chat_id,
            message_id=message_id,
            edition_id=edition_id,
            version=version,
            purpose=purpose,
            shown_at=now,
        )
    )


def preview_at(session: Session, chat_id: int, message_id: int) -> DeskPreview | None:
    """Return what a message shows, if it shows an edition."""
    return session.get(DeskPreview, (chat_id, message_id))


def people_in(session: Session, group_id: int) -> int:
    """Return how many people are known to be in a group."""
    query = select(func.count()).where(
        col(Membership.group_id) == group_id, col(Membership.presence) == Presence.PRESENT
    )
    return int(session.execute(query).scalar_one())


def left_groups(session: Session, tiers: Collection[Tier]) -> Sequence[str]:
    """Return the titles of groups bound to `tiers` in which the bot is no more."""
    query = select(col(Group.title)).where(
        col(Group.binding).in_([Binding(tier.value) for tier in tiers]),
        col(Group.state) == GroupState.REMOVED,
    )
    return list(session.execute(query.order_by(col(Group.id))).scalars())

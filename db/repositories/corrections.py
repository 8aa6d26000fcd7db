"""Every query on corrections of sent editions, and on the copies that were sent."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from bot.briefs.corrections.states import OPEN, CorrectionState
from bot.briefs.slots import POSTED, Slot
from bot.delivery.acts import Act
from bot.delivery.lanes import Lane
from bot.members.tiers import Tier
from db.models.brief import BriefEdition
from db.models.correction import Correction
from db.models.delivery import Delivery
from db.upsert import insert_into


def add(session: Session, values: Mapping[str, Any]) -> Correction | None:
    """Open a correction; return the one of its key, new or known."""
    insert = insert_into(session, Correction).values(**values)
    session.execute(insert.on_conflict_do_nothing(index_elements=["key"]))
    query = select(Correction).where(col(Correction.key) == values["key"])
    return session.execute(query).scalars().first()


def by_id(session: Session, correction_id: int) -> Correction | None:
    """Return a correction as it stands now."""
    return session.get(Correction, correction_id, populate_existing=True)


def change(
    session: Session,
    correction_id: int,
    before: CorrectionState | Collection[CorrectionState],
    values: Mapping[str, Any],
) -> bool:
    """Change a correction that is in a state; tell whether it was."""
    states = [before] if isinstance(before, CorrectionState) else list(before)
    changed = session.execute(
        update(Correction)
        .where(col(Correction.id) == correction_id, col(Correction.state).in_(states))
        .values(**values)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def prompted_by(session: Session, chat_id: int, message_id: int) -> Correction | None:
    """Return the open correction that a message asks about."""
    query = select(Correction).where(
        col(Correction.prompt_chat_id) == chat_id,
        col(Correction.prompt_message_id) == message_id,
        col(Correction.state).in_(OPEN),
    )
    return session.execute(query).scalars().first()


def unsettled(session: Session) -> Sequence[Correction]:
    """Return the applied corrections whose copies are not all seen to, oldest first."""
    query = select(Correction).where(
        col(Correction.state) == CorrectionState.APPLIED, col(Correction.settled_at).is_(None)
    )
    return list(session.execute(query.order_by(col(Correction.id))).scalars())


def applied_of(session: Session, edition_id: int) -> Sequence[Correction]:
    """Return the applied corrections of an edition, the first one first."""
    query = select(Correction).where(
        col(Correction.edition_id) == edition_id,
        col(Correction.state) == CorrectionState.APPLIED,
    )
    return list(session.execute(query.order_by(col(Correction.version))).scalars())


def applied_between(session: Session, start: datetime, end: datetime) -> Sequence[Correction]:
    """Return the corrections that were applied in a time."""
    query = select(Correction).where(
        col(Correction.state) == CorrectionState.APPLIED,
        col(Correction.decided_at) >= start,
        col(Correction.decided_at) < end,
    )
    return list(session.execute(query.order_by(col(Correction.id))).scalars())


def rewrite(session: Session, edition_id: int, version: int, values: Mapping[str, Any]) -> bool:
    """Change a posted edition if nobody did since `version`; tell whether that was so."""
    rewritten = session.execute(
        update(BriefEdition)
        .where(
            col(BriefEdition.id) == edition_id,
            col(BriefEdition.version) == version,
            col(BriefEdition.state).in_(POSTED),
        )
        .values(revision=col(BriefEdition.revision) + 1, **values)
    )
    return bool(rewritten.rowcount)  # type: ignore[attr-defined]


def copies(session: Session, edition: BriefEdition) -> list[Delivery]:
    """Return the deliveries that carry an edition: known by the button under each."""
    sent = sent_in_slot(session, edition.day, edition.slot)
    return [delivery for delivery in sent if edition_of(delivery) == edition.id]


def sent_in_slot(session: Session, day: date, slot: Slot) -> list[Delivery]:
    """Return the deliveries of all editions of a slot, polls and notes not among them."""
    prefix = f"brief:{day}:{slot.value}:"
    query = (
        select(Delivery)
        .where(col(Delivery.send_key) >= prefix, col(Delivery.send_key) < f"{prefix}~")
        .order_by(col(Delivery.id))
        .execution_options(populate_existing=True)
    )
    return list(session.execute(query).scalars())


def copy_at(session: Session, chat_id: int, message_id: int) -> Delivery | None:
    """Return the copy of an edition that a message is."""
    query = select(Delivery).where(
        col(Delivery.lane) == Lane.BRIEF,
        col(Delivery.chat_id) == chat_id,
        col(Delivery.message_id) == message_id,
        col(Delivery.act) == Act.SEND,
        col(Delivery.send_key).startswith("brief:"),
    )
    return session.execute(query).scalars().first()


def edition_of(delivery: Delivery) -> int | None:
    """Return the edition whose sources a button under a delivery shows."""
    for button in (button for row in delivery.buttons for button in row):
        _, found, number = button.get("data", "").partition("brief:sources-")
        if found and number.isdecimal():
            return int(number)
    return None


def posted(
    session: Session,
    day: date | None = None,
    slot: Slot | None = None,
    tier: Tier | None = None,
    limit: int = 12,
) -> Sequence[BriefEdition]:
    """Return the posted editions of a day, slot and tier as far as they are named, newest first."""
    query = select(BriefEdition).where(
        col(BriefEdition.state).in_(POSTED),
        *([col(BriefEdition.day) == day] if day else []),
        *([col(BriefEdition.slot) == slot] if slot else []),
        *([col(BriefEdition.tier) == tier] if tier else []),
    )
    ordered = query.order_by(col(BriefEdition.day).desc(), col(BriefEdition.id).desc())
    return list(session.execute(ordered.limit(limit)).scalars())

"""Every query on brief editions and on who got them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from bot.briefs.slots import POSTED, Decision, EditionState, Slot
from bot.i18n import Language
from bot.members.tiers import Tier
from db.models.brief import BriefEdition, EditionVersion
from db.models.delivery import Delivery
from db.upsert import insert_into

OPEN = (EditionState.AWAITING, EditionState.SKIPPED)
KEY = ("day", "slot", "tier", "language")


def add(session: Session, values: Mapping[str, Any]) -> BriefEdition | None:
    """Make an edition; nothing if its day, slot, tier and language have one."""
    insert = insert_into(session, BriefEdition).values(**values)
    row = session.execute(
        insert.on_conflict_do_nothing(index_elements=list(KEY)).returning(col(BriefEdition.id))
    ).first()
    return None if row is None else session.get(BriefEdition, int(row[0]))


def rewrite(session: Session, edition_id: int, revision: int, values: Mapping[str, Any]) -> bool:
    """Change an unposted edition if nobody did since `revision`; tell whether that was so."""
    rewritten = session.execute(
        update(BriefEdition)
        .where(
            col(BriefEdition.id) == edition_id,
            col(BriefEdition.revision) == revision,
            col(BriefEdition.state).in_(OPEN),
        )
        .values(revision=col(BriefEdition.revision) + 1, **values)
    )
    return bool(rewritten.rowcount)  # type: ignore[attr-defined]


def decide(
    session: Session, edition_id: int, version: int, decision: Decision, by: int, now: datetime
) -> bool:
    """Write a decision down if nobody decided before; tell whether it was the first."""
    decided = session.execute(
        update(BriefEdition)
        .where(
            col(BriefEdition.id) == edition_id,
            col(BriefEdition.version) == version,
            col(BriefEdition.state).in_(OPEN),
            col(BriefEdition.decision).is_(None),
        )
        .values(
            decision=decision,
            decided_by=by,
            decided_at=now,
            revision=col(BriefEdition.revision) + 1,
        )
    )
    return bool(decided.rowcount)  # type: ignore[attr-defined]


def undecide(session: Session, edition_id: int, decision: Decision) -> bool:
    """Take a decision back if it is still the one; tell whether it was."""
    undone = session.execute(
        update(BriefEdition)
        .where(
            col(BriefEdition.id) == edition_id,
            col(BriefEdition.state).in_(OPEN),
            col(BriefEdition.decision) == decision,
        )
        .values(
            decision=None,
            decided_by=None,
            decided_at=None,
            state=EditionState.AWAITING,
            why=None,
            revision=col(BriefEdition.revision) + 1,
        )
    )
    return bool(undone.rowcount)  # type: ignore[attr-defined]


def set_version(session: Session, edition_id: int, number: int) -> None:
    """Say which version an edition's text is of."""
    session.execute(
        update(BriefEdition).where(col(BriefEdition.id) == edition_id).values(version=number)
    )


def add_version(session: Session, values: Mapping[str, Any]) -> None:
    """Keep a version of an edition."""
    session.execute(insert_into(session, EditionVersion).values(**values))


def version(session: Session, edition_id: int, number: int) -> EditionVersion | None:
    """Return one version of an edition."""
    query = select(EditionVersion).where(
        col(EditionVersion.edition_id) == edition_id, col(EditionVersion.number) == number
    )
    return session.execute(query).scalars().first()


def versions_of(session: Session, edition_id: int) -> Sequence[EditionVersion]:
    """Return every version of an edition, the first one first."""
    query = select(EditionVersion).where(col(EditionVersion.edition_id) == edition_id)
    return list(session.execute(query.order_by(col(EditionVersion.number))).scalars())


def edition(
    session: Session, day: date, slot: Slot, tier: Tier, language: Language
) -> BriefEdition | None:
    """Return the edition of a day, slot, tier and language as it stands now."""
    query = select(BriefEdition).where(
        col(BriefEdition.day) == day,
        col(BriefEdition.slot) == slot,
        col(BriefEdition.tier) == tier,
        col(BriefEdition.language) == language,
    )
    found = session.execute(query.execution_options(populate_existing=True))
    return found.scalars().first()


def of_slot(session: Session, day: date, slot: Slot) -> Sequence[BriefEdition]:
    """Return all editions of a slot as they stand now."""
    query = select(BriefEdition).where(col(BriefEdition.day) == day, col(BriefEdition.slot) == slot)
    ordered = query.order_by(col(BriefEdition.id)).execution_options(populate_existing=True)
    return list(session.execute(ordered).scalars())


def by_id(session: Session, edition_id: int) -> BriefEdition | None:
    """Return an edition as it stands now."""
    return session.get(BriefEdition, edition_id, populate_existing=True)


def last_posted(
    session: Session, tier: Tier, language: Language, slot: Slot | None = None
) -> BriefEdition | None:
    """Return the latest posted edition of a tier (and slot), in `language` if there is one."""
    query = (
        select(BriefEdition)
        .where(
            col(BriefEdition.tier) == tier,
            col(BriefEdition.state).in_(POSTED),
            *([col(BriefEdition.slot) == slot] if slot else []),
        )
        .order_by(col(BriefEdition.created_at).desc(), col(BriefEdition.id).desc())
        .limit(len(Language))
    )
    found = list(session.execute(query).scalars())
    same = [e for e in found if (e.day, e.slot) == (found[0].day, found[0].slot)]
    return next((e for e in same if e.language is language), found[0] if found else None)


def sent_keys(session: Session, keys: Collection[str]) -> set[str]:
    """Return which of `keys` are in the outbox already."""
    query = select(col(Delivery.send_key)).where(col(Delivery.send_key).in_(keys))
    return set(session.execute(query).scalars())

"""Every query on the review queue."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlmodel import Session, col

from bot.delivery.lanes import DeliveryState
from bot.review.kinds import WAITING, CaseKind, CaseState, Decision, Step
from db.models.delivery import Delivery
from db.models.review import CaseItem, CaseReport, CaseStep, LabelledCase, ReviewCase
from db.upsert import insert_into


def open_case(session: Session, values: Mapping[str, Any]) -> int | None:
    """Open a case; return its number, or nothing if its key is known."""
    insert = insert_into(session, ReviewCase).values(**values)
    row = session.execute(
        insert.on_conflict_do_nothing(index_elements=["key"]).returning(col(ReviewCase.id))
    ).first()
    return None if row is None else int(row[0])


def add_item(session: Session, values: Mapping[str, Any]) -> bool:
    """Let an occurrence belong to a case; tell whether its key was new."""
    insert = insert_into(session, CaseItem).values(**values)
    row = session.execute(
        insert.on_conflict_do_nothing(index_elements=["key"]).returning(col(CaseItem.id))
    ).first()
    return row is not None


def item_by_key(session: Session, key: str) -> CaseItem | None:
    """Return the occurrence of a key."""
    return session.execute(select(CaseItem).where(col(CaseItem.key) == key)).scalars().first()


def items(session: Session, case_id: int, limit: int = 200) -> Sequence[CaseItem]:
    """Return the occurrences in a case, oldest first."""
    query = select(CaseItem).where(col(CaseItem.case_id) == case_id)
    return list(session.execute(query.order_by(col(CaseItem.id)).limit(limit)).scalars())


def joinable(session: Session, kind: CaseKind, fold: str, since: datetime) -> int | None:
    """Return the waiting case about the same words that was opened after `since`."""
    query = (
        select(col(ReviewCase.id))
        .where(
            col(ReviewCase.kind) == kind,
            col(ReviewCase.fold) == fold,
            col(ReviewCase.state).in_(WAITING),
            col(ReviewCase.asked).is_(None),
            col(ReviewCase.opened_at) > since,
        )
        .order_by(col(ReviewCase.id).desc())
        .limit(1)
    )
    return session.execute(query).scalars().first()


def count_up(session: Session, case_id: int) -> bool:
    """Count one occurrence more; tell whether the case still waits."""
    counted = session.execute(
        update(ReviewCase)
        .where(col(ReviewCase.id) == case_id, col(ReviewCase.state).in_(WAITING))
        .values(count=col(ReviewCase.count) + 1, stale=True)
    )
    return bool(counted.rowcount)  # type: ignore[attr-defined]


def by_id(session: Session, case_id: int) -> ReviewCase | None:
    """Return a case as it is now."""
    return session.get(ReviewCase, case_id, populate_existing=True)


def by_key(session: Session, key: str) -> ReviewCase | None:
    """Return the case that was opened for `key`."""
    query = select(ReviewCase).where(col(ReviewCase.key) == key)
    return session.execute(query).scalars().first()


def about_message(session: Session, chat_id: int, message_id: int) -> ReviewCase | None:
    """Return the latest case, but for appeals, that a message belongs to."""
    query = (
        select(ReviewCase)
        .join(CaseItem, col(CaseItem.case_id) == col(ReviewCase.id))
        .where(
            col(CaseItem.chat_id) == chat_id,
            col(CaseItem.message_id) == message_id,
            col(ReviewCase.kind) != CaseKind.APPEAL,
        )
        .order_by(col(ReviewCase.id).desc())
        .limit(1)
    )
    return session.execute(query).scalars().first()


def move(
    session: Session, case_id: int, states: Collection[CaseState], *guards: Any, **values: Any
) -> bool:
    """Change a case that stands in one of `states`; tell whether it did."""
    moved = session.execute(
        update(ReviewCase)
        .where(col(ReviewCase.id) == case_id, col(ReviewCase.state).in_(states), *guards)
        .values(**values)
    )
    return bool(moved.rowcount)  # type: ignore[attr-defined]


def add_step(
    session: Session,
    case_id: int,
    step: Step,
    actor_id: int | None,
    now: datetime,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    note: str | None = None,
) -> None:
    """Write a step into the trace of a case."""
    session.add(
        CaseStep(
            case_id=case_id,
            step=step,
            actor_id=actor_id,
            before=dict(before),
            after=dict(after),
            note=note[:1000] if note else None,
            at=now,
        )
    )


def steps(session: Session, case_id: int) -> Sequence[CaseStep]:
    """Return the trace of a case, oldest first."""
    query = select(CaseStep).where(col(CaseStep.case_id) == case_id)
    return list(session.execute(query.order_by(col(CaseStep.id))).scalars())


def cards(session: Session, send_keys: Collection[str]) -> Sequence[Delivery]:
    """Return the cards of a case, as the outbox knows them, held until this transaction ends."""
    query = select(Delivery).where(col(Delivery.send_key).in_(send_keys)).with_for_update()
    query = query.execution_options(populate_existing=True)
    return list(session.execute(query).scalars())


def item(session: Session, item_id: int) -> CaseItem | None:
    """Return an occurrence."""
    return session.get(CaseItem, item_id)


def items_of_member(
    session: Session, member_id: int, since: datetime
) -> Sequence[tuple[CaseItem, ReviewCase]]:
    """Return what happened with a member after `since`, newest first, with its case."""
    query = (
        select(CaseItem, ReviewCase)
        .join(ReviewCase, col(ReviewCase.id) == col(CaseItem.case_id))
        .where(
            col(CaseItem.member_id) == member_id,
            col(CaseItem.at) > since,
            col(ReviewCase.kind) != CaseKind.APPEAL,
        )
        .order_by(col(CaseItem.id).desc())
        .limit(50)
    )
    return [(item, case) for item, case in session.execute(query)]


def count_reports(session: Session, case_id: int) -> int:
    """Return how many people reported what a case is about."""
    query = select(func.count()).where(col(CaseReport.case_id) == case_id)
    return int(session.execute(query).scalar_one())


def reporters(session: Session, case_id: int) -> Sequence[int]:
    """Return who reported what a case is about."""
    query = select(col(CaseReport.reporter_id)).where(col(CaseReport.case_id) == case_id)
    return list(session.execute(query.order_by(col(CaseReport.id))).scalars())


def last_step(session: Session, case_id: int) -> int:
    """Return the number of the latest step in the trace of a case."""
    query = select(func.max(col(CaseStep.id))).where(col(CaseStep.case_id) == case_id)
    return int(session.execute(query).scalar_one() or 0)


def redraw_queued(session: Session, delivery_id: int, markup: str, buttons: Sequence[Any]) -> bool:
    """Change a card that was not sent yet; tell whether it still waited."""
    changed = session.execute(
        update(Delivery)
        .where(col(Delivery.id) == delivery_id, col(Delivery.state) == DeliveryState.QUEUED)
        .values(markup=markup, buttons=list(buttons))
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def set_stale(session: Session, case_id: int, stale: bool) -> None:
    """Remember whether the cards of a case show how it stands."""
    session.execute(update(ReviewCase).where(col(ReviewCase.id) == case_id).values(stale=stale))


def stale(session: Session, limit: int = 50) -> Sequence[int]:
    """Return the cases whose cards do not show how they stand, oldest first."""
    query = select(col(ReviewCase.id)).where(col(ReviewCase.stale).is_(True))
    return list(session.execute(query.order_by(col(ReviewCase.id)).limit(limit)).scalars())


def label(session: Session, values: Mapping[str, Any]) -> None:
    """Keep what was learnt from a case; a later decision about it counts instead."""
    insert = insert_into(session, LabelledCase).values(**values)
    changed = {name: value for name, value in values.items() if name != "case_id"}
    session.execute(insert.on_conflict_do_update(index_elements=["case_id"], set_=changed))


def labelled(session: Session, since: datetime | None = None) -> Sequence[LabelledCase]:
    """Return the texts that people labelled, oldest decision first."""
    query = select(LabelledCase).order_by(col(LabelledCase.at), col(LabelledCase.id))
    if since is not None:
        query = query.where(col(LabelledCase.at) >= since)
    return list(session.execute(query).scalars())


def add_report(session: Session, case_id: int, reporter_id: int, words: str, now: datetime) -> bool:
    """Write down who reported; tell whether they had not reported the same before."""
    insert = insert_into(session, CaseReport).values(
        case_id=case_id, reporter_id=reporter_id, words=words, at=now
    )
    insert = insert.on_conflict_do_nothing(index_elements=["case_id", "reporter_id"])
    return session.execute(insert.returning(col(CaseReport.id))).first() is not None


def reports_since(session: Session, reporter_id: int, since: datetime) -> int:
    """Return how much somebody reported after `since`."""
    query = select(func.count()).where(
        col(CaseReport.reporter_id) == reporter_id, col(CaseReport.at) > since
    )
    return int(session.execute(query).scalar_one())


def reports_decided(session: Session, reporter_id: int, since: datetime) -> tuple[int, int]:
    """Return how many of somebody's reports after `since` were founded, and how many not."""
    query = (
        select(col(ReviewCase.decision), func.count())
        .join(CaseReport, col(CaseReport.case_id) == col(ReviewCase.id))
        .where(
            col(CaseReport.reporter_id) == reporter_id,
            col(CaseReport.at) > since,
            col(ReviewCase.decision).is_not(None),
        )
        .group_by(col(ReviewCase.decision))
    )
    counts = {decision: int(count) for decision, count in session.execute(query)}
    unfounded = counts.pop(Decision.RELEASE, 0)
    return sum(counts.values()), unfounded


def clock_due(session: Session, opened_before: datetime) -> Sequence[ReviewCase]:
    """Return the waiting cases that were opened before an instant, oldest first."""
    query = (
        select(ReviewCase)
        .where(col(ReviewCase.state).in_(WAITING), col(ReviewCase.opened_at) <= opened_before)
        .order_by(col(ReviewCase.due_at), col(ReviewCase.id))
    )
    return list(session.execute(query).scalars())


def waiting(
    session: Session,
    *,
    kind: CaseKind | None = None,
    owner_id: int | None = None,
    with_owners_only: bool,
    skip: int = 0,
    limit: int = 10,
) -> tuple[Sequence[ReviewCase], int]:
    """Return the waiting cases whose clock runs out first, and how many there are in all."""
    wanted: list[ColumnElement[bool]] = [col(ReviewCase.state).in_(WAITING)]
    if kind is not None:
        wanted.append(col(ReviewCase.kind) == kind)
    if owner_id is not None:
        wanted.append(col(ReviewCase.owner_id) == owner_id)
    if not with_owners_only:
        wanted.append(col(ReviewCase.owners_only).is_(False))
    query = select(ReviewCase).where(*wanted).order_by(col(ReviewCase.due_at), col(ReviewCase.id))
    count = session.execute(select(func.count()).select_from(ReviewCase).where(*wanted))
    found = list(session.execute(query.offset(skip).limit(limit)).scalars())
    return found, int(count.scalar_one())


def kinds_waiting(session: Session) -> Sequence[CaseKind]:
    """Return of which kinds something waits."""
    query = select(col(ReviewCase.kind)).where(col(ReviewCase.state).in_(WAITING)).distinct()
    return list(session.execute(query).scalars())


def opened_between(session: Session, start: datetime, end: datetime) -> Sequence[ReviewCase]:
    """Return the cases that were opened from `start` to before `end`."""
    query = select(ReviewCase).where(
        col(ReviewCase.opened_at) >= start, col(ReviewCase.opened_at) < end
    )
    return list(session.execute(query.order_by(col(ReviewCase.id))).scalars())


def readdress(session: Session, old_chat: int, new_chat: int) -> None:
    """Let cases follow a group to its new chat id: measures are taken and undone there."""
    for table in (ReviewCase, CaseItem):
        session.execute(
            update(table).where(col(table.chat_id) == old_chat).values(chat_id=new_chat)
        )

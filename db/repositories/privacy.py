"""Every query on a member's own data: the copies and the wishes to be forgotten."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import String, Table, cast, delete, exists, func, literal, or_, select, update
from sqlmodel import Session, SQLModel, col

from bot.contest.states import ContestState
from bot.delivery.lanes import DeliveryState, Lane
from bot.privacy.states import ForgetState
from bot.questions.states import OPEN, CloseReason, QuestionState
from db.models.archive import ArchiveRecord
from db.models.contest import Contest, ContestEntry
from db.models.delivery import Delivery
from db.models.group import Group, Membership
from db.models.member import Member
from db.models.operator_action import OperatorAction, PendingMovement
from db.models.points import LedgerEntry
from db.models.privacy import DataRequest, ForgetRequest
from db.models.question import QuestionCase, QuestionEvent
from db.upsert import insert_into

SERVICE_LANES = (Lane.BRIEF, Lane.ANSWER)
"""What was said to somebody as a service, which is kept as long as a publication."""
WAITING = (DeliveryState.QUEUED, DeliveryState.RESERVED)


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a model."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def rows(
    session: Session, model: type[SQLModel], about: Sequence[str], member_id: int
) -> list[Mapping[str, Any]]:
    """Return the rows of a table that name a member in one of the columns `about`."""
    table = table_of(model)
    mine = or_(*(table.c[column] == member_id for column in about))
    query = select(table).where(mine).order_by(*table.primary_key.columns)
    return [dict(row._mapping) for row in session.execute(query)]


def count(
    session: Session, model: type[SQLModel], about: Sequence[str], member_id: int, when: str | None
) -> tuple[int, datetime | date | None]:
    """Return how many rows of a table name a member, and the date of the newest."""
    table = table_of(model)
    newest = func.max(table.c[when]) if when else literal(None)
    mine = or_(*(table.c[column] == member_id for column in about))
    row = session.execute(select(func.count(), newest).select_from(table).where(mine)).one()
    return int(row[0]), row[1]


def delete_rows(
    session: Session, model: type[SQLModel], about: Sequence[str], member_id: int
) -> int:
    """Delete the rows of a table that name a member; return how many."""
    table = table_of(model)
    mine = or_(*(table.c[column] == member_id for column in about))
    return int(session.execute(delete(table).where(mine)).rowcount)  # type: ignore[attr-defined]


def rename_rows(
    session: Session, model: type[SQLModel], about: Sequence[str], member_id: int, pseudonym: int
) -> int:
    """Put a pseudonym in place of a member; return in how many fields."""
    table, changed = table_of(model), 0
    for column in about:
        done = session.execute(
            update(table).where(table.c[column] == member_id).values({column: pseudonym})
        )
        changed += int(done.rowcount)  # type: ignore[attr-defined]
    return changed


def drop_undecided(session: Session, member_id: int) -> None:
    """Delete movements of points that wait for a second person: nobody is left to get them."""
    session.execute(
        delete(PendingMovement).where(
            col(PendingMovement.member_id) == member_id,
            col(PendingMovement.decided_at).is_(None),
        )
    )


def unname_ledger(session: Session, pseudonym: int) -> None:
    """Take out of the ledger's keys and notes what names the person; sums stay."""
    session.execute(
        update(LedgerEntry)
        .where(col(LedgerEntry.member_id) == pseudonym)
        .values(key=_numbered(col(LedgerEntry.id)), note=None)
        .execution_options(synchronize_session=False)
    )


def unname_questions(session: Session, pseudonym: int, now: datetime) -> None:
    """Take out of the questions' keys what names the person; close what is still open."""
    whole = {"synchronize_session": False}
    mine = col(QuestionCase.asker_id) == pseudonym
    session.execute(
        update(QuestionCase)
        .where(mine, col(QuestionCase.state).in_(OPEN))
        .values(
            state=QuestionState.CLOSED,
            closed_at=now,
            close_reason=CloseReason.FORGOTTEN,
            stale=True,
            version=col(QuestionCase.version) + 1,
        )
        .execution_options(**whole)
    )
    session.execute(
        update(QuestionCase)
        .where(mine)
        .values(key=_numbered(col(QuestionCase.id)))
        .execution_options(**whole)
    )
    of_mine = col(QuestionEvent.case_id).in_(select(col(QuestionCase.id)).where(mine))
    session.execute(
        update(QuestionEvent).where(of_mine).values(key=None).execution_options(**whole)
    )


def forget_deliveries(session: Session, member_id: int, pseudonym: int) -> int:
    """Delete what was said to a member in private; what is a service stays under a pseudonym."""
    service = col(Delivery.lane).in_(SERVICE_LANES) & (col(Delivery.state) == DeliveryState.SENT)
    renamed = {"chat_id": pseudonym, "send_key": _numbered(col(Delivery.id))}
    whole = {"synchronize_session": False}
    session.execute(
        update(Delivery)
        .where(col(Delivery.chat_id) == member_id, service)
        .values(renamed)
        .execution_options(**whole)
    )
    # An act on them in a group that is still to come (an end of silence) must find them.
    session.execute(
        update(Delivery)
        .where(col(Delivery.person_id) == member_id, col(Delivery.state).not_in(WAITING))
        .values(person_id=pseudonym)
        .execution_options(**whole)
    )
    gone = session.execute(
        delete(Delivery).where(col(Delivery.chat_id) == member_id).execution_options(**whole)
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]


def _numbered(column: Any) -> Any:
    return literal("forgotten:") + cast(column, String)


def memberships(session: Session, member_id: int) -> list[Mapping[str, Any]]:
    """Return the groups in which a member is or was, by name."""
    query = (
        select(col(Group.title), col(Membership.presence), col(Membership.since))
        .join(Group, col(Group.id) == col(Membership.group_id))
        .where(col(Membership.member_id) == member_id)
        .order_by(col(Membership.since))
    )
    return [dict(row._mapping) for row in session.execute(query)]


def measures(session: Session, member_id: int) -> list[Mapping[str, Any]]:
    """Return what operators did about a member, without who did it and why."""
    query = (
        select(col(OperatorAction.at), col(OperatorAction.action))
        .where(col(OperatorAction.target) == f"member:{member_id}")
        .order_by(col(OperatorAction.id))
    )
    return [dict(row._mapping) for row in session.execute(query)]


def archived(session: Session, member_id: int) -> list[tuple[Any, int, datetime]]:
    """Return (class, how many, newest) of what the archive holds by a member."""
    query = (
        select(col(ArchiveRecord.record_class), func.count(), func.max(ArchiveRecord.at))
        .where(col(ArchiveRecord.author_id) == member_id)
        .group_by(col(ArchiveRecord.record_class))
        .order_by(col(ArchiveRecord.record_class))
    )
    return [(row[0], int(row[1]), row[2]) for row in session.execute(query)]


def services(session: Session, member_id: int) -> tuple[int, datetime | None]:
    """Return how many messages were sent to a member as a service, and when the newest."""
    query = select(func.count(), func.max(Delivery.settled_at)).where(
        col(Delivery.chat_id) == member_id,
        col(Delivery.lane).in_(SERVICE_LANES),
        col(Delivery.state) == DeliveryState.SENT,
    )
    row = session.execute(query).one()
    return int(row[0]), row[1]


def unfinished_contest(session: Session, member_id: int) -> str | None:
    """Return the title of a contest that a member is in and that is not over."""
    over = (ContestState.FINISHED, ContestState.CANCELLED)
    query = (
        select(col(Contest.title))
        .join(ContestEntry, col(ContestEntry.contest_id) == col(Contest.id))
        .where(col(ContestEntry.member_id) == member_id, col(Contest.state).not_in(over))
        .order_by(col(Contest.id))
    )
    return session.execute(query).scalars().first()


def in_a_contest(session: Session, member_id: int) -> bool:
    """Tell whether a member ever took part in a contest."""
    entry = select(col(ContestEntry.contest_id)).where(col(ContestEntry.member_id) == member_id)
    return bool(session.execute(select(exists(entry))).scalar_one())


def blank_member(session: Session, member_id: int) -> None:
    """Leave of a member's profile the number alone."""
    session.execute(
        update(Member)
        .where(col(Member.id) == member_id)
        .values(
            first_name="-",
            last_name=None,
            username=None,
            language=None,
            hidden=False,
            unreachable_since=None,
        )
    )


def delete_member(session: Session, member_id: int) -> None:
    """Delete a profile that nothing refers to any more."""
    session.execute(delete(Member).where(col(Member.id) == member_id))


def add_pseudonym(session: Session, pseudonym: int, now: datetime) -> None:
    """Make the nameless member under whom what must be kept is kept."""
    session.add(Member(id=pseudonym, first_name="-", hidden=True, first_seen_at=now))
    session.flush()


def last_copy(session: Session, member_id: int) -> DataRequest | None:
    """Return when a member asked for a copy last."""
    return session.get(DataRequest, member_id, populate_existing=True)


def note_copy(session: Session, member_id: int, day: date, now: datetime) -> None:
    """Remember that a member asks for a copy."""
    values = {"day": day, "asked_at": now, "sent_at": None}
    insert = insert_into(session, DataRequest).values(member_id=member_id, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["member_id"], set_=values))


def copy_sent(session: Session, member_id: int, now: datetime) -> None:
    """Remember that the copy arrived."""
    session.execute(
        update(DataRequest).where(col(DataRequest.member_id) == member_id).values(sent_at=now)
    )


def waiting_forget(session: Session, member_id: int) -> ForgetRequest | None:
    """Return a member's wish that waits, which nobody else changes until this ends."""
    query = select(ForgetRequest).where(
        col(ForgetRequest.member_id) == member_id,
        col(ForgetRequest.state) == ForgetState.WAITING,
    )
    return session.execute(query.with_for_update()).scalars().first()


def add_forget(session: Session, member_id: int, now: datetime, due_at: datetime) -> None:
    """Write a wish down, unless one waits already."""
    insert = insert_into(session, ForgetRequest).values(
        member_id=member_id, state=ForgetState.WAITING, asked_at=now, due_at=due_at
    )
    session.execute(insert.on_conflict_do_nothing())


def due_forgets(session: Session, now: datetime) -> list[int]:
    """Return the members whose wish is due, in the order of their asking."""
    query = (
        select(col(ForgetRequest.member_id))
        .where(col(ForgetRequest.state) == ForgetState.WAITING, col(ForgetRequest.due_at) <= now)
        .order_by(col(ForgetRequest.id))
    )
    return list(session.execute(query).scalars())

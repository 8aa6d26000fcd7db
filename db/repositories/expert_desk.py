"""Every query of the expert desk: its cases, experts, licences, stops, ratings, rewards."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.delivery.lanes import DeliveryState
from bot.members.tiers import Presence
from bot.questions.desk.sent import Sent
from bot.questions.states import ENDED, WITH_PEOPLE, EventKind, QuestionState
from db.models.archive import ArchiveRecord
from db.models.delivery import Delivery
from db.models.expert_desk import QuestionDelivery
from db.models.group import Group, Membership
from db.models.points import LedgerEntry
from db.models.question import (
    ExpertLicence,
    ExpertProfile,
    QuestionCase,
    QuestionClockStop,
    QuestionEvent,
    QuestionPeerAnswer,
    QuestionRating,
)
from db.upsert import insert_into


def with_people(session: Session) -> Sequence[QuestionCase]:
    """Return the cases that wait for a person or have one, the nearest deadline first."""
    query = select(QuestionCase).where(col(QuestionCase.state).in_(WITH_PEOPLE))
    ordered = query.order_by(
        col(QuestionCase.due_at).is_(None), col(QuestionCase.due_at), col(QuestionCase.id)
    )
    return list(session.execute(_fresh(ordered)).scalars())


def stale(session: Session, limit: int = 50) -> Sequence[int]:
    """Return the cases whose cards do not show how they stand, oldest first."""
    query = select(col(QuestionCase.id)).where(
        col(QuestionCase.stale).is_(True), col(QuestionCase.state) != QuestionState.BOT
    )
    return list(session.execute(query.order_by(col(QuestionCase.id)).limit(limit)).scalars())


def set_columns(session: Session, case_id: int, **values: Any) -> None:
    """Set columns that are no change of the case itself: where its card is, what is told."""
    session.execute(update(QuestionCase).where(col(QuestionCase.id) == case_id).values(**values))


def mark(session: Session, case_id: int, column: str, now: datetime, due: datetime) -> bool:
    """Date a column of an unanswered case with this deadline; tell whether it was empty."""
    changed = session.execute(
        update(QuestionCase)
        .where(
            col(QuestionCase.id) == case_id,
            col(QuestionCase.state).in_(WITH_PEOPLE),
            col(QuestionCase.due_at) == due,
            getattr(QuestionCase, column).is_(None),
        )
        .values(**{column: now, "stale": True})
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def answered_before(session: Session, at: datetime, limit: int = 200) -> Sequence[QuestionCase]:
    """Return the cases that an expert answered before an instant and nobody closed since."""
    query = select(QuestionCase).where(
        col(QuestionCase.state) == QuestionState.ANSWERED,
        col(QuestionCase.answered_by).is_not(None),
        col(QuestionCase.answered_at) <= at,
    )
    return list(session.execute(query.order_by(col(QuestionCase.id)).limit(limit)).scalars())


def idle_with_bot(session: Session, at: datetime, limit: int = 200) -> Sequence[QuestionCase]:
    """Return the cases that the bot has and in which nothing happened after an instant."""
    later = select(col(QuestionEvent.id)).where(
        col(QuestionEvent.case_id) == col(QuestionCase.id), col(QuestionEvent.at) > at
    )
    query = select(QuestionCase).where(
        col(QuestionCase.state) == QuestionState.BOT,
        col(QuestionCase.opened_at) <= at,
        ~later.exists(),
    )
    return list(session.execute(query.order_by(col(QuestionCase.id)).limit(limit)).scalars())


def by_card(session: Session, chat_id: int, message_id: int) -> QuestionCase | None:
    """Return the case whose card is a message."""
    query = select(QuestionCase).where(
        col(QuestionCase.card_chat_id) == chat_id, col(QuestionCase.card_message_id) == message_id
    )
    return session.execute(_fresh(query)).scalars().first()


def by_message(
    session: Session, place: tuple[int, int], kinds: Collection[Sent], asker_id: int | None = None
) -> QuestionCase | None:
    """Return the case about which a message (chat, id) of ours was sent as one of `kinds`.

    Of `asker_id` alone; without that, of those that are not closed.
    """
    mine = (
        col(QuestionCase.state) != QuestionState.CLOSED
        if asker_id is None
        else col(QuestionCase.asker_id) == asker_id
    )
    query = (
        select(QuestionCase)
        .join(QuestionDelivery, col(QuestionDelivery.case_id) == col(QuestionCase.id))
        .join(Delivery, col(Delivery.send_key) == col(QuestionDelivery.send_key))
        .where(
            mine,
            col(QuestionDelivery.sent_as).in_(kinds),
            col(Delivery.chat_id) == place[0],
            col(Delivery.message_id) == place[1],
        )
        .order_by(col(QuestionCase.id).desc())
        .limit(1)
    )
    return session.execute(_fresh(query)).scalars().first()


def add_message(session: Session, case_id: int, send_key: str, sent_as: Sent) -> None:
    """Remember that a message of the outbox is about a case."""
    insert = insert_into(session, QuestionDelivery).values(
        case_id=case_id, send_key=send_key, sent_as=sent_as
    )
    session.execute(insert.on_conflict_do_nothing(index_elements=["send_key"]))


def keys_of(session: Session, case_id: int, kinds: Collection[Sent]) -> Sequence[str]:
    """Return the send keys of what was sent about a case, oldest first."""
    query = select(col(QuestionDelivery.send_key)).where(
        col(QuestionDelivery.case_id) == case_id, col(QuestionDelivery.sent_as).in_(kinds)
    )
    return list(session.execute(query.order_by(col(QuestionDelivery.id))).scalars())


def deliveries_of(session: Session, keys: Collection[str]) -> Sequence[Delivery]:
    """Return the deliveries of these send keys, oldest first."""
    query = select(Delivery).where(col(Delivery.send_key).in_(keys)).order_by(col(Delivery.id))
    return list(session.execute(_fresh(query)).scalars())


def undelivered(
    session: Session, kinds: Collection[Sent], since: datetime
) -> Sequence[tuple[int, Delivery]]:
    """Return what was sent as one of `kinds` after `since` and failed, with its case's number."""
    query = (
        select(col(QuestionDelivery.case_id), Delivery)
        .join(Delivery, col(Delivery.send_key) == col(QuestionDelivery.send_key))
        .where(
            col(QuestionDelivery.sent_as).in_(kinds),
            col(Delivery.state) == DeliveryState.FAILED,
            col(Delivery.created_at) >= since,
        )
        .order_by(col(Delivery.id))
    )
    return [(int(case_id), post) for case_id, post in session.execute(_fresh(query))]


def redraw_queued(session: Session, delivery_id: int, markup: str, buttons: Sequence[Any]) -> bool:
    """Change a message that was not sent yet; tell whether it still waited."""
    changed = session.execute(
        update(Delivery)
        .where(col(Delivery.id) == delivery_id, col(Delivery.state) == DeliveryState.QUEUED)
        .values(markup=markup, buttons=list(buttons))
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]


def load_of(session: Session) -> dict[int, int]:
    """Return how many open cases each expert has."""
    query = (
        select(col(QuestionCase.assignee_id), func.count())
        .where(col(QuestionCase.state) == QuestionState.HUMAN)
        .group_by(col(QuestionCase.assignee_id))
    )
    return {int(row[0]): int(row[1]) for row in session.execute(query) if row[0] is not None}


def has_left(session: Session, chat_id: int, member_id: int) -> bool:
    """Tell whether it is known that somebody left a group."""
    query = (
        select(col(Membership.presence))
        .join(Group, col(Group.id) == col(Membership.group_id))
        .where(col(Group.chat_id) == chat_id, col(Membership.member_id) == member_id)
    )
    return session.execute(query).scalars().first() is Presence.LEFT


def profiles(session: Session) -> dict[int, ExpertProfile]:
    """Return what experts said they take, by their id."""
    return {row.expert_id: row for row in session.execute(select(ExpertProfile)).scalars()}


def save_profile(session: Session, expert_id: int, values: Mapping[str, Any]) -> None:
    """Remember what an expert takes in place of what was known."""
    insert = insert_into(session, ExpertProfile).values(
        **{"expert_id": expert_id, "tags": [], "tiers": [], "active": True, **values}
    )
    session.execute(insert.on_conflict_do_update(index_elements=["expert_id"], set_=dict(values)))


def licences(session: Session) -> Sequence[ExpertLicence]:
    """Return every licence that was not taken away, the one that ends first in front."""
    query = select(ExpertLicence).where(col(ExpertLicence.revoked_at).is_(None))
    ordered = query.order_by(col(ExpertLicence.valid_until), col(ExpertLicence.id))
    return list(session.execute(_fresh(ordered)).scalars())


def add_licence(session: Session, values: Mapping[str, Any]) -> int:
    """Keep a licence; return its number."""
    insert = insert_into(session, ExpertLicence).values(**values)
    return int(session.execute(insert.returning(col(ExpertLicence.id))).scalar_one())


def revoke_licences(
    session: Session, expert_id: int, scope: str, revoked_by: int, now: datetime
) -> Sequence[int]:
    """Take somebody's licences of a scope away; return their numbers."""
    change = (
        update(ExpertLicence)
        .where(
            col(ExpertLicence.expert_id) == expert_id,
            col(ExpertLicence.scope) == scope,
            col(ExpertLicence.revoked_at).is_(None),
        )
        .values(revoked_by=revoked_by, revoked_at=now)
        .returning(col(ExpertLicence.id))
    )
    return list(session.execute(change).scalars())


def warn_licence(session: Session, licence_id: int, now: datetime) -> bool:
    """Remember that a licence's end was told; tell whether it had not been."""
    change = (
        update(ExpertLicence)
        .where(col(ExpertLicence.id) == licence_id, col(ExpertLicence.warned_at).is_(None))
        .values(warned_at=now)
    )
    return bool(session.execute(change).rowcount)  # type: ignore[attr-defined]


def stops(session: Session, since: datetime | None = None) -> Sequence[QuestionClockStop]:
    """Return the stops of all clocks that did not end before `since`, oldest first."""
    query = select(QuestionClockStop).order_by(col(QuestionClockStop.id))
    if since is not None:
        ended = col(QuestionClockStop.ended_at)
        query = query.where(ended.is_(None) | (ended >= since))
    return list(session.execute(_fresh(query)).scalars())


def start_stop(session: Session, reason: str, started_by: int, now: datetime) -> int | None:
    """Stop all clocks; return the stop's number, or nothing if they stand already."""
    insert = insert_into(session, QuestionClockStop).values(
        running=True, reason=reason, started_by=started_by, started_at=now
    )
    insert = insert.on_conflict_do_nothing(index_elements=["running"])
    row = session.execute(insert.returning(col(QuestionClockStop.id))).first()
    return None if row is None else int(row[0])


def end_stop(session: Session, ended_by: int, now: datetime) -> int | None:
    """Let the clocks run again; return the stop's number, or nothing if they were running."""
    change = (
        update(QuestionClockStop)
        .where(col(QuestionClockStop.running).is_(True))
        .values(running=None, ended_by=ended_by, ended_at=now)
        .returning(col(QuestionClockStop.id))
    )
    row = session.execute(change).first()
    return None if row is None else int(row[0])


def rate(session: Session, values: Mapping[str, Any]) -> None:
    """Keep a rating in place of the one before."""
    insert = insert_into(session, QuestionRating).values(**values)
    changed = {"score": values["score"], "at": values["at"]}
    session.execute(
        insert.on_conflict_do_update(index_elements=["case_id", "expert_id"], set_=changed)
    )


def ratings_between(session: Session, start: datetime, end: datetime) -> Sequence[QuestionRating]:
    """Return the ratings that were given from `start` to before `end`."""
    query = select(QuestionRating).where(
        col(QuestionRating.at) >= start, col(QuestionRating.at) < end
    )
    return list(session.execute(query).scalars())


def events_between(
    session: Session, kinds: Collection[EventKind], start: datetime, end: datetime
) -> Sequence[QuestionEvent]:
    """Return the lines of `kinds` that were written from `start` to before `end`, in order."""
    query = select(QuestionEvent).where(
        col(QuestionEvent.kind).in_(kinds),
        col(QuestionEvent.at) >= start,
        col(QuestionEvent.at) < end,
    )
    return list(session.execute(query.order_by(col(QuestionEvent.id))).scalars())


def cases(session: Session, case_ids: Collection[int]) -> dict[int, QuestionCase]:
    """Return cases by their numbers."""
    query = select(QuestionCase).where(col(QuestionCase.id).in_(case_ids))
    return {case.id: case for case in session.execute(query).scalars()}


def asked_by_message(session: Session, chat_id: int, message_id: int) -> QuestionCase | None:
    """Return the case that was asked with a message of a group."""
    query = select(QuestionCase).where(col(QuestionCase.key) == f"ask:{chat_id}:{message_id}")
    return session.execute(_fresh(query)).scalars().first()


def open_in_public(session: Session, since: datetime) -> Sequence[QuestionCase]:
    """Return the questions asked in groups after `since` whose answer nobody has yet."""
    query = select(QuestionCase).where(
        col(QuestionCase.state).not_in(ENDED),
        col(QuestionCase.chat_id) < 0,
        col(QuestionCase.opened_at) >= since,
        col(QuestionCase.message_id).is_not(None),
    )
    return list(session.execute(query).scalars())


def said_since(session: Session, chat_id: int, message_id: int) -> Sequence[ArchiveRecord]:
    """Return what was said in a chat after a message, oldest first."""
    query = select(ArchiveRecord).where(
        col(ArchiveRecord.chat_id) == chat_id, col(ArchiveRecord.message_id) > message_id
    )
    return list(session.execute(query.order_by(col(ArchiveRecord.id)).limit(500)).scalars())


def said(session: Session, chat_id: int, message_id: int) -> ArchiveRecord | None:
    """Return what was first said with a message."""
    query = select(ArchiveRecord).where(
        col(ArchiveRecord.chat_id) == chat_id, col(ArchiveRecord.message_id) == message_id
    )
    return session.execute(query.order_by(col(ArchiveRecord.id))).scalars().first()


def add_peer_answer(session: Session, values: Mapping[str, Any]) -> bool:
    """Keep an accepted answer; tell whether the same person's was not accepted before."""
    insert = insert_into(session, QuestionPeerAnswer).values(**values)
    insert = insert.on_conflict_do_nothing(index_elements=["case_id", "answerer_id"])
    return session.execute(insert.returning(col(QuestionPeerAnswer.id))).first() is not None


def of_pair(session: Session, one: int, other: int, since: datetime) -> int:
    """Return how many paid answers went between two people after `since`."""
    asker, answerer = col(QuestionPeerAnswer.asker_id), col(QuestionPeerAnswer.answerer_id)
    query = select(func.count()).where(
        ((asker == one) & (answerer == other)) | ((asker == other) & (answerer == one)),
        col(QuestionPeerAnswer.accepted_at) > since,
        col(QuestionPeerAnswer.points) > 0,
    )
    return int(session.execute(query).scalar_one())


def earned_by_rule(session: Session, member_id: int, rule: str, day: date) -> int:
    """Return what a rule gave somebody on a community day."""
    query = select(func.coalesce(func.sum(col(LedgerEntry.amount)), 0)).where(
        col(LedgerEntry.member_id) == member_id,
        col(LedgerEntry.day) == day,
        col(LedgerEntry.rule) == rule,
    )
    return int(session.execute(query).scalar_one())


def _fresh(query: Any) -> Any:
    return query.execution_options(populate_existing=True)

"""Every query on question cases, their trace and what was offered in them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.questions.states import OPEN, CloseReason, EventKind, OfferVerdict, QuestionState
from db.models.question import QuestionCase, QuestionClockStop, QuestionEvent, QuestionOffer
from db.upsert import insert_into


def add_case(session: Session, values: Mapping[str, Any]) -> int | None:
    """Open a case; return its number, or nothing if its key or its place is taken."""
    add = insert_into(session, QuestionCase).values(**values)
    row = session.execute(add.on_conflict_do_nothing().returning(col(QuestionCase.id))).first()
    return None if row is None else int(row[0])


def case(session: Session, case_id: int) -> QuestionCase | None:
    """Return a case as it is now."""
    return session.get(QuestionCase, case_id, populate_existing=True)


def by_key(session: Session, key: str) -> QuestionCase | None:
    """Return the case that the message named by `key` opened."""
    return _first(session, col(QuestionCase.key) == key)


def open_in(session: Session, chat_id: int, thread_id: int, asker_id: int) -> QuestionCase | None:
    """Return the open case of an asker in a place."""
    return _first(
        session,
        col(QuestionCase.chat_id) == chat_id,
        col(QuestionCase.thread_id) == thread_id,
        col(QuestionCase.asker_id) == asker_id,
        col(QuestionCase.state).in_(OPEN),
    )


def of_asker(session: Session, asker_id: int, limit: int = 10) -> Sequence[QuestionCase]:
    """Return the latest cases of an asker, newest first."""
    query = select(QuestionCase).where(col(QuestionCase.asker_id) == asker_id)
    return list(session.execute(query.order_by(col(QuestionCase.id).desc()).limit(limit)).scalars())


def of_asker_in(
    session: Session, chat_id: int, asker_id: int, states: Collection[QuestionState]
) -> Sequence[QuestionCase]:
    """Return the cases of an asker in a chat, all topics, that stand in one of `states`."""
    query = select(QuestionCase).where(
        col(QuestionCase.chat_id) == chat_id,
        col(QuestionCase.asker_id) == asker_id,
        col(QuestionCase.state).in_(states),
    )
    query = query.execution_options(populate_existing=True)
    return list(session.execute(query.order_by(col(QuestionCase.id))).scalars())


def opened_since(session: Session, asker_id: int, since: datetime) -> Sequence[datetime]:
    """Return when an asker opened cases after `since`, oldest first."""
    query = select(col(QuestionCase.opened_at)).where(
        col(QuestionCase.asker_id) == asker_id, col(QuestionCase.opened_at) > since
    )
    return list(session.execute(query.order_by(col(QuestionCase.opened_at))).scalars())


def events_since(
    session: Session, actor_id: int, kinds: Collection[EventKind], since: datetime
) -> Sequence[datetime]:
    """Return when somebody did one of `kinds` in any case after `since`, oldest first."""
    query = select(col(QuestionEvent.at)).where(
        col(QuestionEvent.actor_id) == actor_id,
        col(QuestionEvent.kind).in_(kinds),
        col(QuestionEvent.at) > since,
    )
    return list(session.execute(query.order_by(col(QuestionEvent.at))).scalars())


def move(
    session: Session,
    case_id: int,
    states: Collection[QuestionState],
    *guards: Any,
    **values: Any,
) -> bool:
    """Change a case that stands in one of `states`; tell whether it did.

    A change that would make it a second open case of its asker in its place is refused too.
    """
    change = (
        update(QuestionCase)
        .where(col(QuestionCase.id) == case_id, col(QuestionCase.state).in_(states), *guards)
        .values(**values, version=col(QuestionCase.version) + 1)
    )
    try:
        with session.begin_nested():
            moved = session.execute(change)
    except IntegrityError:
        return False
    return bool(moved.rowcount)  # type: ignore[attr-defined]


def next_round(session: Session, case_id: int, round_: int, **values: Any) -> bool:
    """Let the bot say something new in a case of its own after its round `round_`.

    Of two processes that want to say it, one may.
    """
    guard = col(QuestionCase.round) == round_
    values = {**values, "round": round_ + 1}
    return move(session, case_id, {QuestionState.BOT}, guard, **values)


def add_event(session: Session, values: Mapping[str, Any]) -> int | None:
    """Write a line into the trace; return its number, or nothing if its key is known."""
    add = insert_into(session, QuestionEvent).values(**values)
    row = session.execute(
        add.on_conflict_do_nothing(index_elements=["key"]).returning(col(QuestionEvent.id))
    ).first()
    return None if row is None else int(row[0])


def events(
    session: Session, case_id: int, kinds: Collection[EventKind] = tuple(EventKind)
) -> Sequence[QuestionEvent]:
    """Return the trace of a case, oldest first."""
    query = select(QuestionEvent).where(
        col(QuestionEvent.case_id) == case_id, col(QuestionEvent.kind).in_(kinds)
    )
    return list(session.execute(query.order_by(col(QuestionEvent.id))).scalars())


def event(session: Session, event_id: int) -> QuestionEvent | None:
    """Return one line of a trace."""
    return session.get(QuestionEvent, event_id)


def event_by_key(session: Session, key: str) -> QuestionEvent | None:
    """Return the line of a key."""
    query = select(QuestionEvent).where(col(QuestionEvent.key) == key)
    return session.execute(query).scalars().first()


def event_of_message(
    session: Session, chat_id: int, message_id: int, kinds: Collection[EventKind]
) -> QuestionEvent | None:
    """Return the first line of `kinds` that came from a message."""
    query = (
        select(QuestionEvent)
        .where(
            col(QuestionEvent.chat_id) == chat_id,
            col(QuestionEvent.message_id) == message_id,
            col(QuestionEvent.kind).in_(kinds),
        )
        .order_by(col(QuestionEvent.id))
        .limit(1)
    )
    return session.execute(query).scalars().first()


def add_offers(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep what was shown."""
    if rows:
        session.execute(insert(QuestionOffer), [dict(row) for row in rows])


def offers(session: Session, case_id: int, round_: int | None = None) -> Sequence[QuestionOffer]:
    """Return what was shown in a case, or in one round of it, in order."""
    query = select(QuestionOffer).where(col(QuestionOffer.case_id) == case_id)
    if round_ is not None:
        query = query.where(col(QuestionOffer.round) == round_)
    ordered = query.order_by(col(QuestionOffer.round), col(QuestionOffer.rank))
    return list(session.execute(ordered).scalars())


def offer(session: Session, offer_id: int) -> QuestionOffer | None:
    """Return one entry that was shown."""
    return session.get(QuestionOffer, offer_id, populate_existing=True)


def judge(
    session: Session, offer_ids: Collection[int], verdict: OfferVerdict, now: datetime
) -> int:
    """Write down what clicks said of entries; return for how many nothing was said before."""
    judged = session.execute(
        update(QuestionOffer)
        .where(
            col(QuestionOffer.id).in_(offer_ids),
            or_(
                col(QuestionOffer.verdict).is_(None),
                # The title was opened first, then the answer was judged.
                col(QuestionOffer.verdict) == OfferVerdict.CHOSEN,
            ),
        )
        .values(verdict=verdict, decided_at=now)
    )
    return int(judged.rowcount)  # type: ignore[attr-defined]


def labelled(session: Session, batch: int = 1000) -> Iterator[QuestionOffer]:
    """Return every entry that a click judged, oldest first."""
    last = 0
    while True:
        query = (
            select(QuestionOffer)
            .where(col(QuestionOffer.id) > last, col(QuestionOffer.verdict).is_not(None))
            .order_by(col(QuestionOffer.id))
            .limit(batch)
        )
        rows = list(session.execute(query).scalars())
        if not rows:
            return
        yield from rows
        last = rows[-1].id


def clocks_stand(session: Session) -> bool:
    """Tell whether an incident stops the clocks of all promises."""
    query = select(col(QuestionClockStop.id)).where(col(QuestionClockStop.running).is_(True))
    return session.execute(query).first() is not None


def readdress(session: Session, old_chat: int, new_chat: int) -> None:
    """Follow a group to its new chat id; who has asked there already goes on with that."""
    newer = aliased(QuestionCase)
    there = (
        select(col(newer.opened_at))
        .where(
            col(newer.chat_id) == new_chat,
            col(newer.thread_id) == col(QuestionCase.thread_id),
            col(newer.asker_id) == col(QuestionCase.asker_id),
            col(newer.state).in_(OPEN),
        )
        .scalar_subquery()
    )
    session.execute(
        update(QuestionCase)
        .where(
            col(QuestionCase.chat_id) == old_chat,
            col(QuestionCase.state).in_(OPEN),
            there.is_not(None),
        )
        .values(
            state=QuestionState.CLOSED,
            close_reason=CloseReason.SUPERSEDED,
            closed_at=there,
            stale=True,
            version=col(QuestionCase.version) + 1,
        )
        .execution_options(synchronize_session=False)
    )
    for column in ("chat_id", "origin_chat_id", "card_chat_id"):
        session.execute(
            update(QuestionCase)
            .where(getattr(QuestionCase, column) == old_chat)
            .values({column: new_chat})
        )


def _first(session: Session, *conditions: Any) -> QuestionCase | None:
    query = select(QuestionCase).where(*conditions).order_by(col(QuestionCase.id).desc()).limit(1)
    query = query.execution_options(populate_existing=True)
    return session.execute(query).scalars().first()

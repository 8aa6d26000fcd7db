"""Every query on the outbox."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from bot.delivery.lanes import DeliveryState
from db.models.delivery import WAITING, Delivery, Picture
from db.upsert import insert_into


def add(session: Session, values: Mapping[str, Any]) -> int | None:
    """Queue a delivery; return its id, or nothing if its send key is known."""
    insert = insert_into(session, Delivery).values(**values)
    row = session.execute(
        insert.on_conflict_do_nothing(index_elements=["send_key"]).returning(col(Delivery.id))
    ).first()
    return None if row is None else int(row[0])


def known_keys(session: Session, keys: Collection[str]) -> set[str]:
    """Return which of `keys` are in the outbox already."""
    query = select(col(Delivery.send_key)).where(col(Delivery.send_key).in_(keys))
    return set(session.execute(query).scalars())


def add_picture(session: Session, sha256: str, png: bytes) -> None:
    """Keep a picture once, however many deliveries carry it."""
    insert = insert_into(session, Picture).values(sha256=sha256, png=png)
    session.execute(insert.on_conflict_do_nothing())


def picture(session: Session, sha256: str) -> bytes | None:
    """Return a kept picture."""
    found = session.get(Picture, sha256)
    return found.png if found else None


def due(
    session: Session, now: datetime, limit: int, blocked_chats: Collection[int] = ()
) -> list[Delivery]:
    """Return queued deliveries whose time has come, most urgent first, locked."""
    query = (
        select(Delivery)
        .where(
            WAITING,  # spelled as the index spells it: a bound value would not find it
            col(Delivery.state) == DeliveryState.QUEUED,
            col(Delivery.not_before) <= now,
            col(Delivery.chat_id).not_in(blocked_chats),
        )
        .order_by(col(Delivery.priority), col(Delivery.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(session.execute(query).scalars())


def claim(session: Session, delivery_id: int, holder: str) -> bool:
    """Move a queued delivery to sending; tell whether it was still queued."""
    claimed = session.execute(
        update(Delivery)
        .where(col(Delivery.id) == delivery_id, col(Delivery.state) == DeliveryState.QUEUED)
        .values(state=DeliveryState.SENDING, holder=holder, attempts=col(Delivery.attempts) + 1)
    )
    return bool(claimed.rowcount)  # type: ignore[attr-defined]


def move(
    session: Session,
    delivery_id: int,
    before: DeliveryState | Collection[DeliveryState],
    after: DeliveryState,
    attempts: int | None = None,
    **values: Any,
) -> bool:
    """Move a delivery from one state to another; tell whether it was where it was thought.

    `attempts`: move it only if nobody tried again since.
    """
    states = [before] if isinstance(before, DeliveryState) else list(before)
    statement = update(Delivery).where(
        col(Delivery.id) == delivery_id, col(Delivery.state).in_(states)
    )
    if attempts is not None:
        statement = statement.where(col(Delivery.attempts) == attempts)
    moved = session.execute(statement.values(state=after, **values))
    return bool(moved.rowcount)  # type: ignore[attr-defined]


def stands_at(session: Session, delivery_id: int, state: DeliveryState, attempts: int) -> bool:
    """Tell whether a delivery is in a state, tried this often; hold it there."""
    query = select(col(Delivery.id)).where(
        col(Delivery.id) == delivery_id,
        col(Delivery.state) == state,
        col(Delivery.attempts) == attempts,
    )
    return session.execute(query.with_for_update()).first() is not None


def by_id(session: Session, delivery_id: int) -> Delivery | None:
    """Return a delivery."""
    return session.get(Delivery, delivery_id)


def stranded(
    session: Session, alive: Collection[str], in_hand: Collection[int] = (), holder: str = ""
) -> list[Delivery]:
    """Return deliveries that nobody is sending any more: whether they arrived is not known.

    Those of processes now gone, and `holder`'s own but for what it really has `in_hand`.
    """
    query = (
        select(Delivery)
        .where(
            WAITING,
            col(Delivery.state) == DeliveryState.SENDING,
            col(Delivery.holder).not_in(alive)
            | ((col(Delivery.holder) == holder) & col(Delivery.id).not_in(in_hand)),
        )
        .with_for_update(skip_locked=True)
    )
    return list(session.execute(query).scalars())


def in_state(session: Session, state: DeliveryState, limit: int = 50) -> list[Delivery]:
    """Return deliveries in a state, oldest first."""
    query = select(Delivery).where(col(Delivery.state) == state).order_by(col(Delivery.id))
    return list(session.execute(query.limit(limit)).scalars())


def count_by_state(session: Session) -> dict[DeliveryState, int]:
    """Return how many deliveries stand in each state."""
    query = select(col(Delivery.state), func.count()).group_by(col(Delivery.state))
    return {row[0]: row[1] for row in session.execute(query)}


def readdress(session: Session, old_chat: int, new_chat: int) -> None:
    """Send what waits for a chat to the chat that it became."""
    session.execute(
        update(Delivery)
        .where(
            col(Delivery.chat_id) == old_chat,
            col(Delivery.state).in_([DeliveryState.QUEUED, DeliveryState.SENDING]),
        )
        .values(chat_id=new_chat)
    )


def key_at(session: Session, keys: Collection[str], chat_id: int, message_id: int) -> str | None:
    """Return which of `keys` went out as a message."""
    query = select(col(Delivery.send_key)).where(
        col(Delivery.send_key).in_(keys),
        col(Delivery.chat_id) == chat_id,
        col(Delivery.message_id) == message_id,
    )
    return session.execute(query).scalars().first()


def drop_waiting(session: Session, prefix: str, why: str, now: datetime) -> int:
    """Send nothing of what `prefix` begins that has not left yet; return how many that were."""
    statement = (
        update(Delivery)
        .where(
            WAITING,
            col(Delivery.state) == DeliveryState.QUEUED,
            col(Delivery.send_key).startswith(prefix, autoescape=True),
        )
        .values(state=DeliveryState.SUPPRESSED, why=why, settled_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(getattr(session.execute(statement), "rowcount", 0))


def with_key(session: Session, send_key: str) -> Delivery | None:
    """Return the delivery of a send key."""
    query = select(Delivery).where(col(Delivery.send_key) == send_key)
    return session.execute(query).scalars().first()

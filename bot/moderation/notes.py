"""The bot's own short notes in groups go by themselves after a while."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.delivery.lanes import DeliveryState
from db.repositories import moderation

AT_ONCE = 200


def sweep(session: Session, now: datetime) -> int:
    """Delete notes that have been read long enough; return how many. Repeats do no harm."""
    deleted = 0
    for note, delivery in moderation.open_notes(session, AT_ONCE):
        if delivery.state is not DeliveryState.SENT:
            note.settled = delivery.state is not DeliveryState.UNKNOWN
            continue
        sent_at = delivery.settled_at or note.created_at
        if sent_at + timedelta(seconds=note.lifetime) > now or delivery.message_id is None:
            continue
        key = f"moderation:sweep:{delivery.id}"
        gone = Errand(key, Act.DELETE, delivery.chat_id, message_id=delivery.message_id)
        deleted += errands.add(session, gone, now)
        note.settled = True
    return deleted

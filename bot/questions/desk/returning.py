"""What could not be delivered: shown on the card, and sent again once the asker is back."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.delivery.lanes import DeliveryState
from bot.points.level_up import reachable
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk.sent import Sent
from bot.questions.states import EventKind
from db.models.delivery import Delivery
from db.repositories import deliveries, expert_desk

KEPT_FOR = timedelta(days=30)
MOST_TRIES = 4
"""Somebody who blocks the bot again and again gets an answer so often, then no more."""
OFFERED = frozenset({Sent.ANSWER, Sent.ASK_BACK, Sent.CLOSING})


def offer_again(session: Session, now: datetime) -> int:
    """Send again what an asker missed who can be written to by now; return how much that was.

    Only in private: a group into which the bot cannot speak is the operators' to mend.
    """
    offered = 0
    for case_id, post in expert_desk.undelivered(session, OFFERED, now - KEPT_FOR):
        key = f"{EventKind.ASKER_UNREACHABLE.value}:{post.send_key}"[:128]
        if cases.note(session, case_id, Line(EventKind.ASKER_UNREACHABLE, key=key), now):
            expert_desk.set_columns(session, case_id, stale=True)
        if _is_back(session, post) and _queue(session, post, now):
            cases.note(session, case_id, Line(EventKind.RESENT, post.chat_id), now)
            expert_desk.set_columns(session, case_id, stale=True)
            offered += 1
    return offered


def _is_back(session: Session, post: Delivery) -> bool:
    in_private = post.chat_id > 0
    return in_private and post.attempts < MOST_TRIES and reachable(session, post.chat_id)


def _queue(session: Session, post: Delivery, now: datetime) -> bool:
    failed, queued = DeliveryState.FAILED, DeliveryState.QUEUED
    again = {"not_before": now, "why": None, "settled_at": None}
    return deliveries.move(session, post.id, failed, queued, post.attempts, **again)

"""What each outcome of an attempt means for the delivery, its chat and the operators."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from markupsafe import Markup
from sqlmodel import Session

from bot.archive import service as archive
from bot.archive.kinds import RecordKind
from bot.buttons import Button
from bot.delivery.acts import EDITS, Act
from bot.delivery.alerts import Alerts
from bot.delivery.lanes import LANES, DeliveryState, Lane
from bot.delivery.outcome import (
    Arrived,
    Limited,
    Lost,
    Moved,
    NeverLeft,
    Outcome,
    Refused,
    Unreachable,
)
from bot.i18n import Say
from bot.markup import plain
from bot.members.groups import chat_moved, chat_unreachable
from db.models.delivery import Delivery
from db.repositories import deliveries, groups

MOST_ATTEMPTS = 8
LONGEST_PAUSE_SECONDS = 300.0
KEPT_AS = {Act.SEND: RecordKind.SENT, Act.DELETE: RecordKind.DELETED_BY_BOT} | dict.fromkeys(
    EDITS, RecordKind.SENT_EDIT
)
"""What the archive keeps of each act; measures are in the operators' action log."""


@dataclass(frozen=True, slots=True)
class Books:
    """What a settlement needs to write: who spoke, and how to reach the operators."""

    bot_id: int
    alerts: Alerts


def expire(session: Session, delivery: Delivery, now: datetime, books: Books) -> None:
    """Record that a delivery is not sent because it would come too late; a brief is missed."""
    _move(session, delivery, DeliveryState.EXPIRED, why="useless-after", settled_at=now)
    if delivery.lane is Lane.BRIEF:
        say = Say("alert-delivery-expired", key=delivery.send_key, until=delivery.useless_after)
        books.alerts.raise_in(session, f"expired:{delivery.id}", say, now)


def strand(session: Session, delivery: Delivery, now: datetime, books: Books) -> DeliveryState:
    """Decide about a delivery that a dead process was sending; return where it stands now."""
    return settle_outcome(session, delivery, Lost("process-died"), now, books)


def settle_outcome(
    session: Session, delivery: Delivery, outcome: Outcome, now: datetime, books: Books
) -> DeliveryState:
    """Write down what came of an attempt; return where the delivery stands now."""
    match outcome:
        case Arrived():
            return _arrived(session, delivery, outcome, now, books)
        case NeverLeft(seconds):
            # An outage may last: nobody gives up what nobody refused, but asks less often.
            pause = seconds * 2 ** min(delivery.attempts - 1, 10)
            return _later(session, delivery, min(pause, LONGEST_PAUSE_SECONDS), now)
        case Limited(seconds):
            return _later(session, delivery, seconds, now)
        case Moved(chat_id):
            chat_moved(session, delivery.chat_id, chat_id, now)
            deliveries.readdress(session, delivery.chat_id, chat_id)
            if delivery.attempts >= MOST_ATTEMPTS:
                return _failed(session, delivery, "moved-in-circles", now, books)
            return _later(session, delivery, 0, now)
        case Unreachable(why):
            chat_unreachable(session, delivery.chat_id, now)
            return _failed(session, delivery, why, now, books)
        case Refused(why):
            return _failed(session, delivery, why, now, books)
        case Lost(why):
            return _lost(session, delivery, why, now, books)


def may_repeat_unknown(delivery: Delivery) -> bool:
    """Tell whether a delivery with an unknown outcome may go again without asking.

    Never in a group: a brief posted twice cannot be taken back from those who read it. A
    receipt to one person, or an alert to the operators, may, once.
    """
    if delivery.act.repeatable:
        return delivery.attempts < MOST_ATTEMPTS
    to_a_person_or_operators = delivery.chat_id > 0 or delivery.lane is Lane.ALERT
    repeats = LANES[delivery.lane].repeats_unknown
    return to_a_person_or_operators and delivery.attempts <= repeats


def _arrived(
    session: Session, delivery: Delivery, outcome: Arrived, now: datetime, books: Books
) -> DeliveryState:
    kind = KEPT_AS.get(delivery.act)
    if kind is not None:
        archive.keep(session, [_said(delivery, kind, outcome, now, books)])
    if delivery.otherwise is not None:
        _release(session, delivery.otherwise, DeliveryState.SUPPRESSED, settled_at=now)
    # It is there, whatever others took it for while this process was thought dead.
    deliveries.move(
        session,
        delivery.id,
        (DeliveryState.SENDING, DeliveryState.UNKNOWN, DeliveryState.QUEUED),
        DeliveryState.SENT,
        message_id=outcome.message_id or delivery.message_id,
        poll_id=outcome.poll_id,
        settled_at=now,
    )
    return DeliveryState.SENT


def _said(
    delivery: Delivery, kind: RecordKind, outcome: Arrived, now: datetime, books: Books
) -> archive.Said:
    extras: dict[str, Any] = {}
    if delivery.picture:
        extras["attachments"] = [{"kind": "photo", "sha256": delivery.picture}]
    if outcome.poll_id is not None:
        extras["poll"] = {**(delivery.poll or {}), "id": outcome.poll_id}
    return archive.Said(
        kind=kind,
        chat_id=delivery.chat_id,
        message_id=outcome.message_id or delivery.message_id,
        author_id=books.bot_id,
        at=now,
        text=outcome.shown,
        details={
            "send_key": delivery.send_key,
            "rules": delivery.rule_pack,
            **(delivery.about or {}),
            **extras,
        },
    )


def _release(session: Session, key: str, after: DeliveryState, **values: Any) -> None:
    """Let a reserved delivery go out, or drop it."""
    reserved = deliveries.with_key(session, key)
    if reserved is not None:
        deliveries.move(session, reserved.id, DeliveryState.RESERVED, after, **values)


def _later(session: Session, delivery: Delivery, seconds: float, now: datetime) -> DeliveryState:
    again = now + timedelta(seconds=seconds)
    return _move(session, delivery, DeliveryState.QUEUED, not_before=again)


def _failed(
    session: Session, delivery: Delivery, why: str, now: datetime, books: Books
) -> DeliveryState:
    told = delivery.lane is not Lane.ALERT and delivery.chat_id < 0
    if delivery.otherwise is not None:
        _release(session, delivery.otherwise, DeliveryState.QUEUED, not_before=now)
        told = False
    if told and _is_current(session, delivery):
        key, say = _failure(session, delivery, why[:200], now)
        books.alerts.raise_in(session, key, say, now)
    return _move(session, delivery, DeliveryState.FAILED, why=why[:512], settled_at=now)


def _failure(session: Session, delivery: Delivery, why: str, now: datetime) -> tuple[str, Say]:
    """Return what the operators are told; of refused measures once per group and day."""
    if delivery.lane is not Lane.MODERATION:
        return f"failed:{delivery.id}", Say("alert-delivery-failed", key=delivery.send_key, why=why)
    group = groups.by_chat(session, delivery.chat_id)
    title = group.title if group else str(delivery.chat_id)
    day = now.date().isoformat()
    return f"refused:{delivery.chat_id}:{day}", Say("moderation-refused", title=title, why=why)


def _lost(
    session: Session, delivery: Delivery, why: str, now: datetime, books: Books
) -> DeliveryState:
    if may_repeat_unknown(delivery):
        return _later(session, delivery, 2, now)
    if delivery.lane is not Lane.ALERT and _is_current(session, delivery):
        _ask_operators(session, delivery, now, books)
    return _move(session, delivery, DeliveryState.UNKNOWN, why=why[:512])


def _ask_operators(session: Session, delivery: Delivery, now: datetime, books: Books) -> None:
    buttons = (
        (
            Button(Say("button-it-arrived"), f"delivery:arrived-{delivery.id}"),
            Button(Say("button-send-again"), f"delivery:again-{delivery.id}"),
        ),
    )
    excerpt = plain(Markup(delivery.markup))[:120]  # noqa: S704 - read, not written
    say = Say("alert-delivery-unknown", key=delivery.send_key, excerpt=excerpt)
    books.alerts.raise_in(session, f"unknown:{delivery.id}:{delivery.attempts}", say, now, buttons)


def _move(
    session: Session, delivery: Delivery, after: DeliveryState, **values: Any
) -> DeliveryState:
    deliveries.move(session, delivery.id, delivery.state, after, delivery.attempts, **values)
    return after


def _is_current(session: Session, delivery: Delivery) -> bool:
    """Tell whether this attempt is still the delivery's last; a newer one speaks for itself."""
    return deliveries.stands_at(session, delivery.id, delivery.state, delivery.attempts)

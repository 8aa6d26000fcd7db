"""The outbox: the one way in for everything that the bot says unasked.

A post goes in with the transaction of the fact that it tells, under a `send_key` that names
that fact: told twice is told once. It takes a `Screened` text and nothing else.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.compliance.gate import Screened
from bot.delivery.acts import Act
from bot.delivery.errors import AlreadySettledError
from bot.delivery.lanes import LANES, DeliveryState, Lane
from bot.delivery.polls import Poll
from db.models.delivery import Delivery
from db.repositories import deliveries


@dataclass(frozen=True, slots=True)
class Post:
    """A message to one chat.

    `send_key`: the fact that it tells, at most 160 characters. `buttons`: rows of
    {label, data, url}. `picture`: PNG bytes. `useless_after`: when it is better not sent.
    `otherwise`: the key of a reserved post that goes out if this one is refused for good.
    `poll`: it goes out as this poll, whose words `text` was screened with. `reply_to`: the
    message in that chat that it answers; where that is gone it goes out all the same.
    """

    send_key: str
    lane: Lane
    chat_id: int
    text: Screened
    not_before: datetime
    thread_id: int | None = None
    buttons: Sequence[Sequence[dict[str, str]]] = ()
    picture: bytes | None = None
    useless_after: datetime | None = None
    otherwise: str | None = None
    poll: Poll | None = None
    reply_to: int | None = None


def enqueue(session: Session, post: Post, now: datetime) -> bool:
    """Queue a post; tell whether it was new."""
    return _add(session, post, DeliveryState.QUEUED, now)


def reserve(session: Session, post: Post, now: datetime) -> bool:
    """Keep a post for the case that an errand fails; tell whether it was new."""
    return _add(session, post, DeliveryState.RESERVED, now)


def suppress(session: Session, post: Post, why: str, now: datetime) -> bool:
    """Record that a post is not sent, and why; tell whether it was new."""
    row = _row(post, None, DeliveryState.SUPPRESSED, now) | {"why": why, "settled_at": now}
    return deliveries.add(session, row) is not None


def keep_picture(session: Session, png: bytes) -> str:
    """Keep a picture and return its name."""
    sha256 = hashlib.sha256(png).hexdigest()
    deliveries.add_picture(session, sha256, png)
    return sha256


def settle(session: Session, delivery_id: int, arrived: bool, now: datetime) -> Delivery:
    """Act on an operator's word about a delivery whose fate was unknown.

    Arrived: it counts as sent. Not: it is queued once more, with its time to be useless kept.
    """
    after = DeliveryState.SENT if arrived else DeliveryState.QUEUED
    values: dict[str, Any] = {"settled_at": now} if arrived else {"not_before": now}
    if not deliveries.move(session, delivery_id, DeliveryState.UNKNOWN, after, **values):
        raise AlreadySettledError(delivery=delivery_id)
    delivery = deliveries.by_id(session, delivery_id)
    assert delivery is not None  # noqa: S101 - it was moved just now
    session.refresh(delivery)
    return delivery


def _add(session: Session, post: Post, state: DeliveryState, now: datetime) -> bool:
    sha256 = keep_picture(session, post.picture) if post.picture is not None else None
    return deliveries.add(session, _row(post, sha256, state, now)) is not None


def _row(post: Post, sha256: str | None, state: DeliveryState, now: datetime) -> dict[str, Any]:
    return {
        "send_key": post.send_key,
        "act": Act.SEND,
        "lane": post.lane,
        "priority": LANES[post.lane].priority,
        "chat_id": post.chat_id,
        "thread_id": post.thread_id,
        "reply_to": post.reply_to,
        "markup": str(post.text.markup),
        "buttons": [list(row) for row in post.buttons],
        "picture": sha256,
        "poll": post.poll.record() if post.poll else None,
        "rule_pack": post.text.pack,
        "not_before": post.not_before,
        "useless_after": post.useless_after,
        "otherwise": post.otherwise,
        "state": state,
        "attempts": 0,
        "created_at": now,
    }

"""Errands: what the bot does to messages and people later than it was decided.

Deleting, editing, muting and banning go through the outbox like messages: written down in the
transaction of the decision under a key that names it, carried out by the one sender, tried
again until Telegram has answered. Each of them may be repeated without harm.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.compliance.gate import Screened
from bot.delivery.acts import EDITS, MEASURES, Act
from bot.delivery.lanes import LANES, DeliveryState, Lane
from bot.delivery.outbox import Post, keep_picture, reserve
from db.repositories import deliveries


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to be done to a chat.

    `key` names the decision, at most 160 characters. `message_id` is what edits and deletions
    are about, `person_id` whom a measure is about and `until` how long a mute lasts (nothing:
    until somebody ends it). `text`, `buttons` and `picture` (PNG) are what an edited message
    shall hold. `otherwise` is posted where Telegram refuses the errand for good; without it
    the operators are told of the refusal. `about` goes into the archive's record of the act.
    """

    key: str
    act: Act
    chat_id: int
    message_id: int | None = None
    person_id: int | None = None
    until: datetime | None = None
    text: Screened | None = None
    buttons: Sequence[Sequence[dict[str, str]]] = ()
    picture: bytes | None = None
    otherwise: Post | None = None
    lane: Lane = Lane.MODERATION
    about: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if (self.text is not None) != (self.act in EDITS) or self.act is Act.SEND:
            raise ValueError(self.act)
        if (self.person_id if self.act in MEASURES else self.message_id) is None:
            raise ValueError(self.act)


def add(session: Session, errand: Errand, now: datetime) -> bool:
    """Write an errand down; tell whether it was new."""
    picture = keep_picture(session, errand.picture) if errand.picture is not None else None
    is_new = deliveries.add(session, _row(errand, picture, now)) is not None
    if is_new and errand.otherwise is not None:
        reserve(session, replace(errand.otherwise, send_key=otherwise_key(errand.key)), now)
    return is_new


def otherwise_key(key: str) -> str:
    """Return the send key of what is posted where the errand of `key` is refused."""
    return f"otherwise:{key}"[:160]


def _row(errand: Errand, picture: str | None, now: datetime) -> dict[str, Any]:
    return {
        "send_key": errand.key,
        "act": errand.act,
        "lane": errand.lane,
        "priority": LANES[errand.lane].priority,
        "chat_id": errand.chat_id,
        "message_id": errand.message_id,
        "person_id": errand.person_id,
        "until": errand.until,
        "markup": str(errand.text.markup) if errand.text is not None else "",
        "buttons": [list(row) for row in errand.buttons],
        "picture": picture,
        "rule_pack": errand.text.pack if errand.text is not None else "",
        "otherwise": otherwise_key(errand.key) if errand.otherwise is not None else None,
        "about": dict(errand.about) if errand.about is not None else None,
        "not_before": now,
        "useless_after": None,
        "state": DeliveryState.QUEUED,
        "attempts": 0,
        "created_at": now,
    }

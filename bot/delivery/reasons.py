"""What a member is told about the messages that were meant for them, and their own word on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.delivery.attention import Suppression
from bot.delivery.lanes import Lane
from db.models.delivery import Delivery
from db.repositories import attention

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Account:
    """The latest messages, newest first, and whether campaigns are wanted; nothing: unsaid."""

    latest: Sequence[Delivery]
    campaigns: bool | None


def account_of(session: Session, member_id: int) -> Account:
    """Return what somebody got or did not get lately."""
    wanted = attention.choices(session, [member_id], Lane.CAMPAIGN).get(member_id)
    return Account(attention.latest(session, member_id, SHOWN), wanted)


def want_campaigns(session: Session, member_id: int, wanted: bool, now: datetime) -> None:
    """Remember whether somebody wants campaigns; one refused drops what waits for them."""
    attention.choose(session, member_id, Lane.CAMPAIGN, wanted, now)
    if not wanted:
        why = Suppression.OPTED_OUT.value
        attention.refuse_waiting(session, member_id, Lane.CAMPAIGN, why, now)

"""Telling somebody in private that they reached a level; groups never hear of it."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say, Words
from bot.points.economy import Level
from bot.points.movement import Award
from db.repositories import members

WORTH_TELLING = timedelta(days=2)


def announce_level_up(
    session: Session,
    award: Award,
    member_id: int,
    now: datetime,
    words: Words,
    gate: Gate,
    language: Language,
) -> bool:
    """Queue the news of a level in the transaction that reached it; tell whether there was any.

    Nothing is queued for somebody the bot cannot write to, and no level is told twice.
    """
    if award.reached is None or not reachable(session, member_id):
        return False
    post = Post(
        send_key=f"level-up:{member_id}:{award.reached.number}",
        lane=Lane.RECEIPT,
        chat_id=member_id,
        text=gate.admit(words.say(language, level_message(award.reached))),
        not_before=now,
        useless_after=now + WORTH_TELLING,
    )
    return enqueue(session, post, now)


def level_message(level: Level) -> Say:
    """Say which level was reached and what it brings."""
    message = "level-up" if level.available else "level-up-later"
    return Say(message, level=level.number, title=Say(level.title), privilege=Say(level.privilege))


def reachable(session: Session, member_id: int) -> bool:
    """Tell whether the bot can write to somebody in private, as far as it knows."""
    member = members.by_id(session, member_id)
    return member is not None and member.unreachable_since is None

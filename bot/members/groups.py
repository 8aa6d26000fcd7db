"""What happens to groups: bound, renamed, upgraded, left."""

from datetime import datetime

from sqlmodel import Session

from bot.members.tiers import GroupState
from db.repositories import groups, members


def chat_moved(session: Session, old_chat: int, new_chat: int, now: datetime) -> None:
    """Follow a group to its new chat id, keeping its binding, topics and members.

    Told up to three times (two service messages and an error), in any order, so the new id
    may be known already, as a stub that is absorbed.
    """
    old = groups.by_chat(session, old_chat)
    if old is None:
        return
    stub = groups.by_chat(session, new_chat)
    if stub is not None:
        groups.absorb(session, old, stub)
    old.chat_id = new_chat
    session.flush()


def chat_unreachable(session: Session, chat_id: int, now: datetime) -> None:
    """Remember that the bot cannot speak in a chat any more; nothing is deleted."""
    if chat_id > 0:
        members.set_unreachable(session, chat_id, now)
    else:
        groups.set_state(session, chat_id, GroupState.REMOVED)

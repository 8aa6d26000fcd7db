"""Registering people at first sight: private chat, group message, join or button."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.i18n import Language
from bot.markup import storable
from bot.members.tiers import Binding, Presence
from db.repositories import groups, members


@dataclass(frozen=True, slots=True)
class Names:
    """How a person calls themselves right now; cut to what the columns hold."""

    first_name: str
    last_name: str | None = None
    username: str | None = None

    def stored(self) -> dict[str, str | None]:
        """Return the names as they are kept."""
        return {
            "first_name": _clean(self.first_name)[:256] or "-",
            "last_name": _clean(self.last_name)[:256] if self.last_name else None,
            "username": self.username.lower()[:64] if self.username else None,
        }


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of who acted and where."""

    member_language: Language | None = None
    group_id: int | None = None
    binding: Binding | None = None
    group_language: Language | None = None


def sight(
    session: Session,
    member_id: int,
    names: Names,
    now: datetime,
    group_chat: tuple[int, str] | None = None,
) -> Seen:
    """Register a person, and their presence in a group given as (chat id, title)."""
    stored = names.stored()
    row = members.glance(session, member_id, group_chat[0] if group_chat else None)
    if row is None or (row.first_name, row.last_name, row.username) != tuple(stored.values()):
        members.save(session, member_id, now, **stored)
    language = row.language if row is not None else None
    if group_chat is None:
        if row is not None and row.unreachable_since is not None:
            members.set_unreachable(session, member_id, None)
        if row is None or row.private_since is None:
            members.set_private(session, member_id, now)
        return Seen(language)
    if row is not None and row.presence is Presence.PRESENT and row.title == group_chat[1][:256]:
        return Seen(language, row.id, row.binding, row.group_language)
    return _sight_in_group(session, member_id, language, group_chat, now)


def sight_elsewhere(session: Session, member_id: int, names: Names, now: datetime) -> Seen:
    """Register a person of whom it is told without a chat: no sign that they can be written to."""
    row = members.glance(session, member_id, None)
    stored = names.stored()
    if row is None or (row.first_name, row.last_name, row.username) != tuple(stored.values()):
        members.save(session, member_id, now, **stored)
    return Seen(row.language if row is not None else None)


def sight_group(session: Session, chat_id: int, title: str, now: datetime) -> Seen:
    """Register a group that spoke without a person behind it."""
    group = groups.ensure(session, chat_id, title, now)
    return Seen(None, group.id, group.binding, group.language)


def _sight_in_group(
    session: Session,
    member_id: int,
    language: Language | None,
    group_chat: tuple[int, str],
    now: datetime,
) -> Seen:
    chat_id, title = group_chat
    group = groups.ensure(session, chat_id, title, now)
    if group.title != title[:256]:
        groups.set_title(session, chat_id, title)
    members.set_presence(session, group.id, member_id, Presence.PRESENT, now)
    return Seen(language, group.id, group.binding, group.language)


def _clean(name: str | None) -> str:
    return storable(name or "").strip()

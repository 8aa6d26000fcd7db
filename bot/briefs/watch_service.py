"""The watch-list briefs in the database: who wants one, who still lacks it, and posting it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlmodel import Session

from bot.briefs.due import DueSlot
from bot.briefs.errors import WatchBriefForVip
from bot.briefs.newsroom import Newsroom
from bot.buttons import Button, stored
from bot.compliance.errors import Blocked
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say
from bot.members.tiers import Binding
from db.repositories import deliveries, members, watch_briefs


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is to get the brief of their list; an empty list gets none."""

    member_id: int
    language: Language
    symbols: tuple[str, ...]


def turn_on(session: Session, member_id: int, now: datetime) -> None:
    """Send a member their list from now on; raise WatchBriefForVip for others than VIPs."""
    if Binding.VIP not in members.bindings_of(session, member_id):
        raise WatchBriefForVip
    watch_briefs.ask(session, member_id, now)


def turn_off(session: Session, member_id: int) -> None:
    """Send a member their list no more."""
    watch_briefs.withdraw(session, member_id)


def send_key(due: DueSlot, member_id: int) -> str:
    """Return the key under which a member gets a day's list, once."""
    return f"watch-brief:{due.day}:{member_id}"


def waiting_readers(session: Session, room: Newsroom, due: DueSlot) -> list[Reader]:
    """Return who wants their list today and has not got it."""
    found = dict(watch_briefs.readers(session))
    if not found:
        return []
    known = deliveries.known_keys(session, [send_key(due, id) for id in found])
    left = [id for id in found if send_key(due, id) not in known]
    watched = watch_briefs.watched(session, left)
    return [
        Reader(id, found[id] or room.language, tuple(watched[id])) for id in left if id in watched
    ]


def post_lists(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    texts: Mapping[int, tuple[Language, Markup]],
    now: datetime,
) -> int:
    """Queue each member's list; return how many were new. What the gate refuses is not sent."""
    return sum(_post(session, room, due, id, *text, now) for id, text in texts.items())


def _post(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    member_id: int,
    language: Language,
    text: Markup,
    now: datetime,
) -> bool:
    rows = ((Button(Say("button-watch-brief-off"), "watchbrief:off"),),)
    buttons: Sequence[Sequence[dict[str, str]]] = stored(rows, room.words, language)
    try:
        screened = room.gate.admit(text, also=[buttons[0][0]["label"]])
    except Blocked:
        return False
    post = Post(
        send_key=send_key(due, member_id),
        lane=Lane.NUDGE,
        chat_id=member_id,
        text=screened,
        not_before=now,
        buttons=buttons,
        useless_after=due.useless_at,
    )
    return enqueue(session, post, now)

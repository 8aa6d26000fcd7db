"""What the groups of an AMA read: the call, the opening, each answer, the end."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from markupsafe import Markup
from sqlmodel import Session

from bot.ama import telling
from bot.ama.desk import AmaDesk
from bot.buttons import Rows, stored
from bot.compliance.disclosure import with_disclosures
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.compliance.verdict import Finding
from bot.compliance.verdict import Lane as Screening
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say
from bot.markup import plain
from bot.members.tiers import Binding, Purpose
from db.models.ama import AmaSession
from db.models.group import Group
from db.repositories import ama, deliveries, groups

USELESS_AFTER = timedelta(hours=2)
ASKED_UNDER = ("call", "open")
"""What members may reply to with a question."""


def announce(session: Session, desk: AmaDesk, found: AmaSession, now: datetime) -> int:
    """Call for questions in the groups; return in how many."""
    found.announced_at = now
    lines = (Say("ama-call"), *telling.head(session, desk, found), Say("ama-call-how"))
    buttons = telling.link(desk, found)
    until = found.starts_at
    return post(session, desk, found, "call", lines, now, buttons=buttons, useless_after=until)


def post(
    session: Session,
    desk: AmaDesk,
    found: AmaSession,
    what: str,
    lines: Sequence[Say],
    now: datetime,
    *,
    buttons: Rows = (),
    useless_after: datetime | None = None,
    picture: bytes | None = None,
) -> int:
    """Say something in each group of the AMA's tiers, once for each `what`; return in how many.

    Where names and titles together break a rule, a line without any of them goes out, so that
    an AMA never hangs; the operators are told. A picture goes along where the text fits below.
    """
    if picture is not None and length_of(desk, lines) > desk.caption_limit:
        picture = None
    chats = stages(session, found)
    for group in chats:
        language = group.language or desk.language
        message = Post(
            send_key=key_of(found, what, group.chat_id),
            lane=Lane.ANSWER,
            chat_id=group.chat_id,
            thread_id=groups.topic_for(session, group.id, Purpose.QUESTIONS),
            text=_admitted(session, desk, found, what, lines, language, now),
            not_before=now,
            useless_after=useless_after or found.ends_at + USELESS_AFTER,
            buttons=stored(buttons or telling.link(desk, found), desk.words, language),
            picture=picture,
        )
        enqueue(session, message, now)
    return len(chats)


def stages(session: Session, found: AmaSession) -> Sequence[Group]:
    """Return the groups that see an AMA, where the bot can speak."""
    return groups.bound(session, *(Binding(tier) for tier in found.tiers))


def key_of(found: AmaSession, what: str, chat_id: int) -> str:
    """Return the send key of something that an AMA says in a chat."""
    return f"{_prefix(found)}{what}:{chat_id}"


def asked_under(session: Session, chat_id: int, message_id: int, now: datetime) -> int | None:
    """Return the AMA whose call or opening a message in a group is, while it is not long over."""
    recent = ama.recent(session, now)
    keys = {key_of(found, what, chat_id): found.id for found in recent for what in ASKED_UNDER}
    key = deliveries.key_at(session, list(keys), chat_id, message_id) if keys else None
    return keys[key] if key is not None else None


def drop_all(session: Session, found: AmaSession, now: datetime) -> int:
    """Send nothing more of an AMA; return how many messages were still waiting."""
    return deliveries.drop_waiting(session, _prefix(found), "cancelled", now)


def length_of(desk: AmaDesk, lines: Sequence[Say]) -> int:
    """Return how long the longest version of a message is, in UTF-16 units as Telegram counts."""
    texts = (plain(text_of(desk, lines, language)) for language in Language)
    return max(len(text.encode("utf-16-le")) // 2 for text in texts)


def causes(desk: AmaDesk, lines: Sequence[Say]) -> tuple[Finding, ...]:
    """Return what keeps a message from being said, in whichever language it is worst."""
    for language in Language:
        text = plain(text_of(desk, lines, language))
        found = desk.gate.judge(text, Screening.OUTGOING).causes
        if found:
            return found
    return ()


def text_of(desk: AmaDesk, lines: Sequence[Say], language: Language) -> Markup:
    """Return lines as one text, with the disclosures that it calls for."""
    text = Markup("\n").join(desk.words.say(language, line) for line in lines)
    return with_disclosures(text, lambda line: desk.words.say(language, line))


def _admitted(
    session: Session,
    desk: AmaDesk,
    found: AmaSession,
    what: str,
    lines: Sequence[Say],
    language: Language,
    now: datetime,
) -> Screened:
    try:
        return desk.gate.admit(text_of(desk, lines, language))
    except Blocked as error:
        reason = error.verdict.causes[0].reason
        say = Say("alert-ama-blocked", title=found.title, reason=reason)
        desk.alerts.raise_in(session, f"ama-blocked:{found.id}:{what}", say, now)
        return desk.gate.admit(desk.words.say(language, Say("ama-bare")))


def _prefix(found: AmaSession) -> str:
    return f"ama:{found.id}:"

"""What the groups of an AMA read: the call, the opening, each answer, the end."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from markupsafe import Markup
from sqlmodel import Session

from bot.ama.desk import AmaDesk
from bot.ama.states import AskedState
from bot.buttons import Rows, stored
from bot.compliance.disclosure import with_disclosures
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say
from bot.members.tiers import Purpose, Tier
from db.models.ama import AmaSession
from db.models.group import Group
from db.repositories import ama, deliveries, groups

USELESS_AFTER = timedelta(hours=2)


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
) -> int:
    """Say something in each group of the AMA's tiers, once for each `what`; return in how many."""
    chats = stages(session, found)
    for group in chats:
        language = group.language or desk.language
        text = Markup("\n").join(desk.words.say(language, line) for line in lines)
        message = Post(
            send_key=key_of(found, what, group.chat_id),
            lane=Lane.ANSWER,
            chat_id=group.chat_id,
            thread_id=groups.topic_for(session, group.id, Purpose.QUESTIONS),
            text=desk.gate.admit(_disclosed(desk, text, language)),
            not_before=now,
            useless_after=useless_after or found.ends_at + USELESS_AFTER,
            buttons=stored(buttons, desk.words, language),
        )
        enqueue(session, message, now)
    return len(chats)


def stages(session: Session, found: AmaSession) -> list[Group]:
    """Return the groups that see an AMA."""
    tiers = [Tier(tier) for tier in found.tiers]
    return [group for group in groups.every_bound(session) if _tier_of(group) in tiers]


def key_of(found: AmaSession, what: str, chat_id: int) -> str:
    """Return the send key of something that an AMA says in a chat."""
    return f"ama:{found.id}:{what}:{chat_id}"


def drop_all(session: Session, found: AmaSession, now: datetime) -> int:
    """Send nothing more of an AMA; return how many messages were still waiting."""
    questions = [question for question, _ in ama.ranked(session, found.id, _every_state())]
    whats = ["call", "open", "end", *(f"answer:{question.id}" for question in questions)]
    keys = [
        key_of(found, what, group.chat_id) for group in stages(session, found) for what in whats
    ]
    return deliveries.drop_queued(session, keys, "cancelled", now) if keys else 0


def length_of(desk: AmaDesk, lines: Sequence[Say]) -> int:
    """Return how long the longest version of a message is, in UTF-16 units as Telegram counts."""
    return max(_units(desk, lines, language) for language in Language)


def _units(desk: AmaDesk, lines: Sequence[Say], language: Language) -> int:
    text = Markup("\n").join(desk.words.say(language, line) for line in lines)
    return len(_disclosed(desk, text, language).striptags().encode("utf-16-le")) // 2


def _disclosed(desk: AmaDesk, text: Markup, language: Language) -> Markup:
    say: Callable[[Say], Markup] = lambda line: desk.words.say(language, line)  # noqa: E731
    return with_disclosures(text, say)


def _tier_of(group: Group) -> Tier | None:
    return group.binding.tier if group.binding else None


def _every_state() -> list[AskedState]:
    return list(AskedState)

"""What happens to groups: bound, renamed, upgraded, entered, left."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.i18n import Language, Say
from bot.members.abilities import Abilities
from bot.members.deed import Deed
from bot.members.errors import GroupUnboundError, TopicNeededError
from bot.members.names import BINDING_NAMES
from bot.members.sight import Names
from bot.members.tiers import Binding, GroupState, Presence, Purpose
from db.models.group import Group
from db.repositories import archive_gaps, deliveries, groups, members, questions, review


class BindOutcome(StrEnum):
    """What became of a wish to bind a group."""

    BOUND = "bound"
    ALREADY = "already"
    ASKS = "asks"


@dataclass(frozen=True, slots=True)
class Bound:
    """The outcome, and what the group was bound to before."""

    outcome: BindOutcome
    before: Binding | None


def bind(
    session: Session, chat_id: int, title: str, binding: Binding, deed: Deed, *, sure: bool = False
) -> Bound:
    """Bind a group; one that is bound to something else asks for a second yes first."""
    group = groups.ensure(session, chat_id, title, deed.now)
    before = group.binding
    if before is binding:
        return Bound(BindOutcome.ALREADY, before)
    if before is not None and not sure:
        return Bound(BindOutcome.ASKS, before)
    group.binding = binding
    group.state = GroupState.ACTIVE
    session.flush()
    deed.log(session, "bind", f"group:{group.id}", _value(before), _value(binding))
    return Bound(BindOutcome.BOUND, before)


def unbind(session: Session, chat_id: int, deed: Deed) -> Binding:
    """Release a group and its topics; return what it was bound to."""
    group = _bound_group(session, chat_id)
    before = group.binding
    assert before is not None  # noqa: S101 - a bound group
    topics = groups.topics_of(session, group.id)
    group.binding = None
    groups.unbind_topics(session, group.id)
    session.flush()
    held = {topic.purpose.value: topic.thread_id for topic in topics}
    deed.log(session, "unbind", f"group:{group.id}", {**_value(before), "topics": held}, {})
    return before


def bind_topic(
    session: Session, chat_id: int, thread_id: int | None, purpose: Purpose, deed: Deed
) -> None:
    """Bind a forum topic to a purpose, in place of the topic that had it."""
    if thread_id is None:
        raise TopicNeededError(purpose=purpose.value)
    group = _bound_group(session, chat_id)
    before = groups.topic_for(session, group.id, purpose)
    if before == thread_id:
        return
    groups.bind_topic(session, group.id, purpose, thread_id)
    target = f"group:{group.id}:{purpose.value}"
    deed.log(session, "bind-topic", target, {"thread": before}, {"thread": thread_id})


def binding_of(session: Session, chat_id: int) -> Binding:
    """Return what a group is bound to; refuse one that is bound to nothing."""
    binding = _bound_group(session, chat_id).binding
    assert binding is not None  # noqa: S101 - a bound group
    return binding


def set_language(session: Session, chat_id: int, language: Language, deed: Deed) -> None:
    """Let the bot speak `language` in a group."""
    group = groups.by_chat(session, chat_id)
    if group is None or group.language is language:
        return
    before = group.language.value if group.language else None
    groups.set_language(session, chat_id, language)
    after = {"language": language.value}
    deed.log(session, "group-language", f"group:{group.id}", {"language": before}, after)


def member_moved(
    session: Session,
    chat: tuple[int, str],
    member_id: int,
    names: Names,
    presence: Presence,
    now: datetime,
) -> None:
    """Remember that somebody came into or left the group given as (chat id, title)."""
    group = groups.ensure(session, *chat, now)
    members.save(session, member_id, now, **names.stored())
    members.set_presence(session, group.id, member_id, presence, now)


def renamed(session: Session, chat_id: int, title: str) -> None:
    """Remember a group's new name."""
    groups.set_title(session, chat_id, title)


def bot_moved(
    session: Session,
    chat: tuple[int, str],
    before: Abilities,
    after: Abilities,
    by: Say | str,
    now: datetime,
) -> Say | None:
    """Remember what the bot may still do in a group; return what the operators should know."""
    group = groups.ensure(session, *chat, now)
    group.state = GroupState.ACTIVE if after.posts else GroupState.REMOVED
    session.flush()
    title = group.title
    if group.binding is None:
        entered = after.inside and not before.inside
        return Say("alert-bot-added", title=title, by=by) if entered else None
    binding = BINDING_NAMES[group.binding]
    if not after.inside:
        left = before.inside
        return Say("alert-bot-removed", title=title, binding=binding, by=by) if left else None
    if not before.inside:
        return Say("alert-bot-back", title=title, binding=binding, by=by)
    lost = after.lost_since(before)
    if lost:
        return Say("alert-bot-lost-rights", title=title, binding=binding, by=by, lost=lost)
    return None


def chat_moved(session: Session, old_chat: int, new_chat: int, now: datetime) -> None:
    """Follow a group to its new chat id, keeping its binding, topics and members.

    Told up to three times (two service messages and an error), in any order. Each message
    registers the chat in which it stands, so either id may belong to a stub by now: the row
    that was there first is the group, the other one is absorbed.
    """
    if old_chat == new_chat:
        return
    known = [groups.by_chat(session, chat) for chat in (old_chat, new_chat)]
    rows = sorted((row for row in known if row is not None), key=lambda row: row.id)
    if not rows:
        return
    group = rows[0]
    for stub in rows[1:]:
        group.binding = group.binding or stub.binding
        group.language = group.language or stub.language
        groups.absorb(session, group, stub)
    moved = group.chat_id != new_chat or len(rows) > 1
    group.chat_id = new_chat
    group.state = GroupState.ACTIVE
    session.flush()
    if moved:
        archive_gaps.note_move(session, old_chat, group.id, now)
    deliveries.readdress(session, old_chat, new_chat)
    review.readdress(session, old_chat, new_chat)
    questions.readdress(session, old_chat, new_chat)


def chat_unreachable(session: Session, chat_id: int, now: datetime) -> None:
    """Remember that the bot cannot speak in a chat any more; nothing is deleted."""
    if chat_id > 0:
        members.set_unreachable(session, chat_id, now)
    else:
        groups.set_state(session, chat_id, GroupState.REMOVED)


def _bound_group(session: Session, chat_id: int) -> Group:
    group = groups.by_chat(session, chat_id)
    if group is None or group.binding is None:
        raise GroupUnboundError
    return group


def _value(binding: Binding | None) -> dict[str, str | None]:
    return {"binding": binding.value if binding else None}

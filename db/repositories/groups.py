"""Every query on groups and their topics."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from bot.i18n import Language
from bot.members.tiers import Binding, GroupState, Purpose
from db.models.group import Group, GroupTopic, Membership
from db.models.moderation import ModerationDecision, ModerationPolicy, ModerationStanding
from db.upsert import insert_into


def by_chat(session: Session, chat_id: int) -> Group | None:
    """Return the group of a chat."""
    return session.execute(select(Group).where(col(Group.chat_id) == chat_id)).scalars().first()


def by_id(session: Session, group_id: int) -> Group | None:
    """Return a group by its own number, which never changes."""
    return session.get(Group, group_id)


def ensure(session: Session, chat_id: int, title: str, now: datetime) -> Group:
    """Return the group of a chat, made now if it was not known."""
    insert = insert_into(session, Group).values(
        chat_id=chat_id, title=title[:256], state=GroupState.ACTIVE, first_seen_at=now
    )
    session.execute(insert.on_conflict_do_nothing(index_elements=["chat_id"]))
    group: Group = (
        session.execute(select(Group).where(col(Group.chat_id) == chat_id)).scalars().one()
    )
    return group


def bound(session: Session, *bindings: Binding) -> Sequence[Group]:
    """Return the groups bound to any of `bindings` (all if none named) where the bot still is."""
    wanted = bindings or tuple(Binding)
    query = select(Group).where(
        col(Group.binding).in_(wanted), col(Group.state) == GroupState.ACTIVE
    )
    return list(session.execute(query.order_by(col(Group.id))).scalars())


def every(session: Session) -> Sequence[Group]:
    """Return every group that was ever seen, oldest first."""
    return list(session.execute(select(Group).order_by(col(Group.id))).scalars())


def every_bound(session: Session) -> Sequence[Group]:
    """Return the bound groups, also those where the bot cannot speak any more."""
    query = select(Group).where(col(Group.binding).is_not(None)).order_by(col(Group.id))
    return list(session.execute(query).scalars())


def bindings_of_chats(session: Session, chat_ids: Collection[int]) -> dict[int, Binding]:
    """Return which of `chat_ids` are bound groups, whose talk is archived, and to what."""
    query = select(col(Group.chat_id), col(Group.binding)).where(
        col(Group.chat_id).in_(chat_ids), col(Group.binding).is_not(None)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def set_title(session: Session, chat_id: int, title: str) -> None:
    """Remember a group's new name."""
    session.execute(update(Group).where(col(Group.chat_id) == chat_id).values(title=title[:256]))


def set_state(session: Session, chat_id: int, state: GroupState) -> None:
    """Remember whether the bot can speak in a group."""
    session.execute(update(Group).where(col(Group.chat_id) == chat_id).values(state=state))


def set_language(session: Session, chat_id: int, language: Language) -> None:
    """Remember in which language the bot speaks in a group."""
    session.execute(update(Group).where(col(Group.chat_id) == chat_id).values(language=language))


def bind_topic(session: Session, group_id: int, purpose: Purpose, thread_id: int) -> None:
    """Bind a topic to a purpose, in place of the topic that had it."""
    values = {"thread_id": thread_id}
    insert = insert_into(session, GroupTopic).values(group_id=group_id, purpose=purpose, **values)
    session.execute(
        insert.on_conflict_do_update(index_elements=["group_id", "purpose"], set_=values)
    )


def topic_for(session: Session, group_id: int, purpose: Purpose) -> int | None:
    """Return the thread that a group uses for a purpose; nothing for the general one."""
    topic = session.get(GroupTopic, (group_id, purpose))
    return topic.thread_id if topic else None


def topics_of(session: Session, group_id: int) -> Sequence[GroupTopic]:
    """Return the bound topics of a group."""
    query = select(GroupTopic).where(col(GroupTopic.group_id) == group_id)
    return list(session.execute(query).scalars())


def unbind_topics(session: Session, group_id: int) -> None:
    """Forget what a group's topics were for."""
    session.execute(delete(GroupTopic).where(col(GroupTopic.group_id) == group_id))


def absorb(session: Session, old: Group, new: Group) -> None:
    """Move what is known of `new`, a stub of the same group under its other id, into `old`."""
    known = select(col(Membership.member_id)).where(col(Membership.group_id) == old.id)
    session.execute(
        update(Membership)
        .where(col(Membership.group_id) == new.id, col(Membership.member_id).not_in(known))
        .values(group_id=old.id)
    )
    session.execute(delete(Membership).where(col(Membership.group_id) == new.id))
    bound = select(col(GroupTopic.purpose)).where(col(GroupTopic.group_id) == old.id)
    session.execute(
        update(GroupTopic)
        .where(col(GroupTopic.group_id) == new.id, col(GroupTopic.purpose).not_in(bound))
        .values(group_id=old.id)
    )
    session.execute(delete(GroupTopic).where(col(GroupTopic.group_id) == new.id))
    session.execute(
        update(ModerationDecision)
        .where(col(ModerationDecision.group_id) == new.id)
        .values(group_id=old.id)
    )
    for table in (ModerationPolicy, ModerationStanding):
        session.execute(delete(table).where(col(table.group_id) == new.id))
    session.execute(delete(Group).where(col(Group.id) == new.id))

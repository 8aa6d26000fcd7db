"""Every query on members, and on who is in which group."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Session, SQLModel, col

from bot.i18n import Language
from bot.members.roles import Role
from bot.members.tiers import Binding, GroupState, Presence
from db.models.group import Group, Membership
from db.models.member import Member
from db.models.role import RoleGrant
from db.prepared import Prepared
from db.upsert import insert_into

MEMBER = SQLModel.metadata.tables["member"]
GROUP = SQLModel.metadata.tables["group"]
MEMBERSHIP = SQLModel.metadata.tables["membership"]

_GLANCE = (
    select(
        MEMBER.c.first_name,
        MEMBER.c.last_name,
        MEMBER.c.username,
        MEMBER.c.language,
        MEMBER.c.unreachable_since,
        MEMBER.c.private_since,
    )
    .select_from(MEMBER)
    .where(MEMBER.c.id == bindparam("member"))
)
_ALONE = Prepared(lambda _insert: _GLANCE)
_IN_GROUP = Prepared(
    lambda _insert: (
        _GLANCE.add_columns(
            GROUP.c.id,
            GROUP.c.title,
            GROUP.c.binding,
            GROUP.c.language.label("group_language"),
            MEMBERSHIP.c.presence,
        )
        .outerjoin(GROUP, GROUP.c.chat_id == bindparam("chat"))
        .outerjoin(
            MEMBERSHIP,
            (MEMBERSHIP.c.group_id == GROUP.c.id) & (MEMBERSHIP.c.member_id == MEMBER.c.id),
        )
    )
)


def glance(session: Session, member_id: int, chat_id: int | None) -> Row[Any] | None:
    """Return in one query what is known of a member and, for a group, of both together."""
    found = (
        _ALONE(session, member=member_id)
        if chat_id is None
        else _IN_GROUP(session, member=member_id, chat=chat_id)
    )
    row: Row[Any] | None = found.first()
    return row


_NAMES = ("first_name", "last_name", "username")
_SAVE = Prepared(
    lambda insert: (
        insert(MEMBER)
        .values(
            id=bindparam("id"),
            hidden=False,
            first_seen_at=bindparam("first_seen_at"),
            **{name: bindparam(name) for name in _NAMES},
        )
        .on_conflict_do_update(
            index_elements=["id"], set_={name: bindparam(name) for name in _NAMES}
        )
    )
)

_RELEASE_USERNAME = Prepared(
    lambda _insert: (
        update(MEMBER)
        .where(MEMBER.c.username == bindparam("name"), MEMBER.c.id != bindparam("holder"))
        .values(username=None)
    )
)


def save(session: Session, member_id: int, now: datetime, **names: str | None) -> None:
    """Register a member, or change the names of one who is known.

    A username can pass to somebody else: it must never point at who had it before.
    """
    _SAVE(session, id=member_id, first_seen_at=now, **names)
    if names.get("username"):
        _RELEASE_USERNAME(session, holder=member_id, name=names["username"])


def by_id(session: Session, member_id: int) -> Member | None:
    """Return a member."""
    return session.get(Member, member_id)


def lock(session: Session, member_id: int) -> None:
    """Let what is decided about a member's deeds wait for its turn, until this transaction ends."""
    query = select(col(Member.id)).where(col(Member.id) == member_id)
    session.execute(query.with_for_update(key_share=True))


def by_username(session: Session, username: str) -> Member | None:
    """Return the member who was last seen with a username."""
    query = select(Member).where(col(Member.username) == username.lower().removeprefix("@"))
    return session.execute(query).scalars().first()


def set_language(session: Session, member_id: int, language: Language) -> None:
    """Remember in which language a member wants to read."""
    session.execute(update(Member).where(col(Member.id) == member_id).values(language=language))


def languages(session: Session) -> Sequence[Language]:
    """Return the languages that members chose to read."""
    query = select(col(Member.language)).where(col(Member.language).is_not(None)).distinct()
    return [language for language in session.execute(query).scalars() if language]


def set_hidden(session: Session, member_id: int, hidden: bool) -> None:
    """Remember whether a member wants to be left out of boards."""
    session.execute(update(Member).where(col(Member.id) == member_id).values(hidden=hidden))


def set_unreachable(session: Session, member_id: int, since: datetime | None) -> None:
    """Remember since when the bot cannot write to a member; nothing else changes."""
    session.execute(
        update(Member).where(col(Member.id) == member_id).values(unreachable_since=since)
    )


def set_private(session: Session, member_id: int, since: datetime) -> None:
    """Remember since when a member talks to the bot alone."""
    session.execute(
        update(Member)
        .where(col(Member.id) == member_id, col(Member.private_since).is_(None))
        .values(private_since=since)
    )


_PRESENCE = Prepared(
    lambda insert: (
        insert(MEMBERSHIP)
        .values(
            group_id=bindparam("group"),
            member_id=bindparam("member"),
            presence=bindparam("presence"),
            since=bindparam("since"),
        )
        .on_conflict_do_update(
            index_elements=["group_id", "member_id"],
            set_={
                "presence": bindparam("presence", type_=MEMBERSHIP.c.presence.type),
                "since": bindparam("since", type_=MEMBERSHIP.c.since.type),
            },
            where=MEMBERSHIP.c.since <= bindparam("since", type_=MEMBERSHIP.c.since.type),
        )
    )
)


def set_presence(
    session: Session, group_id: int, member_id: int, presence: Presence, now: datetime
) -> None:
    """Remember whether a member is in a group, unless something later is known already."""
    _PRESENCE(session, group=group_id, member=member_id, presence=presence, since=now)


def bindings_of(session: Session, member_id: int) -> Sequence[Binding]:
    """Return what the groups are bound to in which a member is present."""
    query = (
        select(col(Group.binding))
        .join(Membership, col(Membership.group_id) == col(Group.id))
        .where(
            col(Membership.member_id) == member_id,
            col(Membership.presence) == Presence.PRESENT,
            col(Group.state) == GroupState.ACTIVE,
            col(Group.binding).is_not(None),
        )
    )
    return list(session.execute(query).scalars())


def roles_of(session: Session, member_id: int) -> set[Role]:
    """Return the roles that were granted to a member."""
    query = select(col(RoleGrant.role)).where(col(RoleGrant.member_id) == member_id)
    return set(session.execute(query).scalars())


def granted(session: Session) -> list[tuple[Role, Member]]:
    """Return every granted role with its holder, in the order of their ids."""
    query = (
        select(col(RoleGrant.role), Member)
        .join(Member, col(Member.id) == col(RoleGrant.member_id))
        .order_by(col(Member.id))
    )
    return [(role, member) for role, member in session.execute(query)]


def grant_role(
    session: Session, member_id: int, role: Role, granted_by: int, now: datetime
) -> None:
    """Give a role; giving it twice changes nothing."""
    insert = insert_into(session, RoleGrant).values(
        member_id=member_id, role=role, granted_by=granted_by, granted_at=now
    )
    session.execute(insert.on_conflict_do_nothing())


def revoke_role(session: Session, member_id: int, role: Role) -> None:
    """Take a role away."""
    grant = session.get(RoleGrant, (member_id, role))
    if grant is not None:
        session.delete(grant)

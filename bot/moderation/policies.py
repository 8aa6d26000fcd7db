"""How a group is guarded: shown, changed by operators, taken back; every version is kept."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.members.deed import Deed
from bot.members.errors import GroupUnboundError
from bot.members.tiers import Binding
from bot.moderation.errors import NothingToUndoError, PolicyMovedError
from bot.moderation.policy import Policy, changed, from_stored
from db.models.group import Group
from db.repositories import groups, moderation


@dataclass(frozen=True, slots=True)
class Guarded:
    """A group and its policy."""

    group_id: int
    title: str
    policy: Policy


def guarded(session: Session, group_id: int) -> Guarded:
    """Return a tier's group with its policy; refuse any other."""
    return _guarded(session, session.get(Group, group_id))


def guarded_chat(session: Session, chat_id: int) -> Guarded:
    """Return the policy of the group of a chat."""
    return _guarded(session, groups.by_chat(session, chat_id))


def all_guarded(session: Session) -> list[Guarded]:
    """Return every tier's group with its policy."""
    return [
        _guarded(session, group)
        for group in groups.bound(session)
        if group.binding is not Binding.OPERATORS
    ]


def change(session: Session, group_id: int, what: str, value: str, deed: Deed) -> Guarded:
    """Set one thing of a group's policy; the same again changes nothing."""
    before = guarded(session, group_id)
    after = changed(before.policy, what, value)
    if after == before.policy:
        return before
    return _store(session, before, after, "moderation-policy", deed)


def undo_change(session: Session, group_id: int, version: int, deed: Deed) -> Guarded:
    """Take back the change that made `version`, if nothing was changed since."""
    before = guarded(session, group_id)
    if before.policy.version != version:
        raise PolicyMovedError
    if version == 0:
        raise NothingToUndoError
    row = moderation.policy_version(session, group_id, version - 1)
    after = from_stored(row.terms, row.version) if row is not None else Policy()
    return _store(session, before, after, "moderation-policy-undo", deed)


def _store(session: Session, before: Guarded, after: Policy, action: str, deed: Deed) -> Guarded:
    version = before.policy.version + 1
    group_id, actor = before.group_id, deed.actor_id
    terms = after.stored()
    if not moderation.add_policy(session, group_id, version, terms, actor, deed.now):
        raise PolicyMovedError
    deed.log(session, action, f"group:{group_id}", before.policy.stored(), terms)
    return Guarded(group_id, before.title, from_stored(terms, version))


def _guarded(session: Session, group: Group | None) -> Guarded:
    if group is None or group.binding is None or group.binding is Binding.OPERATORS:
        raise GroupUnboundError
    row = moderation.policy(session, group.id)
    policy = from_stored(row.terms, row.version) if row is not None else Policy()
    return Guarded(group.id, group.title, policy)

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from bot.members.deed import Deed
from bot.members.errors import MemberUnknownError, OwnerFixedError
from bot.members.groups import chat_moved
from bot.members.roles import Role
from bot.members.service import Appointment, appoint, find_member, roles_of, tier_of
from bot.members.sight import Names, sight
from bot.members.tiers import Binding, GroupState, Tier
from db.repositories import groups, members, operator_actions
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
OWNERS = (1,)


def deed(number: int = 1) -> Deed:
    return Deed(1, f"update:{number}", NOW, date(2026, 11, 20))


def seen(session: Session, member_id: int, username: str | None = None) -> None:
    sight(session, member_id, Names("甲", None, username), NOW)


def give(session: Session, member_id: int, role: Role | None, number: int = 1) -> Appointment:
    member = members.by_id(session, member_id)
    assert member is not None
    return appoint(session, member, role, OWNERS, deed(number))


def test_a_username_never_points_at_its_former_holder(db: Database) -> None:
    db.run_sync(seen, 7, "Lin")
    db.run_sync(seen, 8, "lin")
    assert db.run_sync(find_member, "@LIN").id == 8
    former = db.run_sync(members.by_id, 7)
    assert former is not None
    assert former.username is None


def test_a_person_is_found_by_id(db: Database) -> None:
    db.run_sync(seen, 7)
    assert db.run_sync(find_member, "7").id == 7


@pytest.mark.parametrize("handle", ["@nobody", "999", "9" * 40, "", "@", "٣٣", "-7"])
def test_nobody_is_found_for_what_the_bot_has_never_seen(db: Database, handle: str) -> None:
    db.run_sync(seen, 7)
    with pytest.raises(MemberUnknownError):
        db.run_sync(find_member, handle)


def test_roles_are_given_kept_and_taken_away_together(db: Database) -> None:
    db.run_sync(seen, 7)
    db.run_sync(give, 7, Role.EXPERT, 1)
    assert db.run_sync(give, 7, Role.OPERATOR, 2).after == {Role.EXPERT, Role.OPERATOR}
    assert db.run_sync(roles_of, 7, OWNERS) == {Role.MEMBER, Role.EXPERT, Role.OPERATOR}
    assert db.run_sync(give, 7, None, 3).after == frozenset()
    assert db.run_sync(roles_of, 7, OWNERS) == {Role.MEMBER}
    assert len(db.run_sync(operator_actions.latest)) == 3


def test_giving_what_is_held_already_is_not_logged(db: Database) -> None:
    db.run_sync(seen, 7)
    db.run_sync(give, 7, Role.EXPERT, 1)
    db.run_sync(give, 7, Role.EXPERT, 2)
    assert len(db.run_sync(operator_actions.latest)) == 1


@pytest.mark.parametrize("role", [Role.OPERATOR, None])
def test_owners_cannot_be_changed_by_chat(db: Database, role: Role | None) -> None:
    db.run_sync(seen, 1)
    with pytest.raises(OwnerFixedError):
        db.run_sync(give, 1, role)


def test_a_tier_counts_only_where_the_bot_can_speak(db: Database) -> None:
    def enter(session: Session) -> None:
        for chat_id, binding in ((-1, Binding.VIP), (-2, Binding.NEWBIE), (-3, Binding.OPERATORS)):
            sight(session, 7, Names("甲"), NOW, (chat_id, "群"))
            groups.ensure(session, chat_id, "群", NOW).binding = binding

    db.run_sync(enter)
    assert db.run_sync(tier_of, 7) is Tier.VIP
    db.run_sync(groups.set_state, -1, GroupState.REMOVED)
    assert db.run_sync(tier_of, 7) is Tier.NEWBIE
    db.run_sync(groups.set_state, -2, GroupState.REMOVED)
    assert db.run_sync(tier_of, 7) is None


def test_an_action_is_logged_once_for_its_key(db: Database) -> None:
    def log(session: Session) -> bool:
        return deed().log(session, "bind", "group:1", {}, {"binding": "vip"})

    assert db.run_sync(log) is True
    assert db.run_sync(log) is False
    [action] = db.run_sync(operator_actions.latest)
    assert (action.actor_id, action.after, action.at) == (1, {"binding": "vip"}, NOW)


@pytest.mark.parametrize("told", [[(-1, -100)], [(-1, -100)] * 3])
def test_a_move_to_a_new_chat_id_may_be_told_any_number_of_times(
    db: Database, told: list[tuple[int, int]]
) -> None:
    def make(session: Session) -> int:
        group = groups.ensure(session, -1, "群", NOW)
        group.binding = Binding.VIP
        return group.id

    group_id = db.run_sync(make)
    for old, new in told:
        db.run_sync(chat_moved, old, new, NOW)
    group = db.run_sync(groups.by_chat, -100)
    assert group is not None
    assert (group.id, group.binding) == (group_id, Binding.VIP)


def test_a_stub_made_under_the_old_id_never_swallows_the_group(db: Database) -> None:
    def make(session: Session) -> None:
        groups.ensure(session, -1, "群", NOW).binding = Binding.VIP
        chat_moved(session, -1, -100, NOW)
        groups.ensure(session, -1, "群", NOW)  # a late message from the old chat
        chat_moved(session, -1, -100, NOW)

    db.run_sync(make)
    group = db.run_sync(groups.by_chat, -100)
    assert group is not None
    assert group.binding is Binding.VIP
    assert db.run_sync(groups.by_chat, -1) is None


def test_a_move_of_a_group_that_was_never_seen_changes_nothing(db: Database) -> None:
    db.run_sync(chat_moved, -1, -100, NOW)
    assert db.run_sync(groups.by_chat, -100) is None

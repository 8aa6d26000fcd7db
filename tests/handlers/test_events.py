"""What happens to groups and people, told by real updates."""

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from bot.members.service import tier_of
from bot.members.tiers import Binding, GroupState, Presence, Purpose, Tier
from db.models import Balance, Group, Member, Membership
from db.repositories import deliveries, groups, members
from tests.factories.updates import (
    ANONYMOUS_ADMIN,
    GROUP,
    ME,
    TELEGRAM,
    make_chat,
    make_membership,
    make_press,
    make_said,
    make_standing,
    make_user,
)
from tests.fixtures.telegram import OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")
LIN = make_user(7, "小林")
UPGRADED = -100555
OLD = -555


def bound(session: Session, binding: Binding, chat_id: int = GROUP) -> None:
    from tests.fixtures.telegram import NOW

    groups.ensure(session, chat_id, "新手一群", NOW).binding = binding


def _presence(session: Session, member_id: int) -> Presence | None:
    query = select(col(Membership.presence)).where(col(Membership.member_id) == member_id)
    return session.execute(query).scalars().first()


def _count(session: Session, table: type) -> int:
    return session.execute(select(func.count()).select_from(table)).scalar_one()


async def group(rig: Rig, chat_id: int = GROUP) -> Group:
    found = await rig.db.read(groups.by_chat, chat_id)
    assert found is not None
    return found


def my(before: str, after: str, by=OWNER, chat=None, **more):
    old, new = make_standing(before), make_standing(after, **more)
    return make_membership("my_chat_member", old, new, by=by, chat=chat)


def theirs(before: str, after: str, user=LIN, by=None, **more):
    old, new = make_standing(before, user), make_standing(after, user, **more)
    return make_membership("chat_member", old, new, by=by or user)


async def test_the_bot_removed_from_a_bound_group_is_told_to_the_operators(rig: Rig) -> None:
    await rig.db.run(bound, Binding.NEWBIE)
    await rig.db.run(bound, Binding.OPERATORS, -2002)
    await rig.feed(my("administrator", "left"))
    assert (await group(rig)).state is GroupState.REMOVED
    assert (await group(rig)).binding is Binding.NEWBIE
    [alert] = await rig.queued()
    assert alert.chat_id == -2002
    assert "我被移出了「新手一群」（新手群）" in alert.markup


async def test_the_loss_of_the_operators_own_group_is_told_to_the_owners(rig: Rig) -> None:
    await rig.db.run(bound, Binding.OPERATORS)
    await rig.feed(my("member", "kicked"))
    [alert] = await rig.queued()
    assert alert.chat_id == OWNER_ID


async def test_a_removal_delivered_twice_is_told_once(rig: Rig) -> None:
    await rig.db.run(bound, Binding.NEWBIE)
    update = my("administrator", "left")
    await rig.feed(update, update)
    assert len(await rig.queued()) == 1


async def test_the_bot_back_in_its_group_goes_on_with_its_binding(rig: Rig) -> None:
    await rig.db.run(bound, Binding.NEWBIE)
    await rig.feed(my("administrator", "left"), my("left", "member"))
    assert (await group(rig)).state is GroupState.ACTIVE
    assert "我回到了" in (await rig.queued())[-1].markup


@pytest.mark.parametrize(
    ("after", "more", "warning"),
    [
        ("administrator", {"can_delete_messages": False}, "不能删除消息"),
        ("member", {}, "看不到「签到」"),
        ("restricted", {"can_send_messages": False}, "不能在这里发言"),
    ],
)
async def test_lost_rights_are_told_one_by_one(rig: Rig, after, more, warning: str) -> None:
    await rig.db.run(bound, Binding.NEWBIE)
    await rig.feed(my("administrator", after, **more))
    [alert] = await rig.queued()
    assert warning in alert.markup
    mute = more.get("can_send_messages") is False
    assert ((await group(rig)).state is GroupState.REMOVED) is mute


async def test_a_promotion_is_no_news(rig: Rig) -> None:
    await rig.db.run(bound, Binding.NEWBIE)
    await rig.feed(my("member", "administrator"))
    assert await rig.queued() == []


async def test_an_owner_who_adds_the_bot_is_offered_the_tiers(rig: Rig) -> None:
    calls = await rig.feed(my("left", "member"))
    assert calls[-1].data[0] == "bind:to-newbie"


async def test_a_stranger_who_adds_the_bot_is_told_to_the_owners_and_not_greeted(rig: Rig) -> None:
    assert await rig.feed(my("left", "member", by=make_user(9, "路人"))) == []
    [alert] = await rig.queued()
    assert "路人 把我拉进了" in alert.markup


async def test_a_person_who_blocks_the_bot_is_unreachable_until_they_return(rig: Rig) -> None:
    private = make_chat(7)
    await rig.feed(make_said("/start", user=LIN), my("member", "kicked", by=LIN, chat=private))
    member = await rig.db.read(members.by_id, 7)
    assert member is not None
    assert member.unreachable_since is not None
    await rig.feed(my("kicked", "member", by=LIN, chat=private))
    member = await rig.db.read(members.by_id, 7)
    assert member is not None
    assert member.unreachable_since is None


@pytest.mark.parametrize("newer_first", [True, False])
async def test_an_upgraded_group_keeps_its_row_whichever_message_comes_first(
    rig: Rig, newer_first: bool
) -> None:
    await rig.db.run(bound, Binding.NEWBIE, OLD)
    before = await group(rig, OLD)
    await rig.db.run(groups.bind_topic, before.id, Purpose.BRIEFS, 5)
    basic = {**make_chat(OLD), "type": "group"}
    away = make_said(None, user=OWNER, chat=basic, migrate_to_chat_id=UPGRADED)
    here = make_said(None, user=OWNER, chat=make_chat(UPGRADED), migrate_from_chat_id=OLD)
    await rig.feed(*([here, away] if newer_first else [away, here]))
    after = await group(rig, UPGRADED)
    assert (after.id, after.binding, after.state) == (before.id, Binding.NEWBIE, GroupState.ACTIVE)
    assert await rig.db.read(groups.topic_for, after.id, Purpose.BRIEFS) == 5
    assert await rig.db.read(_count, Group) == 1


async def test_what_waits_for_an_upgraded_group_goes_to_its_new_id(rig: Rig) -> None:
    await rig.db.run(bound, Binding.OPERATORS, OLD)
    await rig.feed(my("left", "member", by=make_user(9), chat=make_chat(-42, "路人群")))
    away = make_said(None, user=OWNER, chat=make_chat(OLD), migrate_to_chat_id=UPGRADED)
    await rig.feed(away)
    waiting = await rig.db.read(deliveries.in_state, (await rig.queued())[0].state)
    assert [delivery.chat_id for delivery in waiting] == [UPGRADED]


async def test_members_seen_under_the_new_id_first_stay_members(rig: Rig) -> None:
    await rig.db.run(bound, Binding.NEWBIE, OLD)
    await rig.feed(
        make_said("大家好", user=LIN, chat=make_chat(UPGRADED)),
        make_said(None, user=OWNER, chat=make_chat(UPGRADED), migrate_from_chat_id=OLD),
    )
    assert await rig.db.read(tier_of, 7) is Tier.NEWBIE


async def test_a_renamed_group_keeps_its_new_name_even_when_an_anonymous_admin_did_it(
    rig: Rig,
) -> None:
    await rig.db.run(bound, Binding.NEWBIE)
    chat = make_chat(title="新手总群")
    await rig.feed(
        make_said(
            None, user=ANONYMOUS_ADMIN, chat=chat, sender_chat=chat, new_chat_title="新手总群"
        )
    )
    assert (await group(rig)).title == "新手总群"


async def test_a_join_registers_the_person_and_greets_nobody(rig: Rig) -> None:
    await rig.db.run(bound, Binding.ADVANCED)
    calls = await rig.feed(theirs("left", "member"))
    assert calls == []
    assert await rig.db.read(tier_of, 7) is Tier.ADVANCED


async def test_one_who_left_and_came_back_has_one_row_and_the_tier_again(rig: Rig) -> None:
    await rig.db.run(bound, Binding.VIP)
    await rig.feed(theirs("left", "member"), theirs("member", "left"))
    assert await rig.db.read(_presence, 7) is Presence.LEFT
    assert await rig.db.read(tier_of, 7) is None
    await rig.feed(theirs("left", "member"))
    assert await rig.db.read(tier_of, 7) is Tier.VIP
    assert await rig.db.read(_count, Member) == 1


async def test_one_removed_by_an_admin_is_gone_and_the_admin_is_not(rig: Rig) -> None:
    await rig.db.run(bound, Binding.VIP)
    await rig.feed(theirs("left", "member"), theirs("member", "kicked", by=OWNER))
    assert await rig.db.read(_presence, 7) is Presence.LEFT
    assert await rig.db.read(_presence, OWNER_ID) is Presence.PRESENT


@pytest.mark.parametrize("is_member", [True, False])
async def test_a_restricted_person_may_be_inside_or_not(rig: Rig, is_member: bool) -> None:
    await rig.feed(theirs("member", "restricted", is_member=is_member))
    expected = Presence.PRESENT if is_member else Presence.LEFT
    assert await rig.db.read(_presence, 7) is expected


async def test_service_messages_about_coming_and_leaving_count_too(rig: Rig) -> None:
    here = make_chat()
    come = {"new_chat_members": [make_user(8, "阿明"), ME, make_user(10, "阿红")]}
    await rig.feed(make_said(None, user=OWNER, chat=here, **come))
    assert await rig.db.read(_presence, 8) is Presence.PRESENT
    assert await rig.db.read(_presence, 10) is Presence.PRESENT
    gone = make_user(8, "阿明")
    calls = await rig.feed(make_said(None, user=gone, chat=here, left_chat_member=gone))
    assert await rig.db.read(_presence, 8) is Presence.LEFT
    assert calls == []


async def test_a_person_in_three_groups_is_one_member_of_the_highest_tier(rig: Rig) -> None:
    tiers = {-11: Binding.NEWBIE, -12: Binding.VIP, -13: Binding.ADVANCED}
    for chat_id, binding in tiers.items():
        await rig.db.run(bound, binding, chat_id)
        await rig.feed(make_said("你好", user=LIN, chat=make_chat(chat_id)))
    await rig.feed(make_said("你好", user=LIN))
    assert await rig.db.read(_count, Member) == 1
    assert await rig.db.read(_count, Balance) <= 1
    assert await rig.db.read(tier_of, 7) is Tier.VIP


async def test_a_group_that_the_bot_lost_no_longer_counts_for_the_tier(rig: Rig) -> None:
    await rig.db.run(bound, Binding.VIP)
    await rig.feed(make_said("你好", user=LIN, chat=make_chat()), my("member", "left"))
    assert await rig.db.read(tier_of, 7) is None


async def test_an_anonymous_admin_can_command_nothing_but_is_told_why(rig: Rig) -> None:
    here = make_chat()
    await rig.feed(make_said("/bind newbie", user=ANONYMOUS_ADMIN, chat=here, sender_chat=here))
    assert (await group(rig)).binding is None
    assert "认不出是哪一位" in rig.request.said[-1]
    assert await rig.db.read(_count, Member) == 0


async def test_an_anonymous_admin_who_presses_a_button_is_who_they_are(rig: Rig) -> None:
    await rig.feed(make_press("bind:to-newbie", user=OWNER, chat=make_chat()))
    assert (await group(rig)).binding is Binding.NEWBIE


async def test_a_channel_that_posts_in_the_group_is_no_person(rig: Rig) -> None:
    channel = {"id": -100777, "type": "channel", "title": "公告"}
    for text in ("/bind newbie", "/start", "公告"):
        forwarded = make_said(
            text, user=TELEGRAM, chat=make_chat(), sender_chat=channel, is_automatic_forward=True
        )
        assert await rig.feed(forwarded) == []
    assert await rig.db.read(_count, Member) == 0
    assert (await group(rig)).binding is None


async def test_another_bot_is_neither_registered_nor_answered(rig: Rig) -> None:
    other = {"id": 99, "is_bot": True, "first_name": "Other", "username": "other_bot"}
    calls = await rig.feed(
        make_said("/start", user=other, chat=make_chat()),
        theirs("left", "member", user=other, by=LIN),
        make_said(None, user=LIN, chat=make_chat(), new_chat_members=[other]),
    )
    assert calls == []
    assert await rig.db.read(members.by_id, 99) is None


async def test_a_post_in_a_channel_where_the_bot_is_admin_is_let_go(rig: Rig) -> None:
    channel = {"id": -100777, "type": "channel", "title": "公告"}
    update = make_membership(
        "my_chat_member", make_standing("left"), make_standing("administrator"), chat=channel
    )
    assert await rig.feed(update) == []
    assert await rig.db.read(_count, Group) == 0

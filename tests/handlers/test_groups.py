import pytest

from bot.members.tiers import Binding, GroupState, Purpose
from db.repositories import groups, operator_actions
from tests.factories.updates import (
    GROUP,
    make_chat,
    make_press,
    make_said,
    make_standing,
    make_user,
)
from tests.fixtures.telegram import OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")
TOPIC = {"message_thread_id": 77, "is_topic_message": True}


def in_group(text: str, user=OWNER, **message):
    return make_said(text, user=user, chat=make_chat(), **message)


def press(data: str, user=OWNER, **message):
    return make_press(data, user=user, chat=make_chat(), **message)


async def binding_of(rig: Rig) -> Binding | None:
    group = await rig.db.read(groups.by_chat, GROUP)
    return group.binding if group else None


async def actions(rig: Rig) -> list[str]:
    return [action.action for action in await rig.db.read(operator_actions.latest)]


@pytest.mark.parametrize(
    ("typed", "binding"),
    [
        ("newbie", Binding.NEWBIE),
        ("进阶", Binding.ADVANCED),
        ("高淨值", Binding.VIP),
        ("ＯＰＳ", Binding.OPERATORS),
    ],
)
async def test_an_owner_binds_a_group_by_name(rig: Rig, typed: str, binding: Binding) -> None:
    await rig.feed(in_group(f"/bind {typed}"))
    assert await binding_of(rig) is binding
    assert "✅ 已绑定" in rig.request.said[-1]
    assert await actions(rig) == ["bind"]


async def test_the_answer_to_a_binding_names_what_the_bot_cannot_do(rig: Rig) -> None:
    rig.request.member_of = {"status": "member"}
    await rig.feed(in_group("/bind newbie"))
    assert "看不到「签到」" in rig.request.said[-1]
    assert "不能删除消息" in rig.request.said[-1]


async def test_a_bot_that_cannot_speak_tells_the_owner_in_private(rig: Rig) -> None:
    rig.request.member_of = make_standing("restricted", can_send_messages=False)
    await rig.feed(in_group("/bind newbie"))
    [alert] = await rig.queued()
    assert alert.chat_id == OWNER_ID
    assert "不能在那里发言" in alert.markup


async def test_rights_that_cannot_be_read_are_said_to_be_unknown(rig: Rig) -> None:
    rig.request.refuse("getChatMember", "Bad Request: member not found")
    await rig.feed(in_group("/bind newbie"))
    assert "没能查到我在这里的权限" in rig.request.said[-1]


async def test_bind_without_a_word_offers_buttons_and_a_press_binds(rig: Rig) -> None:
    [call] = await rig.feed(in_group("/bind"))
    assert call.data == ["bind:to-newbie", "bind:to-advanced", "bind:to-vip", "bind:to-ops"]
    await rig.feed(press("bind:to-vip"))
    assert await binding_of(rig) is Binding.VIP


async def test_a_press_by_somebody_else_binds_nothing(rig: Rig) -> None:
    await rig.feed(in_group("/bind"), press("bind:to-vip", user=make_user(9)))
    assert await binding_of(rig) is None
    assert "只有获得授权的人能用" in rig.request.notes[-1]


@pytest.mark.parametrize("data", ["bind:to-queen", "bind:", "bind:topic-x", "bind:to"])
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    await rig.feed(press(data))
    assert await binding_of(rig) is None
    assert "按钮已经失效" in rig.request.notes[-1]


async def test_a_word_that_is_no_tier_is_answered_with_what_is_allowed(rig: Rig) -> None:
    await rig.feed(in_group("/bind <b>gold</b>"))
    assert "看不懂「&lt;b&gt;gold&lt;/b&gt;」" in rig.request.said[-1]
    assert await binding_of(rig) is None


async def test_bind_in_private_says_where_it_belongs(rig: Rig) -> None:
    await rig.feed(make_said("/bind newbie", user=OWNER))
    assert "请在群里使用" in rig.request.said[-1]


async def test_bind_by_somebody_else_is_refused(rig: Rig) -> None:
    await rig.feed(in_group("/bind newbie", user=make_user(9)))
    assert await binding_of(rig) is None
    assert "只有获得授权的人能用" in rig.request.said[-1]


async def test_another_tier_asks_once_more_and_names_the_consequence(rig: Rig) -> None:
    calls = await rig.feed(in_group("/bind newbie"), in_group("/bind vip"))
    assert await binding_of(rig) is Binding.NEWBIE
    assert "改成<b>高净值群</b>" in calls[-1].text
    assert calls[-1].data == ["bind:sure-vip", "bind:keep"]
    await rig.feed(press("bind:sure-vip"))
    assert await binding_of(rig) is Binding.VIP


async def test_keeping_it_as_it_is_changes_nothing(rig: Rig) -> None:
    await rig.feed(in_group("/bind newbie"), in_group("/bind vip"), press("bind:keep"))
    assert await binding_of(rig) is Binding.NEWBIE


async def test_binding_to_the_same_again_is_no_second_action(rig: Rig) -> None:
    await rig.feed(in_group("/bind newbie"), in_group("/bind newbie"))
    assert "没有改动" in rig.request.said[-1]
    assert await actions(rig) == ["bind"]


async def test_an_update_delivered_twice_is_logged_once(rig: Rig) -> None:
    update = in_group("/bind newbie")
    await rig.feed(update, update)
    assert await actions(rig) == ["bind"]


async def test_a_topic_is_bound_to_a_purpose(rig: Rig) -> None:
    forum = make_chat(is_forum=True)
    await rig.feed(
        in_group("/bind newbie"), make_said("/bind 提问", user=OWNER, chat=forum, **TOPIC)
    )
    assert await thread(rig, Purpose.QUESTIONS) == 77
    assert rig.request.calls[-1].given["message_thread_id"] == 77
    assert await actions(rig) == ["bind-topic", "bind"]


async def test_the_newest_topic_of_a_purpose_replaces_the_one_before(rig: Rig) -> None:
    later = {**TOPIC, "message_thread_id": 78}
    await rig.feed(
        in_group("/bind newbie"),
        in_group("/bind briefs", **TOPIC),
        press("bind:topic-briefs", **later),
    )
    assert await thread(rig, Purpose.BRIEFS) == 78


async def test_a_purpose_outside_a_topic_says_where_to_go(rig: Rig) -> None:
    await rig.feed(in_group("/bind newbie"), in_group("/bind contest"))
    assert "进入那个话题" in rig.request.said[-1]


async def test_a_topic_of_an_unbound_group_says_what_comes_first(rig: Rig) -> None:
    await rig.feed(in_group("/bind contest", **TOPIC))
    assert "本群还没有绑定" in rig.request.said[-1]


async def test_unbind_asks_once_more_and_then_releases_group_and_topics(rig: Rig) -> None:
    await rig.feed(in_group("/bind newbie"), in_group("/bind chat", **TOPIC))
    [asked] = await rig.feed(in_group("/unbind"))
    assert "积分不受影响" in asked.text
    assert await binding_of(rig) is Binding.NEWBIE
    await rig.feed(press("bind:release"))
    assert await binding_of(rig) is None
    assert await thread(rig, Purpose.CHAT) is None
    assert (await actions(rig))[0] == "unbind"


async def test_a_second_press_on_release_says_that_nothing_is_bound(rig: Rig) -> None:
    await rig.feed(in_group("/bind newbie"), press("bind:release"), press("bind:release"))
    assert "本群还没有绑定" in rig.request.notes[-1]


async def test_unbind_where_nothing_is_bound_says_so(rig: Rig) -> None:
    await rig.feed(in_group("/unbind"))
    assert "本群还没有绑定" in rig.request.said[-1]


async def test_binding_makes_a_group_active_again(rig: Rig) -> None:
    await rig.feed(in_group("你好"))
    await rig.db.run(groups.set_state, GROUP, GroupState.REMOVED)
    await rig.feed(in_group("/bind newbie"))
    group = await rig.db.read(groups.by_chat, GROUP)
    assert group is not None
    assert group.state is GroupState.ACTIVE


async def test_a_press_on_a_message_too_old_to_be_shown_is_handled(rig: Rig) -> None:
    update = press("bind:to-vip")
    update["callback_query"]["message"] = {"chat": make_chat(), "message_id": 5, "date": 0}
    await rig.feed(update)
    assert await binding_of(rig) is Binding.VIP


async def thread(rig: Rig, purpose: Purpose) -> int | None:
    group = await rig.db.read(groups.by_chat, GROUP)
    assert group is not None
    return await rig.db.read(groups.topic_for, group.id, purpose)

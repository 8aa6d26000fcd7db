from collections.abc import Iterator
from typing import Any

import pytest

from bot.broadcast.states import BroadcastState
from bot.delivery.lanes import DeliveryState, Lane
from bot.members.tiers import Binding
from db.models import Broadcast
from db.repositories import attention, deliveries, groups, operator_actions
from db.repositories import broadcast as broadcasts
from db.session import Database
from handlers import TABLE
from jobs.broadcast import broadcast_tick
from tests.factories.broadcasts import AUTHOR, SECOND, make_community
from tests.factories.updates import make_chat, make_message, make_press, make_said, make_user
from tests.fixtures.telegram import Rig

OPS = make_chat(-1009, "运营群")
WRITER = make_user(AUTHOR, "运营甲")
OTHER = make_user(SECOND, "运营乙")
MEMBER = make_user(101, "小林")
TEXT = "周三晚上有一场直播，讲怎么看财报。"


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_community)
    yield Rig(db, TABLE)


async def _say(rig: Rig, text: str, user: dict[str, Any] = WRITER, **more: Any) -> str:
    calls = await rig.feed(make_said(text, user=user, **more))
    return calls[-1].text if calls else ""


async def _press(rig: Rig, data: str, user: dict[str, Any] = WRITER, **more: Any) -> list[str]:
    calls = await rig.feed(make_press(data, user=user, **more))
    return [call.text for call in calls if call.text]


async def _found(rig: Rig, number: int = 1) -> Broadcast:
    found = await rig.db.read(broadcasts.by_id, number)
    assert found is not None
    return found


async def _written(rig: Rig) -> None:
    replied = make_message(TEXT, user=WRITER)
    await _say(rig, "/broadcast", reply_to_message=replied)
    await _press(rig, "broadcast:v-1-groups-newbie")
    await _press(rig, "broadcast:v-1-people-newbie")


async def test_a_draft_takes_the_text_of_the_message_that_it_answers(rig: Rig) -> None:
    said = await _say(rig, "/broadcast", reply_to_message=make_message(TEXT, user=WRITER))
    assert "群发 1 · 草稿" in said.replace("<b>", "").replace("</b>", "")
    assert TEXT in said and "还没有选发给谁" in said


async def test_a_member_gets_no_form(rig: Rig) -> None:
    assert "获得授权" in await _say(rig, "/broadcast", MEMBER)
    assert any("获得授权" in text for text in await _press(rig, "broadcast:form-1", MEMBER))


async def test_in_a_members_group_nothing_of_it_is_shown(rig: Rig) -> None:
    assert "私聊" in await _say(rig, "/broadcast", chat=make_chat(-1001))


async def test_a_typed_time_that_is_none_is_named_and_asked_again(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:f-1-when")
    assert "「25:99」不是时间" in await _say(rig, "25:99")
    assert "明天" not in (said := await _say(rig, "明天 9:30")) and "11月21日" in said


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("levels", "9999", "不是等级范围"),
        ("levels", "5-2", "前大后小"),
        ("activity", "火星", "看不懂"),
        ("hours", "100", "不是小时数"),
        ("excluded", "@nobody_here", "没有见过"),
        ("text", "长" * 8001, "请缩短"),
    ],
)
async def test_what_makes_no_sense_is_named(rig: Rig, field: str, typed: str, told: str) -> None:
    await _written(rig)
    await _press(rig, f"broadcast:f-1-{field}")
    assert told in await _say(rig, typed)
    assert (await _found(rig)).plan["text"] == TEXT


async def test_typed_tags_are_shown_as_typed_and_never_read(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:f-1-text")
    await _say(rig, "看<b>这里</i><script>")
    calls = await rig.feed(make_press("broadcast:see-1", user=WRITER))
    preview = [call for call in calls if call.method == "sendMessage"][-1]
    assert preview.text == "看&lt;b&gt;这里&lt;/i&gt;&lt;script&gt;"
    assert preview.given["chat_id"] == AUTHOR


async def test_the_gate_s_suggestion_is_one_press_away(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:f-1-text")
    said = await _say(rig, "周三有直播。这只股票必涨。")
    assert "合规未通过" in said and "建议" in said
    await _press(rig, "broadcast:reword-1")
    text = (await _found(rig)).plan["text"]
    assert text.startswith("周三有直播。") and "必涨" not in text


async def test_the_reach_is_shown_before_anything_is_submitted(rig: Rig) -> None:
    await _written(rig)
    (shown,) = await _press(rig, "broadcast:check-1")
    assert "群：1 个（新手一群），已知成员 3 人" in shown
    assert "私聊：3 人" in shown and "工作人员 2" in shown
    assert (await _found(rig)).state is BroadcastState.DRAFT


async def test_figures_need_a_source_and_a_second_pair_of_eyes(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:f-1-text")
    assert "没有绑定行情：5.2%" in await _say(rig, "前三季度增长 5.2%，11月25日 20:00 直播。")
    await _press(rig, "broadcast:f-1-source")
    assert "还要改" not in await _say(rig, "国家统计局公告")
    await _press(rig, "broadcast:submit-1")
    card = (await rig.queued())[-1]
    assert "5.2%" in card.markup and "国家统计局公告" in card.markup
    assert "逐个核对" in str(card.buttons)


async def _approved(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:submit-1")
    await _press(rig, "broadcast:yes-1-1", OTHER, chat=OPS)


async def test_somebody_else_approves_and_it_goes_out(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:submit-1")
    assert any("另一位运营" in text for text in await _press(rig, "broadcast:yes-1-1", WRITER))
    await _press(rig, "broadcast:yes-1-1", OTHER, chat=OPS)
    assert any("已经批准" in text for text in await _press(rig, "broadcast:yes-1-1", OTHER))
    await broadcast_tick(rig.house, rig.clock.now())
    sent = [one for one in await rig.queued() if one.lane is Lane.CAMPAIGN]
    assert sorted(one.chat_id for one in sent) == [-1001, 101, 102, 103]
    assert all("不再接收" in str(one.buttons) for one in sent if one.chat_id > 0)


async def test_it_can_be_paused_resumed_and_cancelled(rig: Rig) -> None:
    await _approved(rig)
    await broadcast_tick(rig.house, rig.clock.now())
    await _press(rig, "broadcast:pause-1", OTHER, chat=OPS)
    assert not [one for one in await rig.queued() if one.lane is Lane.CAMPAIGN]
    await _press(rig, "broadcast:resume-1", OTHER, chat=OPS)
    asked = await _press(rig, "broadcast:ask-1-cancel", OTHER, chat=OPS)
    assert any("收不回来" in text for text in asked)
    done = await _press(rig, "broadcast:cancel-1", OTHER, chat=OPS)
    assert any("拦下 4 条，此前已发出 0 条" in text for text in done)


async def test_a_refusal_needs_a_reason_which_the_author_reads(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:submit-1")
    assert "退回修改" in await _say(rig, "/broadcast return 1 时间再写清楚一点", OTHER, chat=OPS)
    assert "时间再写清楚一点" in await _say(rig, "/broadcast 1")
    actions = [one.action for one in await rig.db.read(operator_actions.latest)]
    assert actions[0] == "broadcast-return"


async def test_a_reason_can_be_typed_in_private(rig: Rig) -> None:
    await _written(rig)
    await _press(rig, "broadcast:submit-1")
    await _press(rig, "broadcast:no-1-1", OTHER)
    assert "已驳回" in await _say(rig, "不适合现在发", OTHER)
    assert (await _found(rig)).state is BroadcastState.REJECTED


async def test_a_change_after_the_approval_makes_it_void(rig: Rig) -> None:
    await _approved(rig)
    await _press(rig, "broadcast:v-1-hours-2")
    assert (await _found(rig)).state is BroadcastState.DRAFT
    await broadcast_tick(rig.house, rig.clock.now())
    assert not [one for one in await rig.queued() if one.lane is Lane.CAMPAIGN]


async def test_a_group_unbound_meanwhile_gets_nothing(rig: Rig) -> None:
    await _approved(rig)

    def unbind(session: Any) -> None:
        group = groups.by_chat(session, -1001)
        group.binding = None

    await rig.db.run(unbind)
    await broadcast_tick(rig.house, rig.clock.now())
    sent = [one for one in await rig.queued() if one.lane is Lane.CAMPAIGN]
    assert sent == []


async def test_the_list_and_a_number_that_is_none(rig: Rig) -> None:
    assert "还没有群发过" in await _say(rig, "/broadcast list")
    await _written(rig)
    assert "1 · 草稿" in await _say(rig, "/broadcast list")
    assert "没有编号为 99 的群发" in await _say(rig, "/broadcast 99")
    assert "看不懂" in await _say(rig, "/broadcast 乱七八糟")


@pytest.mark.parametrize("data", ["broadcast:", "broadcast:yes-", "broadcast:v-1-groups-x", "x"])
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    await _written(rig)
    before = (await _found(rig)).plan
    assert any("失效" in text for text in await _press(rig, data))
    assert (await _found(rig)).plan == before


async def test_no_more_of_this_drops_what_waits_and_why_tells_it(rig: Rig) -> None:
    await _approved(rig)
    await broadcast_tick(rig.house, rig.clock.now())
    await _press(rig, "attention:no-campaign", MEMBER)
    spared = await rig.db.read(deliveries.in_state, DeliveryState.SUPPRESSED)
    assert [(one.chat_id, one.why) for one in spared] == [(101, "opted-out")]
    told = await _say(rig, "/why", MEMBER)
    assert "社群活动：没有发，你选择了不接收" in told and "社群活动消息：不接收" in told
    await _press(rig, "attention:on", MEMBER)
    assert await rig.db.read(attention.choices, [101], Lane.CAMPAIGN) == {101: True}


async def test_why_in_a_group_leads_to_the_private_chat(rig: Rig) -> None:
    calls = await rig.feed(make_said("/why", user=OTHER, chat=make_chat(-1001)))
    assert "start=why" in calls[-1].buttons[0]["url"]
    assert Binding.NEWBIE.value not in calls[-1].text

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.ama.states import AmaState
from bot.delivery.lanes import DeliveryState
from db.models import Delivery
from db.repositories import deliveries, members
from db.session import Database
from handlers import TABLE
from jobs.ama import ama_tick
from tests.factories.amas import (
    ASKER,
    EXPERT,
    OTHER,
    OUTSIDER,
    STARTS,
    ama_of,
    make_audience,
    question_of,
)
from tests.factories.broadcasts import AUTHOR, NOW, SECOND
from tests.factories.updates import make_chat, make_message, make_press, make_said, make_user
from tests.fixtures.telegram import BOT_ID, Rig

OPS, GROUP = make_chat(-1009, "运营群"), make_chat(-1001)
WRITER, SECOND_ONE = make_user(AUTHOR, "运营甲"), make_user(SECOND, "运营乙")
LIN, WANG = make_user(ASKER, "小林"), make_user(OTHER, "小王")
TEACHER = make_user(EXPERT, "陈老师")
STRANGER = make_user(OUTSIDER, "路人")
FORM = f"/ama new\n标题：怎样读懂财报\n主讲：{EXPERT}\n时间：今天 20:00\n时长：60\n范围：新手"
TEXT = "现金流量表要先看哪几行？"
ANSWER = "先看经营活动产生的现金流量净额，再和净利润对照。"


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_audience)
    yield Rig(db, TABLE)


async def _say(rig: Rig, text: str, user: dict[str, Any] = WRITER, **more: Any) -> str:
    date = int(rig.clock.now().timestamp())
    calls = await rig.feed(make_said(text, user=user, **{"date": date, **more}))
    return calls[-1].text if calls else ""


async def _press(rig: Rig, data: str, user: dict[str, Any] = WRITER, **more: Any) -> list[str]:
    calls = await rig.feed(make_press(data, user=user, **more))
    return [call.text for call in calls if call.text]


async def _at(rig: Rig, now: Any) -> None:
    rig.clock.move_to(now)
    await ama_tick(rig.house, now)


async def _sent(rig: Rig, key: str, message_id: int) -> Delivery:
    """Let something of the outbox be there as a message."""

    def arrive(session: Any) -> Delivery:
        found = deliveries.with_key(session, key)
        assert found is not None, key
        assert deliveries.move(
            session, found.id, DeliveryState.QUEUED, DeliveryState.SENT, message_id=message_id
        )
        session.refresh(found)
        return found

    return await rig.db.run(arrive)


async def _reply(rig: Rig, to: int, text: str, user: dict[str, Any], chat: dict[str, Any]) -> str:
    me = {"id": BOT_ID, "is_bot": True, "first_name": "Opening Bell"}
    replied = make_message("…", user=me, chat=chat, message_id=to)
    return await _say(rig, text, user, chat=chat, reply_to_message=replied)


async def _called(rig: Rig) -> None:
    await _say(rig, FORM)
    await _press(rig, "ama-desk:call-1")


async def test_without_a_form_the_form_is_shown(rig: Rig) -> None:
    said = await _say(rig, "/ama new")
    assert "标题：" in said and "/ama new" in said and "<pre>" in said


async def test_the_form_that_is_shown_can_be_filled_in_and_read(rig: Rig) -> None:
    shown = (await _say(rig, "/ama new")).split("<pre>")[1].split("</pre>")[0]
    said = await _say(rig, shown.replace("@用户名", str(EXPERT)))
    assert "预览" in said and "新手群、进阶群" in said


async def test_the_preview_says_who_will_see_it_before_anybody_does(rig: Rig) -> None:
    said = await _say(rig, FORM)
    assert "还没有人看到" in said and "会发到 新手群 的 1 个群" in said and "休市" not in said
    assert await rig.queued() == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [("时间：明天 20:00", "休市"), ("时间：2027年1月6日 20:00", "没有覆盖")],
)
async def test_a_day_without_trading_is_warned_of(rig: Rig, typed: str, told: str) -> None:
    said = await _say(rig, FORM.replace("时间：今天 20:00", typed))
    assert told in said and "预览" in said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("时间：25:99", "时间"),
        ("时长：5", "10 到 240"),
        ("范围：火星", "范围"),
        ("时间：今天 8:00", "已经过去"),
    ],
)
async def test_a_line_at_fault_is_named(rig: Rig, line: str, told: str) -> None:
    name = line.split("：", maxsplit=1)[0]
    lines = [one for one in FORM.splitlines() if not one.startswith(name)]
    assert told in await _say(rig, "\n".join([*lines, line]))


async def test_a_member_runs_nothing(rig: Rig) -> None:
    assert "只有运营" in await _say(rig, "/ama new", LIN)
    await _called(rig)
    for data in ("stopsure-1", "take-1", "call-1", "anyway-1", "refuse-1", "seriesend-1"):
        assert any("只有运营" in text for text in await _press(rig, f"ama-desk:{data}", LIN))
    found = await rig.db.read(ama_of, 1)
    assert found.state is AmaState.COLLECTING


@pytest.mark.parametrize(
    "data", ["", "list", "list-x", "vote--1", "nonsense-1", "read-1-9999999999"]
)
async def test_forged_buttons_are_gone_or_find_nothing(rig: Rig, data: str) -> None:
    said = await _press(rig, f"ama:{data}", LIN)
    assert any("失效" in text or "没有找到" in text for text in said)


async def test_from_the_call_to_the_digest(rig: Rig) -> None:
    await _called(rig)
    await _sent(rig, "ama:1:call:-1001", 501)
    # Two questions: one by a reply to the call, one in private by the link's buttons.
    assert "审核后上榜" in await _reply(rig, 501, TEXT, LIN, GROUP)
    said = await _say(rig, "/start ama-1", WANG)
    assert "怎样读懂财报" in said and "还没有上榜" in said
    await _press(rig, "ama:ask-1", WANG)
    assert "问题榜" in await _say(rig, "利润表里哪一行最重要？", WANG)
    # Moderated by two operators at once: one wins.
    await _press(rig, "ama-desk:take-1", chat=OPS)
    assert any("已上榜" in t for t in await _press(rig, "ama-desk:take-1", SECOND_ONE, chat=OPS))
    await _press(rig, "ama-desk:take-2", chat=OPS)
    voted = await _press(rig, "ama:vote-2-0", LIN)
    assert "已投给这个问题。" in voted and any("1 票，含你的一票" in text for text in voted)
    # Live.
    await _at(rig, STARTS)
    card = await _sent(rig, "alert:ama-stage:2:1:-1009", 601)
    assert "利润表" in card.markup
    assert "1 个群" in await _reply(rig, 601, ANSWER, TEACHER, OPS)
    assert "已回答" in await _reply(rig, 601, "第二个回答也来了。", WRITER, OPS)
    await _sent(rig, "alert:ama-stage:1:1:-1009", 602)
    asked = await _press(rig, "ama-desk:end-1", chat=OPS)
    assert any("还有 1 个问题" in text for text in asked)
    await _press(rig, "ama-desk:endsure-1", chat=OPS)
    await _at(rig, STARTS + timedelta(minutes=1))
    found = await rig.db.read(deliveries.with_key, "ama:1:end:-1001")
    assert found is not None and "2 个问题答了 1 个" in found.markup
    assert found.picture is not None
    await _at(rig, STARTS + timedelta(minutes=2))
    assert len([one for one in await rig.queued() if ":end:" in one.send_key]) == 1
    # Afterwards: the transcript, and a reply that comes too late.
    said = await _say(rig, "/start ama-1", LIN)
    assert "✓" in said and "已结束" in said
    assert any(ANSWER in text for text in await _press(rig, "ama:read-2-0", LIN))
    assert "已结束" in await _reply(rig, 602, ANSWER, TEACHER, OPS)
    assert await rig.db.read(deliveries.with_key, "ama-told:1:unanswered") is not None


async def test_talk_below_the_call_is_no_question(rig: Rig) -> None:
    await _called(rig)
    await _sent(rig, "ama:1:call:-1001", 501)
    assert await _reply(rig, 501, "期待", LIN, GROUP) == ""


async def test_talk_below_a_moderators_card_is_no_answer(rig: Rig) -> None:
    await _called(rig)
    await _say(rig, f"/ama {TEXT}", LIN)
    await _press(rig, "ama-desk:take-1", chat=OPS)
    await _sent(rig, "alert:ama-question:1:-1009", 600)
    await _at(rig, STARTS)
    assert await _reply(rig, 600, "这个问题问得不错", WRITER, OPS) == ""


async def test_a_refusal_takes_a_typed_reason_or_none(rig: Rig) -> None:
    await _called(rig)
    await _say(rig, f"/ama {TEXT}", LIN)
    await _say(rig, "/ama 第二个问题怎么问才好", LIN)
    shown = await _press(rig, "ama-desk:refuse-1", chat=OPS)
    assert any("把原因发给我" in text for text in shown)
    assert "已通知" in await _say(rig, "和这一期的主题无关")
    await _press(rig, "ama-desk:refuse-2", chat=OPS)
    await _press(rig, "ama-desk:noreason-2", chat=OPS)
    for number, reason in ((1, "和这一期的主题无关"), (2, None)):
        assert (await rig.db.read(question_of, number)).reason == reason


async def test_whoever_goes_back_is_asked_no_reason_any_more(rig: Rig) -> None:
    await _called(rig)
    await _say(rig, f"/ama {TEXT}", LIN)
    await _press(rig, "ama-desk:refuse-1", chat=OPS)
    shown = await _press(rig, "ama-desk:question-1", chat=OPS)
    assert any("等待审核" in text for text in shown)
    assert "已通知" not in await _say(rig, "这是别的话")


async def test_own_questions_can_be_looked_at_and_withdrawn(rig: Rig) -> None:
    await _called(rig)
    await _say(rig, f"/ama {TEXT}", LIN)
    assert any("等待审核" in text for text in await _press(rig, "ama:mine-1", LIN))
    assert any("没有找到" in text for text in await _press(rig, "ama:withdraw-1", WANG))
    assert any("已撤回" in text for text in await _press(rig, "ama:withdraw-1", LIN))


async def test_a_vote_is_taken_back_by_its_button_and_not_for_one_s_own(rig: Rig) -> None:
    await _called(rig)
    await _say(rig, f"/ama {TEXT}", LIN)
    await _press(rig, "ama-desk:take-1", chat=OPS)
    await _press(rig, "ama:vote-1-0", WANG)
    taken = await _press(rig, "ama:unvote-1-0", WANG)
    assert "这一票收回了。" in taken and any("0 票" in text for text in taken)
    assert any("自己的问题" in text for text in await _press(rig, "ama:vote-1-0", LIN))


async def test_a_group_sees_its_own_ama_in_six_lines_and_others_none(rig: Rig) -> None:
    await _called(rig)
    said = await _say(rig, "/ama", LIN, chat=GROUP)
    assert "怎样读懂财报" in said and len(said.splitlines()) <= 6
    assert "现在没有专家问答" in await _say(rig, "/ama", STRANGER)
    assert "面向别的群" in await _say(rig, "/ama 1", STRANGER)
    assert "面向别的群" in await _say(rig, "/start ama-1", STRANGER)


async def test_the_kill_switch_names_what_it_does_and_asks_once_more(rig: Rig) -> None:
    await _called(rig)
    said = await _say(rig, "/ama stop 1")
    assert "收不回来" in said and "不能恢复" in said
    assert (await rig.db.read(ama_of, 1)).state is AmaState.COLLECTING
    done = await _press(rig, "ama-desk:stopsure-1")
    assert any("拦下 1 条" in text for text in done)
    assert any("已叫停" in text for text in await _press(rig, "ama-desk:stopsure-1"))


async def test_a_draft_is_dropped_without_a_trace_in_groups(rig: Rig) -> None:
    await _say(rig, FORM)
    await _press(rig, "ama-desk:drop-1")
    assert any("已取消" in text for text in await _press(rig, "ama-desk:call-1"))
    assert await rig.queued() == []


async def test_it_is_moved_by_a_typed_time(rig: Rig) -> None:
    await _called(rig)
    assert "11月23日" in await _say(rig, "/ama move 1 11月23日 20:00")
    assert "休市" in await _say(rig, "/ama move 1 11月22日 20:00")
    assert "时间" in await _say(rig, "/ama move 1 火星")
    assert "看不懂" in await _say(rig, "/ama move 火星")


async def test_lists_and_series_are_shown_to_operators(rig: Rig) -> None:
    assert "/ama new" in await _say(rig, "/ama list")
    await _say(rig, FORM + "\n每周：是")
    await _press(rig, "ama-desk:call-1")
    assert "怎样读懂财报 · 征集问题中" in await _say(rig, "/ama", chat=OPS)
    assert "周五 20:00" in await _say(rig, "/ama series")
    assert any("照常办" in text for text in await _press(rig, "ama-desk:series-1"))
    assert any("已停止" in text for text in await _press(rig, "ama-desk:seriesend-1"))
    assert "没有在办的每周系列" in await _say(rig, "/ama series")


async def test_after_the_end_a_question_that_was_asked_for_is_wanted_no_more(rig: Rig) -> None:
    await _called(rig)
    await _press(rig, "ama:ask-1", LIN)
    await _press(rig, "ama-desk:stopsure-1")
    assert "已叫停" in await _say(rig, TEXT, LIN)
    assert "已叫停" not in await _say(rig, TEXT, LIN)


async def test_a_message_from_before_the_bot_knew_somebody_is_no_crash(rig: Rig) -> None:
    assert "没有找到" in await _say(rig, "/start ama-x", LIN)
    assert "没有找到" in await _say(rig, "/ama 77", LIN)
    assert await rig.db.read(members.by_id, ASKER) is not None
    assert rig.clock.now() == NOW

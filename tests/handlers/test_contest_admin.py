"""Operators' side of `/contest`: the form, the steps of a contest's life, decisions."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session

from bot.contest.services import lifecycle
from bot.contest.states import ContestState
from bot.members.roles import Role
from bot.members.tiers import Binding
from db.models import Delivery
from db.models.contest import Contest, ContestRecord
from db.models.market import ShareEvent
from db.repositories import groups, members
from db.session import Database
from handlers import TABLE
from tests.factories.contest_cases import make_draft, make_open, make_running
from tests.factories.points import make_person
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Call, Rig

OPERATOR = make_user(50, "运营甲")
SECOND = make_user(51, "运营乙")
MEMBER = make_user(7, "小林")
TIER_CHAT, OPS_CHAT = -1001, -1002


def _groups(session: Session) -> None:
    for chat, binding in ((TIER_CHAT, Binding.NEWBIE), (OPS_CHAT, Binding.OPERATORS)):
        group = groups.ensure(session, chat, binding.value, NOW)
        group.binding = binding
        session.add(group)


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    for user in (OPERATOR, SECOND, MEMBER):
        db.run_sync(make_person, user["id"], user["first_name"])
    for operator in (50, 51):
        db.run_sync(members.grant_role, operator, Role.OPERATOR, OWNER_ID, NOW)
    db.run_sync(members.save, 7, NOW, first_name="小林", last_name=None, username="xiaolin")
    db.run_sync(_groups)
    yield Rig(db, TABLE)


async def _say(rig: Rig, text: str, **message: Any) -> Call:
    calls = await rig.feed(make_said(text, **{"user": OPERATOR, **message}))
    return calls[-1]


async def _press(rig: Rig, data: str, **message: Any) -> Call:
    calls = await rig.feed(make_press(data, **{"user": OPERATOR, **message}))
    return calls[-1]


async def _contest(rig: Rig) -> Contest:
    query = select(Contest).order_by(Contest.id.desc()).limit(1)  # type: ignore[attr-defined]
    return await rig.db.read(lambda s: s.execute(query).scalars().one())


async def _posts(rig: Rig, chat: int) -> list[Delivery]:
    return [post for post in await rig.queued() if post.chat_id == chat]


async def test_a_contest_is_announced_in_three_taps_after_the_command(rig: Rig) -> None:
    form = await _say(rig, "/contest new")
    assert "模拟本金：1,000,000.00 元（模拟）" in form.text
    assert "11月23日" in form.text
    number = (await _contest(rig)).id
    card = await _press(rig, f"contest:create-{number}")
    assert "已创建" in card.text
    assert f"contest:announce-{number}" in card.data
    done = await _press(rig, f"contest:announce-{number}")
    assert "开始报名" in done.text
    assert (await _contest(rig)).state is ContestState.OPEN
    (post,) = await _posts(rig, TIER_CHAT)
    assert "开始报名" in post.markup


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("title", "年终模拟赛", "名称：年终模拟赛"),
        ("last", "12月１１日", "结束日：12月11日（周五）"),
        ("capital", "５０万", "模拟本金：500,000.00 元"),
        ("cap", "２０％", "单一标的上限：20%"),
        ("universe", "600519 000001", "标的范围：2 只：600519, 000001"),
        ("floor", "1.5", "最低股价：1.50"),
        ("bands", "1-3 30", "名次 1-3 30"),
    ],
)
async def test_a_field_takes_a_typed_value(rig: Rig, field: str, text: str, told: str) -> None:
    await _say(rig, "/contest new")
    number = (await _contest(rig)).id
    await _press(rig, f"contest:f-{number}-{field}")
    assert told in (await _say(rig, text)).text


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("first", "很快", "日期可以写成"),
        ("first", "2026-02-30", "没有「2026-02-30」这一天"),
        ("capital", "很多", "不是金额"),
        ("cap", "三分之一", "不是百分比"),
        ("universe", "hello", "不是本市场的股票"),
        ("bands", "前三名", "名次在前"),
        ("finishing", "-5", "不带正负号"),
        ("title", "x", "2 到 40 个字"),
    ],
)
async def test_what_cannot_be_read_is_named_and_asked_again(
    rig: Rig, field: str, text: str, told: str
) -> None:
    await _say(rig, "/contest new")
    number = (await _contest(rig)).id
    before = (await _contest(rig)).rules
    await _press(rig, f"contest:f-{number}-{field}")
    assert told in (await _say(rig, text)).text
    assert told in (await _say(rig, text)).text
    assert (await _contest(rig)).rules == before


async def test_what_cannot_be_played_is_said_at_once_and_may_be_typed_again(rig: Rig) -> None:
    await _say(rig, "/contest new")
    number = (await _contest(rig)).id
    await _press(rig, f"contest:f-{number}-first")
    assert "11月1日（周日）休市" in (await _say(rig, "2026-11-01")).text
    assert "已经过去" in (await _say(rig, "2026-11-19")).text
    kept = await _say(rig, "2026-11-24")
    assert "处要改" not in kept.text
    assert "开始日：11月24日" in kept.text


async def test_what_has_to_change_stands_whole_under_the_form(rig: Rig) -> None:
    contest = await rig.db.run(make_draft, capital=Decimal(5), single_name_cap=Decimal(9))
    for action in ("create", "announce"):
        calls = await rig.feed(make_press(f"contest:{action}-{contest.id}", user=OPERATOR))
        toast, form = calls[-2:]
        assert "还有 2 处要改" in toast.given["text"]
        assert "模拟本金是 5，" in form.text
        assert "单一标的上限是 900%" in form.text
    assert (await _contest(rig)).state is ContestState.DRAFT


async def test_a_cancelled_draft_is_not_said_to_have_been_told_to_groups(rig: Rig) -> None:
    contest = await rig.db.run(make_draft)
    told = await _say(rig, f"/contest cancel {contest.id} 不办了")
    assert "没有通知任何人" in told.text
    assert await _posts(rig, TIER_CHAT) == []


async def test_choices_are_buttons_and_several_can_be_ticked(rig: Rig) -> None:
    await _say(rig, "/contest new")
    number = (await _contest(rig)).id
    shown = await _press(rig, f"contest:c-{number}-boards-star")
    labels = [button["text"] for button in shown.buttons]
    assert "✓ 沪市主板" in labels
    assert "科创板" in labels
    shown = await _press(rig, f"contest:c-{number}-fill-live")
    assert "成交方式：盘中实时" in shown.text
    shown = await _press(rig, f"contest:c-{number}-market-hong-kong")
    assert "港元" in shown.text


async def test_a_draft_that_cannot_be_played_says_what_to_change(rig: Rig) -> None:
    contest = await rig.db.run(make_draft, capital=Decimal(1_000_000_000))
    told = await _press(rig, f"contest:create-{contest.id}")
    assert "模拟本金是 1,000,000,000" in told.text


async def test_a_copy_begins_on_the_next_monday(rig: Rig) -> None:
    contest = await rig.db.run(make_running)
    form = await _say(rig, f"/contest duplicate {contest.id}")
    assert "新建模拟赛 2" in form.text
    assert (await _contest(rig)).state is ContestState.DRAFT


async def test_starting_asks_once_more_and_fixes_the_rules(rig: Rig) -> None:
    contest = await rig.db.run(make_open)
    asked = await _say(rig, f"/contest start {contest.id}")
    assert "规则固定" in asked.text
    assert "已报名 0 人" in asked.text
    assert (await _contest(rig)).state is ContestState.OPEN
    done = await _press(rig, asked.data[0])
    assert "校验码" in done.text
    assert (await _contest(rig)).state is ContestState.RUNNING
    again = await _press(rig, asked.data[0])
    assert "正在进行" in again.text


async def test_a_pause_stops_the_contest_and_tells_its_groups(rig: Rig) -> None:
    contest = await rig.db.run(make_running)
    asked = await _say(rig, f"/contest pause {contest.id}")
    await _press(rig, asked.data[0])
    assert (await _contest(rig)).state is ContestState.PAUSED
    asked = await _say(rig, f"/contest resume {contest.id}")
    await _press(rig, asked.data[0])
    assert (await _contest(rig)).state is ContestState.RUNNING
    told = [post.markup for post in await _posts(rig, TIER_CHAT)]
    assert any("暂停" in text for text in told)
    assert any("已恢复" in text for text in told)
    records = await rig.db.read(_kinds, contest.id)
    assert records == ["Paused", "Resumed"]


def _kinds(session: Session, contest_id: int) -> list[str]:
    query = select(ContestRecord).where(ContestRecord.contest_id == contest_id)
    return [row.kind for row in session.execute(query).scalars()]


async def test_a_running_contest_is_cancelled_by_a_second_operator(rig: Rig) -> None:
    contest = await rig.db.run(make_running)
    assert "另一位运营" in (await _say(rig, f"/contest cancel {contest.id} 行情源中断")).text
    card = (await _posts(rig, OPS_CHAT))[-1]
    yes = card.buttons[0][0]["data"]
    ops = make_chat(OPS_CHAT)
    assert "申请人和当事人都不能确认" in (await _press(rig, yes, chat=ops)).text
    assert "运营乙 于 09:00 确认" in (await _press(rig, yes, user=SECOND, chat=ops)).text
    assert (await _contest(rig)).state is ContestState.CANCELLED


async def test_an_open_contest_is_cancelled_with_a_reason(rig: Rig) -> None:
    contest = await rig.db.run(make_open)
    assert "原因要写" in (await _say(rig, f"/contest cancel {contest.id}")).text
    asked = await _say(rig, f"/contest cancel {contest.id} 改期举办")
    assert "确定取消" in asked.text and "人" in asked.text
    assert (await _contest(rig)).state is ContestState.OPEN
    (sure,) = [data for data in asked.data if data.endswith("-cancel")]
    assert "已取消" in (await _press(rig, sure)).text
    assert (await _contest(rig)).state is ContestState.CANCELLED
    assert "改期举办" in (await _posts(rig, TIER_CHAT))[-1].markup


async def test_before_the_start_correct_opens_the_form(rig: Rig) -> None:
    contest = await rig.db.run(make_open)
    assert "名称：" in (await _say(rig, f"/contest correct {contest.id}")).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/contest start", "/contest start 3"),
        ("/contest start x", "/contest start 3"),
        ("/contest void", "委托编号"),
        ("/contest void 4711 写错了", "没有编号 4711"),
        ("/contest finish 1", "收市后才能结束"),
        ("/contest award 1", "还没有结束"),
        ("/contest correct 1", "@用户名"),
        ("/contest correct 1 @xiaolin 100 多记了", "正负号"),
        ("/contest correct 1 @xiaolin +1.234 多记了", "正负号"),
        ("/contest correct 1 @xiaolin +100 多记了", "没有参加"),
        ("/contest correct 1 @nobody +100 多记了", "没有见过"),
        ("/contest action", "cash=0.5"),
        ("/contest action 600519 2026-12-01", "cash=0.5"),
        ("/contest action 600519 2026-12-01 cash=x", "不是金额"),
        ("/contest action 你好 2026-12-01 cash=1", "不是股票代码"),
        ("/contest release 1", "/contest release 3"),
        ("/contest start 4711", "模拟赛"),
    ],
)
async def test_what_is_missing_or_absurd_is_named(rig: Rig, text: str, told: str) -> None:
    await rig.db.run(make_running)
    answer = await _say(rig, text)
    if text.startswith("/contest finish"):
        answer = await _press(rig, answer.data[0])
    assert told in answer.text


async def test_a_corporate_action_is_previewed_entered_and_taken_back(rig: Rig) -> None:
    text = "/contest action 600519 2026-12-01 cash=0.5 ratio=0.3 pay=12月5日"
    preview = await _say(rig, text)
    assert "每股派现 0.5" in preview.text
    assert await rig.db.read(_events) == 0
    entered = await _press(rig, preview.data[0])
    assert "已录入" in entered.text
    assert await rig.db.read(_events) == 1
    assert "已撤回" in (await _press(rig, entered.data[0])).text
    assert await rig.db.read(_events) == 0
    assert "撤不了" in (await _press(rig, entered.data[0])).text


def _events(session: Session) -> int:
    return len(list(session.execute(select(ShareEvent)).scalars()))


async def test_members_and_members_groups_are_kept_out(rig: Rig) -> None:
    contest = await rig.db.run(make_open)
    data = f"contest:do-{contest.id}-start"
    await _say(rig, f"/contest start {contest.id}", user=MEMBER)
    await _press(rig, data, user=MEMBER)
    told = await _say(rig, f"/contest start {contest.id}", chat=make_chat(TIER_CHAT))
    assert "私聊" in told.text
    await _press(rig, data, chat=make_chat(TIER_CHAT))
    assert (await _contest(rig)).state is ContestState.OPEN


@pytest.mark.parametrize(
    "data",
    ["contest:", "contest:do-", "contest:do-x-start", "contest:f-1-nothing", "contest:c-1-x-y",
     "contest:c-1-boards-hong-kong", "contest:ask-1-explode", "contest:do-1-explode",
     "contest:act-sh600519,1,2", "decision:yes-x", "decision:maybe-1"],
)  # fmt: skip
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    await rig.db.run(make_open)
    before = (await _contest(rig)).rules
    calls = await rig.feed(make_press(data, user=OPERATOR))
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert (await _contest(rig)).rules == before


async def test_the_form_is_for_private_chats(rig: Rig) -> None:
    told = await _say(rig, "/contest new", chat=make_chat(OPS_CHAT))
    assert "请在私聊里使用" in told.text
    assert await rig.db.read(lambda s: s.execute(select(Contest)).first()) is None


async def test_a_discarded_draft_is_gone_without_a_word_to_the_groups(rig: Rig) -> None:
    contest = await rig.db.run(make_draft)
    asked = await _press(rig, f"contest:ask-{contest.id}-discard")
    assert "不能撤销" in asked.text
    await _press(rig, asked.data[0])
    assert (await rig.db.run(lifecycle.held, contest.id)).state is ContestState.CANCELLED
    assert await _posts(rig, TIER_CHAT) == []

"""Objecting to a fill, and answering the objection."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from bot.contest.states import DisputeState, OrderState
from bot.members.roles import Role
from bot.members.tiers import Binding
from db.models import Delivery
from db.repositories import contest_cases, groups, members
from db.session import Database
from handlers import TABLE
from tests.factories.contest_cases import make_played, order_of
from tests.factories.points import make_person
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Call, Rig

OPERATOR = make_user(50, "运营甲")
SECOND = make_user(51, "运营乙")
COMPLIANCE = make_user(52, "合规")
MEMBER = make_user(7, "小林")
OPS_CHAT = make_chat(-1002, "运营群")


def _people(session: Session) -> None:
    make_played(session)
    make_person(session, 52, "合规")
    for member, role in ((50, Role.OPERATOR), (51, Role.OPERATOR), (52, Role.COMPLIANCE)):
        members.grant_role(session, member, role, OWNER_ID, NOW)
    group = groups.ensure(session, -1002, "运营群", NOW)
    group.binding = Binding.OPERATORS
    session.add(group)


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(_people)
    yield Rig(db, TABLE)


async def _say(rig: Rig, text: str, **message: Any) -> Call:
    return (await rig.feed(make_said(text, **{"user": MEMBER, **message})))[-1]


async def _press(rig: Rig, data: str, **message: Any) -> Call:
    return (await rig.feed(make_press(data, **{"user": MEMBER, **message})))[-1]


async def _card(rig: Rig) -> Delivery:
    return next(post for post in reversed(await rig.queued()) if post.chat_id == -1002)


async def _state(rig: Rig) -> DisputeState:
    found = await rig.db.read(contest_cases.dispute, 1)
    assert found is not None
    return found.state


async def test_a_fills_button_asks_for_the_reason_and_opens_a_case(rig: Rig) -> None:
    asked = await _press(rig, "dispute:1.1")
    assert "哪里不对" in asked.text
    assert "36.40" in asked.text
    told = await _say(rig, "开盘价不是这个价")
    assert "1 号异议（成交 1.1）处理中" in told.text
    assert "开盘价不是这个价" in (await _card(rig)).markup
    assert "1 号 · 成交 1.1 · 处理中" in (await _say(rig, "/dispute")).text


async def test_the_reason_may_stand_behind_the_command(rig: Rig) -> None:
    await _say(rig, "/dispute 1.1 开盘价不是这个价")
    assert "已经有 1 号异议" in (await _say(rig, "/dispute 1.1 再说一次")).text


async def test_one_may_think_better_of_it(rig: Rig) -> None:
    asked = await _press(rig, "dispute:1.1")
    assert "没有提出异议" in (await _press(rig, asked.data[0])).text
    await _say(rig, "随便说一句")
    assert await rig.db.read(contest_cases.dispute, 1) is None


@pytest.mark.parametrize("text", ["/dispute 9.1 不对不对", "/dispute 你好 不对不对"])
async def test_what_is_no_fill_of_ones_own_is_refused(rig: Rig, text: str) -> None:
    assert "你没有编号" in (await _say(rig, text)).text


async def test_in_a_group_it_leads_into_the_private_chat(rig: Rig) -> None:
    told = await _say(rig, "/dispute 1.1 不对不对", chat=make_chat(-1001))
    assert told.text == "异议在私聊里说，只有你和运营看得到。"
    assert await rig.db.read(contest_cases.dispute, 1) is None


async def test_compliance_lets_a_fill_stand_with_an_answer(rig: Rig) -> None:
    await _say(rig, "/dispute 1.1 开盘价不是这个价")
    keep = (await _card(rig)).buttons[0][0]["data"]
    note = await _press(rig, keep, user=COMPLIANCE, chat=OPS_CHAT)
    assert "私聊" in note.given["text"]
    asked = [post for post in await rig.queued() if post.chat_id == 52]
    assert "写给成员的答复" in asked[-1].markup
    done = await _say(rig, "按竞价结果成交，没有问题", user=COMPLIANCE)
    assert "维持原成交" in done.text
    assert await _state(rig) is DisputeState.REJECTED
    assert "按竞价结果成交" in (await _say(rig, "/dispute")).text


async def test_undoing_takes_a_second_operator(rig: Rig) -> None:
    await _say(rig, "/dispute 1.1 开盘价不是这个价")
    undo = (await _card(rig)).buttons[1][0]["data"]
    assert "写给成员的答复" in (await _press(rig, undo, user=OPERATOR)).text
    assert "另一位运营" in (await _say(rig, "行情源确实有误", user=OPERATOR)).text
    assert await _state(rig) is DisputeState.OPEN
    yes = (await _card(rig)).buttons[0][0]["data"]
    assert "不能确认" in (await _press(rig, yes, user=OPERATOR, chat=OPS_CHAT)).text
    await _press(rig, yes, user=COMPLIANCE, chat=OPS_CHAT)
    assert await _state(rig) is DisputeState.OPEN
    assert "已经执行" in (await _press(rig, yes, user=SECOND, chat=OPS_CHAT)).text
    assert await _state(rig) is DisputeState.UPHELD
    assert (await rig.db.read(order_of, 1)).state is OrderState.VOIDED


async def test_members_do_not_decide(rig: Rig) -> None:
    await _say(rig, "/dispute 1.1 开盘价不是这个价")
    for data in ("disputes:keep-1", "disputes:undo-1"):
        await _press(rig, data)
    assert await _state(rig) is DisputeState.OPEN


@pytest.mark.parametrize("data", ["disputes:", "disputes:keep-", "disputes:keep-x", "disputes:a-1"])
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    calls = await rig.feed(make_press(data, user=OPERATOR))
    assert [call.method for call in calls] == ["answerCallbackQuery"]

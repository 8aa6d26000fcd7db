"""The queue as operators press it: lists, cards, decisions, answers to appeals."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.review.appeals import appeal, own_measures
from bot.review.kinds import CaseState, Decision
from bot.review.service import case_of
from db.models.review import ReviewCase
from db.session import Database
from handlers import TABLE
from tests.factories.review import (
    DESK,
    MEMBER,
    OPERATOR,
    OPS,
    OWNER,
    SECOND,
    make_case,
    make_deed,
    make_house,
)
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, Call, Rig

FIRST, OTHER_OPERATOR = make_user(OPERATOR, "运营甲"), make_user(SECOND, "运营乙")
OPS_CHAT = make_chat(OPS, "运营群")


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_house)
    yield Rig(db, TABLE)


async def _say(rig: Rig, text: str, **message: Any) -> Call:
    return (await rig.feed(make_said(text, **{"user": FIRST, **message})))[-1]


async def _press(rig: Rig, data: str, **message: Any) -> list[Call]:
    return await rig.feed(make_press(data, **{"user": FIRST, "chat": OPS_CHAT, **message}))


async def _case(rig: Rig, number: int = 1) -> ReviewCase:
    return await rig.db.read(case_of, number)


async def test_the_list_is_empty_and_then_leads_to_a_case(rig: Rig) -> None:
    assert "没有待审" in (await _say(rig, "/review")).text
    await rig.db.run(make_case)
    listed = await _say(rig, "/review")
    assert "待审 1 件" in listed.text
    assert "case:view-1" in listed.data
    shown = (await _press(rig, "case:view-1", chat=make_chat(OPERATOR)))[-1]
    assert "1 号待审" in shown.text
    assert "cases:all-0" in shown.data


async def test_a_number_shows_the_case_with_its_trace(rig: Rig) -> None:
    await rig.db.run(make_case)
    shown = await _say(rig, "/review 1")
    assert "1 号待审" in shown.text
    assert "1 号经过" in shown.text
    assert "没有 9 号" in (await _say(rig, "/review 9")).text
    assert "没有 99999999999999999999 号" in (await _say(rig, f"/review {'9' * 40}")).text
    assert "没有 x1 号" in (await _say(rig, "/review x1")).text


async def test_the_list_has_pages_and_filters(rig: Rig) -> None:
    for number in range(9):
        await rig.db.run(make_case, f"第{number}句保证收益的话")
    first = await _say(rig, "/review")
    assert {"cases:all-1", "cases:mine-0", "cases:message-0"} <= set(first.data)
    second = (await _press(rig, "cases:all-1"))[-1]
    assert "9 号" in second.text
    assert "cases:all-0" in second.data
    assert "没有待审" in (await _press(rig, "cases:mine-0"))[-1].text
    assert "待审 9 件" in (await _press(rig, "cases:message-0"))[-1].text


async def test_claiming_and_deciding_redraw_the_card_that_was_pressed(rig: Rig) -> None:
    await rig.db.run(make_case)
    claimed = (await _press(rig, "case:claim-1"))[-1]
    assert "运营甲 已接手" in claimed.text
    note = (await _press(rig, "case:claim-1", user=OTHER_OPERATOR))[-1]
    assert "已由 运营甲 接手" in note.text
    await _press(rig, "case:back-1")
    told, decided = await _press(rig, "case:uphold-1", user=OTHER_OPERATOR)
    assert "已处理" in told.text
    assert "运营乙 决定：确属违规" in decided.text
    late = (await _press(rig, "case:release-1"))[-1]
    assert "已由 运营乙 决定：违规" in late.text


async def test_what_cannot_be_undone_is_asked_once_more(rig: Rig) -> None:
    await rig.db.run(make_case)
    asked = (await _press(rig, "case:ask-ban-1"))[-1]
    assert asked.data == ["case:ban-1", "case:view-1"]
    assert (await _case(rig)).state is CaseState.OPEN
    await _press(rig, "case:ban-1")
    assert (await _case(rig)).decision is Decision.BAN


async def test_a_case_is_handed_on_by_button(rig: Rig) -> None:
    await rig.db.run(make_case)
    await _press(rig, "case:claim-1")
    offered = (await _press(rig, "case:hand-1"))[-1]
    assert f"case:to-1-{SECOND}" in offered.data
    assert "运营乙 已接手" in (await _press(rig, f"case:to-1-{SECOND}"))[-1].text


async def test_text_and_trace_come_in_private(rig: Rig) -> None:
    await rig.db.run(make_case, "加我 13800138000 保证收益")
    for what, part in (("text", "全文"), ("trace", "经过")):
        note = (await _press(rig, f"case:{what}-1"))[-1]
        assert note.text == "发到你的私聊了。"
        sent = [post for post in await rig.queued() if post.chat_id == OPERATOR][-1]
        assert part in sent.markup
        assert "13800138000" not in sent.markup
        here = (await _press(rig, f"case:{what}-1", chat=make_chat(OPERATOR)))[-1]
        assert part in here.text


async def test_an_appeal_is_decided_with_a_typed_answer(rig: Rig) -> None:
    def prepare(session: Any) -> None:
        make_case(session)
        (own,) = own_measures(session, DESK, MEMBER, NOW)
        appeal(session, DESK, own.measure.key, "我只是转述新闻", make_deed(MEMBER))

    await rig.db.run(prepare)
    note = (await _press(rig, "case:release-2"))[-1]
    assert "请到私聊里写" in note.text
    done = await _say(rig, "确实是转述，抱歉")
    assert "运营甲 决定：申诉成立，撤销处理" in done.text
    assert (await _case(rig, 2)).decision is Decision.RELEASE


async def test_a_short_answer_is_asked_for_again(rig: Rig) -> None:
    def prepare(session: Any) -> None:
        make_case(session)
        (own,) = own_measures(session, DESK, MEMBER, NOW)
        appeal(session, DESK, own.measure.key, "我只是转述新闻", make_deed(MEMBER))

    await rig.db.run(prepare)
    asked = (await _press(rig, "case:uphold-2", chat=make_chat(OPERATOR)))[-1]
    assert "维持原处理" in asked.text
    assert "允许 2 到 500 个字" in (await _say(rig, "嗯")).text
    assert "维持原处理" in (await _say(rig, "属于承诺回报")).text


async def test_members_see_and_press_nothing(rig: Rig) -> None:
    await rig.db.run(make_case)
    member = make_user(MEMBER, "小林")
    assert "获得授权" in (await _say(rig, "/review", user=member)).text
    for data in ("case:uphold-1", "cases:all-0", "case:text-1"):
        await _press(rig, data, user=member, chat=make_chat(MEMBER))
    assert (await _case(rig)).state is CaseState.OPEN


async def test_it_is_not_for_the_members_group(rig: Rig) -> None:
    await rig.db.run(make_case)
    told = await _say(rig, "/review", chat=make_chat())
    assert "请在私聊里使用" in told.text


async def test_a_case_about_staff_is_shown_to_owners_in_private_only(rig: Rig) -> None:
    await rig.db.run(lambda session: make_case(session, owners_only=True) and None)
    owner = make_user(OWNER, "方岚")
    assert "没有待审" in (await _say(rig, "/review")).text
    assert "只由社群所有者" in (await _say(rig, "/review 1")).text
    assert "只由社群所有者" in (await _say(rig, "/review 1", user=owner, chat=OPS_CHAT)).text
    assert "1 号待审" in (await _say(rig, "/review 1", user=owner)).text


@pytest.mark.parametrize(
    "data",
    ["case:", "case:uphold-", "case:x-1", "case:to-1-x", "cases:", "cases:x-0", "cases:all-x"],
)
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    await rig.db.run(make_case)
    calls = await _press(rig, data)
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert (await _case(rig)).state is CaseState.OPEN

"""What operators see of their contests: the list with drafts, help, how one stands."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from bot.contest.services import disputes
from bot.members.roles import Role
from bot.members.tiers import Binding
from db.models.contest import Contest
from db.opening import open_database
from db.repositories import groups, members
from handlers import TABLE
from tests.factories import contests as market
from tests.factories.contest_cases import make_deed, make_draft, make_played, make_staff_desk
from tests.factories.points import make_person
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Call, Rig

OPERATOR = make_user(50, "运营甲")
MEMBER = make_user(7, "小林")
TIER_CHAT, OPS_CHAT = -1001, -1002


def _house(session: Session) -> None:
    make_person(session, 50, "运营甲")
    members.grant_role(session, 50, Role.OPERATOR, OWNER_ID, NOW)
    for chat, binding in ((TIER_CHAT, Binding.NEWBIE), (OPS_CHAT, Binding.OPERATORS)):
        group = groups.ensure(session, chat, binding.value, NOW)
        group.binding = binding
        session.add(group)


@pytest.fixture
def rig(sqlite_url: str) -> Iterator[Rig]:
    db = open_database(sqlite_url)
    db.run_sync(_house)
    yield Rig(db, TABLE)
    db.close()


def _frozen(session: Session) -> Contest:
    """A day was played, a case is open; the next morning the bank's share is frozen."""
    contest = make_played(session)
    disputes.open_case(session, 7, "1.1", "价格不对吧", make_deed(7), make_staff_desk())
    market.close_day(session, contest.id, {market.BANK: "36.45"})
    market.open_day(session, contest.id, market.terms(reference="33.00"), day=market.NEXT_DAY)
    return contest


async def _say(rig: Rig, text: str, **message: Any) -> Call:
    return (await rig.feed(make_said(text, **{"user": OPERATOR, **message})))[-1]


async def test_operators_see_drafts_with_their_numbers_and_members_do_not(rig: Rig) -> None:
    draft = await rig.db.run(make_draft)
    mine = await _say(rig, "/contest")
    assert f"{draft.id} 号 【草稿】十一月模拟赛" in mine.text
    assert mine.data == [f"contest:form-{draft.id}"]
    assert "/contest help" in mine.text
    for message in ({"user": MEMBER}, {"chat": make_chat(TIER_CHAT)}):
        assert "十一月" not in (await _say(rig, "/contest", **message)).text


async def test_help_and_a_wrong_subcommand_name_every_command(rig: Rig) -> None:
    wrong = await _say(rig, "/contest strat 3")
    assert "没有「strat」这个子命令" in wrong.text
    for text in (wrong.text, (await _say(rig, "/contest help")).text):
        for name in ("new", "duplicate", "status", "start", "award", "void", "action", "release"):
            assert f"/contest {name}" in text
    refused = await _say(rig, "/contest help", user=MEMBER)
    assert "/contest void" not in refused.text


@pytest.mark.parametrize("words", ["status 1", "1"])
async def test_the_state_of_a_contest_is_told_without_anybodys_holdings(
    rig: Rig, words: str
) -> None:
    await rig.db.run(_frozen)
    told = await _say(rig, f"/contest {words}", chat=make_chat(OPS_CHAT))
    assert "（1 号）【进行中】" in told.text
    assert "1 人参加，0 笔模拟委托在等成交" in told.text
    assert "600036 冻结：推算 36.45，行情 33.00" in told.text
    assert "/contest release 1 600036" in told.text
    assert "待第二人确认 0 件，待答复的异议 1 件" in told.text
    assert "小林" not in told.text
    assert "contest:ask-1-pause" in told.data


async def test_members_and_their_groups_are_told_no_state(rig: Rig) -> None:
    await rig.db.run(_frozen)
    assert "冻结" not in (await _say(rig, "/contest status 1", user=MEMBER)).text
    assert "私聊" in (await _say(rig, "/contest status 1", chat=make_chat(TIER_CHAT))).text
    (answer,) = await rig.feed(make_press("contest:state-1", user=MEMBER))
    assert answer.method == "answerCallbackQuery"


async def test_an_operator_trades_and_looks_for_nobody_but_themselves(rig: Rig) -> None:
    await rig.db.run(_frozen)
    for text in ("/portfolio @xiaolin", "/orders @xiaolin", "/fills 7", "/buy @xiaolin 600036 100"):
        for message in ({}, {"chat": make_chat(OPS_CHAT)}):
            told = await _say(rig, text, **message)
            assert "36.4" not in told.text
            assert "100 股" not in told.text

"""The trading journal in the private chat."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from bot.contest.services import journal
from db.repositories import contest_notes
from db.session import Database
from handlers import TABLE
from tests.factories.contest_cases import make_played
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import Call, Rig

MEMBER = make_user(7, "小林")
OTHER = make_user(50, "运营甲")


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_played)
    yield Rig(db, TABLE)


async def _say(rig: Rig, text: str, **message: Any) -> Call:
    return (await rig.feed(make_said(text, **{"user": MEMBER, **message})))[-1]


async def _press(rig: Rig, data: str, **message: Any) -> Call:
    return (await rig.feed(make_press(data, **{"user": MEMBER, **message})))[-1]


async def _notes(rig: Rig) -> list[str]:
    return await rig.db.read(_texts)


def _texts(session: Session) -> list[str]:
    return [note.text for note in contest_notes.of_member(session, 1, 7, 0, 10)]


async def test_a_note_stands_behind_the_command(rig: Rig) -> None:
    assert "记下了" in (await _say(rig, "/journal 等回调再看")).text
    shown = await _say(rig, "交易笔记")
    assert "等回调再看" in shown.text
    assert "1 条，1 天" in shown.text


async def test_a_button_asks_for_the_note(rig: Rig) -> None:
    empty = await _say(rig, "/journal")
    assert "还没有笔记" in empty.text
    assert "只有你自己看得到" in (await _press(rig, empty.data[0])).text
    assert "记下了" in (await _say(rig, "想看看竞价怎么成交")).text
    assert await _notes(rig) == ["想看看竞价怎么成交"]


async def test_a_fills_button_asks_about_its_order(rig: Rig) -> None:
    asked = await _press(rig, "journal:1")
    assert "为什么这样操作 招商银行" in asked.text
    await _say(rig, "银行股波动小，先熟悉规则")
    found = await rig.db.read(journal.journal_of, 1, 7)
    assert [note.order_id for note in found.notes] == [1]


async def test_nobody_writes_about_anothers_order(rig: Rig) -> None:
    calls = await rig.feed(make_press("journal:1", user=OTHER))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_consent_is_a_switch(rig: Rig) -> None:
    first = await _say(rig, "/journal")
    assert "引用：不允许" in first.text
    allowed = await _press(rig, "journal:allow-1")
    assert "引用：允许" in allowed.text
    assert "引用：不允许" in (await _press(rig, "journal:forbid-1")).text


async def test_a_note_too_short_is_asked_for_again(rig: Rig) -> None:
    await _press(rig, "journal:add-1")
    assert "2 到 500 个字" in (await _say(rig, "嗯")).text
    await _say(rig, "写长一点")
    assert await _notes(rig) == ["写长一点"]


async def test_in_a_group_nothing_is_shown(rig: Rig) -> None:
    told = await _say(rig, "/journal 等回调再看", chat=make_chat(-1001))
    assert "私聊" in told.text
    assert await _notes(rig) == []


@pytest.mark.parametrize("data", ["journal:", "journal:see-", "journal:add-x", "journal:drop-1"])
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    calls = await rig.feed(make_press(data, user=MEMBER))
    assert [call.method for call in calls] == ["answerCallbackQuery"]

"""Check-in as members meet it: words and buttons in, one short message out."""

from datetime import timedelta

import pytest

from bot.checkin.question import Purpose
from tests.factories.checkin import make_streak
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, Call, Rig

LIN, HE = make_user(7, "小林"), make_user(8, "小何")
IN_GROUP = {"user": LIN, "chat": make_chat(GROUP)}


async def _checked_in(rig: Rig) -> Call:
    (reply,) = await rig.feed(make_said("签到", **IN_GROUP))
    return reply


@pytest.mark.parametrize(
    "text", ["/checkin", "签到", "打卡", "簽到", "check in", "Checkin", "签到！", "/checkin please"]
)
async def test_every_way_to_check_in_gets_one_short_answer(rig: Rig, text: str) -> None:
    (reply,) = await rig.feed(make_said(text, **IN_GROUP))
    assert reply.text.startswith("✅ 签到成功")
    assert len(reply.text.splitlines()) <= 6
    assert [data.rsplit(":", 1)[1] for data in reply.data] == ["0", "1", "2"]


async def test_a_second_check_in_is_answered_politely_with_the_open_question(rig: Rig) -> None:
    first = await _checked_in(rig)
    (again,) = await rig.feed(make_said("打卡", **IN_GROUP))
    assert again.text.startswith("今天已经签到了（09:00）。下一次：明天 04:00 以后。")
    assert again.data == first.data


async def test_a_tap_edits_the_message_to_show_what_is_right(rig: Rig) -> None:
    reply = await _checked_in(rig)
    note, edit = await rig.feed(make_press(reply.data[0], **IN_GROUP))
    assert (note.method, edit.method) == ("answerCallbackQuery", "editMessageText")
    assert "积分 +" in note.text
    assert edit.data == []
    assert len(edit.text.splitlines()) <= 6


async def test_a_second_tap_says_so_and_leaves_the_message_as_it_is(rig: Rig) -> None:
    reply = await _checked_in(rig)
    _, first = await rig.feed(make_press(reply.data[0], **IN_GROUP))
    note, second = await rig.feed(make_press(reply.data[1], **IN_GROUP))
    assert note.text.startswith("这题已经答过了")
    assert second.text == first.text


async def test_another_persons_tap_gets_a_short_alert_and_changes_nothing(rig: Rig) -> None:
    reply = await _checked_in(rig)
    (note,) = await rig.feed(make_press(reply.data[0], user=HE, chat=make_chat(GROUP)))
    assert note.text.startswith("这道题是出给别人的")
    assert note.given["show_alert"] is True


async def test_a_missed_day_is_repaired_from_the_button(rig: Rig) -> None:
    await rig.feed(make_said("你好", **IN_GROUP))
    two_days_ago = (NOW - timedelta(days=2)).date()
    rig.db.run_sync(make_streak, LIN["id"], 12, two_days_ago)
    reply = await _checked_in(rig)
    _, question = await rig.feed(make_press(reply.data[-1], **IN_GROUP))
    assert "答题补签" in question.text
    right = rig.house.questions.question_for(
        LIN["id"], two_days_ago + timedelta(days=1), Purpose.REPAIR
    ).correct
    _, edit = await rig.feed(make_press(question.data[right], **IN_GROUP))
    assert edit.text.startswith("✅ 补签成功 · 连续 14 个交易日")


@pytest.mark.parametrize(
    "data",
    [
        "question:",
        "question:daily:7:20261120",
        "question:daily:7:20261120:3",
        "question:daily:7:20261399:0",
        "question:weekly:7:20261120:0",
        "question:daily:７:20261120:0",
        "question:daily:-7:20261120:0",
        "question:daily:7:20261120:0:0",
        "repair:",
        "repair:7",
        "repair:x:20261119",
        "repair:7:2026-11-19",
    ],
)
async def test_a_button_that_nobody_made_is_gone(rig: Rig, data: str) -> None:
    (note,) = await rig.feed(make_press(data, **IN_GROUP))
    assert note.method == "answerCallbackQuery"
    assert note.text


async def test_an_anonymous_admin_cannot_check_in(rig: Rig) -> None:
    said = make_said("签到", chat=make_chat(GROUP), sender_chat=make_chat(GROUP))
    calls = await rig.feed(said)
    assert not any("签到成功" in call.text for call in calls)

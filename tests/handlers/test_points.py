from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session
from telegram.request import RequestData

from bot.checkin.streak import StreakState
from bot.members.roles import Role
from db.repositories import checkins, members, points
from db.session import Database
from handlers import TABLE
from tests.factories.points import make_person, make_points
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import BOT_NAME, NOW, OWNER_ID, Rig

GROUP_CHAT = make_chat(GROUP)


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    yield Rig(db, TABLE)


async def test_me_shows_a_profile_in_a_group_in_at_most_six_lines(rig: Rig) -> None:
    await rig.db.run(make_person, 7, "小林")
    await rig.db.run(make_points, 7, 186)
    (call,) = await rig.feed(make_said("/me", chat=GROUP_CHAT))
    lines = call.text.splitlines()
    assert len(lines) == 5
    assert lines[1].startswith("Lv.3 新叶 ▰▰▰▰▱▱▱▱ 距 Lv.4 还差 64")
    assert "每天多答一题（稍后开放）" in lines[2]
    assert lines[4] == "余额 186 · 累计获得 186"
    assert call.data == ["me:7"]


def _streak(session: Session, member_id: int, last_day: date, freezes: int) -> None:
    checkins.lock_streak(session, member_id)
    state = StreakState(length=12, best=12, last_day=last_day, freezes=freezes)
    checkins.save_streak(session, member_id, state)


@pytest.mark.parametrize(
    ("last_day", "freezes", "told"),
    [
        (date(2026, 11, 19), 1, "连续签到 12 个交易日 · 补签卡 1 张"),
        (date(2026, 11, 18), 1, "连续签到 12 个交易日 · 补签卡 0 张"),
        (date(2026, 11, 18), 0, "还没有连续签到"),
    ],
)
async def test_me_tells_the_streak_as_it_stands_today(
    rig: Rig, last_day: date, freezes: int, told: str
) -> None:
    await rig.db.run(make_person, 7, "小林")
    await rig.db.run(_streak, 7, last_day, freezes)
    (call,) = await rig.feed(make_said("/me"))
    assert call.text.splitlines()[3].startswith(told)


async def test_somebody_new_has_a_profile_too(rig: Rig) -> None:
    (call,) = await rig.feed(make_said("/me"))
    assert "Lv.1 种子" in call.text
    assert "还没有连续签到" in call.text


async def test_the_picture_comes_to_its_owner_alone(rig: Rig) -> None:
    await rig.feed(make_press("me:8", chat=GROUP_CHAT))
    assert rig.request.of("sendPhoto") == []
    assert "别人的" in rig.request.notes[-1]
    await rig.feed(make_press("me:7", chat=GROUP_CHAT))
    (photo,) = rig.request.of("sendPhoto")
    assert photo.text == "小林 的名片"


async def test_the_history_is_turned_page_by_page_in_the_same_message(rig: Rig) -> None:
    await rig.db.run(make_person, 7, "小林")
    for amount in range(1, 18):
        await rig.db.run(make_points, 7, amount)
    (first,) = await rig.feed(make_said("积分"))
    assert first.method == "sendMessage"
    assert "+17" in first.text
    assert "第 1 / 3 页" in first.text
    assert first.data == ["points:7-2"]
    edited = [c for c in await rig.feed(make_press("points:7-2")) if c.method != "sendMessage"]
    assert [c.method for c in edited] == ["answerCallbackQuery", "editMessageText"]
    assert "第 2 / 3 页" in edited[1].text
    assert edited[1].data == ["points:7-1", "points:7-3"]


@pytest.mark.parametrize("data", ["points:7-x", "points:7", "points:7-99999999999999999999-1"])
async def test_a_forged_page_is_the_nearest_page(rig: Rig, data: str) -> None:
    await rig.feed(make_press(data))
    assert "积分明细" in rig.request.said[-1]


async def test_nobody_turns_the_pages_of_somebody_else(rig: Rig) -> None:
    calls = await rig.feed(make_press("points:8-2"))
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert "别人的" in calls[0].text


@pytest.mark.parametrize("command", ["/points", "/levels"])
async def test_in_a_group_long_answers_go_to_the_private_chat(rig: Rig, command: str) -> None:
    private, group = await rig.feed(make_said(command, chat=GROUP_CHAT))
    assert (private.given["chat_id"], group.given["chat_id"]) == (7, GROUP)
    assert group.text == "已私聊发给你。"


async def test_who_never_started_the_bot_gets_a_button_that_leads_there(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = rig.request.do_request

    async def refusing(url: str, method: str, request_data: RequestData, *more: object):
        if url.endswith("/sendMessage") and int(request_data.parameters["chat_id"]) > 0:
            return 403, b'{"ok":false,"error_code":403,"description":"Forbidden: never started"}'
        return await answer(url, method, request_data, *more)

    monkeypatch.setattr(
        rig.request,
        "do_request",
        lambda url, method, request_data=None, *more, **named: refusing(url, method, request_data),
    )
    (call,) = await rig.feed(make_said("/points", chat=GROUP_CHAT))
    assert call.given["chat_id"] == GROUP
    assert call.buttons[0]["url"] == f"https://t.me/{BOT_NAME}?start=points"


async def test_the_board_in_a_group_keeps_to_six_lines(rig: Rig) -> None:
    for number in range(1, 31):
        await rig.db.run(make_person, 100 + number, f"成员{number}")
        await rig.db.run(make_points, 100 + number, 100 - number)
    await rig.db.run(make_person, 7, "小林")
    await rig.db.run(make_points, 7, 80)
    (call,) = await rig.feed(make_said("排行榜", chat=GROUP_CHAT))
    lines = call.text.splitlines()
    assert len(lines) <= 6
    assert "共 31 人有积分" in lines[0]
    assert "← 你" in lines[1] or "← 你" in lines[2]
    assert lines[-1] == "第一名：成员1（萌芽） · 99"
    assert call.data == ["top:7-week-see", "top:7-season-see", "top:7-all-see", "top:7-week-hide"]
    assert call.buttons[-1]["url"].endswith("?start=top")


async def test_the_board_in_private_is_whole_and_has_tabs(rig: Rig) -> None:
    for number in range(1, 31):
        await rig.db.run(make_person, 100 + number, f"成员{number}")
        await rig.db.run(make_points, 100 + number, 100 - number)
    (call,) = await rig.feed(make_said("/top"))
    assert "你这段时间还没有积分" in call.text
    assert "10. 成员10" in call.text
    await rig.feed(make_press("top:7-all-see"))
    assert rig.request.said[-1].startswith("<b>累计排行</b> · 共 30 人有积分")


async def test_hiding_takes_effect_at_once_and_can_be_undone(rig: Rig) -> None:
    await rig.db.run(make_person, 7, "小林")
    await rig.db.run(make_points, 7, 80)
    await rig.feed(make_press("top:7-week-hide"))
    assert "你已隐藏" in rig.request.said[-1]
    assert (await rig.db.read(members.by_id, 7)).hidden
    edited = rig.request.of("editMessageText")[-1]
    assert edited.data[-1] == "top:7-week-show"
    await rig.feed(make_press("top:7-week-show"))
    assert not (await rig.db.read(members.by_id, 7)).hidden


async def test_nobody_hides_somebody_else(rig: Rig) -> None:
    await rig.db.run(make_person, 8, "阿明")
    await rig.feed(make_press("top:8-week-hide"))
    assert not (await rig.db.read(members.by_id, 8)).hidden


@pytest.mark.parametrize("data", ["top:7", "top:7-year-see", "top:7-week-erase", "top:", "me:"])
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    calls = await rig.feed(make_press(data))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_staff_are_told_that_they_are_left_out(rig: Rig) -> None:
    await rig.db.run(make_person, 7, "小林")
    await rig.db.run(members.grant_role, 7, Role.OPERATOR, OWNER_ID, NOW)
    (call,) = await rig.feed(make_said("/top"))
    assert "工作人员不参与排行" in call.text
    assert not any("hide" in data for data in call.data)


async def test_the_ladder_shows_where_somebody_stands(rig: Rig) -> None:
    await rig.db.run(make_person, 7, "小林")
    await rig.db.run(make_points, 7, 100)
    (call,) = await rig.feed(make_said("等级"))
    assert "<b>Lv.3 新叶 · 100 分起 · 名片边框（稍后开放） ← 你在这里</b>" in call.text
    assert call.text.count("Lv.") == 10


async def test_a_name_full_of_markup_is_shown_as_typed(rig: Rig) -> None:
    user = make_user(9, "<b>x</b> & {y}")
    (call,) = await rig.feed(make_said("/me", user=user))
    assert "&lt;b&gt;x&lt;/b&gt; &amp; {y}" in call.text
    assert await rig.db.read(points.balance_of, 9) is None

from datetime import UTC, date, datetime

import pytest

from bot.calendar.service import calendar_for
from db.repositories import operator_actions
from tests.factories.updates import make_press, make_said, make_user
from tests.fixtures.telegram import OWNER_ID, Rig

OWNER = make_user(OWNER_ID, "老板")
LIST = "/calendar 2027 休市 01-01 02-05..02-11"
NEW_YEAR = date(2027, 1, 1)


async def known_until(rig: Rig) -> date:
    return (await rig.db.read(calendar_for, "XSHG")).covered_until


async def propose(rig: Rig, text: str = LIST) -> tuple[str, str]:
    calls = await rig.feed(make_said(text, user=OWNER))
    use, drop = calls[-1].data
    return use, drop


async def test_calendar_alone_says_how_far_it_reaches(rig: Rig) -> None:
    await rig.feed(make_said("/calendar", user=OWNER))
    said = rig.request.said[-1]
    assert "今天 11月20日（周五）：交易" in said
    assert "下一个交易日：11月23日（周一）" in said
    assert "2026年12月31日（周四），还有 41 天" in said
    assert "/calendar 2027 休市" in said


async def test_past_its_end_the_calendar_says_that_it_does_not_know(rig: Rig) -> None:
    late = datetime(2027, 1, 4, 1, 0, tzinfo=UTC)
    rig.clock.move_to(late)
    await rig.feed(make_said("/calendar", user=OWNER, date=int(late.timestamp())))
    assert "一概不知" in rig.request.said[-1]


async def test_a_list_counts_only_once_it_is_confirmed(rig: Rig) -> None:
    calls = await rig.feed(make_said(LIST, user=OWNER))
    label = calls[-1].buttons[0]["text"]
    assert label.startswith("确认启用 2027 年休市表：")
    assert await known_until(rig) == date(2026, 12, 31)
    await rig.feed(make_press(calls[-1].data[0], user=OWNER))
    known = await rig.db.read(calendar_for, "XSHG")
    assert known.covered_until == date(2027, 12, 31)
    assert not known.is_trading_day(NEW_YEAR)
    days = known.count_trading_days(NEW_YEAR, date(2027, 12, 31))
    assert f"{days} 个交易日" in label


async def test_a_list_is_taken_back_by_its_button_and_both_are_logged(rig: Rig) -> None:
    use, _ = await propose(rig)
    calls = await rig.feed(make_press(use, user=OWNER))
    [undo] = calls[-1].data
    await rig.feed(make_press(undo, user=OWNER))
    assert await known_until(rig) == date(2026, 12, 31)
    logged = await rig.db.read(operator_actions.latest)
    assert [action.action for action in logged] == ["calendar-undo", "calendar"]


async def test_a_second_press_is_told_that_it_was_decided(rig: Rig) -> None:
    use, _ = await propose(rig)
    await rig.feed(make_press(use, user=OWNER), make_press(use, user=OWNER))
    assert "已经有人处理过" in rig.request.notes[-1]


async def test_a_year_on_which_a_later_one_rests_cannot_be_taken_back(rig: Rig) -> None:
    use, _ = await propose(rig)
    calls = await rig.feed(make_press(use, user=OWNER))
    [undo] = calls[-1].data
    later, _ = await propose(rig, "/calendar 2028 休市 01-03")
    await rig.feed(make_press(later, user=OWNER), make_press(undo, user=OWNER))
    assert "从最后一年开始" in rig.request.notes[-1]
    assert await known_until(rig) == date(2028, 12, 31)


async def test_undoing_a_replacement_restores_the_list_before(rig: Rig) -> None:
    first, _ = await propose(rig)
    second, _ = await propose(rig, "/calendar 2027 休市 01-04")
    await rig.feed(make_press(first, user=OWNER))
    calls = await rig.feed(make_press(second, user=OWNER))
    await rig.feed(make_press(calls[-1].data[0], user=OWNER))
    known = await rig.db.read(calendar_for, "XSHG")
    assert not known.is_trading_day(NEW_YEAR)
    assert known.is_trading_day(date(2027, 1, 4))


async def test_a_list_that_was_not_used_leaves_the_calendar_alone(rig: Rig) -> None:
    _, drop = await propose(rig)
    await rig.feed(make_press(drop, user=OWNER))
    assert await known_until(rig) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("2029 休市 01-01", "请先录入 2027 年"),
        ("2027 休市 13-01", "没有「13-01」"),
        ("2027 休市", "一天也没有"),
        ("明年放假", "看不懂「明年放假」"),
        ("1999 休市 01-01", "2024 到 2099"),
        ("2027 休市 02-11..02-05", "结束早于开始"),
        ("2027 休市 02-01..03-05", "超过 16 天"),
    ],
)
async def test_a_mistake_in_the_list_is_named(rig: Rig, typed: str, answer: str) -> None:
    await rig.feed(make_said(f"/calendar {typed}", user=OWNER))
    assert answer in rig.request.said[-1]


@pytest.mark.parametrize("data", ["calendar:use-999", "calendar:undo-", "calendar:use-x"])
async def test_a_forged_draft_is_not_known(rig: Rig, data: str) -> None:
    await rig.feed(make_press(data, user=OWNER))
    assert "找不到这份休市表" in rig.request.notes[-1]


async def test_a_member_cannot_confirm_a_list(rig: Rig) -> None:
    use, _ = await propose(rig)
    await rig.feed(make_press(use))
    assert await known_until(rig) == date(2026, 12, 31)

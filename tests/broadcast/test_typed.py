from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.broadcast.errors import (
    BroadcastActivityError,
    BroadcastFarError,
    BroadcastHoursError,
    BroadcastLevelsError,
    BroadcastLevelsReversedError,
    BroadcastPastError,
    BroadcastTimeError,
)
from bot.broadcast.plan import Activity
from bot.broadcast.typed import read_activity, read_hours, read_levels, read_when

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("明天 9:30", "11-21 09:30"),
        ("12月1日 上午十点", "12-01 10:00"),
        ("２０：００", "11-20 20:00"),
        ("晚上八点半", "11-20 20:30"),
        ("9点", "11-21 09:00"),
        ("2026-11-25 10:00", "11-25 10:00"),
        ("十二月一日下午三点", "12-01 15:00"),
        ("中午12点", "11-20 12:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, told: str) -> None:
    found = read_when(typed, NOW, SHANGHAI)
    assert found is not None
    assert f"{found.astimezone(SHANGHAI):%m-%d %H:%M}" == told


def test_now_is_no_time() -> None:
    assert read_when("马上", NOW, SHANGHAI) is None


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("25:99", BroadcastTimeError),
        ("2月30日 10:00", BroadcastTimeError),
        ("改天吧", BroadcastTimeError),
        ("", BroadcastTimeError),
        ("今天 8:00", BroadcastPastError),
        ("2026-11-01 10:00", BroadcastPastError),
        ("2028-01-01 10:00", BroadcastFarError),
    ],
)
def test_what_is_no_time_to_come_is_refused(typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_when(typed, NOW, SHANGHAI)


@pytest.mark.parametrize(
    ("typed", "levels"),
    [("2-5", (2, 5)), ("２～５", (2, 5)), ("三级以上", (3, 0)), ("Lv.3", (3, 3)), ("不限", (0, 0))],
)
def test_levels_are_read_in_any_width(typed: str, levels: tuple[int, int]) -> None:
    assert read_levels(typed, 10) == levels


@pytest.mark.parametrize("typed", ["9999", "0", "11", "x", "2-99", "-3"])
def test_levels_that_do_not_exist_are_refused(typed: str) -> None:
    with pytest.raises(BroadcastLevelsError):
        read_levels(typed, 10)


def test_a_reversed_range_is_told_as_such() -> None:
    with pytest.raises(BroadcastLevelsReversedError):
        read_levels("5-2", 10)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("最近 7 天", (Activity.WITHIN, 7)),
        ("沉默三十天", (Activity.SILENT, 30)),
        ("30天没签到", (Activity.SILENT, 30)),
        ("从未", (Activity.NEVER, 0)),
        ("不限", (Activity.ANY, 0)),
    ],
)
def test_activity_is_read_in_words(typed: str, told: tuple[Activity, int]) -> None:
    assert read_activity(typed) == told


@pytest.mark.parametrize("typed", ["0天", "9999天", "偶尔", ""])
def test_an_activity_that_makes_no_sense_is_refused(typed: str) -> None:
    with pytest.raises(BroadcastActivityError):
        read_activity(typed)


def test_hours_are_from_one_to_seventy_two() -> None:
    assert read_hours("两小时") == 2
    for typed in ("0", "73", "很久"):
        with pytest.raises(BroadcastHoursError):
            read_hours(typed)

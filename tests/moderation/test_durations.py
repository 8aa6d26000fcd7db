from datetime import timedelta

import pytest

from bot.moderation.durations import leading_duration, read_duration
from bot.moderation.errors import DurationRangeError, DurationUnreadableError

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("30m", HOUR / 2),
        ("2h", 2 * HOUR),
        ("１ｄ", DAY),
        ("三天", 3 * DAY),
        ("两小时", 2 * HOUR),
        ("两个小时", 2 * HOUR),
        ("兩個鐘頭", 2 * HOUR),
        ("半小时", HOUR / 2),
        ("半天", DAY / 2),
        ("一个半小时", 1.5 * HOUR),
        ("1d12h", 1.5 * DAY),
        ("一周", 7 * DAY),
        ("九十分钟", 1.5 * HOUR),
        ("1W", 7 * DAY),
    ],
)
def test_a_length_is_read_as_people_write_it(typed: str, length: timedelta) -> None:
    assert read_duration(typed) == length


@pytest.mark.parametrize(
    "typed", ["", "5", "h", "abc", "-2h", "2.5h", "1e3h", "2h广告", "𝟜𝟜𝟜𝟜x", "天", "٣", "h2"]
)
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(DurationUnreadableError):
        read_duration(typed)


@pytest.mark.parametrize("typed", ["0m", "10000d", "366天", "五百天"])
def test_what_telegram_would_take_for_ever_is_refused(typed: str) -> None:
    with pytest.raises(DurationRangeError):
        read_duration(typed)


def test_the_reason_follows_the_length_and_may_stand_alone() -> None:
    assert leading_duration("2h 广告 刷屏") == (2 * HOUR, "广告 刷屏")
    assert leading_duration("2 小时 广告") == (2 * HOUR, "广告")
    assert leading_duration("广告") == (None, "广告")
    assert leading_duration("") == (None, "")

from datetime import UTC, datetime

from bot.calendar.exchange import load_calendar
from bot.demo_time import trading_moments

MILESTONES = trading_moments(load_calendar, "XSHG")


def _offered(now: datetime) -> list[tuple[str, str]]:
    return [(mark.label, f"{mark.at:%m-%d %H:%M}") for mark in MILESTONES(now)]


def test_on_a_sunday_the_moments_of_monday_are_offered_in_order() -> None:
    assert _offered(datetime(2026, 11, 22, 4, 0, tzinfo=UTC)) == [
        ("早报草稿", "11-23 07:51"),
        ("早报", "11-23 08:31"),
        ("开盘竞价后", "11-23 09:26"),
        ("午报草稿", "11-23 11:06"),
        ("午报", "11-23 11:46"),
        ("收盘后", "11-23 15:02"),
        ("晚报草稿", "11-23 15:06"),
        ("晚报", "11-23 15:46"),
        ("群里答题", "11-23 19:31"),
        ("专家问答", "11-23 20:01"),
    ]


def test_what_is_over_today_is_offered_for_the_next_trading_day() -> None:
    noon = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
    assert _offered(noon)[0] == ("收盘后", "11-20 15:02")
    assert _offered(noon)[-1] == ("午报", "11-23 11:46")


def test_past_the_end_of_the_calendar_nothing_is_guessed() -> None:
    last_evening = datetime(2026, 12, 31, 12, 30, tzinfo=UTC)
    assert MILESTONES(last_evening) == []

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.compliance.report.month import Month, read_month

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_a_month_begins_and_ends_at_midnight_of_the_community() -> None:
    start, end = Month(2026, 12).span(SHANGHAI)
    assert start == datetime(2026, 11, 30, 16, tzinfo=UTC)
    assert end == datetime(2026, 12, 31, 16, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-10", "202610", "2026/10", "2026年10月", " 2026-10 "])
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert read_month(text) == Month(2026, 10)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-00", "1026-01", "october"])
def test_what_is_no_month_is_none(text: str) -> None:
    assert read_month(text) is None


@pytest.mark.parametrize(("month", "before"), [((2026, 1), (2025, 12)), ((2026, 12), (2026, 11))])
def test_months_follow_each_other_over_the_year(
    month: tuple[int, int], before: tuple[int, int]
) -> None:
    assert Month(*month).previous == Month(*before)
    assert Month(*before).following == Month(*month)

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.moments import MomentFarError, MomentPastError, NotAMomentError, read_moment

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""Nine in the morning in Shanghai."""


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("20:00", (2026, 11, 20, 20, 0)),
        ("8:30", (2026, 11, 21, 8, 30)),
        ("明天 9:30", (2026, 11, 21, 9, 30)),
        ("后天下午三点半", (2026, 11, 22, 15, 30)),
        ("12月1日 上午十点", (2026, 12, 1, 10, 0)),
        ("１１－２７ １５：３０", (2026, 11, 27, 15, 30)),
        ("十二月一日晚上八点一刻", (2026, 12, 1, 20, 15)),
        ("1月5日 10:00", (2027, 1, 5, 10, 0)),
        ("tomorrow 9:05", (2026, 11, 21, 9, 5)),
    ],
)
def test_moments_are_read_as_people_write_them(typed: str, local: tuple[int, ...]) -> None:
    expected = datetime(*local, tzinfo=ZONE).astimezone(UTC)  # type: ignore[misc]
    assert read_moment(typed, NOW, ZONE, 60) == expected


def test_now_is_no_instant_of_its_own() -> None:
    assert read_moment("马上", NOW, ZONE, 60) is None


@pytest.mark.parametrize("typed", ["", "25:00", "9:60", "2月30日 9:00", "9:3x", "火星", "1e3:00"])
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(NotAMomentError):
        read_moment(typed, NOW, ZONE, 60)


def test_past_and_far_have_names_of_their_own() -> None:
    with pytest.raises(MomentPastError):
        read_moment("今天 8:00", NOW, ZONE, 60)
    with pytest.raises(MomentFarError):
        read_moment("2027年3月1日 9:00", NOW, ZONE, 60)

from datetime import timedelta

import pytest

from bot.review.deadlines import Mark, mark_of, marks_reached
from tests.factories.review import NOW


@pytest.mark.parametrize(
    ("hours", "reached"),
    [(0, 0), (11.9, 0), (12, 1), (22.9, 1), (23, 2), (24, 3), (47.9, 3), (48, 4), (24 * 8, 10)],
)
def test_a_case_is_told_of_at_12_23_and_24_hours_and_every_day_after(
    hours: float, reached: int
) -> None:
    assert marks_reached(NOW, NOW + timedelta(hours=hours)) == reached


def test_every_mark_past_the_third_says_that_it_is_overdue() -> None:
    told = [Mark.HALF, Mark.LAST_HOUR, Mark.OVERDUE, Mark.OVERDUE]
    assert [mark_of(reached) for reached in (1, 2, 3, 9)] == told

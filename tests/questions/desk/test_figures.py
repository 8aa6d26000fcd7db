from hypothesis import given
from hypothesis import strategies as st

from bot.questions.desk.figures import Share, Tally, percentile, week_of


def test_a_week_without_answers_has_no_percentile_and_empty_shares() -> None:
    week = week_of(Tally("林顾问", taken=2))
    assert (week.half, week.nine_tenths, week.kept) == (None, None, Share(0, 0))


def test_a_share_says_of_how_many() -> None:
    week = week_of(Tally("林顾问", minutes=[5, 10, 90], kept=2, promised=3, answered=4, reopened=1))
    assert (week.half, week.nine_tenths) == (10, 90)
    assert (week.kept, week.reopened, week.rated) == (Share(2, 3), Share(1, 4), Share(0, 4))


@given(st.lists(st.integers(0, 500), min_size=1), st.integers(1, 100))
def test_a_percentile_is_a_value_that_so_many_do_not_exceed(values: list[int], part: int) -> None:
    found = percentile(values, part)
    assert found in values
    assert 100 * sum(value <= found for value in values) >= part * len(values)
    assert 100 * sum(value < found for value in values) < part * len(values)

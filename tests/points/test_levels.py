from hypothesis import given
from hypothesis import strategies as st

from bot.points.levels import level_of
from tests.factories.points import make_economy

ECONOMY = make_economy()


def test_somebody_new_stands_on_the_first_level() -> None:
    standing = level_of(0, ECONOMY)
    assert (standing.level, standing.done, standing.to_next) == (1, 0, 30)


def test_a_level_starts_exactly_at_its_threshold() -> None:
    assert level_of(249, ECONOMY).level == 3
    assert level_of(250, ECONOMY).level == 4


def test_the_way_to_the_next_level_is_told_with_what_it_brings() -> None:
    standing = level_of(186, ECONOMY)
    assert (standing.level, standing.done, standing.whole, standing.to_next) == (3, 86, 150, 64)
    assert standing.next_privilege == ECONOMY.levels[3].privilege


def test_the_highest_level_has_no_next() -> None:
    standing = level_of(1_000_000, ECONOMY)
    assert standing.level == 10
    assert (standing.whole, standing.to_next, standing.next_privilege) == (0, 0, None)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_more_points_never_mean_a_lower_level(some: int, more: int) -> None:
    assert level_of(some, ECONOMY).level <= level_of(some + more, ECONOMY).level


@given(st.integers(0, 5_199))
def test_what_is_missing_leads_exactly_to_the_next_level(lifetime: int) -> None:
    standing = level_of(lifetime, ECONOMY)
    assert level_of(lifetime + standing.to_next, ECONOMY).level == standing.level + 1
    assert standing.done + standing.to_next == standing.whole

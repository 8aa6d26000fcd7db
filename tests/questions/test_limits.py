from datetime import UTC, datetime, timedelta

from bot.questions.limits import LIMITS, Deed, free_again, may_reopen

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def _ago(*minutes: int) -> list[datetime]:
    return [NOW - timedelta(minutes=one) for one in minutes]


def test_below_the_limit_everything_is_possible() -> None:
    assert free_again(Deed.HUMAN, _ago(1, 2, 3, 4), NOW) is None


def test_over_the_limit_the_instant_is_told_when_the_oldest_falls_out() -> None:
    done = _ago(300, 200, 100, 50, 10)
    assert free_again(Deed.HUMAN, done, NOW) == NOW - timedelta(minutes=300) + timedelta(hours=24)


def test_after_a_flood_the_wait_counts_from_those_that_still_count() -> None:
    done = _ago(*range(1, 31))
    free = free_again(Deed.ASK, done, NOW)
    assert free is not None
    assert free == NOW - timedelta(minutes=20) + timedelta(hours=24)


def test_what_is_older_than_the_span_does_not_count() -> None:
    assert free_again(Deed.BURST, _ago(1, 2, 3, 4, 5, 6), NOW) is None
    seconds = [NOW - timedelta(seconds=one) for one in (1, 2, 3, 4)]
    assert free_again(Deed.BURST, seconds, NOW) == NOW + timedelta(seconds=56)


def test_at_the_told_instant_it_is_possible_again() -> None:
    for deed, limit in LIMITS.items():
        done = [NOW - timedelta(seconds=one) for one in range(limit.most)]
        free = free_again(deed, done, NOW)
        assert free is not None
        assert free_again(deed, done, free) is None


def test_a_case_can_be_reopened_for_seven_days() -> None:
    assert may_reopen(NOW - timedelta(days=7), NOW)
    assert not may_reopen(NOW - timedelta(days=7, seconds=1), NOW)
    assert not may_reopen(None, NOW)

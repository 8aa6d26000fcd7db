from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.archive.intervals import Span, merged, share_covered, total

START = datetime(2026, 11, 1, tzinfo=UTC)
WITHIN = (START, START + timedelta(hours=100))
SPANS = st.lists(
    st.tuples(st.integers(-20, 120), st.integers(-20, 120)).map(
        lambda pair: (START + timedelta(hours=pair[0]), START + timedelta(hours=pair[1]))
    ),
    max_size=8,
)


@given(spans=SPANS)
def test_merged_spans_cover_the_same_hours_once(spans: list[Span]) -> None:
    covered = {
        hour for hour in range(100) if any(a <= START + timedelta(hours=hour) < b for a, b in spans)
    }
    assert total(merged(spans, WITHIN)) == timedelta(hours=len(covered))
    assert share_covered(spans, WITHIN) == Decimal(100 - len(covered)).quantize(Decimal("0.1"))


def test_a_gap_of_a_moment_never_rounds_up_to_all() -> None:
    gap = (START, START + timedelta(seconds=1))
    assert share_covered([gap], WITHIN) == Decimal("99.9")


def test_of_no_time_there_is_no_share() -> None:
    assert share_covered([], (START, START)) is None

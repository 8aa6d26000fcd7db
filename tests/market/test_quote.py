from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar.exchange import load_calendar
from bot.market.problems import ProblemKind
from bot.market.quote import Quote, quote_faults, usable, vet

CLOSE = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
EVENING = CLOSE + timedelta(minutes=45)
SESSION = load_calendar("XSHG").latest_session(EVENING)
QUOTE = Quote(
    symbol="sh600000",
    name="示例股份",
    last=Decimal("10.12"),
    previous_close=Decimal("10.05"),
    at=CLOSE,
    source="tencent",
    limit_up=Decimal("11.06"),
    limit_down=Decimal("9.05"),
)


def test_the_change_is_exact_and_its_percentage_is_rounded_half_up():
    assert QUOTE.change == Decimal("0.07")
    assert QUOTE.change_percent == Decimal("0.70")
    half = replace(QUOTE, previous_close=Decimal("200.00"), last=Decimal("200.01"))
    assert half.change_percent == Decimal("0.01")
    assert replace(half, last=Decimal("199.99")).change_percent == Decimal("-0.01")


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, ()),
        ({"last": Decimal(0)}, (ProblemKind.ZERO, ProblemKind.OUTSIDE_LIMITS)),
        ({"previous_close": Decimal(0)}, (ProblemKind.NO_PREVIOUS_CLOSE,)),
        ({"last": Decimal("11.07")}, (ProblemKind.OUTSIDE_LIMITS,)),
        ({"last": Decimal("11.06")}, ()),
        ({"last": Decimal("9.04")}, (ProblemKind.OUTSIDE_LIMITS,)),
        ({"last": Decimal("99"), "limit_up": None}, ()),
        ({"at": CLOSE - timedelta(days=1)}, (ProblemKind.STALE,)),
        ({"at": CLOSE - timedelta(minutes=21)}, (ProblemKind.STALE,)),
        ({"at": CLOSE - timedelta(minutes=21), "delay_minutes": 15}, ()),
        ({"at": EVENING + timedelta(minutes=4)}, (ProblemKind.FUTURE,)),
    ],
)
def test_a_quote_is_usable_only_without_a_fault(changed, faults):
    quote = replace(QUOTE, **changed)
    assert quote_faults(quote, SESSION, EVENING) == faults
    assert usable(quote, SESSION, EVENING) is (faults == ())


def test_at_noon_the_price_of_the_morning_is_fresh():
    noon = datetime(2026, 11, 20, 3, 45, tzinfo=UTC)
    end_of_morning = replace(QUOTE, at=datetime(2026, 11, 20, 3, 29, 58, tzinfo=UTC))
    assert usable(end_of_morning, SESSION, noon)
    assert not usable(replace(QUOTE, at=noon - timedelta(minutes=40)), SESSION, noon)


def test_before_the_opening_the_last_close_stands_and_a_reset_row_does_not():
    monday = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    reset = replace(QUOTE, at=monday)
    good, problems = vet({"sh600000": QUOTE, "reset": reset}, monday)
    assert list(good) == ["sh600000"]
    assert [problem.kind for problem in problems] == [ProblemKind.STALE]


def test_beyond_the_calendar_no_quote_is_usable():
    later = datetime(2027, 1, 4, 8, tzinfo=UTC)
    good, problems = vet({"sh600000": replace(QUOTE, at=later)}, later)
    assert good == {}
    assert problems[0].kind is ProblemKind.CALENDAR_UNCOVERED


@given(
    st.decimals(-5, 20, places=2),
    st.decimals(-5, 20, places=2),
    st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 30), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_a_usable_quote_never_has_a_price_of_zero_or_less(last, previous_close, now):
    quote = replace(QUOTE, last=last, previous_close=previous_close, at=now, limit_down=None)
    session = load_calendar("XSHG").latest_session(now)
    assert last > 0 or not usable(quote, session, now)
    assert previous_close > 0 or not usable(quote, session, now)


@pytest.mark.parametrize(("minutes", "stale"), [(0, False), (1, False), (19, False), (21, True)])
def test_after_lunch_only_the_minutes_of_trading_make_the_morning_s_price_old(minutes, stale):
    """At 13:00 sharp the last price of 11:30 once counted as ninety minutes old."""
    noon = replace(QUOTE, at=datetime(2026, 11, 20, 3, 30, tzinfo=UTC))
    now = datetime(2026, 11, 20, 5, 0, tzinfo=UTC) + timedelta(minutes=minutes)
    assert (ProblemKind.STALE in quote_faults(noon, SESSION, now)) == stale


@pytest.mark.parametrize(
    ("hour", "minute", "row_minute", "is_good"),
    [
        (1, 25, 25, True),
        (1, 29, 25, True),
        (1, 29, 24, False),
        (1, 24, 24, False),
    ],
)
def test_from_the_opening_auction_on_a_row_of_today_is_usable(hour, minute, row_minute, is_good):
    """At 9:26 a row of 9:25 was once called stale, since no session had opened."""
    row = replace(QUOTE, at=datetime(2026, 11, 23, 1, row_minute, tzinfo=UTC))
    good, _ = vet({"sh600000": row}, datetime(2026, 11, 23, hour, minute, tzinfo=UTC))
    assert bool(good) is is_good


def test_until_the_opening_the_last_close_stays_usable_beside_the_auction():
    now = datetime(2026, 11, 23, 1, 26, tzinfo=UTC)
    assert vet({"sh600000": QUOTE}, now)[0] == {"sh600000": QUOTE}

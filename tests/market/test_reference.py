from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.calendar.exchange import load_calendar
from bot.market.problems import ProblemKind
from bot.market.quote import Quote
from bot.market.reference import reference_of, usable_auction

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
SESSION = load_calendar("XSHG").session(FRIDAY)
OPENING = datetime(2026, 11, 20, 1, 25, tzinfo=UTC)
CLOSING = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
QUOTE = Quote(
    symbol="sh600000",
    name="示例股份",
    last=Decimal("10.12"),
    previous_close=Decimal("10.05"),
    at=CLOSING + timedelta(seconds=3),
    source="tencent",
    open=Decimal("10.06"),
    limit_up=Decimal("11.06"),
    limit_down=Decimal("9.05"),
)


def test_a_row_of_after_the_close_has_both_prices():
    assert usable_auction(QUOTE, SESSION, "opening", EVENING) == Decimal("10.06")
    assert usable_auction(QUOTE, SESSION, "closing", EVENING) == Decimal("10.12")


@pytest.mark.parametrize(
    ("which", "at", "kind"),
    [
        ("opening", OPENING, None),
        ("opening", OPENING - timedelta(seconds=1), ProblemKind.STALE),
        ("opening", OPENING - timedelta(days=1), ProblemKind.STALE),
        ("closing", CLOSING, None),
        ("closing", CLOSING - timedelta(seconds=1), ProblemKind.STALE),
        ("closing", CLOSING - timedelta(days=1), ProblemKind.STALE),
        ("closing", CLOSING + timedelta(days=3), ProblemKind.STALE),
        ("closing", EVENING + timedelta(minutes=4), ProblemKind.FUTURE),
    ],
)
def test_only_a_row_of_the_day_that_has_reached_the_auction_counts(which, at, kind):
    found = usable_auction(replace(QUOTE, at=at), SESSION, which, EVENING)
    assert getattr(found, "kind", None) is kind


@pytest.mark.parametrize(
    ("which", "changed", "kind"),
    [
        ("opening", {"open": None}, ProblemKind.ZERO),
        ("opening", {"open": Decimal(0)}, ProblemKind.ZERO),
        ("opening", {"open": Decimal("11.07")}, ProblemKind.OUTSIDE_LIMITS),
        ("opening", {"open": Decimal("9.04")}, ProblemKind.OUTSIDE_LIMITS),
        ("closing", {"last": Decimal(0)}, ProblemKind.ZERO),
        ("closing", {"last": Decimal(-1)}, ProblemKind.ZERO),
        ("closing", {"last": Decimal("11.07")}, ProblemKind.OUTSIDE_LIMITS),
        ("closing", {"previous_close": Decimal(0)}, ProblemKind.NO_PREVIOUS_CLOSE),
    ],
)
def test_a_row_without_a_sound_price_gives_a_reason_and_no_price(which, changed, kind):
    found = usable_auction(replace(QUOTE, **changed), SESSION, which, EVENING)
    assert (found.kind, found.source, found.symbol) == (kind, "tencent", "sh600000")


def test_nobody_asks_for_the_price_of_an_auction_that_has_not_been_held():
    early = replace(QUOTE, at=CLOSING)
    found = usable_auction(early, SESSION, "closing", CLOSING - timedelta(minutes=1))
    assert found.kind is ProblemKind.FUTURE


def test_hong_kong_s_close_is_known_only_after_its_closing_auction():
    session = load_calendar("XHKG").session(FRIDAY)
    row = replace(QUOTE, symbol="hk00999", at=datetime(2026, 11, 20, 8, 7, 59, tzinfo=UTC))
    assert usable_auction(row, session, "closing", EVENING).kind is ProblemKind.STALE
    later = replace(row, at=row.at + timedelta(seconds=1))
    assert usable_auction(later, session, "closing", EVENING) == Decimal("10.12")


def test_there_are_two_auctions_only():
    with pytest.raises(ValueError, match="noon"):
        usable_auction(QUOTE, SESSION, "noon", EVENING)


def test_the_reference_is_the_row_s_previous_close_or_its_last_for_the_coming_day():
    assert reference_of(QUOTE, FRIDAY) == Decimal("10.05")
    assert reference_of(QUOTE, MONDAY) == Decimal("10.12")


@pytest.mark.parametrize(
    ("changed", "day", "kind"),
    [
        ({}, date(2026, 11, 24), ProblemKind.STALE),
        ({}, date(2026, 11, 19), ProblemKind.FUTURE),
        ({"at": CLOSING - timedelta(minutes=1)}, MONDAY, ProblemKind.STALE),
        ({"last": Decimal(0)}, MONDAY, ProblemKind.ZERO),
        ({"previous_close": Decimal(0)}, FRIDAY, ProblemKind.NO_PREVIOUS_CLOSE),
    ],
)
def test_an_old_running_or_empty_row_is_no_reference(changed, day, kind):
    assert reference_of(replace(QUOTE, **changed), day).kind is kind


def test_a_halted_share_still_has_the_reference_of_its_day():
    assert reference_of(replace(QUOTE, last=Decimal(0)), FRIDAY) == Decimal("10.05")

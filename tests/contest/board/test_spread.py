from datetime import UTC, date, datetime
from decimal import Decimal

from bot.contest.board.spread import closes_spread
from bot.contest.events import Side
from bot.contest.outcomes import Fees, Filled, Outcome, SharesChanged, Valued, Voided

NOW = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
ZERO = Decimal(0)


def _fill(number: str, symbol: str, side: Side = Side.BUY, quantity: int = 100) -> Outcome:
    return Filled(
        NOW, 7, 1, number, symbol, side, quantity, Decimal(10), Fees(), ZERO, ZERO, NOW, "tencent"
    )


def _close() -> Outcome:
    return Valued(NOW, 7, date(2026, 11, 20), ZERO, ZERO, ZERO, ZERO)


def test_a_close_counts_if_enough_names_are_held() -> None:
    two = [_fill("1.1", "sh600036"), _fill("2.1", "sh600519"), _close()]
    assert closes_spread(two, 2) == 1
    assert closes_spread(two, 3) == 0


def test_what_was_sold_or_undone_is_held_no_more() -> None:
    outcomes = [
        _fill("1.1", "sh600036"),
        _fill("2.1", "sh600519"),
        _close(),
        Voided(NOW, 7, 2, "2.1", ZERO),
        _close(),
        _fill("3.1", "sh600036", Side.SELL),
        _close(),
    ]
    assert closes_spread(outcomes, 2) == 1
    assert closes_spread(outcomes, 1) == 2


def test_a_split_keeps_the_name_when_the_old_number_is_sold() -> None:
    outcomes = [
        _fill("1.1", "sh600036"),
        SharesChanged(NOW, 7, "sh600036", 100, 200),
        _fill("2.1", "sh600036", Side.SELL),
        _close(),
    ]
    assert closes_spread(outcomes, 1) == 1

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.contest.events import Listed, Paused, Resumed
from bot.contest.outcomes import Ended, EndReason, Filled, RefusalCode
from tests.factories.contest_engine import (
    BANK,
    FRIDAY,
    MONDAY,
    at,
    buy,
    closed,
    closing,
    holding_engine,
    make_engine,
    make_rules,
    make_terms,
    opened,
    opening,
    quote,
    refusal,
    seen,
    sell,
)


def test_an_order_fills_wholly_at_the_auctions_price_not_at_its_own_limit():
    engine = make_engine()
    engine.apply(buy(1, 1000, "37.00"))
    (filled,) = engine.apply(opening(sh600036="36.50"))
    assert isinstance(filled, Filled)
    assert (filled.quantity, filled.price, filled.fill) == (1000, Decimal("36.50"), "1.1")
    assert filled.quote_at == at("09:25:03")


def test_an_order_joins_the_first_auction_strictly_after_its_own_instant():
    """The opening auction matches at 9:25 (source: facts, "Sessions", confirmed)."""
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00", clock="09:24:59"))
    engine.apply(buy(2, 100, "37.00", clock="09:25:00"))
    assert [done.order for done in engine.apply(opening(sh600036="36.50"))] == [1]
    assert [done.order for done in engine.apply(closing(sh600036="36.60"))] == [2]


def test_an_auction_matches_at_the_instant_of_the_table_whoever_reports_it():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00", clock="09:25:10"))
    late = replace(opening(sh600036="36.50"), instant=at("09:25:30"))
    assert engine.apply(late) == ()


def test_what_the_opening_does_not_allow_stays_for_the_closing_auction():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00"))
    assert engine.apply(opening(sh600036="36.01")) == ()
    (filled,) = engine.apply(closing(sh600036="36.00"))
    assert filled.price == Decimal("36.00")


def test_what_neither_auction_allows_ends_with_the_day():
    """Day orders end at the close (issue 3)."""
    engine = make_engine()
    engine.apply(buy(1, 100, "35.00"))
    engine.apply(opening(sh600036="36.00"))
    engine.apply(closing(sh600036="36.00"))
    ended, valued = engine.apply(closed(sh600036="36.00"))
    assert (ended.reason, ended.unfilled) == (EndReason.DAY_OVER, 100)
    assert valued.equity == 100_000 and engine.accounts[1].available == 100_000


def test_at_the_upper_limit_nobody_buys():
    engine = make_engine()
    engine.apply(buy(1, 100, "39.60"))
    engine.apply(buy(2, 100))
    assert engine.apply(opening(sh600036="39.60")) == ()
    assert len(engine.apply(closing(sh600036="39.59"))) == 2


def test_at_the_lower_limit_nobody_sells():
    engine = holding_engine()
    engine.apply(sell(2, 100, "32.40", day=MONDAY))
    engine.apply(sell(3, 100, day=MONDAY))
    assert engine.apply(opening(MONDAY, sh600036="32.40")) == ()
    assert len(engine.apply(closing(MONDAY, sh600036="32.41"))) == 2


def test_at_the_upper_limit_one_can_sell():
    engine = holding_engine()
    engine.apply(sell(2, 100, day=MONDAY))
    (filled,) = engine.apply(opening(MONDAY, sh600036="39.60"))
    assert filled.price == Decimal("39.60")


def test_an_order_after_the_closing_match_waits_for_the_next_day():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00", clock="15:00:00"))
    assert engine.accounts[1].orders[1].day is None
    assert engine.apply(closing(sh600036="36.00")) == ()
    engine.apply(closed(sh600036="36.00"))
    engine.apply(opened(make_terms(), day=MONDAY))
    assert engine.accounts[1].orders[1].day == MONDAY
    (filled,) = engine.apply(opening(MONDAY, sh600036="36.00"))
    assert filled.order == 1


def test_an_order_one_second_before_the_closing_match_takes_part_in_it():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00", clock="14:59:59"))
    (filled,) = engine.apply(closing(sh600036="36.00"))
    assert filled.order == 1


def test_a_waiting_order_outside_the_new_days_limits_ends():
    engine = make_engine()
    engine.apply(buy(1, 100, "39.00", clock="16:00"))
    engine.apply(closed(sh600036="33.00"))
    outcomes = engine.apply(opened(make_terms(BANK, "33.00", ("29.70", "36.30")), day=MONDAY))
    (ended,) = outcomes
    assert isinstance(ended, Ended) and ended.reason is EndReason.OUTSIDE_LIMIT
    assert engine.accounts[1].frozen == 0


def test_without_a_queue_an_order_out_of_hours_is_refused():
    engine = make_engine(make_rules(queue_out_of_hours=False))
    said = refusal(engine.apply(buy(1, 100, "37.00", clock="15:00:00")))
    assert (said.code, said.fields["opens"]) == (RefusalCode.SESSION_CLOSED, None)


def test_an_auction_is_held_once_whatever_comes_after_it():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00"))
    engine.apply(opening(sh600036="36.50"))
    assert engine.apply(opening(sh600036="35.00")) == ()
    assert 1 in engine.accounts[1].orders


def test_an_auction_missed_in_a_pause_is_lost_and_the_order_stays_for_the_next():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00"))
    engine.apply(Paused(at("09:24")))
    assert engine.apply(opening(sh600036="36.00")) == ()
    engine.apply(Resumed(at("09:40")))
    assert engine.apply(opening(sh600036="36.00")) == ()
    (filled,) = engine.apply(closing(sh600036="36.20"))
    assert filled.price == Decimal("36.20")


@pytest.mark.parametrize("price", ["0", "-1.00", "39.61", "32.39", "NaN"])
def test_an_impossible_price_fills_nothing(price):
    engine = make_engine()
    engine.apply(buy(1, 100, "39.60"))
    assert engine.apply(opening(sh600036=price)) == ()


def test_yesterdays_price_fills_nothing():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00"))
    held = opening(sh600036="36.00")
    stale = type(held)(
        held.at, held.instant, held.auction, (quote(BANK, "36.00", "15:00", day=_thursday()),)
    )
    assert engine.apply(stale) == ()


def _thursday():
    return FRIDAY.replace(day=19)


def test_a_halted_share_fills_nothing_until_its_halt_is_lifted():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00"))
    engine.apply(Listed(at("09:20"), FRIDAY, make_terms(halted=True)))
    assert engine.apply(opening(sh600036="36.00")) == ()
    engine.apply(Listed(at("14:00"), FRIDAY, make_terms()))
    (filled,) = engine.apply(closing(sh600036="36.00"))
    assert filled.order == 1


def test_continuous_quotes_fill_nothing_in_this_model():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00", clock="10:00"))
    assert engine.apply(seen("10:01", quote(BANK, "36.00", "10:01"))) == ()


def test_a_market_purchase_that_the_price_made_too_dear_ends_without_a_debt():
    """Without an upper limit a tenth above the reference is set aside (engine's convention)."""
    engine = make_engine(make_rules(), make_terms(BANK, "36.00", None))
    engine.apply(buy(1, 2500))
    assert engine.accounts[1].orders[1].bound == Decimal("39.60")
    (ended,) = engine.apply(opening(sh600036="41.00"))
    assert (ended.reason, ended.unfilled) == (EndReason.NO_CASH, 2500)
    assert engine.accounts[1].available == 100_000


def test_a_market_purchase_sets_the_days_upper_limit_aside():
    engine = make_engine(make_rules(), make_terms(BANK, "36.00", ("28.80", "43.20")))
    engine.apply(buy(1, 100))
    # 43.20 x 100 + commission 5.00 + transfer fee 0.04
    assert engine.accounts[1].frozen == Decimal("4325.04")

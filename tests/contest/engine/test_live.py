from decimal import Decimal

import pytest

from bot.contest.events import Paused
from bot.contest.outcomes import Filled
from tests.factories.contest_engine import (
    BANK,
    MONDAY,
    at,
    buy,
    closing,
    holding_engine,
    live_rules,
    make_engine,
    opening,
    quote,
    seen,
    sell,
)

HALF = Decimal("0.5")


def engine_with_order(limit="36.00", quantity=1000, **changes):
    engine = make_engine(live_rules(**changes))
    engine.apply(buy(1, quantity, limit, clock="10:00"))
    return engine


def test_an_order_fills_at_the_first_later_quote_that_crosses():
    engine = engine_with_order()
    assert engine.apply(seen("10:01", quote(BANK, "36.01", "10:01"))) == ()
    (filled,) = engine.apply(seen("10:02", quote(BANK, "35.90", "10:02")))
    assert (filled.price, filled.quantity) == (Decimal("35.90"), 1000)


def test_a_quote_of_the_orders_own_instant_does_not_fill_it():
    engine = engine_with_order()
    assert engine.apply(seen("10:00:03", quote(BANK, "35.00", "10:00:00"))) == ()
    assert engine.apply(seen("10:00:04", quote(BANK, "35.00", "10:00:01")))


def test_a_quote_that_is_too_old_fills_nothing():
    engine = engine_with_order()
    assert engine.apply(seen("10:02:01", quote(BANK, "35.00", "10:01:00"))) == ()


def test_a_known_delay_is_allowed_for():
    engine = engine_with_order()
    assert engine.apply(seen("10:16", quote(BANK, "35.00", "10:01", delay_minutes=15)))


@pytest.mark.parametrize(
    "clock", ["09:25:03", "09:29:59", "11:30:00", "12:00", "14:57:00", "15:00"]
)
def test_only_continuous_trading_fills(clock):
    """9:30-11:30 and 13:00-14:57 (source: SSE news release 2018-08-20)."""
    engine = make_engine(live_rules())
    engine.apply(buy(1, 100, "36.00"))
    assert engine.apply(seen(clock, quote(BANK, "35.00", clock))) == ()


@pytest.mark.parametrize("clock", ["09:30:00", "11:29:59", "13:00:00", "14:56:59"])
def test_the_first_and_the_last_second_of_continuous_trading_fill(clock):
    engine = make_engine(live_rules())
    engine.apply(buy(1, 100, "36.00"))
    assert engine.apply(seen(clock, quote(BANK, "35.00", clock)))


def test_auctions_fill_nothing_in_this_model():
    engine = make_engine(live_rules())
    engine.apply(buy(1, 100, "36.00"))
    assert engine.apply(opening(sh600036="35.00")) == engine.apply(closing(sh600036="35.00")) == ()


def test_the_volume_share_fills_in_whole_lots_and_keeps_the_rest():
    engine = engine_with_order(volume_share=HALF)
    (first,) = engine.apply(seen("10:01", quote(BANK, "36.00", "10:01", volume=1299)))
    assert first.quantity == 600
    assert engine.accounts[1].orders[1].open == 400
    # 400 x 36.00; commission 9.00 in all less the 5.40 paid; transfer fee 0.36 less 0.22
    assert engine.accounts[1].frozen == Decimal("14403.74")
    (second,) = engine.apply(seen("10:02", quote(BANK, "36.00", "10:02", volume=9000)))
    assert (second.quantity, second.fill) == (400, "1.2")


def test_fills_in_parts_pay_one_minimum_commission():
    """The minimum is per order (source: facts, "T+1, money, fees")."""
    engine = engine_with_order(volume_share=HALF, quantity=200)
    (first,) = engine.apply(seen("10:01", quote(BANK, "36.00", "10:01", volume=200)))
    (second,) = engine.apply(seen("10:02", quote(BANK, "36.00", "10:02", volume=200)))
    assert first.fees.commission == 5 and second.fees.commission == 0
    assert first.fees.total + second.fees.total == Decimal("5.07")


def test_orders_of_one_account_share_the_volume():
    engine = make_engine(live_rules(volume_share=HALF))
    for number in (1, 2, 3):
        engine.apply(buy(number, 300, "36.00", clock="10:00"))
    outcomes = engine.apply(seen("10:01", quote(BANK, "36.00", "10:01", volume=1000)))
    assert [done.quantity for done in outcomes if isinstance(done, Filled)] == [300, 200]


def test_without_a_volume_share_every_order_fills():
    engine = make_engine(live_rules())
    for number in (1, 2):
        engine.apply(buy(number, 300, "36.00", clock="10:00"))
    assert len(engine.apply(seen("10:01", quote(BANK, "36.00", "10:01")))) == 2


def test_an_unknown_volume_fills_nothing_where_there_is_a_share():
    engine = engine_with_order(volume_share=HALF)
    assert engine.apply(seen("10:01", quote(BANK, "36.00", "10:01"))) == ()


def test_the_same_quote_counts_once_and_an_older_one_not_at_all():
    engine = engine_with_order(volume_share=HALF)
    batch = seen("10:02", quote(BANK, "36.00", "10:02", volume=400))
    assert engine.apply(batch)
    assert engine.apply(batch) == ()
    assert engine.apply(seen("10:02:10", quote(BANK, "36.00", "10:01:50", volume=400))) == ()


def test_nothing_fills_in_a_pause():
    engine = engine_with_order()
    engine.apply(Paused(at("10:00:30")))
    assert engine.apply(seen("10:01", quote(BANK, "35.00", "10:01"))) == ()


def test_a_market_sale_takes_the_next_price():
    engine = holding_engine(live_rules())
    engine.apply(sell(2, 1000, clock="10:00", day=MONDAY))
    batch = seen("10:01", quote(BANK, "35.50", "10:01", MONDAY), day=MONDAY)
    (filled,) = engine.apply(batch)
    # 35,500.00 - 8.88 commission - 17.75 stamp duty - 0.36 transfer fee (half up)
    assert filled.cash == Decimal("35473.01")

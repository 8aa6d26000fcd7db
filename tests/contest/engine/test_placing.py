from datetime import timedelta
from decimal import Decimal

import pytest

from bot.contest.events import Frozen, Paused
from bot.contest.instrument import Board, Market
from bot.contest.outcomes import RefusalCode
from tests.factories.contest_engine import (
    BANK,
    CHIP,
    FRIDAY,
    HK_TECH,
    LIQUOR,
    MONDAY,
    accepted,
    at,
    buy,
    closed,
    holding_engine,
    live_rules,
    make_engine,
    make_rules,
    make_terms,
    opened,
    opening,
    refusal,
    sell,
)


def test_a_purchase_freezes_its_limit_and_its_fees():
    engine = make_engine()
    (accepted,) = engine.apply(buy(1, 100, "36.52"))
    assert accepted.frozen == Decimal("3657.04")
    assert engine.accounts[1].available == Decimal("96342.96")
    assert engine.accounts[1].cash == 100_000


def test_what_is_not_affordable_names_the_most_that_is_with_its_fees():
    engine = make_engine()
    said = refusal(engine.apply(buy(1, 2800, "36.00")))
    assert said.code is RefusalCode.INSUFFICIENT_CASH
    # 100,800.00 + 25.20 commission + 1.01 transfer fee
    assert said.fields == {
        "needed": Decimal("100826.21"),
        "available": Decimal("100000.00"),
        "most": 2700,
    }
    assert accepted(engine.apply(buy(1, 2700, "36.00"))).frozen <= 100_000


def test_the_cap_counts_the_holding_and_the_open_purchases_of_the_name():
    """Thirty percent of a name by default, when buying (issue 3)."""
    engine = make_engine(make_rules(single_name_cap=Decimal("0.30")))
    engine.apply(buy(1, 500, "36.00"))
    said = refusal(engine.apply(buy(2, 400, "36.00")))
    assert said.code is RefusalCode.OVER_CAP
    assert said.fields == {"cap": Decimal("0.30"), "most": 300}
    assert accepted(engine.apply(buy(2, 300, "36.00"))).order == 2


def test_both_the_cap_and_the_cash_allow_the_number_that_is_named():
    engine = make_engine(make_rules(single_name_cap=Decimal("0.10")))
    assert refusal(engine.apply(buy(1, 5000, "36.00"))).fields["most"] == 200


def test_shares_on_sale_cannot_be_sold_twice():
    engine = holding_engine()
    engine.apply(sell(2, 700, "37.00", day=MONDAY))
    said = refusal(engine.apply(sell(3, 400, "37.00", day=MONDAY)))
    assert said.code is RefusalCode.INSUFFICIENT_SELLABLE
    assert said.fields == {"quantity": 400, "sellable": 300, "held": 1000, "open_sells": 700}


def test_shares_bought_today_cannot_be_sold_today_on_the_mainland():
    """T+1 (source: facts, "T+1, money, fees")."""
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00"))
    engine.apply(opening(sh600036="36.00"))
    said = refusal(engine.apply(sell(2, 100, clock="10:00")))
    assert (said.code, said.fields["sellable"]) == (RefusalCode.INSUFFICIENT_SELLABLE, 0)


def test_shares_bought_today_may_be_put_on_sale_for_tomorrow_once():
    engine = make_engine()
    engine.apply(buy(1, 100, "37.00"))
    engine.apply(opening(sh600036="36.00"))
    engine.apply(closed(sh600036="36.00"))
    assert accepted(engine.apply(sell(2, 100, "36.00", clock="20:00"))).order == 2
    assert refusal(engine.apply(sell(3, 100, "36.00", clock="20:01"))).fields["sellable"] == 0
    engine.apply(opened(make_terms(), day=MONDAY))
    assert engine.apply(opening(MONDAY, sh600036="36.10"))[0].order == 2


def test_shares_bought_today_can_be_sold_today_in_hong_kong():
    """Same-day selling is allowed (source: facts, "Hong Kong")."""
    rules = make_rules(market=Market.HONG_KONG, capital=Decimal(1_000_000))
    engine = make_engine(rules, make_terms(HK_TECH, "600.0", None, lot=100))
    engine.apply(buy(1, 100, "610.0", symbol=HK_TECH))
    engine.apply(opening(hk00700="605.0"))
    assert accepted(engine.apply(sell(2, 100, "610.0", symbol=HK_TECH, clock="10:00"))).order == 2


@pytest.mark.parametrize(
    ("asked", "code", "fields"),
    [
        (buy(1, 150, "36.00"), RefusalCode.LOT, {"lower": 100, "upper": 200}),
        (buy(1, 0, "36.00"), RefusalCode.NOT_POSITIVE, {"quantity": 0}),
        (buy(1, -100, "36.00"), RefusalCode.NOT_POSITIVE, {"quantity": -100}),
        (buy(1, 10**30, "36.00"), RefusalCode.TOO_LARGE, {"quantity": 10**30}),
        (
            buy(1, 100, "36.005"),
            RefusalCode.TICK,
            {"lower": Decimal("36.00"), "upper": Decimal("36.01")},
        ),
        (
            buy(1, 100, "39.61"),
            RefusalCode.OUTSIDE_LIMIT,
            {"price": Decimal("39.61"), "lower": Decimal("32.40"), "upper": Decimal("39.60")},
        ),
        (buy(1, 100, "32.39"), RefusalCode.OUTSIDE_LIMIT, {"price": Decimal("32.39")}),
        (buy(1, 100, "1.00", symbol="sh600000"), RefusalCode.UNKNOWN_INSTRUMENT, {}),
    ],
)
def test_a_refusal_carries_the_numbers_that_would_have_been_allowed(asked, code, fields):
    said = refusal(make_engine().apply(asked))
    assert said.code is code
    assert {name: said.fields[name] for name in fields} == fields


def test_a_price_beyond_any_share_is_refused_where_the_day_has_no_limit():
    engine = make_engine(make_rules(), make_terms(BANK, "36.00", None))
    assert refusal(engine.apply(buy(1, 100, "1e30"))).code is RefusalCode.OUTSIDE_LIMIT


def test_star_takes_two_hundred_and_then_every_share():
    """At least 200, then by 1 (source: facts, "Code -> board")."""
    engine = make_engine(make_rules(), make_terms(CHIP, "50.00", ("40.00", "60.00")))
    assert refusal(engine.apply(buy(1, 199, "50.00", symbol=CHIP))).code is RefusalCode.LOT
    assert accepted(engine.apply(buy(1, 201, "50.00", symbol=CHIP))).order == 1


def test_the_floor_stops_buying_and_never_selling():
    terms = make_terms(BANK, "1.90", ("1.71", "2.09"))
    engine = make_engine(make_rules(price_floor=Decimal(2)), terms)
    said = refusal(engine.apply(buy(1, 100, "1.90")))
    assert said.code is RefusalCode.PRICE_FLOOR
    assert said.fields == {"reference": Decimal("1.90"), "floor": Decimal(2)}
    assert refusal(engine.apply(sell(1, 100))).code is RefusalCode.INSUFFICIENT_SELLABLE


@pytest.mark.parametrize(
    "changes",
    [
        {"universe": (LIQUOR,)},
        {"boards": (Board.STAR, Board.CHINEXT)},
        {"market": Market.HONG_KONG},
    ],
)
def test_what_the_contest_does_not_trade_is_refused(changes):
    said = refusal(make_engine(make_rules(**changes)).apply(buy(1, 100, "36.00")))
    assert (said.code, said.fields) == (RefusalCode.OUTSIDE_UNIVERSE, {"symbol": BANK})


def test_a_halted_share_is_refused_today_and_queued_for_tomorrow():
    engine = make_engine(make_rules(), make_terms(halted=True))
    assert refusal(engine.apply(buy(1, 100, "36.00"))).code is RefusalCode.HALTED
    assert accepted(engine.apply(buy(1, 100, "36.00", clock="16:00"))).order == 1


def test_a_frozen_share_is_refused():
    engine = make_engine()
    engine.apply(Frozen(at("09:00"), BANK, Decimal(36), Decimal(18)))
    assert refusal(engine.apply(buy(1, 100, "36.00"))).code is RefusalCode.FROZEN


def test_a_paused_contest_takes_no_order():
    engine = make_engine()
    engine.apply(Paused(at("09:00")))
    assert refusal(engine.apply(buy(1, 100, "36.00"))).code is RefusalCode.PAUSED


def test_the_same_order_twice_is_one_order():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00"))
    said = refusal(engine.apply(buy(1, 100, "36.00")))
    assert (said.code, said.fields["order"]) == (RefusalCode.DUPLICATE, 1)
    engine.apply(opening(sh600036="36.00"))
    assert refusal(engine.apply(buy(1, 100, "36.00"))).code is RefusalCode.DUPLICATE


def test_somebody_without_an_account_is_refused():
    said = refusal(make_engine().apply(buy(1, 100, "36.00", account=7)))
    assert said.code is RefusalCode.NO_ACCOUNT


def test_a_live_market_order_is_refused_outside_of_continuous_trading_with_the_days_limits():
    """Market orders exist only in continuous trading (source: facts, not verified)."""
    engine = make_engine(live_rules())
    for clock in ("09:29:59", "11:30:00", "14:57:00"):
        said = refusal(engine.apply(buy(1, 100, clock=clock)))
        assert said.code is RefusalCode.MARKET_ORDER_NOW
        assert said.fields == {"limit_low": Decimal("32.40"), "limit_high": Decimal("39.60")}
    assert accepted(engine.apply(buy(1, 100, clock="09:30:00"))).order == 1


def test_a_live_order_after_continuous_trading_waits_for_the_next_day():
    engine = make_engine(live_rules())
    engine.apply(buy(1, 100, "36.00", clock="14:56:59"))
    engine.apply(buy(2, 100, "36.00", clock="14:57:00"))
    assert engine.accounts[1].orders[1].day == FRIDAY
    assert engine.accounts[1].orders[2].day is None


def test_an_odd_remainder_is_sold_in_one_go():
    """The remainder below 100 only in one go (source: facts, "Code -> board")."""
    engine = holding_engine()
    engine.accounts[1].positions[BANK].quantity = engine.accounts[1].positions[BANK].sellable = 150
    assert refusal(engine.apply(sell(2, 30, "36.00", day=MONDAY))).code is RefusalCode.LOT
    assert accepted(engine.apply(sell(2, 50, "36.00", day=MONDAY))).order == 2


def test_the_cap_counts_what_is_held_at_its_last_good_price():
    engine = holding_engine(make_rules(single_name_cap=Decimal("0.50")))
    assert refusal(engine.apply(buy(2, 1000, "36.00", day=MONDAY))).fields["most"] == 300


def test_shares_that_wait_on_sale_are_not_free_the_next_morning():
    engine = holding_engine()
    engine.apply(sell(2, 700, "36.00", clock="16:00", day=MONDAY))
    engine.apply(closed(MONDAY, sh600036="36.00"))
    engine.apply(opened(make_terms(), day=MONDAY + timedelta(days=1)))
    assert engine.accounts[1].positions[BANK].sellable == 300

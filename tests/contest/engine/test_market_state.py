from datetime import timedelta
from decimal import Decimal

import pytest

from bot.contest.engine.admission import OutOfOrderError
from bot.contest.engine.codec import decode, encode, market_from_json, market_to_json
from bot.contest.engine.market_state import Jump, MarketState
from bot.contest.events import (
    CancelAsked,
    CorporateAction,
    Frozen,
    Joined,
    Listed,
    Paused,
    Released,
    Resumed,
)
from bot.contest.outcomes import RefusalCode
from tests.factories.contest_engine import (
    BANK,
    CHIP,
    FRIDAY,
    HK_TECH,
    LIQUOR,
    MONDAY,
    at,
    buy,
    closed,
    closing,
    holding_engine,
    live_rules,
    make_engine,
    make_rules,
    make_terms,
    opened,
    opening,
    quote,
    refusal,
    seen,
)

TUESDAY = MONDAY + timedelta(days=1)


def folded(*events):
    market = MarketState()
    for event in events:
        market.fold(event)
    return market


def after_friday(close="36.00"):
    return folded(opened(make_terms()), closed(sh600036=close))


def test_a_reference_more_than_a_tick_away_freezes_the_share():
    """A jump that nothing explains is a missed corporate action (issue 3)."""
    market = after_friday()
    market.fold(opened(make_terms(BANK, "18.00", ("16.20", "19.80")), day=MONDAY))
    assert market.frozen == {
        BANK: Jump(at("08:50", MONDAY), BANK, Decimal("36.00"), Decimal("18.00"))
    }
    assert market.price(BANK) == Decimal("36.00")


def test_one_tick_of_difference_is_no_jump():
    market = after_friday()
    market.fold(opened(make_terms(BANK, "36.01"), day=MONDAY))
    assert market.frozen == {} and market.price(BANK) == Decimal("36.01")


def test_a_known_action_explains_the_jump():
    market = after_friday()
    action = CorporateAction(BANK, MONDAY, ratio=Decimal(1))
    market.fold(opened(make_terms(BANK, "18.00", None), day=MONDAY, actions=(action,)))
    assert market.frozen == {} and market.price(BANK) == Decimal("18.00")


def test_outside_the_mainland_a_dividend_may_leave_the_previous_close_whole():
    market = folded(opened(make_terms(HK_TECH, "600.0", None)), closed(hk00700="600.0"))
    action = CorporateAction(HK_TECH, MONDAY, cash=Decimal("4.5"))
    for reference in ("600.0", "595.5"):
        fresh = market_from_json(market_to_json(market))
        fresh.fold(opened(make_terms(HK_TECH, reference, None), day=MONDAY, actions=(action,)))
        assert fresh.frozen == {}


def test_a_release_accepts_the_new_reference():
    market = after_friday()
    market.fold(opened(make_terms(BANK, "18.00", None), day=MONDAY))
    released = Released(at("10:00", MONDAY), BANK, Decimal("18.00"))
    assert market.fold(released) == released
    assert market.frozen == {} and market.price(BANK) == Decimal("18.00")
    assert market.fold(released) is None


def test_a_frozen_share_fills_nothing_and_is_valued_at_its_last_good_close():
    engine = holding_engine()
    engine.apply(Frozen(at("09:00", MONDAY), BANK, Decimal(36), Decimal(18)))
    held = engine.accounts[1].cash
    assert engine.apply(opening(MONDAY, sh600036="35.00")) == ()
    (valued,) = engine.apply(closed(MONDAY, sh600036="35.00"))
    assert valued.equity == held + 36_000


def test_a_share_that_stays_frozen_overnight_keeps_its_first_jump():
    market = after_friday()
    market.fold(opened(make_terms(BANK, "18.00", None), day=MONDAY))
    market.fold(closed(MONDAY, sh600036="18.50"))
    market.fold(opened(make_terms(BANK, "18.50", None), day=TUESDAY))
    assert market.frozen[BANK].received == Decimal("18.00")
    assert market.price(BANK) == Decimal("36.00")


def test_a_share_that_is_new_to_the_contest_is_not_compared_with_an_old_close():
    market = after_friday()
    market.fold(opened(day=MONDAY))
    market.fold(Listed(at("09:40", MONDAY), MONDAY, make_terms(BANK, "50.00", None)))
    assert market.frozen == {} and market.price(BANK) == Decimal("50.00")


@pytest.mark.parametrize("price", ["0", "-3", "39.61", "NaN"])
def test_a_bad_close_values_nothing(price):
    engine = holding_engine()
    (valued,) = engine.apply(closed(MONDAY, sh600036=price))
    assert valued.positions == 36_000


def test_what_has_no_close_keeps_its_former_one():
    engine = holding_engine()
    (valued,) = engine.apply(closed(MONDAY))
    assert valued.positions == 36_000


def test_a_day_that_opens_before_the_last_one_closed_is_the_callers_error():
    with pytest.raises(OutOfOrderError):
        folded(opened(make_terms()), opened(make_terms(), day=MONDAY))


def test_an_action_counts_once_on_the_first_day_from_its_ex_day():
    """An ex day without trading moves to the next trading day; what is past stays past."""
    market = after_friday()
    sunday = CorporateAction(BANK, MONDAY - timedelta(days=1), cash=Decimal(1))
    friday = CorporateAction(BANK, FRIDAY, cash=Decimal(1))
    event = opened(make_terms(BANK, "35.00"), day=MONDAY, actions=(sunday, friday))
    assert market.admit(event).actions == (sunday,)


def test_events_that_come_twice_change_nothing():
    engine = make_engine(live_rules())
    events = [
        opened(make_terms()),
        Listed(at("09:00"), FRIDAY, make_terms(LIQUOR, "1400.00", None)),
        buy(1, 100, "36.00", clock="09:31"),
        seen("09:32", quote(BANK, "36.00", "09:32")),
        Paused(at("09:40")),
        Resumed(at("09:41")),
        Frozen(at("09:50"), BANK, Decimal(36), Decimal(18)),
        Released(at("09:55"), BANK, Decimal(36), CorporateAction(BANK, FRIDAY, cash=Decimal(1))),
        CancelAsked(at("10:00"), 1, 1),
        closing(sh600036="36.00"),
        closed(sh600036="36.00"),
        Joined(at("20:00"), 1),
    ]
    for event in events:
        engine.apply(event)
        before = (market_to_json(engine.market), repr(engine.accounts))
        again = engine.apply(event)
        assert all(hasattr(outcome, "refusal") for outcome in again), event
        assert (market_to_json(engine.market), repr(engine.accounts)) == before, event


def test_admitting_what_was_admitted_changes_nothing():
    market = folded(opened(make_terms(), make_terms(CHIP, "50.00", None)))
    raw = opening(sh600036="36.00", sh688001="0", sh600000="9.00")
    counted = market.admit(raw)
    assert [one.symbol for one in counted.quotes] == [BANK]
    assert counted.quotes[0].upper == Decimal("39.60")
    assert market.admit(counted) == counted


def test_a_market_survives_json():
    market = after_friday()
    market.fold(opened(make_terms(BANK, "18.00", None), day=MONDAY))
    market.fold(seen("10:00", quote(BANK, "18", "10:00", MONDAY), day=MONDAY))
    market.fold(opening(MONDAY))
    assert market_from_json(market_to_json(market)) == market


def test_a_closing_that_was_admitted_survives_json():
    market = folded(opened(make_terms()))
    counted = market.admit(closed(sh600036="36.40"))
    assert decode(encode(counted)) == counted


def test_orders_of_a_share_that_left_the_day_are_refused():
    engine = make_engine(make_rules())
    engine.apply(closed(sh600036="36.00"))
    engine.apply(opened(day=MONDAY))
    said = refusal(engine.apply(buy(1, 100, "36.00", day=MONDAY)))
    assert said.code is RefusalCode.UNKNOWN_INSTRUMENT


def test_a_frozen_jump_is_told_with_the_day_that_brought_it():
    market = after_friday()
    event = opened(make_terms(BANK, "18.00", None), day=MONDAY)
    market.fold(event)
    assert [jump.symbol for jump in market.frozen.values() if jump.at == event.at] == [BANK]

from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.contest.engine.account import Account, Position
from bot.contest.engine.corporate_actions import expected_reference, give, jumped, merged, pay_due
from bot.contest.events import CorporateAction, Released
from bot.contest.outcomes import DividendDue, DividendPaid, Ended, EndReason, SharesChanged
from tests.factories.contest_engine import (
    BANK,
    CHIP,
    MONDAY,
    at,
    buy,
    closed,
    holding_engine,
    make_terms,
    opened,
    opening,
    sell,
)

TUESDAY = MONDAY + timedelta(days=1)
CENT = Decimal("0.01")


def action(cash="0", ratio="0", ex_day=TUESDAY, pay_day=None, symbol=BANK):
    return CorporateAction(symbol, ex_day, Decimal(cash), pay_day, Decimal(ratio))


def go_ex(engine, *actions, reference="36.00"):
    """Close Monday at 36.00 and open Tuesday with the actions."""
    engine.apply(closed(MONDAY, sh600036="36.00"))
    return engine.apply(opened(make_terms(BANK, reference, None), day=TUESDAY, actions=actions))


def books(account):
    """Return both sides of the account's invariant."""
    held = sum((position.cost for position in account.positions.values()), Decimal(0))
    return account.cash + account.owed + held, 100_000 + account.corrections + account.realised


@pytest.mark.parametrize(
    ("close", "cash", "ratio", "expected"),
    [
        ("36.00", "1.00", "0", "35.00"),
        ("36.00", "0", "1", "18.00"),
        ("36.00", "1.00", "0.3", "26.92"),
        ("36.00", "0", "-0.5", "72.00"),
        ("10.01", "0.155", "0", "9.86"),
    ],
)
def test_the_ex_reference_price(close, cash, ratio, expected):
    """(previous close - cash) / (1 + ratio), half up to the tick (source: facts, section 1)."""
    got = expected_reference(Decimal(close), (action(cash, ratio),), CENT)
    assert got == Decimal(expected)


def test_without_an_action_the_close_is_the_reference():
    assert expected_reference(Decimal("10.005"), (), CENT) == Decimal("10.005")


def test_a_jump_is_more_than_a_tick():
    assert not jumped(Decimal("36.00"), Decimal("36.01"), CENT)
    assert jumped(Decimal("36.00"), Decimal("35.98"), CENT)


def test_a_dividend_is_owed_on_the_ex_day_and_paid_on_the_pay_day():
    engine = holding_engine()
    engine.apply(closed(MONDAY, sh600036="36.00"))
    wednesday = TUESDAY + timedelta(days=1)
    bonus = action("1.00", pay_day=wednesday)
    before = engine.accounts[1].cash
    (due,) = engine.apply(opened(make_terms(BANK, "35.00", None), day=TUESDAY, actions=(bonus,)))
    assert isinstance(due, DividendDue) and due.amount == 1000 and due.quantity == 1000
    account = engine.accounts[1]
    assert (account.cash, account.owed, account.dividends) == (before, 1000, 1000)
    assert engine.equity(1) == before + 1000 + 35_000
    engine.apply(closed(TUESDAY, sh600036="35.00"))
    (paid,) = engine.apply(opened(make_terms(BANK, "35.00", None), day=wednesday))
    assert isinstance(paid, DividendPaid)
    assert (account.cash, account.owed) == (before + 1000, 0)
    assert books(account)[0] == books(account)[1]


def test_a_dividend_without_a_pay_day_is_paid_at_once():
    engine = holding_engine()
    outcomes = go_ex(engine, action("1.00"), reference="35.00")
    assert [type(one) for one in outcomes] == [DividendDue, DividendPaid]


def test_the_average_cost_falls_by_the_dividend_and_spreads_over_new_shares():
    """Dividend before ratio (source: rqalpha `position_model.py`, as in the facts)."""
    engine = holding_engine()
    cost = engine.accounts[1].positions[BANK].cost
    go_ex(engine, action("1.00", "1"), reference="17.50")
    position = engine.accounts[1].positions[BANK]
    assert (position.quantity, position.sellable, position.cost) == (2000, 2000, cost - 1000)


def test_a_dividend_larger_than_the_cost_is_a_gain():
    account = Account(1, Decimal("99990.00"), {BANK: Position(100, 100, Decimal("10.00"))})
    give(account, action("0.25"), at("08:50"))
    assert account.positions[BANK].cost == 0 and account.realised == 15
    assert books(account)[0] == books(account)[1]


@pytest.mark.parametrize(
    ("before", "ratio", "after"),
    [(101, "0.5", 152), (103, "0.1", 113), (5, "-0.5", 3), (1, "-0.9", 0)],
)
def test_shares_are_rounded_half_up(before, ratio, after):
    account = Account(1, Decimal(99_000), {BANK: Position(before, before, Decimal(1000))})
    (changed,) = give(account, action(ratio=ratio), at("08:50"))
    assert isinstance(changed, SharesChanged) and changed.after == after
    assert books(account)[0] == books(account)[1]
    assert (BANK in account.positions) == (after > 0)


def test_entitled_is_who_held_before_the_day_opened():
    engine = holding_engine()
    engine.apply(sell(2, 1000, "36.00", day=MONDAY))
    engine.apply(opening(MONDAY, sh600036="36.00"))
    assert go_ex(engine, action("1.00"), reference="35.00") == ()


def test_orders_in_the_share_end_before_it_goes_ex():
    engine = holding_engine()
    engine.apply(sell(2, 1000, "39.00", clock="16:00", day=MONDAY))
    engine.apply(buy(3, 100, "30.00", clock="16:00", day=MONDAY))
    ended = go_ex(engine, action(ratio="1"), reference="18.00")
    assert [type(one) for one in ended] == [Ended, Ended, SharesChanged]
    assert ended[0].reason is EndReason.CORPORATE_ACTION
    assert engine.accounts[1].positions[BANK].sellable == 2000
    assert engine.accounts[1].frozen == 0


def test_orders_in_other_shares_stay():
    engine = holding_engine()
    engine.apply(sell(2, 1000, "36.00", clock="16:00", day=MONDAY))
    go_ex(engine, action(ratio="1", symbol=CHIP))
    assert 2 in engine.accounts[1].orders


def test_a_dividend_and_a_split_told_apart_are_one_action():
    (both,) = merged((action("1.00", pay_day=MONDAY), action(ratio="1")))
    assert (both.cash, both.ratio, both.pay_day) == (1, 1, MONDAY)
    assert merged((action(ratio="1"), action("1.00", pay_day=MONDAY)))[0].pay_day == MONDAY


def test_holders_get_a_missed_action_when_operators_release_the_share():
    engine = holding_engine()
    assert go_ex(engine, reference="18.00") == ()
    assert engine.equity(1) == engine.accounts[1].cash + 36_000
    missed = action(ratio="1")
    released = Released(at("10:00", TUESDAY), BANK, Decimal("18.00"), missed)
    (changed,) = engine.apply(released)
    assert (changed.before, changed.after) == (1000, 2000)
    assert engine.accounts[1].positions[BANK].sellable == 2000
    assert engine.equity(1) == engine.accounts[1].cash + 36_000


def test_only_what_is_due_is_paid():
    account = Account(1, Decimal(0), {BANK: Position(100, 100, Decimal(1000))})
    give(account, action("1.00", pay_day=TUESDAY), at("08:50"))
    assert pay_due(account, MONDAY, at("08:50")) == []
    assert len(pay_due(account, date(2026, 12, 1), at("08:50"))) == 1
    assert account.cash == 100

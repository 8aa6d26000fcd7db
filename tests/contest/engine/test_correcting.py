from decimal import Decimal

from bot.contest.events import CashCorrected, OrderVoided, Side, VoidedFill
from bot.contest.outcomes import Ended, EndReason, RefusalCode, Voided
from tests.factories.contest_engine import (
    BANK,
    MONDAY,
    at,
    buy,
    holding_engine,
    make_engine,
    opening,
    refusal,
    sell,
)


def undone(filled):
    return VoidedFill(
        filled.fill, filled.symbol, filled.side, filled.quantity, filled.cash, filled.cost,
        filled.fees.total,
    )  # fmt: skip


def voided(*fills, order=1, day=MONDAY):
    return OrderVoided(at("11:00", day), 1, order, tuple(undone(one) for one in fills))


def bought(engine):
    engine.apply(buy(1, 1000, "37.00"))
    (filled,) = engine.apply(opening(sh600036="36.00"))
    return filled


def test_a_voided_purchase_gives_the_money_back_with_its_fees():
    engine = make_engine()
    filled = bought(engine)
    (done,) = engine.apply(voided(filled))
    assert isinstance(done, Voided) and done.cash == -filled.cash
    account = engine.accounts[1]
    assert (account.cash, account.positions, account.fees, account.realised) == (100_000, {}, 0, 0)


def test_a_fill_is_voided_once():
    engine = make_engine()
    filled = bought(engine)
    engine.apply(buy(2, 1000, "37.00", clock="10:00"))
    engine.apply(voided(filled))
    assert refusal(engine.apply(voided(filled))).code is RefusalCode.VOID_IMPOSSIBLE


def test_a_voided_sale_gives_the_shares_back_with_their_cost():
    engine = holding_engine()
    before = engine.accounts[1].positions[BANK].cost
    cash = engine.accounts[1].cash
    engine.apply(sell(2, 400, "37.00", day=MONDAY))
    (filled,) = engine.apply(opening(MONDAY, sh600036="37.00"))
    engine.apply(voided(filled, order=2))
    account = engine.accounts[1]
    assert (account.cash, account.realised) == (cash, 0)
    position = account.positions[BANK]
    assert (position.quantity, position.sellable, position.cost) == (1000, 1000, before)


def test_a_purchase_whose_shares_are_gone_cannot_be_voided():
    engine = holding_engine()
    engine.apply(sell(2, 600, "37.00", day=MONDAY))
    engine.apply(opening(MONDAY, sh600036="37.00"))
    fill = VoidedFill("1.1", BANK, Side.BUY, 1000, Decimal(-36000), Decimal(36000))
    before = repr(engine.accounts)
    said = refusal(engine.apply(OrderVoided(at("11:00", MONDAY), 1, 1, (fill,))))
    assert (said.code, said.fields) == (RefusalCode.VOID_IMPOSSIBLE, {"order": 1})
    assert repr(engine.accounts) == before


def test_a_purchase_whose_shares_are_on_sale_cannot_be_voided():
    engine = holding_engine()
    engine.apply(sell(2, 600, "39.00", day=MONDAY))
    fill = VoidedFill("1.1", BANK, Side.BUY, 1000, Decimal(-36000), Decimal(36000))
    said = refusal(engine.apply(OrderVoided(at("11:00", MONDAY), 1, 1, (fill,))))
    assert said.code is RefusalCode.VOID_IMPOSSIBLE


def test_a_sale_whose_money_is_spent_cannot_be_voided():
    engine = holding_engine(quantity=2700)
    engine.apply(sell(2, 2700, "36.00", day=MONDAY))
    (filled,) = engine.apply(opening(MONDAY, sh600036="36.00"))
    engine.apply(buy(3, 2700, "36.00", clock="10:00", day=MONDAY))
    said = refusal(engine.apply(voided(filled, order=2)))
    assert said.code is RefusalCode.VOID_IMPOSSIBLE


def test_what_is_open_of_a_voided_order_ends():
    engine = make_engine()
    engine.apply(buy(1, 1000, "35.00"))
    (ended,) = engine.apply(voided())
    assert isinstance(ended, Ended) and ended.reason is EndReason.VOIDED
    assert engine.accounts[1].available == 100_000


def test_an_order_that_is_not_there_cannot_be_voided():
    assert refusal(make_engine().apply(voided())).code is RefusalCode.VOID_IMPOSSIBLE


def test_a_correction_moves_cash_and_is_kept_apart():
    engine = make_engine()
    engine.apply(CashCorrected(at("11:00"), 1, Decimal("-0.37")))
    account = engine.accounts[1]
    assert (account.cash, account.corrections) == (Decimal("99999.63"), Decimal("-0.37"))


def test_a_correction_never_overdraws():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00"))
    said = refusal(engine.apply(CashCorrected(at("11:00"), 1, Decimal(-100_000))))
    assert said.code is RefusalCode.OVERDRAWN
    assert said.fields == {"available": Decimal("96394.96")}


def test_a_voided_part_leaves_only_what_is_left_to_be_sold():
    engine = holding_engine()
    fill = VoidedFill("1.1", BANK, Side.BUY, 400, Decimal(-14_400), Decimal(14_400))
    engine.apply(OrderVoided(at("11:00", MONDAY), 1, 1, (fill,)))
    position = engine.accounts[1].positions[BANK]
    assert (position.quantity, position.sellable) == (600, 600)


def test_a_cost_that_has_moved_since_becomes_result():
    engine = holding_engine()
    account = engine.accounts[1]
    account.positions[BANK].cost -= 30_000
    account.cash += 30_000
    fill = VoidedFill("1.1", BANK, Side.BUY, 400, Decimal(-14_400), Decimal(14_400))
    engine.apply(OrderVoided(at("11:00", MONDAY), 1, 1, (fill,)))
    assert account.positions[BANK].cost == 0
    assert account.cash == 100_000 + account.realised

import pytest

from bot.contest.events import CancelAsked, Paused
from bot.contest.outcomes import EndReason, RefusalCode
from tests.factories.contest_engine import (
    BANK,
    FRIDAY,
    MONDAY,
    at,
    buy,
    closing,
    holding_engine,
    live_rules,
    make_engine,
    opening,
    refusal,
    sell,
)


def asked(clock, number=1, day=FRIDAY):
    return CancelAsked(at(clock, day), 1, number)


def test_a_cancelled_purchase_frees_its_cash():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00"))
    (ended,) = engine.apply(asked("09:19:59"))
    assert (ended.reason, ended.unfilled) == (EndReason.CANCELLED, 100)
    assert engine.accounts[1].available == 100_000


def test_a_cancelled_sale_frees_its_shares():
    engine = holding_engine()
    engine.apply(sell(2, 400, "37.00", day=MONDAY))
    assert engine.accounts[1].positions[BANK].sellable == 600
    engine.apply(asked("09:10", 2, MONDAY))
    assert engine.accounts[1].positions[BANK].sellable == 1000


@pytest.mark.parametrize(
    ("placed", "clock", "until"),
    [
        ("09:00", "09:20:00", "09:30"),
        ("09:00", "09:24:59", "09:30"),
        ("10:00", "14:57:00", None),
        ("10:00", "14:59:59", None),
    ],
)
def test_no_cancel_is_taken_while_a_match_is_prepared(placed, clock, until):
    """9:20 to 9:25 (confirmed), and the closing auction (source: SSE news release 2018-08-20)."""
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00", clock=placed))
    if placed > "09:25":
        engine.apply(opening(sh600036="37.00"))
    said = refusal(engine.apply(asked(clock)))
    assert said.code is RefusalCode.NO_CANCEL
    assert said.fields["until"] == (at(until) if until else None)


def test_who_knows_the_price_already_cannot_take_the_order_back():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00"))
    said = refusal(engine.apply(asked("09:31")))
    assert (said.code, said.fields["order"]) == (RefusalCode.AWAITING_AUCTION, 1)
    engine.apply(opening(sh600036="37.00"))
    assert engine.apply(asked("09:32"))[0].reason is EndReason.CANCELLED


def test_the_closing_price_is_awaited_too():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00", clock="10:00"))
    assert refusal(engine.apply(asked("15:00:00"))).code is RefusalCode.AWAITING_AUCTION
    engine.apply(closing(sh600036="37.00"))
    assert engine.apply(asked("15:04"))[0].reason is EndReason.CANCELLED


def test_an_order_that_waits_for_another_day_can_always_be_cancelled():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00", clock="15:01"))
    assert engine.apply(asked("15:02"))[0].reason is EndReason.CANCELLED


def test_a_live_order_waits_for_no_auction():
    engine = make_engine(live_rules())
    engine.apply(buy(1, 100, "36.00"))
    assert engine.apply(asked("09:31"))[0].reason is EndReason.CANCELLED


def test_what_is_not_open_cannot_be_cancelled():
    engine = make_engine()
    assert refusal(engine.apply(asked("09:01"))).code is RefusalCode.NOT_OPEN


def test_a_paused_contest_takes_no_cancel():
    engine = make_engine()
    engine.apply(buy(1, 100, "36.00"))
    engine.apply(Paused(at("09:01")))
    assert refusal(engine.apply(asked("09:02"))).code is RefusalCode.PAUSED

"""Every refusal is one sentence in each language, with every number that the engine gives."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.contest.events import Side
from bot.contest.instrument import Board
from bot.contest.outcomes import Refusal, RefusalCode
from bot.contest.telling.refusals import cannot_cancel, cannot_trade, refusal_line
from bot.i18n import Language, Say, words_for
from bot.markup import plain

WORDS = words_for(ZoneInfo("Asia/Shanghai"))
AT = datetime(2026, 11, 20, 1, 15, tzinfo=UTC)
D = Decimal

# What the engine gives with each code, and what of it a reader has to see.
SAMPLES: list[tuple[RefusalCode, dict[str, Any], tuple[str, ...]]] = [
    (RefusalCode.UNKNOWN_INSTRUMENT, {"symbol": "sh600519"}, ("600519",)),
    (RefusalCode.OUTSIDE_UNIVERSE, {"symbol": "hk00700"}, ("00700.HK",)),
    (RefusalCode.HALTED, {"symbol": "sh600519"}, ("600519",)),
    (RefusalCode.FROZEN, {"symbol": "sh600519"}, ("600519",)),
    (RefusalCode.PAUSED, {}, ()),
    (RefusalCode.SESSION_CLOSED, {"opens": AT}, ("09:15",)),
    (RefusalCode.SESSION_CLOSED, {"opens": None}, ()),
    (
        RefusalCode.MARKET_ORDER_NOW,
        {"limit_low": D("9.00"), "limit_high": D("11.00")},
        ("9.00", "11.00"),
    ),
    (RefusalCode.MARKET_ORDER_NOW, {"limit_low": None, "limit_high": None}, ("@10.00",)),
    (RefusalCode.NOT_POSITIVE, {"quantity": 0}, ("0",)),
    (RefusalCode.TOO_LARGE, {"quantity": 2_000_000, "most": 1_000_000}, ("1,000,000",)),
    (
        RefusalCode.LOT,
        {"quantity": 150, "board": Board.SSE_MAIN, "lot": 100, "step": 100}
        | {"lower": 100, "upper": 200},
        ("100", "200"),
    ),
    (
        RefusalCode.LOT,
        {"quantity": 150, "board": Board.STAR, "lot": 200, "step": 1}
        | {"lower": None, "upper": 200},
        ("200", "1"),
    ),
    (
        RefusalCode.LOT,
        {"quantity": 10**9, "board": Board.BSE, "lot": 100, "step": 1}
        | {"lower": None, "upper": None},
        ("100",),
    ),
    (
        RefusalCode.TICK,
        {"price": D("10.005"), "tick": D("0.01"), "lower": D("10.00"), "upper": D("10.01")},
        ("10.005", "0.01", "10.00", "10.01"),
    ),
    (
        RefusalCode.TICK,
        {"price": D("0.005"), "tick": D("0.01"), "lower": None, "upper": D("0.01")},
        ("0.005", "0.01"),
    ),
    (
        RefusalCode.OUTSIDE_LIMIT,
        {"price": D("12.00"), "lower": D("9.00"), "upper": D("11.00")},
        ("12.00", "9.00", "11.00"),
    ),
    (
        RefusalCode.OUTSIDE_LIMIT,
        {"price": D(20_000_000), "lower": None, "upper": D(10_000_000)},
        ("20,000,000", "10,000,000"),
    ),
    (RefusalCode.PRICE_FLOOR, {"reference": D("1.90"), "floor": D("2.00")}, ("1.90", "2.00")),
    (
        RefusalCode.INSUFFICIENT_CASH,
        {"needed": D("5005.05"), "available": D("4000.00"), "most": 100},
        ("5,005.05", "4,000.00", "100"),
    ),
    (
        RefusalCode.INSUFFICIENT_CASH,
        {"needed": D("5005.05"), "available": D("4.00"), "most": 0},
        ("5,005.05", "4.00"),
    ),
    (
        RefusalCode.INSUFFICIENT_SELLABLE,
        {"quantity": 700, "sellable": 200, "held": 500, "open_sells": 300},
        ("700", "200", "500", "300"),
    ),
    (RefusalCode.OVER_CAP, {"cap": D("0.30"), "most": 800}, ("30%", "800")),
    (RefusalCode.OVER_CAP, {"cap": D("0.30"), "most": 0}, ("30%",)),
    (RefusalCode.DUPLICATE, {"order": 1234}, ("1234",)),
    (RefusalCode.NOT_OPEN, {"order": 1234}, ("1234",)),
    (RefusalCode.NO_CANCEL, {"until": AT}, ("09:15",)),
    (RefusalCode.NO_CANCEL, {"until": None}, ()),
    (
        RefusalCode.INSUFFICIENT_SELLABLE,
        {"symbol": "sh600519", "quantity": 100, "sellable": 0, "held": 0, "open_sells": 0},
        ("600519",),
    ),
    (
        RefusalCode.INSUFFICIENT_SELLABLE,
        {"symbol": "sh600519", "quantity": 100, "sellable": 0, "held": 800, "open_sells": 0},
        ("800",),
    ),
    (
        RefusalCode.INSUFFICIENT_SELLABLE,
        {"symbol": "sh600519", "quantity": 100, "sellable": 0, "held": 800, "open_sells": 800},
        ("800", "/cancel"),
    ),
    (RefusalCode.AWAITING_AUCTION, {"order": 1234}, ("1234",)),
    (RefusalCode.NO_ACCOUNT, {}, ("/contest",)),
    (RefusalCode.VOID_IMPOSSIBLE, {"order": 1234}, ("1234",)),
    (RefusalCode.OVERDRAWN, {"available": D("12.00")}, ("12.00",)),
]


def said(language: Language, what: Say) -> str:
    return plain(WORDS.say(language, what))


def test_there_is_a_sample_of_every_code() -> None:
    assert {code for code, _, _ in SAMPLES} == set(RefusalCode)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("side", list(Side))
def test_a_refusal_tells_every_number_it_was_given(side: Side, language: Language) -> None:
    for code, fields, figures in SAMPLES:
        sentence = said(language, refusal_line(Refusal(code, fields), side))
        missing = [figure for figure in figures if figure not in sentence]
        assert missing == [], (code, sentence)
        assert "\n" not in sentence, (code, sentence)
        assert "none" not in sentence.lower().split() and "None" not in sentence, (code, sentence)


def test_the_sentence_names_what_was_asked_and_what_would_be_allowed() -> None:
    fields = SAMPLES[11][1]
    refusal = Refusal(RefusalCode.LOT, fields)
    assert said(Language.SIMPLIFIED, cannot_trade(Side.BUY, 150, refusal)) == (
        "买不了 150 股：沪市主板买入须为 100 股的整数倍。可以买 100 股或 200 股。"
    )


def test_an_odd_remainder_is_explained_to_who_sells() -> None:
    fields = {"quantity": 130, "board": Board.SSE_MAIN, "lot": 100, "step": 100}
    refusal = Refusal(RefusalCode.LOT, fields | {"lower": 100, "upper": 150})
    sentence = said(Language.SIMPLIFIED, cannot_trade(Side.SELL, 130, refusal))
    assert "零股要一次卖完" in sentence
    assert "可以卖 100 股或 150 股" in sentence


def test_a_cancel_that_comes_too_late_names_the_order() -> None:
    refusal = Refusal(RefusalCode.NO_CANCEL, {"until": AT})
    sentence = said(Language.SIMPLIFIED, cannot_cancel(1234, refusal))
    assert sentence.startswith("1234 号单撤不了")

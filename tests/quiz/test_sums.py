"""Every calculation in the bank of quiz items, worked out a second time in exact numbers."""

import re
import tomllib
from decimal import Decimal
from fractions import Fraction
from math import ceil
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "bot" / "quiz" / "items"
CALCULATIONS = {
    item["id"]: item
    for file in FOLDER.glob("*.toml")
    for item in tomllib.loads(file.read_text("utf-8"))["item"]
    if "calculation" in item["tags"]
}
NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")
PERCENT = 100


def square_root(value):
    return Decimal(value).sqrt()


# The figure that the right option ends with, in the unit that it is shown in.
SUMS = {
    "market-value-sum": Decimal(1) * 10,
    "cost-of-a-lot": Decimal(300) * 12,
    "percent-change": (Decimal("10.50") / 10 - 1) * PERCENT,
    "stamp-duty-on-sale": 20_000 * Decimal("0.0005"),
    "transfer-fee-sum": 50_000 * Decimal("0.00001"),
    "commission-sum": max(Decimal(5), 40_000 * Decimal("0.00025")),
    "commission-threshold": 5 / Decimal("0.00025"),
    "sell-side-total": 5 + 10_000 * Decimal("0.0005") + 10_000 * Decimal("0.00001"),
    "buy-side-total": 5 + 8_000 * Decimal("0.00001"),
    "chinext-limit-down": 20 * Decimal("0.8"),
    "main-limit-down": 8 * Decimal("0.9"),
    "bid-ask-spread": Decimal("10.03") - Decimal("10.01"),
    "etf-premium": (Decimal("1.05") / 1 - 1) * PERCENT,
    "fund-shares-sum": 10_000 / Decimal("1.25"),
    "cash-dividend-sum": Decimal(1_000) / 10 * 5,
    "bonus-shares-sum": 1_000 * (1 + Decimal(5) / 10),
    "bonus-ex-price": 15 / Decimal("1.5"),
    "dividend-yield-sum": Decimal("0.50") / 10 * PERCENT,
    "turnover-rate": Decimal(5_000_000) / 100_000_000 * PERCENT,
    "moving-average-sum": Decimal(10 + 11 + 12 + 13 + 14) / 5,
    "average-cost-sum": Decimal(10 * 100 + 12 * 300) / 400,
    "regular-investing-cost": Decimal(200) / (100 + 100 / Decimal("0.5")),
    "call-auction-sum": Decimal(10),
    "price-cage-buy": 50 * Decimal("1.02"),
    "ex-cash-and-bonus": Decimal(21 - 1) / 2,
    "ex-rights-issue": (10 + 7 * Decimal("0.5")) / Decimal("1.5"),
    "ex-date-limit": 9 * Decimal("1.1"),
    "limit-rounding": Decimal("10.05") * Decimal("1.1"),
    "trailing-ratio-sum": 30 / Decimal("1.5"),
    "earnings-yield": Decimal(1) / 25 * PERCENT,
    "growth-adjusted-ratio": Decimal(30) / 20,
    "book-ratio-sum": Decimal(12) / 8,
    "sales-ratio-sum": Decimal(60) / 20,
    "return-on-equity-sum": Decimal(3) / 20 * PERCENT,
    "ratios-linked": 10 * Decimal("0.15"),
    "payout-ratio-sum": Decimal("0.8") / 2 * PERCENT,
    "enterprise-value-sum": Decimal(80 + 30 - 10),
    "bond-current-yield": Decimal(4) / 80 * PERCENT,
    "discount-bond-sum": Decimal(4) / 96 * PERCENT,
    "credit-spread-sum": (Decimal("4.5") - Decimal("2.5")) * 100,
    "basis-point-sum": 25 * Decimal("0.01"),
    "accrued-interest-sum": Decimal("99.00") + Decimal("1.50"),
    "ten-thousand-share-income": Decimal(20_000) / 10_000 * Decimal("0.5"),
    "tracking-difference-sum": Decimal("9.6") - 10,
    "sharpe-sum": Decimal(10 - 2) / 16,
    "beta-sum": 5 * Decimal("1.2"),
    "drawdown-recovery-sum": (2 / Decimal("1.5") - 1) * PERCENT,
    "annualised-return-sum": (square_root("1.21") - 1) * PERCENT,
    "up-fifty-down-fifty": (1 - Decimal("1.5") * Decimal("0.5")) * PERCENT,
    "expected-value-sum": Decimal("0.5") * 20 - Decimal("0.5") * 10,
    "rule-of-seventy-two": Decimal(72) / 6,
    "real-return-sum": (Decimal("1.05") / Decimal("1.03") - 1) * PERCENT,
    "maintenance-ratio-sum": Decimal(300) / 200 * PERCENT,
    "leverage-loss-sum": 200 * Decimal("0.2") / 100 * PERCENT,
    "margin-interest-sum": 100_000 * Decimal("0.06") * 90 / 360,
    "collateral-haircut-sum": 10 * Decimal("0.7"),
    "margin-credit-sum": 40 / Decimal("0.8"),
    "collateral-needed-sum": 200 * Decimal("1.3"),
    "buyback-earnings-sum": Decimal(10) / 8,
    "win-rate-expectation": Decimal("0.4") * 300 - Decimal("0.6") * 100,
    "front-end-fee-sum": 10_100 - 10_100 / Decimal("1.01"),
    "balance-sheet-sum": Decimal(100 - 60),
    "gross-margin-sum": Decimal(50 - 35) / 50 * PERCENT,
    "free-cash-flow-sum": Decimal(12 - 5),
    "quick-ratio-sum": Decimal(30 - 10) / 20,
    "interest-cover-sum": Decimal(12) / 3,
    "du-pont-sum": Decimal("0.10") * Decimal("0.8") * 2 * PERCENT,
    "goodwill-sum": Decimal(10 - 6),
    "core-profit-sum": Decimal(5 - 2),
    "minority-share-sum": 10_000 * Decimal("0.6"),
    "straight-line-sum": Decimal(100 - 10) / 9,
    "conversion-value-sum": Decimal(100) / 8 * 10,
    "conversion-premium-sum": (Decimal(120) / 100 - 1) * PERCENT,
    "conversion-price-cut": Decimal(100) / 8,
    "call-profit-sum": Decimal(56 - 50 - 4),
    "put-profit-sum": 50 - 46 - Decimal("1.5"),
    "option-breakeven-sum": 3 + Decimal("0.12"),
    "intrinsic-and-time": Decimal("0.30") - (Decimal("3.20") - 3),
    "futures-margin-sum": 1_200_000 * Decimal("0.12"),
    "futures-leverage-sum": Decimal(4) / 10 * PERCENT,
    "futures-daily-settlement-sum": Decimal(4_000 - 3_980) * 300,
    "futures-basis": Decimal(4_000 - 3_960),
    "hedge-contracts-sum": Decimal(600) / 120,
    "portfolio-return-sum": Decimal("0.6") * 5 + Decimal("0.4") * 10,
    "perfect-negative-sum": abs(Decimal("0.5") * 20 - Decimal("0.5") * 20),
    "zero-correlation-sum": square_root((Decimal("0.5") * 20) ** 2 * 2),
    "capm-sum": 2 + Decimal("1.5") * 6,
    "information-ratio-sum": Decimal(3) / 6,
    "calmar-sum": Decimal(12) / 24,
    "hk-stamp-duty-sum": 50_000 * Decimal("0.001"),
    "hk-stamp-duty-rounding": Decimal(ceil(12_345 * Decimal("0.001"))),
    "ah-premium-sum": (12 / (10 * Decimal("0.9")) - 1) * PERCENT,
    "adr-parity-sum": Decimal(40) * 5 / 8,
    "modified-duration-sum": Decimal(5) * 1,
    "macaulay-to-modified": Decimal("4.2") / Decimal("1.05"),
    "convexity-sum": (-8 * Decimal("0.01") + Decimal("0.5") * 100 * Decimal("0.01") ** 2) * PERCENT,
    "basis-point-value-sum": 10_000_000 * 4 * Decimal("0.0001"),
    "portfolio-duration-sum": Decimal("0.6") * 3 + Decimal("0.4") * 8,
    "forward-rate-sum": (Decimal("1.03") ** 2 / Decimal("1.02") - 1) * PERCENT,
    "expected-credit-loss-sum": 2 * (1 - Decimal("0.4")),
    "annualise-volatility-sum": square_root(256),
    "scaling-value-at-risk": 10 * square_root(4),
    "parametric-value-at-risk-sum": 1_000 * Decimal("0.01") * Decimal("1.65"),
    "volatility-drag-sum": (Decimal("0.10") - Decimal("0.5") * Decimal("0.2") ** 2) * PERCENT,
    "beta-from-correlation-sum": Decimal("0.6") * 30 / 15,
    "minimum-variance-sum": Decimal("0.04") / (Decimal("0.01") + Decimal("0.04")) * PERCENT,
    "kelly-fraction-sum": (Decimal("0.6") - Decimal("0.4")) * PERCENT,
    "allocation-effect-sum": Decimal("0.1") * (8 - 5),
    "selection-effect-sum": Decimal("0.4") * (10 - 8),
    "time-weighted-sum": (Decimal("1.10") * Decimal("0.95") - 1) * PERCENT,
    "jensen-alpha-sum": 12 - (2 + Decimal("1.2") * (9 - 2)),
    "fundamental-law-sum": Decimal("0.05") * square_root(100),
    "put-call-parity-sum": Decimal(6 - 102 + 100),
    "delta-hedge-sum": 1_000 * Decimal("0.5"),
    "index-futures-fair-sum": 4_000 * (1 + (Decimal("0.03") - Decimal("0.02")) * Decimal("0.5")),
    "straddle-breakeven-sum": Decimal(50 + 3 + 2),
    "call-spread-sum": Decimal(55 - 50 - (4 - 2)),
    "risk-neutral-probability-sum": Fraction(100 - 90, 120 - 90),
    "effective-spread-sum": 2 * (Decimal("10.02") - 10),
    "vwap-sum": (10 * 1_000 + Decimal("10.40") * 3_000) / 4_000,
    "implementation-shortfall-sum": (Decimal("10.06") / 10 - 1) * 10_000,
    "square-root-impact-sum": square_root(4),
}


def shown(option):
    """The last figure in an option, or the fraction that it is."""
    if re.fullmatch(r"\d+/\d+", option):
        return Fraction(option)
    return Decimal(NUMBER.findall(option)[-1].replace(",", "").replace("−", "-"))


def agrees(option, expected):
    figure = shown(option)
    if isinstance(expected, Fraction) or isinstance(figure, Fraction):
        return figure == expected
    return figure == expected.quantize(figure, rounding="ROUND_HALF_UP")


def test_every_calculation_is_worked_out_here():
    assert CALCULATIONS.keys() == SUMS.keys()


def test_the_right_option_is_the_result_of_the_sum():
    right = {
        name: item["options"]["zh-Hans"][item["correct"]] for name, item in CALCULATIONS.items()
    }
    wrong = {name: right[name] for name in right if not agrees(right[name], SUMS[name])}
    assert wrong == {}

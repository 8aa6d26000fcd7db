from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.market.agreement import disagreement
from bot.market.problems import ProblemKind
from bot.market.quote import Quote

QUOTE = Quote(
    symbol="sh600000",
    name="示例股份",
    last=Decimal("10.12"),
    previous_close=Decimal("10.05"),
    at=datetime(2026, 11, 20, 6, 30, tzinfo=UTC),
    source="tencent",
)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({}, None),
        ({"previous_close": Decimal("10.06")}, None),
        ({"previous_close": Decimal("10.07")}, ProblemKind.CORPORATE_ACTION),
        ({"previous_close": Decimal("5.03")}, ProblemKind.CORPORATE_ACTION),
        ({"last": Decimal("10.30")}, None),
        ({"last": Decimal("10.40")}, ProblemKind.DISAGREE),
        ({"last": Decimal("10.40"), "at": QUOTE.at - timedelta(seconds=61)}, None),
        ({"last": Decimal("10.40"), "at": QUOTE.at - timedelta(seconds=60)}, ProblemKind.DISAGREE),
        ({"previous_close": Decimal(5), "at": QUOTE.at - timedelta(days=1)}, None),
        (
            {"previous_close": Decimal(5), "last": Decimal(5), "at": QUOTE.at - timedelta(hours=1)},
            ProblemKind.CORPORATE_ACTION,
        ),
    ],
)
def test_two_sources_contradict_each_other_by_previous_close_or_by_price(changed, kind):
    assert disagreement(QUOTE, replace(QUOTE, source="sina", **changed)) is kind


def test_a_small_hong_kong_price_has_a_smaller_tick():
    first = replace(QUOTE, symbol="hk00999", last=Decimal("0.120"), previous_close=Decimal("0.120"))
    second = replace(first, previous_close=Decimal("0.122"))
    assert disagreement(first, second) is ProblemKind.CORPORATE_ACTION
    assert disagreement(first, replace(first, previous_close=Decimal("0.121"))) is None


def test_quotes_of_two_symbols_cannot_be_compared():
    with pytest.raises(ValueError, match="sh600001"):
        disagreement(QUOTE, replace(QUOTE, symbol="sh600001"))


@given(st.decimals("0.01", "1000", places=2), st.decimals("0.01", "1000", places=2))
def test_no_quote_contradicts_itself(last, previous_close):
    quote = replace(QUOTE, last=last, previous_close=previous_close)
    assert disagreement(quote, replace(quote, source="sina")) is None

"""Prices held against another source before something is settled by them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.market.desk import QuoteDesk
from bot.market.problems import ProblemKind
from bot.market.quote import Quote
from bot.market.second_opinion import contradicted
from tests.factories.feeds import YESTERDAY_CLOSE, ToldFeed, make_quote

NOW = YESTERDAY_CLOSE + timedelta(minutes=5)


class Source(ToldFeed):
    """A told feed under a name of its own."""

    def __init__(self, code: str, *quotes: Quote) -> None:
        super().__init__(*quotes)
        self.code = code


def last(quote: Quote) -> Decimal:
    return quote.last


async def doubts(first: Quote, *others: Source) -> dict[str, ProblemKind]:
    desk = QuoteDesk([Source("tencent", first), *others])
    found = await contradicted(desk, {first.symbol: first}, last, NOW)
    return {symbol: problem.kind for symbol, problem in found.items()}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {}),
        ({"last": "36.53"}, {}),
        ({"last": "37.52"}, {"sh600036": ProblemKind.DISAGREE}),
        ({"previous_close": Decimal("36.41")}, {}),
        ({"previous_close": Decimal("35.40")}, {"sh600036": ProblemKind.CORPORATE_ACTION}),
        ({"last": "37.52", "at": YESTERDAY_CLOSE - timedelta(days=1)}, {}),
    ],
)
async def test_a_price_is_contradicted_by_the_same_days_row_of_another_source(
    changed: dict[str, object], expected: dict[str, ProblemKind]
) -> None:
    other = Source("sina", make_quote(**({"source": "sina"} | changed)))  # type: ignore[arg-type]
    assert await doubts(make_quote(), other) == expected


async def test_the_next_source_that_answers_decides() -> None:
    silent = Source("sina")
    other = Source("eastmoney", make_quote(last="37.52", source="eastmoney"))
    third = Source("yahoo", make_quote(source="yahoo"))
    found = await doubts(make_quote(), silent, other, third)
    assert found == {"sh600036": ProblemKind.DISAGREE}
    assert third.asked == []


async def test_without_a_second_opinion_the_first_stands() -> None:
    assert await doubts(make_quote(), Source("sina")) == {}


async def test_outside_the_mainland_previous_closes_may_differ() -> None:
    first = make_quote("hk00700", "432.40", limit_up=None, limit_down=None)
    second = make_quote("hk00700", "432.40", source="sina", previous_close=Decimal("430.00"))
    assert await doubts(first, Source("sina", second)) == {}

"""Today's figure beside a term."""

from decimal import Decimal

import pytest

from bot.glossary.figure import figure_line, symbol_for
from bot.glossary.terms import Bound, Index, IndexField, glossary
from bot.i18n import Language
from bot.market.symbols import MARKET_INDEXES, NO_INDEXES
from tests.briefs.newsrooms import make_newsroom
from tests.factories.feeds import make_quote

WORDS = make_newsroom().words


@pytest.mark.parametrize("field", list(IndexField))
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("simulated", [False, True])
def test_a_figure_is_said_with_its_time(
    field: IndexField, language: Language, simulated: bool
) -> None:
    more = {"simulated": simulated, "amount": Decimal("512300000000")}
    more |= {"high": Decimal("4010.00"), "low": Decimal("3940.00")}
    quote = make_quote("sh000001", "4000.00", "上证指数", previous_close=Decimal("3950.00"), **more)
    line = figure_line(Bound(Index.MAINLAND, field), quote)
    assert line is not None
    said = WORDS.say(language, line)
    value = {"last": "4,000", "change-percent": "▲1.27", "amplitude": "1.77", "amount": "5,123"}
    assert value[field.value] in said
    assert ("模拟" in said or "模擬" in said or "simulated" in said) == simulated


def test_a_figure_that_the_quote_lacks_is_left_out() -> None:
    bare = make_quote(high=None, low=None, amount=None)
    assert figure_line(Bound(Index.MAINLAND, IndexField.AMPLITUDE), bare) is None
    assert figure_line(Bound(Index.MAINLAND, IndexField.AMOUNT), bare) is None


def test_every_bound_term_has_an_index_at_a_real_source_and_none_without_one() -> None:
    bound = [entry.figure for entry in glossary() if entry.figure]
    assert len(bound) >= 3
    assert all(symbol_for(each, MARKET_INDEXES) for each in bound)
    assert not any(symbol_for(each, NO_INDEXES) for each in bound)

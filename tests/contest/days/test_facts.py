from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.contest.days.facts import hand_of, instrument_of, standing_of, terms_of
from bot.contest.instrument import Board, Instrument, Standing
from bot.market.listing import Listing
from tests.factories.feeds import make_quote

THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)
BANK = Instrument("sh600036", "招商银行", Board.SSE_MAIN)


def test_a_quote_of_the_same_day_gives_its_previous_close_and_its_limits() -> None:
    terms = terms_of(make_quote(), THURSDAY, BANK, THURSDAY)
    assert (terms.reference, terms.upper, terms.lower) == (
        Decimal("36.40"),
        Decimal("40.04"),
        Decimal("32.76"),
    )


def test_a_quote_of_the_day_before_gives_its_last_price_and_the_limits_that_follow() -> None:
    terms = terms_of(make_quote(), THURSDAY, BANK, FRIDAY)
    assert (terms.reference, terms.upper, terms.lower) == (
        Decimal("36.52"),
        Decimal("40.17"),
        Decimal("32.87"),
    )


def test_limits_are_computed_where_the_feed_names_none() -> None:
    quote = make_quote(limit_up=None, limit_down=None)
    terms = terms_of(quote, THURSDAY, BANK, THURSDAY)
    assert (terms.upper, terms.lower) == (Decimal("40.04"), Decimal("32.76"))


@pytest.mark.parametrize("name", ["N示例", "C示例"])
def test_the_first_days_after_listing_have_no_limits(name: str) -> None:
    quote = make_quote(name=name, limit_up=None, limit_down=None)
    terms = terms_of(quote, THURSDAY, BANK, FRIDAY)
    assert (terms.upper, terms.lower) == (None, None)


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("招商银行", Standing.NORMAL),
        ("ST示例", Standing.SPECIAL_TREATMENT),
        ("*ST示例", Standing.SPECIAL_TREATMENT),
        ("S示例", Standing.UNREFORMED),
        ("示例退", Standing.DELISTING),
    ],
)
def test_a_name_tells_the_standing(name: str, standing: Standing) -> None:
    assert standing_of(name) is standing


def test_an_index_is_no_instrument() -> None:
    assert instrument_of(Listing("sh000001", "上证指数", tradable=False)) is None
    assert instrument_of(Listing("sz399001", "深证成指")) is None


def test_the_name_of_today_wins_without_its_ex_date_mark() -> None:
    found = instrument_of(Listing("sh600036", "招商银行"), "XD招商银")
    assert found is not None
    assert found.name == "招商银"


def test_a_hand_is_what_people_mean_by_it_on_each_market() -> None:
    assert hand_of(BANK) == 100
    assert hand_of(replace(BANK, board=Board.STAR)) == 100
    assert hand_of(Instrument("hk00700", "腾讯控股", Board.HONG_KONG, lot=100)) == 100
    assert hand_of(Instrument("hk00005", "汇丰控股", Board.HONG_KONG, lot=400)) == 400
    assert hand_of(Instrument("usAAPL", "苹果", Board.UNITED_STATES)) == 1

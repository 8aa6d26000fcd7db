from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.instrument import Market
from bot.contest.showing.portfolio_picture import draw_portfolio, portfolio_card
from bot.i18n import Language, words_for
from tests.contest.pictured import CAPITAL, make_portfolio

WORDS = words_for(ZoneInfo("Asia/Shanghai"))


def card_of(found, language=Language.SIMPLIFIED):
    return portfolio_card(found, WORDS, language)


def curve(*equities):
    return (CAPITAL, *(Decimal(equity) for equity in equities))


@pytest.mark.parametrize(
    ("last", "median", "title"),
    [
        (1_082_100, "0.0516", "模拟收益 ▲8.21%，比中位数高 3.05 个百分点"),
        (950_000, "0.0516", "模拟收益 ▼5.00%，比中位数低 10.16 个百分点"),
        (1_051_600, "0.0516", "模拟收益 ▲5.16%，与中位数持平"),
        (1_000_000, None, "模拟收益 0.00%"),
    ],
)
def test_the_title_says_how_one_did_beside_the_middle(last, median, title):
    medians = () if median is None else (Decimal(0), Decimal(median))
    assert card_of(make_portfolio(curve=curve(last), medians=medians)).title == title


def test_the_key_figures_are_total_drawdown_and_rank():
    card = card_of(make_portfolio(curve=curve(1_100_000, 990_000), medians=()))
    assert [(s.label, s.value, s.unit) for s in card.statistics] == [
        ("总资产（元）", "990,000.00", ""),
        ("最大回撤", "10.0%", ""),
        ("名次", "37", "/ 1,204"),
    ]


def test_the_total_names_the_money_of_the_market():
    card = card_of(make_portfolio(market=Market.HONG_KONG), Language.TRADITIONAL)
    assert card.statistics[0].label == "總資產（港元）"
    card = card_of(make_portfolio(market=Market.UNITED_STATES), Language.ENGLISH)
    assert card.statistics[0].label == "Total (USD)"


def test_without_a_rank_it_says_why():
    assert card_of(make_portfolio(rank=None)).statistics[2].value == "收盘后"
    assert card_of(make_portfolio(rank=None, competes=False)).statistics[2].value == "不计名次"


def test_the_curve_is_the_return_in_percent_since_the_start():
    card = card_of(make_portfolio(curve=curve(1_012_345, 900_000), medians=()))
    assert card.curve == (Decimal("0.00"), Decimal("1.23"), Decimal("-10.00"))


def test_a_first_day_has_its_date_once():
    first = make_portfolio(curve=curve(1_010_000), since=date(2026, 12, 9), medians=())
    assert (card_of(first).starts, card_of(first).ends) == ("", "12月9日（周三）")
    assert card_of(make_portfolio()).starts == "11月23日（周一）"


def holdings(count):
    return tuple((f"股份{n:02}", Decimal(10_000 + n)) for n in range(count))


@pytest.mark.parametrize(
    ("count", "named", "rest"),
    [(0, 0, None), (1, 1, None), (7, 7, None), (8, 8, None), (30, 7, 23)],
)
def test_at_most_eight_slices_are_named_and_the_rest_is_one(count, named, rest):
    card = card_of(make_portfolio(holdings=holdings(count)))
    assert sum(not part.quiet for part in card.slices) == named
    others = [part.name for part in card.slices if part.name.startswith("其他")]
    assert others == ([] if rest is None else [f"其他 {rest} 只"])
    assert card.slices[-1].name == "现金"


def test_the_largest_holding_comes_first():
    card = card_of(make_portfolio(holdings=holdings(3)))
    assert [part.name for part in card.slices] == ["股份02", "股份01", "股份00", "现金"]


def test_dividends_that_are_due_are_a_slice_of_their_own():
    card = card_of(make_portfolio(receivables=Decimal(50_000), holdings=holdings(30)))
    assert [part.name for part in card.slices][-3:] == ["其他 24 只", "现金", "应收股息"]
    assert len(card.slices) == 9


@given(st.lists(st.integers(1, 10**9), max_size=40), st.integers(0, 10**9), st.integers(0, 10**6))
def test_the_slices_are_the_whole_account(cents, cash, owed):
    values = [Decimal(value).scaleb(-2) for value in cents]
    cash, owed = Decimal(cash + 1).scaleb(-2), Decimal(owed).scaleb(-2)
    equity = sum(values, cash + owed)
    card = card_of(
        make_portfolio(
            curve=(CAPITAL, equity),
            medians=(),
            cash=cash,
            receivables=owed,
            holdings=tuple((f"股份{n}", value) for n, value in enumerate(values)),
        )
    )
    assert abs(sum(part.percent for part in card.slices) - 100) <= Decimal("0.001")
    assert len(card.slices) <= 9


def test_an_account_that_lost_everything_has_slices_of_nothing():
    card = card_of(make_portfolio(curve=curve(0), medians=(), cash=Decimal(0), holdings=()))
    assert [part.percent for part in card.slices] == [0]
    assert card.title == "模拟收益 ▼100.00%"


@pytest.mark.parametrize("language", list(Language))
def test_the_account_is_a_picture_in_each_language_and_says_simulated(language):
    assert draw_portfolio(make_portfolio(), WORDS, language).startswith(b"\x89PNG")
    card = card_of(make_portfolio(), language)
    assert card.badge in {"模拟", "模擬", "Simulated"}
    assert any("模拟" in text or "模擬" in text or "imulated" in text for text in card.foot)
    assert "招商银行" in card.texts

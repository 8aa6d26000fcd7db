from decimal import Decimal
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.showing.picture_words import (
    Speaker,
    change_text,
    median_of,
    percent_of,
    share_text,
)
from bot.i18n import Language, Say, words_for
from tests.contest.pictured import make_origin

WORDS = words_for(ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("0.08213", "▲8.21%"),
        ("-0.031", "▼3.10%"),
        ("0.00004", "0.00%"),
        ("-0.00004", "0.00%"),
        ("0.00005", "▲0.01%"),
        ("123.4567", "▲12,345.67%"),
    ],
)
def test_a_change_is_told_by_shape_and_rounded_half_up(share, shown):
    assert change_text(Decimal(share)) == shown


def test_shares_have_one_decimal():
    assert share_text(Decimal("0.12345")) == "12.3%"
    assert share_text(Decimal("0.0005")) == "0.1%"
    assert percent_of(Decimal("0.1")) == Decimal("10.00")


def test_the_foot_says_simulated_time_and_every_source():
    origin = make_origin(sources=(Say("source-tencent"), Say("source-rehearsal")))
    foot = Speaker(WORDS, Language.SIMPLIFIED).foot(origin)
    assert foot == "模拟比赛 · 数据截至 12月9日（周三）15:00 · 来源 腾讯行情、模拟行情"


def test_nothing_has_no_median():
    assert median_of([]) is None


@given(st.lists(st.decimals(-10, 10, places=6), min_size=1))
def test_the_median_is_that_of_the_textbook(values):
    assert median_of(values) == median(values)

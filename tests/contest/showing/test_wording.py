"""Figures and names as every message of a contest says them."""

from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.contest.showing.wording import change, named, points
from bot.i18n import Language, Say, words_for
from bot.markup import plain

WORDS = words_for(ZoneInfo("Asia/Shanghai"))


def said(what: Say) -> str:
    return plain(WORDS.say(Language.SIMPLIFIED, what))


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0.00004", "0.00%"),
        ("-0.00004", "0.00%"),
        ("0.00005", "▲0.01%"),
        ("-0.0123", "▼1.23%"),
    ],
)
def test_what_rounds_to_nothing_has_no_arrow(share: str, text: str) -> None:
    assert said(change(Decimal(share))) == text


def test_a_term_is_never_minus_nothing() -> None:
    assert said(points(Decimal("-0.004"))) == "0.00"
    assert said(points(Decimal("-0.456"))) == "−0.46"


def test_a_rehearsals_share_is_named_once() -> None:
    assert said(named("模拟贵州茅台", "simsh600519")) == "贵州茅台 600519"

from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.calendar.exchange import load_calendar
from bot.contest.instrument import Board, Market
from bot.contest.rules import FillModel
from bot.contest.rules_check import ProblemCode, check_rules, percent
from bot.i18n import Language, Say, words_for
from tests.factories.contest_cases import FIRST, LAST, TODAY, make_rules

CALENDAR = load_calendar("XSHG")
WORDS = words_for(ZoneInfo("Asia/Shanghai"))


def _problems(**changes: Any) -> list[ProblemCode]:
    found = check_rules(make_rules(**changes), CALENDAR, TODAY)
    return [problem.code for problem in found]


def test_rules_as_they_should_be_have_no_problem() -> None:
    assert _problems() == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"first_day": date(2026, 11, 19)}, ProblemCode.STARTS_IN_PAST),
        ({"last_day": date(2026, 11, 20)}, ProblemCode.ENDS_BEFORE_START),
        ({"late_entry_until": date(2026, 11, 20)}, ProblemCode.LATE_ENTRY),
        ({"late_entry_until": date(2026, 12, 19)}, ProblemCode.LATE_ENTRY),
        ({"last_day": date(2026, 12, 19)}, ProblemCode.NO_TRADING),
        ({"last_day": date(2027, 2, 26)}, ProblemCode.UNCOVERED),
        ({"capital": Decimal("9999.99")}, ProblemCode.CAPITAL),
        ({"capital": Decimal("100000000.01")}, ProblemCode.CAPITAL),
        ({"capital": Decimal("20000.001")}, ProblemCode.CAPITAL),
        ({"single_name_cap": Decimal("0.0499")}, ProblemCode.CAP),
        ({"single_name_cap": Decimal("1.01")}, ProblemCode.CAP),
        ({"price_floor": Decimal("-0.01")}, ProblemCode.FLOOR),
        ({"volume_share": Decimal("0.1")}, ProblemCode.VOLUME_NEEDS_LIVE),
        (
            {"volume_share": Decimal("1.1"), "fill_model": FillModel.LIVE},
            ProblemCode.VOLUME_SHARE,
        ),
        ({"boards": (Board.SSE_MAIN, Board.HONG_KONG)}, ProblemCode.BOARD),
        ({"boards": ()}, ProblemCode.NO_BOARD),
        ({"universe": ("sh000001",)}, ProblemCode.SYMBOL),
        ({"universe": ("sh688001",)}, ProblemCode.SYMBOL_BOARD),
        ({"universe": ("sh600519",) * 201}, ProblemCode.TOO_MANY_SYMBOLS),
        ({"tiers": ()}, ProblemCode.NO_TIER),
    ],
)
def test_each_mistake_is_found_by_its_own_name(changes: dict[str, Any], code: ProblemCode) -> None:
    assert _problems(**changes) == [code]


def test_the_edges_are_allowed() -> None:
    assert _problems(first_day=TODAY, late_entry_until=TODAY) == []
    assert _problems(late_entry_until=LAST, capital=Decimal(10_000)) == []
    assert _problems(capital=Decimal(100_000_000), single_name_cap=Decimal("0.05")) == []
    assert _problems(single_name_cap=Decimal(1), universe=("sh600519", "sz000001")) == []
    assert _problems(fill_model=FillModel.LIVE, volume_share=Decimal("0.25")) == []


def test_a_day_without_trading_names_the_trading_days_beside_it() -> None:
    (found,) = check_rules(make_rules(last_day=date(2026, 12, 12)), CALENDAR, TODAY)
    assert found.fields["before"] == date(2026, 12, 11)
    assert found.fields["after"] == date(2026, 12, 14)


def test_another_market_needs_its_own_boards() -> None:
    rules = make_rules(market=Market.HONG_KONG)
    codes = [p.code for p in check_rules(rules, load_calendar("XHKG"), TODAY)]
    assert codes == [ProblemCode.BOARD, ProblemCode.BOARD]


@pytest.mark.parametrize("language", list(Language))
def test_every_problem_has_a_sentence_with_its_figures(language: Language) -> None:
    fields: dict[str, object] = {
        "day": FIRST, "today": TODAY, "first": FIRST, "last": LAST, "until": LAST,
        "before": FIRST, "after": LAST, "days": 400, "most": 366, "received": 3, "least": 5,
        "board": "star", "symbol": "sh1", "count": 201,
    }  # fmt: skip
    for code in ProblemCode:
        assert WORDS.say(language, Say(f"contest-problem-{code.value}", **fields))


def test_percents_carry_no_idle_zeros() -> None:
    assert [percent(Decimal(text)) for text in ("0.30", "1", "0.075", "0.05")] == [
        "30", "100", "7.5", "5",
    ]  # fmt: skip

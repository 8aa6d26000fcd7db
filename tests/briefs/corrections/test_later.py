from datetime import UTC, datetime
from typing import Any

import pytest

from bot.briefs.corrections.later import FOOT_AT, foot_at, later_figures
from bot.briefs.corrections.swaps import Swap
from bot.i18n import Language
from db.models.brief import BriefEdition
from tests.briefs.newsrooms import DAY, at, make_newsroom

SHANGHAI, SHENZHEN = "sh000001", "sz399001"
ROOM = make_newsroom()


def record(symbol: str, written: str, clock: str = "11:30", **changed: Any) -> dict[str, Any]:
    field = "change-percent" if "%" in written else "last"
    known = {"symbols": [symbol], "field": field, "written": written, "at": at(clock).isoformat()}
    return {**known, **changed}


def edition(language: Language = Language.SIMPLIFIED, **snapshot: Any) -> BriefEdition:
    known = {"figures": [record(SHANGHAI, "3,400.10"), record(SHANGHAI, "▲0.21%")]}
    return BriefEdition(day=DAY, language=language, snapshot={**known, **snapshot})


def swap(symbol: str, old: str, new: str, clock: str = "14:30", **changed: Any) -> Swap:
    return Swap(record(symbol, old, **changed), record(symbol, new, clock, **changed))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.SIMPLIFIED, "上证指数改为 3,412.55、▲0.57%（14:30 的行情）"),
        (Language.TRADITIONAL, "上證指數改為 3,412.55、▲0.57%（14:30 的行情）"),
        (Language.ENGLISH, "SSE Composite now reads 3,412.55, ▲0.57% (quote of 14:30)"),
    ],
)
def test_a_figure_newer_than_the_foot_is_named_with_the_time_of_its_quote(
    language: Language, told: str
) -> None:
    swaps = [swap(SHANGHAI, "▲0.21%", "▲0.57%"), swap(SHANGHAI, "3,400.10", "3,412.55")]
    assert later_figures(ROOM, edition(language), swaps) == told


def test_a_quote_of_the_foots_own_minute_needs_no_other_time() -> None:
    same = swap(SHANGHAI, "3,400.10", "3,412.55", "11:30:40")
    older = swap(SHANGHAI, "3,400.10", "3,412.55", "11:29")
    assert later_figures(ROOM, edition(), [same, older]) == ""


def test_figures_of_two_quotes_are_told_apart() -> None:
    swaps = [
        swap(SHANGHAI, "3,400.10", "3,412.55"),
        swap(SHENZHEN, "▲0.31%", "▲0.42%", "14:28"),
    ]
    assert later_figures(ROOM, edition(), swaps) == (
        "上证指数改为 3,412.55（14:30 的行情）；深证成指改为 ▲0.42%（14:28 的行情）"
    )


def test_a_figure_that_needs_more_words_is_told_by_its_time_alone() -> None:
    turnover = swap(SHANGHAI, "4,120", "5,388", field="turnover")
    unnamed = swap("sector-1", "▲1.10%", "▲1.24%")
    assert later_figures(ROOM, edition(), [turnover]) == "上证指数的数字改用 14:30 的行情"
    assert later_figures(ROOM, edition(), [unnamed]) == "部分数字改用 14:30 的行情"


def test_many_symbols_do_not_make_the_line_longer() -> None:
    symbols = (SHANGHAI, SHENZHEN, "sz399006", "sh000300")
    swaps = [swap(symbol, "1.00", "2.00") for symbol in symbols]
    assert later_figures(ROOM, edition(), swaps) == "部分数字改用 14:30 的行情"


def test_the_foot_keeps_its_time_through_a_correction() -> None:
    later = [record(SHANGHAI, "3,412.55", "14:30")]
    noon = at("11:30").isoformat()
    second = swap(SHANGHAI, "3,412.55", "3,409.00", "14:30")
    corrected = edition(figures=later, **{FOOT_AT: noon})
    assert foot_at(corrected.snapshot) == noon
    assert "14:30" in later_figures(ROOM, corrected, [second])


def test_counts_of_the_community_are_no_time_of_data() -> None:
    ours = record("contest", "12", "11:45", source="community")
    figures = [record(SHANGHAI, "3,400.10"), ours]
    told = foot_at({"figures": figures})
    assert told is not None
    assert datetime.fromisoformat(told) == at("11:30").astimezone(UTC)

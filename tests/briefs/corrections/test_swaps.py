from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from bot.briefs.corrections.errors import CorrectionTurned
from bot.briefs.corrections.swaps import Record, Swap, of_same_day, offers, put_in, with_swaps
from bot.briefs.desk.errors import DeskUnclear
from bot.briefs.desk.wording import Shown, untouched

NAMES = {"sh000001": "上证指数", "sz399001": "深证成指"}
ZONE = ZoneInfo("Asia/Shanghai")


def record(symbol: str, written: str, at: str = "2026-11-20T03:30:00+00:00") -> Record:
    value = written.strip("▲▼%").replace(",", "")
    kind = "change-percent" if "%" in written else "last"
    return {"symbols": [symbol], "field": kind, "written": written, "value": value, "at": at}


def shown(line: str, *records: Record) -> Shown:
    lines = (Markup(line),)
    return Shown(lines, untouched(lines), records, (), NAMES)


def test_only_the_figure_that_is_meant_is_changed() -> None:
    old, other = record("sh000001", "▲0.31%"), record("sz399001", "▲0.31%")
    line = "上证指数 ▲0.31%，深证成指 ▲0.31%"
    swap = Swap(old, record("sh000001", "▲0.57%"))
    assert put_in([Markup(line)], shown(line, old, other), [swap]) == [
        "上证指数 ▲0.57%，深证成指 ▲0.31%"
    ]


def test_a_figure_that_turned_round_is_left_to_words() -> None:
    old = record("sh000001", "▲0.31%")
    swap = Swap(old, record("sh000001", "▼0.02%"))
    with pytest.raises(CorrectionTurned):
        put_in([Markup("上证指数 ▲0.31%")], shown("上证指数 ▲0.31%", old), [swap])


def test_a_number_that_may_be_two_figures_is_not_guessed() -> None:
    old, other = record("sh000001", "▲0.31%"), record("sz399001", "▲0.31%")
    swap = Swap(old, record("sh000001", "▲0.57%"))
    with pytest.raises(DeskUnclear):
        put_in([Markup("都涨了 ▲0.31%")], shown("都涨了 ▲0.31%", old, other), [swap])


def test_tomorrows_price_is_no_correction_of_todays() -> None:
    old = record("sh000001", "3,412.55")
    today = record("sh000001", "3,400.10", "2026-11-20T06:30:00+00:00")
    tomorrow = record("sh000001", "3,500.00", "2026-11-21T03:30:00+00:00")
    assert of_same_day([today, tomorrow], [old], ZONE) == [today]
    assert [s.new["written"] for s in offers([old], [today])["sh000001"]] == ["3,400.10"]
    assert offers([old], [old]) == {}


def test_text_and_picture_keep_the_same_corrected_figure() -> None:
    old, new = record("sh000001", "3,412.55"), record("sh000001", "3,400.10")
    snapshot = {"figures": [old], "picture": [old], "terms": []}
    changed = with_swaps(snapshot, [Swap(old, new)])
    assert changed == {"figures": [new], "picture": [new], "terms": []}
    assert snapshot["figures"] == [old]

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from bot.briefs.desk.numbers import UnboundError
from bot.briefs.desk.wording import (
    Shown,
    Wording,
    aligned,
    key_of,
    reworded,
    said_again,
    untouched,
    wording_from,
)
from bot.markup import plain

NAMES = {"a": "上证指数", "b": "深证成指"}


def record(symbol: str, field: str, written: str) -> dict[str, Any]:
    return {"symbols": [symbol], "field": field, "written": written}


def draft(a: str = "▲0.31%", b: str = "▲0.31%", price: str = "3,412.55") -> list[Markup]:
    return [
        Markup("🕛 <b>午报</b> · 11月20日（周五）"),
        Markup(f"上证指数 {price} {a}，深证成指 {b}"),
        Markup("今日一词：<b>市盈率</b>，股价是每股盈利的多少倍"),
        Markup('· <a href="https://n.example/1">第 3 号公告：发行 500 亿</a>（示例）'),
    ]


def records(a: str = "▲0.31%", b: str = "▲0.31%", price: str = "3,412.55") -> list[dict[str, Any]]:
    return [
        record("a", "last", price),
        record("a", "change-percent", a),
        record("b", "change-percent", b),
    ]


def shown(lines: Sequence[Markup], figures: Sequence[Mapping[str, Any]]) -> Shown:
    return Shown(
        tuple(lines), untouched(lines), tuple(figures), ("第 3 号公告：发行 500 亿",), NAMES
    )


def typed(*lines: str) -> list[Markup]:
    return [Markup(line) for line in lines]


def again(wording: Wording, **fresh: str) -> tuple[list[str], list[str]]:
    done = said_again(wording, draft(**fresh), records(**fresh))
    return [plain(line) for line in done.lines], list(done.lost)


def test_an_own_line_gets_todays_figures() -> None:
    text = typed("沪市看上证指数 ▲0.31%，报 3412.55 点")
    wording, lines = reworded(text, shown(draft(), records()))
    assert lines == ["沪市看上证指数 ▲0.31%，报 3,412.55 点"]
    assert again(wording, a="▲0.55%", price="3,420.01") == (
        ["沪市看上证指数 ▲0.55%，报 3,420.01 点"],
        [],
    )


def test_a_number_without_its_arrow_stays_without() -> None:
    wording, _ = reworded(typed("上证指数涨了 0.31%"), shown(draft(), records()))
    assert again(wording, a="▲1.02%")[0] == ["上证指数涨了 1.02%"]


def test_words_around_a_rise_are_not_said_of_a_fall() -> None:
    wording, _ = reworded(typed("上证指数涨了 0.31%", "别急"), shown(draft(), records()))
    assert again(wording, a="▼1.02%") == (["别急"], ["上证指数涨了 ▲0.31%"])


def test_a_figure_that_is_gone_takes_its_line_with_it_and_no_stale_number_stays() -> None:
    wording, _ = reworded(typed("报 3,412.55 点", "别急"), shown(draft(), records()))
    done = said_again(wording, draft(), records()[1:])
    assert [plain(line) for line in done.lines] == ["别急"]
    assert done.lost == ("报 3,412.55 点",)


@pytest.mark.parametrize(
    "line", ["成交放大 77%", "上证指数 ▼0.31%", "3,412.6 点附近", "大约 3,412 点", "涨 0.31"]
)
def test_a_number_that_is_no_figure_of_the_draft_is_refused_by_name(line: str) -> None:
    with pytest.raises(UnboundError) as refused:
        reworded(typed(line), shown(draft(), records()))
    assert not refused.value.several
    assert refused.value.numbers[0] in line


def test_all_unbound_numbers_are_named_at_once() -> None:
    with pytest.raises(UnboundError) as refused:
        reworded(typed("甲 77%", "乙 88 点"), shown(draft(), records()))
    assert len(refused.value.numbers) == 2


@pytest.mark.parametrize(
    "line", ["11月25日 10:00 公布数据", "1. 先看计划", "第 3 个交易日", "2026年的安排"]
)
def test_dates_times_ordinals_and_lists_need_no_figure(line: str) -> None:
    wording, _ = reworded(typed(line), shown(draft(), records()))
    assert again(wording)[0] == [line]


def test_one_number_of_two_indexes_is_whichevers_name_stands_before_it() -> None:
    wording, _ = reworded(typed("先看深证成指，▲0.31%"), shown(draft(), records()))
    assert again(wording, b="▲0.90%")[0] == ["先看深证成指，▲0.90%"]
    with pytest.raises(UnboundError) as refused:
        reworded(typed("都是 ▲0.31%"), shown(draft(), records()))
    assert refused.value.several


def test_a_line_that_was_left_alone_is_the_machines_and_follows_it() -> None:
    lines = draft()
    copied = [Markup(plain(line)) for line in lines]
    wording, texts = reworded([copied[0], copied[3], copied[1]], shown(lines, records()))
    assert texts == [lines[0], lines[3], lines[1]]  # with its link and its bold type
    fresh = draft(a="▼0.10%", price="3,400.00")
    done = said_again(wording, fresh, records(a="▼0.10%", price="3,400.00"))
    assert list(done.lines) == [fresh[0], fresh[3], fresh[1]]


def test_digits_of_a_quoted_headline_are_not_figures() -> None:
    reworded(typed("要闻：第 3 号公告：发行 500 亿，细读"), shown(draft(), records()))
    with pytest.raises(UnboundError):
        reworded(typed("要闻：发行 500 亿"), shown(draft(), records()))


def test_the_machines_line_follows_even_when_its_words_change() -> None:
    old = [Markup("头"), Markup("A 股盘中 · 全线上涨"), Markup("尾")]
    new = [Markup("头"), Markup("A 股收盘 · 涨跌互现"), Markup("尾")]
    done = said_again(untouched(old), new, [])
    assert list(done.lines) == new


def test_a_second_change_starts_from_the_first() -> None:
    first, lines = reworded(typed("上证指数涨了 0.31%", "别急"), shown(draft(), records()))
    second = Shown(tuple(lines), first, tuple(records()), (), NAMES)
    wording, _ = reworded(typed("上证指数涨了 0.31%", "慢慢来"), second)
    assert again(wording, a="▲0.99%")[0] == ["上证指数涨了 0.99%", "慢慢来"]


def test_a_wording_survives_being_stored() -> None:
    wording, _ = reworded(typed("上证指数 ▲0.31%", "别急"), shown(draft(), records()))
    assert wording_from(wording.record()) == wording


def test_more_lines_of_the_draft_can_be_added_at_the_end() -> None:
    lines = [*draft(), Markup("编辑部提示：慢慢来")]
    done = said_again(untouched(draft()), lines, records(), more=1)
    assert list(done.lines) == lines


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from("甲乙丙丁戊"), max_size=8),
    st.lists(st.sampled_from("甲乙丙丁戊己"), max_size=8),
)
def test_alignment_keeps_the_order_and_uses_no_place_twice(old: list[str], new: list[str]) -> None:
    places = aligned(old, new)
    ordered = [places[place] for place in sorted(places)]
    assert ordered == sorted(set(ordered))
    assert all(0 <= place < len(new) for place in ordered)


@settings(max_examples=40)
@given(st.decimals("0.01", "9.99", places=2), st.decimals("0.01", "9.99", places=2))
def test_no_number_of_the_draft_outlives_its_figure(old: object, new: object) -> None:
    was, now = f"▲{old}%", f"▲{new}%"
    base, figures = draft(a=was, b="▼5.00%"), records(a=was, b="▼5.00%")
    wording, _ = reworded(typed(f"上证指数 {was}"), shown(base, figures))
    done = said_again(wording, draft(a=now), records(a=now))
    assert [plain(line) for line in done.lines] == [f"上证指数 {now}"]


def test_the_key_of_a_line_is_blind_to_numbers_alone() -> None:
    assert key_of(Markup("上证 <b>3,412.55</b> ▲0.31%")) == key_of(Markup("上证 3,000.00 ▼1.00%"))
    assert key_of(Markup("上证 1")) != key_of(Markup("深证 1"))

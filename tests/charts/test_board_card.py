from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.board_card import BoardCard, BoardRow, board_canvas, draw_board_card
from bot.charts.colours import ACCENT_TINT, GREEN, RED, Palette
from tests.charts.pictures import (
    assert_margins_are_clean,
    assert_within_bounds,
    opened,
    texts_overlap,
)


def make_row(rank=1, name="小满", percent="8.21", **changed):
    known = {"drawdown": "8.0%", "concentration": "12.0%", "score": "88.40"}
    return BoardRow(str(rank), name, Decimal(percent), **{**known, **changed})


def make_card(*rows, **changed):
    known = {
        "title": "第 12 个交易日：1,204 人参赛，收益中位数 ▲0.42%",
        "kicker": "新手秋季模拟赛 · 12月9日（周三）",
        "badge": "模拟",
        "heads": ("参赛者", "收益", "最大回撤", "集中度", "综合分"),
        "rows": rows,
        "fallback_name": "参赛者",
        "foot": ("当日记录校验码 3f9a12bc77de", "模拟比赛 · 来源 腾讯行情", "市场有风险"),
        "empty": "有人参赛后，收盘榜会出现在这里",
    }
    return BoardCard(**{**known, **changed})


def texts(canvas):
    return [extent.text for extent in canvas.extents if extent.text]


def has_colour(png, colour):
    wanted = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return any(value == wanted for _, value in opened(png).getcolors(1 << 24))


def assert_sound(canvas):
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_the_picture_shows_everything_that_it_was_given():
    canvas = board_canvas(make_card(*(make_row(n, f"群友{n}") for n in range(1, 11))))
    shown = {"模拟", "综合分", "群友1", "群友10", "▲8.21%", "8.0%", "12.0%", "88.40"}
    assert shown < set(texts(canvas))
    assert opened(canvas.png()).width == 1080
    assert_sound(canvas)


def test_an_eleventh_row_is_left_out():
    assert "群友11" not in texts(
        board_canvas(make_card(*(make_row(n, f"群友{n}") for n in range(1, 12))))
    )


def test_without_a_score_there_is_room_for_names():
    name = "一个名字特别长的群友"
    row = make_row(name=name, score="")
    wide = board_canvas(make_card(row, heads=("参赛者", "收益", "最大回撤", "集中度", "")))
    narrow = board_canvas(make_card(row))
    assert max(map(len, texts(wide))) >= len(name)
    assert name in texts(wide)
    assert name not in texts(narrow)
    assert_sound(wide)


def test_no_rows_leave_a_card_that_says_so():
    canvas = board_canvas(make_card())
    assert "有人参赛后，收盘榜会出现在这里" in texts(canvas)
    assert_sound(canvas)


@pytest.mark.parametrize("name", ["🎉🎉", "", "\u202e", "---"])
def test_a_name_that_cannot_be_drawn_gives_way_to_the_fallback(name):
    assert texts(board_canvas(make_card(make_row(name=name)))).count("参赛者") == 2


@pytest.mark.parametrize(
    "row",
    [
        make_row(name="Wolfeschlegelsteinhausenbergerdorff" * 3),
        make_row(name="名" * 200),
        make_row(rank="–"),
        make_row(rank="100,000", percent="123456.78", score="-49.99"),
        make_row(drawdown="100.0%", concentration="100.0%", percent="-100"),
        make_row(percent="0.001", score="1,234,567.89"),
    ],
)
def test_extremes_stay_within_the_picture_and_apart_from_each_other(row):
    assert_sound(board_canvas(make_card(row, make_row(), own=row)))


def test_long_words_around_the_rows_stay_within_the_picture():
    card = make_card(
        make_row(),
        title="这一天的发现说了又说，" * 12,
        kicker="名字" * 60,
        badge="模拟" * 20,
        heads=("很长的标题",) * 5,
        foot=("来源" * 100, "w" * 300),
    )
    assert_sound(board_canvas(card))


def test_the_readers_line_stands_out_and_stands_apart():
    own = make_row(48_213, "我", "-8.12", is_own=True)
    with_own = board_canvas(make_card(make_row(), own=own))
    assert with_own.height > board_canvas(make_card(make_row())).height
    assert "48213" in texts(with_own)
    assert has_colour(with_own.png(), ACCENT_TINT)
    assert not has_colour(draw_board_card(make_card(make_row())), ACCENT_TINT)


def test_up_is_red_and_the_palette_turns_it_round():
    up = make_card(make_row())
    assert has_colour(draw_board_card(up), RED)
    assert not has_colour(draw_board_card(up), GREEN)
    assert has_colour(draw_board_card(up, Palette.GREEN_UP), GREEN)


@pytest.mark.parametrize(
    ("percent", "shown"), [("8.21", "▲8.21%"), ("-3.41", "▼3.41%"), ("0.004", "0.00%")]
)
def test_the_direction_is_told_by_shape_as_well(percent, shown):
    assert shown in texts(board_canvas(make_card(make_row(percent=percent))))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.decimals(-100, 10**6, places=2))
def test_any_names_and_returns_stay_within_the_picture(title, name, percent):
    row = make_row(name=name, percent=percent)
    canvas = board_canvas(make_card(row, title=title, own=row))
    assert_within_bounds(canvas)
    canvas.png()

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.colours import GREEN, RED, Palette
from bot.charts.index_card import IndexCard, IndexRow, draw_index_card, index_canvas
from tests.charts.pictures import (
    assert_margins_are_clean,
    assert_within_bounds,
    opened,
    texts_overlap,
)

SERIES = tuple(Decimal(3400 + (n * 7) % 23) for n in range(241))


def make_row(**changed):
    known = {
        "name": "模拟综指",
        "last": Decimal("3412.55"),
        "change_percent": Decimal("0.42"),
        "series": SERIES,
        "reference": Decimal("3405"),
        "section": "沪深",
    }
    return IndexRow(**{**known, **changed})


def make_card(*rows, **changed):
    known = {
        "title": "模拟综指小幅收涨",
        "rows": rows,
        "foot": ("来源：模拟行情 · 数据 15:00", "市场有风险，以上为信息分享，不构成投资建议"),
        "kicker": "收市小结 · 11月20日（周五）",
        "badge": "模拟行情",
        "empty": "行情暂缺",
    }
    return IndexCard(**{**known, **changed})


def has_colour(png, colour):
    wanted = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
    colours = opened(png).getcolors(1 << 24)
    return any(value == wanted for _, value in colours)


def test_the_picture_is_1080_wide_and_not_blank():
    picture = opened(draw_index_card(make_card(make_row())))
    assert picture.width == 1080
    assert len(picture.getcolors(1 << 24)) > 50


def test_equal_cards_are_equal_pictures():
    assert draw_index_card(make_card(make_row())) == draw_index_card(make_card(make_row()))
    other = make_card(make_row(last=Decimal("3412.56")))
    assert draw_index_card(make_card(make_row())) != draw_index_card(other)


def test_the_picture_grows_with_its_rows():
    eight = [make_row(name=f"指数{n}", section="沪深" if n < 4 else "海外") for n in range(8)]
    canvas = index_canvas(make_card(*eight))
    assert canvas.height > index_canvas(make_card(*eight[:3])).height
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())
    names = {extent.text for extent in canvas.extents}
    assert {row.name for row in eight} < names
    assert {"沪深", "海外", "模拟行情"} < names


def test_no_rows_leave_a_card_that_says_so():
    canvas = index_canvas(make_card(badge=""))
    assert "行情暂缺" in {extent.text for extent in canvas.extents}
    assert_within_bounds(canvas)
    assert_margins_are_clean(canvas.png())


@pytest.mark.parametrize(
    "row",
    [
        make_row(name="一个长得不能再长的指数名字一个长得不能再长的指数名字"),
        make_row(name="The Very Long Composite Index of Everything", series=()),
        make_row(last=Decimal("123456789012.34"), change_percent=Decimal("-12345.67")),
        make_row(series=(Decimal(1),)),
        make_row(series=(Decimal(5),) * 50, reference=Decimal(5)),
        make_row(series=(Decimal(5), Decimal(6)), reference=None),
        make_row(name="🎉🎉", section="🎉"),
    ],
)
def test_extremes_stay_within_the_picture_and_apart_from_each_other(row):
    canvas = index_canvas(make_card(row, make_row()))
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_long_words_around_the_rows_stay_within_the_picture():
    card = make_card(
        make_row(),
        title="这一天的发现说了又说，" * 12,
        kicker="晨间" * 60,
        badge="模拟行情" * 20,
        foot=("来源" * 100, "w" * 300),
    )
    canvas = index_canvas(card)
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_up_is_red_and_the_palette_turns_it_round():
    up = make_card(make_row())
    assert has_colour(draw_index_card(up), RED)
    assert not has_colour(draw_index_card(up), GREEN)
    assert has_colour(draw_index_card(up, Palette.GREEN_UP), GREEN)
    assert not has_colour(draw_index_card(up, Palette.GREEN_UP), RED)


@pytest.mark.parametrize(
    ("percent", "shown"),
    [("0.42", {"▲", "0.42%"}), ("-0.10", {"▼", "0.10%"}), ("0.004", {"–", "0.00%"})],
)
def test_the_direction_is_told_by_shape_as_well(percent, shown):
    canvas = index_canvas(make_card(make_row(change_percent=Decimal(percent))))
    assert shown <= {extent.text for extent in canvas.extents}


def test_cards_drawn_at_the_same_time_do_not_disturb_each_other():
    card = make_card(make_row(), make_row(name="模拟海外甲", change_percent=Decimal("-1.1")))
    alone = draw_index_card(card)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(draw_index_card, [card] * 8)) == {alone}


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.lists(st.decimals(1, 9999, places=2)))
def test_any_words_and_series_stay_within_the_picture(title, name, series):
    canvas = index_canvas(make_card(make_row(name=name, series=tuple(series)), title=title))
    assert_within_bounds(canvas)
    canvas.png()

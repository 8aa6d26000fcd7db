from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.colours import GREEN, RED, Palette
from bot.charts.equity_card import EquityCard, Slice, draw_equity_card, equity_canvas, ticks_of
from bot.charts.statistics_row import Statistic
from tests.charts.pictures import (
    assert_margins_are_clean,
    assert_within_bounds,
    opened,
    texts_overlap,
)

PERCENTS = st.decimals(-100, 2_000, places=2)


def make_card(**changed):
    known = {
        "title": "模拟收益 ▲8.50%，比中位数高 7.50 个百分点",
        "kicker": "新手秋季模拟赛 · 12月9日（周三）",
        "badge": "模拟",
        "statistics": (
            Statistic("总资产（元）", "1,084,973.06"),
            Statistic("最大回撤", "2.2%"),
            Statistic("名次", "37", "/ 1,204"),
        ),
        "curve": tuple(Decimal(n) for n in (0, 1, 3, 2, 5, 8)),
        "curve_heading": "累计收益（%）",
        "curve_label": "我的",
        "slices": (
            Slice("招商银行", Decimal(40)),
            Slice("贵州茅台", Decimal(25)),
            Slice("现金", Decimal(35), quiet=True),
        ),
        "slices_heading": "资产分布（占总资产）",
        "foot": ("模拟比赛 · 数据截至 15:00 · 来源 腾讯行情", "市场有风险"),
        "median": tuple(Decimal(n) for n in (0, 1, 1, 0, 1, 1)),
        "median_label": "中位数",
        "starts": "11月23日（周一）",
        "ends": "12月9日（周三）",
        "empty": "第一次收盘之后，这里会画出收益曲线",
    }
    return EquityCard(**{**known, **changed})


def texts(canvas):
    return {extent.text for extent in canvas.extents}


def has_colour(png, colour):
    wanted = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return any(value == wanted for _, value in opened(png).getcolors(1 << 24))


def assert_sound(canvas):
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_the_picture_shows_everything_that_it_was_given():
    canvas = equity_canvas(make_card())
    shown = {"模拟", "1,084,973.06", "/ 1,204", "我的", "中位数", "招商银行", "40.0%", "+8%", "0%"}
    assert shown < texts(canvas)
    assert opened(canvas.png()).width == 1080
    assert_sound(canvas)


@pytest.mark.parametrize(
    ("lowest", "highest", "ticks"),
    [
        ("0", "8.5", ("0", "2", "4", "6", "8", "10")),
        ("-14.4", "1", ("-15", "-10", "-5", "0", "5")),
        ("0", "0", ("-0.2", "-0.1", "0", "0.1", "0.2")),
        ("2", "3", ("0", "1", "2", "3")),
        ("-100", "0", ("-100", "-80", "-60", "-40", "-20", "0")),
        ("0", "12345", ("0", "5000", "10000", "15000")),
    ],
)
def test_the_scale_has_round_steps_and_holds_zero(lowest, highest, ticks):
    assert ticks_of(Decimal(lowest), Decimal(highest)) == tuple(map(Decimal, ticks))


@given(PERCENTS, PERCENTS)
def test_every_scale_encloses_what_it_shows(one, other):
    lowest, highest = sorted((one, other))
    ticks = ticks_of(lowest, highest)
    assert ticks[0] <= min(lowest, 0)
    assert ticks[-1] >= max(highest, 0)
    assert 2 <= len(ticks) <= 6
    assert 0 in ticks


@pytest.mark.parametrize(
    "changed",
    [
        {"curve": (Decimal(0),) * 20, "median": (Decimal(0),) * 20},
        {"curve": (Decimal(0), Decimal("1.23")), "median": (Decimal(0), Decimal("1.23"))},
        {"curve": tuple(Decimal(-n * n) / 2 for n in range(13)), "median": ()},
        {"curve": tuple(Decimal(n % 7) for n in range(250)), "median": ()},
        {"curve": (Decimal(0), Decimal(123_456))},
        {"curve": (Decimal(0),), "median": ()},
        {"curve": ()},
        {"slices": tuple(Slice(f"测试股份{n}", Decimal(3)) for n in range(30))},
        {"slices": (Slice("一个长得不能再长的股份有限公司名字", Decimal(100)),)},
        {"slices": (Slice("现金", Decimal(0), quiet=True),)},
        {"slices": ()},
        {"statistics": ()},
        {"statistics": (Statistic("总资产", "123,456,789,012.34", "元"),) * 4},
        {"title": "标题" * 90, "kicker": "名字" * 60, "foot": ("来源" * 90, "w" * 300)},
        {"curve_label": "我的名字很长很长" * 5, "starts": "起" * 40, "ends": "止" * 40},
        {"empty": "说明" * 90, "curve": ()},
    ],
)
def test_extremes_stay_within_the_picture_and_apart_from_each_other(changed):
    assert_sound(equity_canvas(make_card(**changed)))


def test_a_single_point_shows_when_the_curve_will_come():
    canvas = equity_canvas(make_card(curve=(Decimal(0),)))
    assert "第一次收盘之后，这里会画出收益曲线" in texts(canvas)
    assert "我的" not in texts(canvas)


def test_a_median_of_another_length_is_left_out():
    assert "中位数" not in texts(equity_canvas(make_card(median=(Decimal(0),) * 3)))


@pytest.mark.parametrize(
    ("last", "palette", "shown", "hidden"),
    [
        (5, Palette.RED_UP, RED, GREEN),
        (5, Palette.GREEN_UP, GREEN, RED),
        (-5, Palette.RED_UP, GREEN, RED),
        (-5, Palette.GREEN_UP, RED, GREEN),
    ],
)
def test_the_curve_has_the_colour_of_its_end(last, palette, shown, hidden):
    png = draw_equity_card(make_card(curve=(Decimal(0), Decimal(last)), median=()), palette)
    assert has_colour(png, shown)
    assert not has_colour(png, hidden)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(PERCENTS, max_size=30),
    st.lists(st.builds(Slice, st.text(max_size=30), PERCENTS, st.booleans()), max_size=12),
)
def test_any_curve_and_slices_stay_within_the_picture(curve, slices):
    canvas = equity_canvas(make_card(curve=tuple(curve), median=(), slices=tuple(slices)))
    assert_within_bounds(canvas)
    canvas.png()

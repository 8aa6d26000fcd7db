import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.profile_card import (
    ProfileCard,
    draw_profile_card,
    profile_canvas,
    shown_name,
)
from bot.charts.statistics_row import Statistic
from tests.charts.pictures import (
    assert_margins_are_clean,
    assert_within_bounds,
    opened,
    texts_overlap,
)


def make_card(**changed):
    known = {
        "name": "陈小满",
        "fallback_name": "群友 0042",
        "tier": "进阶群",
        "level": "Lv.3 · 见习观察员",
        "done": 186,
        "whole": 250,
        "progress": "距 Lv.4 还差 64 分",
        "statistics": (
            Statistic("余额", "1,860"),
            Statistic("连续签到", "12", "个交易日"),
            Statistic("补签卡", "1", "张"),
        ),
        "next_label": "下一级可得",
        "next_text": "每周专家答疑可优先提问",
        "foot": "数据 11月20日 15:45",
    }
    return ProfileCard(**{**known, **changed})


def texts(canvas):
    return {extent.text for extent in canvas.extents}


def test_the_picture_shows_everything_that_it_was_given():
    canvas = profile_canvas(make_card())
    shown = {"陈小满", "陈", "进阶群", "186 / 250", "1,860", "12", "个交易日", "下一级可得"}
    assert shown < texts(canvas)
    assert opened(canvas.png()).width == 1080
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_equal_cards_are_equal_pictures():
    assert draw_profile_card(make_card()) == draw_profile_card(make_card())
    assert draw_profile_card(make_card()) != draw_profile_card(make_card(done=187))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("陈小满 🎉", "陈小满"),
        ("🎉🎉🎉", "群友 0042"),
        ("한국어", "群友 0042"),
        ("\u202e\u200b", "群友 0042"),
        ("---", "群友 0042"),
        ("", "群友 0042"),
        ("Максим", "Максим"),
    ],
)
def test_a_name_that_cannot_be_drawn_gives_way_to_the_fallback(name, shown):
    assert shown_name(make_card(name=name)) == shown
    assert shown in texts(profile_canvas(make_card(name=name)))


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "名" * 200},
        {"name": "Wolfeschlegelsteinhausenbergerdorff" * 4},
        {"name": "محمد بن عبد الله " * 10},
        {"name": "z̶̢̛̘͉̥̱̈́a̷̢̛͖̬͝l̸̡̛g̵̢͝o̷" * 5},
        {"name": "﷽" * 40},
        {"name": "$x^2$ \\frac{a}{b} %s {0}"},
        {"tier": "VIP 高净值" * 20, "level": "Lv.12 " + "称号" * 60},
        {"progress": "还差很多" * 60, "done": 123_456_789, "whole": 987_654_321},
        {
            "statistics": tuple(
                Statistic("标签" * 20, "1,234,567,890", "单位" * 9) for _ in range(9)
            )
        },
        {"statistics": ()},
        {"next_text": "说明" * 200, "foot": "脚注" * 90},
        {"next_text": "", "foot": ""},
        {"done": 900, "whole": 250},
        {"done": -5, "whole": 250},
        {"done": 0, "whole": 0},
    ],
)
def test_extremes_stay_within_the_picture_and_apart_from_each_other(changed):
    canvas = profile_canvas(make_card(**changed))
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_figures_are_set_smaller_and_never_cut():
    four = tuple(Statistic("余额", value) for value in ("1,234,567,890", "1", "2", "3"))
    assert "1,234,567,890" in texts(profile_canvas(make_card(statistics=four)))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=40), st.integers(0, 500), st.integers(0, 300))
def test_any_name_and_progress_stay_within_the_picture(name, tier, done, whole):
    canvas = profile_canvas(make_card(name=name, tier=tier, done=done, whole=whole))
    assert_within_bounds(canvas)
    canvas.png()

from dataclasses import replace

import pytest

from bot.charts.score_card import ScoreCard, draw_score_card, score_canvas
from tests.charts.pictures import (
    assert_margins_are_clean,
    assert_within_bounds,
    opened,
    texts_overlap,
)

CARD = ScoreCard(
    title="第 3 关 · 熟练 过关",
    kicker="投资知识闯关 · 陈小满",
    right=8,
    label="题答对",
    answers=(True, True, False, True, True, True, True, False, True, True),
    level=3,
    levels=5,
    ladder_label="走到这里",
    badge="熟练徽章",
    opens=("从现在起，补签题答错还能再答一题", "已达到进阶群对知识的要求"),
    foot=("题目只考知识，不涉及买卖建议",),
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"opens": ()},
        {"right": 20, "answers": (True,) * 20},
        {"kicker": "投资知识闯关 · " + "很长的名字" * 12, "opens": ("很长的一句话" * 15,)},
        {"title": "Level 3 · Professional passed", "badge": "Professional badge"},
    ],
)
def test_everything_is_inside_and_nothing_runs_into_anything(changes):
    canvas = score_canvas(replace(CARD, **changes))
    assert opened(canvas.png()).width == 1080
    assert_within_bounds(canvas)
    assert texts_overlap(canvas) == []
    assert_margins_are_clean(canvas.png())


def test_the_picture_shows_the_score_and_what_it_opens():
    shown = {extent.text for extent in score_canvas(CARD).extents}
    assert {"8", "/ 10", "题答对", "熟练徽章", *CARD.opens} <= shown


def test_another_score_is_another_picture():
    assert draw_score_card(CARD) != draw_score_card(replace(CARD, right=7))

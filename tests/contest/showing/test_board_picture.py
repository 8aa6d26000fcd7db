from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.contest.rules import RankBy
from bot.contest.showing.board_picture import board_card, draw_board
from bot.i18n import Language, words_for
from tests.contest.boards import make_rules
from tests.contest.pictured import make_board, make_line

WORDS = words_for(ZoneInfo("Asia/Shanghai"))


def card_of(board, language=Language.SIMPLIFIED):
    return board_card(board, WORDS, language)


def test_the_title_says_how_the_middle_of_the_contest_did():
    assert card_of(make_board()).title == "第 12 个交易日：1,204 人参赛，收益中位数 ▲0.42%"
    english = card_of(make_board(), Language.ENGLISH).title
    assert english == "Trading day 12: 1,204 taking part, median return ▲0.42%"


def test_titles_of_one_and_of_nobody_are_sentences_too():
    one = make_board(competitors=1, median_return=Decimal("-0.01"))
    assert card_of(one).title == "第 12 个交易日：1 人参赛，收益 ▼1.00%"
    nobody = replace(make_board(competitors=0, median_return=None), lines=())
    assert card_of(nobody).title == "第 12 个交易日：还没有人上榜"
    assert card_of(nobody).rows == ()


def test_a_row_holds_the_risk_beside_the_return():
    card = card_of(make_board(make_line(1, "小满", "0.08213", "0.0312", "0.1249", "88.4567")))
    (row,) = card.rows
    assert (row.rank, row.name, row.percent) == ("1", "小满", Decimal("8.21"))
    assert (row.drawdown, row.concentration, row.score) == ("3.1%", "12.5%", "88.46")


def test_the_formula_stands_on_the_picture_with_its_weights():
    foot = card_of(make_board()).foot
    assert foot[0] == "综合分 = 收益百分位 − 最大回撤 × 0.30 − 集中度 × 0.20"
    assert foot[1] == "当日记录校验码 3f9a12bc77de"
    assert foot[2].startswith("模拟比赛")


def test_a_board_by_return_shows_no_score():
    card = card_of(make_board(rules=make_rules(rank_by=RankBy.RETURN)))
    assert card.heads[-1] == ""
    assert {row.score for row in card.rows} == {""}
    assert "按收益排名" in card.foot[0]


def test_no_chain_head_is_no_line():
    assert not any("校验码" in line for line in card_of(make_board(chain_head="")).foot)


def test_who_is_out_of_competition_has_a_dash_for_a_rank():
    assert card_of(make_board(make_line(None, "助理"))).rows[0].rank == "–"


def test_the_readers_line_is_marked_among_the_ten_or_added_below():
    lines = tuple(make_line(n, f"群友{n}") for n in range(1, 13))
    inside = card_of(make_board(*lines, own=lines[3]))
    assert [row.name for row in inside.rows if row.is_own] == ["群友4"]
    assert inside.own is None
    below = card_of(make_board(*lines, own=lines[11]))
    assert not any(row.is_own for row in below.rows)
    assert below.own.name == "群友12"
    assert below.own.is_own


def test_in_a_group_nobody_is_marked():
    card = card_of(make_board())
    assert card.own is None
    assert not any(row.is_own for row in card.rows)


@pytest.mark.parametrize("language", list(Language))
def test_the_board_is_a_picture_in_each_language_and_says_simulated(language):
    assert draw_board(make_board(), WORDS, language).startswith(b"\x89PNG")
    assert card_of(make_board(), language).badge in {"模拟", "模擬", "Simulated"}


def test_every_name_can_be_screened_before_it_goes_out():
    board = make_board(make_line(1, "小满"), own=make_line(44, "王小明"))
    assert {"小满", "王小明"} <= set(card_of(board).texts)

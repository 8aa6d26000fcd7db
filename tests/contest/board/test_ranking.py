from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.contest.board.ranking import Contender, percentile, rank_all
from bot.contest.instrument import Market
from bot.contest.rules import RankBy, Rules
from tests.contest.boards import contenders, make_rules

COMPOSITE = make_rules()
RETURN = make_rules(rank_by=RankBy.RETURN)


def make(account, equity, drawdown="0", concentration="0", **known):
    return Contender(account, Decimal(equity), Decimal(drawdown), Decimal(concentration), **known)


def ranks(board):
    return {line.account: line.rank for line in board}


def test_an_empty_contest_has_an_empty_board():
    assert rank_all([], COMPOSITE) == ()


def test_one_alone_is_first_and_neither_above_nor_below_anybody():
    (line,) = rank_all([make(7, 900_000, "0.1")], COMPOSITE)
    assert line.rank == 1
    assert line.terms.percentile == 50
    assert line.terms.score == 47


def test_percentile_counts_those_behind_and_half_of_those_level():
    assert percentile(below=3, level=0, others=3) == 100
    assert percentile(below=0, level=0, others=3) == 0
    assert percentile(below=1, level=1, others=3) == 50
    assert percentile(below=2, level=0, others=3) == Decimal("66.6667")


def test_the_composite_takes_off_what_drawdown_and_concentration_cost():
    board = rank_all(
        [
            make(1, 1_200_000, "0.20", "0.28"),
            make(2, 1_100_000, "0.02", "0.10"),
            make(3, 1_000_000),
        ],
        COMPOSITE,
    )
    first, second, third = board
    assert (first.account, second.account, third.account) == (1, 2, 3)
    # 100 - 0.30 x 20 - 0.20 x 28
    assert (first.terms.percentile, first.terms.drawdown, first.terms.concentration) == (
        100,
        6,
        Decimal("5.6"),
    )
    assert first.terms.score == Decimal("88.4")
    assert second.terms.score == 50 - Decimal("0.6") - 2
    assert first.total_return == Decimal("0.2")


def test_a_calm_account_passes_a_wild_one_that_earned_a_little_more():
    crowd = [make(n, 1_000_000 + n) for n in range(1, 100)]
    board = rank_all(
        [*crowd, make(100, 1_500_000, "0.45", "0.9"), make(101, 1_400_000, "0.01")], COMPOSITE
    )
    assert ranks(board)[101] == 1
    assert ranks(board)[100] > 10
    assert ranks(rank_all([*crowd, make(100, 2_000_000, "0.9", "1")], RETURN))[100] == 1


def test_ties_share_a_rank_and_leave_the_next_one_out():
    board = rank_all([make(1, 11), make(2, 12), make(3, 12), make(4, 10)], RETURN)
    assert [(line.account, line.rank) for line in board] == [(2, 1), (3, 1), (1, 3), (4, 4)]


def test_a_cent_decides_by_plain_return():
    board = rank_all([make(1, "1000000.00"), make(2, "1000000.01")], RETURN)
    assert ranks(board) == {2: 1, 1: 2}


def test_staff_and_disqualified_stand_where_they_would_and_take_no_rank():
    others = [make(1, 12), make(2, 11), make(3, 10)]
    staff = make(9, "11.5", competes=False)
    board = rank_all([*others, staff], COMPOSITE)
    assert [(line.account, line.rank) for line in board] == [(1, 1), (9, None), (2, 2), (3, 3)]
    assert board[1].terms.percentile == Decimal("66.6667")
    assert tuple(line for line in board if line.account != 9) == rank_all(others, COMPOSITE)


def test_a_board_of_staff_only_has_no_ranks():
    board = rank_all([make(1, 12, competes=False), make(2, 11, competes=False)], COMPOSITE)
    assert [line.rank for line in board] == [None, None]
    assert [line.terms.percentile for line in board] == [50, 50]


def test_those_who_never_traded_are_ranked_like_everybody():
    board = rank_all([make(n, 1_000_000) for n in range(1, 4)], COMPOSITE)
    assert [(line.rank, line.terms.score) for line in board] == [(1, 50)] * 3


@given(contenders())
def test_ranks_follow_scores_and_ties_share_them(standings):
    for rules in (COMPOSITE, RETURN):
        competing = [line for line in rank_all(standings, rules) if line.rank is not None]
        keys = [
            line.equity if rules.rank_by is RankBy.RETURN else line.terms.score
            for line in competing
        ]
        assert keys == sorted(keys, reverse=True)
        assert [line.rank for line in competing] == [
            1 + sum(other > key for other in keys) for key in keys
        ]


@given(contenders(), st.randoms(use_true_random=False))
def test_the_board_does_not_depend_on_the_order_in_which_it_was_given(standings, chance):
    shuffled = list(standings)
    chance.shuffle(shuffled)
    assert rank_all(shuffled, COMPOSITE) == rank_all(standings, COMPOSITE)


@given(contenders())
def test_percentiles_of_competitors_average_fifty(standings):
    competing = [line for line in rank_all(standings, COMPOSITE) if line.rank is not None]
    if competing:
        mean = sum(line.terms.percentile for line in competing) / len(competing)
        assert abs(mean - 50) <= Decimal("0.0001")


def test_weights_of_zero_leave_the_return_alone():
    rules = Rules(
        Market.MAINLAND,
        date(2026, 11, 23),
        date(2026, 12, 18),
        date(2026, 11, 27),
        drawdown_weight=Decimal(0),
        concentration_weight=Decimal(0),
    )
    standings = [make(n, 10 * n, "0.5", "0.5") for n in range(1, 6)]
    assert ranks(rank_all(standings, rules)) == ranks(rank_all(standings, RETURN))

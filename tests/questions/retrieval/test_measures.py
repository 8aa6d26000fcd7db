"""The figures that say how well entries are found."""

import pytest

from bot.questions.retrieval.measures import Outcome, auc, measured


def test_hits_and_reciprocal_ranks_count_only_rows_in_scope() -> None:
    outcomes = [
        Outcome("a", ("a", "b"), 0.9),
        Outcome("b", ("a", "c", "b"), 0.8),
        Outcome("c", (), 0.1),
        Outcome(None, ("a",), 0.2),
    ]
    figures = measured(outcomes)
    assert figures.hit1 == pytest.approx(1 / 3)
    assert figures.hit3 == pytest.approx(2 / 3)
    assert figures.mrr == pytest.approx((1 + 1 / 3) / 3)
    assert figures.auc == pytest.approx(2 / 3)


def test_auc_counts_ties_half() -> None:
    assert auc([0.5, 0.9], [0.5]) == pytest.approx(0.75)


def test_figures_that_no_row_can_give_are_none() -> None:
    assert measured([Outcome(None, (), 0.0)]).hit1 is None
    assert measured([Outcome("a", ("a",), 1.0)]).auc is None

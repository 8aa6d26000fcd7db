"""Fitting small networks to rows of features; only training needs it (and scipy)."""

from collections.abc import Callable, Sequence
from importlib import import_module

import numpy as np

from bot.questions.retrieval.features import Matrix
from bot.questions.retrieval.model import Net

RANK_PENALTY = 3.0
ODDS_PENALTY = 10.0

Group = tuple[Matrix, int, float]
"""The candidates of one question, the place of the right one, and what the question counts."""


def fit_rank(groups: Sequence[Group]) -> Net:
    """Return the net that makes right candidates score highest among their group."""
    table = np.concatenate([rows for rows, _, _ in groups])
    mean, scale = _standard(table)
    values = np.clip((table - mean) / scale, -6, 6)
    sizes = np.array([len(rows) for rows, _, _ in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([place for _, place, _ in groups])
    counts = np.array([weight for _, _, weight in groups])
    group_of = np.repeat(np.arange(len(groups)), sizes)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = values @ weights
        highest = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - highest[group_of])
        sums = np.add.reduceat(shares, starts)
        likely = counts @ (scores[right] - highest - np.log(sums))
        pull = values[right].T @ counts - values.T @ (shares / sums[group_of] * counts[group_of])
        return RANK_PENALTY * weights @ weights - likely, 2 * RANK_PENALTY * weights - pull

    weights = _least(loss, values.shape[1])
    return Net(mean, scale, ((weights[:, None], np.zeros(1)),))


def fit_odds(table: Matrix, yes: Matrix, counts: Matrix) -> Net:
    """Return the net that gives the log odds of `yes` for a row of features."""
    mean, scale = _standard(table)
    values = np.hstack([np.clip((table - mean) / scale, -6, 6), np.ones((len(table), 1))])
    signs = np.where(yes, 1.0, -1.0)
    penalty = np.full(values.shape[1], ODDS_PENALTY)
    penalty[-1] = 0.0

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        margins = signs * (values @ weights)
        lost = counts @ np.logaddexp(0, -margins)
        pull = values.T @ (counts * signs / (1 + np.exp(np.clip(margins, -30, 30))))
        return lost + penalty @ weights**2, 2 * penalty * weights - pull

    weights = _least(loss, values.shape[1])
    return Net(mean, scale, ((weights[:-1, None], weights[-1:]),))


def _standard(table: Matrix) -> tuple[Matrix, Matrix]:
    return table.mean(axis=0), np.maximum(table.std(axis=0), 0.01)


def _least(loss: Callable[[Matrix], tuple[float, Matrix]], width: int) -> Matrix:
    optimize = import_module("scipy.optimize")
    found = optimize.minimize(
        loss, np.zeros(width), jac=True, method="L-BFGS-B", options={"maxiter": 150}
    )
    weights: Matrix = found.x
    return weights

"""Fitting small networks to rows of features; only training needs it (and scipy)."""

from collections.abc import Callable, Sequence
from importlib import import_module

import numpy as np
import numpy.typing as npt

from bot.questions.retrieval.features import Matrix
from bot.questions.retrieval.model import Net

RANK_PENALTY = 3.0
ODDS_PENALTY = 10.0
MOST_STEPS = 150
TURN_PENALTY = 0.3
TURN_STEPS = 20
FIRST_TURNS = (20.0, 10.0)
"""Before anything is learned, a question means what its entry and, half as much, its answer do."""

Group = tuple[Matrix, int, float]
"""The candidates of one question, the place of the right one, and what the question counts."""

Asked = tuple[Matrix, Matrix, Matrix, npt.NDArray[np.int64], float]
"""Means of questions, of entries and of answers, the right entry of each question, a weight."""

Loss = Callable[[Matrix], tuple[float, Matrix]]
"""From the scores of all rows to what is lost and its slope by each score."""


def fit_rank(groups: Sequence[Group], hidden: int = 0, penalty: float = RANK_PENALTY) -> Net:
    """Return the net that makes right candidates score highest among their group."""
    table = np.concatenate([rows for rows, _, _ in groups])
    sizes = np.array([len(rows) for rows, _, _ in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([place for _, place, _ in groups])
    counts = np.array([weight for _, _, weight in groups])
    group_of = np.repeat(np.arange(len(groups)), sizes)

    def loss(scores: Matrix) -> tuple[float, Matrix]:
        highest = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - highest[group_of])
        sums = np.add.reduceat(shares, starts)
        likely = counts @ (scores[right] - highest - np.log(sums))
        slope = shares / sums[group_of] * counts[group_of]
        slope[right] -= counts
        return -float(likely), slope

    return _fitted(table, loss, hidden, penalty)


def fit_turns(sets: Sequence[Asked], steps: int = TURN_STEPS) -> Matrix:
    """Return turns that bring the meanings of questions near those of their entries and answers.

    Two matrices; the loss is that of choosing among all entries of the FAQ.
    """
    width = sets[0][0].shape[1]
    first = np.stack([np.eye(width) * size for size in FIRST_TURNS])

    def whole(flat: Matrix) -> tuple[float, Matrix]:
        moved = flat.reshape(first.shape)
        lost, slope = TURN_PENALTY * float(flat @ flat), 2 * TURN_PENALTY * moved
        for questions, entries, answers, right, weight in sets:
            turns = moved + first
            scores = questions @ (turns[0] @ entries.T + turns[1] @ answers.T)
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            rows = np.arange(len(right))
            lost -= weight * float(np.log(shares[rows, right] + 1e-12).sum())
            shares[rows, right] -= 1
            pull = questions.T @ shares * weight
            slope = slope + np.stack([pull @ entries, pull @ answers])
        return lost, slope.ravel()

    optimize = import_module("scipy.optimize")
    found = optimize.minimize(
        whole, np.zeros(first.size), jac=True, method="L-BFGS-B", options={"maxiter": steps}
    )
    turned: Matrix = found.x.reshape(first.shape) + first
    return turned


def fit_odds(
    table: Matrix, yes: Matrix, counts: Matrix, hidden: int = 0, penalty: float = ODDS_PENALTY
) -> Net:
    """Return the net that gives the log odds of `yes` for a row of features."""
    signs = np.where(yes, 1.0, -1.0)

    def loss(scores: Matrix) -> tuple[float, Matrix]:
        margins = signs * scores
        lost = counts @ np.logaddexp(0, -margins)
        return float(lost), -counts * signs / (1 + np.exp(np.clip(margins, -30, 30)))

    return _fitted(table, loss, hidden, penalty)


def _fitted(table: Matrix, loss: Loss, hidden: int, penalty: float) -> Net:
    """Return the net of least loss: linear, or with one hidden layer beside nothing else."""
    mean, scale = table.mean(axis=0), np.maximum(table.std(axis=0), 0.01)
    values = np.clip((table - mean) / scale, -6, 6)
    width = values.shape[1]

    def unpacked(flat: Matrix) -> tuple[Matrix, Matrix, Matrix, float]:
        if not hidden:
            return np.zeros((0, 0)), np.zeros(0), flat[:-1], float(flat[-1])
        cut = width * hidden
        return (
            flat[:cut].reshape(width, hidden),
            flat[cut : cut + hidden],
            flat[cut + hidden : -1],
            float(flat[-1]),
        )

    def whole(flat: Matrix) -> tuple[float, Matrix]:
        inner, shift, outer, constant = unpacked(flat)
        layer = np.tanh(values @ inner + shift) if hidden else values
        lost, slope = loss(layer @ outer + constant)
        pull = [layer.T @ slope, [slope.sum()]]
        if hidden:
            back = (slope[:, None] * outer) * (1 - layer**2)
            pull = [(values.T @ back).ravel(), back.sum(axis=0), *pull]
        kept = flat.copy()
        kept[-1] = 0.0
        return lost + penalty * float(kept @ kept), np.concatenate(pull) + 2 * penalty * kept

    optimize = import_module("scipy.optimize")
    count = (width * hidden + 2 * hidden if hidden else width) + 1
    found = optimize.minimize(
        whole,
        _start(count if hidden else 0, count),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": MOST_STEPS},
    )
    inner, shift, outer, constant = unpacked(found.x)
    last = (outer[:, None], np.array([constant]))
    return Net(mean, scale, ((inner, shift), last) if hidden else (last,))


def _start(spread: int, count: int) -> Matrix:
    """Return where fitting starts: nothing, or small uneven numbers that are always the same."""
    if not spread:
        return np.zeros(count)
    start: Matrix = 0.3 * np.sin(np.arange(1, count + 1) ** 1.5)
    return start

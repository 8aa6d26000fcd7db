"""The trained model: one number for a text, and the places that raised it."""

from functools import cache
from math import exp, sqrt
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.compliance.model.features import buckets, placed_buckets, shaped, shaped_places
from bot.compliance.model.weights import MODEL_FILE, Weights, read
from bot.compliance.verdict import Lane

_MOST_CAUSES = 3
_SHARE_OF_PEAK = 0.4
_WIDEST_GAP = 1
_STEEPEST = 60.0
# Bytes in UTF-8, that is four Chinese characters or twelve letters: in less there is nothing
# to weigh, and the rules know the words.
_SHORTEST = 12


class LinearModel:
    """A logistic model over hashed n-grams; holds no state of any text."""

    def __init__(self, weights: Weights) -> None:
        header = weights.header
        self.version = weights.version
        self.lanes = frozenset(Lane(lane) for lane in header.lanes)
        self.threshold = header.threshold
        self.excused_threshold = header.excused_threshold
        self.doubt_threshold = header.doubt_threshold
        self.doubts = frozenset(header.doubts)
        self.reason = header.reason
        self.suggestion = header.suggestion
        self._values = weights.values
        self._scale = header.scale
        self._intercept = header.intercept

    def score(self, folded_text: str) -> float:
        """Return how likely the text is an offence, from 0 to 1; 0 for one too short to weigh."""
        if len(folded_text.encode()) < _SHORTEST:
            return 0.0
        found = buckets(folded_text)
        total = int(self._values.take(found).sum(dtype=np.int64))
        steps = total * self._scale / sqrt(len(found)) + self._intercept
        return 1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, steps))))

    def causes(self, folded_text: str) -> list[tuple[int, int]]:
        """Return up to three spans that raised the score, the most telling first."""
        places = shaped_places(folded_text)
        pushed = self._pushed(folded_text)[1:-1]  # the signs for the ends are not in the text
        spans = [
            (float(pushed[first:last].sum()), places[first + 1][0], places[last][1])
            for first, last in _ridges(pushed)
        ]
        ranked = sorted(spans, key=lambda span: (-span[0], span[1]))[:_MOST_CAUSES]
        return [(start, end) for _, start, end in ranked]

    def _pushed(self, folded_text: str) -> npt.NDArray[np.float64]:
        """Return how much each character of the shaped text raises the score.

        An n-gram's weight is shared out equally among its characters.
        """
        pushed = np.zeros(len(shaped(folded_text)))
        for order, found in placed_buckets(folded_text):
            shares = self._values.take(found) / order
            for offset in range(order):
                pushed[offset : offset + len(shares)] += shares
        return pushed


def _ridges(pushed: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return the runs of characters that stand out, joined over gaps of one character."""
    peak = pushed.max(initial=0.0)
    high = np.flatnonzero(pushed > _SHARE_OF_PEAK * peak) if peak > 0 else np.array([], int)
    ridges: list[tuple[int, int]] = []
    for place in map(int, high):
        if ridges and place - ridges[-1][1] <= _WIDEST_GAP:
            ridges[-1] = (ridges[-1][0], place + 1)
        else:
            ridges.append((place, place + 1))
    return ridges


@cache
def default_model() -> LinearModel:
    """Return the model that ships with the product, read once."""
    return load_model(MODEL_FILE)


def load_model(path: Path) -> LinearModel:
    """Return the model in a file; InvalidData if there is none."""
    return LinearModel(read(path))

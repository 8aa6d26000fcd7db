"""An inverted index with BM25 weights worked out beforehand, in numpy arrays."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Token = str | int


class Postings:
    """BM25 over bags of tokens; immutable once built, and cheap to pickle."""

    def __init__(self, bags: Sequence[Sequence[Token]], k1: float, b: float) -> None:
        self.size = len(bags)
        found: dict[Token, tuple[list[int], list[int]]] = {}
        for number, bag in enumerate(bags):
            for token, count in Counter(bag).items():
                documents, counts = found.setdefault(token, ([], []))
                documents.append(number)
                counts.append(count)
        lengths = np.array([len(bag) for bag in bags], dtype=np.float64)
        mean = float(lengths.mean()) if self.size else 0.0
        norms = k1 * (1 - b + b * lengths / mean) if mean else np.full(self.size, k1)
        self.idf: Mapping[Token, float] = {
            token: bm25_idf(len(documents), self.size) for token, (documents, _) in found.items()
        }
        self._postings: Mapping[Token, tuple[npt.NDArray[np.int32], Floats]] = {
            token: self._impacts(self.idf[token], documents, counts, norms, k1)
            for token, (documents, counts) in found.items()
        }

    @staticmethod
    def _impacts(
        idf: float,
        documents: list[int],
        counts: list[int],
        norms: npt.NDArray[np.float64],
        k1: float,
    ) -> tuple[npt.NDArray[np.int32], Floats]:
        where = np.array(documents, dtype=np.int32)
        often = np.array(counts, dtype=np.float64)
        impacts = idf * often * (k1 + 1) / (often + norms[where])
        return where, impacts.astype(np.float32)

    def scores(self, tokens: Iterable[Token]) -> Floats:
        """Return the score of every document for a bag of tokens, each counted as often."""
        scores = np.zeros(self.size, dtype=np.float32)
        for token, count in Counter(tokens).items():
            posting = self._postings.get(token)
            if posting is not None:
                documents, impacts = posting
                scores[documents] += impacts if count == 1 else impacts * count
        return scores


def bm25_idf(documents: int, of: int) -> float:
    """Return the inverse document frequency of BM25, never negative."""
    return math.log(1 + (of - documents + 0.5) / (documents + 0.5))


def largest(scores: npt.NDArray[np.floating], count: int) -> list[int]:
    """Return the places of the `count` largest scores, the largest first, ties by place."""
    if len(scores) > count:
        border = np.partition(scores, len(scores) - count)[len(scores) - count]
        places = np.flatnonzero(scores >= border)
    else:
        places = np.arange(len(scores))
    order = np.lexsort((places, -scores[places]))
    return [int(place) for place in places[order][:count]]

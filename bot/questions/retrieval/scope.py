"""What tells whether the FAQ answers a question at all: the best candidate beside the others.

A question in scope has its weighty words somewhere in the FAQ, and one candidate that stands
out; one that only shares small words with many entries is not answered by any.
"""

import math
from collections.abc import Mapping

import numpy as np

from bot.questions.retrieval.features import NAMES, Matrix, Weights
from bot.questions.retrieval.index import Index
from bot.questions.retrieval.texts import Text

_LARGEST_OF = NAMES[: NAMES.index("entry_written")]
_MISSED = NAMES.index("query_none")

SCOPE_NAMES = (
    *(f"best_{name}" for name in NAMES),
    *(f"largest_{name}" for name in _LARGEST_OF),
    *("score", "ahead_of_second", "ahead_of_five", "share_of_scores"),
    *("entries", "length", "missed", "asks", "words_known"),
    *("tone", "worst_tone"),
    *("at_home", "units_unseen", "bigrams_unseen", "bigrams_unanswered"),
)

AHEAD = SCOPE_NAMES.index("ahead_of_second")
CLEARLY = 1.0
"""How far the best score must be ahead of the second for an answer; closer ones are a choice.

Scores are log odds between candidates: 1 is nearly three times as likely.
"""


def scope_features(
    query: Text,
    rows: Matrix,
    scores: Matrix,
    index: Index,
    weights: Weights,
    shares: Mapping[str, float],
    tone: Mapping[str, float],
) -> Matrix:
    """Return one row of SCOPE_NAMES for a query whose candidates have these features and scores.

    `tone` says of units and bigrams how much more often customers use them than small talk does.
    """
    order = np.argsort(-scores, kind="stable")
    best = rows[order[0]]
    length = sum(1 for unit in query.units if unit)
    beside = (
        *_standing(scores[order]),
        math.log(len(index.rows)),
        math.log(length + 1),
        float(best[_MISSED]) * min(length, 30),
        float(query.asked != 0),
        len(query.same) / (length + 1),
        *_tone(query, tone),
        *_seen(query, index, weights, shares),
    )
    return np.concatenate([best, rows.max(axis=0)[: len(_LARGEST_OF)], beside])


def _standing(scores: Matrix) -> tuple[float, float, float, float]:
    """Return how the best score stands to the others, which come sorted."""
    best = float(scores[0])
    second = best - float(scores[1]) if len(scores) > 1 else 5.0
    share = 1 / float(np.exp(np.clip(scores - best, -30, 0)).sum())
    return best, second, best - float(scores[:5].mean()), share


def _tone(query: Text, tone: Mapping[str, float]) -> tuple[float, float]:
    """Return how much a query sounds like a customer's, and its least such word."""
    found = [tone[token] for token in tokens(query) if token in tone]
    return (sum(found) / math.sqrt(len(found)), min(found)) if found else (0.0, 0.0)


def tokens(query: Text) -> set[str]:
    """Return what the tone of a query is heard in: its units and bigrams."""
    return {unit for unit in query.units if unit} | set(query.bigrams)


def _seen(
    query: Text, index: Index, weights: Weights, shares: Mapping[str, float]
) -> tuple[float, float, float, float]:
    """Return how far the words of a query are those of this FAQ."""
    units = [unit for unit in query.units if unit]
    entries = len(index.rows)
    at_home = sum(
        math.log((index.entries_with.get(unit, 0) + 0.3) / (entries + 0.6))
        - math.log(shares.get(unit, 0.002) + 0.004)
        for unit in units
    )
    weighed = [(weights(unit), unit in index.entries_with) for unit in units]
    whole = sum(weight for weight, _ in weighed) or 1.0
    asked, answered = index.fields[0].idf, index.answers[0].idf
    unseen = [gram for gram in query.bigrams if gram not in asked]
    count = len(query.bigrams)
    return (
        at_home / len(units),
        sum(weight for weight, known in weighed if not known) / whole,
        len(unseen) / count,
        sum(gram not in answered for gram in unseen) / count,
    )

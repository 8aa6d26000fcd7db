"""What is said of a question and an entry that may answer it, in numbers that a model weighs.

Nothing here knows a subject: the same features for any FAQ, so that weights learned on some
FAQs hold for others.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from bot.questions.retrieval.index import FIELDS, Candidate, Index
from bot.questions.retrieval.meanings import DIMENSIONS, MEANT_NAMES, Vectors, meaning
from bot.questions.retrieval.texts import BREAK, Text

Matrix = npt.NDArray[np.float64]

PRIOR_ENTRIES = 60
"""How many entries of everyday FAQs are thought to stand beside those of this one."""

UNSEEN_SHARE = 0.004
LIGHT = 0.3

COMMON_BITS = 8.0
"""A word this common tells nothing."""

UNTAUGHT = np.zeros((2, DIMENSIONS, DIMENSIONS), np.float32)
"""Turns that say nothing, for when none are learned yet."""

_COVERED = ("written", "meant", "related", "unit", "none")
_CREDIT = (1.0, 1.0, 0.5, 0.3, 0.0)
_WRITTEN, _UNIT, _NONE = 0, 3, 4
NAMES = (
    *(f"bm25_{field}" for field in FIELDS),
    *("whole_bigrams", "whole_same", "answer_bigrams", "answer_same"),
    *(f"query_{how}" for how in _COVERED),
    *(f"entry_{how}" for how in _COVERED),
    *("nouns_covered", "nouns_missed", "verbs_covered", "verbs_missed", "worst_missed"),
    *("entry_nouns_covered", "entry_nouns_missed", "entry_verbs_covered", "entry_verbs_missed"),
    *("sounds_shared", "ratio", "partial", "subsequence", "equal"),
    *("asked_same", "asked_other", "denied_other", "numbers_other", "numbers_same"),
    *("longer", "shorter", "first_phrasing"),
    *MEANT_NAMES,
)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a unit says in this FAQ: rare ones much, small words little."""

    of: Mapping[str, float]
    unseen: float

    def __call__(self, unit: str) -> float:
        """Return the weight of one unit."""
        return self.of.get(unit, self.unseen)


def unit_weights(index: Index, shares: Mapping[str, float]) -> Weights:
    """Return the weights of units, from this FAQ and from their shares of everyday entries."""
    entries = len(index.rows) + PRIOR_ENTRIES
    found: dict[str, float] = {}
    for unit in {*shares, *index.entries_with, *index.words.light}:
        often = index.entries_with.get(unit, 0) + PRIOR_ENTRIES * shares.get(unit, UNSEEN_SHARE)
        rarity = math.log((entries + 1) / (often + 0.5))
        found[unit] = rarity * (LIGHT if unit in index.words.light else 1.0)
    unseen = math.log((entries + 1) / (PRIOR_ENTRIES * UNSEEN_SHARE + 0.5))
    return Weights(found, unseen)


def features(
    query: Text,
    candidates: Sequence[Candidate],
    index: Index,
    weights: Weights,
    turns: Vectors = UNTAUGHT,
) -> Matrix:
    """Return one row of NAMES for each candidate; `turns` were learned with the weights."""
    rows = [
        _row(query, index.phrasings[each.phrasing], each, weights, index) for each in candidates
    ]
    if not rows:
        return np.zeros((0, len(NAMES)))
    return np.hstack(
        [np.array(rows, dtype=np.float64), index.likeness(meaning(query), candidates, turns)]
    )


def _row(
    query: Text, text: Text, candidate: Candidate, weights: Weights, index: Index
) -> tuple[float, ...]:
    asked, other = query.asked, text.asked
    heard = set(query.sounds)
    forth, back = _covered(query, text), _covered(text, query)
    return (
        *candidate.fields,
        *_coverage(query, forth, weights),
        *_coverage(text, back, weights),
        *_words(query, forth),
        *_words(text, back)[:4],
        len(heard & set(text.sounds)) / len(heard) if heard else 0.0,
        fuzz.ratio(query.plain, text.plain) / 100,
        fuzz.partial_ratio(query.plain, text.plain) / 100,
        LCSseq.normalized_similarity(query.plain, text.plain),
        float(query.plain == text.plain),
        float(asked & other != 0),
        float(asked != 0 and other != 0 and asked & other == 0),
        float(query.denied != text.denied),
        float(bool(query.numbers and text.numbers and not query.numbers & text.numbers)),
        float(bool(query.numbers & text.numbers)),
        max(0.0, math.log((len(query.plain) + 1) / (len(text.plain) + 1))),
        max(0.0, math.log((len(text.plain) + 1) / (len(query.plain) + 1))),
        float(candidate.phrasing == index.starts[candidate.entry]),
    )


def _covered(text: Text, by: Text) -> list[int]:
    """Return how each unit of a text is covered by another one: a place of _COVERED."""
    bigrams, units = set(by.bigrams), set(by.units)
    meant = _meant(text, by)
    found: list[int] = []
    before = False
    count = len(text.units)
    for place, unit in enumerate(text.units):
        after = (
            place + 1 < count
            and text.units[place + 1] != BREAK
            and _pair(unit, text.units[place + 1]) in bigrams
        )
        if unit and (before or after or (len(unit) > 1 and unit in units)):
            found.append(_WRITTEN)
        else:
            found.append(meant.get(place) or (_UNIT if unit in units else _NONE))
        before = unit != BREAK and after
    return found


def _coverage(text: Text, covered: Sequence[int], weights: Weights) -> tuple[float, ...]:
    """Return the shares of a text's weight that are covered as written, as meant, … ."""
    shares = [0.0] * len(_COVERED)
    for unit, how in zip(text.units, covered, strict=True):
        if unit:
            shares[how] += weights(unit)
    whole = sum(shares)
    return tuple(share / whole for share in shares) if whole > 0 else (0.0,) * len(_COVERED)


def _words(text: Text, covered: Sequence[int]) -> tuple[float, float, float, float, float]:
    """Return bits of nouns and of verbs covered and missed, and those of the worst miss."""
    known = {"n": 0.0, "v": 0.0, "x": 0.0}
    missed = {"n": 0.0, "v": 0.0, "x": 0.0}
    worst = 0.0
    for word in text.words:
        hits = sum(_CREDIT[how] for how in covered[word.start : word.end])
        share = hits / (word.end - word.start)
        bits = max(0.0, word.bits - COMMON_BITS)
        known[word.kind] += bits * share
        missed[word.kind] += bits * (1 - share)
        worst = max(worst, bits * (1 - share))
    nouns, verbs = known["n"], known["v"]
    return nouns / 20, missed["n"] / 20, verbs / 20, missed["v"] / 20, worst / 10


def _pair(left: str, right: str) -> str:
    return f"{left} {right}" if left.isascii() and right.isascii() else left + right


def _meant(text: Text, by: Text) -> dict[int, int]:
    """Return the places of a text that stand in a word of a group the other one has too."""
    same, related = set(by.same), set(by.related)
    found: dict[int, int] = {}
    for start, end, groups, topics in text.spans:
        how = 1 if not same.isdisjoint(groups) else 2 if not related.isdisjoint(topics) else 0
        if how:
            found.update(dict.fromkeys(range(start, end), how))
    return found

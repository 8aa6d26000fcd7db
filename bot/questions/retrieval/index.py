"""The entries of one FAQ, indexed by what is written, what it means and what it sounds like."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.questions.retrieval.lexicon import Lexicon
from bot.questions.retrieval.meanings import Meaning, Vectors, joined, likeness, meaning
from bot.questions.retrieval.postings import Floats, Postings, Token, bm25_idf, largest
from bot.questions.retrieval.rows import FaqRow, merged
from bot.questions.retrieval.texts import Text, read

K1, B = 1.2, 0.5
K1_ANSWER, B_ANSWER = 1.2, 0.75
MOST_ANSWER_CHARACTERS = 600
CANDIDATES = 20
MEANT_CANDIDATES = 8
"""How many of the entries nearest in meaning are candidates, whatever words they share."""

FIELDS = ("bigrams", "units", "same", "related", "sounds")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may fit: the phrasing that fits best, and the scores of its fields.

    `fields` are BM25 scores over what the query could at most get, in this order: FIELDS of
    the best phrasing; bigrams and groups of the whole entry; bigrams and groups of the answer.
    """

    entry: int
    phrasing: int
    fields: tuple[float, ...]
    alike: float = 0.0
    """How near the query is to that phrasing of the entry which means the most like it."""


class Index:
    """Immutable once built."""

    def __init__(self, rows: Sequence[FaqRow], words: Lexicon) -> None:
        self.words = words
        self.rows = merged(list(rows))
        texts = [
            [read(text, words) for text in dict.fromkeys((row.question, *row.alt_questions))]
            for row in self.rows
        ]
        self.phrasings: tuple[Text, ...] = tuple(text for each in texts for text in each)
        counts = [len(each) for each in texts]
        self.entry_of = np.repeat(np.arange(len(counts)), counts)
        self.starts = np.cumsum([0, *counts])[:-1]
        self.fields = tuple(
            Postings([bag(text, field) for text in self.phrasings], K1, B) for field in FIELDS
        )
        self.whole = tuple(
            Postings([_all(each, field) for each in texts], K1, 0.75)
            for field in ("bigrams", "same")
        )
        answers = [read(row.answer, words, MOST_ANSWER_CHARACTERS) for row in self.rows]
        self.answers = tuple(
            Postings([bag(text, field) for text in answers], K1_ANSWER, B_ANSWER)
            for field in ("bigrams", "same")
        )
        self.meanings = tuple(map(meaning, self.phrasings))
        self.means = np.array([each.mean for each in self.meanings])
        self.answer_meanings = tuple(map(meaning, answers))
        self.entry_means = np.add.reduceat(self.means, self.starts) / np.array(counts)[:, None]
        self.answer_means = np.array([each.mean for each in self.answer_meanings])
        self.entries_with = _entries_with(texts)
        self.entries_of = _entries_of(texts)

    def candidates(self, query: Text, count: int = CANDIDATES) -> list[Candidate]:
        """Return the entries that may answer a query; those that share nothing are left out."""
        if query.empty or not self.rows:
            return []
        bags = {field: bag(query, field) for field in FIELDS}
        of_phrasing = [
            _share(postings, bags[field])
            for postings, field in zip(self.fields, FIELDS, strict=True)
        ]
        of_entry = [
            _share(postings, bags[field])
            for postings, field in zip(
                (*self.whole, *self.answers), ("bigrams", "same") * 2, strict=True
            )
        ]
        phrased = _blend(of_phrasing, (1.0, 0.5, 0.7, 0.15, 0.3))
        best = np.maximum.reduceat(phrased, self.starts)
        rough = best + _blend(of_entry, (0.3, 0.2, 0.3, 0.2))
        found = []
        exact = self.entries_of.get(query.plain, ())
        rough[list(exact)] += 100.0
        # Not `@`: from this size on it wakes threads, which cost more than they save.
        near = np.einsum("id,d->i", self.means, meaning(query).mean)
        alike = np.maximum.reduceat(near, self.starts)
        nearest = [entry for entry in largest(alike, MEANT_CANDIDATES) if alike[entry] > 0]
        shared = [entry for entry in largest(rough, count) if rough[entry] > 0]
        for entry in dict.fromkeys([*shared, *nearest]):
            start = int(self.starts[entry])
            end = int(self.starts[entry + 1]) if entry + 1 < len(self.starts) else len(phrased)
            place = start + int(np.argmax(phrased[start:end]))
            fields = [float(each[place]) for each in of_phrasing]
            fields += [float(each[entry]) for each in of_entry]
            found.append(Candidate(entry, place, tuple(fields), float(alike[entry])))
        return found

    def taught(self, query: Vectors, entries: Sequence[int], turns: Vectors) -> Vectors:
        """Return what was learned to expect of entries and answers, for a query's mean."""
        return np.stack(
            [
                self.entry_means[entries] @ (query @ turns[0]),
                self.answer_means[entries] @ (query @ turns[1]),
            ],
            axis=1,
        )

    def likeness(self, query: Meaning, candidates: Sequence[Candidate], turns: Vectors) -> Vectors:
        """Return how near candidates are to a query in meaning: a row of MEANT_NAMES for each."""
        phrasings = [self.meanings[each.phrasing] for each in candidates]
        answers = [self.answer_meanings[each.entry] for each in candidates]
        means = self.means[[each.phrasing for each in candidates]] @ query.mean
        best = np.array([each.alike for each in candidates], dtype=np.float32)
        asked = likeness(query, joined(phrasings))
        answered = likeness(query, joined(answers))[:, :1]
        taught = self.taught(query.mean, [each.entry for each in candidates], turns)
        return np.hstack([means[:, None], best[:, None], asked, answered, taught])


def bag(text: Text, field: str) -> Sequence[Token]:
    """Return the tokens of a text in one field."""
    if field == "units":
        return [unit for unit in text.units if unit]
    found: Sequence[Token] = getattr(text, field)
    return found


def _all(texts: Sequence[Text], field: str) -> list[Token]:
    return [token for text in texts for token in bag(text, field)]


def _entries_with(texts: Sequence[Sequence[Text]]) -> dict[str, int]:
    """Return in how many entries each unit stands."""
    found: dict[str, int] = {}
    for each in texts:
        for unit in {unit for text in each for unit in text.units if unit}:
            found[unit] = found.get(unit, 0) + 1
    return found


def _entries_of(texts: Sequence[Sequence[Text]]) -> dict[str, tuple[int, ...]]:
    """Return which entries have a phrasing of these very words."""
    found: dict[str, tuple[int, ...]] = {}
    for entry, each in enumerate(texts):
        for plain in {text.plain for text in each if text.plain}:
            found[plain] = (*found.get(plain, ()), entry)
    return found


def _share(postings: Postings, tokens: Iterable[Token]) -> Floats:
    """Return BM25 scores over the most that the tokens could get from a short document."""
    distinct = set(tokens)
    unseen = bm25_idf(0, postings.size)
    most = sum(postings.idf.get(token, unseen) for token in distinct)
    if not most:
        return np.zeros(postings.size, dtype=np.float32)
    return postings.scores(distinct) / np.float32(most)


def _blend(scores: Sequence[Floats], weights: Sequence[float]) -> npt.NDArray[np.float32]:
    return sum(
        (np.float32(weight) * each for weight, each in zip(weights, scores, strict=True)),
        start=np.zeros_like(scores[0]),
    )

"""Which entry of the FAQ answers a question, and how sure that is.

The pipeline is told in docs/retrieval.md; each step is a file of `bot/questions/retrieval/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.questions.retrieval.features import Matrix, features, unit_weights
from bot.questions.retrieval.index import Candidate, Index
from bot.questions.retrieval.lexicon import lexicon
from bot.questions.retrieval.model import Model, default_model, odds_to_share
from bot.questions.retrieval.rows import Action, FaqRow, Match, Ranked
from bot.questions.retrieval.scope import AHEAD, CLEARLY, scope_features
from bot.questions.retrieval.texts import Text, read

__all__ = ["Action", "FaqRow", "Match", "Matcher", "Ranked"]

MOST_RANKED = 10
SMALL_WORDS_ALONE = 0.25
"""为什么, 你好, 可以吗 say nothing of what is asked: so much is left of their confidence."""

NOTHING = Match((), 0.0, Action.HUMAN)


@dataclass(frozen=True, slots=True)
class _Found:
    candidates: Sequence[Candidate]
    rows: Matrix
    scores: Matrix
    exact: int


class Matcher:
    """Finds the entries of one FAQ; immutable once built, so that threads may share it.

    `synonyms` are groups of words that mean the same (say, of the glossary), beside those that
    ship. The order of the rows does not matter; rows of one id are taken as one entry.
    """

    def __init__(
        self,
        rows: Sequence[FaqRow],
        synonyms: Sequence[Sequence[str]] = (),
        model: Model | None = None,
    ) -> None:
        self._model = model or default_model()
        self._index = Index(rows, lexicon(synonyms))
        words = self._index.words
        self._small_talk = frozenset(read(each, words).plain for each in words.small_talk)
        self._weights = unit_weights(self._index, self._model.shares)

    def match(self, query: str) -> Match:
        """Return the entries that fit a question, the best first, and what to do with it."""
        text = read(query, self._index.words)
        candidates = self._index.candidates(text)
        if not candidates:
            return NOTHING
        found = self._scored(text, candidates)
        confidence, action = self._decided(text, found)
        order = np.argsort(-found.scores, kind="stable")[:MOST_RANKED]
        ranked = tuple(
            Ranked(self._index.rows[candidates[place].entry].id, float(found.scores[place]))
            for place in order
        )
        return Match(ranked, confidence, action)

    def _scored(self, text: Text, candidates: Sequence[Candidate]) -> _Found:
        rows = features(text, candidates, self._index, self._weights, self._model.turns)
        scores = self._model.rank(rows)
        same = self._index.entries_of.get(text.plain, ())
        exact = [place for place, each in enumerate(candidates) if each.entry in same]
        if exact:  # the very words of an entry: no weights may put another one first
            scores[exact] += 100.0
        return _Found(candidates, rows, scores, len(exact))

    def _decided(self, text: Text, found: _Found) -> tuple[float, Action]:
        if found.exact:
            return 1.0, Action.ANSWER if found.exact == 1 else Action.CHOOSE
        row = scope_features(
            text,
            found.rows,
            found.scores,
            self._index,
            self._weights,
            self._model.shares,
            self._model.tone,
        )[None, :]
        confidence = odds_to_share(self._model.scope(row)[0])
        right = odds_to_share(self._model.right(row)[0])
        if self._asks_nothing(text):
            confidence *= SMALL_WORDS_ALONE
        if confidence < self._model.choose_from:
            return confidence, Action.HUMAN
        sure = right >= self._model.answer_from and row[0, AHEAD] >= CLEARLY
        return confidence, Action.ANSWER if sure else Action.CHOOSE

    def _asks_nothing(self, text: Text) -> bool:
        """Tell whether a text is small words, small talk or bare numbers and no more."""
        if text.plain in self._small_talk or not any(map(str.isalpha, text.plain)):
            return True
        return all(unit in self._index.words.light for unit in text.units if unit)

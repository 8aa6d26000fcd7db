"""The yardstick: plain BM25 over character bigrams, as good as its plain choices make it.

Text is lower-cased in its compatibility form (NFKC) and nothing else is known about it: no
synonyms, no traditional characters, no weights. An entry is one document of its question and
phrasings and its answer: with answers it finds more (see docs/retrieval.md).
"""

import unicodedata
from collections.abc import Sequence

from bot.questions.retrieval.postings import Postings, largest
from bot.questions.retrieval.rows import FaqRow, Ranked, merged

K1 = 1.2
B = 0.75


class PlainBm25:
    """Plain BM25 over character bigrams; its confidence is its best score."""

    def __init__(self, rows: Sequence[FaqRow], *, with_answers: bool = True) -> None:
        self._rows = merged(list(rows))
        self._postings = Postings([_document(row, with_answers) for row in self._rows], K1, B)

    def ranked(self, query: str, count: int = 10) -> tuple[Ranked, ...]:
        """Return the best entries for a query, of those that share a bigram with it."""
        scores = self._postings.scores(bigrams(query))
        found = [(place, float(scores[place])) for place in largest(scores, count)]
        return tuple(Ranked(self._rows[place].id, score) for place, score in found if score > 0)


def bigrams(text: str) -> list[str]:
    """Return the character bigrams of a text without its blanks and punctuation."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    kept = "".join(character for character in lowered if character.isalnum())
    return [kept[place : place + 2] for place in range(len(kept) - 1)] or ([kept] if kept else [])


def _document(row: FaqRow, with_answers: bool) -> list[str]:
    texts = [row.question, *row.alt_questions, *([row.answer] if with_answers else [])]
    return [gram for text in texts for gram in bigrams(text)]

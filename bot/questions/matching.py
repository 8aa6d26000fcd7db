"""Which entry of the FAQ answers a question, and how sure that is."""

from collections.abc import Sequence

from bot.questions.retrieval.plain import PlainBm25
from bot.questions.retrieval.rows import Action, FaqRow, Match, Ranked

__all__ = ["Action", "FaqRow", "Match", "Matcher", "Ranked"]


class Matcher:
    """Finds the entries of one FAQ; immutable once built, so that threads may share it."""

    def __init__(self, rows: Sequence[FaqRow]) -> None:
        self._plain = PlainBm25(rows)

    def match(self, query: str) -> Match:
        """Return the entries that fit a question, the best first, and what to do with it."""
        ranked = self._plain.ranked(query)
        best = ranked[0].score if ranked else 0.0
        confidence = best / (best + 10)
        action = Action.ANSWER if confidence > 0.6 else Action.CHOOSE
        return Match(ranked, confidence, action if ranked else Action.HUMAN)

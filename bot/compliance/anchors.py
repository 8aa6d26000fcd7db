"""Tell cheaply which of many patterns can match a text: those whose literals are in it."""

import re
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick

from bot.compliance.literals import Clause, Needs

_DIGIT = re.compile(r"\d")


class Anchors:
    """The literals of many patterns in one automaton; patterns are known by their place."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        literals = sorted({e for need in needs for clause in need.clauses for e in clause})
        place = {literal: index for index, literal in enumerate(literals)}
        self._automaton = AhoCorasick(literals)
        self._others = [
            [frozenset(place[literal] for literal in clause) for clause in need.clauses[1:]]
            for need in needs
        ]
        self._by_literal: list[list[int]] = [[] for _ in literals]
        for index, need in enumerate(needs):
            for literal in need.clauses[0] if need.clauses else ():
                self._by_literal[place[literal]].append(index)
        self._unanchored = [index for index, need in enumerate(needs) if not need.clauses]

    @property
    def unanchored(self) -> Sequence[int]:
        """Return the places of the patterns that need no literal."""
        return self._unanchored

    def candidates(self, text: str) -> list[int]:
        """Return the places of the patterns whose literals are all in `text`, in order."""
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        present = {hit[0] for hit in hits}
        return sorted(
            {
                index
                for literal in present
                for index in self._by_literal[literal]
                if not any(clause.isdisjoint(present) for clause in self._others[index])
            }
        )


class Positions:
    """Where the literals of many patterns stand in a text, to tell which may match where."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        literals = sorted({literal for need in needs for literal in _telling(need)})
        self._automaton = AhoCorasick(literals)
        place = {literal: index for index, literal in enumerate(literals)}
        self._patterns: list[list[int]] = [[] for _ in literals]
        for index, need in enumerate(needs):
            for literal in _telling(need):
                self._patterns[place[literal]].append(index)

    def find(self, text: str) -> dict[int, list[int]]:
        """Return, for each pattern by its place, where one of its literals begins, in order."""
        found: dict[int, list[int]] = {}
        for literal, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for index in self._patterns[literal]:
                found.setdefault(index, []).append(start)
        for starts in found.values():
            starts.sort()
        return found


def _telling(need: Needs) -> Clause:
    return need.clauses[0] if need.clauses else frozenset()


def count_digits(text: str) -> int:
    """Return how many digits a text has."""
    return len(_DIGIT.findall(text))

"""Tell cheaply which of many patterns can match a text: those whose literals are in it."""

import re
from collections.abc import Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from bot.compliance.literals import Clause, Needs

_DIGIT = re.compile(r"\d")


class Anchors:
    """The literals of many patterns in one automaton; patterns are known by their place.

    The first clause of a pattern is its rarest: it calls the pattern, and the others are only
    asked then. Single characters of those others are left out of the automaton, which would
    meet them everywhere; they are looked up one by one.
    """

    def __init__(self, needs: Sequence[Needs]) -> None:
        first = {e for need in needs for clause in need.clauses[:1] for e in clause}
        others = {e for need in needs for clause in need.clauses[1:] for e in clause}
        literals = sorted(first | {each for each in others if len(each) > 1})
        place = {literal: index for index, literal in enumerate(literals)}
        self._automaton = AhoCorasick(literals)
        self._called: list[list[tuple[int, tuple[_Clause, ...]]]] = [[] for _ in literals]
        for index, need in enumerate(needs):
            rest = tuple(_clause(clause, place) for clause in need.clauses[1:])
            for literal in need.clauses[0] if need.clauses else ():
                self._called[place[literal]].append((index, rest))
        self._unanchored = [index for index, need in enumerate(needs) if not need.clauses]

    @property
    def unanchored(self) -> Sequence[int]:
        """Return the places of the patterns that need no literal."""
        return self._unanchored

    def candidates(self, text: str) -> list[int]:
        """Return the places of the patterns whose literals are all in `text`, in order."""
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        present = {hit[0] for hit in hits}
        found = set()
        for literal in present:
            for index, clauses in self._called[literal]:
                if index not in found and (not clauses or _hold(clauses, present, text)):
                    found.add(index)
        return sorted(found)


# The literals of a clause: by their places in the automaton, and the others as they are.
_Clause = tuple[frozenset[int], tuple[str, ...]]


def _clause(clause: Clause, place: Mapping[str, int]) -> _Clause:
    known = frozenset(place[literal] for literal in clause if literal in place)
    return known, tuple(sorted(literal for literal in clause if literal not in place))


def _hold(clauses: tuple[_Clause, ...], present: set[int], text: str) -> bool:
    """Tell whether of each clause one literal is in the text; runs for every pattern called."""
    for known, characters in clauses:
        if known.isdisjoint(present):
            for character in characters:
                if character in text:
                    break
            else:
                return False
    return True


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

"""Run the patterns of a pack over a folded text: only those that have a chance, in two readings."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.compliance.anchors import Anchors, count_digits
from bot.compliance.literals import Needs, needs_of
from bot.compliance.rule import CHECKS, Rule
from bot.compliance.verdict import Lane
from bot.compliance.views.numerals import has_number_string, has_numerals, with_digits
from bot.compliance.views.view import plain_view

Span = tuple[int, int]
_PERCENT = "百分之"


@dataclass(frozen=True, slots=True)
class _Entry:
    rule: Rule
    pattern: re.Pattern[str]
    digits: int
    check: Callable[[str], bool] | None

    def spans(self, text: str) -> list[Span]:
        if self.check is None:
            return [match.span() for match in self.pattern.finditer(text)]
        check = self.check
        return [match.span() for match in self.pattern.finditer(text) if check(match.group())]


class Patterns:
    """The patterns of a pack, ready to be searched; holds no state of any text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        needs = [(rule, p, _needs(rule, p)) for rule in rules for p in rule.patterns]
        self._entries = [
            _Entry(rule, p, need.digits, CHECKS.get(rule.check)) for rule, p, need in needs
        ]
        self._anchors = Anchors([need for _, _, need in needs])
        # In digits only the patterns that count are read again.
        self._counting = [i for i, entry in enumerate(self._entries) if entry.digits]
        self._counting_anchors = Anchors([needs[index][2] for index in self._counting])
        loose = [self._entries[index] for index in self._anchors.unanchored]
        self._loose = {lane: [e for e in loose if lane in e.rule.lanes] for lane in Lane}

    def spans(self, text: str, lane: Lane) -> Iterator[tuple[Rule, list[Span]]]:
        """Yield the matches in the folded `text`, rule by rule or pattern by pattern."""
        anchored = self._candidates(text, lane)
        digits = count_digits(text)
        for entry in (*anchored, *self._loose[lane]):
            if entry.digits <= digits:
                yield entry.rule, entry.spans(text)
        if (
            _PERCENT in text
            or has_number_string(text)
            or (any(entry.digits for entry in anchored) and has_numerals(text))
        ):
            yield from self._with_digits(text, lane)

    def _candidates(self, text: str, lane: Lane) -> list[_Entry]:
        """Return the patterns of a lane whose literals are in the text."""
        called = [self._entries[index] for index in self._anchors.candidates(text)]
        return [entry for entry in called if lane in entry.rule.lanes]

    def _with_digits(self, text: str, lane: Lane) -> Iterator[tuple[Rule, list[Span]]]:
        view = with_digits(plain_view(text))
        if view.text == text:
            return
        digits = count_digits(view.text)
        # Asked anew: % and digits may be literals that only this reading has.
        called = self._counting_anchors.candidates(view.text)
        anchored = [self._entries[self._counting[index]] for index in called]
        for entry in (*anchored, *self._loose[lane]):
            if 0 < entry.digits <= digits and lane in entry.rule.lanes:
                spans = entry.spans(view.text)
                yield entry.rule, [view.span(start, end) for start, end in spans]


def _needs(rule: Rule, pattern: re.Pattern[str]) -> Needs:
    """Return what a text needs for the pattern to run: what it says, or its rule's anchors."""
    derived = needs_of(pattern.pattern)
    return Needs((frozenset(rule.anchors),), derived.digits) if rule.anchors else derived

"""Run the patterns of a pack over a folded text: only those that have a chance, in two readings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.compliance.anchors import Anchors, count_digits
from bot.compliance.literals import Needs, needs_of
from bot.compliance.rule import CHECKS, Rule
from bot.compliance.verdict import Lane
from bot.compliance.views.numerals import has_number_string, has_numerals, with_digits
from bot.compliance.views.view import plain_view

_PERCENT = "百分之"


@dataclass(frozen=True, slots=True)
class _Entry:
    rule: Rule
    pattern: re.Pattern[str]
    digits: int

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        check = CHECKS.get(self.rule.check)
        for match in self.pattern.finditer(text):
            if check is None or check(match.group()):
                yield match.span()


class Patterns:
    """The patterns of a pack, ready to be searched; holds no state of any text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        needs = [(rule, p, _needs(rule, p)) for rule in rules for p in rule.patterns]
        self._entries = [_Entry(rule, p, need.digits) for rule, p, need in needs]
        self._anchors = Anchors([need for _, _, need in needs])
        loose = [self._entries[index] for index in self._anchors.unanchored]
        self._always = [entry for entry in loose if not entry.digits]
        self._digits_only = [entry for entry in loose if entry.digits]

    def spans(self, text: str, lane: Lane) -> Iterator[tuple[Rule, int, int]]:
        """Yield each match in the folded `text` as rule and span, in no order."""
        anchored = [
            entry
            for index in self._anchors.candidates(text)
            if lane in (entry := self._entries[index]).rule.lanes
        ]
        digits = count_digits(text)
        for entry in (*self._always, *anchored, *self._digits_only):
            if entry.digits <= digits and lane in entry.rule.lanes:
                for start, end in entry.spans(text):
                    yield entry.rule, start, end
        if (
            _PERCENT in text
            or has_number_string(text)
            or (any(entry.digits for entry in anchored) and has_numerals(text))
        ):
            yield from self._with_digits(text, lane)

    def _with_digits(self, text: str, lane: Lane) -> Iterator[tuple[Rule, int, int]]:
        view = with_digits(plain_view(text))
        digits = count_digits(view.text)
        # Asked anew: % and digits may be literals that only this reading has.
        anchored = [self._entries[index] for index in self._anchors.candidates(view.text)]
        for entry in (*anchored, *self._digits_only):
            if 0 < entry.digits <= digits and lane in entry.rule.lanes:
                for start, end in entry.spans(view.text):
                    yield entry.rule, *view.span(start, end)


def _needs(rule: Rule, pattern: re.Pattern[str]) -> Needs:
    """Return what a text needs for the pattern to run: what it says, or its rule's anchors."""
    derived = needs_of(pattern.pattern)
    return Needs((frozenset(rule.anchors),), derived.digits) if rule.anchors else derived

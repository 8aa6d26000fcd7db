"""The ways of speaking about an offence without committing it, found around a place in a text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.compliance.anchors import Positions
from bot.compliance.literals import needs_of
from bot.compliance.rule import Context, Rule, Scope

_SENTENCE_END = re.compile(r"[。!?;\n]+|\.(?=\s|$)")
_PARAGRAPH_END = re.compile(r"\n{2,}")
_HEADING = re.compile(r":\s*$")
# How far a context reaches, in characters: longer than any honest sentence, and short
# enough that a message made to be slow to judge is not.
_REACH = 120
_WIDE_REACH = 600
_HEADING_REACH = 600


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """One pattern of a context; `place` is where its literals are kept, None if it has none."""

    pattern: re.Pattern[str]
    place: int | None


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """A context with its patterns prepared; `places` are those whose literals it needs."""

    scope: Scope
    before: _Part | None
    after: _Part | None
    following: _Part | None
    heading: _Part | None
    says: _Part | None
    unless: _Part | None
    places: frozenset[int]


class Contexts:
    """The contexts of a pack and the exceptions of its rules, ready to be looked for in texts."""

    def __init__(self, contexts: Sequence[Context], rules: Sequence[Rule] = ()) -> None:
        self._parts: list[_Part] = []
        self._by_name: dict[str, list[_Prepared]] = {}
        for context in contexts:
            self._by_name.setdefault(context.name, []).append(self._prepared(context))
        self._exceptions = {
            rule: [part for pattern in rule.unless if (part := self._part(pattern))]
            for rule in rules
            if rule.unless
        }
        self._positions = Positions([needs_of(part.pattern.pattern) for part in self._parts])

    def speaking(self, text: str) -> "Speaking":
        """Return how the folded `text` speaks."""
        return Speaking(text, self._by_name, self._exceptions, self._positions.find(text))

    def _prepared(self, context: Context) -> _Prepared:
        before, after = self._part(context.before), self._part(context.after)
        following, heading = self._part(context.following), self._part(context.heading)
        says, unless = self._part(context.says), self._part(context.unless)
        needed = (before, after, following, heading, says)
        places = frozenset(p.place for p in needed if p is not None and p.place is not None)
        return _Prepared(context.scope, before, after, following, heading, says, unless, places)

    def _part(self, pattern: re.Pattern[str] | None) -> _Part | None:
        if pattern is None:
            return None
        anchored = bool(needs_of(pattern.pattern).clauses)
        part = _Part(pattern, len(self._parts) if anchored else None)
        if anchored:
            self._parts.append(part)
        return part


class Speaking:
    """One folded text, cut into sentences and paragraphs, and where contexts may be in it."""

    def __init__(
        self,
        text: str,
        contexts: Mapping[str, Sequence[_Prepared]],
        exceptions: Mapping[Rule, Sequence[_Part]],
        literals: Mapping[int, Sequence[int]],
    ) -> None:
        self._text = text
        self._contexts = contexts
        self._exceptions = exceptions
        self._literals = literals
        self._possible: dict[str, list[_Prepared]] = {}
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._around: dict[tuple[int, int], _Around] = {}
        self._units: dict[tuple[_Part, int], bool] = {}
        self._places: dict[tuple[str, int, int], bool] = {}

    def excuses(self, rule: Rule, start: int, end: int) -> bool:
        """Tell whether breaking `rule` at `start:end` is excused by a context or an exception."""
        if any(self.says(part, 0, len(self._text)) for part in self._exceptions.get(rule, ())):
            return True
        if rule.contexts not in self._names:
            self._names[rule.contexts] = [n for n in rule.contexts if self._possible_of(n)]
        return any(self._excuses(name, start, end) for name in self._names[rule.contexts])

    def _excuses(self, name: str, start: int, end: int) -> bool:
        place = (name, start, end)
        if place not in self._places:
            around = self._around.get((start, end))
            if around is None:
                around = self._around[start, end] = _Around(self, start, end)
            self._places[place] = any(around.holds(c) for c in self._possible_of(name))
        return self._places[place]

    def _possible_of(self, name: str) -> list[_Prepared]:
        """Return the contexts of a name whose literals are in the text at all."""
        if name not in self._possible:
            self._possible[name] = [
                context
                for context in self._contexts.get(name, ())
                if context.places <= self._literals.keys()
            ]
        return self._possible[name]

    def matches(self, part: _Part, begin: int, end: int) -> bool:
        """Tell whether a pattern is found between two places of the text."""
        return self._may_match(part, begin, end) and (
            part.pattern.search(self._text[begin:end]) is not None
        )

    def says(self, part: _Part, begin: int, end: int) -> bool:
        """Tell whether a pattern is found in a whole unit of the text, asked once for each."""
        unit = (part, begin)
        if unit not in self._units:
            self._units[unit] = self.matches(part, begin, end)
        return self._units[unit]

    def _may_match(self, part: _Part, begin: int, end: int) -> bool:
        if part.place is None:
            return True
        starts = self._literals.get(part.place)
        if not starts:
            return False
        index = bisect_left(starts, begin)
        return index < len(starts) and starts[index] < end

    def ends(self, scope: Scope) -> list[int]:
        """Return where the units of a scope end."""
        if scope is Scope.TEXT:
            return [len(self._text)]
        return self._sentence_ends if scope is Scope.SENTENCE else self._paragraph_ends

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return _ends(_SENTENCE_END, self._text)

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return _ends(_PARAGRAPH_END, self._text)

    def heading(self, begin: int) -> tuple[int, int]:
        """Return the span of the nearest line above that ends with a colon, if there is one.

        It stands in the same paragraph; an empty span means that there is none.
        """
        lowest = max(0, begin - _HEADING_REACH, self._text.rfind("\n\n", 0, begin) + 2)
        end = begin
        while end > lowest:
            start = max(lowest, self._text.rfind("\n", 0, end - 1) + 1)
            if _HEADING.search(self._text[start:end].rstrip("\n")):
                return start, end
            end = start
        return begin, begin


class _Around:
    """The place of one offence: the units of the text that it stands in."""

    def __init__(self, speaking: Speaking, start: int, end: int) -> None:
        self._speaking = speaking
        self._start, self._end = start, end
        self._sentence = self._unit(Scope.SENTENCE)

    def holds(self, context: _Prepared) -> bool:
        """Tell whether the offence stands in this context."""
        sentence = context.scope is Scope.SENTENCE
        begin, finish = self._sentence if sentence else self._unit(context.scope)
        reach = _REACH if sentence else _WIDE_REACH
        near, far = max(begin, self._start - reach), min(finish, self._end + reach)
        matches = self._speaking.matches
        if context.before and not matches(context.before, near, self._start):
            return False
        if context.after and not matches(context.after, self._end, far):
            return False
        if context.following and not matches(context.following, *self._next_sentence()):
            return False
        if context.heading and not matches(context.heading, *self._heading()):
            return False
        if context.says and not self._speaking.says(context.says, begin, finish):
            return False
        if context.unless is None:
            return True
        if sentence:
            return not matches(context.unless, near, far)
        return not self._speaking.says(context.unless, begin, finish)

    def _unit(self, scope: Scope) -> tuple[int, int]:
        ends = self._speaking.ends(scope)
        first, last = bisect_right(ends, self._start), bisect_right(ends, self._end - 1)
        return ends[first - 1] if first else 0, ends[last]

    def _next_sentence(self) -> tuple[int, int]:
        ends = self._speaking.ends(Scope.SENTENCE)
        begin = self._sentence[1]
        index = bisect_right(ends, begin)
        return begin, min(ends[index], begin + _REACH) if index < len(ends) else begin

    def _heading(self) -> tuple[int, int]:
        return self._speaking.heading(self._sentence[0])


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    ends = [match.end() for match in pattern.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends

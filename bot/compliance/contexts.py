"""The ways of speaking about an offence without committing it, found around a place in a text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from bot.compliance.anchors import Anchors
from bot.compliance.literals import Needs, all_of, needs_of
from bot.compliance.rule import Context, Scope

_SENTENCE_END = re.compile(r"[。!?;\n]+|\.(?=\s|$)")
_PARAGRAPH_END = re.compile(r"\n{2,}")
_HEADING = re.compile(r":\s*$")
# How far a context reaches, in characters: longer than any honest sentence, and short
# enough that a message made to be slow to judge is not.
_REACH = 120
_WIDE_REACH = 600
_HEADING_REACH = 600


class Contexts:
    """The contexts of a pack, ready to be looked for in any text."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self._contexts = contexts
        self._anchors = Anchors([_needs(context) for context in contexts])

    def speaking(self, text: str) -> "Speaking":
        """Return how the folded `text` speaks: which contexts can be in it at all."""
        found = self._anchors.candidates(text)
        possible: dict[str, list[Context]] = {}
        for index in sorted([*found, *self._anchors.unanchored]):
            context = self._contexts[index]
            possible.setdefault(context.name, []).append(context)
        return Speaking(text, possible)


class Speaking:
    """One folded text, cut into sentences and paragraphs, and the contexts possible in it."""

    def __init__(self, text: str, possible: dict[str, list[Context]]) -> None:
        self._text = text
        self._possible = possible
        self._units: dict[tuple[int, int], bool] = {}
        self._places: dict[tuple[int, int, int], bool] = {}

    def excuses(self, names: Iterable[str], start: int, end: int) -> bool:
        """Tell whether the offence at `start:end` stands in a context of one of these names."""
        return any(
            self._holds_at(context, start, end)
            for name in names
            for context in self._possible.get(name, ())
        )

    def _holds_at(self, context: Context, start: int, end: int) -> bool:
        place = (id(context), start, end)
        if place not in self._places:
            self._places[place] = self._holds(context, start, end)
        return self._places[place]

    def _holds(self, context: Context, start: int, end: int) -> bool:
        first = bisect_right(self._sentence_ends, start)
        last = bisect_right(self._sentence_ends, end - 1)
        opening = self._sentence_ends[first - 1] if first else 0
        begin, finish = self._bounds(context.scope, start, end)
        reach = _REACH if context.scope is Scope.SENTENCE else _WIDE_REACH
        begin_near, finish_near = max(begin, start - reach), min(finish, end + reach)
        return (
            _matches(context.before, self._text[begin_near:start])
            and _matches(context.after, self._text[end:finish_near])
            and _matches(context.following, self._following(last))
            and (context.heading is None or _matches(context.heading, self._heading(opening)))
            and (context.says is None or self._said(context, context.says, begin, finish))
            and not self._denied(context, begin, finish, begin_near, finish_near)
        )

    def _bounds(self, scope: Scope, start: int, end: int) -> tuple[int, int]:
        if scope is Scope.TEXT:
            return 0, len(self._text)
        ends = self._sentence_ends if scope is Scope.SENTENCE else self._paragraph_ends
        first, last = bisect_right(ends, start), bisect_right(ends, end - 1)
        return ends[first - 1] if first else 0, ends[last]

    def _said(self, context: Context, says: re.Pattern[str], begin: int, finish: int) -> bool:
        return self._once(id(context), begin, finish, says)

    def _denied(self, context: Context, begin: int, finish: int, near: int, far: int) -> bool:
        if context.unless is None:
            return False
        if context.scope is Scope.SENTENCE:
            return context.unless.search(self._text[near:far]) is not None
        return self._once(-id(context), begin, finish, context.unless)

    def _once(self, key: int, begin: int, finish: int, pattern: re.Pattern[str]) -> bool:
        """Search a whole unit of the text, once for all the offences in it."""
        unit = (key, begin)
        if unit not in self._units:
            self._units[unit] = pattern.search(self._text[begin:finish]) is not None
        return self._units[unit]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return _ends(_SENTENCE_END, self._text)

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return _ends(_PARAGRAPH_END, self._text)

    def _following(self, index: int) -> str:
        ends = self._sentence_ends
        return self._text[ends[index] : ends[index + 1]][:_REACH] if index + 1 < len(ends) else ""

    def _heading(self, begin: int) -> str:
        """Return the nearest line above that ends with a colon, within the same paragraph."""
        above = self._text[max(0, begin - _HEADING_REACH) : begin]
        for line in reversed(above.split("\n\n")[-1].splitlines()):
            if _HEADING.search(line):
                return line
        return ""


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    ends = [match.end() for match in pattern.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


def _matches(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is None or pattern.search(text) is not None


def _needs(context: Context) -> Needs:
    """Return the literals of all its parts: every part that is given has to match somewhere."""
    parts = (context.before, context.after, context.following, context.heading, context.says)
    return all_of(needs_of(part.pattern) for part in parts if part is not None)

"""The ways of speaking about an offence without committing it, found around a place in a text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.compliance.anchors import Positions
from bot.compliance.literals import needs_of
from bot.compliance.rule import Context, Rule, Scope

Span = tuple[int, int]

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
    """A context with its patterns prepared; `places` are those whose literals it needs.

    `within` are the patterns that need theirs in the sentence of the offence; `everywhere` tells
    that the context holds for all of a text or for none of it.
    """

    scope: Scope
    before: _Part | None
    after: _Part | None
    following: _Part | None
    heading: _Part | None
    says: _Part | None
    unless: _Part | None
    places: frozenset[int]
    within: tuple[_Part, ...]
    everywhere: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Pardons:
    """What may excuse the offences of a rule; `group` numbers those that name the same contexts."""

    group: int
    contexts: tuple[_Prepared, ...]
    exceptions: tuple[_Part, ...]


class Contexts:
    """The contexts of a pack and the exceptions of its rules, ready to be looked for in texts."""

    def __init__(self, contexts: Sequence[Context], rules: Sequence[Rule] = ()) -> None:
        self._parts: list[_Part] = []
        by_name: dict[str, list[_Prepared]] = {}
        for context in contexts:
            by_name.setdefault(context.name, []).append(self._prepared(context))
        groups: dict[tuple[str, ...], int] = {}
        self._pardons = {
            rule: _Pardons(
                groups.setdefault(rule.contexts, len(groups)),
                tuple(context for name in rule.contexts for context in by_name.get(name, ())),
                self._exceptions(rule),
            )
            for rule in rules
        }
        self._positions = Positions([needs_of(part.pattern.pattern) for part in self._parts])

    def speaking(self, text: str) -> "Speaking":
        """Return how the folded `text` speaks."""
        return Speaking(text, self._pardons, self._positions.find(text))

    def _exceptions(self, rule: Rule) -> tuple[_Part, ...]:
        return tuple(part for pattern in rule.unless if (part := self._part(pattern)))

    def _prepared(self, context: Context) -> _Prepared:
        before, after = self._part(context.before), self._part(context.after)
        following, heading = self._part(context.following), self._part(context.heading)
        says, unless = self._part(context.says), self._part(context.unless)
        around = [part for part in (before, after, following, heading) if part]
        needed = [*around, says] if says else around
        sentence = [part for part in (before, after, says) if part]
        return _Prepared(
            context.scope,
            *(before, after, following, heading, says, unless),
            places=frozenset(part.place for part in needed if part.place is not None),
            within=tuple(sentence) if context.scope is Scope.SENTENCE else (),
            everywhere=context.scope is Scope.TEXT and not around,
        )

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
        pardons: Mapping[Rule, _Pardons],
        literals: Mapping[int, Sequence[int]],
    ) -> None:
        self._text = text
        self._pardons = pardons
        self._literals = literals
        self._in_text: dict[int, list[_Prepared]] = {}
        self._chances: dict[tuple[_Prepared, Span], bool] = {}
        self._in_sentences: dict[tuple[int, Span], list[_Prepared]] = {}
        self._units: dict[tuple[_Part, int, int], bool] = {}
        self._held: dict[tuple[_Prepared, int, int], bool] = {}

    def excuses(self, rule: Rule, start: int, end: int) -> bool:
        """Tell whether breaking `rule` at `start:end` is excused by a context or an exception."""
        pardons = self._pardons[rule]
        for part in pardons.exceptions:
            if self.says(part, 0, len(self._text)):
                return True
        possible = self._possible(pardons)
        if not possible:
            return False
        sentence = _unit(self.sentence_ends, start, end)
        for context in self._possible_in(pardons.group, possible, sentence):
            place = (context, 0, 0) if context.everywhere else (context, start, end)
            held = self._held.get(place)
            if held is None:
                around = _Around(self, (start, end), sentence)
                held = self._held[place] = around.holds(context)
            if held:
                return True
        return False

    def _possible(self, pardons: _Pardons) -> list[_Prepared]:
        """Return the contexts whose literals are in the text: few, often none."""
        found = self._in_text.get(pardons.group)
        if found is None:
            literals = self._literals.keys()
            found = [context for context in pardons.contexts if context.places <= literals]
            self._in_text[pardons.group] = found
        return found

    def _possible_in(
        self, group: int, contexts: Sequence[_Prepared], sentence: Span
    ) -> list[_Prepared]:
        """Return those of a group's contexts that may hold in a sentence."""
        key = (group, sentence)
        found = self._in_sentences.get(key)
        if found is None:
            found = [context for context in contexts if self._may_hold(context, sentence)]
            self._in_sentences[key] = found
        return found

    def _may_hold(self, context: _Prepared, sentence: Span) -> bool:
        """Tell whether a sentence has the literals of what a context needs in it."""
        key = (context, sentence)
        if key not in self._chances:
            self._chances[key] = all(self.may_match(part, *sentence) for part in context.within)
        return self._chances[key]

    def matches(self, part: _Part, begin: int, end: int) -> bool:
        """Tell whether a pattern is found between two places of the text."""
        return self.may_match(part, begin, end) and (
            part.pattern.search(self._text[begin:end]) is not None
        )

    def says(self, part: _Part, begin: int, end: int) -> bool:
        """Tell whether a pattern is found in a whole unit of the text, asked once for each."""
        unit = (part, begin, end)
        if unit not in self._units:
            self._units[unit] = self.matches(part, begin, end)
        return self._units[unit]

    def may_match(self, part: _Part, begin: int, end: int) -> bool:
        """Tell whether a literal of a pattern stands between two places of the text."""
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
        return self.sentence_ends if scope is Scope.SENTENCE else self._paragraph_ends

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Return where the sentences end."""
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
    """The place of one offence: the sentence and other units of the text that it stands in."""

    def __init__(self, speaking: Speaking, offence: Span, sentence: Span) -> None:
        self._speaking = speaking
        self._start, self._end = offence
        self._sentence = sentence

    def holds(self, context: _Prepared) -> bool:
        """Tell whether the offence stands in this context."""
        sentence = context.scope is Scope.SENTENCE
        begin, finish = self._sentence
        if not sentence:
            begin, finish = _unit(self._speaking.ends(context.scope), self._start, self._end)
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

    def _next_sentence(self) -> tuple[int, int]:
        ends = self._speaking.sentence_ends
        begin = self._sentence[1]
        index = bisect_right(ends, begin)
        return begin, min(ends[index], begin + _REACH) if index < len(ends) else begin

    def _heading(self) -> tuple[int, int]:
        return self._speaking.heading(self._sentence[0])


def _unit(ends: Sequence[int], start: int, end: int) -> Span:
    """Return the units that `start:end` stands in, given where units end."""
    first, last = bisect_right(ends, start), bisect_right(ends, end - 1)
    return ends[first - 1] if first else 0, ends[last]


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    ends = [match.end() for match in pattern.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends

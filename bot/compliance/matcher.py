"""Find where a text breaks the rules of a pack: phrases by automaton, the rest by pattern."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from bot.compliance.normalise import Normalised, normalise
from bot.compliance.rule import CHECKS, Context, Rule
from bot.compliance.rulepack import RulePack
from bot.compliance.verdict import Finding, Lane

_SENTENCE_END = re.compile(r"[。!?;\n]+|\.(?=\s|$)")
_HEADING = re.compile(r":\s*$")
# How far a context reaches, in characters: longer than any honest sentence, and short
# enough that a message made to be slow to judge is not.
_REACH = 120
_HEADING_REACH = 600


class Matcher:
    """A pack made ready for searching; holds no state of any text."""

    def __init__(self, pack: RulePack) -> None:
        self._rules = pack.rules
        self._contexts = {
            name: tuple(c for c in pack.contexts if c.name == name)
            for name in {c.name for c in pack.contexts}
        }
        self._patterns = [(rule, p) for rule in pack.rules for p in rule.patterns]
        owners: dict[str, list[tuple[Rule, bool]]] = {}
        for rule in pack.rules:
            for phrase in rule.phrases:
                owners.setdefault(phrase, []).append((rule, True))
            for phrase in rule.allowed:
                owners.setdefault(phrase, []).append((rule, False))
        self._phrases = list(owners)
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(self._phrases)

    def findings(self, text: str, lane: Lane, part: int = 0) -> list[Finding]:
        """Return what `text` breaks in `lane`, in reading order, one finding per place and rule."""
        folded = normalise(text)
        offences, excused = self._offences(folded.text, lane)
        if not offences:
            return []
        sentences = _Sentences(folded.text)
        found = []
        for rule, spans in offences.items():
            for start, end in _longest(spans):
                if _inside(start, end, excused.get(rule, [])):
                    continue
                if not self._in_context(rule, sentences, start, end):
                    found.append(_finding(rule, folded, start, end, part))
        return sorted(found, key=lambda f: (f.start, -f.severity.rank, f.rule_id))

    def _offences(
        self, text: str, lane: Lane
    ) -> tuple[dict[Rule, list[tuple[int, int]]], dict[Rule, list[tuple[int, int]]]]:
        """Return the spans that break a rule, and the spans that the rule allows."""
        offences: dict[Rule, list[tuple[int, int]]] = {}
        allowed: dict[Rule, list[tuple[int, int]]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _cuts_a_word(text, start, end):
                continue
            for rule, offends in self._owners[index]:
                if lane in rule.lanes:
                    (offences if offends else allowed).setdefault(rule, []).append((start, end))
        for rule, pattern in self._patterns:
            if lane in rule.lanes:
                for start, end in _pattern_spans(rule, pattern, text):
                    offences.setdefault(rule, []).append((start, end))
        return offences, allowed

    def _in_context(self, rule: Rule, sentences: "_Sentences", start: int, end: int) -> bool:
        return any(
            sentences.speak_of(context, start, end)
            for name in rule.contexts
            for context in self._contexts[name]
        )


class _Sentences:
    """The sentences of a normalised text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        if not self._ends or self._ends[-1] < len(text):
            self._ends.append(len(text))

    def speak_of(self, context: Context, start: int, end: int) -> bool:
        """Tell whether the offence at `start:end` stands in `context`."""
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end - 1)
        opening = self._ends[first - 1] if first else 0
        begin, finish = max(opening, start - _REACH), min(self._ends[last], end + _REACH)
        if context.unless and context.unless.search(self._text[begin:finish]):
            return False
        return (
            _holds(context.before, self._text[begin:start])
            and _holds(context.after, self._text[end:finish])
            and _holds(context.following, self._following(last))
            and (context.heading is None or _holds(context.heading, self._heading(opening)))
        )

    def _following(self, index: int) -> str:
        if index + 1 >= len(self._ends):
            return ""
        return self._text[self._ends[index] : self._ends[index + 1]][:_REACH]

    def _heading(self, begin: int) -> str:
        """Return the nearest line above that ends with a colon, within the same paragraph."""
        above = self._text[max(0, begin - _HEADING_REACH) : begin]
        for line in reversed(above.split("\n\n")[-1].splitlines()):
            if _HEADING.search(line):
                return line
        return ""


def _holds(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is None or pattern.search(text) is not None


def _finding(rule: Rule, folded: Normalised, start: int, end: int, part: int) -> Finding:
    first, last = folded.span(start, end)
    return Finding(
        rule_id=rule.id,
        rule_version=rule.version,
        severity=rule.severity,
        start=first,
        end=last,
        excerpt=folded.original[first:last],
        reason=rule.reason,
        suggestion=rule.suggestion,
        part=part,
    )


def _pattern_spans(rule: Rule, pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        if not rule.check or CHECKS[rule.check](match.group()):
            yield match.span()


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase begins or ends inside a Latin word, as "line" does in "online"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return _one_word(before, text[start]) or _one_word(text[end - 1], after)


def _one_word(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha()


def _longest(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the leftmost and longest of the spans that overlap each other."""
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            yield start, end
            reached = end


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)

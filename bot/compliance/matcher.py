"""Find where a text breaks the rules of a pack, and what its contexts excuse."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.compliance.contexts import Contexts
from bot.compliance.normalise import Normalised, fold, normalise
from bot.compliance.patterns import Patterns
from bot.compliance.phrases import Phrases
from bot.compliance.rule import Rule
from bot.compliance.rulepack import RulePack
from bot.compliance.verdict import Finding, Lane

Span = tuple[int, int]


@dataclass(slots=True)
class Reading:
    """What a pack says about one text.

    `folded` is the text as it was searched, `allowed` what rules allow in it; `excused` tells
    whether something was found that a context or an exception of its rule then excused.
    """

    folded: str
    findings: list[Finding] = field(default_factory=list)
    allowed: list[Span] = field(default_factory=list)
    excused: bool = False


@lru_cache(maxsize=4)
def matcher_of(pack: RulePack) -> "Matcher":
    """Return the matcher of a pack, made once: reading hundreds of patterns takes a while."""
    return Matcher(pack)


class Matcher:
    """A pack made ready for searching; holds no state of any text."""

    def __init__(self, pack: RulePack) -> None:
        self._phrases = Phrases(pack.rules)
        self._patterns = Patterns(pack.rules)
        self._contexts = Contexts(pack.contexts, pack.rules)

    def findings(self, text: str, lane: Lane, part: int = 0) -> list[Finding]:
        """Return what `text` breaks in `lane`, in reading order, one finding per place and rule."""
        return self.read(text, lane, part).findings

    def read(self, text: str, lane: Lane, part: int = 0) -> Reading:
        """Return what the pack says about `text` in `lane`."""
        folded = fold(text)
        reading = Reading(folded)
        offences, allowed = self._offences(folded, lane)
        reading.allowed = [span for spans in allowed.values() for span in spans]
        if not offences:
            return reading
        broken = [
            (rule, start, end)
            for rule, spans in offences.items()
            for start, end in _longest(spans)
            if rule not in allowed or not _inside(start, end, allowed[rule])
        ]
        speaking = self._contexts.speaking(folded)
        kept = [offence for offence in broken if not speaking.excuses(*offence)]
        reading.excused = len(kept) < len(broken)
        if kept:
            mapped = normalise(text)
            found = [_finding(rule, mapped, start, end, part) for rule, start, end in kept]
            reading.findings = sorted(found, key=_reading_order)
        return reading

    def _offences(
        self, text: str, lane: Lane
    ) -> tuple[dict[Rule, list[Span]], dict[Rule, list[Span]]]:
        """Return the spans that break a rule, and the spans that the rule allows."""
        offences: dict[Rule, list[Span]] = {}
        allowed: dict[Rule, list[Span]] = {}
        for rule, offends, start, end in self._phrases.hits(text):
            if lane in rule.lanes:
                spans = offences if offends else allowed
                spans.setdefault(rule, []).append((start, end))
        for rule, matched in self._patterns.spans(text, lane):
            if matched:
                offences.setdefault(rule, []).extend(matched)
        return offences, allowed


def _reading_order(finding: Finding) -> tuple[int, int, str]:
    return finding.start, -finding.severity.rank, finding.rule_id


def _finding(rule: Rule, folded: Normalised, start: int, end: int, part: int) -> Finding:
    first, last = folded.span(start, end)
    excerpt = folded.original[first:last]
    # By place, not by name: an advert has dozens of findings, and names cost half as much again.
    return Finding(
        rule.id,
        rule.version,
        rule.severity,
        first,
        last,
        excerpt,
        rule.reason,
        rule.suggestion,
        part,
    )


def _longest(spans: list[Span]) -> list[Span]:
    """Return the leftmost and longest of the spans that overlap each other."""
    if len(spans) == 1:
        return spans
    longest = []
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            longest.append((start, end))
            reached = end
    return longest


def _inside(start: int, end: int, spans: Sequence[Span]) -> bool:
    return any(first <= start and end <= last for first, last in spans)

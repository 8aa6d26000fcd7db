"""Where the trained model plugs into the gate, and what becomes of its score."""

from collections.abc import Sequence
from typing import Protocol

from bot.compliance.normalise import normalise
from bot.compliance.verdict import Finding, Lane, Severity

MODEL_RULE = "M-001"
_VERSION = 1
_MOST_FINDINGS = 3


class Scorer(Protocol):
    """A model that tells how likely a folded text is an offence, and what makes it so.

    `threshold` is the score from which a text is held; `excused_threshold` the one where a
    context has excused a rule in the text, as in a warning that quotes what it warns of.
    Below `doubt_threshold` the model thinks a text so innocent that a rule that would hold it
    is taken to be mistaken: only a rule that it was trained beside, by id and version in `doubts`.
    """

    @property
    def version(self) -> str:
        """Return the version of the weights."""

    @property
    def lanes(self) -> frozenset[Lane]:
        """Return the lanes in which the model speaks."""

    @property
    def threshold(self) -> float:
        """Return the score from which a text is held for review."""

    @property
    def excused_threshold(self) -> float:
        """Return that score for texts in which a context has excused a rule."""

    @property
    def doubt_threshold(self) -> float:
        """Return the score below which a rule's finding is doubted."""

    @property
    def doubts(self) -> frozenset[tuple[str, int]]:
        """Return id and version of each rule that the model may doubt."""

    @property
    def reason(self) -> str:
        """Return why such texts are held."""

    @property
    def suggestion(self) -> str:
        """Return what to do instead."""

    def score(self, folded_text: str) -> float:
        """Return how likely the text is an offence, from 0 to 1."""

    def causes(self, folded_text: str) -> Sequence[tuple[int, int]]:
        """Return the spans that raise the score most, the most telling first."""


def findings_of(
    model: Scorer, original: str, allowed: Sequence[tuple[int, int]], part: int
) -> list[Finding]:
    """Return one finding for each span that made the model hold `original`.

    Spans inside what some rule allows (`allowed`, in the folded text) are no offence; where
    the model names no span at all, the whole text is the finding.
    """
    folded = normalise(original)
    causes = _merged(model.causes(folded.text)[:_MOST_FINDINGS])
    spans = [
        folded.span(start, end)
        for start, end in causes
        if not any(first <= start and end <= last for first, last in allowed)
    ]
    if not causes:
        spans = [(0, len(original))]
    return [_finding(model, original, start, end, part) for start, end in spans]


def doubted(findings: Sequence[Finding], doubts: frozenset[tuple[str, int]]) -> list[Finding]:
    """Return the findings, those of the rules in `doubts` only for the log."""
    return [
        finding._replace(severity=Severity.LOG)
        if (finding.rule_id, finding.rule_version) in doubts
        else finding
        for finding in findings
    ]


def _finding(model: Scorer, original: str, start: int, end: int, part: int) -> Finding:
    return Finding(
        rule_id=MODEL_RULE,
        rule_version=_VERSION,
        severity=Severity.REVIEW,
        start=start,
        end=end,
        excerpt=original[start:end],
        reason=model.reason,
        suggestion=model.suggestion,
        part=part,
    )


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in reading order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

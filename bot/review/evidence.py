"""What the rules found, as a case keeps it, and the excerpt in which it is marked."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Verdict
from bot.review.masking import masked

PERSONAL = "personal-data"
LONGEST_EXCERPT, BEFORE = 320, 80
Finding = Mapping[str, Any]


def findings_of(verdict: Verdict) -> list[dict[str, Any]]:
    """Return a verdict as a case keeps it: rule, kind, severity, span, excerpt, reason, advice."""
    return [
        {
            "rule": finding.rule_id,
            "kind": kind_of(finding.rule_id),
            "severity": finding.severity.value,
            "start": finding.start,
            "end": finding.end,
            "excerpt": finding.excerpt,
            "reason": finding.reason,
            "suggestion": finding.suggestion,
            "part": finding.part,
        }
        for finding in verdict.findings
    ]


def kind_of(rule_id: str) -> str:
    """Return what a rule of the pack is about; nothing for one that is not in it."""
    try:
        return default_pack().rule(rule_id).kind
    except KeyError:
        return ""


def shown_text(text: str, findings: Sequence[Finding]) -> str:
    """Return a text without the personal data in it, every character in its place."""
    private = [_span(finding) for finding in findings if finding.get("kind") == PERSONAL]
    return masked(text, private)


def excerpt(text: str, findings: Sequence[Finding], most: int = LONGEST_EXCERPT) -> Markup:
    """Return the part of a text in which something was found, masked, what was found marked."""
    spans = _merged([_span(finding) for finding in findings if not finding.get("part")], len(text))
    first = spans[0][0] if spans else 0
    start = 0 if len(text) <= most else max(0, min(first - BEFORE, len(text) - most))
    end = min(len(text), start + most)
    shown = shown_text(text, findings)
    parts = [Markup("…") if start else Markup("")]
    position = start
    for span in spans:
        left, right = max(span[0], position), min(span[1], end)
        if left < right:
            parts += [escape(shown[position:left]), _marked(shown[left:right])]
            position = right
    parts += [escape(shown[position:end]), Markup("…") if end < len(text) else Markup("")]
    return Markup("").join(parts)


def _marked(text: str) -> Markup:
    return Markup("<b><u>{}</u></b>").format(text)


def _span(finding: Finding) -> tuple[int, int]:
    return int(finding.get("start", 0)), int(finding.get("end", 0))


def _merged(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, s), min(e, length)) for s, e in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged

"""What the gate said of a version, kept with it: enough to show it and to judge by it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.compliance.verdict import Severity, Verdict

HARMLESS = frozenset({Severity.LOG.value})
FORBIDDING = frozenset({Severity.REVIEW.value, Severity.BLOCK.value})


def verdict_record(verdict: Verdict | None, unbound: Sequence[str] = ()) -> dict[str, Any]:
    """Return a verdict as plain JSON, with the numbers that are bound to nothing."""
    findings = [
        {
            "rule": finding.rule_id,
            "severity": finding.severity.value,
            "excerpt": finding.excerpt,
            "reason": finding.reason,
            "suggestion": finding.suggestion,
            "part": finding.part,
        }
        for finding in (verdict.findings if verdict else ())
    ]
    pack = verdict.pack if verdict else ""
    return {"pack": pack, "findings": findings, "unbound": list(unbound)}


def objections(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what a person should look at, the forbidding and the merely warning."""
    return [f for f in record.get("findings", ()) if f["severity"] not in HARMLESS]


def is_sendable(record: Mapping[str, Any]) -> bool:
    """Tell whether a version may go out if a person says so."""
    forbidden = any(f["severity"] in FORBIDDING for f in record.get("findings", ()))
    return not forbidden and not record.get("unbound")


def is_clean(record: Mapping[str, Any]) -> bool:
    """Tell whether a version may go out unattended."""
    return is_sendable(record) and not objections(record)

"""What a screening that is tried would hold and let through, beside the one that is live."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.compliance.verdict import Lane, Verdict

MOST_SAMPLES = 50
MOST_SAMPLES_A_RULE = 5
EXCERPT_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Said:
    """An archived text; `upheld` is what operators decided about it, None if nobody did."""

    id: int
    lane: Lane
    text: str
    upheld: bool | None = None


@dataclass(slots=True)
class Side:
    """The texts on which one of the two stands alone, by rule, with some of them as samples."""

    texts: int = 0
    upheld: int = 0
    released: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    samples: list[dict[str, Any]] = field(default_factory=list)

    def add(self, said: Said, verdict: Verdict) -> None:
        """Count a text that only `verdict` holds."""
        self.texts += 1
        self.upheld += said.upheld is True
        self.released += said.upheld is False
        rules = list(dict.fromkeys(finding.rule_id for finding in verdict.causes))
        self.rules.update(rules)
        rare = min(self.rules[rule] for rule in rules) <= MOST_SAMPLES_A_RULE
        if rare and len(self.samples) < MOST_SAMPLES:
            excerpt = said.text[:EXCERPT_LENGTH]
            self.samples.append(
                {"id": said.id, "lane": said.lane.value, "rules": rules, "excerpt": excerpt}
            )


@dataclass(slots=True)
class Comparison:
    """What both screenings say about the archive."""

    judged: int = 0
    held_by_both: int = 0
    newly_held: Side = field(default_factory=Side)
    no_longer_held: Side = field(default_factory=Side)

    def add(self, said: Said, live: Verdict, tried: Verdict) -> None:
        """Count one text."""
        self.judged += 1
        self.held_by_both += live.blocked and tried.blocked
        if tried.blocked and not live.blocked:
            self.newly_held.add(said, tried)
        if live.blocked and not tried.blocked:
            self.no_longer_held.add(said, live)


@dataclass(frozen=True, slots=True)
class Report:
    """A finished comparison: of what with what, over which days."""

    tried: str
    live: str
    since: datetime
    until: datetime
    comparison: Comparison


def report_path(data_folder: Path, tried: str) -> Path:
    """Return where the report about a screening of that version is kept."""
    return data_folder / "screening" / "reports" / f"{tried}.json"


def write_report(data_folder: Path, report: Report) -> Path:
    """Write a report, in place of an older one about the same version."""
    path = report_path(data_folder, report.tried)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    text = json.dumps(as_document(report), ensure_ascii=False, indent=1)
    part.write_text(text + "\n", encoding="utf-8", errors="replace")
    part.replace(path)
    return path


def read_report(data_folder: Path, tried: str) -> dict[str, Any] | None:
    """Return the report about a version as it was written, or None if there is none."""
    path = report_path(data_folder, tried)
    if not path.exists():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def as_document(report: Report) -> dict[str, Any]:
    """Return a report as it is written to its file."""
    comparison = report.comparison
    return {
        "tried": report.tried,
        "live": report.live,
        "since": report.since.isoformat(),
        "until": report.until.isoformat(),
        "judged": comparison.judged,
        "held_by_both": comparison.held_by_both,
        "newly_held": _side(comparison.newly_held),
        "no_longer_held": _side(comparison.no_longer_held),
    }


def _side(side: Side) -> Mapping[str, Any]:
    return {
        "texts": side.texts,
        "operators_upheld": side.upheld,
        "operators_released": side.released,
        "rules": dict(side.rules.most_common()),
        "samples": side.samples,
    }

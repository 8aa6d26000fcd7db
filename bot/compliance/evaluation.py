"""Judging labelled messages from a file: reading it line by line, and counting what came out."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from bot.compliance.verdict import Verdict

VIOLATION, CLEAN = "violation", "clean"
MOST_BYTES = 400_000
"""The longest line that is read; Telegram's longest message has 4,096 characters."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Case:
    """One message to judge; `label` is None where the file does not say what is right."""

    line: int
    id: str | int
    text: str
    label: str | None
    kind: str
    style: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be judged: what was received, and what is allowed."""

    line: int
    received: str
    allowed: str


@dataclass(slots=True)
class Tally:
    """What became of the messages so far; unlabelled ones are only counted."""

    rows: int = 0
    unlabelled: int = 0
    counts: Counter[tuple[str, bool]] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    styles: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    right_hits: Counter[str] = field(default_factory=Counter)
    false_hits: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, case: Case, verdict: Verdict) -> None:
        """Count one judged message."""
        self.rows += 1
        if case.label is None:
            self.unlabelled += 1
            return
        held = verdict.blocked
        self.counts[case.label, held] += 1
        self.kinds[case.label, case.kind or "-", held] += 1
        if case.style:
            self.styles[case.label, case.style, held] += 1
        for rule in dict.fromkeys(finding.rule_id for finding in verdict.causes):
            if case.label == VIOLATION:
                self.right_hits[rule] += 1
            else:
                self.false_hits[rule, case.kind or "-"] += 1

    @property
    def precision(self) -> float | None:
        """Return how many of the held messages were violations; None if none was held."""
        right = self.counts[VIOLATION, True]
        return _ratio(right, right + self.counts[CLEAN, True])

    @property
    def recall(self) -> float | None:
        """Return how many of the violations were held; None if there was none."""
        right = self.counts[VIOLATION, True]
        return _ratio(right, right + self.counts[VIOLATION, False])

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall; None where either is unknown."""
        right = self.counts[VIOLATION, True]
        wrong = self.counts[CLEAN, True] + self.counts[VIOLATION, False]
        known = self.precision is not None and self.recall is not None
        return _ratio(2 * right, 2 * right + wrong) if known else None


def read_cases(file: BinaryIO) -> Iterator[Case | BadLine]:
    """Yield what each line of a file of rows says; blank lines say nothing."""
    number = 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        if len(line) > MOST_BYTES and not line.endswith(b"\n"):
            _skip_line(file)
            yield BadLine(number, f"more than {MOST_BYTES:,} bytes", "shorter lines: cut the text")
        elif line.strip():
            yield _case(number, line)


def output_row(case: Case, verdict: Verdict) -> str:
    """Return the line that `--rows` writes for a judged message."""
    said: dict[str, Any] = {
        "id": case.id,
        "verdict": VIOLATION if verdict.blocked else CLEAN,
        "severity": verdict.severity.value if verdict.severity else None,
        "score": None if verdict.score is None else round(verdict.score, 4),
        "rules": list(verdict.rules),
        "spans": [[finding.start, finding.end] for finding in verdict.findings],
    }
    return json.dumps(said) + "\n"


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths are one file, so that reading it would destroy it."""
    return one.exists() and other.exists() and one.samefile(other)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(MOST_BYTES)) and not rest.endswith(b"\n"):
        pass


def _case(number: int, line: bytes) -> Case | BadLine:
    try:
        found = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        return BadLine(number, "bytes that are no UTF-8", "UTF-8: save the file again as such")
    except (ValueError, RecursionError) as error:
        return BadLine(number, f"{_shown(line)} ({error})", "one JSON object a line")
    if not isinstance(found, dict):
        return BadLine(number, _shown(line), 'an object such as {"id": "1", "text": "…"}')
    return _checked(number, found)


def _checked(number: int, found: dict[str, Any]) -> Case | BadLine:
    text, label, row_id = found.get("text"), found.get("label"), found.get("id")
    row_id = f"line {number}" if row_id is None else row_id
    if not isinstance(text, str):
        return BadLine(number, f"text {_shown(text)}", "text, a string")
    if label not in (VIOLATION, CLEAN, None):
        allowed = f"{VIOLATION}, {CLEAN}, or no label for a row that is only judged"
        return BadLine(number, f"label {_shown(label)}", allowed)
    if isinstance(row_id, bool) or not isinstance(row_id, str | int):
        return BadLine(number, f"id {_shown(row_id)}", "id, a string or a whole number, or none")
    kind, style = found.get("kind"), found.get("style")
    if not isinstance(kind, str | None) or not isinstance(style, str | None):
        return BadLine(number, f"kind {_shown(kind)}", "kind and style, strings, or none")
    return Case(number, row_id, text, label, kind or "", style or "")


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _shown(received: object) -> str:
    text = received.decode("utf-8", "replace") if isinstance(received, bytes) else repr(received)
    return text.strip()[:60]

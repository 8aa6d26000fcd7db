"""Labelled messages: one JSON object a line, read strictly."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.strict_toml import InvalidData

LABELLED_FOLDER = Path(__file__).parents[1] / "labelled"
VIOLATION, CLEAN = "violation", "clean"
VIOLATION_KINDS = frozenset(
    [
        "promised-return",
        "performance",
        "tip",
        "advice",
        "copy-trading",
        "inside-information",
        "rumour",
        "manipulation",
        "lure",
        "scarcity",
        "impersonation",
        "phishing",
        "managed-money",
        "fund-raising",
        "account-lending",
        "margin",
        "crypto",
        "order",
        "personal-data",
        "illicit",
        "advertising",
    ]
)
CLEAN_KINDS = frozenset(
    [
        "chat",
        "question",
        "news",
        "education",
        "warning",
        "quotation",
        "negation",
        "service",
        "contest",
        "product",
    ]
)
STYLES = frozenset(
    [
        "plain",
        "evasion",
        "quote",
        "warning",
        "question",
        "negation",
        "news",
        "chat",
        "education",
        "service",
    ]
)
_FIELDS = ("id", "text", "label", "kind", "style")


@dataclass(frozen=True, slots=True)
class Row:
    """One message with what a careful moderator would say about it."""

    id: str
    text: str
    label: str
    kind: str
    style: str

    @property
    def offends(self) -> bool:
        """Tell whether the message is a violation."""
        return self.label == VIOLATION


def read_labelled(folder: Path = LABELLED_FOLDER) -> tuple[Row, ...]:
    """Return the rows of all files in order of name; InvalidData names the first mistake.

    A text that stands in two files is kept once: what comes later says nothing new.
    """
    rows: dict[str, Row] = {}
    ids: set[str] = set()
    for path in sorted(folder.glob("*.jsonl")):
        for row in _read(path):
            if row.id in ids:
                raise _refusal(path, row.id, "id", row.id, "an id that no other row has")
            ids.add(row.id)
            if rows.setdefault(row.text, row).label != row.label:
                other = rows[row.text]
                raise _refusal(path, row.id, "label", row.label, f"{other.label}, as {other.id}")
    return tuple(rows.values())


def exported_line(case_id: int, text: str, kind: str, *, violation: bool) -> str:
    """Return a decided case as a line of a labelled file.

    Kinds that only rules know become the nearest general one; a person may name a better one.
    """
    if violation:
        known = kind if kind in VIOLATION_KINDS else "illicit"
    else:
        known = kind if kind in CLEAN_KINDS else "chat"
    said = {
        "id": f"case-{case_id}",
        "text": text,
        "label": VIOLATION if violation else CLEAN,
        "kind": known,
        "style": "plain" if violation else "chat",
    }
    return json.dumps(said, ensure_ascii=False) + "\n"


def _read(path: Path) -> Iterator[Row]:
    lines: Iterable[str] = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(path, f"line {number}", line)


def _row(path: Path, item: str, line: str) -> Row:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise _refusal(path, item, "line", line[:80], "a JSON object") from error
    if not isinstance(found, dict) or set(found) != set(_FIELDS):
        raise _refusal(path, item, "fields", line[:80], ", ".join(_FIELDS))
    for field in _FIELDS:
        if not isinstance(found[field], str) or not found[field].strip():
            raise _refusal(path, item, field, found[field], "a text, not empty")
    row = Row(**found)
    kinds = {VIOLATION: VIOLATION_KINDS, CLEAN: CLEAN_KINDS}.get(row.label)
    if kinds is None:
        raise _refusal(path, row.id, "label", row.label, f"{VIOLATION} or {CLEAN}")
    if row.kind not in kinds:
        raise _refusal(path, row.id, "kind", row.kind, ", ".join(sorted(kinds)))
    if row.style not in STYLES:
        raise _refusal(path, row.id, "style", row.style, ", ".join(sorted(STYLES)))
    return row


def _refusal(path: Path, item: str, field: str, received: object, allowed: str) -> InvalidData:
    return InvalidData(file=path.name, item=item, field=field, received=received, allowed=allowed)

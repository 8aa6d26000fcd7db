"""The pack of entries that comes with the product: read strictly, installed once, kept fresh.

`install` brings what is new, and a newer text of what nobody here has written on. What people
edited or retired is theirs: the pack never touches it again.
"""

import hashlib
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane
from bot.i18n import Language, Say
from bot.knowledge import checks, rows, writing
from bot.knowledge.content import fingerprint, to_json
from bot.knowledge.desk import end_of
from bot.knowledge.errors import KnowledgeFileError
from bot.knowledge.files import read_file
from bot.knowledge.finding import held
from bot.knowledge.rows import Row
from bot.knowledge.states import Change, Origin, VersionState
from bot.strict_toml import InvalidData
from db.repositories import knowledge, settings

FOLDER = Path(__file__).parent
SETTING = "knowledge-starter"
SHANGHAI = ZoneInfo("Asia/Shanghai")
LONGEST_QUESTION, LONGEST_ANSWER = 40, 240
LEAST_PHRASINGS = 1
"""Limits of the pack in 简体; what people write themselves may be longer."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation did."""

    added: int = 0
    updated: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class _Pack:
    """The entries of one pack, and those of them that a gate stops."""

    rows: tuple[Row, ...]
    stopped: frozenset[str] = frozenset()


def install(
    session: Session,
    now: datetime,
    *,
    folder: Path = FOLDER,
    zone: ZoneInfo = SHANGHAI,
    gate: Gate | None = None,
) -> Installed:
    """Bring the pack into the database; cheap where this very pack is there already.

    `zone` is the community's: a review day ends at its midnight. What `gate` stops is brought
    as well, and waits for an approver instead of being served.
    """
    mark = _mark(folder)
    if (settings.get(session, SETTING) or {}).get("mark") == mark:
        return Installed()
    version = gate.judge_rules("", Lane.OUTGOING).pack if gate else ""
    pack = _judged(_Reading(folder, mark, version, gate))
    known = {entry.key: entry for entry, _ in knowledge.latest_pairs(session, pack_keys(pack.rows))}
    fresh = [row for row in pack.rows if row.key not in known]
    _add(session, fresh, pack.stopped, now, zone)
    there = [row for row in pack.rows if row.key in known]
    updated = sum(_update(session, known[r.key].id, r, pack.stopped, now, zone) for r in there)
    settings.put(session, SETTING, {"mark": mark}, 0, now)
    return Installed(len(fresh), updated, len(there) - updated)


def pack_keys(found: Sequence[Row]) -> list[str]:
    """Return the keys of entries."""
    return [row.key for row in found]


def load(folder: Path = FOLDER) -> tuple[Row, ...]:
    """Return every entry of the pack; raise InvalidData naming file, entry and field."""
    found: list[Row] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        for row in _rows_of(path):
            if row.key in seen:
                raise _invalid(path, row.key, "key", f"a key that {seen[row.key]} has not")
            seen[row.key] = path.name
            found.append(row)
    return tuple(found)


def _rows_of(path: Path) -> Sequence[Row]:
    try:
        found, mistakes = rows.checked(read_file(path.name, path.read_bytes()))
    except KnowledgeFileError as error:
        raise _invalid(path, "-", "-", _told(error.fields["problem"])) from error
    for mistake in mistakes:
        item = mistake.key or f"#{mistake.number}"
        raise _invalid(path, item, mistake.field, _told(mistake.say))
    for row in found:
        for lacking, allowed in _lacks(row):
            raise _invalid(path, row.key, lacking, allowed)
    return found


def _lacks(row: Row) -> list[tuple[str, str]]:
    """Return what the pack asks for beyond what people are asked for."""
    content, home = row.content, Language.SIMPLIFIED
    question, answer = content.question.get(home, ""), content.answer.get(home, "")
    checked = (
        ("question.zh-Hans", 0 < len(question) <= LONGEST_QUESTION, "a text of 40 at most"),
        ("answer.zh-Hans", 0 < len(answer) <= LONGEST_ANSWER, "a text of 240 at most"),
        ("phrasings.zh-Hans", len(content.phrasings.get(home, ())) >= LEAST_PHRASINGS, "some"),
        ("tags", bool(content.tags), "one tag at least"),
        ("source", bool(content.source), "where it is from"),
        ("as_of", content.as_of is not None, "the day for which it is right"),
        ("review_by", content.review_by is not None, "the day until which it holds"),
    )
    return [(name, allowed) for name, holds, allowed in checked if not holds]


def _add(
    session: Session, found: Sequence[Row], stopped: Set[str], now: datetime, zone: ZoneInfo
) -> None:
    """Bring new entries, all in a few statements: a pack has hundreds."""
    entries = [
        {
            "key": row.key,
            "origin": Origin.STARTER,
            "origin_ref": row.key,
            "owner_id": None,
            "shipped": fingerprint(row.content),
            "created_at": now,
            "latest": 1,
            "edited": False,
            **_serving(row, 1, stopped, zone),
        }
        for row in found
    ]
    versions = {
        row.key: {
            "number": 1,
            "key": _version_key(row, 1),
            "change": Change.SHIPPED,
            "state": _state(row, stopped),
            "content": to_json(row.content),
            "authors": [],
            "at": now,
            "asked": False,
        }
        for row in found
    }
    knowledge.add_many(session, entries, versions)


def _update(
    session: Session, entry_id: int, row: Row, stopped: Set[str], now: datetime, zone: ZoneInfo
) -> bool:
    """Bring a newer text of an entry, unless somebody here wrote on it; tell whether it did."""
    entry = held(session, entry_id)
    untouched = entry.origin is Origin.STARTER and not entry.edited and entry.retired_at is None
    mark = fingerprint(row.content)
    if not untouched or entry.shipped == mark:
        return False
    number = entry.latest + 1
    state = _state(row, stopped)
    made = writing.Made(_version_key(row, number), Change.SHIPPED, state, None, now)
    writing.add_version(session, entry, row.content, made)
    entry.shipped = mark
    if state is VersionState.APPROVED:
        for name, value in _serving(row, number, stopped, zone).items():
            setattr(entry, name, value)
    session.flush()
    return True


def _serving(row: Row, number: int, stopped: Set[str], zone: ZoneInfo) -> dict[str, Any]:
    """Return what an entry says of the version that it serves."""
    tier = row.content.tier
    return {
        "served": None if row.key in stopped else number,
        "tier": 0 if tier is None else tier.rank + 1,
        "expires_at": end_of(row.content.review_by, zone),
    }


def _state(row: Row, stopped: Set[str]) -> VersionState:
    return VersionState.WAITING if row.key in stopped else VersionState.APPROVED


def _version_key(row: Row, number: int) -> str:
    return f"starter:{row.key}:{number}"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a pack is read for; the gate counts by the version of its rules."""

    folder: Path
    mark: str
    version: str
    gate: Gate | None = field(compare=False)


@lru_cache(maxsize=4)
def _judged(reading: _Reading) -> _Pack:
    found = load(reading.folder)
    gate = reading.gate
    if gate is None:
        return _Pack(found)
    stopped = (row.key for row in found if any(checks.screened(row.content, gate)))
    return _Pack(found, frozenset(stopped))


def _mark(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _told(problem: object) -> str:
    """Return a problem as those who edit the pack read it: its code and fields."""
    if not isinstance(problem, Say):
        return str(problem)
    named = ", ".join(f"{name}={value}" for name, value in problem.arguments.items())
    return f"{problem.id} {named}".strip()


def _invalid(path: Path, item: str, field: str, allowed: str) -> InvalidData:
    return InvalidData(file=path.name, item=item, field=field, received="-", allowed=allowed)

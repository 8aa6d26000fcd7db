"""The pack of entries that comes with the product: read strictly, installed once, kept fresh.

`install` brings what is new, and a newer text of what nobody here has written on. What people
edited or retired is theirs: the pack never touches it again.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.i18n import Language, Say
from bot.knowledge import checks, rows, writing
from bot.knowledge.content import fingerprint
from bot.knowledge.desk import end_of
from bot.knowledge.errors import KnowledgeFileError
from bot.knowledge.files import read_file
from bot.knowledge.finding import held
from bot.knowledge.rows import Row
from bot.knowledge.states import Change, Origin, VersionState
from bot.strict_toml import InvalidData
from db.models.knowledge import KnowledgeEntry
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
    counts = {"added": 0, "updated": 0, "kept": 0}
    for row in load(folder):
        counts[_bring(session, row, now, zone, gate)] += 1
    settings.put(session, SETTING, {"mark": mark}, 0, now)
    return Installed(**counts)


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
        for field, allowed in _lacks(row):
            raise _invalid(path, row.key, field, allowed)
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
    return [(field, allowed) for field, holds, allowed in checked if not holds]


def _bring(session: Session, row: Row, now: datetime, zone: ZoneInfo, gate: Gate | None) -> str:
    """Bring one entry; return whether it was added, updated or kept as it is."""
    entry = knowledge.by_key(session, row.key)
    if entry is None:
        made = _made(row, 1, now)
        entry = writing.create(
            session, row.key, row.content, made, origin=Origin.STARTER, origin_ref=row.key
        )
        return _serve(session, entry, row, now, zone, gate, "added")
    entry = held(session, entry.id)
    untouched = entry.origin is Origin.STARTER and not entry.edited and entry.retired_at is None
    if not untouched or entry.shipped == fingerprint(row.content):
        return "kept"
    writing.add_version(session, entry, row.content, _made(row, entry.latest + 1, now))
    return _serve(session, entry, row, now, zone, gate, "updated")


def _serve(
    session: Session,
    entry: KnowledgeEntry,
    row: Row,
    now: datetime,
    zone: ZoneInfo,
    gate: Gate | None,
    outcome: str,
) -> str:
    entry.shipped = fingerprint(row.content)
    version = knowledge.version(session, entry.id, entry.latest)
    assert version is not None  # noqa: S101 - it was added just now
    day = now.astimezone(zone).date()
    stopped = gate is not None and any(
        problem.id == "kb-problem-screened" for problem in checks.problems(row.content, gate, day)
    )
    if stopped:
        version.state = VersionState.WAITING
    else:
        entry.served = version.number
        entry.tier = 0 if row.content.tier is None else row.content.tier.rank + 1
        entry.expires_at = end_of(row.content.review_by, zone)
    session.flush()
    return outcome


def _made(row: Row, number: int, now: datetime) -> writing.Made:
    key = f"starter:{row.key}:{number}"
    return writing.Made(key, Change.SHIPPED, VersionState.APPROVED, None, now)


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

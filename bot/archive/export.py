"""Exporting a period of the archive: JSONL per group, attachments, a manifest with hashes.

Everything is written into `DIR.partial` and renamed at the end, so a folder that has the
name is complete; what a crash left behind is written anew. Nothing is ever overwritten.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.archive.chain import GENESIS
from bot.archive.coverage import GroupCoverage, measure_span
from bot.archive.kinds import NO_GROUP
from db.models.archive import ArchiveRecord
from db.models.group import Group
from db.repositories import archive, groups, holds

MANIFEST = "manifest.json"
ATTACHMENTS = "attachments.jsonl"
FORMAT = 1
BLIND = (
    "deletions by members, messages of other bots, and whatever was said while a gap below "
    "was open never reached the bot"
)

Tell = Callable[[int, int], None]


class ExportError(Exception):
    """The export cannot be made; the text is the one sentence to show."""


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, first and last included, as the community's calendar has them."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Return the instants at which it begins and ends."""
        return _midnight(self.first, self.zone), _midnight(self.last + timedelta(1), self.zone)


@dataclass(slots=True)
class _File:
    """A file being written: counted and hashed as it grows."""

    name: str
    stream: IO[bytes]
    records: int = 0
    size: int = 0
    first: dict[str, Any] | None = None
    last: dict[str, Any] | None = None
    digest: Any = field(default_factory=hashlib.sha256)

    def write(self, line: Mapping[str, Any]) -> None:
        """Append one line."""
        text = json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n"
        data = text.encode("utf-8", "surrogatepass")
        self.stream.write(data)
        self.digest.update(data)
        self.size += len(data)
        self.records += 1
        end = {"position": line["position"], "hash": line.get("hash")}
        self.first, self.last = self.first or end, end

    def entry(self) -> dict[str, Any]:
        """Return what the manifest says of it."""
        sha256 = self.digest.hexdigest()
        entry = {"name": self.name, "sha256": sha256, "bytes": self.size, "lines": self.records}
        if self.name != ATTACHMENTS:
            entry |= {"first": self.first, "last": self.last}
        return entry


def find_groups(session: Session, chat_id: int | None) -> list[Group]:
    """Return the group that has or had a chat id, or all that the archive may know."""
    every = list(groups.every(session))
    if chat_id is None:
        return every
    found = [group for group in every if chat_id in holds.chats_of(session, group.id)]
    if not found:
        known = ", ".join(f"{group.chat_id} ({group.title})" for group in every) or "none yet"
        raise ExportError(f"No group has the id {chat_id}; known: {known}.")
    return found


def chats_in(session: Session, found: list[Group], house: bool) -> dict[int, int]:
    """Return every chat id that groups have or had, with the one of now; `house`: and none."""
    chats = {chat: group.chat_id for group in found for chat in holds.chats_of(session, group.id)}
    return {**chats, NO_GROUP: NO_GROUP} if house else chats


def export(
    session: Session,
    period: Period,
    chat_id: int | None,
    folder: Path,
    version: str,
    now: datetime,
    tell: Tell = lambda done, whole: None,
) -> dict[str, Any]:
    """Write what was archived in `period` into `folder`; return the manifest.

    `chat_id` none: every group, and what belongs to none. `tell(done, whole)` is called as it
    goes on.
    """
    found = find_groups(session, chat_id)
    partial = _begin(folder)
    try:
        manifest = _write(session, period, found, chat_id is None, partial, tell)
        manifest |= {"tool": "opening-bell", "version": version, "created_at": now.isoformat()}
        text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
        (partial / MANIFEST).write_text(text + "\n", encoding="utf-8")
        partial.rename(folder)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise ExportError(_trouble(folder, error)) from error
    return manifest


def line_of(record: ArchiveRecord) -> dict[str, Any]:
    """Return a record as the export writes it: all that its hash covers, and its hashes."""
    return {
        "record": record.id,
        "position": record.position,
        "scheme": record.scheme or 1,
        "kind": record.kind.value,
        "class": record.record_class.value,
        "chat": record.chat_id,
        "message": record.message_id,
        "author": record.author_id,
        "at": record.at.isoformat(timespec="microseconds"),
        "text": record.text,
        "details": record.details,
        "salt": record.salt,
        "content_hash": record.content_hash,
        "previous_hash": record.previous_hash,
        "hash": record.hash,
        "erased_at": record.erased_at.isoformat() if record.erased_at else None,
    }


def _begin(folder: Path) -> Path:
    if folder.exists():
        raise ExportError(f"{folder} exists already: name another folder with --out.")
    partial = folder.with_name(folder.name + ".partial")
    try:
        if partial.exists():
            shutil.rmtree(partial)
        partial.mkdir(parents=True)
    except OSError as error:
        raise ExportError(_trouble(folder, error)) from error
    return partial


def _write(
    session: Session, period: Period, found: list[Group], house: bool, partial: Path, tell: Tell
) -> dict[str, Any]:
    chats = chats_in(session, found, house)
    last = archive.last_sealed(session)
    whole = archive.count_between(session, chats, *period.span)
    files = _open(partial, {*chats.values()})
    try:
        with closing(archive.between(session, chats, *period.span)) as records:
            _fill(files, records, chats, lambda done: tell(done, whole))
    finally:
        for one in files.values():
            one.stream.close()
    return {
        "format": FORMAT,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "zone": period.zone.key,
        "groups": [
            {"chat": one.chat_id, "title": one.title, "chats": sorted(_own(chats, one))}
            for one in found
        ],
        "files": [one.entry() for _, one in sorted(files.items(), key=lambda pair: pair[1].name)],
        "head": {
            "position": (last.position or 0) if last else 0,
            "hash": (last.hash or GENESIS) if last else GENESIS,
        },
        "waiting": archive.count_unsealed(session),
        "coverage": _coverage(session, period, {group.id for group in found}),
    }


def _open(partial: Path, chats: set[int]) -> dict[int | None, _File]:
    names: dict[int | None, str] = {chat: f"group{chat}.jsonl" for chat in chats}
    if NO_GROUP in names:
        names[NO_GROUP] = "house.jsonl"
    names[None] = ATTACHMENTS
    return {
        chat: _File(name, (partial / name).open("wb"))  # closed by who asked
        for chat, name in names.items()
    }


def _fill(
    files: Mapping[int | None, _File],
    records: Iterable[ArchiveRecord],
    chats: Mapping[int, int],
    tell: Callable[[int], None],
) -> None:
    for done, record in enumerate(records, start=1):
        files[chats[record.chat_id]].write(line_of(record))
        for attached in _attached(record):
            files[None].write(attached)
        if done % 200 == 0:
            tell(done)


def _attached(record: ArchiveRecord) -> Iterator[dict[str, Any]]:
    for attached in record.details.get("attachments") or ():
        yield {
            "position": record.position,
            "chat": record.chat_id,
            "message": record.message_id,
            "at": record.at.isoformat(timespec="microseconds"),
            **attached,
        }


def _own(chats: Mapping[int, int], group: Group) -> list[int]:
    return [chat for chat, now in chats.items() if now == group.chat_id]


def _coverage(session: Session, period: Period, wanted: set[int]) -> dict[str, Any]:
    found = measure_span(session, period.span)
    lines = [_line(line) for line in found.groups if line.group_id in wanted]
    return {
        "groups": lines,
        "updates_seen": found.seen,
        "updates_missing": found.missing,
        "counted_since": found.counted_since.isoformat() if found.counted_since else None,
        "downtimes_caught_up": found.delays,
        "cannot_see": BLIND,
    }


def _line(line: GroupCoverage) -> dict[str, Any]:
    return {
        "chat": line.chat_id,
        "title": line.title,
        "since": line.since.isoformat(),
        "until": line.until.isoformat(),
        "percent_of_time": str(line.percent) if line.percent is not None else None,
        "lost_seconds": {cause.value: int(lost.total_seconds()) for cause, lost in line.lost},
    }


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _trouble(folder: Path, error: OSError) -> str:
    return f"{folder} cannot be written ({(error.strerror or str(error)).lower()})."


def clear_partial(folder: Path) -> None:
    """Remove what an export that was stopped left behind."""
    with suppress(OSError):
        shutil.rmtree(folder.with_name(folder.name + ".partial"))

"""Checking an export offline: every file against the manifest, every record against its hash."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.archive.chain import Link, intact
from bot.archive.export import ATTACHMENTS, FORMAT, MANIFEST

MOST_PROBLEMS = 50


class NoExportError(Exception):
    """The folder holds no export; the text is the one sentence to show."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: how many records, how many of them erased, and what is wrong."""

    manifest: Mapping[str, Any]
    records: int
    erased: int
    linked: int
    problems: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    records: int = 0
    erased: int = 0
    linked: int = 0


def check_export(
    folder: Path, tell: Callable[[int, int], None] = lambda done, whole: None
) -> Checked:
    """Check the export in `folder`, which needs no database.

    A record proves itself by its hash; two that follow one another in the chain prove that
    nothing is missing between them. That the chain led to the head of the manifest is shown
    by `bell archive verify` on the database, or by a head that was noted at the time.
    """
    manifest = _manifest(folder)
    tally, problems = _Tally(), []
    whole = sum(int(entry["lines"]) for entry in manifest["files"])
    listed = {entry["name"] for entry in manifest["files"]} | {MANIFEST}
    for found in sorted(path.name for path in folder.iterdir()):
        if found not in listed:
            problems.append(f"{found}: not in the manifest")
    for entry in manifest["files"]:
        for problem in _check_file(folder, entry, tally, lambda: tell(tally.records, whole)):
            problems.append(problem)
            if len(problems) >= MOST_PROBLEMS:
                break
    return Checked(manifest, tally.records, tally.erased, tally.linked, tuple(problems))


def _manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = [(str(one["name"]), one["sha256"], int(one["lines"])) for one in manifest["files"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoExportError(f"{folder} holds no {MANIFEST} that can be read ({error}).") from error
    if manifest.get("format") != FORMAT or any(Path(name).name != name for name, *_ in files):
        raise NoExportError(f"{folder / MANIFEST} is not of a format that this version knows.")
    return dict(manifest)


def _check_file(
    folder: Path, entry: Mapping[str, Any], tally: _Tally, tell: Callable[[], None]
) -> Iterator[str]:
    name, digest, lines = entry["name"], hashlib.sha256(), 0
    first = last = None
    try:
        with (folder / name).open("rb") as stream:
            for number, data in enumerate(stream, start=1):
                digest.update(data)
                lines += 1
                if name == ATTACHMENTS:
                    continue
                record, problem = _read(data, last, tally)
                if problem:
                    yield f"{name}, line {number}: {problem}"
                first, last = first or record, record or last
                if number % 200 == 0:
                    tell()
    except OSError as error:
        yield f"{name}: cannot be read ({(error.strerror or str(error)).lower()})"
        return
    if digest.hexdigest() != entry["sha256"]:
        yield f"{name}: is not the file that was exported (SHA-256 differs)"
    if lines != entry["lines"]:
        yield f"{name}: has {lines} lines, the manifest says {entry['lines']}"
    if name != ATTACHMENTS:
        yield from _ends(entry, first, last)


def _read(
    data: bytes, before: Mapping[str, Any] | None, tally: _Tally
) -> tuple[Mapping[str, Any] | None, str]:
    try:
        record = json.loads(data.decode("utf-8", "surrogatepass"))
        link = _link(record)
        previous, stored = str(record["previous_hash"]), str(record["hash"])
    except (ValueError, KeyError, TypeError) as error:
        return None, f"cannot be read ({error})"
    tally.records += 1
    tally.erased += link.erased
    if not intact(link, previous, stored):
        return record, f"record {link.position} is not what was sealed"
    if before is not None and link.position <= before["position"]:
        return record, f"record {link.position} is out of order"
    if before is not None and link.position == before["position"] + 1:
        tally.linked += 1
        if previous != before["hash"]:
            return record, f"record {link.position} does not follow the one before"
    return record, ""


def _ends(
    entry: Mapping[str, Any], first: Mapping[str, Any] | None, last: Mapping[str, Any] | None
) -> Iterator[str]:
    for name, found in (("first", first), ("last", last)):
        said = entry.get(name)
        shown = {"position": found["position"], "hash": found["hash"]} if found else None
        if said != shown:
            yield f"{entry['name']}: its {name} record is not the one that the manifest names"


def _link(record: Mapping[str, Any]) -> Link:
    return Link(
        position=record["position"],
        kind=record["kind"],
        chat_id=record["chat"],
        message_id=record["message"],
        author_id=record["author"],
        at=datetime.fromisoformat(record["at"]),
        text=record["text"],
        details=record["details"],
        record_class=record["class"],
        scheme=record["scheme"],
        salt=record["salt"],
        content_hash=record["content_hash"],
        erased=record["erased_at"] is not None,
    )

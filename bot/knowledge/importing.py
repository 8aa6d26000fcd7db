"""A file on its way into the knowledge base: compared, kept, written, approved.

What it holds is compared with the pending version of each entry, else with the served one.
Nothing is written while a row is wrong. Written versions wait for a second person, who may
approve all of a file with one button.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.i18n import Say
from bot.knowledge import cards, checks, editing, writing
from bot.knowledge.content import Content, dated, from_json, to_json
from bot.knowledge.desk import KnowledgeDesk
from bot.knowledge.errors import (
    KnowledgeImportLateError,
    KnowledgeImportUnknownError,
    KnowledgeOwnError,
)
from bot.knowledge.files import FileKind
from bot.knowledge.overview import Found, everything
from bot.knowledge.rows import Mistaken, Row
from bot.knowledge.states import PENDING, Change, Origin, Status, VersionState
from bot.members.deed import Deed
from db.models.knowledge import KnowledgeEntry, KnowledgeImport
from db.repositories import knowledge

MOST_NAMED = 8
"""How many keys an answer names."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What writing a file would do; `over`: pending edits of others that it would replace."""

    new: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    unchanged: int = 0
    retired: int = 0
    over: int = 0
    mistakes: tuple[Mistaken, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """How a file was written; `again`: it had been before."""

    new: int
    changed: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Approved:
    """How many versions of a file are served now, and how many may not be, by their keys."""

    count: int
    refused: tuple[str, ...]


def compare(
    session: Session,
    rows: Sequence[Row],
    desk: KnowledgeDesk,
    deed: Deed,
    *,
    screens: bool = True,
) -> Comparison:
    """Return what a file would change, and what of it cannot be served if it `screens`."""
    known = {one.entry.key: one for one in everything(session, deed.now)}
    new: list[Row] = []
    changed: list[Row] = []
    mistakes: list[Mistaken] = []
    counts = {"unchanged": 0, "retired": 0, "over": 0}
    today = desk.today(deed.now)
    for row in rows:
        found = known.get(row.key)
        if found is not None and found.status is Status.RETIRED:
            counts["retired"] += 1
            continue
        full = _completed(row, found, desk, deed)
        if found is not None and full.content == found.content:
            counts["unchanged"] += 1
            continue
        wrong = checks.problems(full.content, desk.gate, today) if screens else ()
        mistakes += [Mistaken(row.number, row.key, "-", say) for say in wrong]
        counts["over"] += found is not None and found.version.state in PENDING
        (new if found is None else changed).append(full)
    return Comparison(tuple(new), tuple(changed), mistakes=tuple(mistakes), **counts)


def keep(session: Session, compared: Comparison, name: str, deed: Deed) -> KnowledgeImport:
    """Keep what would be written until somebody says so."""
    values = {
        "author_id": deed.actor_id,
        "name": name[-128:],
        "rows": [_row_json(row) for row in (*compared.new, *compared.changed)],
        "at": deed.now,
    }
    return knowledge.add_import(session, f"{deed.key}:import", values)


def write(session: Session, import_id: int, desk: KnowledgeDesk, deed: Deed) -> Written:
    """Write a kept file: each new or changed row becomes a version that waits.

    Compared once more: what others wrote on since the preview is not written over unseen. Not
    screened once more: that would keep every writer waiting, and whoever approves it screens
    it. A second press writes nothing.
    """
    kept = knowledge.locked_import(session, import_id)
    if kept is None or kept.author_id != deed.actor_id:
        raise KnowledgeImportUnknownError
    if kept.written_at is not None:
        return Written(0, 0, again=True)
    rows = [_row_of(one) for one in kept.rows]
    compared = compare(session, rows, desk, deed, screens=False)
    there = knowledge.locked_by_key(session, [row.key for row in compared.changed])
    _require_unwritten(session, there, kept)
    _add(session, compared.new, kept, deed)
    writing.add_versions(
        session, [(there[r.key], r.content, _made(r, kept, deed)) for r in compared.changed]
    )
    kept.written_at = deed.now
    new, changed = len(compared.new), len(compared.changed)
    after = {"file": kept.name, "new": new, "changed": changed}
    deed.log(session, "knowledge-import", f"knowledge-import:{kept.id}", {}, after)
    if new or changed:
        cards.ask_import(session, kept, new, changed, desk, deed.now)
    session.flush()
    return Written(new, changed)


def sound(session: Session, import_id: int, desk: KnowledgeDesk, now: datetime) -> Set[int]:
    """Return the ids of the versions of a file that wait and may be served as they are.

    Screening thousands takes seconds, so this is asked before anything is held; a version's
    words never change.
    """
    today = desk.today(now)
    return {
        version.id
        for _, version in knowledge.waiting_of_import(session, import_id)
        if not checks.problems(from_json(version.content), desk.gate, today)
    }


def approve_all(
    session: Session,
    import_id: int,
    allowed: Set[int],
    desk: KnowledgeDesk,
    deed: Deed,
    *,
    confirmed: bool = False,
) -> Approved:
    """Serve every version of a file that still waits and is one of the `allowed` ids."""
    kept = knowledge.locked_import(session, import_id)
    if kept is None:
        raise KnowledgeImportUnknownError
    own = kept.author_id == deed.actor_id
    if own and not (confirmed and deed.actor_id in desk.owners):
        raise KnowledgeOwnError(key=kept.name)
    count, refused = 0, []
    for entry, version in knowledge.waiting_of_import(session, import_id, lock=True):
        others = deed.actor_id in version.authors and not own
        if others or version.id not in allowed:
            refused.append(entry.key)
            continue
        editing.serve(entry, version, desk, deed)
        count += 1
    after = {"file": kept.name, "approved": count, "refused": refused}
    deed.log(session, "knowledge-approve-all", f"knowledge-import:{kept.id}", {}, after)
    session.flush()
    return Approved(count, tuple(refused))


def exported(session: Session, now: datetime) -> Sequence[tuple[str, Content]]:
    """Return every entry that is not retired, with its pending words or those that are served."""
    return [
        (one.entry.key, one.content)
        for one in everything(session, now)
        if one.status is not Status.RETIRED
    ]


def mistakes_lines(mistakes: Sequence[Mistaken], kind: FileKind, most: int) -> tuple[Say, ...]:
    """Say the first mistakes by row, and how many more there are."""
    shown = sorted(mistakes, key=lambda one: one.number)[:most]
    lines = [
        Say(
            "kb-mistake" if one.key else "kb-mistake-nameless",
            number=one.number,
            kind=kind.value,
            key=one.key,
            field=Say("kb-whole") if one.field == "-" else one.field,
            problem=one.say,
        )
        for one in shown
    ]
    if len(mistakes) > most:
        lines.append(Say("kb-more", count=len(mistakes) - most))
    return tuple(lines)


def _completed(row: Row, found: Found | None, desk: KnowledgeDesk, deed: Deed) -> Row:
    """Give a row without a review day the one that the entry has, else half a year."""
    if row.content.review_by is not None:
        return row
    held = found.content.review_by if found is not None else None
    content = replace(row.content, review_by=held)
    return replace(row, content=dated(content, desk.today(deed.now)))


def _add(session: Session, rows: Sequence[Row], kept: KnowledgeImport, deed: Deed) -> None:
    """Write new entries in a few statements: a file may have thousands."""
    entries = [
        {
            "key": row.key,
            "origin": Origin.FILE,
            "origin_ref": f"{kept.id}:{row.key}",
            "owner_id": deed.actor_id,
            "created_at": deed.now,
            "latest": 1,
            "edited": True,
        }
        for row in rows
    ]
    versions = {
        row.key: {
            "number": 1,
            "key": _version_key(row, kept),
            "change": Change.IMPORTED,
            "state": VersionState.WAITING,
            "content": to_json(row.content),
            "author_id": deed.actor_id,
            "authors": [deed.actor_id],
            "at": deed.now,
            "import_id": kept.id,
            "asked": False,
        }
        for row in rows
    }
    knowledge.add_many(session, entries, versions)


def _made(row: Row, kept: KnowledgeImport, deed: Deed) -> writing.Made:
    waiting = VersionState.WAITING
    return writing.Made(
        _version_key(row, kept), Change.IMPORTED, waiting, deed.actor_id, deed.now, kept.id
    )


def _version_key(row: Row, kept: KnowledgeImport) -> str:
    return f"import:{kept.id}:{row.key}"


def _require_unwritten(
    session: Session, there: Mapping[str, KnowledgeEntry], kept: KnowledgeImport
) -> None:
    """Refuse a preview that is older than the newest version of an entry."""
    newest = knowledge.latest_of(session, [entry.id for entry in there.values()])
    late = {one.entry_id for one in newest if one.at > kept.at}
    keys = sorted(key for key, entry in there.items() if entry.id in late)
    if keys:
        raise KnowledgeImportLateError(keys=" ".join(keys[:MOST_NAMED]))


def _row_json(row: Row) -> Mapping[str, object]:
    return {"number": row.number, "key": row.key, "content": to_json(row.content)}


def _row_of(kept: Mapping[str, object]) -> Row:
    content = kept["content"]
    assert isinstance(content, dict)  # noqa: S101 - written by _row_json
    return Row(int(str(kept["number"])), str(kept["key"]), from_json(content))

"""What people do to entries: write, submit, approve, drop, retire, restore, renew."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from bot.i18n import Say
from bot.knowledge import cards, checks, fields, writing
from bot.knowledge.content import HOLDS_FOR, Content, dated, from_json
from bot.knowledge.desk import KnowledgeDesk, end_of
from bot.knowledge.errors import (
    KnowledgeFieldError,
    KnowledgeKeyTakenError,
    KnowledgeNothingError,
    KnowledgeOwnError,
    KnowledgePendingError,
    KnowledgeProblemsError,
    KnowledgeRetiredError,
    KnowledgeStaleError,
)
from bot.knowledge.finding import held, newest
from bot.knowledge.merging import merged
from bot.knowledge.states import PENDING, Change, Origin, VersionState
from bot.members.deed import Deed
from db.models.knowledge import KnowledgeEntry, KnowledgeVersion
from db.repositories import knowledge


def add(session: Session, written: Mapping[object, object], deed: Deed) -> KnowledgeEntry:
    """Make an entry of what was written, as a draft; the same deed makes it only once."""
    content = _content(Content(), written)
    if not content.title:
        raise KnowledgeFieldError(problem=Say("kb-problem-incomplete"))
    content = dated(content, deed.day)
    origin_ref = f"{deed.actor_id}:{deed.key}"
    key = writing.key_for(Origin.PERSON, origin_ref)
    if written.get("key"):
        key = fields.read_key(written["key"])
    made = writing.Made(
        f"{deed.key}:add", Change.ADDED, VersionState.DRAFT, deed.actor_id, deed.now
    )
    entry = writing.create(session, key, content, made, origin=Origin.PERSON, origin_ref=origin_ref)
    if entry.origin_ref != origin_ref:
        raise KnowledgeKeyTakenError(key=key)
    return entry


def change(
    session: Session, entry_id: int, written: Mapping[object, object], deed: Deed
) -> KnowledgeEntry:
    """Put what was written into a draft of an entry; what is served stays served."""
    entry = held(session, entry_id)
    _require_active(entry)
    before = from_json(newest(session, entry).content)
    content = dated(_content(_fresh(before, deed.day), written), deed.day)
    if content != before:
        writing.add_version(session, entry, content, _made(deed, entry, Change.EDITED))
    return entry


def submit(
    session: Session, entry_id: int, number: int, desk: KnowledgeDesk, deed: Deed
) -> KnowledgeEntry:
    """Put a draft before the approvers; what the gate stops does not get there."""
    entry = held(session, entry_id)
    _require_active(entry)
    version = _pending(session, entry, number)
    _require_sound(entry, from_json(version.content), desk, deed)
    if version.state is VersionState.DRAFT:
        version.state = VersionState.WAITING
    cards.ask(session, entry, version, desk, deed.now)
    deed.log(session, "knowledge-submit", _target(entry), {}, {"version": number})
    return entry


def approve(
    session: Session,
    entry_id: int,
    number: int,
    desk: KnowledgeDesk,
    deed: Deed,
    *,
    confirmed: bool = False,
) -> KnowledgeEntry:
    """Serve a waiting version from now on; a second press of the same person changes nothing.

    Nobody approves what they wrote on, but an owner who has `confirmed` it.
    """
    entry = held(session, entry_id)
    _require_active(entry)
    if entry.served == number == entry.latest:
        _require_same(session, entry, deed)
        return entry
    version = _pending(session, entry, number)
    if version.state is not VersionState.WAITING:
        raise KnowledgeStaleError(key=entry.key)
    _require_another(entry, version, desk, deed, confirmed=confirmed)
    _require_sound(entry, from_json(version.content), desk, deed)
    before = {"served": entry.served}
    serve(entry, version, desk, deed)
    deed.log(session, "knowledge-approve", _target(entry), before, {"served": number})
    session.flush()
    return entry


def serve(
    entry: KnowledgeEntry, version: KnowledgeVersion, desk: KnowledgeDesk, deed: Deed
) -> None:
    """Make a version the one that readers get."""
    version.state = VersionState.APPROVED
    version.decided_by, version.decided_at = deed.actor_id, deed.now
    point_at(entry, version, from_json(version.content), desk)


def point_at(
    entry: KnowledgeEntry, version: KnowledgeVersion, content: Content, desk: KnowledgeDesk
) -> None:
    """Let an entry serve an approved version."""
    entry.served = version.number
    entry.tier = 0 if content.tier is None else content.tier.rank + 1
    entry.expires_at = end_of(content.review_by, desk.zone)


def drop(session: Session, entry_id: int, number: int, deed: Deed) -> KnowledgeEntry:
    """Give a pending version up; an entry that was never served is retired with it."""
    entry = held(session, entry_id)
    latest = knowledge.version(session, entry.id, entry.latest)
    if latest and latest.number == number and latest.state is VersionState.DROPPED:
        _require_same(session, entry, deed)
        return entry
    version = _pending(session, entry, number)
    version.state = VersionState.DROPPED
    version.decided_by, version.decided_at = deed.actor_id, deed.now
    if entry.served is None:
        entry.retired_at = deed.now
    deed.log(session, "knowledge-drop", _target(entry), {"version": number}, {})
    session.flush()
    return entry


def retire(session: Session, entry_id: int, deed: Deed) -> KnowledgeEntry:
    """Stop serving an entry, and give up whatever waited for it."""
    entry = held(session, entry_id)
    if entry.retired_at is not None:
        return entry
    content = from_json(newest(session, entry).content)
    if entry.served is not None:
        content = _served_content(session, entry)
    knowledge.replace_pending(session, [entry.id], VersionState.DROPPED)
    _decided(session, entry, content, Change.RETIRED, deed)
    entry.retired_at = deed.now
    deed.log(session, "knowledge-retire", _target(entry), {}, {"served": entry.served})
    session.flush()
    return entry


def restore(session: Session, entry_id: int, desk: KnowledgeDesk, deed: Deed) -> KnowledgeEntry:
    """Take a retirement back: what was served is served again, a draft is a draft again."""
    entry = held(session, entry_id)
    if entry.retired_at is None:
        if knowledge.by_version_key(session, _key(deed, entry, Change.RESTORED)) is None:
            raise KnowledgeStaleError(key=entry.key)
        return entry
    content = from_json(newest(session, entry).content)
    entry.retired_at = None
    if entry.served is None:
        made = _made(deed, entry, Change.RESTORED)
        writing.add_version(session, entry, content, made)
    else:
        content = _served_content(session, entry)
        _require_sound(entry, content, desk, deed, dates=False)
        _decided(session, entry, content, Change.RESTORED, deed)
    deed.log(session, "knowledge-restore", _target(entry), {}, {"served": entry.served})
    session.flush()
    return entry


def renew(
    session: Session, entry_id: int, number: int, desk: KnowledgeDesk, deed: Deed
) -> KnowledgeEntry:
    """Say that version `number` still holds: it is served for half a year more."""
    entry = held(session, entry_id)
    _require_active(entry)
    renewed = knowledge.by_version_key(session, _key(deed, entry, Change.RENEWED))
    if renewed is not None:
        return entry
    if entry.served != number:
        raise KnowledgeStaleError(key=entry.key)
    latest = knowledge.version(session, entry.id, entry.latest)
    if latest is not None and latest.state in PENDING:
        raise KnowledgePendingError(key=entry.key)
    today = desk.today(deed.now)
    content = replace(_served_content(session, entry), review_by=today + HOLDS_FOR)
    _require_sound(entry, content, desk, deed)
    version = _decided(session, entry, content, Change.RENEWED, deed)
    point_at(entry, version, content, desk)
    after = {"review_by": str(content.review_by)}
    deed.log(session, "knowledge-renew", _target(entry), {"served": number}, after)
    session.flush()
    return entry


def _fresh(content: Content, today: date) -> Content:
    """Return what an edit starts from: a review day that is over would come back at once."""
    over = content.review_by is not None and content.review_by < today
    return dated(replace(content, review_by=None), today) if over else content


def _content(base: Content, written: Mapping[object, object]) -> Content:
    content, mistakes = merged(base, written)
    if mistakes:
        raise KnowledgeFieldError(problem=mistakes[0].say)
    return content


def _served_content(session: Session, entry: KnowledgeEntry) -> Content:
    version = knowledge.version(session, entry.id, entry.served or 0)
    assert version is not None  # noqa: S101 - asked only of entries with a served version
    return from_json(version.content)


def _decided(
    session: Session, entry: KnowledgeEntry, content: Content, kind: Change, deed: Deed
) -> KnowledgeVersion:
    """Add a version that needs nobody's approval: its words were approved before."""
    made = writing.Made(
        _key(deed, entry, kind), kind, VersionState.APPROVED, deed.actor_id, deed.now
    )
    version = writing.add_version(session, entry, content, made)
    version.decided_by, version.decided_at = deed.actor_id, deed.now
    return version


def _pending(session: Session, entry: KnowledgeEntry, number: int) -> KnowledgeVersion:
    latest = knowledge.version(session, entry.id, entry.latest)
    if latest is None or latest.state not in PENDING:
        raise KnowledgeNothingError(key=entry.key)
    if latest.number != number:
        raise KnowledgeStaleError(key=entry.key)
    return latest


def _require_active(entry: KnowledgeEntry) -> None:
    if entry.retired_at is not None:
        raise KnowledgeRetiredError(key=entry.key)


def _require_same(session: Session, entry: KnowledgeEntry, deed: Deed) -> None:
    """Refuse a late press of somebody who did not decide the newest version."""
    latest = knowledge.version(session, entry.id, entry.latest)
    if latest is None or latest.decided_by != deed.actor_id:
        raise KnowledgeStaleError(key=entry.key)


def _require_another(
    entry: KnowledgeEntry,
    version: KnowledgeVersion,
    desk: KnowledgeDesk,
    deed: Deed,
    *,
    confirmed: bool,
) -> None:
    own = deed.actor_id in version.authors
    if own and not (confirmed and deed.actor_id in desk.owners):
        raise KnowledgeOwnError(key=entry.key)


def _require_sound(
    entry: KnowledgeEntry,
    content: Content,
    desk: KnowledgeDesk,
    deed: Deed,
    *,
    dates: bool = True,
) -> None:
    checked = content if dates else replace(content, review_by=None)
    found = checks.problems(checked, desk.gate, desk.today(deed.now))
    if found:
        raise KnowledgeProblemsError(key=entry.key, problems=found)


def _made(deed: Deed, entry: KnowledgeEntry, kind: Change) -> writing.Made:
    key = _key(deed, entry, kind)
    return writing.Made(key, kind, VersionState.DRAFT, deed.actor_id, deed.now)


def _key(deed: Deed, entry: KnowledgeEntry, kind: Change) -> str:
    return f"{deed.key}:{entry.id}:{kind.value}"


def _target(entry: KnowledgeEntry) -> str:
    return f"knowledge:{entry.key}"

"""What operators do to items: fix, retire, restore, undo; every step kept, none overwritten."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import escape
from sqlmodel import Session

from bot.compliance.errors import Blocked
from bot.members import prompts
from bot.members.deed import Deed
from bot.quiz.bank import Bank
from bot.quiz.errors import (
    QuizDraftGone,
    QuizFixBlocked,
    QuizItemChanged,
    QuizItemState,
    QuizItemUnknown,
    QuizNothingToUndo,
)
from bot.quiz.fix_words import read_fix
from bot.quiz.item import Item
from bot.quiz.item_figures import figures_of
from bot.quiz.means import QuizMeans
from bot.quiz.shelf import bank_of
from bot.quiz.states import EditKind
from bot.quiz.statistics import Fault, ItemStatistics, faults_of
from db.models.quiz import LONGEST_ITEM_ID, QuizEdit
from db.repositories import quiz_items

FIX = "quiz-fix"


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as operators see it. `last_edit`: the newest edit that stands, to be undone."""

    item: Item
    retired: bool
    figures: ItemStatistics
    faults: tuple[Fault, ...]
    last_edit: int | None
    edits: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A fix that is not saved yet, beside what it would replace."""

    before: Item
    after: Item

    @property
    def mark(self) -> str:
        """Return what tells this draft from others of the item: a button saves what it showed."""
        return _mark(self.after.record())


def show(session: Session, item_id: str, means: QuizMeans) -> Shown:
    """Return an item with its figures; raise QuizItemUnknown."""
    bank = bank_of(session, means.items)
    item = _known(bank, item_id)
    totals = quiz_items.member_totals(session)
    figures = figures_of(session, item.id, item.version, totals)
    edits = quiz_items.edits_of(session, item.id)
    standing = [edit.id for edit in edits if edit.undone_at is None]
    return Shown(
        item=item,
        retired=bank.is_retired(item.id),
        figures=figures,
        faults=faults_of(figures, item.correct, means.ladder.review),
        last_edit=standing[-1] if standing else None,
        edits=len(edits),
    )


def listed(session: Session, level: int, means: QuizMeans) -> list[tuple[Item, bool]]:
    """Return a level's items, each with whether it is retired."""
    bank = bank_of(session, means.items)
    return [(item, bank.is_retired(item.id)) for item in bank.every() if item.level == level]


def await_fix(session: Session, item_id: str, means: QuizMeans, deed: Deed) -> Item:
    """Take the operator's next private message for a new wording of an item; return the item."""
    item = _known(bank_of(session, means.items), item_id)
    about = {"item": item.id, **_standing(session, item.id)}
    prompts.await_answer(session, deed.actor_id, FIX, about, deed.now)
    return item


def draft_fix(
    session: Session, about: Mapping[str, Any], text: str, means: QuizMeans, deed: Deed
) -> Draft:
    """Read a typed fix, check and screen it, and keep it until it is saved or left.

    Raise QuizFixInvalid, QuizFixBlocked; the question stays open for another try.
    """
    before = _known(bank_of(session, means.items), str(about["item"]))
    after = read_fix(text, before)
    _screen(after, means)
    kept = {**about, "item": before.id, "draft": after.record()}
    prompts.await_answer(session, deed.actor_id, FIX, kept, deed.now)
    return Draft(before, after)


def save_fix(session: Session, item_id: str, mark: str, means: QuizMeans, deed: Deed) -> Shown:
    """Save the draft of `mark` as the item's next version.

    Raise QuizDraftGone where another draft came after it or none is left, and QuizItemChanged
    where the item was changed since.
    """
    asked = prompts.awaited(session, deed.actor_id, deed.now)
    about = asked.about if asked is not None and asked.noun == FIX else {}
    if (about.get("item"), _mark(about.get("draft"))) != (item_id, mark) or "draft" not in about:
        if _made(session, item_id, EditKind.FIX, deed):
            return show(session, item_id, means)
        raise QuizDraftGone(item=item_id[:LONGEST_ITEM_ID])
    if {name: about[name] for name in ("edits", "undone")} != _standing(session, item_id):
        raise QuizItemChanged(item=item_id)
    version = bank_of(session, means.items).next_version(item_id)
    content, seq = about["draft"], int(about["edits"]) + 1
    _add(session, item_id, seq, EditKind.FIX, version, content, deed)
    prompts.settle(session, deed.actor_id)
    return show(session, item_id, means)


def leave_fix(session: Session, deed: Deed) -> bool:
    """Drop a fix that was not saved; tell whether there was one."""
    asked = prompts.awaited(session, deed.actor_id, deed.now)
    if asked is None or asked.noun != FIX:
        return False
    prompts.settle(session, deed.actor_id)
    return True


def set_retired(
    session: Session, item_id: str, means: QuizMeans, deed: Deed, *, retired: bool
) -> Shown:
    """Take an item out of the rounds or put it back; raise QuizItemState if it is so already."""
    bank = bank_of(session, means.items)
    item = _known(bank, item_id)
    kind = EditKind.RETIRE if retired else EditKind.RESTORE
    if bank.is_retired(item.id) is retired:
        if _made(session, item.id, kind, deed):
            return show(session, item.id, means)
        raise QuizItemState(item=item.id)
    seq = len(quiz_items.edits_of(session, item.id)) + 1
    _add(session, item.id, seq, kind, item.version, None, deed)
    return show(session, item.id, means)


def undo(session: Session, edit_id: int, means: QuizMeans, deed: Deed) -> Shown:
    """Take back the newest edit of an item that stands; raise QuizNothingToUndo otherwise."""
    edit = session.get(QuizEdit, edit_id)
    if edit is None:
        raise QuizNothingToUndo(item=str(edit_id))
    standing = [e for e in quiz_items.edits_of(session, edit.item_id) if e.undone_at is None]
    if (edit.undone_at, edit.undone_by) == (deed.now, deed.actor_id):
        return show(session, edit.item_id, means)
    newest = bool(standing) and standing[-1].id == edit_id
    if not newest or not quiz_items.undo(session, edit_id, deed.actor_id, deed.now):
        raise QuizNothingToUndo(item=edit.item_id)
    before = {"kind": edit.kind.value, "version": edit.version}
    deed.log(session, "quiz-item-undo", f"quiz-item:{edit.item_id}", before, {})
    return show(session, edit.item_id, means)


def _standing(session: Session, item_id: str) -> dict[str, int]:
    """Return how often an item was edited, and how many of those edits were taken back."""
    edits = quiz_items.edits_of(session, item_id)
    return {"edits": len(edits), "undone": sum(edit.undone_at is not None for edit in edits)}


def _mark(draft: Mapping[str, Any] | None) -> str:
    if draft is None:
        return "-"
    written = json.dumps(draft, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:8]


def _made(session: Session, item_id: str, kind: EditKind, deed: Deed) -> bool:
    """Tell whether this very deed made the newest edit: a press told again after a crash."""
    edits = quiz_items.edits_of(session, item_id)
    this = (kind, deed.actor_id, deed.now)
    return bool(edits) and (edits[-1].kind, edits[-1].author_id, edits[-1].at) == this


def _add(
    session: Session,
    item_id: str,
    seq: int,
    kind: EditKind,
    version: int,
    content: Mapping[str, Any] | None,
    deed: Deed,
) -> None:
    values = {
        "item_id": item_id,
        "seq": seq,
        "kind": kind,
        "version": version,
        "content": dict(content) if content is not None else None,
        "author_id": deed.actor_id,
        "at": deed.now,
    }
    if not quiz_items.add_edit(session, values):
        raise QuizItemChanged(item=item_id)
    after = {"kind": kind.value, "version": version}
    deed.log(session, f"quiz-item-{kind.value}", f"quiz-item:{item_id}", {}, after)


def _known(bank: Bank, item_id: str) -> Item:
    item = bank.item(item_id)
    if item is None:
        raise QuizItemUnknown(received=item_id[:40])
    return item


def _screen(item: Item, means: QuizMeans) -> None:
    """Refuse a wording that the bot may not say; it would be held back in every group."""
    for wording in item.wordings.values():
        try:
            means.gate.admit(escape(wording.prompt), also=(*wording.options, wording.explanation))
        except Blocked as error:
            found = error.verdict.findings[0]
            raise QuizFixBlocked(found=found.excerpt) from error

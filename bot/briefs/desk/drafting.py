"""Drafts in the database: written down forty minutes ahead, shown, called to mind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.briefs import editions, reports, service
from bot.briefs.desk import agenda, cards, telling
from bot.briefs.desk.choices import choices_from
from bot.briefs.desk.final import content_of
from bot.briefs.desk.timeline import Stage
from bot.briefs.desk.view import board_of
from bot.briefs.desk.wording import wording_from
from bot.briefs.desk.writing import Notes, Written, write_version
from bot.briefs.due import DueSlot
from bot.briefs.material import Material
from bot.briefs.newsroom import Newsroom
from bot.briefs.screening import Pair
from bot.briefs.slots import Decision, EditionState, Origin, SkipReason
from bot.compliance.verdict import Lane as Screening
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.members.roles import Role
from db.models.brief import BriefEdition
from db.repositories import members


@dataclass(frozen=True)
class Work:
    """What a slot asks of the desk now.

    `missing`: editions to draft. `renewed`: undecided drafts whose notes have changed since.
    `drafts`: everything written and not posted. `companions`: editions that members read but no
    group does, each with the decision of its tier's draft.
    """

    left: service.Outstanding
    renewed: tuple[BriefEdition, ...]
    companions: tuple[tuple[Pair, Decision | None], ...]
    notes: dict[Pair, dict[int, str]]


def work_of(session: Session, room: Newsroom, due: DueSlot) -> Work:
    """Return what a slot still asks for, as the database knows it."""
    left = service.outstanding(session, room, due)
    pairs = [*left.missing, *left.companions, *((d.tier, d.language) for d in left.drafts)]
    notes = agenda.notes_by_pair(session, due.day, due.slot, tuple(pairs))
    decided = {draft.tier: draft.decision for draft in left.drafts}
    return Work(
        left,
        tuple(draft for draft in left.drafts if _is_outdated(draft, notes)),
        tuple((pair, _followed(decided.get(pair[0]))) for pair in left.companions),
        notes,
    )


def draft(
    session: Session, room: Newsroom, due: DueSlot, written: Sequence[Written], now: datetime
) -> None:
    """Keep drafts and show the slot's card; where there are no data, tell so and try again."""
    empty = []
    for one in written:
        if one.draft.empty:
            state, why = EditionState.SKIPPED, SkipReason.NO_DATA.value
            nothing = editions.Content(snapshot=one.draft.snapshot())
            if editions.make(session, due, one.pair, state, nothing, now, why=why):
                empty.append(one.pair)
            continue
        editions.make(session, due, one.pair, EditionState.AWAITING, content_of(one), now)
    if empty:
        reports.tell_skipped(session, room, due, empty, SkipReason.NO_DATA, now)
    cards.put(session, room, due, now)
    cards.refresh(session, room, due, now)


def renewed(room: Newsroom, material: Material, edition: BriefEdition, notes: Notes) -> Written:
    """Return a draft written again with the notes that stand now."""
    choices = choices_from(edition.snapshot.get("choices", {}))
    kept = [number for number in choices.notes if number in notes]
    added = [number for number in notes if number not in kept]
    order = (*kept, *added)
    return write_version(
        room,
        material,
        (edition.tier, edition.language),
        choices.with_notes(order),
        wording_from(edition.snapshot.get("wording")),
        {number: notes[number] for number in order},
        more=len(added),
    )


def renew(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    again: Sequence[tuple[BriefEdition, Written]],
    now: datetime,
) -> None:
    """Keep drafts that were written again because of notes; whoever wrote the note is author."""
    for edition, written in again:
        if written.draft.empty:
            continue
        author = _author(session, edition, written)
        section = Origin.SECTION
        editions.change(
            session, edition, content_of(written), section, now, author, author_id=author
        )
    cards.refresh(session, room, due, now)


def remind(session: Session, room: Newsroom, due: DueSlot, stage: Stage, now: datetime) -> None:
    """Call drafts to mind that need a person: at T−15 in the group, at T−5 everybody."""
    board = board_of(session, room, due)
    if not board.waiting:
        return
    labels = [telling.label_of(one, board) for one in board.waiting]
    about = {
        "brief": reports.slot_name(due),
        "at": telling.due_time(due, room),
        "tiers": telling.in_a_row(labels),
        "outlook": telling.outlook_of(board, room),
    }
    key = f"{due.day}:{due.slot.value}"
    if stage is Stage.REMINDING:
        room.alerts.raise_in(session, f"desk-remind:{key}", Say("desk-remind", **about), now)
        return
    say = Say("desk-escalate", **about)
    room.alerts.raise_in(session, f"desk-escalate:{key}", say, now)
    for person in responsible(session, room):
        _call(session, room, person, f"desk-call:{key}:{person}", say, due, now)


def responsible(session: Session, room: Newsroom) -> tuple[int, ...]:
    """Return everybody who may decide about briefs: the owners and the operators."""
    granted = [m.id for role, m in members.granted(session) if role is Role.OPERATOR]
    return tuple(dict.fromkeys([*room.owners, *granted]))


def _call(
    session: Session,
    room: Newsroom,
    person: int,
    key: str,
    say: Say,
    due: DueSlot,
    now: datetime,
) -> None:
    known = members.by_id(session, person)
    if known is None or known.unreachable_since is not None:
        return
    text = room.gate.admit(
        room.words.say(known.language or room.language, say), Screening.OPERATORS
    )
    post = Post(key, Lane.ALERT, person, text, now, useless_after=due.due_at)
    enqueue(session, post, now)


def _is_outdated(draft: BriefEdition, notes: dict[Pair, dict[int, str]]) -> bool:
    carried = set(choices_from(draft.snapshot.get("choices", {})).notes)
    return draft.decision is None and carried != set(notes[draft.tier, draft.language])


def _followed(decision: Decision | None) -> Decision | None:
    """Return what a decision means for the same tier in another language.

    Nobody read that text: an approval does not cover it, the caution of the others does.
    """
    return None if decision is Decision.APPROVED else decision


def _author(session: Session, edition: BriefEdition, written: Written) -> int | None:
    before = set(choices_from(edition.snapshot.get("choices", {})).notes)
    added = set(written.choices.notes) - before
    notes = agenda.notes_for(session, edition.day, edition.slot, edition.tier)
    authors = [note.author_id for note in notes if note.id in added]
    return authors[-1] if authors else edition.author_id

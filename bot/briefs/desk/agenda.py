"""What operators add to the briefs: a line for a slot, an event for a day.

Neither may hold a number that nothing vouches for, nor break a rule: both are checked when
they are written, and again with the draft that carries them.
"""

import re
from dataclasses import dataclass
from datetime import date, time

from markupsafe import escape
from sqlmodel import Session

from bot.briefs.desk.errors import (
    DeskBroken,
    DeskEventWrong,
    DeskNoteGone,
    DeskNoteNumbers,
    DeskNoteWrong,
)
from bot.briefs.desk.telling import finding_line
from bot.briefs.desk.verdicts import objections, verdict_record
from bot.briefs.desk.writing import unbound_in_note
from bot.briefs.facts import Occasion
from bot.briefs.newsroom import Newsroom
from bot.briefs.screening import Pair
from bot.briefs.slots import Slot
from bot.compliance.errors import Blocked
from bot.i18n import Language
from bot.markup import storable
from bot.members.deed import Deed
from bot.members.tiers import Tier
from db.models.desk import DeskEvent, DeskNote
from db.repositories import desk

LONGEST = 120  # characters: a line of a brief, not a paragraph
MOST_EVENTS = 20
EVENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\s+([01]?\d|2[0-3])[:：]([0-5]\d))?\s+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day; without `at` it lasts all day."""

    id: int
    day: date
    at: time | None
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the editors for the briefs of a slot."""

    id: int
    text: str
    author_id: int


def events_on(session: Session, day: date) -> tuple[Event, ...]:
    """Return what operators entered for a day, in the order of the day."""
    return tuple(_event(row) for row in desk.events_on(session, day))


def occasions_on(session: Session, day: date) -> tuple[Occasion, ...]:
    """Return the events of a day as the briefs take them."""
    return tuple(Occasion(one.day, one.text, one.at) for one in events_on(session, day))


def events_from(session: Session, day: date) -> tuple[Event, ...]:
    """Return the next entered events, from a day on."""
    return tuple(_event(row) for row in desk.events_from(session, day, MOST_EVENTS))


def notes_for(session: Session, day: date, slot: Slot, tier: Tier) -> tuple[Note, ...]:
    """Return the standing notes for a tier's brief of a slot, in the order of their coming."""
    return tuple(
        Note(row.id, row.text, row.author_id)
        for row in desk.notes_of(session, day, slot)
        if row.tier in (None, tier)
    )


def notes_by_pair(
    session: Session, day: date, slot: Slot, pairs: tuple[Pair, ...]
) -> dict[Pair, dict[int, str]]:
    """Return the notes of several editions: the text of each by its id.

    Nobody translates them: they stand in the community's own languages, not in English ones.
    """
    found = {}
    for tier, language in pairs:
        notes = notes_for(session, day, slot, tier) if language is not Language.ENGLISH else ()
        found[tier, language] = {note.id: note.text for note in notes}
    return found


def add_note(
    session: Session,
    room: Newsroom,
    day: date,
    slot: Slot,
    tier: Tier | None,
    text: str,
    deed: Deed,
) -> DeskNote:
    """Write a note for the briefs of a slot; refuse numbers, broken rules and what is too long."""
    text = checked(room, text)
    note = desk.add_note(session, day, slot, tier, text, deed.actor_id, deed.now)
    after = {"text": text, "tier": tier.value if tier else "all"}
    deed.log(session, "brief-note", f"note:{note.id} {day} {slot.value}", {}, after)
    return note


def aim_note(session: Session, note_id: int, tier: Tier | None, deed: Deed) -> DeskNote:
    """Say whose briefs carry a note."""
    before = _standing(session, note_id)
    was = before.tier.value if before.tier else "all"
    desk.set_note_tier(session, note_id, tier)
    after = {"tier": tier.value if tier else "all"}
    deed.log(session, "brief-note-tier", f"note:{note_id}", {"tier": was}, after)
    session.refresh(before)
    return before


def withdraw_note(session: Session, note_id: int, deed: Deed) -> DeskNote:
    """Take a note back; the draft is written anew without it."""
    note = _standing(session, note_id)
    if not desk.withdraw_note(session, note_id, deed.actor_id, deed.now):
        raise DeskNoteGone
    deed.log(session, "brief-note-withdrawn", f"note:{note_id}", {"text": note.text}, {})
    return note


def add_event(session: Session, room: Newsroom, arguments: str, deed: Deed) -> Event:
    """Enter an event: `2026-11-25 10:00 TEXT`, or without the time for all day."""
    found = EVENT.fullmatch(arguments.strip())
    if found is None:
        raise DeskEventWrong(received=arguments[:60])
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        raise DeskEventWrong(received=arguments[:60]) from None
    at = time(int(found[2]), int(found[3])) if found[2] else None
    if day < deed.day:
        raise DeskEventWrong(received=arguments[:60])
    text = checked(room, found[4])
    row = desk.add_event(session, day, at, text, deed.actor_id, deed.now)
    deed.log(session, "brief-event", f"event:{row.id} {day}", {}, {"text": text})
    return _event(row)


def remove_event(session: Session, event_id: int, deed: Deed) -> Event:
    """Take an event off the calendar."""
    row = desk.event(session, event_id)
    if row is None or not desk.remove_event(session, event_id, deed.actor_id, deed.now):
        raise DeskNoteGone
    deed.log(session, "brief-event-removed", f"event:{event_id}", {"text": row.text}, {})
    return _event(row)


def checked(room: Newsroom, text: str) -> str:
    """Return an operator's line fit for a brief; refuse what may not stand in one."""
    line = " ".join(storable(text).split())
    if not line or len(line) > LONGEST:
        raise DeskNoteWrong(limit=LONGEST)
    unbound = unbound_in_note(line)
    if unbound:
        raise DeskNoteNumbers(numbers="、".join(unbound))
    try:
        room.gate.admit(escape(line))
    except Blocked as blocked:
        found = objections(verdict_record(blocked.verdict))
        lines = tuple(finding_line(one) for one in found)
        raise DeskBroken(count=len(found), lines=lines) from None
    return line


def _standing(session: Session, note_id: int) -> DeskNote:
    note = desk.note(session, note_id)
    if note is None or note.withdrawn_at is not None:
        raise DeskNoteGone
    return note


def _event(row: DeskEvent) -> Event:
    return Event(row.id, row.day, row.at, row.text)

"""`/brief note` and `/brief event`: what operators add to the briefs."""

from datetime import date

from sqlmodel import Session

from bot.briefs.desk import agenda
from bot.briefs.desk.errors import DeskNoSlot
from bot.briefs.desk.timeline import Stage, stage_at
from bot.briefs.due import DueSlot, slot_on
from bot.briefs.request import tier_of
from bot.briefs.slots import Slot
from bot.buttons import Button, Rows
from bot.calendar.service import every_calendar
from bot.i18n import Say
from bot.members.roles import Right
from bot.members.tiers import Tier
from bot.telegram.turn import Turn
from db.models.desk import DeskNote
from handlers.common import deed_of, show
from handlers.desk import require_staff

REMOVALS = frozenset({"remove", "删除", "刪除"})


async def note(turn: Turn, text: str) -> None:
    """Add a line to the next brief of today: for all tiers, or for the one named first."""
    await require_staff(turn, Right.RUN_BRIEFS)
    due = await _next_slot(turn)
    first, _, rest = text.partition(" ")
    tier = tier_of(first)
    room = turn.house.newsroom
    added = await turn.act(
        agenda.add_note, room, due.day, due.slot, tier, rest if tier else text, deed_of(turn)
    )
    await turn.reply(_told(added), buttons=_note_buttons(added))


async def event(turn: Turn, arguments: str) -> None:
    """Enter an event, take one off, or show what is entered."""
    await require_staff(turn, Right.RUN_BRIEFS)
    first, _, rest = arguments.strip().partition(" ")
    if not arguments.strip():
        await _list_events(turn)
    elif first.casefold() in REMOVALS and rest.isdecimal():
        gone = await turn.act(agenda.remove_event, int(rest), deed_of(turn))
        await turn.reply(Say("desk-event-removed", text=gone.text, day=gone.day))
    else:
        room = turn.house.newsroom
        added = await turn.act(agenda.add_event, room, arguments, deed_of(turn))
        remove = Button(Say("button-desk-event-remove"), f"agenda:unevent-{added.id}")
        await turn.reply(
            Say("desk-event-added", when=_when(added), text=added.text), buttons=((remove,),)
        )


async def pressed(turn: Turn, rest: str) -> None:
    """Choose whose briefs carry a note, or take a note or an event back."""
    await require_staff(turn, Right.RUN_BRIEFS)
    action, _, about = rest.partition("-")
    number, _, named = about.partition("-")
    if not number.isdecimal() or len(number) > 15:
        await turn.answer(Say("button-gone"))
    elif action == "tier" and named in {"all", *Tier}:
        tier = None if named == "all" else Tier(named)
        aimed = await turn.act(agenda.aim_note, int(number), tier, deed_of(turn))
        await show(turn, _told(aimed), buttons=_note_buttons(aimed))
    elif action == "unnote":
        gone = await turn.act(agenda.withdraw_note, int(number), deed_of(turn))
        await show(turn, Say("desk-note-withdrawn", text=gone.text))
    elif action == "unevent":
        removed = await turn.act(agenda.remove_event, int(number), deed_of(turn))
        await show(turn, Say("desk-event-removed", text=removed.text, day=removed.day))
    else:
        await turn.answer(Say("button-gone"))


async def _next_slot(turn: Turn) -> DueSlot:
    """Return the next slot of today whose time is still to come."""
    room = turn.house.newsroom
    now = turn.clock.now()
    today = now.astimezone(room.zone).date()
    calendars = await turn.ask(every_calendar)
    if calendars[room.exchange].is_trading_day(today):
        for slot in Slot:
            due = slot_on(today, slot, room.times, room.zone)
            if stage_at(due, now) not in {Stage.DUE, Stage.OVER}:
                return due
    raise DeskNoSlot


async def _list_events(turn: Turn) -> None:
    today = turn.clock.now().astimezone(turn.house.community.zone).date()
    found = await turn.ask(_events, today)
    if not found:
        await turn.reply(Say("desk-events-none"))
        return
    lines = tuple(
        Say("desk-event-line", number=one.id, when=_when(one), text=one.text) for one in found
    )
    await turn.reply(Say("desk-events", lines=lines))


def _events(session: Session, today: date) -> tuple[agenda.Event, ...]:
    return agenda.events_from(session, today)


def _when(event: agenda.Event) -> Say:
    if event.at is None:
        return Say("desk-event-day", day=event.day)
    return Say("desk-event-time", day=event.day, at=event.at)


def _told(note: DeskNote) -> Say:
    tier = Say(f"brief-tier-{note.tier.value}") if note.tier else Say("desk-every-tier")
    brief = Say(f"brief-slot-{note.slot.value}")
    return Say("desk-note-added", brief=brief, day=note.day, tier=tier, text=note.text)


def _note_buttons(note: DeskNote) -> Rows:
    tiers = tuple(
        Button(Say(f"brief-tier-{tier.value}"), f"agenda:tier-{note.id}-{tier.value}")
        for tier in Tier
    )
    every = Button(Say("desk-every-tier"), f"agenda:tier-{note.id}-all")
    back = Button(Say("button-desk-note-withdraw"), f"agenda:unnote-{note.id}")
    return ((every, *tiers), (back,))

"""/brief: the last one again for members; preview and posting for operators."""

import asyncio
from datetime import date

from markupsafe import Markup

from bot.briefs import reading, reports
from bot.briefs.content_report import content_lines
from bot.briefs.desk import posting
from bot.briefs.desk.final import Final, finals
from bot.briefs.desk.posting import Plan
from bot.briefs.due import EARLIEST, DueSlot, next_slot, slot_on, slot_to_preview
from bot.briefs.errors import (
    BriefAlreadySent,
    BriefNoGroups,
    BriefNoTrading,
    BriefOutdated,
    BriefTooEarly,
    BriefTooLate,
)
from bot.briefs.gather import gather
from bot.briefs.request import (
    Request,
    Wish,
    button_data,
    read_button,
    read_request,
    slot_of,
)
from bot.briefs.screening import Pair, Ready, write_all
from bot.briefs.slots import Decision, SkipReason, Slot
from bot.briefs.sources import source_lines
from bot.buttons import Button
from bot.calendar.service import every_calendar
from bot.delivery.pacing import REPLY_HEADROOM
from bot.i18n import Say
from bot.members.roles import Right
from bot.telegram.spoken import plain_word
from bot.telegram.turn import Turn
from handlers import desk_agenda, reach
from handlers.common import deed_of
from handlers.desk import require_staff

ADDITIONS = {
    **dict.fromkeys(("note", "提示", "编辑部提示", "編輯部提示"), desk_agenda.note),
    **dict.fromkeys(("event", "日程"), desk_agenda.event),
    **dict.fromkeys(reach.WORDS, reach.show),
}
MOST_TITLES = 10
LONGEST_NOTE = 200  # characters in a note over the chat
WORDS = ("早报", "早報", "午报", "午報", "晚报", "晚報", "简报", "簡報")


async def brief(turn: Turn, arguments: str) -> None:
    """Show the last brief; preview, post, note or enter something for operators."""
    first, _, rest = arguments.strip().partition(" ")
    adds = ADDITIONS.get(first.casefold())
    if adds is not None:
        await adds(turn, rest)
        return
    request = read_request(arguments)
    if request.wish is Wish.SHOW:
        slot = request.slot or slot_of(plain_word(turn.text))
        await (_show_in_private if turn.private else _show_in_group)(turn, slot)
        return
    await require_staff(turn, Right.RUN_BRIEFS)
    await (_preview if request.wish is Wish.PREVIEW else _confirm)(turn, request)


async def pressed(turn: Turn, rest: str) -> None:
    """Answer a button under a brief, or post what an operator confirmed."""
    action, _, about = rest.partition("-")
    if action == "sources" and about.isdecimal():
        await _show_sources(turn, int(about))
    elif action == "post":
        await require_staff(turn, Right.RUN_BRIEFS)
        named, _, asked = about.partition("~")
        day, slot, tiers = read_button(named)
        if day != _today(turn):
            raise BriefOutdated(day=day)
        await _post(turn, Request(Wish.NOW, slot, tiers), asked)
    else:
        await turn.answer(Say("button-gone"))


async def _show_in_private(turn: Turn, slot: Slot | None) -> None:
    await turn.notice()  # the language is known from here on
    shown = await turn.ask(reading.last_for_member, turn.me.id, turn.language, slot)
    if shown is None:
        await turn.reply(await _none_yet(turn, slot))
        return
    edition = shown.edition
    say = Say("brief-shown", text=_stored(edition.markup))
    if edition.day != _today(turn):
        name = Say(f"brief-slot-{edition.slot.value}")
        say = Say("brief-shown-earlier", day=edition.day, brief=name, text=say)
    button = Button(Say("button-sources"), f"brief:sources-{edition.id}")
    await turn.reply(say, buttons=((button,),), picture=shown.picture)


async def _show_in_group(turn: Turn, slot: Slot | None) -> None:
    """Point to the brief instead of posting it again: everybody else has seen it."""
    await turn.notice()
    tier = turn.seen.binding.tier if turn.seen.binding else None
    group_id = turn.seen.group_id
    if tier is None or group_id is None:
        await turn.reply(Say("brief-where-private"))
        return
    shown = await turn.ask(reading.last_in_group, group_id, tier, turn.language, slot)
    if shown is None:
        await turn.reply(await _none_yet(turn, slot))
        return
    edition = shown.edition
    name = Say(f"brief-slot-{edition.slot.value}")
    at = edition.created_at.astimezone(turn.house.community.zone).time()
    link = _link(turn.here.id, shown.message_id)
    buttons = ((Button(Say("button-brief-open", brief=name), url=link),),) if link else ()
    where = Say("brief-where", day=edition.day, brief=name, time=at)
    await turn.reply(where, Say("brief-where-private"), buttons=buttons)


async def _none_yet(turn: Turn, slot: Slot | None) -> Say:
    room = turn.house.newsroom
    calendars = await turn.ask(every_calendar)
    coming = next_slot(turn.now, room.zone, room.times, calendars[room.exchange])
    following = Say("brief-next-unknown")
    if coming is not None:
        following = Say("brief-next", brief=reports.slot_name(coming), at=coming.due_at)
    name = Say(f"brief-slot-{slot.value}") if slot else Say("brief-any")
    return Say("brief-none", brief=name, next=following)


async def _preview(turn: Turn, request: Request) -> None:
    room = turn.house.newsroom
    calendar = (await turn.ask(every_calendar))[room.exchange]
    slot = request.slot or Slot.MORNING
    due = slot_to_preview(slot, turn.clock.now(), room.zone, room.times, calendar)
    one = (await _written(turn, due, ((request.tiers[0], turn.language),)))[0]
    tier = Say(f"brief-tier-{request.tiers[0].value}")
    about = {"day": due.day, "brief": reports.slot_name(due), "tier": tier}
    if one.text is None:
        why = _skip(turn, due, one.why or SkipReason.NO_DATA)
        await turn.reply(Say("brief-preview-nothing", reason=why, **about), *_findings(one))
        return
    await turn.reply(Say("brief-preview", text=one.draft.markup), picture=one.picture)
    await turn.reply(Say("brief-preview-report", **about), *_findings(one))


async def _confirm(turn: Turn, request: Request) -> None:
    due = await _slot_today(turn, request)
    plan = await _plan(turn, due, request)
    comma = turn.say(Say("list-comma"))
    titles = [group.title for group in plan.reached]
    names: object = comma.join(titles[:MOST_TITLES])
    if len(titles) > MOST_TITLES:
        names = Say("brief-confirm-more", names=names)
    count = len(titles)
    lines = [
        Say("brief-confirm", day=due.day, brief=reports.slot_name(due), count=count, groups=names)
    ]
    data = f"brief:post-{button_data(due.day, due.slot, request.tiers)}"
    await turn.answer()
    if due.slot in turn.house.newsroom.reviewed:
        await turn.act(posting.ask_by_hand, due, request.tiers, count, deed_of(turn))
        data += f"~{turn.update.update_id}"
        lines.append(Say("desk-blast-two"))
    button = Button(Say("button-brief-post", count=count), data)
    await turn.reply(*lines, *_blast(turn, plan), buttons=((button,),))


def _blast(turn: Turn, plan: Plan) -> tuple[Say, ...]:
    """Return who is reached, who is not and why, and how long it takes."""
    rate = turn.house.settings.send_rate * (1 - REPLY_HEADROOM)
    seconds = max(1, -(-len(plan.reached) // max(1, int(rate)))) if rate else 1
    lines = [Say("desk-blast", people=plan.people, seconds=seconds)]
    if plan.done:
        lines.append(Say("desk-blast-done", count=plan.done))
    if plan.left_out:
        comma = turn.say(Say("list-comma"))
        lines.append(Say("desk-blast-left", groups=comma.join(plan.left_out[:MOST_TITLES])))
    if plan.rejected:
        tiers = reports.tier_names([tier.value for tier in plan.rejected])
        lines.append(Say("desk-blast-rejected", tiers=tiers))
    return tuple(lines)


async def _post(turn: Turn, request: Request, asked: str) -> None:
    due = await _slot_today(turn, request)
    plan = await _plan(turn, due, request)
    room, deed = turn.house.newsroom, deed_of(turn)
    await turn.ask(posting.require_second, room, due, request.tiers, plan, asked, deed)
    await turn.answer()
    material = await gather(turn.db, room, due, turn.clock.now())
    notes = await turn.ask(posting.notes_for, due, plan)
    new = [(pair, Decision.APPROVED) for pair in plan.unwritten]
    ready = await asyncio.to_thread(
        lambda: finals(room, material, plan.drafts, new, notes, by_hand=True)
    )
    now = turn.clock.now()
    queued = await turn.act(posting.publish_by_hand, room, due, ready, now, request.tiers, deed)
    lines = _outcome(turn, due, ready, queued)
    if not lines:
        raise BriefAlreadySent(brief=reports.slot_name(due), day=due.day, count=plan.done)
    await turn.edit(*lines)


def _outcome(turn: Turn, due: DueSlot, ready: list[Final], queued: int) -> list[Say]:
    brief = reports.slot_name(due)
    lines = [Say("brief-posted", brief=brief, count=queued)] if queued else []
    bare = dict.fromkeys(one.pair[0] for one in ready if one.bare is not None)
    if bare and queued:
        tiers = reports.tier_names([tier.value for tier in bare])
        lines.append(Say("desk-posted-bare", tiers=tiers))
    for why in dict.fromkeys(one.skipped for one in ready if one.skipped is not None):
        lines.append(Say("brief-not-posted", brief=brief, reason=_skip(turn, due, why)))
    return lines


async def _show_sources(turn: Turn, edition_id: int) -> None:
    await reach.tapped(turn, "sources", edition_id)
    snapshot = await turn.ask(reading.snapshot_of, edition_id)
    lines = source_lines(snapshot)
    say = Say("brief-sources", lines=lines) if lines else Say("brief-sources-gone")
    while len(turn.say(say)) > LONGEST_NOTE and len(lines) > 1:
        lines = lines[:-1]
        say = Say("brief-sources", lines=lines)
    await turn.answer(say, alert=True)


async def _slot_today(turn: Turn, request: Request) -> DueSlot:
    """Return today's slot; refuse where no brief may go out for it any more or at all."""
    room = turn.house.newsroom
    calendars = await turn.ask(every_calendar)
    day = _today(turn)
    if not calendars[room.exchange].is_trading_day(day):
        raise BriefNoTrading(day=day)
    due = slot_on(day, request.slot or Slot.MORNING, room.times, room.zone)
    if due.is_late(turn.clock.now()):
        until = due.useless_at.astimezone(room.zone).time()
        raise BriefTooLate(brief=reports.slot_name(due), until=until)
    if due.is_early(turn.clock.now()):
        start = (due.due_at - EARLIEST).astimezone(room.zone).time()
        raise BriefTooEarly(brief=reports.slot_name(due), start=start)
    return due


async def _plan(turn: Turn, due: DueSlot, request: Request) -> Plan:
    plan = await turn.ask(posting.plan, turn.house.newsroom, due, request.tiers)
    if not plan.reached and plan.done:
        raise BriefAlreadySent(brief=reports.slot_name(due), day=due.day, count=plan.done)
    if not plan.reached:
        raise BriefNoGroups
    return plan


async def _written(turn: Turn, due: DueSlot, pairs: tuple[Pair, ...]) -> list[Ready]:
    room = turn.house.newsroom
    material = await gather(turn.db, room, due, turn.clock.now())
    return await asyncio.to_thread(write_all, room, material, pairs)


def _findings(one: Ready) -> tuple[Say, ...]:
    """Return what an operator has to know of a draft besides its text."""
    said = []
    if one.verdict is not None:
        lines = reports.verdict_lines(one.verdict)
        count = len(one.verdict.causes)
        said.append(Say("brief-preview-blocked", count=count, lines=lines))
    lines = reports.dropped_lines(one.draft.dropped)
    if lines:
        said.append(Say("brief-preview-dropped", count=len(lines), lines=lines))
    about = content_lines(one.draft.snapshot(), one.draft.language)
    return (*(said or [Say("brief-preview-complete")]), *about)


def _skip(turn: Turn, due: DueSlot, why: SkipReason) -> Say:
    until = due.useless_at.astimezone(turn.house.community.zone).time()
    if why is SkipReason.NO_DATA:
        return Say("brief-no-data-now")
    return Say(f"brief-skip-{why.value}", until=until)


def _today(turn: Turn) -> date:
    return turn.clock.now().astimezone(turn.house.community.zone).date()


def _stored(markup: str) -> Markup:
    return Markup(markup)  # noqa: S704 - it was rendered with everything escaped


def _link(chat_id: int, message_id: int | None) -> str:
    """Return the address of a message in a supergroup; plain groups have none."""
    number = str(chat_id)
    if message_id is None or not number.startswith("-100"):
        return ""
    return f"https://t.me/c/{number.removeprefix('-100')}/{message_id}"

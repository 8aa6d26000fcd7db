"""The desk in the operators' group: buttons under cards and previews, and replies to them."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from markupsafe import Markup
from telegram import Message

from bot.briefs.desk import deciding, editing, showing
from bot.briefs.desk.assisting import by_assistant
from bot.briefs.desk.deciding import current
from bot.briefs.desk.editing import Change
from bot.briefs.desk.errors import DeskGone, DeskWhichTier
from bot.briefs.desk.showing import Look
from bot.briefs.desk.telling import in_a_row, label_of
from bot.briefs.desk.view import Board, Standing
from bot.briefs.desk.writing import Written, illustrated, write_version
from bot.briefs.due import slot_on
from bot.briefs.errors import BriefWrongPlace
from bot.briefs.gather import gather
from bot.briefs.material import Material
from bot.briefs.request import read_button, tier_of
from bot.briefs.slots import Decision, Origin, Slot
from bot.briefs.writer.outcome import WriterFailed
from bot.briefs.writer.proposing import propose
from bot.buttons import Button
from bot.i18n import Say
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn
from db.models.brief import BriefEdition
from handlers.common import deed_of

PressHandler = Callable[[Turn, list[str]], Awaitable[None]]


async def pressed(turn: Turn, rest: str) -> None:
    """Carry out a button under a card or a preview."""
    action, _, about = rest.partition("-")
    handler, shape = PRESSES.get(action, (None, NOTHING))
    if handler is None or not shape.fullmatch(about):
        await turn.answer(Say("button-gone"))
        return
    await require_staff(turn, REVIEWS if action in READING else Right.RUN_BRIEFS)
    await handler(turn, about.split("-"))


async def replied(turn: Turn, message: Message) -> bool:
    """Take a reply to a preview or a card for a draft's new text; tell whether it was one."""
    target = await _meant_by(turn, message)
    if target is None:
        return False
    edition_id, version, purpose, typed = target
    if purpose == showing.REJECT:
        await require_staff(turn, REVIEWS)
        await _decided(turn, edition_id, version, Decision.REJECTED, turn.text)
        return True
    await require_staff(turn, Right.RUN_BRIEFS)
    room = turn.house.newsroom
    done = await turn.act(editing.edit, room, edition_id, version, typed, deed_of(turn))
    await turn.reply(Say("desk-edited", version=done.edition.version), quote=True)
    await _show(turn, edition_id)
    return True


async def require_staff(turn: Turn, right: Right) -> None:
    """Refuse who may not, and any place where members would read along."""
    await turn.notice()
    if not await turn.may(right):
        raise NotAllowedError(command="brief")
    if not turn.private and turn.seen.binding is not Binding.OPERATORS:
        raise BriefWrongPlace


async def _view(turn: Turn, about: list[str]) -> None:
    await turn.answer()
    await _show(turn, int(about[0]))


async def _approve(turn: Turn, about: list[str]) -> None:
    await _decided(turn, int(about[0]), int(about[1]), Decision.APPROVED)


async def _bare(turn: Turn, about: list[str]) -> None:
    await _decided(turn, int(about[0]), int(about[1]), Decision.DATA_ONLY)


async def _reject(turn: Turn, about: list[str]) -> None:
    """Ask once more; a reply to the question is the reason."""
    edition_id, version = int(about[0]), int(about[1])
    one = await turn.ask(current, turn.house.newsroom, edition_id)
    await turn.answer()
    edition = one.edition
    button = Button(Say("button-desk-reject-sure"), f"desk:nosure-{edition_id}-{version}")
    tier, brief = Say(f"brief-tier-{edition.tier.value}"), Say(f"brief-slot-{edition.slot.value}")
    sent = await turn.reply(
        Say("desk-reject-ask", tier=tier, brief=brief, day=edition.day), buttons=((button,),)
    )
    await _remember(turn, sent, edition_id, version, showing.REJECT)


async def _reject_sure(turn: Turn, about: list[str]) -> None:
    await _decided(turn, int(about[0]), int(about[1]), Decision.REJECTED)


async def _undo(turn: Turn, about: list[str]) -> None:
    one = await turn.act(deciding.undo, turn.house.newsroom, int(about[0]), deed_of(turn))
    await turn.answer(Say("desk-undone"))
    await _redraw(turn, one)


async def _approve_all(turn: Turn, about: list[str]) -> None:
    day, slot, _ = read_button("-".join([*about[:2], "all"]))
    room = turn.house.newsroom
    due = slot_on(day, slot, room.times, room.zone)
    done = await turn.act(deciding.approve_all, room, due, int(about[2]), deed_of(turn))
    await turn.answer(Say("desk-approved-all", count=len(done)))


async def _how_to_edit(turn: Turn, about: list[str]) -> None:
    """Say how, with the text in a message of its own, where it can be copied whole."""
    edition_id, version = int(about[0]), int(about[1])
    one = await turn.ask(current, turn.house.newsroom, edition_id)
    await turn.answer()
    text = Markup(one.edition.markup)  # noqa: S704 - rendered or screened before
    sent = await turn.reply(Say("desk-how-to-edit"), Say("desk-to-copy", text=text))
    await _remember(turn, sent, edition_id, version, showing.EDIT)


async def _parts(turn: Turn, about: list[str]) -> None:
    one = await turn.ask(current, turn.house.newsroom, int(about[0]))
    await turn.answer()
    await turn.reply(
        Say("desk-parts", version=one.edition.version), buttons=showing.part_buttons(one)
    )


async def _cut(turn: Turn, about: list[str]) -> None:
    edition_id, version, place = (int(piece) for piece in about)
    room = turn.house.newsroom
    await turn.act(editing.cut, room, edition_id, version, place, deed_of(turn))
    await turn.answer(Say("desk-changed-note"))
    await _show(turn, edition_id)


async def _news(turn: Turn, about: list[str]) -> None:
    one = await turn.ask(current, turn.house.newsroom, int(about[0]))
    change = editing.other_headlines(one.edition, drop=about[2] == "none")
    await _write_anew(turn, one.edition, int(about[1]), change)


async def _term(turn: Turn, about: list[str]) -> None:
    one = await turn.ask(current, turn.house.newsroom, int(about[0]))
    await _write_anew(turn, one.edition, int(about[1]), editing.next_term(one.edition))


async def _fix(turn: Turn, about: list[str]) -> None:
    room = turn.house.newsroom
    one = await turn.ask(current, room, int(about[0]))
    change = editing.by_suggestion(room, one.edition, one)
    await _write_anew(turn, one.edition, int(about[1]), change)


async def _ask_assistant(turn: Turn, about: list[str]) -> None:
    """Let the writing assistant write it: as long as that takes, outside of any transaction."""
    room, edition_id, version = turn.house.newsroom, int(about[0]), int(about[1])
    edition = await turn.ask(editing.changeable, room, edition_id, version, turn.clock.now())
    await turn.answer(Say("writer-asked"))
    now = turn.clock.now()
    material = await gather(turn.db, room, deciding.due_of(room, edition), now)
    made = await propose(room, material, edition.tier, edition.language, now)
    if isinstance(made, WriterFailed):
        await turn.reply(made.reason)
        return
    change = by_assistant(edition, made)
    await _put(turn, edition, version, material, change, Origin.WRITER)


async def _write_anew(turn: Turn, edition: BriefEdition, version: int, change: Change) -> None:
    """Write a draft again from today's quotes, put it in place, and show it."""
    room = turn.house.newsroom
    await turn.answer()
    due = deciding.due_of(room, edition)
    material = await gather(turn.db, room, due, turn.clock.now())
    await _put(turn, edition, version, material, change, Origin.SECTION)


async def _put(
    turn: Turn,
    edition: BriefEdition,
    version: int,
    material: Material,
    change: Change,
    origin: Origin,
) -> None:
    room = turn.house.newsroom
    notes = await turn.ask(editing.notes_carried, edition)

    def write() -> Written:
        pair = (edition.tier, edition.language)
        written = write_version(room, material, pair, change.choices, change.wording, notes)
        return illustrated([written])[0]

    written = await asyncio.to_thread(write)
    await turn.act(editing.put_in_place, room, edition.id, version, written, deed_of(turn), origin)
    await _show(turn, edition.id)


async def _decided(
    turn: Turn, edition_id: int, version: int, decision: Decision, reason: str | None = None
) -> None:
    one = await turn.act(
        deciding.decide,
        turn.house.newsroom,
        edition_id,
        version,
        decision,
        deed_of(turn),
        reason,
    )
    at = deciding.due_of(turn.house.newsroom, one.edition).due_at
    local = at.astimezone(turn.house.community.zone).time()
    said = Say(f"desk-done-{decision.value}", at=local)
    if turn.update.callback_query is None:
        await turn.reply(said, quote=True)
        return
    await turn.answer(said)
    await _redraw(turn, one)


async def _redraw(turn: Turn, one: Standing) -> None:
    """Bring the message under the pressed button to the newest state."""
    look = Look(one, None, assistant=turn.house.newsroom.writer is not None)
    shown = turn.message
    if shown is not None and shown.photo:
        await turn.edit(look.message, buttons=look.buttons)
    elif shown is not None:
        await turn.edit(Say("desk-settled"), buttons=look.buttons)


async def _show(turn: Turn, edition_id: int) -> None:
    found = await turn.ask(showing.look, turn.house.newsroom, edition_id)
    sent = await turn.reply(found.message, buttons=found.buttons, picture=found.picture)
    await _remember(turn, sent, edition_id, found.standing.edition.version, showing.EDIT)


async def _remember(
    turn: Turn, sent: Message | None, edition_id: int, version: int, purpose: str
) -> None:
    """Note what a message shows, so that a reply to it is understood."""
    if sent is None:
        return
    place = (sent.chat_id, sent.message_id)
    now = turn.clock.now()
    await turn.db.run(showing.remember, place, edition_id, version, purpose, now)


async def _meant_by(turn: Turn, message: Message) -> tuple[int, int, str, Markup] | None:
    """Return the edition, version and purpose that a reply is about, and its text."""
    to = message.reply_to_message
    assert to is not None  # noqa: S101 - the router hands on nothing else
    typed = Markup(message.text_html or "")  # noqa: S704 - Telegram's own; render reads it again
    preview = await turn.db.read(showing.shown_at, turn.here.id, to.message_id)
    if preview is not None:
        return preview.edition_id, preview.version, preview.purpose, typed
    room = turn.house.newsroom
    today = turn.clock.now().astimezone(room.zone).date()
    for slot in Slot:
        due = slot_on(today, slot, room.times, room.zone)
        board = await turn.db.read(showing.card_at, room, due, turn.here.id, to.message_id)
        if board is not None:
            return _on_card(turn, board, typed)
    return None


def _on_card(turn: Turn, board: Board, typed: Markup) -> tuple[int, int, str, Markup]:
    """Return the draft that a reply to the card names in its first line."""
    first, _, rest = str(typed).partition("\n")
    tier = tier_of(Markup(first).striptags())  # noqa: S704 - read, not sent
    fitting = [one for one in board.standings if one.edition.tier is tier]
    if not board.standings:
        raise DeskGone
    if not fitting:
        raise DeskWhichTier(tiers=in_a_row([label_of(one, board) for one in board.standings]))
    same = [one for one in fitting if one.edition.language is turn.language]
    edition = (same or fitting)[0].edition
    return edition.id, edition.version, showing.EDIT, Markup(rest)  # noqa: S704 - as above


NOTHING = re.compile(r"(?!)")
EDITION = re.compile(r"\d{1,15}")
VERSION = re.compile(r"\d{1,15}-\d{1,6}")
PLACE = re.compile(r"\d{1,15}-\d{1,6}-\d{1,3}")
CHOICE = re.compile(r"\d{1,15}-\d{1,6}-(?:next|none)")
SLOT = re.compile(r"\d{8}-[a-z]+-\d{1,6}")

PRESSES: dict[str, tuple[PressHandler, re.Pattern[str]]] = {
    "view": (_view, EDITION),
    "ok": (_approve, VERSION),
    "all": (_approve_all, SLOT),
    "bare": (_bare, VERSION),
    "no": (_reject, VERSION),
    "nosure": (_reject_sure, VERSION),
    "undo": (_undo, EDITION),
    "edit": (_how_to_edit, VERSION),
    "part": (_parts, VERSION),
    "cut": (_cut, PLACE),
    "news": (_news, CHOICE),
    "term": (_term, CHOICE),
    "fix": (_fix, VERSION),
    "write": (_ask_assistant, VERSION),
}
"""Each action with the shape of what its button carries: anything else is forged."""
REVIEWS = Right.REVIEW_BRIEFS
READING = frozenset({"view", "ok", "all", "bare", "no", "nosure", "undo"})
"""What whoever reviews may press; changing a text is for those who run the briefs."""

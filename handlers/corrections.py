"""/correct: the form by which a brief that was sent is put right or taken back."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from markupsafe import Markup
from telegram import InlineKeyboardMarkup, Message

from bot.briefs.corrections import service, showing
from bot.briefs.corrections.errors import CorrectionElsewhere, CorrectionNoEdition
from bot.briefs.corrections.fresh import fresh_figures, material_for
from bot.briefs.corrections.pictures import picture_for
from bot.briefs.corrections.request import read_edition
from bot.briefs.corrections.service import Form
from bot.briefs.corrections.states import CorrectionKind, CorrectionState
from bot.briefs.desk.numbers import Record
from bot.briefs.errors import BriefWrongPlace
from bot.i18n import Say
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn
from db.models.brief import BriefEdition
from db.repositories import corrections, desk
from handlers.common import deed_of

SOURCES = "brief:sources-"
PressHandler = Callable[[Turn, list[int]], Awaitable[None]]


async def correct(turn: Turn, arguments: str) -> None:
    """Open the form of one edition, or list the last ones."""
    await _require(turn, Right.REVIEW_BRIEFS)
    replied = turn.message.reply_to_message if turn.message else None
    number = await _replied_edition(turn, replied) if replied else None
    if not turn.private and turn.seen.binding is not Binding.OPERATORS:
        if number is None:
            raise BriefWrongPlace
        raise CorrectionElsewhere(edition=str(number))
    if number is not None:
        await _form(turn, [number])
        return
    wanted = read_edition(arguments)
    if wanted.number is not None:
        await _form(turn, [wanted.number])
        return
    found = list(await turn.ask(corrections.posted, wanted.day, wanted.slot, wanted.tier))
    if not found:
        raise CorrectionNoEdition(received=arguments[:40])
    if len(found) == 1:
        await _form(turn, [found[0].id])
        return
    await turn.reply(Say("correction-which"), buttons=showing.edition_buttons(found))


async def pressed(turn: Turn, rest: str) -> None:
    """Carry out a button of the form."""
    action, _, about = rest.partition("-")
    handler, shape, right = PRESSES.get(action, (None, NOTHING, Right.RUN_BRIEFS))
    if handler is None or not shape.fullmatch(about):
        await turn.answer(Say("button-gone"))
        return
    await _require(turn, right)
    if not turn.private and turn.seen.binding is not Binding.OPERATORS:
        raise BriefWrongPlace
    await handler(turn, [int(piece) for piece in about.split("-")])


async def replied(turn: Turn, message: Message) -> bool:
    """Take a reply to a form's question: the new text, or the reason."""
    to = message.reply_to_message
    assert to is not None  # noqa: S101 - the router hands on nothing else
    found = await turn.db.read(corrections.prompted_by, turn.here.id, to.message_id)
    if found is None:
        return False
    is_withdrawal = found.kind is CorrectionKind.WITHDRAWAL
    await _require(turn, Right.REVIEW_BRIEFS if is_withdrawal else Right.RUN_BRIEFS)
    room = turn.house.newsroom
    if found.state is CorrectionState.TEXT:
        form = await turn.ask(service.form_of, room, found.id)
        fresh = await _fresh(turn, form.edition)
        typed = Markup(message.text_html or "")  # noqa: S704 - Telegram's own; screened and bound
        form = await turn.act(service.take_text, room, found.id, typed, fresh)
        await _ask_reason(turn, form)
        return True
    form = await turn.act(service.take_reason, room, found.id, turn.text, turn.now)
    await _preview(turn, form)
    return True


async def _form(turn: Turn, about: list[int]) -> None:
    edition = await turn.ask(service.posted_edition, about[0])
    radius = await turn.ask(showing.radius_of, edition, turn.clock.now())
    await turn.answer()
    runs = await turn.may(Right.RUN_BRIEFS)
    await turn.reply(
        Say(
            "correction-form",
            edition=showing.name_of(edition),
            version=edition.version,
            count=radius.sent + radius.unsent,
        ),
        Say("correction-form-text", text=Markup(edition.markup)),  # noqa: S704 - screened
        buttons=showing.form_buttons(edition, runs=runs),
    )


async def _how_to(turn: Turn, about: list[int]) -> None:
    """Ask for the new text, with the old one where it can be copied whole."""
    room = turn.house.newsroom
    form = await turn.act(service.open_form, room, about[0], CorrectionKind.TEXT, deed_of(turn))
    await turn.answer()
    text = Markup(form.edition.markup)  # noqa: S704 - screened
    sent = await turn.reply(Say("correction-how-to"), Say("desk-to-copy", text=text))
    await _remember(turn, sent, form)


async def _figures(turn: Turn, about: list[int]) -> None:
    room = turn.house.newsroom
    edition = await turn.ask(service.posted_edition, about[0])
    await turn.answer()
    fresh = await _fresh(turn, edition)
    form = await turn.act(service.offer_figures, room, edition.id, fresh, deed_of(turn))
    await turn.reply(Say("correction-figures"), buttons=showing.offer_buttons(room, form))


async def _figure(turn: Turn, about: list[int]) -> None:
    room = turn.house.newsroom
    form = await turn.act(service.take_figures, room, about[0], about[1])
    await turn.answer()
    await _ask_reason(turn, form)


async def _lines(turn: Turn, about: list[int]) -> None:
    edition = await turn.ask(service.posted_edition, about[0])
    await turn.answer()
    await turn.reply(Say("correction-lines"), buttons=showing.line_buttons(edition))


async def _cut(turn: Turn, about: list[int]) -> None:
    edition_id, version, place = about
    room = turn.house.newsroom
    form = await turn.act(service.without_line, room, edition_id, version, place, deed_of(turn))
    await turn.answer()
    await _ask_reason(turn, form)


async def _withdraw(turn: Turn, about: list[int]) -> None:
    room = turn.house.newsroom
    form = await turn.act(
        service.open_form, room, about[0], CorrectionKind.WITHDRAWAL, deed_of(turn)
    )
    await turn.answer()
    await _ask_reason(turn, form)


async def _confirm(turn: Turn, about: list[int]) -> None:
    """Draw what has to be drawn, then change every copy in one step."""
    room, number = turn.house.newsroom, about[0]
    form = await turn.ask(service.form_of, room, number)
    service.require_second(form, turn.me.id)
    await turn.answer()
    picture = await asyncio.to_thread(picture_for, room, form)
    progress = await turn.act(service.confirm, room, number, picture, deed_of(turn))
    await turn.edit(Say("correction-confirmed", count=progress.total))


async def _drop(turn: Turn, about: list[int]) -> None:
    await turn.act(service.drop, turn.house.newsroom, about[0], deed_of(turn))
    await turn.answer()
    await turn.edit(Say("correction-dropped"))


async def _ask_reason(turn: Turn, form: Form) -> None:
    sent = await turn.reply(Say(f"correction-ask-reason-{form.correction.kind.value}"))
    await _remember(turn, sent, form)


async def _preview(turn: Turn, form: Form) -> None:
    """Show how it will read, whom it reaches, and the button that does it."""
    room, now = turn.house.newsroom, turn.clock.now()
    picture = await asyncio.to_thread(picture_for, room, form)
    text = service.text_of(room, form, now)
    await turn.reply(
        Say("correction-preview", mark=Say("desk-preview-mark"), text=text), picture=picture
    )
    radius = await turn.ask(showing.radius_of, form.edition, now)
    lines = showing.radius_lines(form, radius, turn.say(Say("list-comma")))
    await turn.reply(*lines, buttons=showing.confirm_buttons(form))


async def _remember(turn: Turn, sent: Message | None, form: Form) -> None:
    if sent is not None:
        place = (sent.chat_id, sent.message_id)
        await turn.db.run(service.prompt, form.correction.id, *place)


async def _fresh(turn: Turn, edition: BriefEdition) -> list[Record]:
    room = turn.house.newsroom
    material = await material_for(turn.db, room, edition, turn.clock.now())
    return await asyncio.to_thread(fresh_figures, room, material, edition)


async def _require(turn: Turn, right: Right) -> None:
    await turn.notice()
    if not await turn.may(right):
        raise NotAllowedError(command="correct")


async def _replied_edition(turn: Turn, message: Message) -> int | None:
    """Return the edition that a replied-to message is a copy or a preview of."""
    copy = await turn.db.read(corrections.copy_at, turn.here.id, message.message_id)
    if copy is not None:
        return corrections.edition_of(copy)
    preview = await turn.db.read(desk.preview_at, turn.here.id, message.message_id)
    if preview is not None:
        return preview.edition_id
    return _number_under(message.reply_markup)


def _number_under(markup: InlineKeyboardMarkup | None) -> int | None:
    """Return the edition whose sources a button under a message shows."""
    for button in (button for row in (markup.inline_keyboard if markup else ()) for button in row):
        data = button.callback_data
        if isinstance(data, str) and data.startswith(SOURCES):
            number = data.removeprefix(SOURCES)
            return int(number) if number.isdecimal() else None
    return None


NOTHING = re.compile(r"(?!)")
ONE = re.compile(r"\d{1,15}")
TWO = re.compile(r"\d{1,15}-\d{1,3}")
THREE = re.compile(r"\d{1,15}-\d{1,6}-\d{1,3}")

PRESSES: dict[str, tuple[PressHandler, re.Pattern[str], Right]] = {
    "form": (_form, ONE, Right.REVIEW_BRIEFS),
    "text": (_how_to, ONE, Right.RUN_BRIEFS),
    "figs": (_figures, ONE, Right.RUN_BRIEFS),
    "fig": (_figure, TWO, Right.RUN_BRIEFS),
    "lines": (_lines, ONE, Right.RUN_BRIEFS),
    "cut": (_cut, THREE, Right.RUN_BRIEFS),
    "back": (_withdraw, ONE, Right.REVIEW_BRIEFS),
    "ok": (_confirm, ONE, Right.REVIEW_BRIEFS),
    "drop": (_drop, ONE, Right.REVIEW_BRIEFS),
}
"""Each action with the shape of what its button carries, and who may press it."""

"""The form of `/broadcast`: fields by buttons and typed answers, the true preview, submitting."""

from telegram.error import BadRequest, Forbidden

from bot.broadcast import checks, reaching, service, telling
from bot.broadcast.errors import BroadcastPictureError
from bot.broadcast.form import CHOICES, TOGGLES, TYPED, FormField
from bot.broadcast.states import CHANGEABLE, BroadcastState
from bot.broadcast.text import composed
from bot.buttons import Button
from bot.i18n import Say
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.telegram.api import Outgoing
from bot.telegram.render import to_keyboard
from bot.telegram.turn import Turn
from db.models.broadcast import Broadcast
from db.repositories import deliveries
from handlers.common import deed_of, require, show

MOST_PICTURE_BYTES = 5 * 1024 * 1024
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")


async def new(turn: Turn) -> None:
    """Begin a draft with the text and picture of the message that this one answers."""
    text, picture = await pointed_at(turn)
    made = await turn.act(service.begin, text, picture, turn.language, deed_of(turn))
    await show_form(turn, made)


async def open_draft(turn: Turn, number: int) -> None:
    """Show a draft's form, with what was pointed at put in."""
    text, picture = await pointed_at(turn)
    if text or picture:
        found = await turn.act(service.put_in, number, text, picture, deed_of(turn))
    else:
        found = await turn.act(service.held, number, CHANGEABLE)
    await show_form(turn, found)


async def open_field(turn: Turn, number: int, rest: str) -> None:
    """Ask for one field, by buttons and, where it may be typed, by the next private message."""
    if rest not in set(FormField):
        await turn.answer(Say("button-gone"))
        return
    found = await turn.act(service.held, number, CHANGEABLE)
    field = FormField(rest)
    if field in TYPED:
        await turn.act(service.await_value, number, field, deed_of(turn))
    if field in TYPED and not turn.private and field not in CHOICES:
        await turn.answer(Say("broadcast-type-in-private"), alert=True)
        return
    await _show_field(turn, found, field)


async def choose(turn: Turn, number: int, rest: str) -> None:
    """Take the value that a button stands for."""
    name, _, value = rest.partition("-")
    try:
        field = FormField(name)
        found = await turn.act(service.choose, number, field, value, deed_of(turn))
    except ValueError:
        await turn.answer(Say("button-gone"))
        return
    await (_show_field(turn, found, field) if field in TOGGLES else show_form(turn, found))


async def typed(turn: Turn, asked: Asked) -> None:
    """Take a typed value; what cannot be read is named and asked again."""
    await require(turn, Right.BROADCAST, "broadcast")
    number, field = int(asked.about["broadcast"]), FormField(asked.about["field"])
    desk = turn.house.broadcast_desk
    await show_form(
        turn, await turn.act(service.type_in, number, field, turn.text, desk, deed_of(turn))
    )


async def drop_picture(turn: Turn, number: int, _rest: str) -> None:
    """Send it without its picture."""
    await show_form(turn, await turn.act(service.drop_picture, number, deed_of(turn)))


async def reword(turn: Turn, number: int, _rest: str) -> None:
    """Take what the gate suggests."""
    desk = turn.house.broadcast_desk
    await show_form(turn, await turn.act(service.reword, number, desk, deed_of(turn)))


async def form(turn: Turn, number: int, _rest: str) -> None:
    """Show the form again."""
    await show_form(turn, await turn.act(service.held, number, CHANGEABLE))


async def check(turn: Turn, number: int, _rest: str) -> None:
    """Show whom it would reach and what it would do, with the button that submits it."""
    found = await turn.act(service.held, number, {BroadcastState.DRAFT})
    desk = turn.house.broadcast_desk
    if await turn.ask(service.problems, found, desk, turn.now):
        await show_form(turn, found)
        return
    reach = await _reach(turn, found)
    lines = telling.card_lines(found, reach, desk)
    go = Button(Say("button-broadcast-submit"), f"broadcast:submit-{number}")
    back = Button(Say("button-broadcast-form"), f"broadcast:form-{number}")
    await show(turn, Say("broadcast-check", number=number), *lines, buttons=((go,), (back,)))


async def submit(turn: Turn, number: int, _rest: str) -> None:
    """Ask the operators for a second person's word."""
    found = await turn.act(service.held, number, {BroadcastState.DRAFT})
    reach, desk = await _reach(turn, found), turn.house.broadcast_desk
    await turn.act(service.submit, number, reach, desk, deed_of(turn))
    await show(turn, Say("broadcast-submitted", number=number))


async def preview(turn: Turn, number: int, _rest: str) -> None:
    """Send every variant in private, exactly as its readers would see it."""
    found = await turn.act(service.held, number)
    plan = service.plan_of(found)
    picture = await turn.ask(deliveries.picture, found.picture) if found.picture else None
    stop = ((Button(Say("button-no-campaigns"), "attention:preview"),),)
    keyboard = to_keyboard(stop, turn.words, plan.language)
    try:
        for variant in plan.variants:
            head = Say("broadcast-preview-head", number=number, variant=variant.value.upper())
            await _aside(turn, Outgoing(turn.words.say(turn.language, head)))
            text = composed(plan, variant, turn.words)
            if text.strip():
                await _aside(turn, Outgoing(text, keyboard, picture))
    except (Forbidden, BadRequest):
        await turn.answer(Say("broadcast-preview-closed"), alert=True)
        return
    await turn.answer(Say("broadcast-previewed"))


async def show_form(turn: Turn, found: Broadcast) -> None:
    """Show every field with its value, and what has to change."""
    desk = turn.house.broadcast_desk
    plan = service.plan_of(found)
    problems = await turn.ask(service.problems, found, desk, turn.now)
    lines = (
        *telling.form_lines(found),
        *telling.problem_lines(problems),
        *checks.warnings(plan, desk),
    )
    blocked = bool(checks.findings(plan, desk))
    await show(turn, *lines, buttons=telling.form_buttons(found, blocked))


async def pointed_at(turn: Turn) -> tuple[str, bytes | None]:
    """Return text and picture of the message that this one answers; empty for none."""
    replied = turn.message.reply_to_message if turn.message else None
    if replied is None or replied.forum_topic_created or turn.update.callback_query is not None:
        return "", None
    text = replied.text or replied.caption or ""
    if not replied.photo:
        return text, None
    largest = replied.photo[-1]
    if (largest.file_size or 0) > MOST_PICTURE_BYTES:
        raise BroadcastPictureError(most=MOST_PICTURE_BYTES // 1024 // 1024)
    file = await turn.house.speaker.bot.get_file(largest.file_id)
    picture = bytes(await file.download_as_bytearray())
    if len(picture) > MOST_PICTURE_BYTES or not picture.startswith(PICTURES):
        raise BroadcastPictureError(most=MOST_PICTURE_BYTES // 1024 // 1024)
    return text, picture


async def _show_field(turn: Turn, found: Broadcast, field: FormField) -> None:
    plan = service.plan_of(found)
    buttons = telling.field_buttons(field, found.id, plan)
    await show(turn, *telling.field_lines(field, plan), buttons=buttons)


async def _reach(turn: Turn, found: Broadcast) -> reaching.Reach:
    desk, plan = turn.house.broadcast_desk, service.plan_of(found)
    return await turn.ask(reaching.reach, desk, plan, found.id, turn.clock.now())


async def _aside(turn: Turn, what: Outgoing) -> None:

    await turn.house.speaker.reply(turn.me.id, what)

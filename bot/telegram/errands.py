"""Errands at Telegram: one attempt at an edit, a deletion or a measure upon a person."""

from markupsafe import Markup
from telegram import Bot, ChatPermissions, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.delivery.acts import EDITS, Act
from bot.delivery.outcome import Arrived, Outcome
from bot.markup import plain
from bot.telegram.render import CAPTION_LIMIT, TEXT_LIMIT, keyboard_from, to_html
from db.models.delivery import Delivery

DONE_ALREADY = (
    "message is not modified",
    "message to delete not found",
    "poll has already been closed",
    "message with poll to stop not found",
)
"""Telegram's refusals that mean: it is as you want it."""


async def run_errand(bot: Bot, delivery: Delivery, picture: bytes | None) -> Outcome:
    """Make one attempt; raise Telegram's error where it did not come to pass."""
    shown = ""
    if delivery.act in EDITS:
        shown = plain(Markup(delivery.markup))  # noqa: S704 - screened markup, read only
    try:
        await _attempt(bot, delivery, picture)
    except BadRequest as error:
        if not any(reason in str(error).lower() for reason in DONE_ALREADY):
            raise
    return Arrived(delivery.message_id or 0, shown)


async def _attempt(bot: Bot, delivery: Delivery, picture: bytes | None) -> None:
    chat_id, person_id = delivery.chat_id, delivery.person_id or 0
    match delivery.act:
        case Act.DELETE:
            await bot.delete_message(chat_id, delivery.message_id or 0)
        case Act.STOP_POLL:
            await bot.stop_poll(chat_id, delivery.message_id or 0)
        case Act.MUTE:
            await _restrict(bot, chat_id, person_id, ChatPermissions.no_permissions(), delivery)
        case Act.UNMUTE:
            everything = ChatPermissions.all_permissions()  # capped by the group's own rules
            await _restrict(bot, chat_id, person_id, everything, delivery)
        case Act.BAN:
            await bot.ban_chat_member(chat_id, person_id, until_date=delivery.until)
        case Act.UNBAN:
            await bot.unban_chat_member(chat_id, person_id, only_if_banned=True)
        case _:
            await _edit(bot, delivery, picture)


async def _restrict(
    bot: Bot, chat_id: int, person_id: int, permissions: ChatPermissions, delivery: Delivery
) -> None:
    await bot.restrict_chat_member(
        chat_id,
        person_id,
        permissions,
        until_date=delivery.until,
        use_independent_chat_permissions=True,
    )


async def _edit(bot: Bot, delivery: Delivery, picture: bytes | None) -> None:
    chat_id, message_id = delivery.chat_id, delivery.message_id or 0
    limit = TEXT_LIMIT if delivery.act is Act.EDIT_TEXT else CAPTION_LIMIT
    html = to_html(Markup(delivery.markup), limit)[0]  # noqa: S704 - screened, written by render
    keyboard = keyboard_from(delivery.buttons)
    if delivery.act is Act.EDIT_TEXT:
        await bot.edit_message_text(
            html, chat_id, message_id, parse_mode=ParseMode.HTML, reply_markup=keyboard
        )
    elif picture is None:
        await bot.edit_message_caption(
            chat_id, message_id, caption=html, parse_mode=ParseMode.HTML, reply_markup=keyboard
        )
    else:
        media = InputMediaPhoto(picture, caption=html, parse_mode=ParseMode.HTML)
        await bot.edit_message_media(media, chat_id, message_id, reply_markup=keyboard)

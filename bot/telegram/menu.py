"""Telegram's own command menu, set for each kind of chat in each language."""

from collections.abc import Iterable

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.constants import BotCommandLimit
from telegram.error import TelegramError

from bot.i18n import Language, Say, Words
from bot.markup import plain
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.house import House
from bot.telegram.routes import Command, Table, Where
from db.repositories import groups

log = structlog.get_logger()

LANGUAGE_CODES = {
    "": Language.SIMPLIFIED,
    "zh": Language.SIMPLIFIED,
    "en": Language.ENGLISH,
}
"""Telegram knows two-letter codes alone, so one `zh` stands for both Chinese scripts."""


async def publish_menu(house: House, table: Table) -> None:
    """Set the menus of the running bot, with a longer one in the operators' groups."""
    operators = await house.db.read(groups.bound, Binding.OPERATORS)
    chats = [group.chat_id for group in operators]
    await set_menu(house.speaker.bot, table, house.words, chats)


async def set_menu(bot: Bot, table: Table, words: Words, ops_chats: Iterable[int]) -> None:
    """Set the menu of every scope; an operators' group that refuses does not stop the others."""
    public = table.visible(())
    await _set(bot, words, _fitting(public, Where.PRIVATE), BotCommandScopeAllPrivateChats())
    await _set(bot, words, _fitting(public, Where.GROUP), BotCommandScopeAllGroupChats())
    everything = _fitting(table.visible(Right), Where.GROUP)
    for chat_id in ops_chats:
        try:
            await _set(bot, words, everything, BotCommandScopeChat(chat_id))
        except TelegramError as error:
            log.warning("menu.refused", chat=chat_id, error=str(error))


async def _set(bot: Bot, words: Words, commands: list[Command], scope: BotCommandScope) -> None:
    for code, language in LANGUAGE_CODES.items():
        entries = [BotCommand(c.name, _about(words, language, c)) for c in commands]
        await bot.set_my_commands(entries, scope=scope, language_code=code or None)


def _fitting(commands: Iterable[Command], place: Where) -> list[Command]:
    """Return the commands that make sense in a place, as many as Telegram takes."""
    fitting = [command for command in commands if command.where in {place, Where.ANYWHERE}]
    return fitting[: BotCommandLimit.MAX_COMMAND_NUMBER]


def _about(words: Words, language: Language, command: Command) -> str:
    about = plain(words.say(language, Say(f"help-{command.name}")))
    return about[: BotCommandLimit.MAX_DESCRIPTION]

"""`/settings`: a person's language and place on the boards; a group's language."""

from dataclasses import replace

from bot.buttons import Button, Rows
from bot.i18n import Language, Say
from bot.members import groups
from bot.members.names import LANGUAGE_NAMES
from bot.members.roles import Right
from bot.members.service import choose_hidden, choose_language, is_hidden
from bot.telegram.turn import Turn
from handlers.common import deed_of, private_link, require, show


async def settings(turn: Turn, _arguments: str) -> None:
    """Show one's own settings in private, the group's to operators in a group."""
    if turn.private:
        await show_settings(turn)
        return
    await turn.notice()
    if await turn.may(Right.CONFIGURE_GROUPS):
        await _show_group(turn)
        return
    buttons = private_link(turn, "settings", Say("button-private"))
    await turn.reply(Say("settings-in-private"), buttons=buttons)


async def show_settings(turn: Turn) -> None:
    """Show a person's own settings with the buttons that change them."""
    hidden = await turn.ask(is_hidden, turn.me.id)
    boards = Say("settings-hidden" if hidden else "settings-shown")
    turn_round = Button(
        Say("button-show-me" if hidden else "button-hide-me"),
        f"settings:hidden-{'no' if hidden else 'yes'}",
    )
    language = Say("settings-language", language=LANGUAGE_NAMES[turn.language])
    buttons = (*_languages("language", turn.language), (turn_round,))
    await show(turn, Say("settings-head"), language, boards, buttons=buttons)


async def press(turn: Turn, rest: str) -> None:
    """Change what the button stands for."""
    what, _, value = rest.partition("-")
    if what == "language" and value in set(Language):
        await turn.act(choose_language, turn.me.id, Language(value))
        await _show_own(turn, Language(value))
    elif what == "hidden" and value in {"yes", "no"}:
        await turn.act(choose_hidden, turn.me.id, value == "yes")
        await _show_own(turn, None)
    elif what == "group" and value in set(Language) and not turn.private:
        await _set_group(turn, Language(value))
    else:
        await turn.answer(Say("button-gone"))


def speak(turn: Turn, language: Language) -> None:
    """Go on with this turn in a language that was chosen a moment ago."""
    if turn.private:
        turn.seen = replace(turn.seen, member_language=language)
    else:
        turn.seen = replace(turn.seen, group_language=language)


async def _show_own(turn: Turn, language: Language | None) -> None:
    if not turn.private:
        await turn.answer(Say("settings-saved"))
        return
    if language is not None:
        speak(turn, language)
    await show_settings(turn)


async def _set_group(turn: Turn, language: Language) -> None:
    await require(turn, Right.CONFIGURE_GROUPS, "settings")
    await turn.act(groups.set_language, turn.here.id, language, deed_of(turn))
    speak(turn, language)
    await _show_group(turn)


async def _show_group(turn: Turn) -> None:
    language = Say("settings-group-language", language=LANGUAGE_NAMES[turn.language])
    await show(turn, language, buttons=_languages("group", turn.language))


def _languages(what: str, current: Language) -> Rows:
    others = [(lang, name) for lang, name in LANGUAGE_NAMES.items() if lang is not current]
    return (tuple(Button(name, f"settings:{what}-{lang.value}") for lang, name in others),)

"""`/quizitem`: operators look after the bank: list, show, fix, retire, restore, undo."""

from bot.i18n import Say
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.quiz import editing
from bot.quiz.editing import Shown
from bot.quiz.item_telling import (
    draft_buttons,
    draft_lines,
    item_buttons,
    item_lines,
    list_buttons,
    list_lines,
)
from bot.quiz.standing import fitness_of
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from handlers.common import deed_of, private_link, require, show

LEVELS = frozenset("12345")


async def quizitem(turn: Turn, arguments: str) -> None:
    """Read `list [LEVEL]`, `show ID`, `fix ID`, `retire ID`, `restore ID` or `who @NAME`."""
    await _among_operators(turn)
    verb, _, rest = arguments.strip().partition(" ")
    rest = rest.strip().lower()
    if verb in {"show", "fix", "retire", "restore"} and rest:
        await _do(turn, verb, rest)
    elif verb == "who" and rest:
        await _who(turn, rest)
    elif verb in {"", "list"} and (rest in LEVELS or not rest):
        await _list(turn, rest or "1", 0)
    else:
        await turn.reply(Say("quizitem-usage"))


async def press(turn: Turn, rest: str) -> None:
    """Take a button: `list:LEVEL-PAGE`, `undo:EDIT`, or a verb with an item's id."""
    await require(turn, Right.EDIT_QUIZ, "quizitem")
    await _among_operators(turn)
    verb, _, what = rest.partition(":")
    level, _, page = what.partition("-")
    if verb == "list" and level in LEVELS and _is_number(page):
        await _list(turn, level, int(page))
    elif verb == "undo" and _is_number(what):
        means, deed = turn.house.quiz_means, deed_of(turn)
        await _show(turn, await turn.act(editing.undo, int(what), means, deed))
    elif verb == "save":
        (item_id, _, mark), means = what.partition(":"), turn.house.quiz_means
        await _show(turn, await turn.act(editing.save_fix, item_id, mark, means, deed_of(turn)))
    elif verb == "leave":
        await turn.act(editing.leave_fix, deed_of(turn))
        await show(turn, Say("quizitem-left"))
    elif verb in {"show", "fix", "retire", "restore"}:
        await _do(turn, verb, what)
    else:
        await turn.answer(Say("button-gone"))


async def typed_fix(turn: Turn, asked: Asked) -> None:
    """Take a typed wording and show what it would make of the item."""
    await require(turn, Right.EDIT_QUIZ, "quizitem")
    means, deed = turn.house.quiz_means, deed_of(turn)
    draft = await turn.act(editing.draft_fix, asked.about, turn.text, means, deed)
    await turn.reply(*draft_lines(draft), buttons=draft_buttons(draft))


async def _do(turn: Turn, verb: str, item_id: str) -> None:
    means, deed = turn.house.quiz_means, deed_of(turn)
    if verb == "show":
        await _show(turn, await turn.ask(editing.show, item_id, means), anew=True)
    elif verb == "fix":
        await _ask_fix(turn, item_id)
    else:
        retired = verb == "retire"
        await _show(
            turn, await turn.act(editing.set_retired, item_id, means, deed, retired=retired)
        )


async def _who(turn: Turn, handle: str) -> None:
    """Tell whether somebody knows what the groups of each tier ask for."""
    found = await turn.ask(fitness_of, handle, turn.house.ladder)
    tiers = tuple(
        Say(
            "quizitem-tier-met" if met else "quizitem-tier-missed",
            tier=Say(f"tier-{tier.value}"),
            level=asked,
        )
        for tier, asked, met in found.tiers
    )
    await turn.reply(Say("quizitem-who", name=found.name, level=found.highest), *tiers)


async def _ask_fix(turn: Turn, item_id: str) -> None:
    if not turn.private:
        await turn.notice()
        link = private_link(turn, "start", Say("button-private"))
        await turn.answer(Say("quizitem-fix-in-private"), alert=True)
        await turn.reply(Say("quizitem-fix-in-private-how", item=item_id), buttons=link)
        return
    item = await turn.act(editing.await_fix, item_id, turn.house.quiz_means, deed_of(turn))
    await turn.answer()
    await turn.reply(Say("quizitem-ask-fix", item=item.id))


async def _show(turn: Turn, shown: Shown, *, anew: bool = False) -> None:
    """Show an item in place of the button's message, or below a card that others still read."""
    lines, buttons = item_lines(shown, turn.language), item_buttons(shown)
    if anew:
        await turn.answer()
        await turn.reply(*lines, buttons=buttons)
    else:
        await show(turn, *lines, buttons=buttons)


async def _list(turn: Turn, level: str, page: int) -> None:
    items = await turn.ask(editing.listed, int(level), turn.house.quiz_means)
    lines = list_lines(items, int(level), page)
    await show(turn, *lines, buttons=list_buttons(len(items), int(level), page))


async def _among_operators(turn: Turn) -> None:
    """Keep the right answers among operators: in private or in their own group."""
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="quizitem", place="private")


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) <= 12

"""`/start`: who this is and what to do first, with a hint for whoever came by a link."""

from bot.buttons import Button, Rows
from bot.i18n import Language, Say
from bot.members.names import LANGUAGE_NAMES
from bot.members.service import choose_language
from bot.telegram.routes import CommandHandler
from bot.telegram.turn import Turn
from handlers import (
    ama,
    answers,
    appeal,
    contest,
    orders,
    portfolio,
    privacy,
    quiz,
    quotes,
    rank,
    trading,
    why,
)
from handlers.common import private_link, show
from handlers.help import show_help
from handlers.settings import show_settings, speak

HINTS = {
    "points": Say("start-points"),
    "top": Say("start-top"),
    "brief": Say("start-brief"),
    "checkin": Say("start-checkin"),
    "quote": Say("start-quote"),
    "dispute": Say("start-dispute"),
    "journal": Say("start-journal"),
    "suitability": Say("start-suitability"),
}
FLOWS: dict[str, CommandHandler] = {
    "appeal": appeal.appeal,
    "contest": contest.contest,
    "buy": trading.buy,
    "sell": trading.sell,
    "cancel": orders.cancel_,
    "orders": orders.orders_,
    "fills": orders.fills_,
    "portfolio": portfolio.show_mine,
    "rank": rank.rank,
    "watch": quotes.watch_,
    "privacy": privacy.privacy_,
    "why": why.why,
    "quiz": quiz.quiz,
}
"""What a link from a group goes straight on with."""
FIRST = Say("start-first")


async def start(turn: Turn, arguments: str) -> None:
    """Welcome somebody in private; in a group, one line that leads there."""
    await turn.notice()
    payload = arguments.strip().lower()
    if not turn.private:
        await turn.reply(
            Say("start-group"), buttons=private_link(turn, "start", Say("button-private"))
        )
    elif payload == "help":
        await show_help(turn)
    elif payload == "settings":
        await show_settings(turn)
    elif payload in FLOWS:
        await FLOWS[payload](turn, "")
    elif payload.startswith("ama-"):
        await ama.from_link(turn, payload)
    elif not await _from_link(turn, payload, arguments.strip()):
        await _welcome(turn, HINTS.get(payload, FIRST))


async def _from_link(turn: Turn, payload: str, exact: str) -> bool:
    """Go straight on with what a link named; tell whether it did."""
    if payload.startswith("order-"):
        return await trading.from_link(turn, exact)
    return await answers.from_link(turn, payload)


async def press(turn: Turn, rest: str) -> None:
    """Take the language that was chosen below the welcome, and welcome in it."""
    if rest not in set(Language) or not turn.private:
        await turn.answer(Say("button-gone"))
        return
    await turn.act(choose_language, turn.me.id, Language(rest))
    speak(turn, Language(rest))
    await _welcome(turn, FIRST)


async def _welcome(turn: Turn, hint: Say) -> None:
    hello = Say("start-hello", name=turn.me.first_name)
    practise = (Say("start-contest"),) if hint == FIRST else ()
    told = (hello, hint, *practise, Say("start-more"), Say("start-limits"))
    await show(turn, *told, buttons=_languages())


def _languages() -> Rows:
    row = tuple(Button(name, f"start:{lang.value}") for lang, name in LANGUAGE_NAMES.items())
    return (row,)

"""`/contest action` and `/contest release`: corporate actions by hand, and frozen shares."""

from bot.buttons import Button
from bot.contest.events import CorporateAction
from bot.contest.input.admin_words import (
    leading_number,
    packed_action,
    read_action,
    read_symbol,
    write_action,
)
from bot.contest.input.form_values import read_money
from bot.contest.operator_errors import ActionUnreadableError, AdminUsageError
from bot.contest.services import action_undo, actions
from bot.contest.showing.wording import code_of, price
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers.common import deed_of, show

MOST_DATA_BYTES = 64


async def preview(turn: Turn, rest: str) -> None:
    """Show what a corporate action would mean before it is entered."""
    if not rest:
        raise AdminUsageError(command="action")
    action = read_action(rest, deed_of(turn).day)
    data = f"contest:act-{write_action(action)}"
    if len(data) > MOST_DATA_BYTES:
        raise ActionUnreadableError(received=rest[:60])
    go = Button(Say("button-action-enter"), data)
    stay = Button(Say("button-keep"), "contest:stay-0")
    await turn.reply(*_told(action, "action-preview"), buttons=((go,), (stay,)))


async def enter(turn: Turn, packed: str) -> None:
    """Enter a previewed action; it can be taken back until its ex day."""
    try:
        action = packed_action(packed)
    except ValueError:
        await turn.answer(Say("button-gone"))
        return
    number = await turn.act(actions.enter_action, action, deed_of(turn))
    undo = Button(Say("button-action-undo"), f"contest:unact-{number}")
    await show(turn, *_told(action, "action-entered"), buttons=((undo,),))


async def withdraw(turn: Turn, number: int, _rest: str) -> None:
    """Take an entered action back."""
    gone = await turn.act(action_undo.withdraw, number, deed_of(turn))
    code = code_of(gone.symbol)
    await show(turn, Say("action-withdrawn", code=code, day=gone.ex_day))


async def release(turn: Turn, rest: str) -> None:
    """Let a frozen share trade again: `/contest release 3 600519 [price]`."""
    found = leading_number(rest)
    words = found.rest.split()
    if found.number is None or not 1 <= len(words) <= 2:
        raise AdminUsageError(command="release")
    reference = read_money(words[1], places=4) if len(words) == 2 else None
    symbol = read_symbol(words[0])
    deed = deed_of(turn)
    at = await turn.act(actions.release, found.number, symbol, reference, None, deed)
    await turn.reply(Say("release-done", code=code_of(symbol), price=price(at)))


async def accept(turn: Turn, contest_id: int, symbol: str) -> None:
    """Accept the price at which a share was frozen, from the alert's button."""
    at = await turn.act(actions.release, contest_id, symbol, None, None, deed_of(turn))
    await show(turn, Say("release-done", code=code_of(symbol), price=price(at)))


def _told(action: CorporateAction, message: str) -> tuple[Say, ...]:
    lines = [Say(message, code=code_of(action.symbol), day=action.ex_day)]
    if action.cash:
        lines.append(Say("action-cash", cash=f"{action.cash.normalize():f}"))
    if action.pay_day is not None:
        lines.append(Say("action-pay", day=action.pay_day))
    if action.ratio:
        lines.append(Say("action-ratio", ratio=f"{action.ratio.normalize():f}"))
    return tuple(lines)

"""`/contest action` and `/contest release`: corporate actions by hand, and frozen shares."""

from dataclasses import replace

from bot.buttons import Button
from bot.contest.events import CorporateAction
from bot.contest.input.admin_words import (
    Release,
    leading_number,
    packed_action,
    packed_release,
    read_action,
    read_release,
    write_action,
    write_release,
)
from bot.contest.operator_errors import ActionUnreadableError, AdminUsageError
from bot.contest.services import action_undo, actions, releasing
from bot.contest.services.action_check import check_action
from bot.contest.services.releasing import Releasing
from bot.contest.showing.wording import code_of, price
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers.common import deed_of, show

MOST_DATA_BYTES = 64


async def preview(turn: Turn, rest: str) -> None:
    """Show what a corporate action would mean before it is entered."""
    if not rest:
        raise AdminUsageError(command="action")
    today = deed_of(turn).day
    action = read_action(rest, today)
    await turn.ask(check_action, action)
    data = f"contest:act-{write_action(action)}"
    if len(data) > MOST_DATA_BYTES:
        raise ActionUnreadableError(received=rest[:60])
    go = Button(Say("button-action-enter"), data)
    stay = Button(Say("button-keep"), "contest:stay-0")
    told = Say("action-late" if action.ex_day <= today else "action-when")
    await turn.reply(*_told(action, "action-preview"), told, buttons=((go,), (stay,)))


async def enter(turn: Turn, packed: str) -> None:
    """Enter a previewed action; it can be taken back until its ex day."""
    try:
        action = packed_action(packed)
    except ValueError:
        await turn.answer(Say("button-gone"))
        return
    number = await turn.act(actions.enter_action, action, deed_of(turn))
    if action.ex_day <= deed_of(turn).day:
        await show(turn, *_told(action, "action-entered-late"))
        return
    undo = Button(Say("button-action-undo"), f"contest:unact-{number}")
    await show(turn, *_told(action, "action-entered"), buttons=((undo,),))


async def withdraw(turn: Turn, number: int, _rest: str) -> None:
    """Take an entered action back."""
    gone = await turn.act(action_undo.withdraw, number, deed_of(turn))
    code = code_of(gone.symbol)
    await show(turn, Say("action-withdrawn", code=code, day=gone.ex_day))


async def release(turn: Turn, rest: str) -> None:
    """Show what a release would do: `/contest release 3 600519 [price] [cash=… ratio=… pay=…]`."""
    found = leading_number(rest)
    if found.number is None or not found.rest:
        raise AdminUsageError(command="release")
    await _preview_release(turn, found.number, read_release(found.rest, deed_of(turn).day))


async def accept(turn: Turn, contest_id: int, symbol: str) -> None:
    """Show what accepting the price would do, from the alert's button; the alert stays."""
    await turn.answer()
    await _preview_release(turn, contest_id, Release(symbol, None, None))


async def let_go(turn: Turn, contest_id: int, packed: str) -> None:
    """Release what was previewed."""
    deed = deed_of(turn)
    try:
        wish = packed_release(packed, deed.day)
    except ValueError:
        await turn.answer(Say("button-gone"))
        return
    done = await turn.act(releasing.release, contest_id, wish, deed)
    told = {"code": code_of(wish.symbol), "price": price(done.reference), "count": done.holders}
    message = "release-done" if done.action is None else "release-done-action"
    await show(turn, Say(message, **told))


async def _preview_release(turn: Turn, contest_id: int, wish: Release) -> None:
    found = await turn.ask(releasing.preview, contest_id, wish)
    # The price is written out: what is confirmed is what was seen.
    seen = replace(wish, reference=found.reference)
    data = f"contest:rel-{contest_id}-{write_release(seen)}"
    if len(data) > MOST_DATA_BYTES:
        raise ActionUnreadableError(received=data[-40:])
    go = Button(Say("button-release", price=price(found.reference)), data)
    stay = Button(Say("button-keep"), "contest:stay-0")
    await turn.reply(*_release_lines(found), buttons=((go,), (stay,)))


def _release_lines(found: Releasing) -> tuple[Say, ...]:
    code = code_of(found.jump.symbol)
    jump = {"expected": price(found.jump.expected), "received": price(found.jump.received)}
    lines = [Say("release-preview", title=found.contest.title, code=code, **jump)]
    if found.action is not None:
        lines += _told(found.action, "release-action")
        lines.append(Say("release-holders", count=found.holders))
    else:
        lines.append(Say("release-plain", count=found.holders))
    lines.append(Say("release-from", price=price(found.reference)))
    if found.action is not None and not found.fits:
        lines.append(Say("release-misfit", expected=price(found.expected)))
    return tuple(lines)


def _told(action: CorporateAction, message: str) -> tuple[Say, ...]:
    lines = [Say(message, code=code_of(action.symbol), day=action.ex_day)]
    if action.cash:
        lines.append(Say("action-cash", cash=f"{action.cash.normalize():f}"))
    if action.pay_day is not None:
        lines.append(Say("action-pay", day=action.pay_day))
    if action.ratio:
        lines.append(Say("action-ratio", ratio=f"{action.ratio.normalize():f}"))
    return tuple(lines)

"""`/broadcast`: operators write to many; a second one agrees, stops, pauses, looks."""

from collections.abc import Awaitable, Callable

from bot.broadcast import reaching, sending, service, telling
from bot.broadcast.errors import BroadcastUnknownError, BroadcastUsageError
from bot.broadcast.states import BroadcastState
from bot.buttons import Button
from bot.errors import BellError
from bot.i18n import Say
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.numbers import parse_whole
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from db.models.broadcast import Broadcast
from db.repositories import broadcast as broadcasts
from handlers import broadcast_form
from handlers.common import deed_of, require, show

MOST_LISTED = 10
MOST_NUMBER = 10**9
LIST_WORDS = frozenset({"list", "列表", "清单", "清單"})
NEW_WORDS = frozenset({"", "new", "新建", "新"})
VERBS = {
    "return": BroadcastState.DRAFT,
    "退回": BroadcastState.DRAFT,
    "reject": BroadcastState.REJECTED,
    "驳回": BroadcastState.REJECTED,
    "駁回": BroadcastState.REJECTED,
}


async def broadcast(turn: Turn, arguments: str) -> None:
    """Begin one, list them, or open one by its number."""
    await _among_operators(turn)
    word, _, rest = arguments.strip().partition(" ")
    if word.casefold() in NEW_WORDS:
        await broadcast_form.new(turn)
    elif word.casefold() in LIST_WORDS:
        await _list(turn)
    elif word.casefold() in VERBS:
        number, _, reason = rest.strip().partition(" ")
        await _refuse(turn, _number(number), VERBS[word.casefold()], reason, None)
    else:
        await _open(turn, _number(word))


async def press(turn: Turn, rest: str) -> None:
    """Do what a button says: `<action>-<number>[-<rest>]`."""
    await turn.notice()
    await require(turn, Right.BROADCAST, "broadcast")
    await _among_operators(turn)
    action, _, tail = rest.partition("-")
    number, _, more = tail.partition("-")
    usable = number.isascii() and number.isdigit() and len(number) <= len(str(MOST_NUMBER))
    if action not in PRESSES or not usable:
        await turn.answer(Say("button-gone"))
        return
    await PRESSES[action](turn, int(number), more)


async def typed_reason(turn: Turn, asked: Asked) -> None:
    """Take the next message for the reason of a refusal."""
    await require(turn, Right.BROADCAST, "broadcast")
    about = asked.about
    number, verb = int(about["broadcast"]), str(about["verb"])
    await _refuse(turn, number, VERBS[verb], turn.text, int(about["round"]))


async def _open(turn: Turn, number: int) -> None:
    found = await turn.ask(broadcasts.by_id, number)
    if found is None:
        raise BroadcastUnknownError(received=number)
    if found.state is BroadcastState.DRAFT:
        await broadcast_form.open_draft(turn, number)
    elif found.state is BroadcastState.SUBMITTED:
        await _show_card(turn, found)
    else:
        await _show_progress(turn, found)


async def _list(turn: Turn) -> None:
    latest = await turn.ask(broadcasts.latest, MOST_LISTED)
    if not latest:
        await turn.reply(Say("broadcast-list-empty"))
        return
    lines = [
        Say(
            "broadcast-list-line",
            number=one.id,
            state=telling.state_name(one.state),
            text=service.plan_of(one).text[:30] or "…",
        )
        for one in latest
    ]
    await turn.reply(Say("broadcast-list-head"), *lines)


async def _approve(turn: Turn, number: int, more: str) -> None:
    found = await turn.act(service.held, number)
    desk, plan = turn.house.broadcast_desk, service.plan_of(found)
    reach = await turn.ask(reaching.reach, desk, plan, number, turn.clock.now())
    card = (turn.here.id, turn.message.message_id) if turn.message else None
    done = await turn.act(service.approve, number, _round(more), reach, card, desk, deed_of(turn))
    who, at = turn.me.first_name, turn.house.community.local_time(turn.now)
    await _show_progress(turn, done, Say("broadcast-approved", who=who, at=at))


async def _reason(turn: Turn, number: int, more: str, verb: str) -> None:
    await turn.act(service.held, number, {BroadcastState.SUBMITTED})
    await turn.act(service.await_reason, number, verb, _round(more), deed_of(turn))
    if turn.private:
        await turn.answer()
        await turn.reply(Say("broadcast-why", number=number))
    else:
        await turn.answer(Say("broadcast-type-in-private"), alert=True)


async def _give_back(turn: Turn, number: int, more: str) -> None:
    await _reason(turn, number, more, "return")


async def _reject(turn: Turn, number: int, more: str) -> None:
    await _reason(turn, number, more, "reject")


async def _refuse(
    turn: Turn, number: int, after: BroadcastState, reason: str, submission: int | None
) -> None:
    await turn.act(service.refuse, number, after, reason, deed_of(turn), submission)
    message = "broadcast-returned" if after is BroadcastState.DRAFT else "broadcast-rejected"
    await turn.reply(Say(message, number=number))


async def _show(turn: Turn, number: int, _more: str) -> None:
    found = await turn.act(service.held, number)
    await _show_progress(turn, found)


async def _pause(turn: Turn, number: int, _more: str) -> None:
    await _show_progress(turn, await turn.act(sending.pause, number, deed_of(turn)))


async def _resume(turn: Turn, number: int, _more: str) -> None:
    await _show_progress(turn, await turn.act(sending.resume, number, deed_of(turn)))


async def _ask_cancel(turn: Turn, number: int, _more: str) -> None:
    """Name the consequence and ask once more."""
    found = await turn.act(service.held, number)
    progress = await turn.ask(sending.progress_of, number)
    left = progress.sent + progress.unknown
    go = Button(Say("button-broadcast-sure"), f"broadcast:cancel-{number}")
    keep = "form" if found.state is BroadcastState.DRAFT else "show"
    stay = Button(Say("button-keep"), f"broadcast:{keep}-{number}")
    await show(turn, Say("broadcast-sure", number=number, left=left), buttons=((go,), (stay,)))


async def _cancel(turn: Turn, number: int, _more: str) -> None:
    done, dropped = await turn.act(sending.cancel, number, deed_of(turn))
    progress = await turn.ask(sending.progress_of, number)
    left = progress.sent + progress.unknown + progress.waiting
    await show(
        turn,
        Say("broadcast-cancelled", number=done.id, dropped=dropped, left=left),
    )


async def _show_card(turn: Turn, found: Broadcast) -> None:
    desk, plan = turn.house.broadcast_desk, service.plan_of(found)
    reach = await turn.ask(reaching.reach, desk, plan, found.id, turn.clock.now())
    lines = telling.card_lines(found, reach, desk)
    say = Say("alert-broadcast-asks", number=found.id, lines=lines)
    await show(turn, say, buttons=telling.card_buttons(found))


async def _show_progress(turn: Turn, found: Broadcast, *more: Say) -> None:
    progress = await turn.ask(sending.progress_of, found.id)
    lines = telling.progress_lines(found, progress)
    await show(turn, *lines, *more, buttons=telling.progress_buttons(found))


async def _among_operators(turn: Turn) -> None:
    """Keep operators' business out of members' groups."""
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="broadcast", place="private")


def _number(text: str) -> int:
    try:
        return parse_whole(text, MOST_NUMBER)
    except BellError as error:
        raise BroadcastUsageError(received=text[:40]) from error


def _round(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


PRESSES: dict[str, Callable[[Turn, int, str], Awaitable[None]]] = {
    "form": broadcast_form.form,
    "f": broadcast_form.open_field,
    "v": broadcast_form.choose,
    "bare": broadcast_form.drop_picture,
    "reword": broadcast_form.reword,
    "see": broadcast_form.preview,
    "check": broadcast_form.check,
    "submit": broadcast_form.submit,
    "yes": _approve,
    "back": _give_back,
    "no": _reject,
    "show": _show,
    "pause": _pause,
    "resume": _resume,
    "ask": _ask_cancel,
    "cancel": _cancel,
}

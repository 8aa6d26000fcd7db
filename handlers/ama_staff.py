"""Those who run AMAs: written, called for, moved, stopped; questions moderated and answered."""

from collections.abc import Awaitable, Callable

from bot.ama import asking, live, plan, series, service, telling
from bot.ama.errors import AmaStaffOnlyError, AmaUsageError
from bot.ama.moving import held
from bot.ama.states import TAKES_QUESTIONS, AmaState, AskedState
from bot.buttons import Button
from bot.i18n import Say
from bot.members.prompts import Asked as Prompted
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from db.models.ama import AmaSession
from db.repositories import ama as amas
from handlers.common import deed_of, show
from handlers.pressed import number_in

MOST_DIGITS = 9
WAITING = (AskedState.PENDING, AskedState.LISTED)


async def command(turn: Turn, word: str, rest: str) -> None:
    """Run an operators' word of `/ama`."""
    await _among_operators(turn)
    await COMMANDS[word](turn, rest)


async def press(turn: Turn, rest: str) -> None:
    """Do what an operators' button says: `<action>-<number>`."""
    await turn.notice()
    action, _, first = rest.partition("-")
    number = number_in(first, MOST_DIGITS)
    if action not in PRESSES or number is None:
        await turn.answer(Say("button-gone"))
        return
    if action not in ON_STAGE:
        await _among_operators(turn)
    await PRESSES[action](turn, number)


async def answer(turn: Turn, question_id: int) -> None:
    """Take a reply to a card for the answer."""
    desk = turn.house.ama_desk
    count = await turn.act(live.answer, desk, question_id, turn.text, deed_of(turn))
    await turn.reply(Say("ama-answered-note", count=count), quote=True)


async def typed_reason(turn: Turn, asked: Prompted) -> None:
    """Take the next private message for the reason of a refusal."""
    await _among_operators(turn)
    await _refuse(turn, int(asked.about["question"]), turn.text)


async def _new(turn: Turn, text: str) -> None:
    if not text:
        await turn.reply(Say("ama-new-how"), Say("ama-new-form"))
        return
    wished = plan.read_plan(text, turn.now, turn.house.community.zone)
    made = await turn.act(service.begin, turn.house.ama_desk, wished, deed_of(turn))
    await _show_preview(turn, made.id)


async def list_all(turn: Turn, _text: str) -> None:
    """Show what is written, called for or running, and what ended last."""
    rows = [
        Say(
            "ama-list-row",
            number=found.id,
            title=found.title,
            state=Say(f"ama-state-{found.state.value}"),
            at=found.starts_at,
            pending=counts.get(AskedState.PENDING, 0),
            listed=counts.get(AskedState.LISTED, 0),
            answered=counts.get(AskedState.ANSWERED, 0),
        )
        for found, counts in await turn.ask(service.overview)
    ]
    head = (Say("ama-list-head"), *rows, Say("ama-list-how")) if rows else (Say("ama-list-empty"),)
    await turn.reply(*head)


async def _move(turn: Turn, text: str) -> None:
    first, _, rest = text.partition(" ")
    number = number_in(first, MOST_DIGITS)
    if number is None:
        raise AmaUsageError(received=f"move {text}"[:40])
    at = plan.read_start(rest, turn.now, turn.house.community.zone)
    desk = turn.house.ama_desk
    found = await turn.act(service.reschedule, desk, number, at, deed_of(turn))
    if found.state is AmaState.DRAFT:
        await _show_preview(turn, found.id)
        return
    looked = await turn.ask(service.preview, desk, found.id)
    await turn.reply(Say("ama-moved-done", at=at), *_day_warning(turn, looked))


async def _stop_typed(turn: Turn, text: str) -> None:
    number = number_in(text, MOST_DIGITS)
    if number is None:
        raise AmaUsageError(received=f"stop {text}"[:40])
    found = await turn.ask(service.by_number, number)
    await (_drop(turn, number) if found.state is AmaState.DRAFT else _ask_stop(turn, number))


async def _series(turn: Turn, _text: str) -> None:
    found = await turn.ask(amas.running_series)
    if not found:
        await turn.reply(Say("ama-series-empty"))
        return
    rows = [
        Say(
            "ama-series-row",
            number=one.id,
            title=one.title,
            weekday=Say(f"ama-weekday-{one.weekday}"),
            at=one.at,
        )
        for one in found
    ]
    buttons = tuple(
        (Button(Say("button-ama-series-stop", number=one.id), f"ama-desk:series-{one.id}"),)
        for one in found
    )
    await turn.reply(Say("ama-series-head"), *rows, buttons=buttons)


async def show_one(turn: Turn, number: int) -> None:
    """Show an AMA as it stands, with what may be done about it."""
    desk = turn.house.ama_desk
    found = await turn.ask(service.by_number, number)
    if found.state is AmaState.DRAFT:
        await _show_preview(turn, number)
        return
    ranked = await turn.ask(amas.ranked, number, {AskedState.LISTED, AskedState.ANSWERED})
    lines = await turn.ask(telling.group_lines, desk, found, ranked)
    await show(turn, *lines, buttons=telling.staff_buttons(found))


async def _show_preview(turn: Turn, number: int) -> None:
    desk = turn.house.ama_desk
    looked = await turn.ask(service.preview, desk, number)
    found = looked.session
    head = await turn.ask(telling.head, desk, found)
    reach = Say("ama-preview-reach", count=looked.groups, tiers=telling.tiers_of(found))
    weekly = (Say("ama-preview-weekly"),) if found.weekly else ()
    await show(
        turn,
        Say("ama-preview", number=found.id),
        *head,
        reach,
        *weekly,
        *_day_warning(turn, looked),
        buttons=telling.staff_buttons(found),
    )


async def _call(turn: Turn, number: int) -> None:
    done, count = await turn.act(service.call, turn.house.ama_desk, number, deed_of(turn))
    await show(turn, Say("ama-called", count=count, at=done.starts_at))


async def _drop(turn: Turn, number: int) -> None:
    await turn.act(service.cancel, number, deed_of(turn))
    await show(turn, Say("ama-dropped"))


async def _ask_stop(turn: Turn, number: int) -> None:
    """Name the consequence and ask once more."""
    found = await turn.act(held, number, TAKES_QUESTIONS)
    await _ask_sure(turn, found, "ama-stop-sure", "stopsure", "button-ama-stop-sure")


async def _stop(turn: Turn, number: int) -> None:
    done, dropped = await turn.act(live.stop, turn.house.ama_desk, number, deed_of(turn))
    await show(turn, Say("ama-stop-done", title=done.title, dropped=dropped))


async def _ask_end(turn: Turn, number: int) -> None:
    found = await turn.act(held, number, {AmaState.OPEN})
    await turn.ask(live.require_stage, turn.house.ama_desk, found, turn.me.id)
    await _ask_sure(turn, found, "ama-end-sure", "endsure", "button-ama-end-sure")


async def _end(turn: Turn, number: int) -> None:
    done = await turn.act(live.end, turn.house.ama_desk, number, deed_of(turn))
    await show(turn, Say("ama-ended", title=done.title))


async def _ask_sure(turn: Turn, found: AmaSession, name: str, action: str, label: str) -> None:
    """Ask in a message of its own: the card below which it was pressed stays as it is."""
    counts = await turn.ask(amas.count_by_state, found.id)
    waiting = sum(counts.get(state, 0) for state in WAITING)
    await turn.answer()
    await turn.reply(
        Say(name, title=found.title, waiting=waiting),
        buttons=(
            (Button(Say(label), f"ama-desk:{action}-{found.id}"),),
            (Button(Say("button-ama-keep"), f"ama-desk:show-{found.id}"),),
        ),
    )


async def _anyway(turn: Turn, number: int) -> None:
    done = await turn.act(series.hold_anyway, number, deed_of(turn))
    await show(turn, Say("ama-anyway-done", title=done.title, at=done.starts_at))


async def _ask_series(turn: Turn, number: int) -> None:
    found = await turn.ask(amas.series_by_id, number)
    if found is None:
        await turn.answer(Say("button-gone"))
        return
    sure = Button(Say("button-ama-series-sure"), f"ama-desk:seriesend-{number}")
    await show(turn, Say("ama-series-sure", title=found.title), buttons=((sure,),))


async def _end_series(turn: Turn, number: int) -> None:
    done = await turn.act(series.stop, number, deed_of(turn))
    await show(turn, Say("ama-series-stopped", title=done.title))


async def _take(turn: Turn, number: int) -> None:
    """List a question; its card is drawn anew by the outbox, in every group that has it."""
    await turn.act(asking.moderate, turn.house.ama_desk, number, True, "", deed_of(turn))
    await turn.answer(Say("ama-listed-note"))


async def _ask_reason(turn: Turn, number: int) -> None:
    question = await turn.act(asking.await_reason, number, deed_of(turn))
    buttons = (
        (Button(Say("button-ama-no-reason"), f"ama-desk:noreason-{number}"),),
        (Button(Say("button-ama-keep-question"), f"ama-desk:question-{number}"),),
    )
    say = Say("ama-refuse-ask", number=number, question=telling.shortened(question.text))
    await show(turn, say, buttons=buttons)


async def _no_reason(turn: Turn, number: int) -> None:
    await _refuse(turn, number, "")


async def _refuse(turn: Turn, number: int, reason: str) -> None:
    deed = deed_of(turn)
    await turn.act(asking.moderate, turn.house.ama_desk, number, False, reason, deed)
    if turn.update.callback_query is None:
        await turn.reply(Say("ama-refused-note"))
    else:
        await turn.answer(Say("ama-refused-note"))


async def _show_question(turn: Turn, number: int) -> None:
    """Go back to a question's card without having decided."""
    question = await turn.act(asking.leave, number, deed_of(turn))
    found = await turn.ask(service.by_number, question.session_id)
    say, buttons = await turn.ask(telling.question_card, turn.house.ama_desk, found, question)
    await show(turn, say, buttons=buttons)


async def _skip(turn: Turn, number: int) -> None:
    await turn.act(live.skip, turn.house.ama_desk, number, deed_of(turn))
    await turn.answer(Say("ama-skipped-note"))


def _day_warning(turn: Turn, looked: service.Preview) -> tuple[Say, ...]:
    day = looked.session.starts_at.astimezone(turn.house.community.zone).date()
    if looked.trading is None:
        return (Say("ama-preview-unknown", day=day),)
    return () if looked.trading else (Say("ama-preview-closed", day=day),)


async def _among_operators(turn: Turn) -> None:
    """Let only those through who run AMAs, and keep it out of members' groups."""
    await turn.notice()
    if not await turn.may(Right.RUN_AMA):
        raise AmaStaffOnlyError
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="ama", place="private")


COMMANDS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "new": _new,
    "新建": _new,
    "list": list_all,
    "列表": list_all,
    "move": _move,
    "改期": _move,
    "stop": _stop_typed,
    "叫停": _stop_typed,
    "series": _series,
    "系列": _series,
}
ON_STAGE = frozenset({"skip", "end", "endsure"})
"""What the expert may press too; the service asks who it is."""
PRESSES: dict[str, Callable[[Turn, int], Awaitable[None]]] = {
    "show": show_one,
    "call": _call,
    "drop": _drop,
    "stop": _ask_stop,
    "stopsure": _stop,
    "end": _ask_end,
    "endsure": _end,
    "anyway": _anyway,
    "series": _ask_series,
    "seriesend": _end_series,
    "take": _take,
    "refuse": _ask_reason,
    "noreason": _no_reason,
    "question": _show_question,
    "skip": _skip,
}

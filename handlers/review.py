"""`/review`: what waits for a person, one case at a time, and the buttons under each."""

from bot.i18n import Say
from bot.markup import storable
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.review import asking, browsing, deciding, taking
from bot.review.browsing import ALL, FILTERS, Reader
from bot.review.errors import CaseUnknownError
from bot.review.kinds import Decision
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from handlers.common import deed_of, require, show
from handlers.pressed import case_in, number_in


async def review(turn: Turn, arguments: str) -> None:
    """List what waits, or show one case with its trace: `/review 123`."""
    await _among_operators(turn)
    typed = arguments.strip().removeprefix("#")
    number = number_in(typed)
    if number is None and typed:
        raise CaseUnknownError(received=storable(typed)[:20])
    if number is None:
        await _list(turn, ALL, 0)
        return
    desk, reader = turn.house.review_desk, _reader(turn)
    shown = await turn.ask(browsing.shown_case, desk, number, reader)
    trace = await turn.ask(browsing.trace, desk, number, reader)
    await turn.reply(shown.card, trace, buttons=shown.buttons)


async def press_list(turn: Turn, rest: str) -> None:
    """Turn a page, choose a filter, or open a case from the list."""
    await require(turn, Right.REVIEW, "review")
    await _among_operators(turn)
    wanted, _, page = rest.rpartition("-")
    number = number_in(page)
    if wanted not in FILTERS or number is None:
        await turn.answer(Say("button-gone"))
        return
    await _list(turn, wanted, number)


async def press_case(turn: Turn, rest: str) -> None:
    """Do what a button under a case says."""
    await require(turn, Right.REVIEW, "review")
    await _among_operators(turn)
    action, number, person = case_in(rest)
    if number is None:
        await turn.answer(Say("button-gone"))
    elif action in {"text", "trace"}:
        await _aside(turn, action, number)
    elif action in {"ask-delete", "ask-ban", "view", "hand"}:
        await _offer(turn, action, number)
    elif action in set(Decision):
        await _decide(turn, Decision(action), number)
    elif action == "to" and person is not None:
        desk, deed, here = turn.house.review_desk, deed_of(turn), _here(turn)
        await turn.act(taking.hand_on, desk, number, person, deed, here)
        await _redraw(turn, number)
    elif action in {"claim", "back", "refuse"}:
        await _take(turn, action, number)
    else:
        await turn.answer(Say("button-gone"))


async def typed_answer(turn: Turn, asked: Asked) -> None:
    """Take the next message for the answer to an appeal, and decide it."""
    await require(turn, Right.REVIEW, "review")
    number, decision = int(asked.about["case"]), Decision(str(asked.about["decision"]))
    desk, deed = turn.house.review_desk, deed_of(turn)
    await turn.act(asking.decide, desk, number, decision, turn.text, deed)
    shown = await turn.ask(browsing.shown_case, desk, number, _reader(turn))
    await turn.reply(shown.card, buttons=shown.buttons)


async def _decide(turn: Turn, decision: Decision, number: int) -> None:
    desk, deed = turn.house.review_desk, deed_of(turn)
    if await turn.ask(asking.takes_answer, desk, number, turn.me.id):
        await turn.act(asking.await_answer, desk, number, decision, deed, aside=not turn.private)
        if turn.private:
            await turn.answer()
            await turn.reply(Say(f"case-ask-{decision.value}", number=number))
        else:
            await turn.answer(Say("case-answer-in-private"), alert=True)
        return
    outcome = await turn.act(deciding.decide, desk, number, decision, deed, "", _here(turn))
    note = "case-waits-second" if outcome.waits else "case-done-note"
    await _redraw(turn, number, Say(note, number=number))


async def _take(turn: Turn, action: str, number: int) -> None:
    desk, deed, here = turn.house.review_desk, deed_of(turn), _here(turn)
    if action == "claim":
        await turn.act(taking.claim, desk, number, deed, here)
    elif action == "back":
        await turn.act(taking.give_back, desk, number, deed, here)
    else:
        await turn.act(deciding.refuse_second, desk, number, deed, here)
    await _redraw(turn, number)


async def _offer(turn: Turn, action: str, number: int) -> None:
    """Show other buttons under a case: a question before what cannot be undone, colleagues."""
    desk, reader = turn.house.review_desk, _reader(turn)
    shown = await turn.ask(browsing.offered, desk, action, number, reader)
    await show(turn, shown.card, buttons=shown.buttons)


async def _aside(turn: Turn, action: str, number: int) -> None:
    """Show what is long in private, whoever else is in the operators' group."""
    desk = turn.house.review_desk
    read = browsing.text_of if action == "text" else browsing.trace
    found = await turn.ask(read, desk, number, _reader(turn))
    if turn.private:
        await turn.answer()
        await turn.reply(found)
        return
    await turn.act(asking.send_aside, desk, f"{action}:{number}", found, deed_of(turn))
    await turn.answer(Say("case-sent-aside"))


async def _redraw(turn: Turn, number: int, note: Say | None = None) -> None:
    desk, reader = turn.house.review_desk, _reader(turn)
    shown = await turn.ask(browsing.shown_case, desk, number, reader)
    await turn.answer(note)
    await turn.edit(shown.card, buttons=shown.buttons)


async def _list(turn: Turn, wanted: str, page: int) -> None:
    desk = turn.house.review_desk
    found = await turn.ask(browsing.page_of, desk, wanted, page, _reader(turn))
    await show(turn, *found.lines, buttons=found.buttons)


def _reader(turn: Turn) -> Reader:
    return Reader(turn.me.id, turn.private, turn.now)


def _here(turn: Turn) -> tuple[int, int] | None:
    return (turn.here.id, turn.message.message_id) if turn.message else None


async def _among_operators(turn: Turn) -> None:
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="review", place="private")

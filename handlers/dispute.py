"""`/dispute`: a member objects to a fill; operators or compliance answer."""

from bot.buttons import Button
from bot.contest.input.admin_words import leading_number
from bot.contest.services import decisions, dispute_prompts, disputes
from bot.contest.services.decision_cards import fill_line
from bot.contest.services.disputes import Case
from bot.contest.states import DisputeState
from bot.i18n import Say
from bot.markup import storable
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from handlers.common import deed_of, private_link, require, show

WORDS = ("异议", "異議")


async def dispute(turn: Turn, arguments: str) -> None:
    """List one's cases, ask for the reason, or open a case: `/dispute 12.1 text`."""
    if not turn.private:
        await turn.notice()
        link = private_link(turn, "dispute", Say("button-private"))
        await turn.reply(Say("dispute-in-private"), buttons=link)
        return
    reference, _, text = arguments.partition(" ")
    if not reference:
        cases = await turn.ask(disputes.cases_of, turn.me.id)
        await turn.reply(*_list(cases))
    elif text.strip():
        await _open(turn, reference, text)
    else:
        await _ask_reason(turn, reference)


async def press(turn: Turn, rest: str) -> None:
    """Begin a case from the button below one's fills."""
    if not turn.private:
        await turn.answer(Say("dispute-in-private"))
        return
    await _ask_reason(turn, rest)


async def typed_reason(turn: Turn, asked: Asked) -> None:
    """Take the next message for the reason."""
    await _open(turn, str(asked.about["fill"]), turn.text)


async def press_decide(turn: Turn, rest: str) -> None:
    """Ask the one who decides for the answer to the member, in private."""
    action, _, number = rest.partition("-")
    found = leading_number(number).number
    if action not in {"keep", "undo"} or found is None:
        await turn.answer(Say("button-gone"))
        return
    await require(turn, Right.DECIDE_DISPUTES, "dispute")
    await _among_operators(turn)
    deed, desk, aside = deed_of(turn), turn.house.staff_desk, not turn.private
    await turn.act(dispute_prompts.await_decision, found, action, deed, desk, aside=aside)
    if turn.private:
        await show(turn, Say(f"dispute-ask-{action}", number=found))
    else:
        await turn.answer(Say("dispute-answer-in-private"), alert=True)


async def typed_answer(turn: Turn, asked: Asked) -> None:
    """Take the next message for the answer and decide."""
    await require(turn, Right.DECIDE_DISPUTES, "dispute")
    number, action = int(asked.about["dispute"]), str(asked.about["action"])
    text, deed, desk = storable(turn.text), deed_of(turn), turn.house.staff_desk
    await turn.act(dispute_prompts.decide, number, action, text, deed, desk)
    done = Say("dispute-kept", number=number)
    if action == "undo":
        done = Say("decision-asked", hours=decisions.hours())
    await turn.reply(done)


async def _ask_reason(turn: Turn, reference: str) -> None:
    fill = await turn.act(dispute_prompts.await_reason, reference, deed_of(turn))
    stop = Button(Say("button-dispute-stop"), "dispute-stop:now")
    await show(turn, fill_line(fill), Say("dispute-ask-reason"), buttons=((stop,),))


async def press_stop(turn: Turn, _rest: str) -> None:
    """Ask no more."""
    if await turn.act(dispute_prompts.stop, turn.me.id, deed_of(turn)):
        await show(turn, Say("dispute-stopped"))
    else:
        await turn.answer(Say("button-gone"))


async def _open(turn: Turn, reference: str, text: str) -> None:
    deed, desk = deed_of(turn), turn.house.staff_desk
    case = await turn.act(dispute_prompts.open_case, reference, storable(text), deed, desk)
    message = "dispute-opened" if case.new else "dispute-known"
    state = Say(f"dispute-state-{case.dispute.state.value}")
    await turn.reply(Say(message, number=case.dispute.id, fill=case.fill.fill, state=state))


def _list(cases: tuple[Case, ...]) -> tuple[Say, ...]:
    if not cases:
        return Say("disputes-none"), Say("disputes-how")
    return (Say("disputes-head"), *(line for case in cases for line in _rows(case)))


def _rows(case: Case) -> tuple[Say, ...]:
    state = Say(f"dispute-state-{case.dispute.state.value}")
    number = case.dispute.id
    row = Say("dispute-row", number=number, fill=case.fill.fill, state=state)
    if case.dispute.state is DisputeState.OPEN or not case.dispute.answer:
        return (row,)
    return row, Say("dispute-answer", answer=case.dispute.answer)


async def _among_operators(turn: Turn) -> None:
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="dispute", place="private")

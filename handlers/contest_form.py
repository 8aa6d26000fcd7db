"""The form of `/contest new`: fields by buttons and typed answers, the rules card, announcing."""

from sqlmodel import Session

from bot.buttons import Button, Rows
from bot.contest.engine import codec
from bot.contest.input.form import FormField
from bot.contest.rules import Rules
from bot.contest.services import forms, lifecycle
from bot.contest.services.entry import Eligibility
from bot.contest.services.overview import Overview, overview
from bot.contest.states import ContestState
from bot.contest.telling.contests import card_lines
from bot.contest.telling.form import (
    PRIZES_PAGE,
    field_buttons,
    field_lines,
    form_buttons,
    form_lines,
    is_typed,
    prizes_buttons,
    prizes_lines,
    problem_lines,
    stays_open,
)
from bot.i18n import Say
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from db.models.contest import Contest
from handlers.common import deed_of, require, show


async def new(turn: Turn, _rest: str) -> None:
    """Begin a contest with the usual rules and show its form."""
    await _in_private(turn)
    contest = await turn.act(forms.begin, turn.words, turn.language, deed_of(turn))
    await _show_form(turn, contest)


async def duplicate(turn: Turn, contest_id: int) -> None:
    """Begin a contest after another one and show its form."""
    await _in_private(turn)
    contest = await turn.act(forms.copy, contest_id, turn.words, turn.language, deed_of(turn))
    await _show_form(turn, contest)


async def edit(turn: Turn, contest_id: int) -> None:
    """Show the form of a contest that has not started."""
    await _in_private(turn)
    await _show_form(turn, await turn.act(lifecycle.held, contest_id, lifecycle.CHANGEABLE))


async def open_field(turn: Turn, contest_id: int, rest: str) -> None:
    """Ask for one field, by buttons and, where it may be typed, by the next message."""
    contest = await turn.act(lifecycle.held, contest_id, lifecycle.CHANGEABLE)
    rules = _rules(contest)
    if rest == PRIZES_PAGE:
        await show(turn, *prizes_lines(contest, rules), buttons=prizes_buttons(contest))
    elif rest in set(FormField):
        await _ask(turn, contest, rules, FormField(rest))
    else:
        await turn.answer(Say("button-gone"))


async def choose(turn: Turn, contest_id: int, rest: str) -> None:
    """Take the value that a button stands for."""
    name, _, value = rest.partition("-")
    try:
        field = FormField(name)
        contest = await turn.act(forms.choose, contest_id, field, value, deed_of(turn))
    except ValueError:
        await turn.answer(Say("button-gone"))
        return
    if stays_open(field):
        await _ask(turn, contest, _rules(contest), field)
    else:
        await _show_form(turn, contest)


async def typed(turn: Turn, asked: Asked) -> None:
    """Take a typed value; what cannot be read is named and asked again."""
    await require(turn, Right.RUN_CONTESTS, "contest")
    number, field = int(asked.about["contest"]), FormField(asked.about["field"])
    contest = await turn.act(forms.type_in, number, field, turn.text, deed_of(turn))
    await _show_form(turn, contest)


async def create(turn: Turn, contest_id: int) -> None:
    """Show the rules card as members will see it, or what has to change first."""
    contest = await turn.act(lifecycle.held, contest_id, lifecycle.CHANGEABLE)
    if not await _playable(turn, contest):
        return
    seen = await turn.ask(_preview, contest_id, turn.me.id)
    lines = card_lines(seen, Eligibility(None, staff=True))
    await show(turn, Say("form-created", number=contest_id), *lines, buttons=_ready(contest))


async def announce(turn: Turn, contest_id: int) -> None:
    """Open a draft for entry and tell its tier groups, unless its days have passed meanwhile."""
    if not await _playable(turn, await turn.act(lifecycle.held, contest_id)):
        return
    done = await turn.act(lifecycle.announce, contest_id, deed_of(turn), turn.house.staff_desk)
    first = _rules(done).first_day
    await show(turn, Say("contest-announced", title=done.title, first=first, number=done.id))


async def _playable(turn: Turn, contest: Contest) -> bool:
    """Show the form where something has to change: a button's answer is too short to say what."""
    if contest.state not in lifecycle.CHANGEABLE:
        return True
    rules = _rules(contest)
    problems = await turn.ask(lifecycle.problems, rules, turn.now)
    if problems:
        await turn.answer(Say("form-problems-short", count=len(problems)), alert=True)
        lines = (*form_lines(contest, rules), *problem_lines(problems))
        await turn.edit(*lines, buttons=form_buttons(contest))
    return not problems


def _preview(session: Session, contest_id: int, member_id: int) -> Overview:
    return overview(session, contest_id, member_id)


def _ready(contest: Contest) -> Rows:
    back = Button(Say("button-form-more"), f"contest:form-{contest.id}")
    if contest.state is not ContestState.DRAFT:
        return ((back,),)
    go = Button(Say("button-contest-announce"), f"contest:announce-{contest.id}")
    drop = Button(Say("button-contest-discard"), f"contest:ask-{contest.id}-discard")
    return ((go,), (back,), (drop,))


async def _ask(turn: Turn, contest: Contest, rules: Rules, field: FormField) -> None:
    if is_typed(field):
        await turn.act(forms.await_value, contest.id, field, deed_of(turn))
    buttons = field_buttons(field, contest, rules)
    await show(turn, *field_lines(field, contest, rules), buttons=buttons)


async def _show_form(turn: Turn, contest: Contest) -> None:
    rules = _rules(contest)
    problems = await turn.ask(lifecycle.problems, rules, turn.now)
    lines = (*form_lines(contest, rules), *problem_lines(problems))
    await show(turn, *lines, buttons=form_buttons(contest))


def _rules(contest: Contest) -> Rules:
    return codec.rules_from_json(contest.rules)


async def _in_private(turn: Turn) -> None:
    if not turn.private:
        await turn.notice()
        raise WrongPlaceError(command="contest", place="private")

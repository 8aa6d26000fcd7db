"""`/contest new|start|pause|…`: operators run contests; what weighs takes a second look or two."""

from collections.abc import Awaitable, Callable

from bot.buttons import Button
from bot.contest.input.admin_words import leading_number
from bot.contest.operator_errors import AdminUsageError
from bot.contest.services import awarding, cancelling, decisions, lifecycle, prizes
from bot.contest.services.overview import overview
from bot.contest.services.prizes import Purse
from bot.contest.states import ContestState
from bot.i18n import Say
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from db.models.contest import Contest
from handlers import contest_corrections, contest_form, contest_shares, contest_status
from handlers.common import deed_of, require, show

MOST_WINNERS = 15
SURE = ("start", "pause", "resume", "finish", "discard", "cancel")
"""What is asked about once more, with its consequence, before it is done."""


async def admin(turn: Turn, subcommand: str, rest: str) -> bool:
    """Run an operators' subcommand; tell whether there is one of this name."""
    run = _COMMANDS.get(subcommand.casefold())
    if run is None:
        return False
    await _allowed(turn)
    await run(turn, rest.strip())
    return True


async def is_run_here(turn: Turn) -> bool:
    """Tell whether somebody who runs contests speaks where they are run."""
    if not await turn.may(Right.RUN_CONTESTS):
        return False
    await turn.notice()
    return turn.private or turn.seen.binding is Binding.OPERATORS


async def press(turn: Turn, rest: str) -> None:
    """Do what an operators' button says: `<action>-<number>[-<rest>]`."""
    await _allowed(turn)
    action, _, tail = rest.partition("-")
    number, _, more = tail.partition("-")
    found = leading_number(number).number
    if action == "act":
        await contest_shares.enter(turn, tail)
    elif found is not None and action in _PRESSES:
        await _PRESSES[action](turn, found, more)
    else:
        await turn.answer(Say("button-gone"))


async def decide(turn: Turn, rest: str) -> None:
    """Confirm or reject what waits for a second operator."""
    action, _, number = rest.partition("-")
    found = leading_number(number).number
    if action not in {"yes", "no"} or found is None:
        await turn.answer(Say("button-gone"))
        return
    await require(turn, Right.CONFIRM_CONTESTS, "contest")
    await _among_operators(turn)
    deed, desk = deed_of(turn), turn.house.staff_desk
    done = await turn.act(decisions.decide, found, action == "yes", deed, desk)
    outcome = "decision-confirmed" if action == "yes" else "decision-rejected"
    at = turn.house.community.local_time(turn.now)
    await show(turn, done.card, Say(outcome, who=turn.me.first_name, at=at))


async def _allowed(turn: Turn) -> None:
    await turn.notice()
    await require(turn, Right.RUN_CONTESTS, "contest")
    await _among_operators(turn)


async def _among_operators(turn: Turn) -> None:
    """Keep operators' business out of members' groups."""
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="contest", place="private")


def _number(rest: str, command: str) -> tuple[int, str]:
    found = leading_number(rest)
    if found.number is None:
        raise AdminUsageError(command=command)
    return found.number, found.rest


async def _duplicate(turn: Turn, rest: str) -> None:
    await contest_form.duplicate(turn, _number(rest, "duplicate")[0])


async def _ask_sure(turn: Turn, verb: str, rest: str) -> None:
    await _sure(turn, _number(rest, verb)[0], verb)


async def _sure(turn: Turn, contest_id: int, verb: str) -> None:
    """Name the consequence and ask once more."""
    if verb not in SURE:
        await turn.answer(Say("button-gone"))
        return
    contest = await turn.act(lifecycle.held, contest_id)
    go = Button(Say(f"button-sure-{verb}"), f"contest:do-{contest_id}-{verb}")
    stay = Button(Say("button-keep"), f"contest:stay-{contest_id}")
    count = (await turn.ask(overview, contest_id, turn.me.id)).participants
    told = Say(f"contest-sure-{verb}", title=contest.title, number=contest_id, count=count)
    await show(turn, told, buttons=((go,), (stay,)))


async def _do(turn: Turn, contest_id: int, verb: str) -> None:
    if verb == "cancel":
        await _cancel_surely(turn, contest_id)
        return
    deed, desk = deed_of(turn), turn.house.staff_desk
    done: Contest
    if verb == "start":
        done = await turn.act(lifecycle.start, contest_id, deed)
    elif verb == "pause":
        done = await turn.act(lifecycle.pause, contest_id, deed, desk)
    elif verb == "resume":
        done = await turn.act(lifecycle.resume, contest_id, deed, desk)
    elif verb == "finish":
        done = await turn.act(lifecycle.finish, contest_id, deed)
    elif verb == "discard":
        reason = turn.say(Say("contest-discard-reason"))
        done = await turn.act(lifecycle.cancel, contest_id, reason, deed, desk)
    else:
        await turn.answer(Say("button-gone"))
        return
    hashed = (done.rules_hash or "")[:12]
    await show(turn, Say(f"contest-done-{verb}", title=done.title, number=done.id, hash=hashed))


async def _stay(turn: Turn, _contest_id: int, _rest: str) -> None:
    await show(turn, Say("contest-stays"))


async def _cancel(turn: Turn, rest: str) -> None:
    """Cancel a draft at once, what was announced after a second look, what runs by two."""
    contest_id, reason = _number(rest, "cancel")
    deed, desk = deed_of(turn), turn.house.staff_desk
    contest = await turn.act(lifecycle.held, contest_id)
    if contest.state in lifecycle.LIVING:
        await turn.act(decisions.ask_cancel, contest_id, reason, deed, desk)
        await turn.reply(Say("decision-asked", hours=decisions.hours()))
    elif contest.state is ContestState.DRAFT:
        reason = decisions.checked_reason(reason)
        done = await turn.act(lifecycle.cancel, contest_id, reason, deed, desk)
        await turn.reply(Say("contest-cancelled-draft", title=done.title))
    else:
        await turn.act(cancelling.ask, contest_id, reason, deed)
        await _sure(turn, contest_id, "cancel")


async def _cancel_surely(turn: Turn, contest_id: int) -> None:
    done = await turn.act(cancelling.confirm, contest_id, deed_of(turn), turn.house.staff_desk)
    if done is None:
        await turn.answer(Say("button-gone"))
        return
    found = await turn.ask(overview, contest_id, turn.me.id)
    await show(turn, Say("contest-cancelled", title=done.title, count=found.participants))


async def _award(turn: Turn, rest: str) -> None:
    """Show who would get what, and ask."""
    contest_id, _ = _number(rest, "award")
    purse = await turn.act(prizes.purse_of, contest_id, turn.house.staff_desk)
    lines = _purse_lines(purse)
    if not purse.open:
        await turn.reply(*lines)
        return
    label = Say("button-contest-award", count=len(purse.open), points=purse.points)
    stay = Button(Say("button-keep"), f"contest:stay-{contest_id}")
    go = Button(label, f"contest:award-{contest_id}")
    await turn.reply(*lines, buttons=((go,), (stay,)))


async def _give(turn: Turn, contest_id: int, _rest: str) -> None:
    reason = turn.say(Say("contest-award-reason"))
    done = await turn.act(awarding.award, contest_id, reason, deed_of(turn), turn.house.staff_desk)
    title, points = done.purse.contest.title, done.purse.points
    if done.waits is not None:
        figures = {"cap": turn.house.settings.grant_cap, "used": done.used}
        await show(turn, Say("contest-award-waits", title=title, points=points, **figures))
        return
    count = len(done.purse.open)
    await show(turn, Say("contest-award-done", title=title, count=count, points=points))


def _purse_lines(purse: Purse) -> tuple[Say, ...]:
    title = purse.contest.title
    if not purse.winners:
        return (Say("contest-award-nobody", title=title),)
    rows = tuple(
        Say(
            "contest-award-row-given" if winner.given else "contest-award-row",
            name=winner.name,
            points=winner.points,
            parts=" + ".join(str(prize.points) for prize in winner.prizes),
        )
        for winner in purse.winners[:MOST_WINNERS]
    )
    more = len(purse.winners) - len(rows)
    rest = (Say("contest-award-more", count=more),) if more else ()
    total = Say("contest-award-all-given")
    if purse.open:
        total = Say("contest-award-total", count=len(purse.open), points=purse.points)
    return (Say("contest-award-head", title=title), *rows, *rest, total)


async def _form(turn: Turn, contest_id: int, _rest: str) -> None:
    await contest_form.edit(turn, contest_id)


async def _create(turn: Turn, contest_id: int, _rest: str) -> None:
    await contest_form.create(turn, contest_id)


async def _announce(turn: Turn, contest_id: int, _rest: str) -> None:
    await contest_form.announce(turn, contest_id)


async def _correct(turn: Turn, rest: str) -> None:
    """Open the form again before the start; afterwards correct an account, by two."""
    contest_id, more = _number(rest, "correct")
    contest = await turn.act(lifecycle.held, contest_id)
    if contest.state in {ContestState.DRAFT, ContestState.OPEN}:
        await contest_form.edit(turn, contest_id)
        return
    await contest_corrections.correct(turn, contest_id, more, turn.house.staff_desk)


async def _void(turn: Turn, rest: str) -> None:
    number, reason = _number(rest, "void")
    await contest_corrections.void(turn, number, reason, turn.house.staff_desk)


def _sure_command(verb: str) -> Callable[[Turn, str], Awaitable[None]]:
    async def run(turn: Turn, rest: str) -> None:
        await _ask_sure(turn, verb, rest)

    return run


_COMMANDS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "new": contest_form.new,
    "help": contest_status.help_,
    "status": contest_status.asked,
    "duplicate": _duplicate,
    "correct": _correct,
    "cancel": _cancel,
    "void": _void,
    "award": _award,
    "action": contest_shares.preview,
    "release": contest_shares.release,
    **{verb: _sure_command(verb) for verb in ("start", "pause", "resume", "finish")},
}
_PRESSES: dict[str, Callable[[Turn, int, str], Awaitable[None]]] = {
    "f": contest_form.open_field,
    "c": contest_form.choose,
    "form": _form,
    "create": _create,
    "announce": _announce,
    "ask": _sure,
    "do": _do,
    "stay": _stay,
    "award": _give,
    "release": contest_shares.accept,
    "rel": contest_shares.let_go,
    "state": contest_status.seen,
    "unact": contest_shares.withdraw,
}

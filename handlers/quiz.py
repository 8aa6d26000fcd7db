"""`/quiz`: the ladder of knowledge, climbed in private by buttons."""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from sqlmodel import Session

from bot.i18n import Say
from bot.quiz import climbing, group_votes
from bot.quiz.means import QuizMeans
from bot.quiz.outcome import Answered, Ending, Step
from bot.quiz.score import draw_score
from bot.quiz.states import RoundKind
from bot.quiz.telling import note_on, tell_home, tell_step
from bot.telegram.turn import Turn
from handlers.common import private_link, show
from handlers.pressed import number_in

P = ParamSpec("P")
WORDS = ("闯关", "答题", "闖關", "答題")


async def quiz(turn: Turn, _arguments: str) -> None:
    """Show where somebody stands on the ladder; in a group, a button that leads to private."""
    if not turn.private:
        await turn.notice()
        link = private_link(turn, "quiz", Say("button-quiz-private"))
        await turn.reply(Say("quiz-in-private"), buttons=link)
        return
    means = turn.house.quiz_means
    found = await turn.ask(climbing.home, turn.me.id, means, turn.now)
    telling = tell_home(found, means.ladder)
    await show(turn, *telling.lines, buttons=telling.buttons)


async def press(turn: Turn, rest: str) -> None:
    """Take a step: `home`, `place`, `resume`, `climb:LEVEL`, `next`, `pick` or `stop`."""
    verb, *written = rest.split(":")
    numbers = [number_in(one) for one in written]
    means, me, now = turn.house.quiz_means, turn.me.id, turn.now
    match verb, [one for one in numbers if one is not None]:
        case _ if None in numbers or not turn.private:
            await turn.answer(Say("button-gone"))
        case "home", []:
            await quiz(turn, "")
        case "place", []:
            await _step(turn, climbing.begin_placement, me, means, now)
        case "resume", []:
            await _step(turn, climbing.resume, me, means, now)
        case "climb", [level]:
            await _step(turn, climbing.begin, me, level, means, now)
        case "next", [round_id, place]:
            await _step(turn, climbing.proceed, me, round_id, place, means, now)
        case "pick", [round_id, place, shown]:
            await _step(turn, climbing.answer, me, round_id, place, shown, means, now)
        case "stop", [round_id]:
            await _step(turn, climbing.stop, me, round_id, means, now)
        case _:
            await turn.answer(Say("button-gone"))


async def poll_answer(turn: Turn) -> None:
    """Keep somebody's answer to a quiz in a group."""
    told = turn.update.poll_answer
    if told is None or turn.person is None or not told.option_ids:
        await turn.notice()
        return
    shown = told.option_ids[0]
    await turn.act(group_votes.vote, told.poll_id, turn.me.id, shown, turn.now)


async def _step(
    turn: Turn,
    service: Callable[Concatenate[Session, P], Step],
    *args: P.args,
    **kwargs: P.kwargs,
) -> None:
    """Take one step, tell it where the button was, and hand out a score card for a first pass."""
    step = await turn.act(service, *args, **kwargs)
    means: QuizMeans = turn.house.quiz_means
    telling = tell_step(step, turn.language, means.ladder)
    await turn.answer(note_on(step) if isinstance(step, Answered) else None)
    if not await turn.edit(*telling.lines, buttons=telling.buttons):
        await turn.reply(*telling.lines, buttons=telling.buttons)
    if isinstance(step, Answered) and step.first and step.ending is not None:
        await _hand_out(turn, step.ending)


async def _hand_out(turn: Turn, ending: Ending) -> None:
    if ending.round.kind is not RoundKind.CLIMB or not ending.first_pass:
        return
    name, level = turn.me.first_name, ending.round.level
    picture = await asyncio.to_thread(draw_score, ending, name, turn.words, turn.language)
    badge = Say(f"quiz-badge-{level}")
    await turn.reply(Say("quiz-card-caption", name=name, level=level, badge=badge), picture=picture)

"""The questions about the risk that fits: by buttons, in private, with a result and no advice."""

from bot.buttons import Button, Rows
from bot.contest.services import suitability
from bot.contest.states import Suitability
from bot.contest.suitability import Questionnaire, default_questionnaire
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers.common import private_link, show

MOST_ANSWERS = 9


async def suitability_(turn: Turn, _arguments: str) -> None:
    """Show what one answered last, or begin."""
    if not turn.private:
        await turn.notice()
        link = private_link(turn, "suitability", Say("button-private"))
        await turn.reply(Say("suitability-in-private"), buttons=link)
        return
    await _begin(turn, "0")


async def press(turn: Turn, rest: str) -> None:
    """Go on with the questions: `q-<contest>-<answers so far>`; 0 stands for no contest."""
    action, _, tail = rest.partition("-")
    contest, _, given = tail.partition("-")
    if not turn.private:
        await turn.answer(Say("suitability-in-private"))
    elif not (contest.isascii() and contest.isdigit()) or len(contest) > MOST_ANSWERS:
        await turn.answer(Say("button-gone"))
    elif action == "start":
        await _begin(turn, contest)
    elif action == "again":
        await _ask(turn, contest, ())
    elif action == "q" and _readable(given):
        await _answered(turn, contest, tuple(int(digit) for digit in given))
    else:
        await turn.answer(Say("button-gone"))


async def _begin(turn: Turn, contest: str) -> None:
    found = await turn.ask(suitability.answered, turn.me.id, turn.now)
    if found is None:
        await _ask(turn, contest, ())
        return
    until = (found.at + suitability.VALID).astimezone(turn.house.community.zone).date()
    again = Button(Say("button-suitability-again"), f"suitability:again-{contest}")
    result = Say(f"suitability-result-{Suitability(found.level).value}")
    dated = Say("date-with-year", year=str(until.year), day=until)
    lines = Say("suitability-known"), result, Say("suitability-until", until=dated)
    await show(turn, *lines, buttons=(*_back(contest), (again,)))


async def _answered(turn: Turn, contest: str, answers: tuple[int, ...]) -> None:
    asked = default_questionnaire()
    if not asked.fits(answers):
        await turn.answer(Say("button-gone"))
    elif len(answers) < len(asked.questions):
        await _ask(turn, contest, answers)
    else:
        level = await turn.act(suitability.save, turn.me.id, answers, turn.now)
        await show(turn, *_result(asked, answers, level), buttons=_back(contest))


async def _ask(turn: Turn, contest: str, answers: tuple[int, ...]) -> None:
    asked = default_questionnaire()
    number = len(answers)
    question = asked.questions[number]
    so_far = "".join(map(str, answers))
    language = turn.language
    buttons = tuple(
        (Button(Say("just", text=c.words[language]), f"suitability:q-{contest}-{so_far}{i}"),)
        for i, c in enumerate(question.choices)
    )
    intro = (Say("suitability-intro", count=len(asked.questions)),) if not answers else ()
    text = question.words[language]
    told = Say("suitability-question", number=number + 1, count=len(asked.questions), text=text)
    await show(turn, *intro, told, buttons=buttons)


def _result(asked: Questionnaire, answers: tuple[int, ...], level: Suitability) -> tuple[Say, ...]:
    figures = {"points": asked.points(answers), "most": asked.most}
    bounds = {"balanced": asked.balanced, "daring": asked.daring}
    return (
        Say(f"suitability-result-{level.value}"),
        Say("suitability-points", **figures, **bounds),
        Say("suitability-no-advice"),
    )


def _back(contest: str) -> Rows:
    if contest == "0":
        return ()
    return ((Button(Say("button-suitability-back"), f"contests:see-{contest}"),),)


def _readable(given: str) -> bool:
    return given.isascii() and given.isdigit() and len(given) <= MOST_ANSWERS

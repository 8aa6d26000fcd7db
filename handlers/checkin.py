"""Checking in, the question of the day under it, and the repair of a missed day."""

from datetime import date, datetime

from bot.checkin.means import Means
from bot.checkin.outcome import QuestionRef
from bot.checkin.question import OPTIONS, Purpose
from bot.checkin.service import answer_question, check_in, put_repair_question
from bot.checkin.telling import (
    note_on_answer,
    tell_already,
    tell_answer,
    tell_check_in,
    tell_repair_question,
)
from bot.i18n import Say
from bot.points.economy import QUESTION_RIGHT
from bot.telegram.house import House
from bot.telegram.turn import Turn

FIRST_YEAR, LAST_YEAR = 2000, 2999


async def on_check_in(turn: Turn, _arguments: str) -> None:
    """Check the person in and put the question of the day."""
    means = _means(turn.house)
    outcome = await turn.act(check_in, turn.me.id, means, turn.now, turn.update.update_id)
    if outcome.first:
        right = means.economy.rule(QUESTION_RIGHT).amount
        telling = tell_check_in(outcome, right, turn.language)
    else:
        telling = tell_already(outcome, means.community, turn.now, turn.language)
    await turn.reply(*telling.lines, buttons=telling.buttons)


async def on_answer(turn: Turn, data: str) -> None:
    """Take the one tap that counts, show what is right, and why."""
    read = _read_answer(data)
    if read is None:
        await turn.answer(Say("button-gone"))
        return
    ref, choice = read
    means = _means(turn.house)
    outcome = await turn.act(answer_question, turn.me.id, ref, choice, means, turn.now)
    await turn.answer(note_on_answer(outcome))
    telling = tell_answer(outcome, turn.language)
    await turn.edit(*telling.lines, buttons=telling.buttons)


async def on_repair(turn: Turn, data: str) -> None:
    """Put the question that repairs a missed day."""
    member, _, written = data.partition(":")
    day = _read_day(written)
    if day is None or not member.isascii() or not member.isdigit():
        await turn.answer(Say("button-gone"))
        return
    means = _means(turn.house)
    put, offer = await turn.act(put_repair_question, turn.me.id, int(member), day, means, turn.now)
    await turn.answer()
    telling = tell_repair_question(put, offer, means.community, turn.language)
    await turn.reply(*telling.lines, buttons=telling.buttons)


def _means(house: House) -> Means:
    return Means(
        community=house.community,
        economy=house.economy,
        questions=house.questions,
        words=house.words,
        gate=house.gate,
        language=house.default_language,
        bot_id=house.bot_id,
        ladder=house.ladder,
    )


def _read_answer(data: str) -> tuple[QuestionRef, int] | None:
    """Read `purpose:member:day:choice`; anything else is a button that no longer works."""
    parts = data.split(":")
    if len(parts) != 4 or not all(part.isascii() for part in parts):
        return None
    purpose, member, written, choice = parts
    day = _read_day(written)
    if purpose not in set(Purpose) or day is None or not (member.isdigit() and choice.isdigit()):
        return None
    if int(choice) >= OPTIONS:
        return None
    return QuestionRef(int(member), day, Purpose(purpose)), int(choice)


def _read_day(written: str) -> date | None:
    try:
        day = datetime.strptime(written, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    # Beyond these only a forged button goes, and at the very ends of time days cannot be counted.
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None

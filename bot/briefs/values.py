"""What templates may refer to: the content of a brief in the reader's language."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.briefs.binding import unbound_numbers
from bot.briefs.content import Content
from bot.briefs.education import lesson_of_day
from bot.briefs.facts import Quiz
from bot.briefs.group_question import occasion_of, question_of_day
from bot.briefs.material import Material
from bot.briefs.observations import observations, shape_of
from bot.briefs.sections import Market, is_closed_today, is_night_off
from bot.briefs.slots import Slot
from bot.briefs.watchpoints import watchpoints
from bot.calendar.errors import CalendarUncovered
from bot.glossary.terms import term_of_day
from bot.i18n import Language, format_day
from bot.market.symbols import calendar_of
from bot.members.tiers import Tier

if TYPE_CHECKING:
    from bot.briefs.compose import Draft

ONE_DAY = timedelta(days=1)
MOST_WATCHPOINTS = 3
MOST_CONTESTS = 1


@dataclass(frozen=True, slots=True)
class QuizLine:
    """The question of the day and its answer in the reader's language."""

    prompt: str
    answer: str


def values_of(
    material: Material, content: Content, tier: Tier, language: Language
) -> dict[str, Any]:
    """Return everything that a template may refer to, but for the headlines."""
    due, sections = material.due, content.sections
    overseas = sections.get(Market.OVERSEAS)
    yesterday = due.day - ONE_DAY
    quotes = [line.quote for section in sections.values() for line in section.lines]
    is_late_night = overseas is not None and overseas.day != yesterday
    volatile = content.regime.volatile
    lesson = lesson_of_day(due.day, content.mood)
    return {
        "day": format_day(due.day, language),
        "yesterday": yesterday,
        "simulated": any(quote.simulated for quote in quotes),
        "overseas": overseas,
        "night_day": format_day(overseas.day, language) if overseas and is_late_night else "",
        "no_night": overseas is None and had_no_night(material),
        "mainland": sections.get(Market.MAINLAND),
        "hong_kong": sections.get(Market.HONG_KONG),
        "hong_kong_closed": _is_hong_kong_closed(material),
        "whole": content.whole,
        "breadth": content.whole.breadth,
        "agenda": content.today,
        "tomorrow": content.tomorrow,
        "watchpoints": watchpoints(content.today, sections, MOST_WATCHPOINTS),
        "volatile": volatile,
        "education": addressed(lesson.texts[language], tier) if volatile else "",
        "contests": content.contests[:MOST_CONTESTS],
        "turnover": content.turnover,
        "quiz": _quiz(material.quiz, language),
        "term": term_of_day(due.day, language),
        "next_day": format_day(content.next_day, language) if content.next_day else "",
        "shape_of": lambda section: shape_of(section) if len(section.lines) > 1 else "",
        "observations": observations,
        "written_day": lambda day: format_day(day, language),
    }


def poll_of(material: Material, content: Content, draft: "Draft") -> dict[str, Any] | None:
    """Return the question to the group that follows a noon brief; bare figures ask nothing."""
    mainland = content.sections.get(Market.MAINLAND)
    if material.due.slot is not Slot.NOON or draft.data_only or mainland is None:
        return None
    occasion = occasion_of(
        shape_of(mainland), volatile=content.regime.volatile, most_fell=content.most_fell
    )
    record = question_of_day(material.due.day, occasion).record(draft.language)
    return {
        "id": record["id"],
        "question": addressed(record["question"], draft.tier),
        "options": [addressed(option, draft.tier) for option in record["options"]],
    }


def addressed(text: str, tier: Tier) -> str:
    """Return a text shared by all tiers as it is said to one: VIPs are 您."""
    return text.replace("你", "您") if tier is Tier.VIP else text


def had_no_night(material: Material) -> bool:
    """Tell whether the overseas exchange is known not to have traded since our last close."""
    symbols = material.indexes.overseas
    try:
        return bool(symbols) and all(is_night_off(symbol, material) for symbol in symbols)
    except CalendarUncovered:
        return False


def _quiz(quiz: Quiz | None, language: Language) -> QuizLine | None:
    if quiz is None:
        return None
    line = QuizLine(quiz.prompt[language], quiz.answer[language])
    return None if unbound_numbers(line.prompt + "\n" + line.answer, ()) else line


def _is_hong_kong_closed(material: Material) -> bool:
    codes = {calendar_of(symbol) for symbol in material.indexes.hong_kong}
    return bool(codes) and all(is_closed_today(code, material) for code in codes)

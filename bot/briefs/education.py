"""Risk education: what a brief says on volatile days where it would have shown opportunities."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.briefs.binding import unbound_numbers
from bot.i18n import Language
from bot.strict_toml import Fields, read_items

EDUCATION_FILE = Path(__file__).parent / "education.toml"
LONGEST = {Language.SIMPLIFIED: 80, Language.TRADITIONAL: 80, Language.ENGLISH: 170}


class Mood(StrEnum):
    """Which kind of rough day a text fits."""

    ANY = "any"
    FALL = "fall"
    SURGE = "surge"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text on risk in every language."""

    id: str
    mood: Mood
    texts: dict[Language, str]


@cache
def lessons() -> tuple[Lesson, ...]:
    """Return all texts in the order in which they come round; InvalidData names a mistake."""
    return tuple(_lesson(fields) for fields in read_items(EDUCATION_FILE, "text"))


def lesson_of_day(day: date, mood: Mood) -> Lesson:
    """Return the text of a day among those that fit its mood, each in its turn."""
    fitting = [lesson for lesson in lessons() if lesson.mood in {Mood.ANY, mood}]
    return fitting[day.toordinal() % len(fitting)]


def _lesson(fields: Fields) -> Lesson:
    lesson = Lesson(
        fields.text("id"),
        Mood(fields.choice("when", tuple(Mood))),
        {language: _text(fields, language) for language in Language},
    )
    fields.finish()
    return lesson


def _text(fields: Fields, language: Language) -> str:
    text = fields.text(language.value)
    if unbound_numbers(text, ()):
        raise fields.refuse(language.value, text, "a text without numbers")
    if len(text) > LONGEST[language]:
        raise fields.refuse(language.value, text, f"at most {LONGEST[language]} characters")
    return text

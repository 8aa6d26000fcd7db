"""The question to the group after a noon brief: how people look and learn, never advice."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from bot.briefs.binding import unbound_numbers
from bot.briefs.observations import Shape
from bot.i18n import Language
from bot.strict_toml import Fields, read_items

QUESTIONS_FILE = Path(__file__).parent / "poll_questions.toml"
LONGEST_QUESTION, LONGEST_OPTION = 160, 40
FEWEST_OPTIONS, MOST_OPTIONS = 2, 4


class Occasion(StrEnum):
    """What a morning showed, so that a question fits it."""

    UP = "up"
    DOWN = "down"
    MIXED = "mixed"
    LEVEL = "level"
    VOLATILE = "volatile"
    NARROW = "narrow"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Wording:
    """A question with its options in one language."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupQuestion:
    """A question in every language."""

    id: str
    when: Occasion
    wordings: dict[Language, Wording]

    def record(self, language: Language) -> dict[str, Any]:
        """Return what an edition keeps of it, as plain JSON."""
        wording = self.wordings[language]
        return {"id": self.id, "question": wording.question, "options": list(wording.options)}


@cache
def questions() -> tuple[GroupQuestion, ...]:
    """Return the bank in its order; InvalidData names a mistake."""
    return tuple(_question(fields) for fields in read_items(QUESTIONS_FILE, "question"))


def occasion_of(shape: Shape, *, volatile: bool, most_fell: bool) -> Occasion:
    """Return what a morning showed, the most telling first."""
    if volatile:
        return Occasion.VOLATILE
    if shape is Shape.UP and most_fell:
        return Occasion.NARROW
    return Occasion(shape.value)


def question_of_day(day: date, occasion: Occasion) -> GroupQuestion:
    """Return the question of a day: one that fits, or a general one, each in its turn."""
    fitting = [each for each in questions() if each.when in {Occasion.ANY, occasion}]
    own = [each for each in fitting if each.when is occasion]
    # Every second day is one that the morning asks for; the others are for everybody.
    turn = day.toordinal()
    chosen = own if own and turn % 2 else fitting
    return chosen[turn // 2 % len(chosen)]


def _question(fields: Fields) -> GroupQuestion:
    question = GroupQuestion(
        fields.text("id"),
        Occasion(fields.choice("when", tuple(Occasion))),
        {language: _wording(fields.table(language.value)) for language in Language},
    )
    fields.finish()
    if len({len(wording.options) for wording in question.wordings.values()}) != 1:
        raise fields.refuse("options", "-", "as many options in each language")
    return question


def _wording(fields: Fields) -> Wording:
    wording = Wording(fields.text("question"), fields.texts("options", least=FEWEST_OPTIONS))
    fields.finish()
    for text in (wording.question, *wording.options):
        if unbound_numbers(text, ()):
            raise fields.refuse("question", text, "a text without numbers")
    if len(wording.question) > LONGEST_QUESTION or len(wording.options) > MOST_OPTIONS:
        raise fields.refuse("question", wording.question, "a short question, at most 4 options")
    if any(len(option) > LONGEST_OPTION for option in wording.options):
        raise fields.refuse("options", wording.options, f"at most {LONGEST_OPTION} characters")
    return wording

"""The bank of questions in TOML files, read strictly."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from bot.checkin.question import (
    OPTIONS,
    Purpose,
    Question,
    UnknownQuestion,
    Words,
    arranged,
    own_order,
    place_in_bank,
)
from bot.strict_toml import Fields, InvalidData, read_items

QUESTIONS_FOLDER = Path(__file__).parent / "questions"
LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")
LEAST_QUESTIONS: Final = 4
# In characters, Chinese then English: a prompt and three buttons fit a phone, and an
# explanation with a few words before it fits Telegram's 200-character callback alert.
LONGEST: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"prompt": (80, 160), "options": (18, 36), "explanation": (90, 150)}
)
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_UNFINISHED = re.compile(r"TODO|TBD|FIXME|XXX|lorem|\{|\}|\?\?|？？|待补", re.IGNORECASE)


class TomlQuestions:
    """A QuestionSource over the `*.toml` files of one folder."""

    def __init__(self, folder: Path = QUESTIONS_FOLDER) -> None:
        self._questions = _load(folder)
        self._ids = tuple(sorted(self._questions))
        # Five thousand members are more than check in within a minute.
        self._order = lru_cache(maxsize=5_000)(lambda member: own_order(self._ids, member))

    def question_for(self, member_id: int, day: date, purpose: Purpose = Purpose.DAILY) -> Question:
        """Return the question of `day` for this member, its options in the order to show."""
        order = self._order(member_id)
        question = self._questions[order[place_in_bank(len(order), day, purpose)]]
        return arranged(question, member_id, day, purpose)

    def by_id(self, question_id: str) -> Question:
        """Return the question as written in the bank; raise UnknownQuestion if there is none."""
        if question_id not in self._questions:
            raise UnknownQuestion(question=question_id)
        return self._questions[question_id]

    def all(self) -> tuple[Question, ...]:
        """Return the whole bank as written, by id."""
        return tuple(self._questions[each] for each in self._ids)


@cache
def _load(folder: Path) -> dict[str, Question]:
    questions: dict[str, Question] = {}
    for path in sorted(folder.glob("*.toml")):
        for fields in read_items(path, "question"):
            question = _question(fields)
            if question.id in questions:
                raise fields.refuse("id", question.id, "an id that no other question has")
            questions[question.id] = question
    if len(questions) < LEAST_QUESTIONS:
        raise InvalidData(
            file=folder.name,
            item="-",
            field="question",
            received=len(questions),
            allowed=f"at least {LEAST_QUESTIONS} questions",
        )
    return questions


def _question(fields: Fields) -> Question:
    question = Question(
        id=_slug(fields, "id", fields.text("id")),
        version=fields.integer("version", 1, 9_999),
        difficulty=fields.integer("difficulty", 1, 3),
        tags=tuple(_slug(fields, "tags", tag) for tag in fields.texts("tags", least=1)),
        prompt=_words(fields, "prompt"),
        options=_options(fields),
        correct=fields.integer("correct", 0, OPTIONS - 1),
        explanation=_words(fields, "explanation"),
    )
    fields.finish()
    return question


def _slug(fields: Fields, field: str, text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise fields.refuse(field, text, "lower-case words joined by -, such as t-plus-one")
    return text


def _words(fields: Fields, field: str) -> Words:
    table = fields.table(field)
    texts = [_checked(table, field, language, table.text(language)) for language in LANGUAGES]
    table.finish()
    return Words(*texts)


def _options(fields: Fields) -> tuple[Words, Words, Words]:
    table = fields.table("options")
    columns: list[tuple[str, ...]] = []
    for language in LANGUAGES:
        column = table.texts(language, least=OPTIONS)
        if len(column) != OPTIONS:
            raise table.refuse(language, column, f"exactly {OPTIONS} options")
        columns.append(tuple(_checked(table, "options", language, each) for each in column))
    table.finish()
    first, second, third = (Words(*row) for row in zip(*columns, strict=True))
    return first, second, third


def _checked(table: Fields, field: str, language: str, text: str) -> str:
    """Return `text` if it is finished and short enough for where it is shown."""
    longest = LONGEST[field][language == "en"]
    if len(text) > longest or text != text.strip():
        raise table.refuse(language, text, f"at most {longest} characters; this has {len(text)}")
    if _UNFINISHED.search(text):
        raise table.refuse(language, text, "a finished text without placeholders")
    return text

"""Served entries as the matcher takes them: one row each, with every way in which it is asked."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bot.i18n import Language
from bot.questions.shelf import Entry, words_in

Row = TypeVar("Row")
_READ = (Language.SIMPLIFIED, Language.ENGLISH)
"""Traditional Chinese is folded into simplified wherever texts are compared."""


def rows_of(entries: Sequence[Entry], row: Callable[..., Row]) -> list[Row]:
    """Return `entries` made into rows by `row(id, question, alt_questions, answer)`."""
    return [row(**_fields(entry)) for entry in entries]


def _fields(entry: Entry) -> dict[str, Any]:
    question = words_in(entry.question, Language.SIMPLIFIED)
    asked = [words_in(entry.question, language) for language in _READ]
    for phrasings in entry.phrasings.values():
        asked += phrasings
    answers = dict.fromkeys(words_in(entry.answer, language) for language in _READ)
    return {
        "id": entry.key,
        "question": question,
        "alt_questions": tuple(one for one in dict.fromkeys(asked) if one != question),
        "answer": "\n".join(answers),
    }

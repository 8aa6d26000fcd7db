"""What a brief tells besides prices: entered events, contests, the quiz, past turnover."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Protocol

from bot.i18n import Language

COMMUNITY = "community"
"""The source of counts of our own, such as how many take part in a contest."""
CONTEST_SYMBOL = "contest:"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something on a day that operators entered; `at` is community time, None for all day."""

    day: date
    title: str
    at: time | None = None


@dataclass(frozen=True, slots=True)
class ContestNews:
    """A contest that runs or takes entries; `link` leads to its board in the bot."""

    id: int
    title: str
    participants: int
    first_day: date
    last_day: date
    running: bool
    link: str = ""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question of the day with its answer, in every language."""

    question_id: str
    prompt: Mapping[Language, str]
    answer: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class MeanTurnover:
    """The mean of the turnovers recorded on the `days` sessions before, the newest at `at`."""

    mean: Decimal
    days: int
    at: datetime


class InLanguages(Protocol):
    """A text in every language."""

    def in_language(self, language: str) -> str:
        """Return the text in zh-Hans, zh-Hant or en."""


class AskedQuestion(Protocol):
    """A question of the bank, as far as a brief tells of it."""

    @property
    def id(self) -> str:
        """Return its name in the bank."""

    @property
    def prompt(self) -> InLanguages:
        """Return what is asked."""

    @property
    def options(self) -> Collection[InLanguages]:
        """Return the possible answers."""

    @property
    def correct(self) -> int:
        """Return the place of the right answer, from 0."""


class QuestionBank(Protocol):
    """Where the questions of the day come from."""

    def all(self) -> Collection[AskedQuestion]:
        """Return the whole bank, by id."""

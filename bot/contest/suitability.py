"""Questions about the risk that fits, and the published arithmetic from answers to a level."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.contest.states import Suitability
from bot.i18n import Language
from bot.strict_toml import Fields, read_table

QUESTIONS = Path(__file__).with_name("suitability.toml")
LEAST_QUESTIONS, MOST_QUESTIONS = 4, 6
MOST_POINTS = 3
MOST_VERSION = 9_999


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its words by language, and what it is worth."""

    words: Mapping[Language, str]
    points: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers."""

    id: str
    words: Mapping[Language, str]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All questions; `balanced` and `daring` are the lowest sums of these levels."""

    version: int
    questions: tuple[Question, ...]
    balanced: int
    daring: int

    @property
    def most(self) -> int:
        """Return the highest sum."""
        return sum(max(c.points for c in question.choices) for question in self.questions)

    def points(self, answers: tuple[int, ...]) -> int:
        """Return the sum of complete `answers`, the number of the choice for each question."""
        pairs = zip(self.questions, answers, strict=True)
        return sum(question.choices[answer].points for question, answer in pairs)

    def level(self, answers: tuple[int, ...]) -> Suitability:
        """Return the level of complete answers."""
        points = self.points(answers)
        if points >= self.daring:
            return Suitability.DARING
        return Suitability.BALANCED if points >= self.balanced else Suitability.CAUTIOUS

    def fits(self, answers: tuple[int, ...]) -> bool:
        """Tell whether each of the first answers names a choice that there is."""
        return len(answers) <= len(self.questions) and all(
            0 <= answer < len(question.choices)
            for question, answer in zip(self.questions, answers, strict=False)
        )


def load_questionnaire(path: Path = QUESTIONS) -> Questionnaire:
    """Read and check the questions; raise `InvalidData` for the first mistake."""
    whole = read_table(path)
    thresholds = whole.table("thresholds")
    tables = whole.tables("question")
    if not LEAST_QUESTIONS <= len(tables) <= MOST_QUESTIONS:
        allowed = f"{LEAST_QUESTIONS} to {MOST_QUESTIONS} questions"
        raise whole.refuse("question", len(tables), allowed)
    questions = tuple(_question(fields) for fields in tables)
    most = MOST_POINTS * len(questions)
    balanced = thresholds.integer("balanced", 1, most)
    found = Questionnaire(
        version=whole.integer("version", 1, MOST_VERSION),
        questions=questions,
        balanced=balanced,
        daring=thresholds.integer("daring", balanced + 1, most),
    )
    for fields in (thresholds, whole):
        fields.finish()
    return found


@lru_cache(maxsize=1)
def default_questionnaire() -> Questionnaire:
    """Return the questions that are shipped, read once."""
    return load_questionnaire()


def _question(fields: Fields) -> Question:
    choices = []
    for answer in fields.tables("answer"):
        points = answer.integer("points", 0, MOST_POINTS)
        choices.append(Choice(_words(answer), points))
        answer.finish()
    question = Question(fields.text("id"), _words(fields), tuple(choices))
    fields.finish()
    return question


def _words(fields: Fields) -> dict[Language, str]:
    return {language: fields.text(language.value) for language in Language}

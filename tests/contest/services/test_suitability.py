from datetime import timedelta

import pytest

from bot.contest.services import suitability
from bot.contest.states import Suitability
from bot.contest.suitability import default_questionnaire
from db.session import Database
from tests.factories.contest_cases import NOW

LOW, MIDDLE, HIGH = (0,) * 6, (1,) * 6, (3,) * 6


@pytest.mark.parametrize(
    ("answers", "level"),
    [(LOW, Suitability.CAUTIOUS), (MIDDLE, Suitability.BALANCED), (HIGH, Suitability.DARING)],
)
def test_answers_are_kept_with_their_level(
    db: Database, answers: tuple[int, ...], level: Suitability
) -> None:
    assert db.run_sync(suitability.save, 7, answers, NOW) is level
    found = db.run_sync(suitability.answered, 7, NOW)
    assert found is not None
    assert found.level == level.value
    assert found.answers == {
        question.id: answers[0] for question in default_questionnaire().questions
    }


def test_answering_again_replaces_the_answer(db: Database) -> None:
    db.run_sync(suitability.save, 7, LOW, NOW)
    db.run_sync(suitability.save, 7, HIGH, NOW + timedelta(days=1))
    found = db.run_sync(suitability.answered, 7, NOW + timedelta(days=1))
    assert found is not None
    assert found.level == "daring"


def test_an_answer_is_valid_for_a_year(db: Database) -> None:
    db.run_sync(suitability.save, 7, LOW, NOW)
    last = NOW + timedelta(days=365) - timedelta(seconds=1)
    assert db.run_sync(suitability.answered, 7, last) is not None
    assert db.run_sync(suitability.answered, 7, NOW + timedelta(days=365)) is None
    assert db.run_sync(suitability.answered, 8, NOW) is None

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.states import Suitability
from bot.contest.suitability import QUESTIONS, default_questionnaire, load_questionnaire
from bot.strict_toml import InvalidData

ASKED = default_questionnaire()
ANSWERS = st.tuples(*(st.integers(0, len(q.choices) - 1) for q in ASKED.questions))
ORDER = list(Suitability)


def test_there_are_four_to_six_questions_with_words_in_each_language() -> None:
    assert 4 <= len(ASKED.questions) <= 6
    assert all(len(question.words) == 3 for question in ASKED.questions)


@given(ANSWERS)
def test_the_published_thresholds_decide(answers: tuple[int, ...]) -> None:
    points = ASKED.points(answers)
    assert (ASKED.level(answers) is Suitability.DARING) == (points >= ASKED.daring)
    assert (ASKED.level(answers) is Suitability.CAUTIOUS) == (points < ASKED.balanced)


@given(ANSWERS, st.integers(0, 5))
def test_a_bolder_answer_never_lowers_the_level(answers: tuple[int, ...], place: int) -> None:
    bolder = list(answers)
    bolder[place] = min(answers[place] + 1, 3)
    before, after = ASKED.level(answers), ASKED.level(tuple(bolder))
    assert ORDER.index(after) >= ORDER.index(before)


def test_answers_that_name_no_choice_do_not_fit() -> None:
    assert ASKED.fits((0, 3))
    assert not ASKED.fits((4,))
    assert not ASKED.fits((0,) * 7)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("daring = 12", "daring = 6"),
        ("points = 3", "points = 4"),
        ('id = "reserve"', 'name = "reserve"'),
        ("version = 1", "version = 0"),
    ],
)
def test_a_mistake_in_the_questions_is_named(tmp_path: Path, before: str, after: str) -> None:
    broken = tmp_path / "suitability.toml"
    text = QUESTIONS.read_text(encoding="utf-8")
    broken.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InvalidData):
        load_questionnaire(broken)

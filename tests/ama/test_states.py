from itertools import pairwise

import pytest

from bot.ama.states import NEXT, TAKES_QUESTIONS, AmaState, may_follow


def test_an_ama_goes_from_draft_to_the_end_step_by_step() -> None:
    way = [AmaState.DRAFT, AmaState.COLLECTING, AmaState.OPEN, AmaState.CLOSED]
    assert all(may_follow(before, after) for before, after in pairwise(way))


@pytest.mark.parametrize("ended", [AmaState.CLOSED, AmaState.CANCELLED, AmaState.STOPPED])
def test_what_ended_never_begins_again(ended: AmaState) -> None:
    assert not any(may_follow(ended, after) for after in AmaState)


def test_a_draft_cannot_open_without_its_call() -> None:
    assert not may_follow(AmaState.DRAFT, AmaState.OPEN)


def test_every_state_has_its_steps() -> None:
    assert set(NEXT) == set(AmaState)
    assert set(AmaState) > TAKES_QUESTIONS

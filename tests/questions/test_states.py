import pytest

from bot.questions.states import ENDED, OPEN, TRANSITIONS, WITH_PEOPLE, QuestionState, Step, after
from bot.questions.states import leads as leads_to

S = QuestionState


def test_every_state_is_either_open_or_ended() -> None:
    assert set(S) == OPEN | ENDED
    assert not OPEN & ENDED
    assert WITH_PEOPLE < OPEN


def test_a_person_who_has_it_never_gives_it_back_to_the_bot() -> None:
    assert S.BOT not in TRANSITIONS.values()


def test_only_a_waiting_case_can_be_claimed() -> None:
    assert [state for state in S if after(state, Step.CLAIM)] == [S.WAITING]


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_ended_can_be_reopened_and_then_waits_for_a_person(state: QuestionState) -> None:
    assert after(state, Step.REOPEN) is S.WAITING


@pytest.mark.parametrize("state", sorted(OPEN))
def test_every_open_case_can_be_closed_and_none_is_reopened(state: QuestionState) -> None:
    assert after(state, Step.CLOSE) is S.CLOSED
    assert after(state, Step.REOPEN) is None


def test_a_closed_case_is_not_closed_again() -> None:
    assert after(S.CLOSED, Step.CLOSE) is None
    assert not leads_to(S.CLOSED, S.CLOSED)


def test_leads_follows_the_table() -> None:
    assert leads_to(S.BOT, S.WAITING)
    assert leads_to(S.HUMAN, S.WAITING)
    assert not leads_to(S.BOT, S.HUMAN)
    assert not leads_to(S.CLOSED, S.HUMAN)

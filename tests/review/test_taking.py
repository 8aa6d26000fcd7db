from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.review.errors import CaseClaimedError, CaseNotYoursError, OwnCaseError
from bot.review.kinds import CaseState
from bot.review.taking import IDLE, claim, colleagues, give_back, hand_on
from db.repositories import review
from db.session import Database
from tests.factories.review import (
    COMPLIANCE,
    DESK,
    MEMBER,
    NOW,
    OPERATOR,
    OPS,
    OWNER,
    SECOND,
    make_case,
    make_deed,
    posts,
)


def test_of_two_who_take_a_case_on_the_first_has_it(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        taken = claim(session, DESK, case.id, make_deed(OPERATOR))
        assert (taken.owner_id, taken.state) == (OPERATOR, CaseState.CLAIMED)
        assert claim(session, DESK, case.id, make_deed(OPERATOR)).owner_id == OPERATOR
        with pytest.raises(CaseClaimedError):
            claim(session, DESK, case.id, make_deed(SECOND))
        assert "运营甲 已接手" in posts(session, OPS)[0].markup

    house.run_sync(play)


def test_a_case_left_alone_may_be_taken_over_and_owners_need_not_wait(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        claim(session, DESK, case.id, make_deed(OPERATOR))
        assert claim(session, DESK, case.id, make_deed(OWNER)).owner_id == OWNER
        later = make_deed(SECOND, now=NOW + IDLE)
        assert claim(session, DESK, case.id, later).owner_id == SECOND

    house.run_sync(play)


def test_a_case_is_given_back_by_who_has_it(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        claim(session, DESK, case.id, make_deed(OPERATOR))
        with pytest.raises(CaseNotYoursError):
            give_back(session, DESK, case.id, make_deed(SECOND))
        back = give_back(session, DESK, case.id, make_deed(OPERATOR, now=NOW + timedelta(hours=1)))
        assert (back.owner_id, back.state) == (None, CaseState.OPEN)
        assert back.first_claimed_at == NOW
        steps = [step.step.value for step in review.steps(session, case.id)]
        assert steps == ["opened", "claimed", "given-back"]

    house.run_sync(play)


def test_a_case_is_handed_on_to_somebody_who_may_review(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        claim(session, DESK, case.id, make_deed(OPERATOR))
        with pytest.raises(CaseNotYoursError):
            hand_on(session, DESK, case.id, MEMBER, make_deed(OPERATOR))
        people = {member_id for member_id, _ in colleagues(session, DESK, case)}
        assert people == {SECOND, COMPLIANCE, OWNER}
        assert hand_on(session, DESK, case.id, SECOND, make_deed(OPERATOR)).owner_id == SECOND

    house.run_sync(play)


def test_nobody_takes_on_a_case_about_themselves(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, member_id=OPERATOR)
        with pytest.raises(OwnCaseError):
            claim(session, DESK, case.id, make_deed(OPERATOR))

    small_house.run_sync(play)

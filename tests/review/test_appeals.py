from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.delivery.acts import Act
from bot.members import prompts
from bot.review.appeals import WITHIN, appeal, begin, own_measures, stop
from bot.review.deciding import decide
from bot.review.errors import (
    ActedBeforeError,
    AppealKnownError,
    AppealUndoneError,
    MeasureUnknownError,
    OwnCaseError,
    WordsLengthError,
)
from bot.review.kinds import CaseKind, Decision, Done
from bot.review.service import case_of
from db.models.review import ReviewCase
from db.repositories import review
from db.session import Database
from tests.factories.review import (
    DESK,
    GROUP,
    MEMBER,
    NOW,
    OPERATOR,
    OTHER,
    SECOND,
    make_case,
    make_deed,
    posts,
)

WHY = "我只是转述新闻"


def _muted(session: Session) -> tuple[ReviewCase, str]:
    case = make_case(session, done=(Done.DELETED, Done.MUTED))
    decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
    (own,) = own_measures(session, DESK, MEMBER, NOW)
    return case, own.measure.key


def test_a_member_appeals_and_a_second_person_undoes_it(house: Database) -> None:
    def play(session: Session) -> None:
        case, key = _muted(session)
        begin(session, DESK, key, make_deed(MEMBER))
        asked = prompts.awaited(session, MEMBER, NOW)
        assert asked is not None
        assert asked.noun == "appeal-reason"
        opened = appeal(session, DESK, key, WHY, make_deed(MEMBER))
        assert (opened.kind, opened.acted_by) == (CaseKind.APPEAL, OPERATOR)
        assert prompts.awaited(session, MEMBER, NOW) is None
        with pytest.raises(ActedBeforeError):
            decide(session, DESK, opened.id, Decision.RELEASE, make_deed(OPERATOR), "好的")
        decide(session, DESK, opened.id, Decision.RELEASE, make_deed(SECOND), "确实是转述")
        assert [post.act for post in posts(session, GROUP)] == [Act.UNMUTE]
        assert "确实是转述" in posts(session, MEMBER)[-1].markup
        (label,) = review.labelled(session)
        assert (label.case_id, label.violation, label.contradicts) == (case.id, False, True)

    house.run_sync(play)


def test_an_appeal_that_fails_leaves_everything_and_says_why(small_house: Database) -> None:
    def play(session: Session) -> None:
        _case, key = _muted(session)
        opened = appeal(session, DESK, key, WHY, make_deed(MEMBER))
        decide(session, DESK, opened.id, Decision.UPHOLD, make_deed(SECOND), "属于承诺回报")
        assert posts(session, GROUP) == []
        assert "维持原处理" in posts(session, MEMBER)[-1].markup

    small_house.run_sync(play)


def test_an_answer_that_may_not_go_out_is_left_away(small_house: Database) -> None:
    def play(session: Session) -> None:
        _case, key = _muted(session)
        opened = appeal(session, DESK, key, WHY, make_deed(MEMBER))
        decide(session, DESK, opened.id, Decision.UPHOLD, make_deed(SECOND), "跟我做保证收益")
        told = posts(session, MEMBER)[-1].markup
        assert "请直接问运营" in told
        assert "保证收益" not in told

    small_house.run_sync(play)


def test_an_appeal_needs_an_answer_of_the_decider(small_house: Database) -> None:
    def play(session: Session) -> None:
        _case, key = _muted(session)
        opened = appeal(session, DESK, key, WHY, make_deed(MEMBER))
        with pytest.raises(WordsLengthError):
            decide(session, DESK, opened.id, Decision.RELEASE, make_deed(SECOND))

    small_house.run_sync(play)


def test_there_is_one_appeal_for_each_measure_with_a_reason(house: Database) -> None:
    def play(session: Session) -> None:
        _case, key = _muted(session)
        with pytest.raises(WordsLengthError):
            appeal(session, DESK, key, "不服", make_deed(MEMBER))
        opened = appeal(session, DESK, key, WHY, make_deed(MEMBER))
        with pytest.raises(AppealKnownError):
            begin(session, DESK, key, make_deed(MEMBER))
        (own,) = own_measures(session, DESK, MEMBER, NOW)
        assert own.appeal is not None
        assert (own.appeal.id, own.open) == (opened.id, False)

    house.run_sync(play)


def test_only_ones_own_measures_of_the_last_month_can_be_appealed(small_house: Database) -> None:
    def play(session: Session) -> None:
        _case, key = _muted(session)
        with pytest.raises(MeasureUnknownError):
            begin(session, DESK, key, make_deed(OTHER))
        late = make_deed(MEMBER, now=NOW + WITHIN + timedelta(seconds=1))
        with pytest.raises(MeasureUnknownError):
            begin(session, DESK, key, late)
        assert own_measures(session, DESK, MEMBER, late.now) == []

    small_house.run_sync(play)


def test_what_was_undone_already_needs_no_appeal(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        decide(session, DESK, case.id, Decision.RELEASE, make_deed(OPERATOR))
        (own,) = own_measures(session, DESK, MEMBER, NOW)
        with pytest.raises(AppealUndoneError):
            begin(session, DESK, own.measure.key, make_deed(MEMBER))

    small_house.run_sync(play)


def test_a_measure_of_a_decision_can_be_appealed_against_too(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, done=())
        assert own_measures(session, DESK, MEMBER, NOW) == []
        decide(session, DESK, case.id, Decision.MUTE, make_deed(OPERATOR))
        (own,) = own_measures(session, DESK, MEMBER, NOW)
        assert (own.measure.done, own.measure.acted_by) == (Done.MUTED, OPERATOR)

    small_house.run_sync(play)


def test_staff_who_appeal_do_not_decide_it_themselves(small_house: Database) -> None:
    def play(session: Session) -> None:
        make_case(session, member_id=SECOND)
        (own,) = own_measures(session, DESK, SECOND, NOW)
        opened = appeal(session, DESK, own.measure.key, WHY, make_deed(SECOND))
        with pytest.raises(OwnCaseError):
            decide(session, DESK, opened.id, Decision.RELEASE, make_deed(SECOND), "好的")
        assert case_of(session, opened.id).decision is None

    small_house.run_sync(play)


def test_one_may_think_better_of_it(small_house: Database) -> None:
    def play(session: Session) -> None:
        _case, key = _muted(session)
        assert not stop(session, MEMBER, NOW)
        begin(session, DESK, key, make_deed(MEMBER))
        assert stop(session, MEMBER, NOW)

    small_house.run_sync(play)

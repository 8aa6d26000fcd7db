"""Deciding: one person or two, what is done further or taken back, what is learnt."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.compliance.verdict import Severity
from bot.delivery.acts import Act
from bot.i18n import Language
from bot.markup import plain
from bot.review.cards import trace_of
from bot.review.deciding import MUTE_LASTS, decide, refuse_second
from bot.review.errors import (
    CaseClaimedError,
    CaseDecidedError,
    DecisionUnfitError,
    OwnCaseError,
    SecondReviewerError,
)
from bot.review.kinds import CaseKind, CaseState, Decision, Done
from bot.review.service import case_of, open_case
from bot.review.taking import claim, hand_on
from db.models import LabelledCase
from db.repositories import members, operator_actions, review
from db.session import Database
from tests.factories.review import (
    COMPLIANCE,
    DESK,
    GROUP,
    MEMBER,
    NOW,
    OPERATOR,
    OTHER,
    OWNER,
    SECOND,
    make_case,
    make_deed,
    make_new,
    posts,
)


def _acts(session: Session, chat: int = GROUP) -> list[tuple[Act, int | None]]:
    return [(post.act, post.person_id or post.message_id) for post in posts(session, chat)]


def _labels(session: Session) -> list[LabelledCase]:
    return list(review.labelled(session))


def test_upholding_closes_the_case_and_leaves_what_was_done(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        done = decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR), "看过了")
        assert (done.waits, done.case.state) == (False, CaseState.DECIDED)
        assert (done.case.decided_by, done.case.note) == (OPERATOR, "看过了")
        assert _acts(session) == []
        (logged,) = operator_actions.latest(session)
        assert (logged.action, logged.target) == ("case-decided", f"case:{case.id}")

    house.run_sync(play)


def test_releasing_takes_back_what_was_done_and_says_sorry(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, done=(Done.DELETED, Done.MUTED))
        decide(session, DESK, case.id, Decision.RELEASE, make_deed(OPERATOR))
        assert _acts(session) == [(Act.UNMUTE, MEMBER)]
        assert "已经撤销" in posts(session, MEMBER)[-1].markup
        assert "undone" in [step.step.value for step in review.steps(session, case.id)]

    house.run_sync(play)


@pytest.mark.parametrize(("decision", "act"), [(Decision.MUTE, Act.MUTE), (Decision.BAN, Act.BAN)])
def test_a_measure_hits_everybody_who_said_it_once(
    house: Database, decision: Decision, act: Act
) -> None:
    def play(session: Session) -> None:
        case = make_case(session, done=())
        for member in (MEMBER, OTHER):
            open_case(session, DESK, make_new(done=(), member_id=member), NOW)
        decide(session, DESK, case.id, decision, make_deed(OPERATOR))
        acts = _acts(session)
        assert [person for each, person in acts if each is act] == [MEMBER, OTHER]
        assert sum(each is Act.DELETE for each, _ in acts) == 3
        told = posts(session, MEMBER)
        assert len(told) == 1
        assert told[0].buttons[0][0]["data"].startswith("appeal:i")

    house.run_sync(play)


def test_a_mute_lasts_a_day(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        decide(session, DESK, case.id, Decision.MUTE, make_deed(OPERATOR))
        (mute,) = [post for post in posts(session, GROUP) if post.act is Act.MUTE]
        assert mute.until == NOW + MUTE_LASTS

    small_house.run_sync(play)


def test_of_two_the_first_wins_and_the_second_is_told(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
        with pytest.raises(CaseDecidedError) as refused:
            decide(session, DESK, case.id, Decision.RELEASE, make_deed(SECOND))
        assert refused.value.fields["number"] == case.id
        again = decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
        assert again.case.decided_by == OPERATOR
        assert len(operator_actions.latest(session)) == 1

    house.run_sync(play)


def _settle_in(session: Session, member_id: int) -> None:
    member = members.by_id(session, member_id)
    assert member is not None
    member.first_seen_at = NOW - timedelta(days=100)
    session.add(member)
    session.flush()


def test_banning_somebody_established_takes_two(house: Database) -> None:
    def play(session: Session) -> None:
        _settle_in(session, MEMBER)
        case = make_case(session)
        first = decide(session, DESK, case.id, Decision.BAN, make_deed(OPERATOR))
        assert first.waits
        assert _acts(session) == []
        with pytest.raises(SecondReviewerError):
            decide(session, DESK, case.id, Decision.BAN, make_deed(OPERATOR))
        second = decide(session, DESK, case.id, Decision.BAN, make_deed(SECOND))
        assert not second.waits
        assert (Act.BAN, MEMBER) in _acts(session)

    house.run_sync(play)


def test_the_second_person_may_refuse_or_decide_otherwise(small_house: Database) -> None:
    def play(session: Session) -> None:
        _settle_in(session, MEMBER)
        case = make_case(session)
        decide(session, DESK, case.id, Decision.BAN, make_deed(OPERATOR))
        assert refuse_second(session, DESK, case.id, make_deed(SECOND)).asked is None
        decide(session, DESK, case.id, Decision.BAN, make_deed(OPERATOR))
        done = decide(session, DESK, case.id, Decision.MUTE, make_deed(SECOND))
        assert done.case.decision is Decision.MUTE

    small_house.run_sync(play)


def test_blocked_words_of_the_house_go_out_by_two_alone(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, kind=CaseKind.DRAFT, severity=Severity.BLOCK, member_id=None)
        first = decide(session, DESK, case.id, Decision.RELEASE, make_deed(OPERATOR))
        assert first.waits
        assert not decide(session, DESK, case.id, Decision.RELEASE, make_deed(COMPLIANCE)).waits

    small_house.run_sync(play)


def test_nobody_decides_about_themselves(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, member_id=OPERATOR)
        with pytest.raises(OwnCaseError):
            decide(session, DESK, case.id, Decision.RELEASE, make_deed(OPERATOR))

    small_house.run_sync(play)


def test_a_case_that_a_colleague_has_is_left_to_them_but_for_owners(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        claim(session, DESK, case.id, make_deed(OPERATOR))
        with pytest.raises(CaseClaimedError):
            decide(session, DESK, case.id, Decision.UPHOLD, make_deed(SECOND))
        decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OWNER))
        assert case_of(session, case.id).decided_by == OWNER

    small_house.run_sync(play)


def test_a_draft_can_neither_be_muted_nor_banned(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, kind=CaseKind.BROADCAST)
        with pytest.raises(DecisionUnfitError):
            decide(session, DESK, case.id, Decision.BAN, make_deed(OPERATOR))

    small_house.run_sync(play)


@pytest.mark.parametrize(
    ("changes", "decision", "violation", "contradicts"),
    [
        ({}, Decision.UPHOLD, True, False),
        ({}, Decision.RELEASE, False, True),
        ({"severity": None, "kind": CaseKind.REPORT}, Decision.UPHOLD, True, True),
        ({"severity": None, "kind": CaseKind.REPORT}, Decision.RELEASE, False, False),
    ],
)
def test_a_decision_labels_the_text_for_the_rules_to_learn(
    house: Database,
    changes: dict[str, Any],
    decision: Decision,
    violation: bool,
    contradicts: bool,
) -> None:
    def play(session: Session) -> None:
        case = make_case(session, "加我 13800138000，保证收益", **changes)
        decide(session, DESK, case.id, decision, make_deed(OPERATOR))
        (label,) = _labels(session)
        assert (label.violation, label.contradicts) == (violation, contradicts)
        assert "13800138000" not in label.text
        assert (label.case_id, label.decided_by) == (case.id, OPERATOR)
        assert review.labelled(session, NOW + timedelta(seconds=1)) == []

    house.run_sync(play)


def test_a_flood_teaches_nothing(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, kind=CaseKind.FLOOD)
        decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
        assert _labels(session) == []

    small_house.run_sync(play)


def test_a_decided_card_says_who_and_what(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        decide(session, DESK, case.id, Decision.RELEASE, make_deed(OPERATOR))
        card = posts(session, -1002)[0]
        assert "运营甲 决定：没有违规，撤销处理" in plain(card.markup)
        assert [b["label"] for row in card.buttons for b in row] == ["看全文", "看经过"]

    small_house.run_sync(play)


async def test_of_two_at_the_same_instant_exactly_one_decides(house: Database) -> None:
    case = await house.run(make_case)
    tries = [
        house.run(decide, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR)),
        house.run(decide, DESK, case.id, Decision.RELEASE, make_deed(SECOND)),
    ]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(each, CaseDecidedError) for each in outcomes) == 1
    assert sum(not isinstance(each, BaseException) for each in outcomes) == 1


def test_the_trace_says_who_did_what_in_words(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        claim(session, DESK, case.id, make_deed(OPERATOR))
        hand_on(session, DESK, case.id, SECOND, make_deed(OPERATOR))
        decide(session, DESK, case.id, Decision.UPHOLD, make_deed(SECOND), "打 13800138000 问过")
        trace = trace_of(session, case_of(session, case.id), review.steps(session, case.id))
        text = plain(DESK.words.say(Language.SIMPLIFIED, trace))
        assert "机器人 立案 · 规则：R-" in text
        assert "运营甲 转给同事 · 运营乙" in text
        assert "运营乙 决定 · 确属违规" in text
        assert "13800138000" not in text

    small_house.run_sync(play)

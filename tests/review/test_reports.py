from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.delivery.acts import Act
from bot.markup import plain
from bot.review import watching
from bot.review.deciding import decide
from bot.review.errors import OwnCaseError
from bot.review.kinds import CaseKind, Decision
from bot.review.reports import Pointed, Taken, report, report_quietly
from bot.review.service import case_of
from db.repositories import review
from db.session import Database
from tests.factories.review import (
    DESK,
    GROUP,
    MEMBER,
    NOW,
    OPERATOR,
    OPS,
    OTHER,
    OWNER,
    PROMISE,
    make_case,
    make_deed,
    posts,
)

SAID = Pointed(PROMISE, MEMBER, GROUP, 900)


def test_a_message_is_one_case_however_many_report_it(house: Database) -> None:
    def play(session: Session) -> None:
        assert report(session, DESK, SAID, "骗人的", make_deed(OTHER)) is Taken.TAKEN
        assert report(session, DESK, SAID, "", make_deed(OTHER)) is Taken.KNOWN
        assert report(session, DESK, SAID, "", make_deed(70)) is Taken.TAKEN
        case = review.about_message(session, GROUP, 900)
        assert case is not None
        assert (case.kind, case.member_id) == (CaseKind.REPORT, MEMBER)
        assert list(review.reporters(session, case.id)) == [OTHER, 70]
        watching.tick(session, DESK, make_deed())
        text = plain(posts(session, OPS)[0].markup)
        assert "举报人数：2" in text
        assert "骗人的" in text
        assert "小何" not in text

    house.run_sync(play)


def test_a_report_of_what_is_a_case_already_joins_it(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, done=())
        pointed = Pointed(PROMISE, MEMBER, GROUP, case.message_id)
        assert report(session, DESK, pointed, "", make_deed(OTHER)) is Taken.TAKEN
        assert review.count_reports(session, case.id) == 1
        decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
        assert report(session, DESK, pointed, "", make_deed(71)) is Taken.DECIDED

    small_house.run_sync(play)


def test_the_reporter_hears_how_it_ended_and_the_other_never_who(small_house: Database) -> None:
    def play(session: Session) -> None:
        report(session, DESK, SAID, "", make_deed(OTHER))
        case = review.about_message(session, GROUP, 900)
        assert case is not None
        decide(session, DESK, case.id, Decision.DELETE, make_deed(OPERATOR))
        assert "核实为违规" in posts(session, OTHER)[-1].markup
        assert all("小何" not in post.markup for post in posts(session, MEMBER))

    small_house.run_sync(play)


def test_ones_own_message_and_nothing_at_all_are_no_reports(small_house: Database) -> None:
    def play(session: Session) -> None:
        assert report(session, DESK, SAID, "", make_deed(MEMBER)) is Taken.OWN
        assert report(session, DESK, None, "嗯", make_deed(MEMBER)) is Taken.EMPTY
        assert posts(session) == []

    small_house.run_sync(play)


def test_words_alone_are_a_case_without_a_person(small_house: Database) -> None:
    def play(session: Session) -> None:
        told = report(session, DESK, None, "有人私聊我要转账", make_deed(OTHER))
        assert told is Taken.TAKEN
        assert "有人私聊我要转账" in posts(session, OPS)[0].markup

    small_house.run_sync(play)


def test_a_report_about_staff_goes_to_the_owners_alone(small_house: Database) -> None:
    def play(session: Session) -> None:
        about = Pointed("加我微信", OPERATOR, GROUP, 901)
        assert report(session, DESK, about, "", make_deed(OTHER)) is Taken.TAKEN
        assert posts(session, OPS) == []
        assert len(posts(session, OWNER)) == 1

    small_house.run_sync(play)


def test_a_member_may_report_only_so_often(small_house: Database) -> None:
    def play(session: Session) -> None:
        taken = [
            report(session, DESK, Pointed("甲", MEMBER, GROUP, 1000 + n), "", make_deed(OTHER))
            for n in range(6)
        ]
        assert taken == [Taken.TAKEN] * 5 + [Taken.LIMITED]

    small_house.run_sync(play)


def test_whoever_reports_what_is_fine_is_soon_limited_to_one_a_day(house: Database) -> None:
    def play(session: Session) -> None:
        for n in range(3):
            report(session, DESK, Pointed("早安", MEMBER, GROUP, 1000 + n), "", make_deed(OTHER))
            case = review.about_message(session, GROUP, 1000 + n)
            assert case is not None
            decide(session, DESK, case.id, Decision.RELEASE, make_deed(OPERATOR))
        again = Pointed("早安", MEMBER, GROUP, 2000)
        assert report(session, DESK, again, "", make_deed(OTHER)) is Taken.LIMITED
        later = make_deed(OTHER, now=NOW + timedelta(days=2))
        assert report(session, DESK, again, "", later) is Taken.TAKEN

    house.run_sync(play)


def test_in_a_group_the_answer_is_private_and_the_command_goes(small_house: Database) -> None:
    def play(session: Session) -> None:
        report_quietly(session, DESK, SAID, "", make_deed(OTHER), (GROUP, 902))
        (gone,) = posts(session, GROUP)
        assert (gone.act, gone.message_id) == (Act.DELETE, 902)
        assert "谢谢" in posts(session, OTHER)[0].markup

    small_house.run_sync(play)


def test_an_operator_does_not_decide_what_they_reported(small_house: Database) -> None:
    def play(session: Session) -> None:
        report(session, DESK, SAID, "", make_deed(OPERATOR))
        case = review.about_message(session, GROUP, 900)
        assert case is not None
        with pytest.raises(OwnCaseError):
            decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
        assert case_of(session, case.id).decision is None

    small_house.run_sync(play)

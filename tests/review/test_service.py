"""Opening cases, joining the same words, and the cards that show them."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.delivery.acts import Act
from bot.delivery.lanes import DeliveryState
from bot.markup import plain
from bot.members.groups import chat_moved
from bot.review import watching
from bot.review.deciding import decide
from bot.review.errors import CaseUnknownError, OwnersOnlyError
from bot.review.kinds import CaseKind, CaseState, Decision
from bot.review.service import LASTS, case_of, open_case, readable
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
    make_case,
    make_deed,
    make_new,
    posts,
)


def test_a_case_is_opened_once_for_its_key_and_is_due_in_a_day(house: Database) -> None:
    def play(session: Session) -> None:
        new = make_new()
        number = open_case(session, DESK, new, NOW)
        assert number is not None
        assert open_case(session, DESK, new, NOW) is None
        case = case_of(session, number)
        assert (case.state, case.due_at) == (CaseState.OPEN, NOW + LASTS)
        assert [step.step.value for step in review.steps(session, number)] == ["opened"]

    house.run_sync(play)


def test_its_card_says_what_who_where_why_and_until_when(small_house: Database) -> None:
    def play(session: Session) -> None:
        make_case(session, "加我 13800138000，保证收益")
        (card,) = posts(session, OPS)
        text = plain(card.markup)
        for part in ("群消息", "小林", "新手一群", "保证收益", "R-", "已做：删除消息（机器人）"):
            assert part in text
        assert "11月21日" in text
        assert "还剩 24 小时" in text
        assert "13800138000" not in text
        labels = [button["label"] for row in card.buttons for button in row]
        assert labels[:3] == ["我来接手", "确属违规", "没有违规，撤销处理"]

    small_house.run_sync(play)


def test_the_same_words_by_several_join_one_case(house: Database) -> None:
    def play(session: Session) -> None:
        first = make_case(session, "加群领涨停股，保证收益")
        joined = make_new("加 群 领 涨停股，保证收益", member_id=OTHER)
        assert open_case(session, DESK, joined, NOW + timedelta(minutes=1)) == first.id
        assert open_case(session, DESK, joined, NOW + timedelta(minutes=1)) is None
        case = case_of(session, first.id)
        assert case.count == 2
        assert {item.member_id for item in review.items(session, case.id)} == {MEMBER, OTHER}
        watching.tick(session, DESK, make_deed())
        (card,) = posts(session, OPS)
        assert "同样的内容 2 次" in card.markup

    house.run_sync(play)


@pytest.mark.parametrize("later", [timedelta(hours=25), timedelta(0)])
def test_other_words_or_a_day_later_open_a_case_of_their_own(
    small_house: Database, later: timedelta
) -> None:
    def play(session: Session) -> None:
        first = make_case(session)
        text = first.text if later else "另一句保证收益的话"
        assert open_case(session, DESK, make_new(text), NOW + later) != first.id

    small_house.run_sync(play)


def test_a_decided_case_is_joined_by_nothing(small_house: Database) -> None:
    def play(session: Session) -> None:
        first = make_case(session)
        decide(session, DESK, first.id, Decision.UPHOLD, make_deed(OPERATOR))
        assert open_case(session, DESK, make_new(), NOW) not in {None, first.id}

    small_house.run_sync(play)


def test_reports_and_drafts_never_join(small_house: Database) -> None:
    def play(session: Session) -> None:
        for kind in (CaseKind.DRAFT, CaseKind.REPORT):
            assert make_case(session, kind=kind).id != make_case(session, kind=kind).id

    small_house.run_sync(play)


def test_a_sent_card_is_edited_and_a_queued_one_redrawn(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        (card,) = posts(session, OPS)
        decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
        (card,) = posts(session, OPS)
        assert "运营甲 决定：确属违规" in card.markup
        other = make_case(session, "另一句保证收益的话")
        sent = posts(session, OPS)[-1]
        sent.state, sent.message_id = DeliveryState.SENT, 77
        session.add(sent)
        session.flush()
        decide(session, DESK, other.id, Decision.UPHOLD, make_deed(OPERATOR))
        edit = posts(session, OPS)[-1]
        assert (edit.act, edit.message_id) == (Act.EDIT_TEXT, 77)
        assert "确属违规" in edit.markup

    small_house.run_sync(play)


def test_a_card_that_is_just_being_sent_is_redrawn_by_the_next_tick(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        (card,) = posts(session, OPS)
        card.state = DeliveryState.SENDING
        session.add(card)
        session.flush()
        decide(session, DESK, case.id, Decision.UPHOLD, make_deed(OPERATOR))
        assert review.stale(session) == [case.id]
        (card,) = posts(session, OPS)
        card.state, card.message_id = DeliveryState.SENT, 78
        session.add(card)
        session.flush()
        watching.tick(session, DESK, make_deed())
        assert review.stale(session) == []
        assert posts(session, OPS)[-1].message_id == 78
        watching.tick(session, DESK, make_deed())
        assert len(posts(session, OPS)) == 2

    small_house.run_sync(play)


def test_a_case_about_staff_goes_to_the_owners_alone(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, owners_only=True, member_id=OPERATOR)
        assert posts(session, OPS) == []
        assert len(posts(session, OWNER)) == 1
        assert readable(session, DESK, case.id, OWNER).id == case.id
        with pytest.raises(OwnersOnlyError):
            readable(session, DESK, case.id, OPERATOR)

    small_house.run_sync(play)


def test_a_case_that_is_not_there_is_refused(small_house: Database) -> None:
    def play(session: Session) -> None:
        with pytest.raises(CaseUnknownError):
            case_of(session, 99)

    small_house.run_sync(play)


def test_what_people_typed_cannot_break_the_card(small_house: Database) -> None:
    def play(session: Session) -> None:
        make_case(session, "<b>\ud800\x00 </blockquote>保证收益")
        (card,) = posts(session, OPS)
        assert "&lt;b&gt;" in card.markup

    small_house.run_sync(play)


def test_the_group_is_where_it_was_said(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        found = review.about_message(session, GROUP, case.message_id or 0)
        assert found is not None
        assert found.id == case.id

    small_house.run_sync(play)


def test_a_case_follows_its_group_to_a_new_chat_id(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session, done=())
        chat_moved(session, GROUP, -1009, NOW)
        decide(session, DESK, case.id, Decision.MUTE, make_deed(OPERATOR))
        assert [post.act for post in posts(session, -1009)] == [Act.DELETE, Act.MUTE]

    house.run_sync(play)

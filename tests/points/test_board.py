from datetime import date

import pytest
from sqlmodel import Session

from bot.members.roles import Role
from bot.points.board import Board, board, short_name
from bot.points.reasons import Reason
from bot.points.service import award
from bot.points.span import Span
from db.repositories import members
from db.session import Database
from tests.factories.points import NOW, TODAY, make_economy, make_movement, make_person

ECONOMY = make_economy()
OWNER = 900


def _earn(session: Session, member_id: int, amount: int, day: date = TODAY) -> None:
    make_person(session, member_id)
    award(session, make_movement(amount, member_id=member_id, day=day), ECONOMY)


def _board(db: Database, viewer: int, span: Span = Span.WEEK, day: date = TODAY) -> Board:
    return db.run_sync(board, viewer, span, day, (OWNER,), ECONOMY)


def test_my_neighbourhood_and_the_top_ten_are_shown_with_how_many_there_are(
    db: Database,
) -> None:
    for number in range(1, 31):
        db.run_sync(_earn, number, 61 - number)
    found = _board(db, 20)
    assert [place.member_id for place in found.around] == [17, 18, 19, 20, 21, 22, 23]
    assert [place.rank for place in found.around] == list(range(17, 24))
    assert [place.member_id for place in found.top] == list(range(1, 11))
    assert found.mine is not None
    assert (found.mine.rank, found.of_how_many) == (20, 30)


def test_equal_points_share_a_rank_and_the_next_one_is_left_out(db: Database) -> None:
    for member_id, amount in ((1, 9), (2, 7), (3, 7), (4, 5)):
        db.run_sync(_earn, member_id, amount)
    assert [place.rank for place in _board(db, 1).top] == [1, 2, 2, 4]


def test_staff_and_owners_are_left_out_of_everybodys_board(db: Database) -> None:
    for member_id in (1, 2, OWNER):
        db.run_sync(_earn, member_id, 10)
    db.run_sync(members.grant_role, 2, Role.EXPERT, OWNER, NOW)
    found = _board(db, 1)
    assert [place.member_id for place in found.top] == [1]
    assert found.of_how_many == 1
    for staff in (2, OWNER):
        assert _board(db, staff).staff
        assert _board(db, staff).mine is None


def test_a_hidden_member_is_seen_by_nobody_but_themselves(db: Database) -> None:
    for member_id in (1, 2, 3):
        db.run_sync(_earn, member_id, 10 * member_id)
    db.run_sync(members.set_hidden, 3, True)
    others = _board(db, 1)
    assert [place.member_id for place in others.top] == [2, 1]
    assert others.of_how_many == 2
    own = _board(db, 3)
    assert own.hidden
    assert own.mine is not None
    assert own.mine.rank == 1


def test_who_has_no_points_does_not_appear(db: Database) -> None:
    db.run_sync(_earn, 1, 10)
    db.run_sync(make_person, 2)
    db.run_sync(award, make_movement(0, member_id=2), ECONOMY)
    found = _board(db, 2)
    assert (found.mine, found.around, found.of_how_many) == (None, (), 1)


def test_an_empty_board_is_empty(db: Database) -> None:
    db.run_sync(make_person, 1)
    found = _board(db, 1)
    assert (found.top, found.of_how_many) == ((), 0)


def test_each_span_counts_its_own_days(db: Database) -> None:
    db.run_sync(_earn, 1, 10, date(2026, 9, 30))
    db.run_sync(_earn, 1, 20, date(2026, 10, 1))
    db.run_sync(_earn, 1, 30, date(2026, 11, 20))

    def points(span: Span, day: date) -> list[int]:
        return [place.points for place in _board(db, 1, span, day).top]

    assert points(Span.WEEK, TODAY) == [30]
    assert points(Span.SEASON, TODAY) == [50]
    assert points(Span.ALL, TODAY) == [60]
    assert points(Span.WEEK, date(2026, 11, 23)) == []
    assert points(Span.SEASON, date(2027, 1, 1)) == []


def test_spending_loses_no_place(db: Database) -> None:
    db.run_sync(_earn, 1, 20)
    db.run_sync(_earn, 2, 10)
    db.run_sync(award, make_movement(-20, reason=Reason.DEDUCTION), ECONOMY)
    assert [place.member_id for place in _board(db, 2).top] == [1, 2]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("小林", "小林"),
        ("一二三四五六七八九十", "一二三四五六七八九十"),
        ("一二三四五六七八九十一", "一二三四五六七八九…"),
        ("\u202eevil\u202c", "evil"),
        ("a\n\nb", "a b"),
        ("\u200b", "—"),
    ],
)
def test_a_name_is_short_and_cannot_disturb_the_lines(name: str, shown: str) -> None:
    assert short_name(name) == shown

from sqlmodel import Session

from bot.members.roles import Role
from bot.review.verifying import Verified, Wondered, verify
from db.repositories import members
from db.session import Database
from tests.factories.review import MEMBER, NOW, OPERATOR, OWNER


def _name(session: Session, member_id: int, username: str, first_name: str) -> None:
    names = {"first_name": first_name, "last_name": None, "username": username}
    members.save(session, member_id, NOW, **names)


def _ask(session: Session, **who: object) -> Verified:
    return verify(session, Wondered(**who), (OWNER,))  # type: ignore[arg-type]


def test_staff_are_named_with_their_role_by_id_and_by_username(house: Database) -> None:
    def play(session: Session) -> None:
        _name(session, OPERATOR, "su_qiao", "苏乔")
        for who in ({"member_id": OPERATOR}, {"username": "Su_Qiao"}):
            found = _ask(session, **who)
            assert (found.role, found.name) == (Role.OPERATOR, "苏乔")
        assert _ask(session, member_id=OWNER).role is Role.OWNER

    house.run_sync(play)


def test_a_known_member_and_a_stranger_get_the_same_answer(small_house: Database) -> None:
    def play(session: Session) -> None:
        _name(session, MEMBER, "lin_xm", "小林")
        assert _ask(session, username="lin_xm") == _ask(session, username="nobody_here")
        assert _ask(session, member_id=MEMBER) == Verified()

    small_house.run_sync(play)


def test_a_look_alike_is_warned_of_and_a_display_name_proves_nothing(small_house: Database) -> None:
    def play(session: Session) -> None:
        _name(session, OPERATOR, "su_qiao", "苏乔")
        assert _ask(session, username="su_qlao").like == "苏乔"
        found = _ask(session, member_id=99, name="苏乔（官方客服）")
        assert (found.role, found.like) == (None, "苏乔")

    small_house.run_sync(play)

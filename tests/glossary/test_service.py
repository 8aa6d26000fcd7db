"""The wish list of the glossary."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from bot.glossary.service import WISHES_A_DAY, Wished, drop_wish, wish, wished
from db.models import Member
from db.session import Database
from tests.briefs.newsrooms import GATE
from tests.factories.members import make_member

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
WORD = "量子套利差"


def ask(session: Session, word: str, member_id: int = 7, now: datetime = NOW) -> bool:
    if session.get(Member, member_id) is None:
        make_member(session, member_id)
    return wish(session, GATE, word, member_id, now)


def test_a_word_counts_once_for_each_member_and_the_most_wanted_come_first(db: Database) -> None:
    def scene(session: Session) -> tuple[Wished, ...]:
        for member in (7, 7, 8):
            assert ask(session, WORD, member)
        assert ask(session, "影子抵押物", 9)
        return wished(session)

    assert db.run_sync(scene) == (Wished(WORD, 2), Wished("影子抵押物", 1))


def test_what_the_glossary_knows_by_now_is_no_wish(db: Database) -> None:
    def scene(session: Session) -> tuple[Wished, ...]:
        ask(session, "市盈率")
        return wished(session)

    assert db.run_sync(scene) == ()


def test_what_is_no_word_or_breaks_a_rule_is_not_kept(db: Database) -> None:
    def scene(session: Session) -> list[bool]:
        return [ask(session, word) for word in ("", "长", "长" * 21, "加微信稳赚不赔内幕")]

    assert db.run_sync(scene) == [False] * 4


def test_one_member_fills_no_list(db: Database) -> None:
    def scene(session: Session) -> list[bool]:
        taken = [ask(session, f"新词{n}") for n in range(WISHES_A_DAY + 1)]
        return [*taken, ask(session, "第二天", now=NOW + timedelta(days=1, hours=1))]

    assert db.run_sync(scene) == [True] * WISHES_A_DAY + [False, True]


def test_a_word_is_taken_off_once(db: Database) -> None:
    def scene(session: Session) -> list[bool]:
        ask(session, WORD)
        return [drop_wish(session, f" {WORD} "), drop_wish(session, WORD)]

    assert db.run_sync(scene) == [True, False]

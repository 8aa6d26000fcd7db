from sqlmodel import Session

from bot.points.history import PAGE, history
from db.session import Database
from tests.factories.points import make_person, make_points


def _many(session: Session, number: int) -> None:
    make_person(session, 1)
    for amount in range(1, number + 1):
        make_points(session, 1, amount)


def test_somebody_new_has_one_empty_page(db: Database) -> None:
    found = db.run_sync(history, 1)
    assert (found.entries, found.page, found.pages, found.balance) == ((), 1, 1, 0)


def test_the_newest_movements_come_first_eight_a_page(db: Database) -> None:
    db.run_sync(_many, 20)
    first, last = db.run_sync(history, 1), db.run_sync(history, 1, 3)
    assert [entry.amount for entry in first.entries] == list(range(20, 20 - PAGE, -1))
    assert [entry.amount for entry in last.entries] == [4, 3, 2, 1]
    assert (first.pages, first.balance) == (3, 210)


def test_a_page_that_is_not_there_becomes_the_nearest(db: Database) -> None:
    db.run_sync(_many, 9)
    assert db.run_sync(history, 1, 99).page == 2
    assert db.run_sync(history, 1, -5).page == 1

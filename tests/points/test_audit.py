from sqlalchemy import delete, update
from sqlmodel import Session, col

from bot.points.audit import Difference, audit_points
from bot.points.service import award
from db.models import Balance, Minted
from db.session import Database
from tests.factories.points import make_economy, make_movement, make_person


def _earn(session: Session, member_id: int, amount: int) -> None:
    make_person(session, member_id)
    award(session, make_movement(amount, member_id=member_id), make_economy())


def _plant(session: Session) -> None:
    session.execute(update(Balance).where(col(Balance.member_id) == 2).values(amount=99))
    session.execute(update(Balance).where(col(Balance.member_id) == 3).values(week_points=1))
    session.execute(delete(Balance).where(col(Balance.member_id) == 4))
    shard = col(Minted.shard) == 5
    session.execute(update(Minted).where(shard).values(amount=col(Minted.amount) + 7))


def test_an_untouched_ledger_has_no_differences(db: Database) -> None:
    for member_id in range(1, 6):
        db.run_sync(_earn, member_id, 10)
    assert db.run_sync(audit_points) == ()


def test_every_planted_difference_is_found_and_named(db: Database) -> None:
    for member_id in range(1, 6):
        db.run_sync(_earn, member_id, 10)
    db.run_sync(_plant)
    assert db.run_sync(audit_points) == (
        Difference("2", "balance", 99, 10),
        Difference("3", "week", 1, 10),
        Difference("4", "balance", 0, 10),
        Difference("4", "lifetime", 0, 10),
        Difference("2026Q4", "minted", 57, 50),
    )

from datetime import UTC, date, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect
from sqlmodel import Session, SQLModel

from bot.members.tiers import Binding
from bot.points.reasons import Reason
from db import migrate, models
from db.opening import open_database
from db.session import Database

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def _fill(session: Session) -> None:
    session.add(models.Member(id=1, first_name="甲", first_seen_at=NOW))
    session.add(models.Group(chat_id=-5, title="群", binding=Binding.VIP, first_seen_at=NOW))
    session.flush()
    session.add(
        models.LedgerEntry(
            member_id=1,
            amount=3,
            reason=Reason.CHECK_IN,
            rule="check-in",
            rule_version=1,
            actor_id=1,
            key="k",
            at=NOW,
            day=date(2026, 11, 20),
        )
    )
    session.add(models.Balance(member_id=1, amount=3, lifetime=3))


def test_models_and_the_newest_revision_agree(db: Database) -> None:
    with db.engine.connect() as connection:  # type: ignore[attr-defined]
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_every_migration_can_be_taken_back_with_rows_in_the_tables(database_url: str) -> None:
    database = open_database(database_url)
    database.run_sync(_fill)
    database.close()
    migrate.downgrade(database_url, "base")
    assert migrate.current(database_url) is None
    migrate.upgrade(database_url)
    assert migrate.current(database_url) == migrate.head()
    database = open_database(database_url)
    database.run_sync(_fill)
    database.close()


def test_every_table_of_the_models_exists_and_its_constraints_have_names(db: Database) -> None:
    inspector = inspect(db.engine)  # type: ignore[attr-defined]
    for table in SQLModel.metadata.tables.values():
        assert inspector.has_table(table.name)
        assert all(constraint.name for constraint in table.constraints)


def test_a_balance_below_zero_is_refused_by_the_database_itself(db: Database) -> None:
    def overdraw(session: Session) -> None:
        session.add(models.Member(id=1, first_name="甲", first_seen_at=NOW))
        session.flush()
        session.add(models.Balance(member_id=1, amount=-1, lifetime=0))

    with pytest.raises(Exception, match="never_negative"):
        db.run_sync(overdraw)

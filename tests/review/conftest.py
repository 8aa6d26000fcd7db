"""The house of the queue's tests: members, operators, their groups."""

from collections.abc import Iterator

import pytest

from db.opening import open_database
from db.session import Database
from tests.factories.review import make_house


@pytest.fixture
def house(db: Database) -> Database:
    """Return a database of either engine with people and groups."""
    db.run_sync(make_house)
    return db


@pytest.fixture
def small_house(sqlite_url: str) -> Iterator[Database]:
    """Return the same on SQLite alone, for what has no SQL of its own."""
    database = open_database(sqlite_url)
    database.run_sync(make_house)
    yield database
    database.close()

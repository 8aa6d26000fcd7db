"""The house of the desk's tests, on SQLite unless a test asks for both engines."""

from collections.abc import Iterator

import pytest

from db.opening import open_database
from db.session import Database
from tests.factories.experts import make_people


@pytest.fixture
def house(sqlite_url: str) -> Iterator[Database]:
    """Return a database with people and groups."""
    database = open_database(sqlite_url)
    database.run_sync(make_people)
    yield database
    database.close()


@pytest.fixture
def session(house: Database) -> Iterator[object]:
    """Return one transaction in such a database."""
    from sqlmodel import Session

    with Session(house.engine, expire_on_commit=False) as opened:  # type: ignore[attr-defined]
        yield opened

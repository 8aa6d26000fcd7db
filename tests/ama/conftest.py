"""AMAs have little SQL of their own: SQLite is enough, but where two race."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from bot.ama.desk import AmaDesk
from db.session import Database
from tests.factories.amas import make_ama_desk, make_audience


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture(scope="session")
def desk() -> AmaDesk:
    return make_ama_desk()


@pytest.fixture
def session(db: Database, database_url: str) -> Iterator[Session]:
    """Return a transaction of its own, in which an audience is there; nothing of it stays."""
    db.run_sync(make_audience)
    engine = create_engine(database_url)
    with Session(engine) as session:
        yield session
    engine.dispose()

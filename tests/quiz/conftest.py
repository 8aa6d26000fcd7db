"""The quiz has little SQL of its own that engines may read differently: most of it runs on one."""

from collections.abc import Iterator

import pytest

from db.opening import open_database
from db.session import Database
from tests.factories.quiz import make_player

ME, HE = 7, 8


@pytest.fixture
def db(sqlite_url: str) -> Iterator[Database]:
    database = open_database(sqlite_url)
    database.run_sync(make_player, ME)
    database.run_sync(make_player, HE, "小何")
    yield database
    database.close()

"""Handlers parse and render: SQLite is enough for them.

What they ask of the database runs on both engines in the tests of its services, and whole
conversations do in tests/e2e.
"""

import pytest


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url

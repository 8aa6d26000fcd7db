"""Statements of the hot path: built once for each engine, run on the connection itself.

Building a statement costs several times what SQLite takes to run it, and the ORM's way of
running it costs as much again. What every check-in asks is therefore prepared.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

Build = Callable[[Callable[..., Any]], Any]
"""Builds a statement on tables; it is given the engine's own `insert`, which knows conflicts."""


class Prepared:
    """One statement, called with a session and the values of its bind parameters."""

    def __init__(self, build: Build) -> None:
        self._for = cache(build)

    def __call__(self, session: Session, **values: Any) -> Any:
        """Run it; return the cursor's result."""
        connection = session.connection()
        insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        return connection.execute(self._for(insert), values)

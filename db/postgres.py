"""Postgres: a small pool of database threads, each transaction retried when it lost a race."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db.migrate import driver_url
from db.session import P, R, Transaction, finite

THREADS = 8
TRIES = 6
LOST_A_RACE = frozenset({"40001", "40P01"})
"""SQLSTATE of a serialisation failure and of a deadlock: safe to run again from the start."""


class PostgresDatabase:
    """One Postgres database."""

    def __init__(self, url: str) -> None:
        self.url = url
        # Pinged before use: after a restart of the server no transaction meets a dead connection.
        self.engine = create_engine(
            driver_url(url), pool_size=THREADS, max_overflow=0, pool_pre_ping=True
        )
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="db")

    async def run(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a write transaction; return its result once it is durable."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._threads, self._transact, lambda session: finite(work)(session, *args, **kwargs)
        )

    async def read(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a read transaction."""
        return await self.run(work, *args, **kwargs)

    def run_sync(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a write transaction from outside an event loop (CLI, tests)."""
        return self._transact(lambda session: work(session, *args, **kwargs))

    def read_sync(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a read transaction from outside an event loop, keeping nobody waiting."""
        return self.run_sync(work, *args, **kwargs)

    def close(self) -> None:
        """Finish what is queued and close every connection."""
        self._threads.shutdown()
        self.engine.dispose()

    def _transact(self, work: Callable[[Session], R]) -> R:
        for left in reversed(range(TRIES)):
            try:
                with Session(self.engine, expire_on_commit=False) as session, session.begin():
                    return work(session)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in LOST_A_RACE or not left:
                    raise
        raise AssertionError("unreachable")

"""SQLite: one writer thread that commits in groups, and readers of their own.

SQLite takes one writer at a time, so writers in a pool only wait for each other. Instead one
thread takes whatever is queued (at most 64 jobs), runs each in a savepoint of one
transaction, commits once, and only then hands out the results: many check-ins, one fsync.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from db.session import P, R, Transaction, finite

GROUP_SIZE = 64
READERS = 4
BUSY_SECONDS = 15


@dataclass(slots=True)
class _Job:
    work: Callable[[Session], Any]
    future: "Future[Any]" = field(default_factory=Future)
    outcome: Any = None
    error: BaseException | None = None


class SQLiteDatabase:
    """One SQLite file."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _engine(url, begin="BEGIN IMMEDIATE")
        self._reading = _engine(url, begin="BEGIN", pragmas=("query_only = ON",))
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="db-read")
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        self._writer = threading.Thread(target=self._write, name="db-write", daemon=True)
        self._writer.start()

    async def run(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a write transaction; return its result once it is durable."""
        result: R = await asyncio.wrap_future(self._submit(work, *args, **kwargs))
        return result

    async def read(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a read transaction on a connection that cannot write."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._readers, self._read, lambda session: finite(work)(session, *args, **kwargs)
        )

    def run_sync(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a write transaction from outside an event loop (CLI, tests)."""
        result: R = self._submit(work, *args, **kwargs).result()
        return result

    def read_sync(self, work: Transaction[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` in a read transaction from outside an event loop, keeping nobody waiting."""
        return self._read(lambda session: work(session, *args, **kwargs))

    def close(self) -> None:
        """Finish what is queued and close every connection."""
        self._closed = True
        self._jobs.put(None)
        self._writer.join()
        self._readers.shutdown()
        self._reading.dispose()
        self.engine.dispose()

    def _submit(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> "Future[Any]":
        if self._closed:
            raise RuntimeError("the database is closed")
        job = _Job(lambda session: finite(work)(session, *args, **kwargs))
        self._jobs.put(job)
        return job.future

    def _read(self, work: Callable[[Session], R]) -> R:
        with Session(self._reading, expire_on_commit=False) as session:
            return work(session)

    def _write(self) -> None:
        while (job := self._jobs.get()) is not None:
            group, stopping = self._group(job)
            # From here on a caller who gives up no longer takes the job back: whoever did so
            # before is left out, and whoever does later finds the result ignored.
            wanted = [job for job in group if job.future.set_running_or_notify_cancel()]
            if wanted:
                _commit(self.engine, wanted)
            for done in wanted:
                _release(done)
            if stopping:
                return

    def _group(self, first: _Job) -> tuple[list[_Job], bool]:
        """Take what has queued up meanwhile; never wait for more."""
        group = [first]
        while len(group) < GROUP_SIZE:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                return group, True
            group.append(job)
        return group, False


def _commit(engine: Engine, group: list[_Job]) -> None:
    try:
        with engine.connect() as connection, connection.begin():
            for job in group:
                _run_in_savepoint(connection, job)
    except BaseException as error:  # noqa: BLE001 - nothing of the group is durable: tell each
        for job in group:
            job.error = job.error or error


def _run_in_savepoint(connection: Connection, job: _Job) -> None:
    connection.exec_driver_sql("SAVEPOINT job")
    try:
        with Session(
            connection, expire_on_commit=False, join_transaction_mode="rollback_only"
        ) as session:
            job.outcome = job.work(session)
            session.flush()
        connection.exec_driver_sql("RELEASE job")
    except BaseException as error:  # noqa: BLE001 - one job's failure is its own
        job.error = error
        connection.exec_driver_sql("ROLLBACK TO job")
        connection.exec_driver_sql("RELEASE job")


def _release(job: _Job) -> None:
    if job.error is not None:
        job.future.set_exception(job.error)
    else:
        job.future.set_result(job.outcome)


def _engine(url: str, begin: str, pragmas: tuple[str, ...] = ()) -> Engine:
    path = url.removeprefix("sqlite:///")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=READERS,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: object) -> None:
        raw.isolation_level = None  # transactions begin where we say so, see _begin
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", *pragmas):
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine

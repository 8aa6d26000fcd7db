"""Being alive: a lease that every process renews, by which others know whom it left behind."""

import asyncio
import fcntl
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

import structlog
from sqlmodel import Session

from bot.clock import Clock
from db.repositories import leases
from db.session import Database

log = structlog.get_logger()
LEASE_SECONDS = 15
BEAT_SECONDS = 4


class AlreadyRunningError(Exception):
    """Another process serves this SQLite file; the text is the one sentence to show."""


class Presence:
    """This process's heartbeat in the database."""

    def __init__(self, db: Database, clock: Clock, holder: str) -> None:
        self._db = db
        self._clock = clock
        self._holder = holder
        self._lock: IO[str] | None = None

    async def begin(self) -> None:
        """Take the lease; on SQLite, where one process serves, end every other's."""
        alone = self._lock_file()
        await self._db.run(_begin, self._holder, self._clock.now(), alone)

    async def beat(self) -> None:
        """Renew the lease until cancelled."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            try:
                await self._db.run(_renew, self._holder, self._clock.now())
            except Exception as error:  # noqa: BLE001 - the edge: the next beat may succeed
                log.error("presence.missed", error=repr(error))

    async def end(self) -> None:
        """Give every lease back."""
        await self._db.run(leases.release_all, self._holder)
        if self._lock is not None:
            self._lock.close()

    def _lock_file(self) -> bool:
        """Lock the SQLite file against a second bot; a lock dies with its process."""
        if not self._db.url.startswith("sqlite:///"):
            return False
        path = Path(self._db.url.removeprefix("sqlite:///") + ".lock")
        self._lock = path.open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunningError(
                f"Another bot is running on {path.with_suffix('')}: stop it first, "
                "or use Postgres to run several."
            ) from None
        return True


def _begin(session: Session, holder: str, now: datetime, alone: bool) -> None:
    if alone:
        leases.release_others(session, holder)
    _renew(session, holder, now)


def _renew(session: Session, holder: str, now: datetime) -> None:
    leases.take(session, f"process:{holder}", holder, now, now + timedelta(seconds=LEASE_SECONDS))

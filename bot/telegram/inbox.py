"""The durable inbox: an update is ours only once it is stored.

`store` commits raw updates before anyone acknowledges them to Telegram; each then goes to the
dispatcher exactly once. What a dead process left unfinished is taken over and goes again:
effects are keyed, so going again is harmless.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlmodel import Session
from telegram import Bot, Update

from bot.archive import service as archive
from bot.clock import Clock
from bot.delivery.alerts import Alerts
from bot.i18n import Say
from bot.telegram.intake_state import MOST_DEATHS, MOST_FAILURES
from db.models.inbox import InboxUpdate
from db.repositories import inbox, leases
from db.session import Database

log = structlog.get_logger()
FINISH_EVERY_SECONDS = 0.05
AWAY_SECONDS = 2.0
TAKEN_AT_ONCE = 500
PROCESS_LEASE = "process:"


@dataclass(frozen=True, slots=True)
class Received:
    """A stored update on its way to the dispatcher.

    `resumed`: a process that is gone left it unfinished. `deaths`: how many processes began
    it again and did not come back to tell.
    """

    update_id: int
    raw: dict[str, Any]
    received_at: datetime
    resumed: bool = False
    deaths: int = 0

    def parse(self, bot: Bot) -> Update:
        """Return the library's view of it; raises on what the library cannot read."""
        update = Update.de_json(dict(self.raw), bot)
        if update is None:
            raise ValueError(self.update_id)
        return update


Finished = tuple[int | None, list[archive.Said]]
"""An update that is done, or none, and what was said to it."""


class Inbox:
    """Stores, hands on, resumes and finishes updates."""

    def __init__(self, db: Database, clock: Clock, holder: str, alerts: Alerts) -> None:
        self._alerts = alerts
        self._db = db
        self._clock = clock
        self._holder = holder
        self._finished: list[Finished] = []
        self._flushing = asyncio.Lock()

    async def store(self, raws: Sequence[dict[str, Any]]) -> list[Received]:
        """Make updates durable; return those that were not known before, in their order."""
        known = {raw["update_id"]: raw for raw in raws if isinstance(raw.get("update_id"), int)}
        if not known:
            return []
        usable, now = list(known.values()), self._clock.now()
        new = await self._db.run(_store, usable, self._holder, now)
        return [Received(raw["update_id"], raw, now) for raw in usable if raw["update_id"] in new]

    async def resume(self) -> list[Received]:
        """Take over what processes that are gone left unfinished, and what was ours before."""
        rows: list[InboxUpdate] = []
        # All of it before anything newer is handled: a person's order holds through a crash.
        while taken := await self._db.run(
            _take_over, self._holder, self._clock.now(), self._alerts, TAKEN_AT_ONCE
        ):
            rows += taken
        if rows:
            log.info("inbox.resumed", count=len(rows))
        return [
            Received(row.update_id, row.raw, row.received_at, resumed=True, deaths=row.deaths)
            for row in rows
            if row.deaths < MOST_DEATHS
        ]

    async def begin_again(self, update_id: int) -> None:
        """Count a death before the attempt, so that an update that kills us is found out."""
        await self._db.run(inbox.suspect, update_id)

    async def spare(self, update_ids: Collection[int]) -> None:
        """Take back the death counted for updates that an orderly stop cut off."""
        await self._db.run(inbox.absolve, update_ids)

    async def failed(self, update_id: int, error: str) -> bool:
        """Count a failed attempt; tell whether the update is set aside now."""
        return await self._db.run(_failed, update_id, error, self._alerts, self._clock.now())

    def finish(self, update_id: int, kept: list[archive.Said]) -> None:
        """Note that nothing is left to do; written with others in a moment."""
        self._finished.append((update_id, kept))

    def keep(self, kept: list[archive.Said]) -> None:
        """Note what was said in an attempt that did not come to its end."""
        if kept:
            self._finished.append((None, kept))

    async def flush(self) -> None:
        """Write what was finished since the last time; what cannot be written waits."""
        async with self._flushing:
            finished, self._finished = self._finished, []
            if not finished:
                return
            try:
                await self._db.run(_finish, finished, self._clock.now())
            except Exception:
                self._finished = finished + self._finished
                raise

    async def flush_forever(self) -> None:
        """Write finished updates many at a time."""
        while True:
            await asyncio.sleep(FINISH_EVERY_SECONDS)
            try:
                await self.flush()
            except Exception as error:  # noqa: BLE001 - the edge: the database is away
                log.error("inbox.not_finished", error=repr(error))
                await asyncio.sleep(AWAY_SECONDS)


def _store(
    session: Session, raws: Sequence[dict[str, Any]], holder: str, now: datetime
) -> set[int]:
    new = inbox.add(session, raws, holder, now)
    archive.receive(session, [raw for raw in raws if raw["update_id"] in new], now)
    return new


def _take_over(
    session: Session, holder: str, now: datetime, alerts: Alerts, limit: int
) -> list[InboxUpdate]:
    alive = leases.alive(session, PROCESS_LEASE, now) | {holder}
    rows = inbox.claim_orphans(session, alive, holder, limit)
    for row in rows:
        if row.deaths >= MOST_DEATHS:
            inbox.set_aside(session, row.update_id)
            _tell(session, row.update_id, "process-died", alerts, now)
    return rows


def _failed(session: Session, update_id: int, error: str, alerts: Alerts, now: datetime) -> bool:
    if inbox.count_failure(session, update_id, error[:2000]) < MOST_FAILURES:
        return False
    inbox.set_aside(session, update_id)
    _tell(session, update_id, error, alerts, now)
    return True


def _tell(session: Session, update_id: int, error: str, alerts: Alerts, now: datetime) -> None:
    say = Say("alert-set-aside", update=str(update_id), error=error[:200])
    alerts.raise_in(session, f"set-aside:{update_id}", say, now)


def _finish(session: Session, finished: Sequence[Finished], now: datetime) -> None:
    done = [update_id for update_id, _ in finished if update_id is not None]
    inbox.mark_done(session, done, now)
    kept = [said for _, many in finished for said in many]
    if kept:
        archive.keep(session, kept)


Submit = Callable[[Received], None]

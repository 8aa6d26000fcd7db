"""The sender: takes due deliveries out of the outbox, one process at a time.

claim (commit) → send → confirm (commit). A crash between the first and the last leaves the
delivery `sending` under a dead holder, and it becomes `unknown`: never sent again blindly.
"""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from sqlmodel import Session

from bot import metrics
from bot.clock import Clock
from bot.delivery import settlement
from bot.delivery.lanes import DeliveryState
from bot.delivery.outcome import Lost, NeverLeft, Outcome
from bot.delivery.pacing import Pace
from db.models.delivery import Delivery
from db.repositories import deliveries, leases
from db.session import Database

log = structlog.get_logger()
LEASE = "sender"
LEASE_SECONDS = 15
LOOK_EVERY_SECONDS = 1.0
BATCH = 40
AT_ONCE = 20
MOST_BLOCKED = 500
"""Chats without room that one round steps over; beyond that it starts again from the top."""
SETTLE_PAUSES_SECONDS = (1, 5, 15, 60)


class Courier(Protocol):
    """Whoever speaks to the network."""

    async def deliver(self, delivery: Delivery, picture: bytes | None) -> Outcome:
        """Make one attempt and tell what came of it."""


class OutboxSender:
    """Sends what the outbox holds, at the network's pace."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        courier: Courier,
        pace: Pace,
        holder: str,
        books: settlement.Books,
    ) -> None:
        self._db = db
        self._clock = clock
        self._courier = courier
        self._pace = pace
        self._holder = holder
        self._books = books
        self._wake = asyncio.Event()
        self._stopping = False
        self._in_hand: dict[asyncio.Task[None], int] = {}

    def wake(self) -> None:
        """Look now: something was queued."""
        self._wake.set()

    async def run(self) -> None:
        """Send until `stop`; only while holding the lease of this bot's one sender."""
        while not self._stopping:
            wait = LOOK_EVERY_SECONDS
            try:
                if await self._db.run(_hold_lease, self._holder, self._clock.now()):
                    wait = await self._round()
            except Exception as error:  # the edge: the next round comes
                log.error("outbox.round_failed", error=repr(error), exc_info=error)
            await self._rest(wait)

    async def stop(self, seconds: float) -> None:
        """Take nothing new; wait for what is in hand."""
        self._stopping = True
        self._wake.set()
        if self._in_hand:
            await asyncio.wait(self._in_hand, timeout=seconds)

    async def _round(self) -> float:
        """Send what is due; return how long to rest."""
        await self._settle_stranded()
        blocked: dict[int, float] = {}
        while len(blocked) < MOST_BLOCKED and (due := await self.take_due(blocked)):
            for delivery in due:
                if delivery.chat_id in blocked:
                    continue
                if no_room := self._pace.overall_wait(asyncio.get_running_loop().time()):
                    return no_room
                wait = await self._start(delivery)
                if wait > 0:
                    blocked[delivery.chat_id] = wait
        return min([LOOK_EVERY_SECONDS, *blocked.values()])

    async def take_due(self, blocked: Collection[int]) -> list[Delivery]:
        """Return what is due in chats that are not blocked; nothing once the lease is lost."""
        return await self._db.run(
            _due, self._holder, self._clock.now(), tuple(blocked), self._books
        )

    async def _settle_stranded(self) -> None:
        in_hand = tuple(self._in_hand.values())
        await self._db.run(_settle_stranded, self._holder, self._clock.now(), self._books, in_hand)

    async def _start(self, delivery: Delivery) -> float:
        """Take a delivery in hand; return the seconds to wait if its chat has no room yet."""
        if len(self._in_hand) >= AT_ONCE:
            await asyncio.wait(self._in_hand, return_when=asyncio.FIRST_COMPLETED)
        if self._stopping:
            return LOOK_EVERY_SECONDS
        if delivery.useless_after is not None and delivery.useless_after <= self._clock.now():
            return 0.0  # while it waited for a place; the next look lets it expire
        wait = self._wait_for(delivery)
        if wait > 0:
            return wait
        if await self._db.run(deliveries.claim, delivery.id, self._holder):
            delivery.state, delivery.attempts = DeliveryState.SENDING, delivery.attempts + 1
            task = asyncio.create_task(self._deliver(delivery))
            self._in_hand[task] = delivery.id
            task.add_done_callback(self._in_hand.pop)
        return 0.0

    def _wait_for(self, delivery: Delivery) -> float:
        """Take a place in the pace; return the seconds to wait where there is none yet."""
        now = asyncio.get_running_loop().time()
        if delivery.act.speaks:
            return self._pace.try_take(delivery.chat_id, now)
        return self._pace.closed(delivery.chat_id, now)

    async def _deliver(self, delivery: Delivery) -> None:
        outcome = await self._attempt(delivery)
        for pause in SETTLE_PAUSES_SECONDS:
            try:
                state = await self._db.run(
                    settlement.settle_outcome, delivery, outcome, self._clock.now(), self._books
                )
            except Exception as error:  # noqa: BLE001 - the database is away: what we know must wait
                log.error("outbox.not_settled", key=delivery.send_key, error=repr(error))
                await asyncio.sleep(pause)
            else:
                log.info("outbox.attempt", key=delivery.send_key, state=state.value)
                metrics.DELIVERIES.labels(state.value).inc()
                return

    async def _attempt(self, delivery: Delivery) -> Outcome:
        try:
            picture = await self._picture_of(delivery)
        except Exception as error:  # noqa: BLE001 - the database is away: nothing was sent
            log.error("outbox.no_picture", key=delivery.send_key, error=repr(error))
            return NeverLeft()
        try:
            return await self._courier.deliver(delivery, picture)
        except Exception as error:
            log.error("outbox.attempt_broke", key=delivery.send_key, exc_info=error)
            return Lost(type(error).__name__)

    async def _picture_of(self, delivery: Delivery) -> bytes | None:
        if delivery.picture is None:
            return None
        return await self._db.read(deliveries.picture, delivery.picture)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), max(seconds, 0.01))
        except TimeoutError:
            return
        self._wake.clear()


def _hold_lease(session: Session, holder: str, now: datetime) -> bool:
    return leases.take(session, LEASE, holder, now, now + timedelta(seconds=LEASE_SECONDS))


def _due(
    session: Session, holder: str, now: datetime, blocked: tuple[int, ...], books: settlement.Books
) -> list[Delivery]:
    # A round may take longer than the lease lasts.
    if not _hold_lease(session, holder, now):
        return []
    found = []
    for delivery in deliveries.due(session, now, BATCH, blocked):
        if delivery.useless_after is not None and delivery.useless_after <= now:
            settlement.expire(session, delivery, now, books)
        else:
            found.append(delivery)
    return found


def _settle_stranded(
    session: Session,
    holder: str,
    now: datetime,
    books: settlement.Books,
    in_hand: tuple[int, ...],
) -> None:
    alive = leases.alive(session, "process:", now) | {holder}
    for delivery in deliveries.stranded(session, alive, in_hand, holder):
        settlement.strand(session, delivery, now, books)

"""The dispatcher: one person's updates one after another, different people's side by side.

It is the edge where every error of an update ends: refused with a sentence, tried again, or
set aside after three attempts with an alert. Nothing that a user sends can stop it.
"""

import asyncio
from collections import deque
from itertools import chain, repeat
from typing import Any

import structlog
from telegram.error import Forbidden, TelegramError

from bot import metrics
from bot.errors import BellError
from bot.i18n import Say
from bot.members.service import note_unreachable
from bot.telegram.house import House
from bot.telegram.inbox import Inbox, Received
from bot.telegram.router import Router
from bot.telegram.turn import StoppedError, Turn

log = structlog.get_logger()
PAUSES_SECONDS = (0.2, 1.0)
PATIENT_PAUSE_SECONDS = 15.0


class Dispatcher:
    """Runs stored updates through the router."""

    def __init__(self, house: House, inbox: Inbox, router: Router) -> None:
        self._house = house
        self._inbox = inbox
        self._router = router
        self._queues: dict[int, deque[Received]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._suspects = asyncio.Lock()
        self._counted: set[int] = set()

    def submit(self, received: Received) -> None:
        """Queue an update behind the earlier ones of the same person.

        By its number, for two calls of the webhook, or a new update and one that is resumed,
        may come in the wrong order; only what is in hand already cannot be overtaken.
        """
        key = _key(received.raw)
        queue = self._queues.get(key)
        if queue is not None:
            place = len(queue)
            while place > 1 and queue[place - 1].update_id > received.update_id:
                place -= 1
            queue.insert(place, received)
            return
        self._queues[key] = deque([received])
        worker = asyncio.create_task(self._work(key))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    @property
    def waiting(self) -> int:
        """Return how many updates are queued or being handled."""
        return sum(len(queue) for queue in self._queues.values())

    async def drain(self, seconds: float) -> None:
        """Wait for what is in hand; what does not end in time is resumed at the next start."""
        if self._workers:
            await asyncio.wait(self._workers, timeout=seconds)
        cut_off = list(self._workers)
        for worker in cut_off:
            worker.cancel()
        await asyncio.gather(*cut_off, return_exceptions=True)
        if self._counted:
            await self._inbox.spare(self._counted)
            self._counted.clear()
        await self._inbox.flush()

    async def _work(self, key: int) -> None:
        queue = self._queues[key]
        while queue:
            await self._handle(queue[0])
            queue.popleft()
        del self._queues[key]

    async def _handle(self, received: Received) -> None:
        """Try until it is handled or set aside; while the database is away, that takes long."""
        for pause in chain(PAUSES_SECONDS, repeat(PATIENT_PAUSE_SECONDS)):
            try:
                await self._begin(received)
            except (Exception, asyncio.CancelledError) as error:
                # The edge: no update may stop the rest. Something inside may have been
                # cancelled, but when it is this worker, its updates are resumed elsewhere.
                if _is_being_cancelled():
                    raise
                if await self._failed(received, error):
                    return
                await asyncio.sleep(pause)
            else:
                return

    async def _begin(self, received: Received) -> None:
        """Attempt an update; one that may have killed a process goes alone, and counted first."""
        if not received.resumed:
            await self._attempt(received)
        elif not received.deaths:
            await self._attempt_counted(received)
        else:
            async with self._suspects:
                await self._attempt_counted(received)
                await self._inbox.flush()  # cleared of suspicion before the next one is tried

    async def _attempt_counted(self, received: Received) -> None:
        await self._inbox.begin_again(received.update_id)
        self._counted.add(received.update_id)
        try:
            await self._attempt(received)
        except Exception:
            self._counted.discard(received.update_id)
            raise
        self._counted.discard(received.update_id)

    async def _attempt(self, received: Received) -> None:
        turn = Turn(self._house, received.parse(self._house.speaker.bot), received.received_at)
        try:
            await self._carry_out(turn)
        except BaseException:
            self._inbox.keep(turn.kept)  # what was said was said, however this ended
            raise
        self._inbox.finish(received.update_id, turn.kept)
        metrics.UPDATES.labels("done").inc()
        metrics.ANSWER_SECONDS.observe(
            (self._house.clock.now() - received.received_at).total_seconds()
        )

    async def _carry_out(self, turn: Turn) -> None:
        """Let the handler act and speak; that an answer did not get through undoes nothing."""
        try:
            try:
                await self._router.route(turn)
            except BellError as error:
                await _refuse(turn, error)
        except StoppedError:
            log.info("message.removed", update=turn.update.update_id)
        except Forbidden as error:
            await self._unreachable(turn, error)
        except TelegramError as error:
            # The effect is committed; only the answer could not be given.
            if not turn.acted:
                raise
            log.warning("reply.failed", update=turn.update.update_id, error=str(error))

    async def _unreachable(self, turn: Turn, error: Forbidden) -> None:
        log.info("reply.forbidden", update=turn.update.update_id, error=str(error))
        if turn.private and turn.person is not None:
            await self._house.db.run(note_unreachable, turn.person.id, self._house.clock.now())

    async def _failed(self, received: Received, error: BaseException) -> bool:
        metrics.UPDATES.labels("failed").inc()
        log.error("update.failed", update=received.update_id, error=repr(error), exc_info=error)
        try:
            return await self._inbox.failed(received.update_id, repr(error))
        except Exception as second:  # noqa: BLE001 - the database itself is away: resumed later
            log.error("update.unrecorded", update=received.update_id, error=repr(second))
            return False


async def _refuse(turn: Turn, error: BellError) -> None:
    """Tell a person in one sentence what was wrong and what is allowed."""
    if not turn.acted:
        await turn.notice()
    if turn.chat is None or turn.person is None:
        return
    sentence = Say(f"error-{error.code}", **error.fields)
    if turn.update.callback_query is not None:
        await turn.answer(sentence, alert=True)
    else:
        await turn.reply(sentence)


def _is_being_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _key(raw: dict[str, Any]) -> int:
    """Return whose turn it is: the person's id, else the chat's, else the update's own."""
    for event in raw.values():
        if isinstance(event, dict):
            for holder in (event.get("from"), event.get("user"), event.get("chat")):
                if isinstance(holder, dict) and isinstance(holder.get("id"), int):
                    return int(holder["id"])
    return -int(raw["update_id"])

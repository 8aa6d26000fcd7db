import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram.error import InvalidToken

from bot.telegram import poller as polling
from bot.telegram.inbox import Received
from bot.telegram.poller import Poller
from db.models import InboxUpdate
from tests.factories.updates import make_said
from tests.fixtures.telegram import Refusal, Rig


class Telegram:
    """Answers getUpdates from a list; the last entry ends the test's patience."""

    def __init__(self, rig: Rig) -> None:
        self.asked: list[int | None] = []
        self.script: list[Any] = []
        self.dry = asyncio.Event()
        self.submitted: list[Received] = []
        rig.request.answers["getUpdates"] = self.answer

    def answer(self, given: dict[str, Any]) -> Any:
        self.asked.append(given.get("offset"))
        if not self.script:
            self.dry.set()
            raise Refusal(502, "Bad Gateway", {})
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        return step


@pytest.fixture
def telegram(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> Telegram:
    monkeypatch.setattr(polling, "PAUSES_SECONDS", (0.001,))
    return Telegram(rig)


@pytest.fixture
async def poller(rig: Rig, telegram: Telegram) -> AsyncIterator[asyncio.Task[None]]:
    bot = rig.house.speaker.bot
    made = Poller(bot, rig.request, rig.inbox, telegram.submitted.append)
    with capture_logs():
        yield made  # type: ignore[misc]


async def _poll(poller: Any, telegram: Telegram) -> None:
    running = asyncio.create_task(poller.run())
    await asyncio.wait(
        {running, asyncio.create_task(telegram.dry.wait())},
        timeout=5,
        return_when=asyncio.FIRST_COMPLETED,
    )
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_updates_are_stored_before_the_next_question_acknowledges_them(
    rig: Rig, telegram: Telegram, poller: Any
) -> None:
    first, second = make_said("a"), make_said("b")
    telegram.script = [[first, second]]
    await _poll(poller, telegram)
    assert telegram.asked[:2] == [None, second["update_id"] + 1]
    assert [received.raw for received in telegram.submitted] == [first, second]
    row = await rig.db.read(lambda session: session.get(InboxUpdate, first["update_id"]))
    assert row is not None


async def test_what_could_not_be_stored_is_not_acknowledged(
    rig: Rig, telegram: Telegram, poller: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = make_said("a")
    telegram.script = [[update], [update]]
    store, tries = rig.inbox.store, []

    async def away_once(raws: Any) -> list[Received]:
        tries.append(1)
        if len(tries) == 1:
            raise ConnectionError
        return await store(raws)

    monkeypatch.setattr(rig.inbox, "store", away_once)
    await _poll(poller, telegram)
    assert telegram.asked[:3] == [None, None, update["update_id"] + 1]
    assert len(telegram.submitted) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        Refusal(500, "Internal Server Error", {}),
        Refusal(409, "Conflict: terminated by other getUpdates request", {}),
        Refusal(429, "Too Many Requests", {"retry_after": 0.001}),
        Refusal(400, "Bad Request", {}),
    ],
)
async def test_troubles_are_waited_out(telegram: Telegram, poller: Any, trouble: Refusal) -> None:
    telegram.script = [trouble, [make_said("a")]]
    await _poll(poller, telegram)
    assert len(telegram.submitted) == 1


async def test_a_refused_token_ends_it(telegram: Telegram, poller: Any) -> None:
    telegram.script = [Refusal(401, "Unauthorized", {})]
    with pytest.raises(InvalidToken):
        await asyncio.wait_for(poller.run(), 5)

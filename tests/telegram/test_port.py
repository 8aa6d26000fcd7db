import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.telegram.inbox import Received
from bot.telegram.port import SECRET_HEADER, WEBHOOK_PATH, Port
from db.models import InboxUpdate
from tests.factories.updates import make_said
from tests.fixtures.network import free_port
from tests.fixtures.telegram import Rig

SECRET = "s" * 32


@dataclass
class Door:
    """The open port, and what came through it."""

    url: str
    session: aiohttp.ClientSession
    submitted: list[Received] = field(default_factory=list)

    async def post(self, body: Any, secret: str | None = SECRET) -> int:
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        given = {"json": body} if not isinstance(body, bytes) else {"data": body}
        async with self.session.post(self.url + WEBHOOK_PATH, headers=headers, **given) as answer:
            return answer.status

    async def get(self, path: str) -> tuple[int, str]:
        async with self.session.get(self.url + path) as answer:
            return answer.status, await answer.text()


@pytest.fixture
async def door(rig: Rig) -> AsyncIterator[Door]:
    number = free_port()
    async with aiohttp.ClientSession() as session:
        found = Door(f"http://127.0.0.1:{number}", session)

        async def healthy() -> bool:
            return not found.submitted

        port = Port(rig.inbox, found.submitted.append, SECRET, healthy)
        await port.open(f"127.0.0.1:{number}")
        yield found
        await port.close()


async def test_an_update_is_stored_before_telegram_gets_its_yes(rig: Rig, door: Door) -> None:
    update = make_said("hi")
    assert await door.post(update) == 200
    row = await rig.db.read(lambda session: session.get(InboxUpdate, update["update_id"]))
    assert row is not None
    assert [received.raw for received in door.submitted] == [update]


async def test_an_update_that_telegram_repeats_gets_its_yes_and_runs_once(
    rig: Rig, door: Door
) -> None:
    update = make_said("hi")
    assert await asyncio.gather(*(door.post(update) for _ in range(5))) == [200] * 5
    assert len(door.submitted) == 1


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "s", SECRET[:-1], "é" * 32])
async def test_whoever_does_not_know_the_secret_is_refused(door: Door, secret: str | None) -> None:
    assert await door.post(make_said("hi"), secret) == 403
    assert door.submitted == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 10])
async def test_what_is_no_json_is_refused(door: Door, body: bytes) -> None:
    assert await door.post(body) == 400


@pytest.mark.parametrize("body", [[], 7, b"null", {}, {"update_id": "7"}])
async def test_what_is_no_update_is_taken_and_forgotten(door: Door, body: Any) -> None:
    assert await door.post(body) == 200
    assert door.submitted == []


async def test_no_yes_while_the_database_is_away(
    rig: Rig, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(_raws: Any) -> list[Received]:
        raise ConnectionError

    monkeypatch.setattr(rig.inbox, "store", away)
    with capture_logs():
        assert await door.post(make_said("hi")) == 500
    assert door.submitted == []


async def test_health_and_figures_are_shown_without_a_secret(door: Door) -> None:
    assert (await door.get("/healthz"))[0] == 200
    status, figures = await door.get("/metrics")
    assert status == 200
    assert "bell_updates_total" in figures
    await door.post(make_said("hi"))
    assert (await door.get("/healthz"))[0] == 503


async def test_without_a_secret_there_is_no_webhook(rig: Rig) -> None:
    number = free_port()

    async def healthy() -> bool:
        return True

    port = Port(rig.inbox, lambda _received: None, "", healthy)
    await port.open(f"127.0.0.1:{number}")
    async with aiohttp.ClientSession() as session:
        assert await Door(f"http://127.0.0.1:{number}", session).post({}, "") == 404
    await port.close()


async def test_a_secret_of_bytes_that_are_no_text_is_refused_like_any_other(door: Door) -> None:
    host, port = door.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = f"POST {WEBHOOK_PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{SECRET_HEADER}: "
    writer.write(head.encode() + b"\xff\xfe\r\n\r\n{}")
    assert b" 403 " in await reader.readline()
    writer.close()

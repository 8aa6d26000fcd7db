"""The transport tells a request that never left from one whose answer was lost."""

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.telegram.request import AiohttpRequest, AnswerLostError, NotSentError, request_data
from tests.fixtures.network import free_port

TOKEN = "1234567890:SECRET" + "a" * 30
Peer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    made = AiohttpRequest()
    await made.initialize()
    yield made
    await made.shutdown()


async def _ask(transport: AiohttpRequest, port: int, **timeouts: float) -> tuple[int, bytes]:
    url = f"http://127.0.0.1:{port}/bot{TOKEN}/sendMessage"
    return await transport.do_request(url, "POST", request_data({"text": "x"}), **timeouts)


async def _served(peer: Peer) -> asyncio.Server:
    async def guarded(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await peer(reader, writer)
        writer.close()

    return await asyncio.start_server(guarded, "127.0.0.1", 0)


async def test_a_server_that_is_not_there_was_never_reached(request_: AiohttpRequest) -> None:
    with pytest.raises(NotSentError) as caught:
        await _ask(request_, free_port())
    _holds_no_token(caught.value)


async def test_a_connection_that_ends_without_an_answer_leaves_it_open(
    request_: AiohttpRequest,
) -> None:
    async def hang_up(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        return None

    async with await _served(hang_up) as server:
        with pytest.raises(AnswerLostError) as caught:
            await _ask(request_, server.sockets[0].getsockname()[1])
    _holds_no_token(caught.value)


async def test_an_answer_that_does_not_come_in_time_leaves_it_open(
    request_: AiohttpRequest,
) -> None:
    done = asyncio.Event()

    async def keep_waiting(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await done.wait()

    async with await _served(keep_waiting) as server:
        with pytest.raises(AnswerLostError) as caught:
            await _ask(request_, server.sockets[0].getsockname()[1], read_timeout=0.05)
        done.set()
    _holds_no_token(caught.value)


async def test_an_answer_that_is_cut_off_leaves_it_open(request_: AiohttpRequest) -> None:
    async def cut(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        await writer.drain()

    async with await _served(cut) as server:
        with pytest.raises(AnswerLostError):
            await _ask(request_, server.sockets[0].getsockname()[1])


async def test_a_transport_that_is_not_open_sends_nothing() -> None:
    with pytest.raises(NotSentError):
        await _ask(AiohttpRequest(), 1)


async def test_an_address_that_cannot_be_read_shows_no_token(request_: AiohttpRequest) -> None:
    with pytest.raises((NotSentError, AnswerLostError)) as caught:
        await request_.do_request(f"http://[::1/bot{TOKEN}/getMe", "POST")
    _holds_no_token(caught.value)


def _holds_no_token(error: BaseException) -> None:
    assert "SECRET" not in "".join(traceback.format_exception(error))

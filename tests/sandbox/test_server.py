import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.cast import BOT_TOKEN, LIN, NEWBIE_GROUP
from bot.sandbox.hall import Hall
from bot.sandbox.refusals import NotLoopbackError
from bot.sandbox.server import HallServer


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as ready:
        yield ready


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.com", ""])
def test_the_server_refuses_to_listen_where_others_could_reach_it(hall: Hall, host: str) -> None:
    with pytest.raises(NotLoopbackError):
        HallServer(hall, host)


@pytest.mark.parametrize("form", ["json", "urlencoded", "multipart", "query"])
async def test_a_call_may_come_in_any_of_telegrams_forms(
    server: HallServer, session: aiohttp.ClientSession, form: str
) -> None:
    values = {"chat_id": NEWBIE_GROUP, "text": "你好", "disable_notification": True}
    texts = {name: str(value) for name, value in values.items()}
    arguments: dict[str, Any] = {"json": values}
    if form == "urlencoded":
        arguments = {"data": texts}
    elif form == "multipart":
        data = aiohttp.FormData(texts, default_to_multipart=True)
        data.add_field("reply_markup", json.dumps({"inline_keyboard": []}))
        arguments = {"data": data}
    elif form == "query":
        arguments = {"params": texts}
    url = f"{server.base_url}{BOT_TOKEN}/SENDMESSAGE"
    async with session.post(url, **arguments) as response:
        answer = await response.json()
    assert answer["ok"], answer
    assert answer["result"]["text"] == "你好"


async def test_a_body_that_cannot_be_read_is_refused(
    server: HallServer, session: aiohttp.ClientSession
) -> None:
    url = f"{server.base_url}{BOT_TOKEN}/sendMessage"
    headers = {"Content-Type": "application/json"}
    async with session.post(url, data=b"{", headers=headers) as response:
        assert response.status == 400
    async with session.post(
        url, json={"chat_id": NEWBIE_GROUP, "text": "x", "reply_markup": "{"}
    ) as response:
        assert "can't parse reply markup" in (await response.json())["description"]


@pytest.mark.parametrize(
    ("method", "spoiled"),
    [
        ("sendMessage", {"reply_parameters": "[]"}),
        ("sendMessage", {"entities": '["bold"]'}),
        ("sendMessage", {"entities": '[{"type": "bold"}]'}),
        ("sendMessage", {"reply_markup": {"inline_keyboard": [["x"]]}}),
        ("sendMessage", {"reply_parameters": {"message_id": "first"}}),
        ("sendMessage", {"message_thread_id": "first"}),
        ("sendPoll", {"question": "x", "options": "7"}),
        ("setMyCommands", {"commands": "[1]"}),
        ("deleteMessages", {"message_ids": '{"a": 1}'}),
        ("editMessageMedia", {"message_id": 2, "media": "[]"}),
        ("restrictChatMember", {"user_id": LIN, "permissions": "[]"}),
        ("answerCallbackQuery", {}),
        ("getFile", {"file_id": "nothing"}),
        ("sendPhoto", {"photo": "attach://nothing"}),
    ],
)
async def test_malformed_parameters_are_refused_and_break_nothing(
    server: HallServer, session: aiohttp.ClientSession, method: str, spoiled: dict[str, Any]
) -> None:
    values = {"chat_id": NEWBIE_GROUP, **({"text": "x"} if method == "sendMessage" else {})}
    server.hall.strict = False
    async with session.post(f"{server.base_url}{BOT_TOKEN}/{method}", json=values | spoiled) as got:
        assert (got.status, (await got.json())["ok"]) == (400, False)


async def test_another_process_can_drive_the_hall(
    server: HallServer, session: aiohttp.ClientSession
) -> None:
    say = {"user": LIN, "chat": NEWBIE_GROUP, "text": "签到"}
    async with session.post(f"{server.url}/hall/do/say", json=say) as response:
        said = (await response.json())["result"]
    async with session.get(f"{server.url}/hall/chats/{NEWBIE_GROUP}/messages") as response:
        assert [message["text"] for message in await response.json()] == ["签到"]
    async with session.get(f"{server.url}/hall/pending") as response:
        assert (await response.json())["pending"] == 1
    press = {"user": LIN, "chat": NEWBIE_GROUP, "message_id": said["message_id"], "data": "x"}
    async with session.post(f"{server.url}/hall/do/press", json=press) as response:
        assert (response.status, (await response.json())["error"]) == (400, "unknown-button")
    async with session.post(f"{server.url}/hall/do/say", data={"user": "1"}) as response:
        assert response.status == 415
    async with session.post(f"{server.url}/hall/faults/flood", json={"seconds": 3}) as response:
        assert response.status == 200
    assert len(server.hall.faults.planned) == 1
    for path in ("people", "chats", "calls", "answers/none"):
        async with session.get(f"{server.url}/hall/{path}") as response:
            assert response.status == 200


class Receiver:
    """A bot's webhook that fails as often as told before it takes an update."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.taken: list[dict[str, Any]] = []
        self.secrets: set[str | None] = set()
        self.complete = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.failures:
            self.failures -= 1
            return web.Response(status=500)
        self.taken.append(await request.json())
        self.complete.set()
        return web.Response()


async def test_a_webhook_gets_each_update_with_its_secret_until_it_takes_it(
    hall: Hall, server: HallServer, session: aiohttp.ClientSession
) -> None:
    receiver = Receiver(failures=1)
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    base = f"{server.base_url}{BOT_TOKEN}"
    async with session.post(
        f"{base}/setWebhook", json={"url": "https://example.com/x"}
    ) as response:
        assert response.status == 400
    await session.post(f"{base}/setWebhook", json={"url": hook, "secret_token": "s3cret"})
    hall.say(LIN, NEWBIE_GROUP, "签到")
    async with asyncio.timeout(5):
        await receiver.complete.wait()
    assert [update["message"]["text"] for update in receiver.taken] == ["签到"]
    assert receiver.secrets == {"s3cret"}
    async with session.post(f"{base}/getUpdates") as response:
        assert (response.status, "webhook is active" in (await response.text())) == (409, True)
    async with session.post(f"{base}/getWebhookInfo") as response:
        info = (await response.json())["result"]
    assert info["url"] == hook
    assert "500" in info["last_error_message"]
    await session.post(f"{base}/deleteWebhook")
    await runner.cleanup()

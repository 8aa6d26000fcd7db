"""Driving the hall from another process: JSON over HTTP under `/hall`.

`POST /hall/do/<action>` with the action's arguments by name, for example
`POST /hall/do/say {"user": 1001, "chat": -1001000000001, "text": "签到"}`. Only JSON bodies
are taken, so that no web page can post here behind the reader's back.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.sandbox.hall import Hall
from bot.sandbox.refusals import HallError

JsonObject = dict[str, Any]

ACTIONS = [
    "say",
    "start",
    "edit",
    "remove",
    "press",
    "vote",
    "react",
    "post_as_anonymous_admin",
    "post_as_channel",
    "new_topic",
    "topic_named",
    "join",
    "leave",
    "ban",
    "mute",
    "unmute",
    "promote",
    "demote",
    "add_bot",
    "remove_bot",
    "promote_bot",
    "demote_bot",
    "block_bot",
    "unblock_bot",
    "create_group",
    "migrate",
    "rename",
    "fast_forward",
]
FAULTS = ["lose_answer", "lose_request", "refuse", "break_server", "flood", "forbid", "clear"]


def add_routes(app: web.Application, hall: Hall) -> None:
    """Add the control surface of `hall` to a server."""
    surface = _Surface(hall)
    app.router.add_post("/hall/do/{action}", _guarded(surface.act))
    app.router.add_post("/hall/faults/{kind}", _guarded(surface.plan_fault))
    app.router.add_post("/hall/pace", _guarded(surface.set_pace))
    app.router.add_get("/hall/people", surface.people)
    app.router.add_get("/hall/chats", surface.chats)
    app.router.add_get("/hall/chats/{chat}/messages", _guarded(surface.messages))
    app.router.add_get("/hall/calls", surface.calls)
    app.router.add_get("/hall/answers/{query}", surface.answer)
    app.router.add_get("/hall/pending", surface.pending)
    app.router.add_get("/hall/clock", surface.clock)


Handler = Callable[[web.Request], Awaitable[web.Response]]


def _guarded(handler: Handler) -> Handler:
    """Turn misuse into a 400 that names the code."""

    async def guarded(request: web.Request) -> web.Response:
        if request.method == "POST" and request.content_type != "application/json":
            return _json({"error": "json-only"}, 415)
        try:
            return await handler(request)
        except HallError as error:
            return _json({"error": error.code, **error.fields}, 400)
        except (TypeError, ValueError) as error:
            return _json({"error": "bad-arguments", "detail": str(error)}, 400)

    return guarded


def _json(value: Any, status: int = 200) -> web.Response:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return web.Response(text=text, status=status, content_type="application/json")


class _Surface:
    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    async def act(self, request: web.Request) -> web.Response:
        name = request.match_info["action"]
        if name not in ACTIONS:
            return _json({"error": "unknown-action"}, 404)
        return _json({"result": getattr(self.hall, name)(**await request.json())})

    async def plan_fault(self, request: web.Request) -> web.Response:
        name = request.match_info["kind"]
        if name not in FAULTS:
            return _json({"error": "unknown-fault"}, 404)
        getattr(self.hall.faults, name)(**await request.json())
        return _json({"result": None})

    async def set_pace(self, request: web.Request) -> web.Response:
        self.hall.pace.enforced = bool((await request.json())["enforced"])
        return _json({"result": None})

    async def people(self, _request: web.Request) -> web.Response:
        people = self.hall.people.values()
        return _json([person.as_user() | {"role": person.role.value} for person in people])

    async def chats(self, _request: web.Request) -> web.Response:
        return _json(
            [
                chat.as_json()
                | {
                    "topics": {topic.id: topic.name for topic in chat.topics.values()},
                    "members": [member.person.id for member in chat.present()],
                    "migrated_to": chat.migrated_to,
                }
                for chat in self.hall.chats.values()
            ]
        )

    async def messages(self, request: web.Request) -> web.Response:
        after = int(request.query.get("after", "0"))
        history = self.hall.chat(int(request.match_info["chat"])).history()
        return _json([message for message in history if message["message_id"] > after])

    async def calls(self, request: web.Request) -> web.Response:
        last = int(request.query.get("last", "100"))
        return _json([asdict(record) for record in self.hall.calls.last(last)])

    async def answer(self, request: web.Request) -> web.Response:
        query = self.hall.queries.get(request.match_info["query"])
        return _json(query.answer if query else None)

    async def pending(self, _request: web.Request) -> web.Response:
        return _json({"pending": len(self.hall.updates.pending)})

    async def clock(self, _request: web.Request) -> web.Response:
        now = self.hall.now()
        marks = [
            {"label": mark.label, "at": mark.at.isoformat()} for mark in self.hall.milestones(now)
        ]
        return _json({"now": now.isoformat(), "milestones": marks})

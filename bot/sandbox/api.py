"""The Bot API of the hall without the HTTP: a call in, Telegram's answer out, a record kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from bot.sandbox.calls import CallRecord
from bot.sandbox.cast import BOT_TOKEN
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.files import Upload
from bot.sandbox.hall import Hall
from bot.sandbox.methods import METHODS
from bot.sandbox.methods.request import Request
from bot.sandbox.parameters import KNOWN, read
from bot.sandbox.refusals import ApiError

JsonObject = dict[str, Any]

_NAMES = {name.lower(): name for name in KNOWN}
_LONGEST_POLL = 50
_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: HTTP status and body, or a broken connection."""

    status: int
    body: JsonObject
    broken: bool = False


def _refused(refusal: ApiError) -> Answer:
    body: JsonObject = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return Answer(refusal.code, body)


class BotApi:
    """Answers the calls of one bot, known by its token."""

    def __init__(self, hall: Hall, token: str = BOT_TOKEN) -> None:
        self.hall = hall
        self.token = token

    async def call(
        self, token: str, method: str, raw: Mapping[str, Any], uploads: Mapping[str, Upload]
    ) -> Answer:
        """Carry out one call, hit by a planned fault where there is one, and record it."""
        started = perf_counter()
        name = _NAMES.get(method.lower(), method)
        chat_id = _chat_id(raw)
        fault = self.hall.faults.take(name, chat_id) if self.hall.faults.planned else None
        answer = await self._answer(token, name, raw, uploads, fault)
        record = CallRecord(
            number=self.hall.calls.next_number(),
            method=name,
            parameters=raw,
            chat_id=chat_id,
            at=self.hall.now(),
            ok=answer.body.get("ok", False),
            status=answer.status,
            description=answer.body.get("description", ""),
            result=answer.body.get("result"),
            milliseconds=(perf_counter() - started) * 1000,
            fault=fault.kind.value if fault else "",
        )
        self.hall.note_call(record)
        return answer

    async def _answer(
        self,
        token: str,
        name: str,
        raw: Mapping[str, Any],
        uploads: Mapping[str, Upload],
        fault: Fault | None,
    ) -> Answer:
        if fault is not None and fault.kind is FaultKind.REQUEST_LOST:
            return Answer(0, {}, broken=True)
        if fault is not None and fault.refusal is not None:
            return _refused(fault.refusal)
        try:
            result = await self._carry_out(token, name, raw, uploads)
        except ApiError as refusal:
            return _refused(refusal)
        return Answer(200, {"ok": True, "result": result}, broken=fault is not None)

    async def _carry_out(
        self, token: str, name: str, raw: Mapping[str, Any], uploads: Mapping[str, Upload]
    ) -> Any:
        if token != self.token:
            raise ApiError(401, "Unauthorized")
        if name not in KNOWN:
            raise ApiError(404, "Not Found: method not found")
        parameters = read(name, raw, strict=self.hall.strict)
        if name == "getUpdates":
            return await self._get_updates(parameters)
        return METHODS[name](Request(self.hall, parameters, uploads))

    async def _get_updates(self, parameters: Mapping[str, Any]) -> list[JsonObject]:
        updates = self.hall.updates
        updates.allow(parameters.get("allowed_updates"))
        limit = min(max(parameters.get("limit", _LIMIT), 1), _LIMIT)
        seconds = min(max(parameters.get("timeout", 0), 0), _LONGEST_POLL)
        return await updates.poll(parameters.get("offset", 0), limit, seconds)


def _chat_id(raw: Mapping[str, Any]) -> int | None:
    try:
        return int(raw["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None

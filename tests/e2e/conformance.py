"""Every call and answer held against an independent description of the Bot API: aiogram's.

aiogram's method classes say which parameters exist and what they may be, and its types what
an answer looks like. Whatever they do not know is a finding.
"""

import json
import types
import typing
from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

# As it is read, aiogram has the models of the whole Bot API built, for seconds. Here each is
# built when it is first asked for.
_rebuild = BaseModel.__dict__["model_rebuild"]
setattr(BaseModel, "model_rebuild", classmethod(lambda _cls, **_: None))  # noqa: B010 - for mypy
try:
    import aiogram.methods
    import aiogram.types
    from aiogram.client.default import Default
    from aiogram.methods.base import TelegramMethod
    from aiogram.types import InputFile, TelegramObject
finally:
    setattr(BaseModel, "model_rebuild", _rebuild)  # noqa: B010 - for mypy

from bot.sandbox.calls import CallRecord  # noqa: E402 - aiogram first, as above

NAMES = {
    **{name: getattr(aiogram.types, name) for name in aiogram.types.__all__},
    "List": list,
    "Default": Default,
    **{name: getattr(typing, name) for name in ("Optional", "Union", "Literal")},
}
"""What the annotations of aiogram's models may name."""

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    name[0].lower() + name[1:]: getattr(aiogram.methods, name)
    for name in aiogram.methods.__all__
    if name not in ("Request", "Response", "TelegramMethod")
}
"""Method classes by the name that stands in the address."""

_DEPRECATED = {"reply_to_message_id", "allow_sending_without_reply", "disable_web_page_preview"}


def check(record: CallRecord) -> list[str]:
    """Return what is wrong with a call and its answer, nothing if all is well."""
    method = METHODS.get(record.method)
    if method is None:
        return [f"{record.method}: no such method"]
    findings = _check_call(method, record)
    if record.ok:
        findings += _check_answer(method, record)
    return findings


def check_all(records: Iterable[CallRecord]) -> list[str]:
    """Return the findings of all calls; an empty list is what tests want."""
    return [finding for record in records for finding in check(record)]


def _check_call(method: type[TelegramMethod[Any]], record: CallRecord) -> list[str]:
    fields = _built(method).model_fields
    findings, values = [], {}
    for name, raw in record.parameters.items():
        if name not in fields:
            findings.append(f"{record.method}: unknown parameter {name}")
        elif name in _DEPRECATED:
            findings.append(f"{record.method}: parameter {name} is deprecated")
        else:
            values[name] = _decoded(raw, fields[name].annotation)
    try:
        call = method.model_validate(values)
    except ValidationError as error:
        findings += _explain(record.method, error)
    else:
        given = {name: getattr(call, name) for name in values}
        findings += [f"{record.method}: unknown field {path}" for path in _extras(given)]
    return findings


def _check_answer(method: type[TelegramMethod[Any]], record: CallRecord) -> list[str]:
    try:
        answer = _adapter(method).validate_python(record.result)
    except ValidationError as error:
        return _explain(f"answer to {record.method}", error)
    return [f"answer to {record.method}: unknown field {path}" for path in _extras(answer)]


@cache
def _built(model: type[BaseModel]) -> type[BaseModel]:
    model.model_rebuild(_types_namespace=NAMES)
    return model


def _models(annotation: Any) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models(part)


@cache
def _adapter(method: type[TelegramMethod[Any]]) -> TypeAdapter[Any]:
    for model in _models(method.__returning__):
        _built(model)
    return TypeAdapter(method.__returning__)


def _explain(what: str, error: ValidationError) -> list[str]:
    return [
        f"{what}: {'.'.join(map(str, detail['loc']))}: {detail['msg']}"
        for detail in error.errors(include_url=False)
    ]


def _decoded(raw: Any, annotation: Any) -> Any:
    """Return a parameter as a Python value: text stays text, the rest of a form is JSON."""
    kinds = set(_kinds(annotation))
    if not isinstance(raw, str):
        return raw
    if _takes_file(kinds) and raw.startswith("attach://"):
        return raw if str in kinds else _AttachedFile(raw)
    if str in kinds and not (int in kinds and raw.lstrip("-").isdigit()):
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        return raw


def _takes_file(kinds: set[Any]) -> bool:
    return any(isinstance(kind, type) and issubclass(kind, InputFile) for kind in kinds)


def _kinds(annotation: Any) -> Iterable[Any]:
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _kinds(part)
    elif origin is typing.Annotated:
        yield from _kinds(typing.get_args(annotation)[0])
    else:
        yield origin or annotation


class _AttachedFile(InputFile):
    """Stands for a file that came along as a part of the request."""

    def __init__(self, link: str) -> None:
        super().__init__(filename=link)

    async def read(self, bot: Any) -> Any:
        """Yield nothing: only the shape of the call is checked."""
        yield b""


def _extras(value: Any, path: str = "") -> list[str]:
    """Return the paths of fields that aiogram's models do not know."""
    if isinstance(value, list | tuple):
        parts = [_extras(item, f"{path}[{index}]") for index, item in enumerate(value)]
        return [found for part in parts for found in part]
    if isinstance(value, dict):
        parts = [_extras(item, f"{path}.{name}".lstrip(".")) for name, item in value.items()]
        return [found for part in parts for found in part]
    if not isinstance(value, BaseModel):
        return []
    unknown = [f"{path}.{name}".lstrip(".") for name in (value.model_extra or {})]
    for name in value.model_fields_set & set(type(value).model_fields):
        inner = getattr(value, name)
        if isinstance(inner, TelegramObject | list | dict):
            unknown += _extras(inner, f"{path}.{name}".lstrip("."))
    return unknown

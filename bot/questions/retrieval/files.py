"""Reading a FAQ and queries from files of JSON lines: every row is checked before any is used."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.questions.retrieval.rows import FaqRow

Id = str | int
Key = str
"""An id as the matcher knows it: its JSON, so that 1 and "1" are two."""

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that cannot be used: what was received, and what is allowed."""

    file: str
    line: int
    received: str
    allowed: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question to find the entry for; `right` is None where the FAQ does not answer it."""

    line: int
    id: Id
    text: str
    right: Key | None


def read_faq(path: Path) -> tuple[list[FaqRow], list[BadRow]]:
    """Return the rows of a FAQ file by key, and the lines that are none."""
    return _read(path, _faq_row)


def read_queries(path: Path, rows: list[FaqRow]) -> tuple[list[Query], list[BadRow]]:
    """Return the queries of a file, and the lines that are none or name no row of the FAQ."""
    known = _known({row.id for row in rows})
    return _read(path, lambda line, row: _query(line, row, known))


def key_of(id_: Id) -> Key:
    """Return the key of an id of a file."""
    return json.dumps(id_, ensure_ascii=False)


def id_of(key: Key) -> Id:
    """Return the id of a file behind a key, of the type that it had there."""
    id_: Id = json.loads(key)
    return id_


class _Refused(Exception):
    def __init__(self, received: object, allowed: str) -> None:
        super().__init__(received, allowed)
        self.received = received
        self.allowed = allowed


def _read(
    path: Path, parse: Callable[[int, Mapping[str, Any]], _Row]
) -> tuple[list[_Row], list[BadRow]]:
    good: list[_Row] = []
    bad: list[BadRow] = []
    with path.open("rb") as source:
        for number, line in enumerate(source, start=1):
            content = line.removeprefix(b"\xef\xbb\xbf").strip()
            if not content:
                continue
            try:
                good.append(parse(number, _table(content)))
            except _Refused as refused:
                received = str(refused.received)[:80]
                bad.append(BadRow(path.name, number, received, refused.allowed))
    return good, bad


def _table(content: bytes) -> Mapping[str, Any]:
    try:
        row = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _Refused(content[:80].decode(errors="replace"), "one JSON object a line") from error
    if not isinstance(row, dict):
        raise _Refused(row, "one JSON object a line")
    return row


def _faq_row(_line: int, row: Mapping[str, Any]) -> FaqRow:
    question = row.get("question")
    if not isinstance(question, str) or not question.strip():
        raise _Refused(f"question {question!r}", "a question that is a text, not empty")
    answer = row.get("answer")
    if answer is not None and not isinstance(answer, str):
        raise _Refused(f"answer {answer!r}", "an answer that is a text, null or absent")
    return FaqRow(key_of(_id(row)), question, _phrasings(row.get("alt_questions")), answer or "")


def _phrasings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if value is None:
        return ()
    if not isinstance(value, list) or any(not isinstance(text, str | None) for text in value):
        raise _Refused(f"alt_questions {value!r}", "alt_questions that is a list of texts, or null")
    return tuple(text for text in value if text and text.strip())


def _query(line: int, row: Mapping[str, Any], known: Mapping[str, Key]) -> Query:
    text = row.get("query")
    if not isinstance(text, str):
        raise _Refused(f"query {text!r}", "a query that is a text")
    if "faq_id" not in row:
        raise _Refused("no faq_id", "the id of a row of the FAQ, or null where none answers")
    right = row["faq_id"]
    if right is None:
        return Query(line, _id(row), text, None)
    key = known.get(key_of(right)) or known.get(str(right))
    if key is None:
        raise _Refused(f"faq_id {right!r}", "the id of a row of the FAQ, or null")
    return Query(line, _id(row), text, key)


def _known(keys: set[Key]) -> dict[str, Key]:
    """Return keys by themselves, and by the plain text of their id where only one has it."""
    plain: dict[str, Key] = {}
    for key in sorted(keys):
        text = str(id_of(key))
        plain[text] = "" if text in plain else key
    return {**plain, **{key: key for key in keys}}


def _id(row: Mapping[str, Any]) -> Id:
    id_ = row.get("id")
    if isinstance(id_, bool) or not isinstance(id_, str | int) or id_ == "":
        raise _Refused(f"id {id_!r}", "an id that is a text or a whole number")
    return id_

"""The rows of a file as entries: every one checked, every mistake named by row and field."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.i18n import Say
from bot.knowledge import checks, fields
from bot.knowledge.content import Content
from bot.knowledge.errors import KnowledgeFieldError
from bot.knowledge.files import RawRow
from bot.knowledge.merging import merged


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a file; its review day may be missing."""

    number: int
    key: str
    content: Content


@dataclass(frozen=True, slots=True)
class Mistaken:
    """Something wrong with a row; `field` is "-" where it is the row as a whole."""

    number: int
    key: str
    field: str
    say: Say


def checked(raw: Iterable[RawRow]) -> tuple[tuple[Row, ...], tuple[Mistaken, ...]]:
    """Return the rows of a file, and every mistake in them."""
    rows: list[Row] = []
    mistakes: list[Mistaken] = []
    seen: dict[str, int] = {}
    for one in raw:
        key = _key(one, mistakes)
        content, wrong = merged(Content(), one.written)
        mistakes += [Mistaken(one.number, key, each.field, each.say) for each in wrong]
        if not any(each.field.startswith(("question", "answer")) for each in wrong):
            mistakes += [Mistaken(one.number, key, "-", say) for say in checks.holes(content)]
        if key and key in seen:
            twice = Say("kb-problem-twice", first=seen[key])
            mistakes.append(Mistaken(one.number, key, "key", twice))
        seen.setdefault(key, one.number)
        rows.append(Row(one.number, key, content))
    return tuple(rows), tuple(mistakes)


def _key(row: RawRow, mistakes: list[Mistaken]) -> str:
    value = row.written.get("key")
    try:
        if value is None:
            raise KnowledgeFieldError(problem=Say("kb-problem-no-key"))
        return fields.read_key(value)
    except KnowledgeFieldError as error:
        problem = error.fields["problem"]
        assert isinstance(problem, Say)  # noqa: S101 - every reader gives one
        mistakes.append(Mistaken(row.number, "", "key", problem))
        return ""

"""A file of entries: which kind it is, how it is read, and what it says once written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.i18n import Say
from bot.knowledge import excel, yaml_text
from bot.knowledge.content import Content
from bot.knowledge.errors import KnowledgeFileError

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 2000


class FileKind(StrEnum):
    """A kind of file."""

    YAML = "yaml"
    EXCEL = "xlsx"


@dataclass(frozen=True, slots=True)
class RawRow:
    """One entry as a file has it: `number` is its row in Excel, its place in YAML."""

    number: int
    written: Mapping[object, object]


def kind_of(name: str) -> FileKind:
    """Return the kind of a file by its name."""
    ending = name.rpartition(".")[2].casefold()
    if ending in {"yaml", "yml"}:
        return FileKind.YAML
    if ending == "xlsx":
        return FileKind.EXCEL
    raise KnowledgeFileError(problem=Say("kb-file-kind", received=name[-40:]))


def read_file(name: str, content: bytes) -> tuple[RawRow, ...]:
    """Return the rows of a file; raise KnowledgeFileError where it cannot be read at all.

    `content` holds at most MOST_BYTES. It may take seconds: call it on a thread of its own.
    """
    kind = kind_of(name)
    read = yaml_text.read if kind is FileKind.YAML else excel.read
    rows = tuple(RawRow(number, written) for number, written in read(content, MOST_ROWS))
    if not rows:
        raise KnowledgeFileError(problem=Say("kb-file-empty"))
    if len(rows) > MOST_ROWS:
        raise KnowledgeFileError(problem=Say("kb-file-rows", most=MOST_ROWS))
    return rows


def write_file(kind: FileKind, entries: Sequence[tuple[str, Content]]) -> bytes:
    """Return the entries as a file; read again it says the same."""
    written = yaml_text.write if kind is FileKind.YAML else excel.write
    return written(entries)

"""Entries as an Excel sheet: read without trusting it, written as text that Excel leaves alone.

One sheet; one row an entry, one column a field; the first row names the columns. Phrasings
stand in one cell, a line each. Formulas, merged cells and truth values are refused by name of
the cell.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.i18n import Language, Say
from bot.knowledge.content import Content
from bot.knowledge.errors import KnowledgeFileError
from bot.knowledge.fields import Refused
from bot.knowledge.merging import FIELDS, PLAIN, SPOKEN

MOST_UNPACKED = 12 * 1024 * 1024
"""A sheet of the allowed size unpacks to less; a zip bomb to far more."""
MOST_PARTS = 200
MOST_COLUMNS = 40
MOST_BLANK_ROWS = 20_000
TEXT_FORMAT, DAY_FORMAT = "@", "yyyy-mm-dd"
TITLE = "knowledge"
COLUMNS = (
    *("key", "tags", "tier", "source", "as_of", "review_by"),
    *(f"{field}.{language.value}" for language in Language for field in SPOKEN),
)
WIDTHS = {"question": 36, "phrasings": 40, "answer": 60, "source": 24, "key": 28}
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=\"([A-Z0-9:]{1,20})\"")
_DAMAGED = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
)


def read(content: bytes, most: int) -> Iterator[tuple[int, Mapping[object, object]]]:
    """Yield each row that holds something with its number in the sheet; one more than `most`."""
    _examine(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheet, *others = book.worksheets
        if any(_is_used(one) for one in others):
            raise KnowledgeFileError(problem=Say("kb-file-sheets"))
        rows = list(_rows(sheet, most))
        book.close()
    except (*_DAMAGED, SyntaxError) as error:  # a ParseError of XML is a SyntaxError
        raise KnowledgeFileError(problem=Say("kb-file-excel")) from error
    yield from rows


def write(entries: Sequence[tuple[str, Content]]) -> bytes:
    """Return entries as a workbook."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new book has one
    sheet.title = TITLE
    for number, name in enumerate(COLUMNS, start=1):
        head = sheet.cell(row=1, column=number)
        _put(head, name)
        head.font = Font(bold=True)
        width = WIDTHS.get(name.partition(".")[0], 14)
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row, (key, content) in enumerate(entries, start=2):
        for number, name in enumerate(COLUMNS, start=1):
            _put(sheet.cell(row=row, column=number), _value(key, content, name))
    sheet.freeze_panes = "B2"
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def _put(cell: Cell | MergedCell, value: str | date) -> None:
    """Write a value; a text stays text, also where Excel would take it for a formula."""
    assert isinstance(cell, Cell)  # noqa: S101 - a sheet of our own has no merged ones
    if isinstance(value, date):
        cell.value, cell.number_format = value, DAY_FORMAT
        return
    if not value:
        return
    cell.value = value
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.quotePrefix = value.startswith(("=", "+", "-", "@"))


def _value(key: str, content: Content, name: str) -> str | date:
    field, _, language = name.partition(".")
    if language:
        text = getattr(content, field).get(Language(language), "")
        return "\n".join(text) if isinstance(text, tuple) else str(text)
    match field:
        case "key":
            return key
        case "tags":
            return " ".join(content.tags)
        case "tier":
            return content.tier.value if content.tier else "all"
        case "source":
            return content.source
        case _:
            return (content.as_of if field == "as_of" else content.review_by) or ""


def _examine(content: bytes) -> None:
    """Refuse what unpacks to too much, declares entities or holds merged cells."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            listed = parts.infolist()
            if len(listed) > MOST_PARTS or sum(one.file_size for one in listed) > MOST_UNPACKED:
                raise KnowledgeFileError(problem=Say("kb-file-bomb"))
            for one in listed:
                if one.filename.endswith((".xml", ".rels")):
                    _examine_part(one.filename, parts.read(one))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise KnowledgeFileError(problem=Say("kb-file-excel")) from error


def _examine_part(name: str, content: bytes) -> None:
    if b"<!" in content.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        raise KnowledgeFileError(problem=Say("kb-file-excel"))
    merged = _MERGED.search(content) if "worksheets/" in name else None
    if merged is not None:
        raise KnowledgeFileError(problem=Say("kb-file-merged", cells=merged[1].decode()))


def _is_used(sheet: Any) -> bool:
    rows = sheet.iter_rows(max_row=MOST_BLANK_ROWS, max_col=MOST_COLUMNS)
    return any(_holds(cell) for row in rows for cell in row)


def _rows(sheet: Any, most: int) -> Iterator[tuple[int, Mapping[object, object]]]:
    names: list[str] = []
    found = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        if number > MOST_BLANK_ROWS or found > most:
            return
        if not any(_holds(cell) for cell in row):
            continue
        if not names:
            names = _names(row)
            continue
        found += 1
        yield number, _written(names, row)


def _names(row: Sequence[Any]) -> list[str]:
    names = [str(cell.value or "").strip() for cell in row]
    given = [name for name in names if name]
    for name in given:
        field, _, language = name.partition(".")
        known = name == "key" or name in PLAIN or (field in SPOKEN and language in set(Language))
        if not known or given.count(name) > 1:
            columns = " ".join(COLUMNS)
            raise KnowledgeFileError(
                problem=Say("kb-file-column", received=name[:40], known=columns)
            )
    if "key" not in given:
        raise KnowledgeFileError(problem=Say("kb-file-no-key", known=" ".join(FIELDS)))
    return names


def _written(names: Sequence[str], row: Sequence[Any]) -> dict[object, object]:
    written: dict[object, object] = {}
    for at, cell in enumerate(row):
        if not _holds(cell):
            continue
        name = names[at] if at < len(names) else ""
        if not name:
            raise KnowledgeFileError(problem=Say("kb-file-stray", cell=_place(cell)))
        field, _, language = name.partition(".")
        if language:
            spoken = written.setdefault(field, {})
            assert isinstance(spoken, dict)  # noqa: S101 - made above
            spoken[language] = _taken(cell)
        else:
            written[name] = _taken(cell)
    return written


def _taken(cell: Any) -> object:
    """Return what a cell holds: text, a day, or a whole or plain number as it is shown."""
    if cell.data_type == "f":
        return Refused(Say("kb-problem-formula", cell=_place(cell)))
    if cell.data_type in {"e", "b"}:
        received = str(cell.value)[:40]
        return Refused(Say("kb-problem-cell", cell=_place(cell), received=received))
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int | float) else value


def _holds(cell: Any) -> bool:
    value = cell.value
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _place(cell: Any) -> str:
    return f"{get_column_letter(cell.column)}{cell.row}"

"""Read hand-written TOML strictly: a mistake is named by file, item, field and what is allowed.

The data files of the product (rules, questions) are edited by people who do not read
Python, so nothing is guessed, coerced or ignored: an unknown field is an error as well.
"""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

from bot.errors import BellError


class InvalidData(BellError):
    """A data file holds something that is not allowed.

    Fields: `file`, `item` (id or ordinal within the file), `field`, `received`, `allowed`.
    """

    code: ClassVar[str] = "invalid-data"

    def __init__(self, *, file: str, item: str, field: str, received: object, allowed: str) -> None:
        super().__init__(file=file, item=item, field=field, received=received, allowed=allowed)


class Fields:
    """The fields of one table, taken out one by one; `finish` refuses what nobody took."""

    def __init__(self, file: str, item: str, table: Mapping[str, object], prefix: str = "") -> None:
        self.file = file
        self.item = item
        self._prefix = prefix
        self._left = dict(table)
        self._known: list[str] = []

    def refuse(self, field: str, received: object, allowed: str) -> InvalidData:
        """Return the error for `field`, ready to be raised."""
        return InvalidData(
            file=self.file,
            item=self.item,
            field=self._prefix + field,
            received=received,
            allowed=allowed,
        )

    def text(self, field: str, *, optional: bool = False) -> str:
        """Take a text without surrounding blanks; an optional one may be absent (then "")."""
        value = self._take(field)
        if value is None and optional:
            return ""
        if not isinstance(value, str) or not value or value != value.strip():
            raise self.refuse(field, value, "a text, not empty, without blanks at its ends")
        return value

    def integer(self, field: str, least: int, most: int) -> int:
        """Take a whole number between `least` and `most`."""
        value = self._take(field)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.refuse(field, value, f"a whole number from {least} to {most}")
        return value

    def optional_integer(self, field: str, least: int, most: int, otherwise: int) -> int:
        """Take a whole number between `least` and `most`; `otherwise` where it is absent."""
        if field not in self._left:
            self._known.append(field)
            return otherwise
        return self.integer(field, least, most)

    def texts(self, field: str, *, least: int = 0) -> tuple[str, ...]:
        """Take a list of at least `least` distinct texts; an absent list is an empty one."""
        value = self._take(field)
        values = [] if value is None else value
        allowed = f"a list of at least {least} distinct texts, none empty"
        if not isinstance(values, list) or len(values) < least:
            raise self.refuse(field, value, allowed)
        for entry in values:
            if not isinstance(entry, str) or not entry.strip() or values.count(entry) > 1:
                raise self.refuse(field, entry, allowed)
        return tuple(values)

    def integers(self, field: str, least: int, most: int) -> tuple[int, ...]:
        """Take a list of distinct whole numbers between `least` and `most`, at least one."""
        values = self._take(field)
        allowed = f"a list of distinct whole numbers from {least} to {most}"
        if not isinstance(values, list) or not values:
            raise self.refuse(field, values, allowed)
        for value in values:
            fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
            if not fits or values.count(value) > 1:
                raise self.refuse(field, value, allowed)
        return tuple(values)

    def day(self, field: str) -> date:
        """Take a day, written 2026-11-22 without quotes."""
        value = self._take(field)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refuse(field, value, "a day such as 2026-11-22, without quotes")
        return value

    def choice(self, field: str, allowed: Collection[str]) -> str:
        """Take a text that is one of `allowed`."""
        value = self._take(field)
        if not isinstance(value, str) or value not in allowed:
            raise self.refuse(field, value, "one of " + ", ".join(allowed))
        return value

    def optional_choice(self, field: str, allowed: Collection[str], otherwise: str) -> str:
        """Take a text that is one of `allowed`; `otherwise` where the field is absent."""
        if field not in self._left:
            self._known.append(field)
            return otherwise
        return self.choice(field, allowed)

    def choices(self, field: str, allowed: Collection[str], *, least: int = 0) -> tuple[str, ...]:
        """Take a list of texts that are each one of `allowed`."""
        values = self.texts(field, least=least)
        for value in values:
            if value not in allowed:
                raise self.refuse(field, value, "any of " + ", ".join(allowed))
        return values

    def table(self, field: str) -> "Fields":
        """Take a table inside this one."""
        value = self._take(field)
        if not isinstance(value, dict):
            raise self.refuse(field, value, "a table")
        return Fields(self.file, self.item, value, prefix=f"{self._prefix}{field}.")

    def tables(self, field: str, label: str = "") -> "Sequence[Fields]":
        """Take `[[field]]` tables, each named by `label` with its id or ordinal."""
        items = self._take(field)
        if not isinstance(items, list) or not items or not all(isinstance(i, dict) for i in items):
            raise self.refuse(field, items, f"at least one [[{field}]] table")
        return [
            Fields(self.file, f"{label}{item.get('id', f'#{ordinal}')}", item)
            for ordinal, item in enumerate(items, start=1)
        ]

    def names(self) -> tuple[str, ...]:
        """Return the names of the fields that nobody has taken yet, in the file's order."""
        return tuple(self._left)

    def finish(self) -> None:
        """Refuse the first field that was never taken."""
        for field, value in self._left.items():
            raise self.refuse(field, value, "no such field; known: " + ", ".join(self._known))

    def _take(self, field: str) -> object:
        self._known.append(field)
        return self._left.pop(field, None)


def read_table(path: Path) -> Fields:
    """Return the file at `path` as one table."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidData(
            file=path.name, item="-", field="-", received=str(error), allowed="TOML in UTF-8"
        ) from error
    return Fields(path.name, "-", document)


def read_items(path: Path, kind: str) -> Sequence[Fields]:
    """Return the `[[kind]]` tables of the file at `path`, each named by its id or ordinal."""
    whole = read_table(path)
    items = whole.tables(kind)
    whole.finish()
    return items

"""One listed name as the directory knows it, and what its name says about its standing."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.market.symbols import calendar_of

_MARKS = re.compile(
    r"(?:X[DR]|DR)?(?P<new>[NC](?=[\u4e00-\u9fff*S]))?(?P<unreformed>S(?=[\u4e00-\u9fff*S]))?(?P<st>\*?ST)?"
)
_EX_PREFIX = re.compile(r"(?:XD|XR|DR)(?=[\u4e00-\u9fff*S])")


class Mark(StrEnum):
    """What an exchange puts before or after a mainland name.

    Source: facts of the project on price limits ("N"/"C" mark the first days after listing,
    a leading S an unfinished owner reform); ST, *ST and 退 are general knowledge.
    """

    SPECIAL_TREATMENT = "ST"
    DELISTING_RISK = "*ST"
    UNREFORMED = "S"
    DELISTING = "退"
    FIRST_DAY = "N"
    FIRST_DAYS = "C"


@dataclass(frozen=True, slots=True)
class Listing:
    """A symbol with its name.

    `lot`: board lot where it is set per share (Hong Kong), 1 where it is not or is not known.
    `listed_on`: first trading day, None if long ago or unknown. `known`: whether the
    directory has it, or the code only has the right shape (then `name` is the code).
    `tradable`: whether it is a share and not an index.
    """

    symbol: str
    name: str
    lot: int = 1
    listed_on: date | None = None
    known: bool = True
    tradable: bool = True

    @property
    def code(self) -> str:
        """Return the symbol without its exchange: `600519`, `00700`, `AAPL`."""
        return self.symbol[2:]

    @property
    def calendar(self) -> str:
        """Return the calendar code (XSHG, XHKG, XNYS) by whose days it trades."""
        return calendar_of(self.symbol)

    @property
    def marks(self) -> frozenset[Mark]:
        """Return what the name says of a mainland listing; empty for other markets."""
        return name_marks(self.name) if self.calendar == "XSHG" else frozenset()


def name_marks(name: str) -> frozenset[Mark]:
    """Return the marks in a mainland name as a feed gives it: `S*ST示例`, `示例退`, `N示例`."""
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    found = _MARKS.match(plain)
    marks = set()
    if found:
        marks |= {Mark(found["new"])} if found["new"] else set()
        marks |= {Mark.UNREFORMED} if found["unreformed"] else set()
        marks |= {Mark(found["st"])} if found["st"] else set()
    if plain.startswith("退市") or plain.endswith("退"):
        marks.add(Mark.DELISTING)
    return frozenset(marks)


def lasting_name(name: str) -> str:
    """Return a feed's name without the mark of an ex date (XD, XR, DR), which lasts one day."""
    return _EX_PREFIX.sub("", name, count=1)

"""Figures that were wrong and what they should have been: found, put in, kept in the snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.briefs.corrections.errors import CorrectionTurned
from bot.briefs.desk.errors import DeskUnclear
from bot.briefs.desk.numbers import (
    ARROWS,
    NUMBER,
    Record,
    Reference,
    Token,
    UnboundError,
    hidden,
    masked,
    reference_of,
)
from bot.briefs.desk.wording import Shown, Wording

Key = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Swap:
    """A figure as it was written, and as it should have been."""

    old: Record
    new: Record

    @property
    def key(self) -> Key:
        """Return which figure it is."""
        return key_of(self.old)

    @property
    def turned(self) -> bool:
        """Tell whether a rise becomes a fall, or the other way round."""
        return _direction(self.old["written"]) != _direction(self.new["written"])

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {"old": dict(self.old), "new": dict(self.new)}

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Swap":
        """Return what `record` wrote down."""
        return cls(record["old"], record["new"])


def key_of(record: Record) -> Key:
    """Return which figure a record is of."""
    return tuple(record["symbols"]), record["field"]


def figures_in(snapshot: Mapping[str, Any]) -> list[Record]:
    """Return every figure of an edition, of its text and of its picture."""
    return [*snapshot.get("figures", []), *snapshot.get("picture", [])]


def of_same_day(records: Sequence[Record], known: Sequence[Record], zone: ZoneInfo) -> list[Record]:
    """Return those of `records` that may stand for a figure of `known`: quotes of its own day.

    Tomorrow's price is no correction of today's.
    """
    days: dict[Key, set[Any]] = {}
    for record in known:
        days.setdefault(key_of(record), set()).add(_day(record, zone))
    return [record for record in records if _day(record, zone) in days.get(key_of(record), ())]


def offers(known: Sequence[Record], fresh: Sequence[Record]) -> dict[str, list[Swap]]:
    """Return, by symbol, the figures for which the newest quotes say something else."""
    newest = {key_of(record): record for record in reversed(fresh)}
    found: dict[str, list[Swap]] = {}
    seen: set[Key] = set()
    for record in known:
        key = key_of(record)
        new = newest.get(key)
        if key in seen or new is None or new["written"] == record["written"]:
            continue
        seen.add(key)
        found.setdefault(record["symbols"][0], []).append(Swap(record, new))
    return found


def put_in(lines: Sequence[Markup], shown: Shown, swaps: Sequence[Swap]) -> list[Markup]:
    """Return the lines with the figures of `swaps` as they should have been.

    Raise CorrectionTurned where the words around a figure would not fit it any more, and
    DeskUnclear where a number may be more than one figure.
    """
    return [_put_in(line, shown, {swap.key: swap for swap in swaps}) for line in lines]


def used_by(wording: Wording, known: Sequence[Record], fresh: Sequence[Record]) -> list[Swap]:
    """Return the figures that somebody's own lines took from the newest quotes."""
    old = {key_of(record): record for record in reversed(known)}
    new = {(key_of(record), record["written"]): record for record in fresh}
    found: dict[Key, Swap] = {}
    for part in (part for line in wording.lines for part in line.parts):
        if not isinstance(part, Reference):
            continue
        key = (part.symbols, part.field)
        record = new.get((key, part.was))
        if record is not None and key in old and old[key]["written"] != part.was:
            found[key] = Swap(old[key], record)
    return list(found.values())


def swapped(records: Sequence[Record], swaps: Sequence[Swap]) -> list[Record]:
    """Return records with the corrected ones in their places."""
    new = {swap.key: swap.new for swap in swaps}
    return [new.get(key_of(record), record) for record in records]


def with_swaps(snapshot: Mapping[str, Any], swaps: Sequence[Swap]) -> dict[str, Any]:
    """Return a snapshot that holds the corrected figures."""
    changed = {
        name: swapped(snapshot[name], swaps) for name in ("figures", "picture") if name in snapshot
    }
    return {**snapshot, **changed}


def _put_in(line: Markup, shown: Shown, swaps: Mapping[Key, Swap]) -> Markup:
    named = hidden(str(line))
    visible = masked(named, (*shown.quotations, *shown.names.values()))
    text, position = "", 0
    for found in NUMBER.finditer(visible):
        token = Token(found.start(), found.end(), found[0])
        swap = _meant(token, named, shown, swaps)
        if swap is None:
            continue
        if swap.turned:
            raise CorrectionTurned(number=swap.old["written"])
        shows = token.text.strip()[:1] in ARROWS
        new = swap.new["written"] if shows else swap.new["written"].lstrip(ARROWS)
        text += str(line)[position : token.start] + new
        position = token.end
    return Markup(text + str(line)[position:])  # noqa: S704 - a screened line, one number changed


def _meant(token: Token, line: str, shown: Shown, swaps: Mapping[Key, Swap]) -> Swap | None:
    try:
        reference = reference_of(token, line, shown.records, shown.names)
    except UnboundError as error:
        wanted = {swap.old["written"].lstrip(ARROWS) for swap in swaps.values()}
        if error.several and token.text.strip().lstrip(ARROWS) in wanted:
            raise DeskUnclear(number=token.text.strip()) from None
        return None
    swap = swaps.get((reference.symbols, reference.field))
    return swap if swap is not None and swap.old["written"] == reference.was else None


def _day(record: Record, zone: ZoneInfo) -> Any:
    return datetime.fromisoformat(record["at"]).astimezone(zone).date()


def _direction(written: str) -> str:
    return written[0] if written[:1] in ARROWS else ""

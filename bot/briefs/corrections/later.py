"""Corrected figures whose quote is newer than the time of data in the foot, named with its time.

The foot of a sent edition stays as it was: most of its figures are still of that time. So the
mark of the correction has to say which figure is of another.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.briefs.corrections.swaps import Swap
from bot.briefs.desk.numbers import Record
from bot.briefs.desk.writing import names_of
from bot.briefs.facts import COMMUNITY
from bot.briefs.figures import FigureField
from bot.briefs.newsroom import Newsroom
from bot.i18n import Language, Say
from bot.markup import plain
from db.models.brief import BriefEdition

FOOT_AT = "foot_at"
MOST_NAMED = 3
"""With more symbols than this the line would not be read, so only the times are named."""
SPEAKS_FOR_ITSELF = frozenset({FigureField.LAST, FigureField.CHANGE_PERCENT})
"""Figures that are understood right after a name; of others only the time is told."""

Group = tuple[tuple[str, ...], datetime]


def foot_at(snapshot: Mapping[str, Any]) -> str | None:
    """Return the time of data in the foot, as ISO 8601: of the first version's newest quote."""
    if snapshot.get(FOOT_AT):
        return str(snapshot[FOOT_AT])
    records = [r for r in snapshot.get("figures", []) if r.get("source") != COMMUNITY]
    newest = max(records, key=lambda record: datetime.fromisoformat(record["at"]), default=None)
    return str(newest["at"]) if newest else None


def later_figures(room: Newsroom, edition: BriefEdition, swaps: Sequence[Swap]) -> str:
    """Return the figures that are newer than the foot says, by name; empty if there are none."""
    groups = _groups(edition.snapshot, swaps)
    if len(groups) > MOST_NAMED:
        times = dict.fromkeys(at for _, at in groups)
        says = [Say("correction-later-some", at=moment(room, edition, at)) for at in times]
    else:
        says = [_named(room, edition, group, new) for group, new in groups.items()]
    return _joined(room, edition.language, "correction-later-comma", says)


def moment(room: Newsroom, edition: BriefEdition, at: datetime) -> Say:
    """Return a time as readers of an edition see it: with the date on another day."""
    local = at.astimezone(room.zone)
    if local.date() == edition.day:
        return Say("correction-at", at=local.time())
    return Say("correction-on", at=at)


def _groups(snapshot: Mapping[str, Any], swaps: Sequence[Swap]) -> dict[Group, list[Record]]:
    """Return the newer figures by what they are of and by the minute of their quote."""
    told = foot_at(snapshot)
    found: dict[Group, list[Record]] = {}
    for new in (swap.new for swap in swaps):
        at = _minute(new["at"])
        if told is not None and at > _minute(told):
            found.setdefault((tuple(new["symbols"]), at), []).append(new)
    return found


def _named(room: Newsroom, edition: BriefEdition, group: Group, new: Sequence[Record]) -> Say:
    symbols, at = group
    when = moment(room, edition, at)
    names = names_of(room, new, edition.language)
    if not all(symbol in names for symbol in symbols):
        return Say("correction-later-some", at=when)
    called = _joined(room, edition.language, "list-comma", [names[one] for one in symbols])
    if not all(record["field"] in SPEAKS_FOR_ITSELF for record in new):
        return Say("correction-later-all", name=called, at=when)
    level_first = sorted(new, key=lambda record: record["field"] != FigureField.LAST)
    written = [record["written"] for record in level_first]
    figures = _joined(room, edition.language, "list-comma", written)
    return Say("correction-later", name=called, figures=figures, at=when)


def _joined(room: Newsroom, language: Language, comma: str, parts: Sequence[Say | str]) -> str:
    said = [plain(room.words.say(language, p)) if isinstance(p, Say) else p for p in parts]
    return plain(room.words.say(language, Say(comma))).join(said)


def _minute(at: str) -> datetime:
    """Return the minute of a time, as exactly as the foot prints it."""
    return datetime.fromisoformat(at).replace(second=0, microsecond=0)

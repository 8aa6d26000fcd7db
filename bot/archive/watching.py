"""Watching for gaps: what the archive cannot hold because the bot was not there to see it.

A look every few minutes writes down who could not be read, how long nothing ran, and which
numbers of updates were never seen. A downtime under a day loses nothing: Telegram keeps
updates for 24 hours and hands them over late, which is a delay and no gap. Numbers of updates
follow one another, but start anew after a week of silence. Deletions by members, and messages
of other bots, never reach a bot: no look finds them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.archive.kinds import GapCause
from bot.members.abilities import Abilities
from bot.members.tiers import GroupState
from db.models.group import Group
from db.repositories import archive_gaps, groups, settings

KEPT_BY_TELEGRAM = timedelta(hours=24)
AWAY_AFTER = timedelta(minutes=16)
"""Three looks that did not happen: the bot was not running."""
RENUMBERED_AFTER = timedelta(days=7)
SETTLED = timedelta(minutes=2)
"""A webhook's calls may overtake one another by a moment."""
AT_ONCE = 20_000
STATE = "archive:watch"
FAR_BACK = 1000


@dataclass(frozen=True, slots=True)
class Watch:
    """Where the last look stood; the counts run from `since` on."""

    at: datetime
    since: datetime
    update_id: int | None
    update_at: datetime
    seen: int
    missing: int


def watch_of(session: Session) -> Watch | None:
    """Return where the last look stood."""
    found = settings.get(session, STATE)
    if found is None:
        return None
    instants = {name: datetime.fromisoformat(found[name]) for name in ("at", "since", "update_at")}
    return Watch(
        **instants,
        update_id=found["update_id"],
        seen=found["seen"],
        missing=found["missing"],
    )


def look(
    session: Session,
    able: Mapping[int, Abilities],
    now: datetime,
    *,
    clock_jumps: bool = False,
) -> None:
    """Write down what cannot be read now, by chat id, and what was missed since the last look.

    `clock_jumps`: the time is a rehearsal's, where a jump is no downtime.
    """
    before = watch_of(session) or Watch(now, now, None, now, 0, 0)
    for group in groups.every_bound(session):
        _look_at(session, group, able.get(group.chat_id), before.at, now)
    if not clock_jumps:
        _note_downtime(session, before.at, now)
    _store(session, _count(session, before, now), now)


def _look_at(
    session: Session, group: Group, able: Abilities | None, before: datetime, now: datetime
) -> None:
    cause = _cause(group, able)
    gap = archive_gaps.open_gap(session, group.id)
    if able is None and group.state is GroupState.ACTIVE:
        return  # Telegram would not say: nothing is known to have changed
    if gap is not None and gap.cause is not cause:
        archive_gaps.end(session, gap.id, now)
    if cause is not None and (gap is None or gap.cause is not cause):
        # Since when is not known, so since the last look that found it well.
        since = now if gap is not None else before
        key = f"{cause.value}:{group.id}:{now.isoformat()}"
        archive_gaps.note(session, key, group.id, cause, since, None)


def _cause(group: Group, able: Abilities | None) -> GapCause | None:
    if group.state is GroupState.REMOVED:
        return GapCause.REMOVED
    if able is None:
        return None
    if not able.inside:
        return GapCause.REMOVED
    return None if able.reads_all else GapCause.NOT_READING


def _note_downtime(session: Session, before: datetime, now: datetime) -> None:
    away = now - before
    if away <= AWAY_AFTER:
        return
    if away <= KEPT_BY_TELEGRAM:
        key = f"delayed:{before.isoformat()}"
        archive_gaps.note(session, key, None, GapCause.DELAYED, before, now)
        return
    key = f"downtime:{before.isoformat()}"
    until = now - KEPT_BY_TELEGRAM
    archive_gaps.note(session, key, None, GapCause.DOWNTIME, before, until)


def _count(session: Session, watch: Watch, now: datetime) -> Watch:
    """Return the counts with the updates that came in since; note the numbers that jump."""
    came = archive_gaps.arrived(session, watch.update_at, now - SETTLED, AT_ONCE)
    last, last_at, missing = watch.update_id, watch.update_at, watch.missing
    for number, at in sorted(came):
        if last is not None and last < number and at - last_at < RENUMBERED_AFTER:
            jumped = number - last - 1
            missing += jumped
            if jumped:
                key = f"jump:{number}"
                since = min(last_at, at)
                cause = GapCause.UPDATE_JUMP
                archive_gaps.note(session, key, None, cause, since, at, jumped)
        # One that was overtaken belongs to numbers counted already, unless they start anew.
        if last is None or number > last or number < last - FAR_BACK:
            last, last_at = number, at
    update_at = max((at for _, at in came), default=watch.update_at)
    return Watch(now, watch.since, last, update_at, watch.seen + len(came), missing)


def _store(session: Session, watch: Watch, now: datetime) -> None:
    value: dict[str, Any] = {
        "at": watch.at.isoformat(),
        "since": watch.since.isoformat(),
        "update_id": watch.update_id,
        "update_at": watch.update_at.isoformat(),
        "seen": watch.seen,
        "missing": watch.missing,
    }
    settings.put(session, STATE, value, 0, now)

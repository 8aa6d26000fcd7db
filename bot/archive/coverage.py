"""The coverage meter: of which share of the time the archive holds what was said, group by group.

The share is of the time since a group was first bound, at most of the last 30 days; what it
lacks is named with its cause. It is a share of time, not of messages: how many messages were
said while the bot could not see is not known to anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from sqlmodel import Session

from bot.archive.intervals import Span, merged, share_covered, total
from bot.archive.kinds import GapCause
from bot.archive.watching import watch_of
from bot.members.tiers import Binding
from db.models.archive import ArchiveGap
from db.models.group import Group
from db.models.operator_action import OperatorAction
from db.repositories import archive_gaps, groups, holds, operator_actions

WINDOW = timedelta(days=30)
COSTLY = frozenset({GapCause.REMOVED, GapCause.NOT_READING, GapCause.UNBOUND, GapCause.DOWNTIME})


@dataclass(frozen=True, slots=True)
class GroupCoverage:
    """How much of one group the archive holds; `lost` is the time by cause, longest first."""

    group_id: int
    chat_id: int
    title: str
    binding: Binding | None
    since: datetime
    until: datetime
    percent: Decimal | None
    lost: tuple[tuple[GapCause, timedelta], ...]
    records: int
    moved: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole meter.

    `seen` and `missing` count updates since `counted_since`, of all groups together: which
    group a missing one belonged to cannot be known. `delays`: downtimes that were caught up.
    """

    groups: tuple[GroupCoverage, ...]
    counted_since: datetime | None
    seen: int
    missing: int
    delays: int
    delayed: timedelta


def measure(session: Session, now: datetime, window: timedelta = WINDOW) -> Coverage:
    """Measure the last `window` of every group that is bound or was."""
    return measure_span(session, (now - window, now))


def measure_span(session: Session, span: Span) -> Coverage:
    """Measure one span of time."""
    gaps = [gap for gap in archive_gaps.since(session, span[0]) if gap.since < span[1]]
    bindings = _by_group(operator_actions.bindings(session))
    counts = archive_gaps.count_by_chat(session, span[0])
    lines = [
        _group(session, group, span, gaps, bindings.get(group.id, ()), counts)
        for group in groups.every(session)
        if group.binding is not None or group.id in bindings
    ]
    watch = watch_of(session)
    late = merged(
        [(gap.since, gap.until or span[1]) for gap in gaps if gap.cause is GapCause.DELAYED], span
    )
    return Coverage(
        groups=tuple(line for line in lines if line is not None),
        counted_since=watch.since if watch else None,
        seen=watch.seen if watch else 0,
        missing=watch.missing if watch else 0,
        delays=len(late),
        delayed=total(late),
    )


def _by_group(actions: Sequence[OperatorAction]) -> dict[int, list[OperatorAction]]:
    found: dict[int, list[OperatorAction]] = {}
    for action in actions:
        number = action.target.removeprefix("group:")
        if number.isascii() and number.isdigit():
            found.setdefault(int(number), []).append(action)
    return found


def _group(
    session: Session,
    group: Group,
    span: Span,
    gaps: Sequence[ArchiveGap],
    actions: Sequence[OperatorAction],
    counts: Mapping[int, int],
) -> GroupCoverage | None:
    began = actions[0].at if actions else group.first_seen_at
    within = (max(span[0], began), span[1])
    if within[0] >= within[1]:
        return None
    spans: dict[GapCause, list[Span]] = {GapCause.UNBOUND: _unbound(actions, span[1])}
    for gap in gaps:
        if gap.cause in COSTLY and gap.group_id in (None, group.id):
            spans.setdefault(gap.cause, []).append((gap.since, gap.until or span[1]))
    lost = {cause: total(merged(some, within)) for cause, some in spans.items()}
    chats = holds.chats_of(session, group.id)
    return GroupCoverage(
        group_id=group.id,
        chat_id=group.chat_id,
        title=group.title,
        binding=group.binding,
        since=within[0],
        until=within[1],
        percent=share_covered([one for some in spans.values() for one in some], within),
        lost=tuple(sorted(((c, t) for c, t in lost.items() if t), key=lambda pair: -pair[1])),
        records=sum(counts.get(chat, 0) for chat in chats),
        moved=len(chats) > 1,
    )


def _unbound(actions: Sequence[OperatorAction], until: datetime) -> list[Span]:
    """Return the spans between each release of a group and its next binding."""
    spans: list[Span] = []
    released: datetime | None = None
    for action in actions:
        if action.action == "unbind":
            released = released or action.at
        elif released is not None:
            spans.append((released, action.at))
            released = None
    return [*spans, (released, until)] if released is not None else spans

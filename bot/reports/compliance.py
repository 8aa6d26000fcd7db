"""The monthly compliance report: gathered from the queue, moderation, archive and briefs."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.archive.coverage import measure_span
from bot.briefs.corrections.states import CorrectionKind
from bot.briefs.due import slot_on
from bot.briefs.newsroom import Newsroom
from bot.briefs.slots import POSTED, EditionState
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.compliance.report.figures import (
    Briefs,
    Covered,
    Queue,
    Report,
    RuleFigures,
    SentBrief,
    punctuality,
)
from bot.compliance.report.month import Month, month_of
from bot.delivery.lanes import DeliveryState
from bot.review.figures import Figures
from bot.review.reckoning import figures_between
from db.models.brief import BriefEdition
from db.repositories import compliance_report, corrections

BROADCAST_STARTED = "broadcast-start"
"""The operators' action by which a broadcast begins to go out."""


def report_on(session: Session, room: Newsroom, month: Month, now: datetime) -> Report:
    """Return a month's report as of `now`; of a month that still runs, so far."""
    start, end = month.span(room.zone)
    until = min(end, now)
    applied = corrections.applied_between(session, start, end)
    withdrawn = sum(one.kind is CorrectionKind.WITHDRAWAL for one in applied)
    return Report(
        month=month,
        complete=now >= end,
        queue=_queue(figures_between(session, start, end, now)),
        coverage=_coverage(session, start, until),
        measures=compliance_report.measures_between(session, start, end),
        undone=compliance_report.undone_between(session, start, end),
        corrections=len(applied) - withdrawn,
        withdrawals=withdrawn,
        briefs=_briefs(session, room, month),
        broadcasts=compliance_report.count_targets(session, BROADCAST_STARTED, start, end),
    )


def month_due(now: datetime, room: Newsroom, calendar: ExchangeCalendar) -> Month | None:
    """Return the month to report on: on the first trading day of a month, the one before."""
    today = now.astimezone(room.zone).date()
    try:
        is_first = calendar.is_trading_day(today) and month_of(
            calendar.previous_trading_day(today)
        ) < month_of(today)
    except CalendarUncovered:
        is_first = today.day == 1  # nobody knows when it trades; better told than not
    return month_of(today).previous if is_first else None


def _queue(found: Figures) -> Queue:
    return Queue(
        held=found.held,
        blocked=found.blocked,
        overridden=found.overridden,
        upheld=found.upheld,
        waiting=found.waiting,
        overdue=found.overdue,
        appeals=found.appeals,
        appeals_granted=found.appeals_granted,
        reports=found.reports,
        reports_founded=found.reports_founded,
        p50=found.response_p50,
        p90=found.response_p90,
        rules=tuple(
            RuleFigures(rule, one.upheld, one.decided) for rule, one in found.precision.items()
        ),
    )


def _coverage(session: Session, start: datetime, until: datetime) -> tuple[Covered, ...]:
    if until <= start:
        return ()
    found = measure_span(session, (start, until)).groups
    return tuple(Covered(group.title, group.percent) for group in found)


def _briefs(session: Session, room: Newsroom, month: Month) -> Briefs:
    found = compliance_report.editions_between(session, month.first, month.following.first)
    return punctuality(
        _sent(session, room, found),
        editions=len(found),
        bare=sum(one.state is EditionState.DATA_ONLY for one in found),
        skipped=sum(one.state not in POSTED for one in found),
    )


def _sent(session: Session, room: Newsroom, found: Sequence[BriefEdition]) -> list[SentBrief]:
    sent = []
    for day, slot in dict.fromkeys((one.day, one.slot) for one in found):
        due = slot_on(day, slot, room.times, room.zone)
        for copy in corrections.sent_in_slot(session, day, slot):
            arrived = copy.settled_at if copy.state is DeliveryState.SENT else None
            sent.append(SentBrief(due.due_at, arrived))
    return sent

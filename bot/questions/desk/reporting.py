"""The weekly report on the desk, and the queue as it stands."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import Session

from bot.calendar.errors import CalendarUncovered
from bot.calendar.service import calendar_for
from bot.i18n import Say
from bot.questions.desk import people
from bot.questions.desk.cards import line_of
from bot.questions.desk.closing import WORST_GOOD
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.figures import Share, Tally, Week, week_of
from bot.questions.desk.showing import announce
from bot.questions.states import EventKind
from db.models.question import QuestionCase, QuestionEvent
from db.repositories import deliveries, expert_desk

TOLD_FROM = time(9)
MOST_LISTED = 20
COUNTED = (
    EventKind.CLAIMED,
    EventKind.HANDED_ON,
    EventKind.ANSWERED,
    EventKind.REOPENED,
    EventKind.DRAFTED,
    EventKind.MISSED,
    EventKind.PROMISED,
)


@dataclass(frozen=True, slots=True)
class Report:
    """A week of the desk: `promised` deadlines given to askers, how many of them missed."""

    first: date
    last: date
    experts: tuple[Week, ...]
    promised: int
    missed: int


def report_of(session: Session, desk: ExpertDesk, first: date, end: date) -> Report:
    """Return the figures from the start of `first` to the start of `end`, by local dates."""
    start, stop = _starts(first, desk), _starts(end, desk)
    events = expert_desk.events_between(session, COUNTED, start, stop)
    cases = expert_desk.cases(session, {event.case_id for event in events})
    tallies: dict[int, Tally] = {}
    for event in events:
        who = _whose(event, cases.get(event.case_id))
        if who is not None:
            tally = tallies.setdefault(who, Tally(people.name_of(session, who)))
            _count(tally, event)
    for rating in expert_desk.ratings_between(session, start, stop):
        name = people.name_of(session, rating.expert_id)
        tally = tallies.setdefault(rating.expert_id, Tally(name))
        tally.rated += 1
        tally.helpful += rating.score >= WORST_GOOD
    return Report(
        first=first,
        last=end - timedelta(days=1),
        experts=tuple(week_of(tallies[who]) for who in sorted(tallies)),
        promised=sum(
            event.kind is EventKind.PROMISED and event.details.get("due") is not None
            for event in events
        ),
        missed=sum(event.kind is EventKind.MISSED for event in events),
    )


def last_week(session: Session, desk: ExpertDesk, now: datetime) -> Report:
    """Return the report on the week before this one, Monday to Sunday."""
    monday = _monday(now, desk)
    return report_of(session, desk, monday - timedelta(days=7), monday)


def told_of(report: Report) -> tuple[Say, ...]:
    """Say a report, one expert after the other: its lines."""
    head = Say("expert-report-head", first=report.first, last=report.last)
    kept = Share(report.promised - report.missed, report.promised)
    total = Say("expert-report-total", **_share("kept", kept), missed=report.missed)
    if not report.experts:
        return head, total, Say("expert-report-empty")
    return head, total, *(_line(week) for week in report.experts)


def post_weekly(session: Session, desk: ExpertDesk, now: datetime) -> bool:
    """Tell the operators of last week, once on the first trading day of a week, from nine on.

    A week in which nobody asked for a person is no news.
    """
    local, monday = now.astimezone(desk.community.zone), _monday(now, desk)
    if local.time() < TOLD_FROM or local.date() != _first_trading_day(session, desk, monday):
        return False
    if deliveries.known_keys(session, [f"expert-desk:week:{monday.isoformat()}"]):
        return False
    report = last_week(session, desk, now)
    if not (report.promised or report.experts):
        return False
    return announce(session, desk, f"week:{monday.isoformat()}", told_of(report), now)


def queue_of(session: Session, now: datetime) -> tuple[Say, ...]:
    """Say what waits, the nearest deadline first: the lines."""
    found = expert_desk.with_people(session)
    if not found:
        return (Say("expert-queue-empty"),)
    shown = found[:MOST_LISTED]
    lines = [line_of(session, case, now) for case in shown]
    head = Say("expert-queue-head", count=len(found), shown=len(shown))
    return head, *lines, Say("expert-queue-how")


def _whose(event: QuestionEvent, case: QuestionCase | None) -> int | None:
    """Return which expert a line counts for."""
    match event.kind:
        case EventKind.CLAIMED | EventKind.ANSWERED:
            return event.actor_id
        case EventKind.HANDED_ON:
            return _number(event.details.get("assignee"))
        case EventKind.DRAFTED:
            return _number(event.details.get("expert"))
        case EventKind.REOPENED:
            return case.answered_by if case else None
        case _:
            return None


def _count(tally: Tally, event: QuestionEvent) -> None:
    details = event.details
    match event.kind:
        case EventKind.CLAIMED | EventKind.HANDED_ON:
            tally.taken += 1
        case EventKind.REOPENED:
            tally.reopened += 1
        case EventKind.DRAFTED:
            tally.drafted += 1
        case EventKind.ANSWERED if not details.get("further"):
            tally.answered += 1
            tally.promised += bool(details.get("promised"))
            tally.kept += bool(details.get("kept"))
            if details.get("first"):
                tally.minutes.append(int(details.get("minutes", 0)))
        case _:
            pass


def _line(week: Week) -> Say:
    return Say(
        "expert-report-expert",
        name=week.name,
        taken=week.taken,
        half=week.half if week.half is not None else -1,
        ninety=week.nine_tenths if week.nine_tenths is not None else -1,
        **_share("kept", week.kept),
        **_share("helpful", week.helpful),
        **_share("rated", week.rated),
        **_share("reopened", week.reopened),
        drafted=week.drafted,
    )


def _share(name: str, share: Share) -> dict[str, object]:
    return {name: share.part, f"{name}Of": share.of}


def _first_trading_day(session: Session, desk: ExpertDesk, monday: date) -> date | None:
    calendar = calendar_for(session, desk.community.exchange)
    try:
        return calendar.next_trading_day(monday - timedelta(days=1))
    except CalendarUncovered:
        return None


def _monday(now: datetime, desk: ExpertDesk) -> date:
    day = now.astimezone(desk.community.zone).date()
    return day - timedelta(days=day.weekday())


def _starts(day: date, desk: ExpertDesk) -> datetime:
    return datetime.combine(day, time(0), desk.community.zone).astimezone(UTC)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None

"""How a question ends: closed by staff, by the asker's silence, rated, made an entry."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.calendar.service import calendar_for
from bot.i18n import Say
from bot.members.deed import Deed
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk.claiming import refuse_taken
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import (
    QuestionEndedError,
    RatingLateError,
    RatingNotYoursError,
)
from bot.questions.desk.sent import Sent
from bot.questions.desk.service import case_of
from bot.questions.desk.showing import refresh
from bot.questions.desk.telling import News, tell
from bot.questions.states import CloseReason, EventKind, QuestionState
from db.models.question import QuestionCase, QuestionEvent
from db.repositories import expert_desk, questions

QUIET_TRADING_DAYS = 2
IDLE_FOR = timedelta(hours=24)
"""What the bot answered or offered, and nobody pressed, is done with after so long."""
RATED_WITHIN_DAYS = 7
GOOD, BAD = 5, 1
WORST_GOOD = 4
"""A rating from here on counts as helpful."""


def close(session: Session, desk: ExpertDesk, case_id: int, deed: Deed) -> QuestionCase:
    """Close a question; whoever asked is told where it had no answer yet."""
    case = case_of(session, case_id)
    if case.state is QuestionState.CLOSED:
        return case
    if case.state is QuestionState.HUMAN:
        refuse_taken(session, case, but=deed.actor_id)
    unanswered = case.answered_by is None
    if not cases.close(session, case, deed.actor_id, CloseReason.BY_STAFF, deed.now):
        raise QuestionEndedError(number=case_id)
    if unanswered:
        _tell_closed(session, desk, case, "unanswered", deed.now)
    deed.log(session, "question-close", f"question:{case_id}", {"state": case.state.value}, {})
    case = case_of(session, case_id)
    refresh(session, desk, case, deed.now)
    return case


def close_quiet(session: Session, desk: ExpertDesk, now: datetime) -> int:
    """Close what was answered, or asked back, two trading days ago without another word.

    Nothing is closed where the calendar does not say which days those were.
    """
    calendar = calendar_for(session, desk.community.exchange)
    before = now - timedelta(days=QUIET_TRADING_DAYS)
    closed = 0
    for case in expert_desk.answered_before(session, before):
        if case.answered_at is not None and _is_over(case.answered_at, calendar, desk, now):
            closed += cases.close(session, case, None, CloseReason.QUIET, now)
    for case in expert_desk.with_people(session):
        silent = case.asked_back_at
        if silent is not None and _is_over(silent, calendar, desk, now):
            closed += _close_silent(session, desk, case, now)
    return closed


def close_idle(session: Session, now: datetime) -> int:
    """Close what is with the bot and was left alone for a day; nobody is told, all can reopen."""
    found = expert_desk.idle_with_bot(session, now - IDLE_FOR)
    return sum(cases.close(session, case, None, CloseReason.QUIET, now) for case in found)


def rate(session: Session, case_id: int, score: int, deed: Deed) -> QuestionCase:
    """Take the asker's rating of the answer that stands, or change it, within seven days."""
    case = case_of(session, case_id)
    if case.asker_id != deed.actor_id or case.answered_by is None:
        raise RatingNotYoursError
    answered = case.answered_at or case.opened_at
    if deed.now - answered > timedelta(days=RATED_WITHIN_DAYS):
        raise RatingLateError(days=RATED_WITHIN_DAYS)
    values = {
        "case_id": case_id,
        "expert_id": case.answered_by,
        "rater_id": deed.actor_id,
        "score": score,
        "at": deed.now,
    }
    expert_desk.rate(session, values)
    expert_desk.set_columns(session, case_id, rating=score, stale=True)
    key = f"rated:{case_id}:{deed.key}"
    line = Line(EventKind.RATED, deed.actor_id, key=key[:128], details={"score": score})
    cases.note(session, case_id, line, deed.now)
    session.refresh(case)
    return case


def make_entry(session: Session, desk: ExpertDesk, case_id: int, deed: Deed) -> int | None:
    """Make a draft entry of a question and the answer that stands; nothing without a shelf."""
    case = case_of(session, case_id)
    if case.knowledge_entry_id is not None:
        return case.knowledge_entry_id
    answers = questions.events(session, case_id, [EventKind.ANSWERED])
    if not answers or case.answered_by is None:
        raise QuestionEndedError(number=case_id)
    words = "\n\n".join(event.text or "" for event in _standing(session, case))
    entry = desk.shelf.draft(session, case, words, case.answered_by, deed.now)
    if entry is None:
        return None
    expert_desk.set_columns(session, case_id, knowledge_entry_id=entry)
    by = {"entry": entry, "expert": case.answered_by}
    line = Line(EventKind.DRAFTED, deed.actor_id, key=f"drafted:{case_id}", details=by)
    cases.note(session, case_id, line, deed.now)
    refresh(session, desk, case, deed.now)
    return entry


def _standing(session: Session, case: QuestionCase) -> list[QuestionEvent]:
    """Return the answers since the question was last asked: one, with what was added to it."""
    found = questions.events(session, case.id, [EventKind.ANSWERED, EventKind.REOPENED])
    standing: list[QuestionEvent] = []
    for event in found:
        if event.kind is EventKind.REOPENED:
            standing = []
        else:
            standing.append(event)
    return standing or [event for event in found if event.kind is EventKind.ANSWERED]


def _close_silent(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> bool:
    if not cases.close(session, case, None, CloseReason.QUIET, now):
        return False
    _tell_closed(session, desk, case, "silent", now)
    return True


def _tell_closed(
    session: Session, desk: ExpertDesk, case: QuestionCase, why: str, now: datetime
) -> None:
    news = News(f"qclosed:{case.id}:{case.version}", Sent.CLOSING)
    tell(session, desk, case, news, Say("expert-closed", number=case.id, why=why), now)


def _is_over(since: datetime, calendar: ExchangeCalendar, desk: ExpertDesk, now: datetime) -> bool:
    """Tell whether two trading days have passed, to the time of day."""
    zone = desk.community.zone
    day = since.astimezone(zone).date()
    try:
        for _ in range(QUIET_TRADING_DAYS):
            day = calendar.next_trading_day(day)
    except CalendarUncovered:
        return False
    return now >= datetime.combine(day, since.astimezone(zone).timetz().replace(tzinfo=zone))

"""What our own records add to a brief: contests, the quiz, past closes and turnovers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from sqlmodel import Session

from bot.briefs.binding import unbound_numbers
from bot.briefs.content import RECORDED_DAYS
from bot.briefs.facts import (
    AskedQuestion,
    ContestNews,
    MeanTurnover,
    Occasion,
    QuestionBank,
    Quiz,
)
from bot.briefs.recording import AFTER_CLOSE
from bot.briefs.sections import SETTLED_WITHIN
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.i18n import Language
from bot.market.quote import HUNDREDTH
from bot.market.symbols import calendar_of
from db.repositories import brief_facts

MOST_QUESTIONS = 20
Calendars = Callable[[str], ExchangeCalendar]
Events = Callable[[Session, date], Sequence[Occasion]]


@dataclass(frozen=True, slots=True)
class Records:
    """What was found, as `Material` holds it."""

    closes: Mapping[str, Decimal] = field(default_factory=dict)
    turnovers: Mapping[str, MeanTurnover] = field(default_factory=dict)
    occasions: tuple[Occasion, ...] = ()
    contests: tuple[ContestNews, ...] = ()
    quiz: Quiz | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a slot needs of the records: `days` are the brief's and the next session's."""

    day: date
    days: tuple[date, ...]
    symbols: tuple[str, ...]
    now: datetime
    bot_username: str = ""


def no_events(session: Session, day: date) -> Sequence[Occasion]:
    """Return nothing: nobody enters events."""
    return ()


def records_for(
    session: Session, calendars: Calendars, events: Events, bank: QuestionBank | None, want: Wanted
) -> Records:
    """Return what the records hold for a slot."""
    closes, means = {}, {}
    for symbol in want.symbols:
        calendar = calendars(calendar_of(symbol))
        close = _close_before(session, calendar, symbol, want.now)
        if close is not None:
            closes[symbol] = close
        mean = _mean_turnover(session, calendar, symbol, want.now)
        if mean is not None:
            means[symbol] = mean
    return Records(
        closes,
        means,
        tuple(occasion for day in want.days for occasion in events(session, day)),
        _contests(session, want.bot_username),
        _quiz(session, bank, want.day) if bank else None,
    )


def _close_before(
    session: Session, calendar: ExchangeCalendar, symbol: str, now: datetime
) -> Decimal | None:
    """Return the close of the session before the latest, if it was recorded after the bell."""
    try:
        before = calendar.previous_trading_day(calendar.latest_session(now).day)
        closes = calendar.session(before).closes
    except CalendarUncovered:
        return None
    return brief_facts.close_of(session, symbol, closes, closes + AFTER_CLOSE)


def _mean_turnover(
    session: Session, calendar: ExchangeCalendar, symbol: str, now: datetime
) -> MeanTurnover | None:
    """Return the mean over the sessions before the latest; None unless all were recorded whole."""
    try:
        day = calendar.latest_session(now).day
        days = []
        for _ in range(RECORDED_DAYS):
            day = calendar.previous_trading_day(day)
            days.append(day)
        ends = {each: calendar.session(each).closes - SETTLED_WITHIN for each in days}
    except CalendarUncovered:
        return None
    rows = [row for row in brief_facts.turnovers(session, symbol, days) if row.at >= ends[row.day]]
    if len(rows) < RECORDED_DAYS:
        return None
    total = sum((row.amount for row in rows), Decimal(0))
    mean = (total / len(rows)).quantize(HUNDREDTH, ROUND_HALF_UP)
    return MeanTurnover(mean, len(rows), rows[0].at)


def _contests(session: Session, bot_username: str) -> tuple[ContestNews, ...]:
    link = f"https://t.me/{bot_username}?start=rank" if bot_username else ""
    return tuple(
        ContestNews(
            id=contest.id,
            title=contest.title,
            participants=count,
            first_day=date.fromisoformat(contest.rules["first_day"]),
            last_day=date.fromisoformat(contest.rules["last_day"]),
            running=running,
            link=link,
        )
        for contest, running, count in brief_facts.announced_contests(session)
        if "first_day" in contest.rules and "last_day" in contest.rules
    )


def _quiz(session: Session, bank: QuestionBank, day: date) -> Quiz | None:
    """Return the question that most members missed today, else one that the day chooses.

    Only questions without numbers: in a brief nothing would bind them.
    """
    fitting = {question.id: quiz for question in bank.all() if (quiz := _as_quiz(question))}
    for id in brief_facts.asked_questions(session, day, MOST_QUESTIONS):
        if id in fitting:
            return fitting[id]
    every = list(fitting.values())
    return every[day.toordinal() % len(every)] if every else None


def _as_quiz(question: AskedQuestion) -> Quiz | None:
    answer = list(question.options)[question.correct]
    quiz = Quiz(
        question.id,
        {language: question.prompt.in_language(language) for language in Language},
        {language: answer.in_language(language) for language in Language},
    )
    texts = (*quiz.prompt.values(), *quiz.answer.values())
    return None if any(unbound_numbers(text, ()) for text in texts) else quiz


def days_of(day: date, calendar: ExchangeCalendar) -> tuple[date, ...]:
    """Return the brief's day and the next session's, as far as the calendar knows."""
    try:
        return (day, calendar.next_trading_day(day))
    except CalendarUncovered:
        return (day,)

"""What the rehearsal has of questions: an expert with a licence, and an AMA that collects them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from bot.ama import asking, service
from bot.ama.desk import AmaDesk
from bot.ama.plan import Plan
from bot.calendar.errors import CalendarUncovered
from bot.calendar.exchange import ExchangeCalendar
from bot.calendar.service import calendar_for
from bot.members.deed import Deed
from bot.members.tiers import Tier
from bot.questions.desk import staffing
from bot.questions.desk.desk import ExpertDesk
from bot.sandbox import cast

LICENCE, NUMBER, LICENCE_DAYS = "advisory", "模拟-0001", 365
TITLE = "怎样读懂一份财报"
QUESTIONS = (
    (cast.HE, "利润涨了、现金流却是负的，这种财报该怎么看？"),
    (cast.DANIEL, "毛利率和净利率差很多，说明什么？"),
    (cast.HE, "商誉是什么，减值会影响什么？"),
)
"""Asked before the newcomer comes: the last one still waits for the operators."""
VOTES = ((0, cast.DANIEL), (1, cast.HE))
STARTS, MINUTES = time(20, 0), 60
LEAST_AHEAD = timedelta(minutes=30)


def license_expert(session: Session, desk: ExpertDesk, deed: Deed) -> None:
    """Let the hall's expert answer what asks for advice, for a year."""
    declared = staffing.Declared(LICENCE, deed.day + timedelta(days=LICENCE_DAYS), NUMBER)
    staffing.declare(session, desk, cast.EXPERT, declared, deed)


def call_for_questions(session: Session, desk: AmaDesk, deed: Deed) -> set[int]:
    """Announce an AMA on the next evening with trading, and ask; return who asked.

    Nothing where the calendar ends before: it is a rehearsal, not a guess.
    """
    calendar = calendar_for(session, desk.community.exchange)
    try:
        starts_at = _next_evening(calendar, deed.now)
    except CalendarUncovered:
        return set()
    tiers = (Tier.NEWBIE, Tier.ADVANCED)
    plan = Plan(TITLE, "@zhou_zheng", starts_at, MINUTES, tiers, weekly=False)
    number = service.begin(session, desk, plan, deed).id
    service.call(session, desk, number, deed)
    asked = [_ask(session, desk, number, place, deed) for place in range(len(QUESTIONS))]
    for question in asked[:-1]:
        asking.moderate(session, desk, question, True, "", deed)
    for place, voter in VOTES:
        asking.vote(session, desk, asked[place], True, replace(deed, actor_id=voter))
    return {asker for asker, _ in QUESTIONS}


def _ask(session: Session, desk: AmaDesk, number: int, place: int, deed: Deed) -> int:
    asker, text = QUESTIONS[place]
    own = replace(deed, actor_id=asker, key=f"{deed.key}:{place}")
    return asking.ask(session, desk, number, text, own).question.id


def _next_evening(calendar: ExchangeCalendar, now: datetime) -> datetime:
    day: date = calendar.local_day(now)
    starts_at = datetime.combine(day, STARTS, calendar.zone)
    while not calendar.is_trading_day(day) or starts_at < now + LEAST_AHEAD:
        day = calendar.next_trading_day(day)
        starts_at = datetime.combine(day, STARTS, calendar.zone)
    return starts_at

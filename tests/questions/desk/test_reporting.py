from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from bot.i18n import Language
from bot.questions.desk import reporting, watching
from bot.questions.desk.answering import answer
from bot.questions.desk.closing import GOOD, rate
from bot.questions.desk.figures import Share
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    NOW,
    OPS,
    WORDS,
    make_addition,
    make_deed,
    make_typed,
    make_waiting,
    minutes,
    posts,
)

MONDAY = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)


def make_week(session: Session) -> None:
    """Let one expert keep one promise and miss another, and one question stay unanswered."""
    kept, late = make_waiting(session, thread_id=1), make_waiting(session, thread_id=2)
    make_waiting(session, thread_id=3)
    answer(session, DESK, kept.id, make_typed(), make_deed(EXPERT, NOW + minutes(20)))
    rate(session, kept.id, GOOD, make_deed(ASKER, NOW + minutes(30)))
    make_addition(session, kept.id, "还有一点", NOW + minutes(40))
    watching.tick(session, DESK, make_deed(99, NOW + minutes(61)))
    answer(session, DESK, late.id, make_typed(), make_deed(EXPERT, NOW + minutes(80)))
    answer(session, DESK, late.id, make_typed("再补一句"), make_deed(EXPERT, NOW + minutes(81)))


def test_the_week_says_of_how_many(session: Session) -> None:
    make_week(session)
    report = reporting.last_week(session, DESK, MONDAY)
    assert (report.first, report.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert (report.promised, report.missed) == (4, 2)
    week = report.experts[0]
    assert (week.name, week.taken, week.half, week.nine_tenths) == ("林顾问", 2, 20, 80)
    assert (week.kept, week.helpful, week.rated) == (Share(1, 2), Share(1, 1), Share(1, 2))
    assert (week.reopened, week.drafted) == (Share(1, 2), 0)


def test_who_had_nothing_to_do_is_not_in_it(session: Session) -> None:
    make_week(session)
    report = reporting.last_week(session, DESK, MONDAY)
    assert [week.name for week in report.experts] == ["林顾问"]


def test_the_report_is_posted_once_on_the_first_trading_morning(session: Session) -> None:
    make_week(session)
    early = MONDAY - timedelta(minutes=10)
    told = [reporting.post_weekly(session, DESK, at) for at in (early, MONDAY, MONDAY)]
    assert told == [False, True, False]
    weekly = [post for post in posts(session, OPS) if "周报" in post.markup]
    assert len(weekly) == 1
    assert "按时 1/2" in weekly[0].markup


def test_after_a_holiday_it_comes_on_the_first_trading_day(session: Session) -> None:
    before = datetime(2026, 9, 29, 2, 0, tzinfo=UTC)
    make_waiting(session, now=before)
    during, first = (datetime(2026, 10, day, 2, 0, tzinfo=UTC) for day in (5, 8))
    assert not reporting.post_weekly(session, DESK, during)
    assert reporting.post_weekly(session, DESK, first)
    assert not reporting.post_weekly(session, DESK, first + timedelta(days=1))


def test_a_week_without_questions_is_no_news(session: Session) -> None:
    assert not reporting.post_weekly(session, DESK, MONDAY)


def test_past_the_calendars_end_there_is_no_first_trading_day(session: Session) -> None:
    assert not reporting.post_weekly(session, DESK, datetime(2027, 1, 4, 2, 0, tzinfo=UTC))


def test_an_empty_week_and_an_empty_queue_are_said(session: Session) -> None:
    says = reporting.told_of(reporting.last_week(session, DESK, MONDAY))
    assert "没有人接手" in WORDS.say(Language.SIMPLIFIED, says[-1])
    empty = reporting.queue_of(session, NOW)
    assert "没有待答" in WORDS.say(Language.SIMPLIFIED, empty[0])


def test_the_queue_begins_with_the_nearest_deadline(session: Session) -> None:
    later = make_waiting(session, now=NOW + minutes(5), thread_id=1)
    first = make_waiting(session, thread_id=2)
    lines = [WORDS.say(Language.SIMPLIFIED, say) for say in reporting.queue_of(session, NOW)]
    assert "待答 2 件" in lines[0]
    assert lines[1].startswith(f"{first.id} 号")
    assert lines[2].startswith(f"{later.id} 号")

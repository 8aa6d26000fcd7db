from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlmodel import Session

from bot.briefs.content_report import (
    content_lines,
    layers_line_until,
    layers_until,
    regime_line,
)
from bot.briefs.facts import Occasion
from bot.briefs.layers import Layer
from bot.briefs.records import Records, Wanted, days_of, no_events, records_for
from bot.briefs.series import record_points
from bot.briefs.slots import EditionState, Slot
from bot.calendar.exchange import load_calendar
from bot.checkin.question import Purpose
from bot.checkin.toml_questions import TomlQuestions
from bot.contest.states import ContestState
from bot.i18n import Language
from bot.market.quote import Quote
from bot.members.tiers import Tier
from db.models.brief import BriefEdition
from db.models.checkin import DailyQuestion
from db.session import Database
from tests.briefs.newsrooms import DAY, WORDS, at
from tests.briefs.test_figures import make_quote
from tests.factories.contests import make_contest
from tests.factories.members import make_member

SYMBOL = "sh000001"
WANT = Wanted(DAY, (DAY,), (SYMBOL,), at("15:45"), "bell_bot")
BANK = TomlQuestions()


def found(session: Session, want: Wanted = WANT) -> Records:
    return records_for(session, load_calendar, no_events, BANK, want)


def quote_at(clock: str, day: date, amount: str, last: str = "3400") -> Quote:
    return make_quote(at=at(clock, day), amount=Decimal(amount), last=Decimal(last))


def trading_days(count: int) -> list[date]:
    days, day = [], DAY
    for _ in range(count):
        day = load_calendar("XSHG").previous_trading_day(day)
        days.append(day)
    return days


@pytest.mark.parametrize(("recorded", "mean"), [(5, "300.00"), (4, None)])
def test_the_mean_turnover_needs_all_five_days_before(
    db: Database, recorded: int, mean: str | None
) -> None:
    for n, day in enumerate(trading_days(recorded), start=1):
        db.run_sync(record_points, [quote_at("14:00", day, "1")], at("14:00", day))
        db.run_sync(record_points, [quote_at("15:00", day, str(n * 100))], at("15:01", day))
    db.run_sync(record_points, [quote_at("15:00", DAY, "999")], at("15:01"))
    turnovers = db.run_sync(found).turnovers
    assert {s: t.mean for s, t in turnovers.items()} == ({SYMBOL: Decimal(mean)} if mean else {})


def test_a_day_that_was_not_recorded_to_its_end_counts_for_nothing(db: Database) -> None:
    for n, day in enumerate(trading_days(5)):
        clock = "15:00" if n else "14:30"
        db.run_sync(record_points, [quote_at(clock, day, "100")], at(clock, day))
    assert db.run_sync(found).turnovers == {}


def test_an_older_row_never_replaces_a_newer_turnover(db: Database) -> None:
    for day in trading_days(5):
        db.run_sync(record_points, [quote_at("15:00", day, "100")], at("15:01", day))
        db.run_sync(record_points, [quote_at("14:59", day, "7")], at("15:02", day))
    assert db.run_sync(found).turnovers[SYMBOL].mean == 100


def test_the_close_before_is_what_was_recorded_after_the_bell(db: Database) -> None:
    day = trading_days(1)[0]
    db.run_sync(record_points, [quote_at("14:55", day, "1", "3333")], at("14:55", day))
    assert db.run_sync(found).closes == {}
    db.run_sync(record_points, [quote_at("15:00", day, "1", "3340")], at("15:01", day))
    assert db.run_sync(found).closes == {SYMBOL: Decimal(3340)}


def test_invented_quotes_are_never_recorded_as_turnover(db: Database) -> None:
    for day in trading_days(5):
        quote = replace(quote_at("15:00", day, "100"), simulated=True)
        db.run_sync(record_points, [quote], at("15:01", day))
    assert db.run_sync(found).turnovers == {}


def test_contests_are_told_with_their_days_people_and_the_way_to_the_board(db: Database) -> None:
    def fill(session: Session) -> None:
        make_contest(session)
        make_contest(session, state=ContestState.OPEN, title="下一场")
        make_contest(session, state=ContestState.FINISHED, title="旧的")

    db.run_sync(fill)
    contests = db.run_sync(found).contests
    assert [(c.title, c.running, c.participants) for c in contests] == [
        ("下一场", False, 0),
        ("秋季模拟赛", True, 0),
    ]
    assert contests[0].link == "https://t.me/bell_bot?start=rank"
    assert contests[1].last_day == date(2026, 11, 24)


def test_the_quiz_is_the_question_that_most_members_missed(db: Database) -> None:
    fallback = db.run_sync(found).quiz
    other = db.run_sync(found, replace(WANT, day=DAY + timedelta(days=1))).quiz
    assert fallback is not None and other is not None
    assert fallback != other

    def ask(session: Session) -> None:
        for number in (1, 2):
            make_member(session, number)
            session.add(
                DailyQuestion(
                    member_id=number,
                    day=DAY,
                    purpose=Purpose.DAILY,
                    question_id=other.question_id,
                    question_version=1,
                    asked_at=at("08:00"),
                    choice=0,
                    correct=False,
                )
            )

    db.run_sync(ask)
    assert db.run_sync(found).quiz == other


def test_entered_events_are_asked_for_each_day_of_the_brief(db: Database) -> None:
    days = days_of(DAY, load_calendar("XSHG"))
    assert days == (DAY, date(2026, 11, 23))
    asked: list[date] = []

    def events(_session: Session, day: date) -> list[Occasion]:
        asked.append(day)
        return [Occasion(day, "公布数据")]

    want = replace(WANT, days=days)
    records = db.run_sync(lambda s: records_for(s, load_calendar, events, None, want))
    assert asked == list(days)
    assert len(records.occasions) == 2
    assert records.quiz is None


def edition(day: date, markup: str = "x", **layers: int) -> BriefEdition:
    return BriefEdition(
        day=day,
        slot=Slot.NOON,
        tier=Tier.VIP,
        language=Language.ENGLISH,
        state=EditionState.QUEUED,
        markup=markup,
        snapshot={"layers": layers},
        created_at=at("12:00"),
    )


def test_the_shares_of_thirty_days_are_reported_to_operators(db: Database) -> None:
    def fill(session: Session) -> None:
        session.add(edition(DAY, basic=50, analysis=30, personal=20))
        session.add(edition(DAY - timedelta(days=29), basic=50, analysis=30, personal=20))
        session.add(edition(DAY - timedelta(days=30), basic=900))
        session.add(edition(DAY - timedelta(days=1), markup="", basic=900))

    assert "还没有" in WORDS.say(Language.SIMPLIFIED, db.run_sync(layers_line_until, DAY))
    db.run_sync(fill)
    assert db.run_sync(layers_until, DAY)[Layer.BASIC] == Decimal("50.0")
    line = WORDS.say(Language.SIMPLIFIED, db.run_sync(layers_line_until, DAY))
    assert "基础 50.0%、分析 30.0%、个人 20.0%；目标 40 / 35 / 25" in line


def test_the_regime_is_told_with_its_figures() -> None:
    figure = {"value": "-2.31"}
    reason = {"rule": "index_move", "what": "上证指数", "threshold": "2.00", "figure": figure}
    snapshot = {"regime": {"kind": "volatile", "reasons": [reason]}, "poll": {"question": "问？"}}
    text = WORDS.say(Language.SIMPLIFIED, regime_line(snapshot, Language.SIMPLIFIED))
    assert "上证指数涨跌 -2.31%，达到 2.00%" in text
    lines = [WORDS.say(Language.ENGLISH, s) for s in content_lines(snapshot, Language.ENGLISH)]
    assert len(lines) == 3
    assert "问？" in lines[-1]
    assert "calm" in WORDS.say(Language.ENGLISH, regime_line({}, Language.ENGLISH))

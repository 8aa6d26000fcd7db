from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.ama import live, series
from bot.ama.desk import AmaDesk
from bot.ama.errors import AmaUnknownError
from bot.ama.states import AmaState
from db.repositories import ama, deliveries
from tests.factories.amas import AUTHOR, BOT, STARTS, ama_of, make_ama, make_deed

WEEK = timedelta(days=7)


def _sessions(session: Session) -> list[datetime]:
    return [found.starts_at for found in ama.in_states(session, [AmaState.COLLECTING])]


def _series(session: Session, desk: AmaDesk, starts_at: datetime = STARTS) -> int:
    number = make_ama(session, desk, weekly=True, starts_at=starts_at)
    found = ama_of(session, number).series_id
    assert found is not None
    return found


def test_the_next_session_is_called_for_six_days_ahead_and_once(
    session: Session, desk: AmaDesk
) -> None:
    found = _series(session, desk)
    assert not series.carry_on(session, desk, found, STARTS + timedelta(hours=23))
    for minutes in (0, 1, 600):
        at = STARTS + timedelta(days=1, minutes=minutes)
        series.carry_on(session, desk, found, at)
    assert _sessions(session) == [STARTS, STARTS + WEEK]
    assert deliveries.with_key(session, "ama:2:call:-1001") is not None


def test_a_long_downtime_leaves_no_session_in_the_past(session: Session, desk: AmaDesk) -> None:
    found = _series(session, desk)
    assert series.carry_on(session, desk, found, STARTS + 3 * WEEK - timedelta(days=1))
    assert _sessions(session) == [STARTS, STARTS + 3 * WEEK]


def test_a_stopped_series_calls_no_more(session: Session, desk: AmaDesk) -> None:
    found = _series(session, desk)
    series.stop(session, found, make_deed(AUTHOR, "stop"))
    assert series.running(session) == []
    assert not series.carry_on(session, desk, found, STARTS + timedelta(days=2))
    with pytest.raises(AmaUnknownError):
        series.stop(session, found, make_deed(AUTHOR, "again"))


def test_past_the_calendar_the_operators_are_asked_and_nothing_is_called(
    session: Session, desk: AmaDesk
) -> None:
    last = datetime(2026, 12, 30, 12, 0, tzinfo=UTC)
    found = _series(session, desk, datetime(2026, 12, 23, 12, 0, tzinfo=UTC))
    assert series.carry_on(session, desk, found, last - timedelta(days=5))
    assert not series.carry_on(session, desk, found, last + timedelta(days=2))
    key = f"alert:ama-series:{found}:2027-01-06:alert-ama-uncovered:-1009"
    assert deliveries.with_key(session, key) is not None
    assert len(_sessions(session)) == 2


def test_a_holiday_moves_one_session_and_not_those_after_it(
    session: Session, desk: AmaDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monday = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    found = _series(session, desk, monday)

    def calendar(_session: Session, _exchange: str) -> object:
        return _Closed({(monday + WEEK).date()})

    monkeypatch.setattr(series, "calendar_for", calendar)
    series.carry_on(session, desk, found, monday + timedelta(days=2))
    series.carry_on(session, desk, found, monday + WEEK + timedelta(days=2))
    assert _sessions(session) == [monday, monday + timedelta(days=8), monday + 2 * WEEK]


class _Closed:
    """A calendar on which every day but a few has trading."""

    def __init__(self, days: set[object]) -> None:
        self._days = days

    def is_trading_day(self, day: object) -> bool:
        return day not in self._days


def test_a_day_that_lost_its_trading_is_asked_about_and_not_opened_silently(
    session: Session, desk: AmaDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _series(session, desk)
    monkeypatch.setattr(series, "calendar_for", lambda *_: _Closed({STARTS.date()}))
    for _ in range(2):
        series.ask_about_closed_days(session, desk, STARTS - timedelta(hours=3))
    card = deliveries.with_key(session, f"alert:ama-day:1:{STARTS:%Y%m%d}:-1009")
    assert card is not None and "休市" in card.markup
    assert not live.open_stage(session, desk, 1, make_deed(BOT, "open", STARTS))
    series.hold_anyway(session, 1, make_deed(AUTHOR, "anyway", STARTS))
    assert live.open_stage(session, desk, 1, make_deed(BOT, "open2", STARTS))


def test_without_a_word_it_is_called_off_for_the_reason_it_has(
    session: Session, desk: AmaDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _series(session, desk)
    monkeypatch.setattr(series, "calendar_for", lambda *_: _Closed({STARTS.date()}))
    late = STARTS + timedelta(minutes=31)
    live.open_stage(session, desk, 1, make_deed(BOT, "open", late))
    assert ama_of(session, 1).reason == "closed-day"


def test_who_called_for_a_day_without_trading_meant_it(session: Session, desk: AmaDesk) -> None:
    saturday = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    _series(session, desk, saturday)
    assert live.open_stage(session, desk, 1, make_deed(BOT, "open", saturday))

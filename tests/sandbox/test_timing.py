from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import ManualClock, RehearsalClock
from bot.sandbox.hall import Hall
from bot.sandbox.refusals import HallError

SUNDAY = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 1, 26, tzinfo=UTC)


def _hall() -> tuple[Hall, ManualClock]:
    machine = ManualClock(SUNDAY)
    return Hall(RehearsalClock(machine)), machine


def test_the_clock_jumps_ahead_and_runs_on_from_there() -> None:
    hall, machine = _hall()
    assert hall.fast_forward("2026-11-23T09:26:00+08:00") == MONDAY.isoformat()
    machine.advance(seconds=5)
    assert hall.now() == MONDAY + timedelta(seconds=5)


def test_everybody_who_listens_hears_of_the_jump() -> None:
    hall, _ = _hall()
    heard: list[str] = []
    hall.listen(lambda event: heard.append(event.kind))
    hall.fast_forward(MONDAY.isoformat())
    assert heard == ["clock"]


@pytest.mark.parametrize(
    ("to", "code"),
    [
        (SUNDAY.isoformat(), "instant-past"),
        ((SUNDAY - timedelta(seconds=1)).isoformat(), "instant-past"),
        ("2026-11-23T09:26:00", "instant-without-zone"),
        ((SUNDAY + timedelta(days=401)).isoformat(), "instant-too-far"),
    ],
)
def test_a_jump_that_makes_no_sense_is_refused_by_name(to: str, code: str) -> None:
    hall, _ = _hall()
    with pytest.raises(HallError) as refused:
        hall.fast_forward(to)
    assert refused.value.code == code
    assert hall.now() == SUNDAY


def test_a_hall_on_a_clock_of_its_own_cannot_be_moved() -> None:
    with pytest.raises(HallError) as refused:
        Hall(ManualClock(SUNDAY)).fast_forward(MONDAY.isoformat())
    assert refused.value.code == "clock-fixed"

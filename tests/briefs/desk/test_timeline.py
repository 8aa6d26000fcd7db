from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefs.desk.timeline import Stage, stage_at
from bot.briefs.slots import Slot
from tests.briefs.newsrooms import at, make_due

DUE = make_due(Slot.NOON)


@pytest.mark.parametrize(
    ("clock", "stage"),
    [
        ("11:04", Stage.AHEAD),
        ("11:05", Stage.DRAFTING),
        ("11:29", Stage.DRAFTING),
        ("11:30", Stage.REMINDING),
        ("11:39", Stage.REMINDING),
        ("11:40", Stage.ESCALATING),
        ("11:44", Stage.ESCALATING),
        ("11:45", Stage.DUE),
        ("12:54", Stage.DUE),
        ("12:55", Stage.OVER),
        ("23:00", Stage.OVER),
    ],
)
def test_each_stage_begins_on_its_minute(clock: str, stage: Stage) -> None:
    assert stage_at(DUE, at(clock)) is stage


@settings(max_examples=50)
@given(st.integers(-4000, 8000), st.integers(0, 4000))
def test_time_never_leads_back_to_an_earlier_stage(start: int, later: int) -> None:
    order = list(Stage)
    first = DUE.due_at + timedelta(seconds=start)
    second = first + timedelta(seconds=later)
    assert order.index(stage_at(DUE, first)) <= order.index(stage_at(DUE, second))

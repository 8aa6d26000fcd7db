"""Ten recorded trading days through the desk: every slot once per tier, every figure fresh."""

import io
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlmodel import Session

from bot import demo
from bot.briefs.picture import Pictured
from bot.briefs.slots import EditionState, Slot
from bot.members.tiers import Tier
from bot.replay.conduct import Conduct
from bot.replay.judging import report_on
from bot.replay.playing import Replayed, ReplayWindow, replay, window
from db.models.brief import BriefEdition
from db.opening import open_database
from tests.briefs.houses import editions, make_house
from tests.replay.recording import CLOSES, DAYS, LAST, recording


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what takes long and is tested elsewhere: drawing, and two more languages."""
    small = io.BytesIO()
    Image.new("RGB", (8, 8)).save(small, "PNG")
    monkeypatch.setattr(Pictured, "png", lambda _: small.getvalue())
    monkeypatch.setattr(demo, "LANGUAGES", {})


async def test_ten_recorded_days_go_through_the_desk_without_a_fault(
    quick: None, tmp_path: Path
) -> None:
    days = window(10, LAST, recording(), LAST)
    assert len(days) == 10
    done = await replay(days, tmp_path, recording())

    assert [slot.faults for slot in done.slots] == [()] * 30
    assert (done.strays, done.chain_holds, done.closed_days) == (0, True, 4)
    assert done.faults == 0
    assert done.sealed > 60
    assert_conduct(done)
    db = open_database(f"sqlite:///{tmp_path}/bell.db")
    try:
        made = await db.read(editions)
        assert_one_each(made, days)
        assert_recorded_closes(made)
        assert_a_tampered_text_is_found(await db.run(_tampered_reports, done))
    finally:
        db.close()


def assert_conduct(done: Replayed) -> None:
    """Hold what became of each slot against what the operators of its day did."""
    for slot in done.slots:
        said = set(slot.outcomes.values())
        assert slot.reminded == (slot.conduct is Conduct.NOBODY)
        if slot.conduct is Conduct.NOBODY:
            assert said == {"data-only (not-approved)"}
        elif slot.conduct is Conduct.MIXED:
            assert slot.outcomes == {
                Tier.NEWBIE: "queued",
                Tier.ADVANCED: "data-only (chosen)",
                Tier.VIP: "skipped (rejected)",
            }
        else:
            assert said == {"queued"}
        is_cut = slot.conduct is Conduct.OUTAGE and slot.due.slot is Slot.NOON
        assert slot.minutes_late == ("T+9" if is_cut else "T")


def assert_one_each(made: list[BriefEdition], days: list[date]) -> None:
    counted = Counter((one.day, one.slot, one.tier) for one in made)
    assert counted == Counter((day, slot, tier) for day in days for slot in Slot for tier in Tier)


def assert_recorded_closes(made: list[BriefEdition]) -> None:
    """Hold the index of every evening against what the recording's closes make of it."""
    checked = 0
    for one in made:
        if one.slot is not Slot.EVENING or one.state is EditionState.SKIPPED:
            continue
        before = CLOSES[DAYS[DAYS.index(one.day) - 1]]
        moved = (CLOSES[one.day] / before - 1) * 100
        figures = [*one.snapshot["figures"], *one.snapshot["picture"]]
        written = {f["written"] for f in figures if f["symbols"] == ["simsh000001"]}
        assert f"▲{moved.quantize(Decimal('0.01'), ROUND_HALF_UP)}%" in written
        assert f"{CLOSES[one.day]:,}" in written
        checked += 1
    assert checked == 28


def assert_a_tampered_text_is_found(faults: tuple[str, ...]) -> None:
    told = " | ".join(faults)
    assert "unbound 99" in told
    assert "stale" in told
    assert "not in the archive as it was sent" in told


def _tampered_reports(session: Session, done: Replayed) -> tuple[str, ...]:
    """Return the faults of the first noon once its edition is not what it was."""
    first = next(slot for slot in done.slots if slot.due.slot is Slot.NOON)
    edition = next(e for e in editions(session) if (e.day, e.slot) == (first.due.day, Slot.NOON))
    snapshot: dict[str, Any] = dict(edition.snapshot)
    old = [f | {"at": "2026-12-01T03:30:00+00:00"} for f in snapshot["figures"]]
    edition.snapshot = snapshot | {"figures": old}
    edition.markup = edition.markup.replace("\n", "\n量能放大 99%\n", 1)
    session.flush()
    room = make_house(None).newsroom  # type: ignore[arg-type]
    return report_on(session, room, first.due, first.conduct, tuple(Tier)).faults


def test_the_days_end_where_the_recording_ends_and_never_outside_of_the_calendar() -> None:
    assert window(3, None, recording(), date(2026, 11, 22)) == DAYS[-3:]
    assert window(1, None, None, date(2026, 11, 22)) == [date(2026, 11, 20)]
    with pytest.raises(ReplayWindow):
        window(3, date(2031, 1, 6), None, LAST)
    with pytest.raises(ReplayWindow):
        window(3, date(2024, 1, 3), None, LAST)

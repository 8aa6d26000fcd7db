from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from bot.contest.proof.sealing import Entry, seal
from tests.factories.contests import at

RULES = "0" * 64
ENTRY = Entry(7, 1, date(2026, 11, 20), None, 5, "Joined", True, at(9, 0), {"is": "Joined"})


@pytest.mark.parametrize(
    "change",
    [
        {"id": 8},
        {"contest_id": 2},
        {"day": date(2026, 11, 21)},
        {"seq": 1},
        {"member_id": 6},
        {"kind": "Accepted"},
        {"is_event": False},
        {"at": at(9, 1)},
        {"body": {"is": "Joined", "cash": str(Decimal(1))}},
    ],
)
def test_whatever_changes_in_a_record_changes_its_hash(change: dict[str, object]) -> None:
    assert seal(replace(ENTRY, **change), RULES) != seal(ENTRY, RULES)  # type: ignore[arg-type]


def test_what_stands_before_it_changes_a_hash_and_the_zone_of_its_instant_does_not() -> None:
    assert seal(ENTRY, "1" * 64) != seal(ENTRY, RULES)
    moved = ENTRY.at.astimezone(timezone(timedelta(hours=8)))
    assert isinstance(moved, datetime)
    assert seal(replace(ENTRY, at=moved), RULES) == seal(ENTRY, RULES)

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contest.rulebook.dated import ALWAYS, NotInForce, in_force

CHANGED = date(2026, 7, 6)
TABLE = ((ALWAYS, "five"), (CHANGED, "ten"))


def test_a_rule_holds_from_its_first_day_on():
    assert in_force(TABLE, CHANGED - timedelta(days=1)) == "five"
    assert in_force(TABLE, CHANGED) == "ten"
    assert in_force(TABLE, date.max) == "ten"


def test_a_day_before_the_table_begins_is_not_guessed():
    with pytest.raises(NotInForce):
        in_force(TABLE[1:], CHANGED - timedelta(days=1))


@given(st.sets(st.dates(), min_size=1), st.dates())
def test_the_last_row_that_has_begun_counts(days, day):
    table = tuple((since, since) for since in sorted(days))
    begun = [since for since in days if since <= day]
    if begun:
        assert in_force(table, day) == max(begun)
    else:
        with pytest.raises(NotInForce):
            in_force(table, day)

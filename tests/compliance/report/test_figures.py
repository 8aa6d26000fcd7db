from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.compliance.report.figures import (
    Covered,
    Queue,
    Report,
    RuleFigures,
    SentBrief,
    percent,
    punctuality,
)
from bot.compliance.report.month import Month
from bot.compliance.report.table import csv_of, lines_of

DUE = datetime(2026, 10, 9, 0, 30, tzinfo=UTC)


def sent(minutes: int | None) -> SentBrief:
    return SentBrief(DUE, None if minutes is None else DUE + timedelta(minutes=minutes))


def test_on_time_is_within_five_minutes_and_what_never_came_is_missed() -> None:
    found = punctuality([sent(0), sent(5), sent(6), sent(None)], editions=2, bare=1, skipped=0)
    assert (found.on_time, found.late, found.missed, found.copies) == (2, 1, 1, 4)


def test_a_share_of_nothing_is_no_share() -> None:
    assert percent(0, 0) is None
    assert percent(1, 3) == Decimal("33.3")
    assert percent(2, 3) == Decimal("66.7")


def test_released_are_overridden_cases_and_granted_appeals() -> None:
    assert Queue(overridden=3, appeals_granted=2).released == 5


def test_the_rules_that_caused_most_come_first() -> None:
    rules = (RuleFigures("R-1", 1, 2), RuleFigures("R-2", 9, 9), RuleFigures("R-0", 2, 2))
    assert [rule.rule for rule in Queue(rules=rules).top_rules] == ["R-2", "R-0", "R-1"]


def test_a_group_named_like_a_formula_stays_text_in_the_file() -> None:
    report = Report(Month(2026, 10), True, coverage=(Covered("=HYPERLINK(1)", Decimal("99.9")),))
    content = csv_of(report).decode("utf-8-sig")
    assert "coverage,'=HYPERLINK(1),,,99.9" in content.splitlines()
    assert len(content.splitlines()) == len(list(lines_of(report))) + 1

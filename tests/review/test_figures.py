from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.compliance.verdict import Severity
from bot.review.figures import Counted, Precision, figures, percentile, precision
from bot.review.kinds import CaseKind, Decision
from tests.factories.review import NOW


def _case(decision: Decision | None = None, hours: float = 1, **changes: Any) -> Counted:
    values: dict[str, Any] = {
        "kind": CaseKind.MESSAGE,
        "severity": Severity.REVIEW,
        "rules": ("R-1",),
        "opened_at": NOW,
        "due_at": NOW + timedelta(hours=24),
        "first_claimed_at": None,
        "decided_at": NOW + timedelta(hours=hours) if decision else None,
        "decision": decision,
        **changes,
    }
    return Counted(**values)


def test_a_period_counts_what_was_held_upheld_and_overridden() -> None:
    found = figures(
        [
            _case(Decision.UPHOLD, severity=Severity.BLOCK),
            _case(Decision.MUTE),
            _case(Decision.RELEASE),
            _case(),
            _case(Decision.DELETE, kind=CaseKind.REPORT, severity=None),
            _case(Decision.RELEASE, kind=CaseKind.APPEAL),
        ],
        NOW + timedelta(hours=2),
    )
    assert (found.held, found.blocked, found.upheld, found.overridden) == (4, 1, 2, 1)
    assert (found.appeals, found.appeals_granted) == (1, 1)
    assert (found.reports, found.reports_founded) == (1, 1)
    assert (found.opened, found.waiting, found.overdue) == (6, 1, 0)


def test_a_case_is_overdue_if_it_was_decided_late_or_still_waits() -> None:
    late = [_case(Decision.UPHOLD, hours=25), _case(), _case(Decision.UPHOLD, hours=23)]
    assert figures(late, NOW + timedelta(hours=30)).overdue == 2


def test_a_rules_precision_is_of_the_decided_cases_it_caused() -> None:
    cases = [
        _case(Decision.UPHOLD, rules=("R-1", "R-2")),
        _case(Decision.RELEASE, rules=("R-1", "R-1")),
        _case(Decision.UPHOLD, rules=("R-1",)),
        _case(rules=("R-3",)),
    ]
    assert precision(cases) == {"R-1": Precision(2, 3), "R-2": Precision(1, 1)}
    assert Precision(2, 3).percent == Decimal("66.7")
    assert Precision(0, 0).percent is None


def test_response_times_are_nearest_rank_percentiles() -> None:
    hours = [timedelta(hours=h) for h in range(1, 11)]
    assert percentile(hours, 50) == timedelta(hours=5)
    assert percentile(hours, 90) == timedelta(hours=9)
    assert percentile([], 50) is None


@given(st.lists(st.sampled_from([None, *Decision]), max_size=20))
def test_every_held_case_is_upheld_overridden_or_waits(decisions: list[Decision | None]) -> None:
    found = figures([_case(decision) for decision in decisions], NOW)
    assert found.upheld + found.overridden + found.waiting == found.held == len(decisions)

from datetime import timedelta

import pytest

from bot.compliance.verdict import Severity
from bot.review.kinds import CaseKind, Decision
from bot.review.second_person import ESTABLISHED_AFTER, established, fitting, needs_second
from tests.factories.review import NOW


def test_somebody_is_established_after_two_weeks() -> None:
    assert established(NOW - ESTABLISHED_AFTER, NOW)
    assert not established(NOW - ESTABLISHED_AFTER + timedelta(seconds=1), NOW)
    assert not established(None, NOW)


@pytest.mark.parametrize(
    ("kind", "severity", "decision", "known", "two"),
    [
        (CaseKind.MESSAGE, Severity.BLOCK, Decision.BAN, True, True),
        (CaseKind.MESSAGE, Severity.BLOCK, Decision.BAN, False, False),
        (CaseKind.MESSAGE, Severity.BLOCK, Decision.RELEASE, True, False),
        (CaseKind.DRAFT, Severity.BLOCK, Decision.RELEASE, False, True),
        (CaseKind.BROADCAST, Severity.BLOCK, Decision.RELEASE, False, True),
        (CaseKind.DRAFT, Severity.REVIEW, Decision.RELEASE, False, False),
        (CaseKind.DRAFT, Severity.BLOCK, Decision.UPHOLD, True, False),
        (CaseKind.REPORT, None, Decision.MUTE, True, False),
    ],
)
def test_bans_of_the_established_and_blocked_words_of_the_house_take_two(
    kind: CaseKind, severity: Severity | None, decision: Decision, known: bool, two: bool
) -> None:
    assert needs_second(kind, severity, decision, is_established=known) is two


def test_an_appeal_only_stands_or_falls() -> None:
    found = fitting(CaseKind.APPEAL, has_person=True, has_message=True)
    assert found == (Decision.UPHOLD, Decision.RELEASE)


def test_what_is_gone_cannot_be_deleted_and_nobody_cannot_be_muted() -> None:
    found = fitting(CaseKind.REPORT, has_person=False, has_message=False)
    assert found == (Decision.UPHOLD, Decision.RELEASE)
    assert Decision.BAN in fitting(CaseKind.MESSAGE, has_person=True, has_message=False)

"""Which decisions take two people: what cannot be undone, and what nobody has read yet."""

from datetime import datetime, timedelta

from bot.compliance.verdict import Severity
from bot.review.kinds import CaseKind, Decision

ESTABLISHED_AFTER = timedelta(days=14)


def established(first_seen_at: datetime | None, now: datetime) -> bool:
    """Tell whether somebody has been here long enough to be banned by two people only."""
    return first_seen_at is not None and now - first_seen_at >= ESTABLISHED_AFTER


def needs_second(
    kind: CaseKind, severity: Severity | None, decision: Decision, *, is_established: bool
) -> bool:
    """Tell whether a decision waits for a second person."""
    if decision is Decision.BAN:
        return is_established
    return kind.outgoing and decision is Decision.RELEASE and severity is Severity.BLOCK


def fitting(kind: CaseKind, *, has_person: bool, has_message: bool) -> tuple[Decision, ...]:
    """Return the decisions with which a case can end, in the order of its buttons."""
    if kind is CaseKind.APPEAL or kind.outgoing:
        return Decision.UPHOLD, Decision.RELEASE
    more = [Decision.DELETE] if has_message else []
    more += [Decision.MUTE, Decision.BAN] if has_person else []
    return Decision.UPHOLD, Decision.RELEASE, *more

"""The queue in figures: what was held, how it was decided, how fast, how right each rule is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from bot.compliance.verdict import Severity
from bot.review.kinds import CaseKind, Decision

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Counted:
    """What the figures need to know of a case."""

    kind: CaseKind
    severity: Severity | None
    rules: Sequence[str]
    opened_at: datetime
    due_at: datetime
    first_claimed_at: datetime | None
    decided_at: datetime | None
    decision: Decision | None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Precision:
    """How often people agreed with a rule, of how many decided cases that it caused."""

    upheld: int
    decided: int

    @property
    def percent(self) -> Decimal | None:
        """Return it in percent with one decimal; nothing where nothing was decided."""
        if not self.decided:
            return None
        share = Decimal(self.upheld * 100) / Decimal(self.decided)
        return share.quantize(TENTH, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Figures:
    """The queue over a period: cases opened in it, as they stand at `at`.

    `held`: of messages, reports and drafts; appeals apart. `blocked`: of these, by a rule that
    blocks. `overridden`: a person let go what the rules had held; `upheld`: a person agreed.
    `response_p50`, `response_p90`: from opening to the decision. `overdue`: decided too late,
    or not yet though the clock ran out.
    """

    opened: int
    occurrences: int
    held: int
    blocked: int
    upheld: int
    overridden: int
    waiting: int
    overdue: int
    appeals: int
    appeals_granted: int
    reports: int
    reports_founded: int
    response_p50: timedelta | None
    response_p90: timedelta | None
    claim_p50: timedelta | None
    by_kind: Mapping[CaseKind, int]
    precision: Mapping[str, Precision]


def figures(cases: Iterable[Counted], at: datetime) -> Figures:
    """Return the figures of `cases` as they stand at `at`."""
    rows = list(cases)
    held = [case for case in rows if _held(case)]
    appeals = [case for case in rows if case.kind is CaseKind.APPEAL]
    reports = [case for case in rows if case.kind is CaseKind.REPORT]
    answered = [c.decided_at - c.opened_at for c in rows if c.decided_at is not None]
    claimed = [c.first_claimed_at - c.opened_at for c in rows if c.first_claimed_at is not None]
    return Figures(
        opened=len(rows),
        occurrences=sum(case.count for case in rows),
        held=len(held),
        blocked=sum(case.severity is Severity.BLOCK for case in held),
        upheld=sum(_offence(case) for case in held),
        overridden=sum(case.decision is Decision.RELEASE for case in held),
        waiting=sum(case.decision is None for case in rows),
        overdue=sum((case.decided_at or at) > case.due_at for case in rows),
        appeals=len(appeals),
        appeals_granted=sum(case.decision is Decision.RELEASE for case in appeals),
        reports=len(reports),
        reports_founded=sum(_offence(case) for case in reports),
        response_p50=percentile(answered, 50),
        response_p90=percentile(answered, 90),
        claim_p50=percentile(claimed, 50),
        by_kind=Counter(case.kind for case in rows),
        precision=precision(held),
    )


def precision(cases: Iterable[Counted]) -> dict[str, Precision]:
    """Return for each rule how often people agreed with it, in the order of the rules' ids."""
    upheld: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for case in cases:
        if case.decision is None:
            continue
        for rule in set(case.rules):
            decided[rule] += 1
            upheld[rule] += _offence(case)
    return {rule: Precision(upheld[rule], decided[rule]) for rule in sorted(decided)}


def percentile(values: Sequence[timedelta], percent: int) -> timedelta | None:
    """Return the nearest-rank percentile; nothing of nothing."""
    if not values:
        return None
    rank = -(-len(values) * percent // 100)
    return sorted(values)[max(rank, 1) - 1]


def _held(case: Counted) -> bool:
    """Tell whether the rules held it; what people alone pointed at or appealed says nothing."""
    strict = case.severity is not None and case.severity.rank >= Severity.REVIEW.rank
    return strict and case.kind not in {CaseKind.APPEAL, CaseKind.REPORT}


def _offence(case: Counted) -> bool:
    return case.decision is not None and case.decision.offence

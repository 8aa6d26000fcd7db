"""What a month's compliance report says, in figures; every share says of how many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from bot.compliance.report.month import Month

LATE_AFTER = timedelta(minutes=5)
TENTH = Decimal("0.1")


def percent(part: int, whole: int) -> Decimal | None:
    """Return a share in percent with one decimal; nothing of nothing."""
    if not whole:
        return None
    return (Decimal(part * 100) / Decimal(whole)).quantize(TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How often people agreed with a rule, of how many decided cases that it caused."""

    rule: str
    upheld: int
    decided: int


@dataclass(frozen=True, slots=True)
class Covered:
    """Of which share of the time the archive holds what was said in a group."""

    title: str
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Queue:
    """The review queue over a month: of the cases that were opened in it.

    `overridden`: a person let go what the rules had held. `released`: of these and of granted
    appeals together. `overdue`: decided after 24 hours, or still waiting then.
    """

    held: int = 0
    blocked: int = 0
    overridden: int = 0
    upheld: int = 0
    waiting: int = 0
    overdue: int = 0
    appeals: int = 0
    appeals_granted: int = 0
    reports: int = 0
    reports_founded: int = 0
    p50: timedelta | None = None
    p90: timedelta | None = None
    rules: tuple[RuleFigures, ...] = ()

    @property
    def released(self) -> int:
        """Return how many people let go in the end."""
        return self.overridden + self.appeals_granted

    @property
    def top_rules(self) -> tuple[RuleFigures, ...]:
        """Return the rules by how many decided cases they caused, most first."""
        return tuple(sorted(self.rules, key=lambda rule: (-rule.decided, rule.rule)))


@dataclass(frozen=True, slots=True)
class SentBrief:
    """One group's copy of a brief: when it was due, and when it arrived, if it did."""

    due_at: datetime
    arrived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Briefs:
    """Copies of briefs on time, late or never there; editions as bare figures or not at all."""

    on_time: int = 0
    late: int = 0
    missed: int = 0
    data_only: int = 0
    skipped: int = 0
    editions: int = 0

    @property
    def copies(self) -> int:
        """Return how many copies there should have been."""
        return self.on_time + self.late + self.missed


def punctuality(sent: Sequence[SentBrief], editions: int, bare: int, skipped: int) -> Briefs:
    """Return how punctual a month's briefs were: on time is within five minutes."""
    arrived = [one for one in sent if one.arrived_at is not None]
    late = sum((one.arrived_at or one.due_at) - one.due_at > LATE_AFTER for one in arrived)
    return Briefs(
        on_time=len(arrived) - late,
        late=late,
        missed=len(sent) - len(arrived),
        data_only=bare,
        skipped=skipped,
        editions=editions,
    )


@dataclass(frozen=True, slots=True)
class Report:
    """A month's compliance report; `complete` is false while the month still runs."""

    month: Month
    complete: bool
    queue: Queue = field(default_factory=Queue)
    coverage: tuple[Covered, ...] = ()
    measures: Mapping[str, int] = field(default_factory=dict)
    undone: int = 0
    corrections: int = 0
    withdrawals: int = 0
    briefs: Briefs = field(default_factory=Briefs)
    broadcasts: int = 0

    @property
    def acted(self) -> int:
        """Return how many measures were taken upon members and their messages."""
        return sum(self.measures.values())

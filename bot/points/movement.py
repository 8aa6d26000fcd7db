"""A movement of points as it is asked for, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.points.economy import Level
from bot.points.reasons import Reason

GIVING = frozenset(
    {reason for reason in Reason if reason.earned} | {Reason.GRANT, Reason.CONTEST_PRIZE}
)


@dataclass(frozen=True, slots=True)
class Movement:
    """Points to move for one person.

    `amount` is in whole points, positive for what is earned, granted or a prize, negative for a
    deduction, either for a correction. `key` names the business fact: the same key moves
    points once, however often it comes. `actor_id` is who caused it (the bot's own id for
    rules), `day` the community day for which it counts.
    """

    member_id: int
    amount: int
    reason: Reason
    rule: str
    rule_version: int
    actor_id: int
    key: str
    at: datetime
    day: date
    note: str | None = None


class Cut(StrEnum):
    """Why less was given than a rule says."""

    DAILY_CAP = "daily-cap"
    SEASON_BUDGET = "season-budget"


@dataclass(frozen=True, slots=True)
class Award:
    """What became of a movement.

    `amount` is what really moved. A repeated movement moves nothing and tells the figures of
    the first time (but not whether a cap cut it then: the ledger keeps what moved, not what
    was wished). `reached` is the level that this very movement reached, if it did.
    """

    amount: int
    balance: int
    lifetime: int
    level_before: int
    level_after: int
    repeated: bool = False
    cut_by: Cut | None = None
    reached: Level | None = None

    @property
    def level_up(self) -> bool:
        """Tell whether this very movement reached a higher level."""
        return self.reached is not None


def lifetime_change(reason: Reason, amount: int) -> int:
    """Return by how much a movement changes the lifetime points, which decide the level.

    What is earned or granted adds to them; deductions and spending never lower them; a
    correction undoes a mistake, so it counts in both directions.
    """
    if reason is Reason.CORRECTION:
        return amount
    return max(amount, 0) if reason in GIVING else 0


def direction_is_right(reason: Reason, amount: int) -> bool:
    """Tell whether an amount has the sign that its reason asks for; zero never hurts."""
    if reason is Reason.CORRECTION or amount == 0:
        return True
    return (amount > 0) == (reason in GIVING)

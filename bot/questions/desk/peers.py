"""What a member earns whose answer to another member's question was accepted."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.members.tiers import Tier

PAIR_REMEMBERED = timedelta(days=30)
WEIGHTS = {Tier.NEWBIE: 100, Tier.ADVANCED: 120, Tier.VIP: 120}
"""In percent: the further on, the harder the questions."""
PAIR_PERCENT = (100, 50)
"""For the first and second answer from the same to the same within thirty days; then nothing."""


class Unpaid(StrEnum):
    """Why an accepted answer earns nothing; `peer-unpaid-<value>` says it."""

    ONESELF = "oneself"
    STAFF = "staff"
    ADVICE = "advice"
    SAME_PAIR = "same-pair"
    DAILY_CAP = "daily-cap"


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer that was accepted: by whom it was, to what, and what went before.

    `of_pair`: earlier accepted answers from the same to the same asker within thirty days, in
    either direction; `earned_today`: what this rule gave the answerer on this community day.
    """

    oneself: bool
    staff: bool
    is_advice: bool
    tier: Tier | None
    of_pair: int
    earned_today: int


@dataclass(frozen=True, slots=True)
class Pay:
    """How many points it earns; none with the reason why."""

    points: int
    why: Unpaid | None = None


def pay(accepted: Accepted, amount: int, most_a_day: int) -> Pay:
    """Return what an accepted answer earns; `amount` is that of a newbie's question."""
    if accepted.oneself:
        return Pay(0, Unpaid.ONESELF)
    if accepted.staff:
        return Pay(0, Unpaid.STAFF)
    if accepted.is_advice:
        return Pay(0, Unpaid.ADVICE)
    if accepted.of_pair >= len(PAIR_PERCENT):
        return Pay(0, Unpaid.SAME_PAIR)
    weight = WEIGHTS[accepted.tier or Tier.NEWBIE] * PAIR_PERCENT[accepted.of_pair]
    room = max(most_a_day - accepted.earned_today, 0)
    points = min(amount * weight // 10_000, room)
    return Pay(points, None if points else Unpaid.DAILY_CAP)

"""Tiers of groups, what a group may be bound to, and what a forum topic may be for."""

from enum import StrEnum


class Tier(StrEnum):
    """A tier of groups, and of the members in them."""

    NEWBIE = "newbie"
    ADVANCED = "advanced"
    VIP = "vip"

    @property
    def rank(self) -> int:
        """Return its height: a member of several groups counts for the highest."""
        return list(Tier).index(self)


class Binding(StrEnum):
    """What a group is bound to by `/bind`: a tier, or the operators' own group."""

    NEWBIE = "newbie"
    ADVANCED = "advanced"
    VIP = "vip"
    OPERATORS = "ops"

    @property
    def tier(self) -> Tier | None:
        """Return the tier, or nothing for the operators' group."""
        return None if self is Binding.OPERATORS else Tier(self.value)


class Purpose(StrEnum):
    """What a forum topic is for; what has no topic of its own goes to the general one."""

    BRIEFS = "briefs"
    QUESTIONS = "questions"
    CONTEST = "contest"
    CHAT = "chat"


class Presence(StrEnum):
    """Whether a member is in a group, as far as the bot was told."""

    PRESENT = "present"
    LEFT = "left"


class GroupState(StrEnum):
    """Whether the bot can still speak in a group."""

    ACTIVE = "active"
    REMOVED = "removed"


def highest(tiers: "set[Tier]") -> Tier | None:
    """Return the highest of `tiers`."""
    return max(tiers, key=lambda tier: tier.rank, default=None)

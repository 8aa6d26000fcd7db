"""How one group is guarded: what its operators chose, with sensible values until they choose."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.moderation.errors import GuardUsageError, HoursRangeError
from bot.moderation.links import read_host
from bot.moderation.measures import ForwardPolicy, LinkPolicy, Mode
from bot.moderation.night import Night, read_night
from bot.numbers import NumberTooLargeError, parse_whole

MOST_HOURS = 720
MOST_HOSTS = 50
NO_NIGHT = "off"


@dataclass(frozen=True, slots=True)
class Policy:
    """A group's policy; `newcomer_hours` is None where the ladder's own number counts."""

    mode: Mode = Mode.ACT
    links: LinkPolicy = LinkPolicy.NEWCOMERS
    forwards: ForwardPolicy = ForwardPolicy.NEWCOMERS
    night: Night | None = None
    newcomer_hours: int | None = None
    hosts: tuple[str, ...] = field(default=())
    version: int = 0

    def stored(self) -> dict[str, Any]:
        """Return what the database keeps of it."""
        return {
            "mode": self.mode.value,
            "links": self.links.value,
            "forwards": self.forwards.value,
            "night": str(self.night) if self.night else None,
            "newcomer_hours": self.newcomer_hours,
            "hosts": list(self.hosts),
        }


def from_stored(terms: Mapping[str, Any], version: int) -> Policy:
    """Return the policy that was stored as `terms`."""
    night = terms.get("night")
    return Policy(
        mode=Mode(terms["mode"]),
        links=LinkPolicy(terms["links"]),
        forwards=ForwardPolicy(terms["forwards"]),
        night=read_night(night) if night else None,
        newcomer_hours=terms.get("newcomer_hours"),
        hosts=tuple(terms.get("hosts", ())),
        version=version,
    )


def changed(policy: Policy, what: str, value: str) -> Policy:
    """Return `policy` with one thing set to what an operator pressed or typed."""
    match what:
        case "mode" if value in set(Mode):
            return replace(policy, mode=Mode(value))
        case "links" if value in set(LinkPolicy):
            return replace(policy, links=LinkPolicy(value))
        case "forwards" if value in set(ForwardPolicy):
            return replace(policy, forwards=ForwardPolicy(value))
        case "night":
            night = None if value.casefold() in {NO_NIGHT, "关", "關", "无"} else read_night(value)
            return replace(policy, night=night)
        case "newcomer":
            return replace(policy, newcomer_hours=_hours(value))
        case "allow" | "disallow":
            return _with_host(policy, read_host(value), add=what == "allow")
    raise GuardUsageError(received=f"{what} {value}".strip()[:60])


def _hours(value: str) -> int:
    typed = value.strip().removesuffix("小时").removesuffix("小時").removesuffix("h")
    try:
        return parse_whole(typed, MOST_HOURS)
    except NumberTooLargeError:
        raise HoursRangeError(received=value.strip()[:20], most=MOST_HOURS) from None


def _with_host(policy: Policy, host: str, *, add: bool) -> Policy:
    others = tuple(one for one in policy.hosts if one != host)
    if not add:
        return replace(policy, hosts=others)
    if len(others) >= MOST_HOSTS:
        raise GuardUsageError(received=host)
    return replace(policy, hosts=(*others, host))

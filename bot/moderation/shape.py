"""What the shape of a message offends against: links, forwards, contacts, floods. Pure."""

from bot.compliance.verdict import Severity
from bot.moderation.flood import Flood
from bot.moderation.heard import Forwarded, Heard
from bot.moderation.ladder import Offence
from bot.moderation.links import LinkKind, kind_of_link, links_in
from bot.moderation.measures import ForwardPolicy, LinkPolicy
from bot.moderation.policy import Policy

FLOOD_RULE = "G-flood"
HELD_RULE = "G-held"
CONTACT_RULE = "G-contact"
FORWARD_RULE = "G-forward"


def shape_offences(
    heard: Heard,
    policy: Policy,
    flood: Flood | None,
    listed: tuple[str, ...],
    own: frozenset[str],
    *,
    newcomer: bool,
    night: bool,
) -> list[Offence]:
    """Return what a message offends against whatever its words say.

    `listed`: hosts that anybody may link; `own`: names on Telegram that belong to the house.
    """
    found: list[Offence] = []
    if flood is not None:
        found.append(Offence(f"{FLOOD_RULE}-{flood.value}", "flood", Severity.REVIEW))
    found += _links(heard, policy, listed, own, newcomer=newcomer, night=night)
    if newcomer and heard.contact:
        found.append(Offence(CONTACT_RULE, "contact", Severity.REVIEW))
    if heard.forwarded is not None and not _may_forward(heard.forwarded, policy, newcomer=newcomer):
        found.append(Offence(FORWARD_RULE, "forward", Severity.REVIEW))
    return found


def _links(
    heard: Heard,
    policy: Policy,
    listed: tuple[str, ...],
    own: frozenset[str],
    *,
    newcomer: bool,
    night: bool,
) -> list[Offence]:
    urls = dict.fromkeys((*heard.urls, *links_in(heard.text)))
    if not urls:
        return []
    hosts = (*listed, *policy.hosts)
    kinds = dict.fromkeys(kind_of_link(url, hosts, own) for url in urls)
    return [
        Offence(
            f"G-link-{kind.value}",
            "disguised-link" if kind.dangerous else "link",
            Severity.BLOCK if kind.dangerous else Severity.REVIEW,
        )
        for kind in kinds
        if kind.dangerous or _unwanted(kind, policy, newcomer=newcomer, night=night)
    ]


def _unwanted(kind: LinkKind, policy: Policy, *, newcomer: bool, night: bool) -> bool:
    if kind is LinkKind.LISTED:
        return newcomer and night
    if policy.links is LinkPolicy.LISTED:
        return True
    return newcomer and (night or policy.links is LinkPolicy.NEWCOMERS)


def _may_forward(origin: Forwarded, policy: Policy, *, newcomer: bool) -> bool:
    match policy.forwards:
        case ForwardPolicy.FREE:
            return True
        case ForwardPolicy.NONE:
            return False
        case ForwardPolicy.CHANNELS:
            return origin is Forwarded.PERSON and not newcomer
        case ForwardPolicy.NEWCOMERS:
            return not newcomer

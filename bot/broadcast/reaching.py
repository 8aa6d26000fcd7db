"""Whom a broadcast reaches as things stand: the blast radius, counted before anything is sent."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.broadcast.desk import Desk
from bot.broadcast.duration import ends_at, seconds_to_send
from bot.broadcast.plan import Plan
from bot.broadcast.segment import Person, exclusion
from bot.broadcast.states import Exclusion, Variant
from bot.broadcast.variants import variant_for
from bot.delivery.attention import MOST_A_DAY, UNASKED, awake_from, is_quiet
from bot.delivery.lanes import Lane
from bot.i18n import Language
from bot.members.tiers import Binding, Presence, Tier
from bot.points.levels import level_of
from db.models.group import Group
from db.repositories import attention, broadcast, groups

PAGE = 500


@dataclass(frozen=True, slots=True)
class Reach:
    """What a broadcast would do if it began at `starts_at`.

    `groups`: (id, title) of each; `known`: how many different people are known in them, for
    bots cannot list members. `people` get it in private, `apart` of them are in none of the
    groups and `deferred` of them wait for the quiet hours to end. `excluded` counts who gets
    nothing in private, by the first reason.
    """

    groups: tuple[tuple[int, str], ...]
    known: int
    people: int
    apart: int
    deferred: int
    excluded: Mapping[Exclusion, int]
    languages: Mapping[Language, int]
    variants: Mapping[Variant, int]
    starts_at: datetime
    ends_at: datetime
    seconds: int

    @property
    def size(self) -> int:
        """Return how many different people it reaches, as far as is known."""
        return self.known + self.apart

    def record(self) -> dict[str, Any]:
        """Return what is kept of it when it is approved."""
        groups = [group for group, _ in self.groups]
        return {"size": self.size, "people": self.people, "groups": groups}


def reach(session: Session, desk: Desk, plan: Plan, broadcast_id: int, now: datetime) -> Reach:
    """Count whom a plan reaches if it is sent at its time, as things stand now."""
    start = max(plan.starts_at or now, now)
    every = groups_of(session, plan)
    excluded: Counter[Exclusion] = Counter()
    languages: Counter[Language] = Counter()
    variants = Counter(variant_for(plan, broadcast_id, group.id) for group in every)
    found = apart = 0
    for person in _everybody(session, desk, plan, start, now):
        why = exclusion(person, plan.segment, desk.community.day_of(start), MOST_A_DAY)
        if why is not None:
            excluded[why] += 1
            continue
        found += 1
        apart += not person.tiers & set(plan.groups)
        languages[person.language] += 1
        variants[variant_for(plan, broadcast_id, person.id)] += 1
    zone = desk.community.zone
    return Reach(
        groups=tuple((group.id, group.title) for group in every),
        known=broadcast.different_people_in(session, [group.id for group in every]),
        people=found,
        apart=apart,
        deferred=found if is_quiet(start, zone) else 0,
        excluded=excluded,
        languages=languages,
        variants=variants,
        starts_at=start,
        ends_at=ends_at(start, len(every), found, desk.rate, zone),
        seconds=seconds_to_send(len(every) + found, desk.rate),
    )


def groups_of(session: Session, plan: Plan) -> Sequence[Group]:
    """Return the groups that a plan goes to, in which the bot can speak."""
    bindings = [Binding(tier.value) for tier in plan.groups]
    return groups.bound(session, *bindings) if bindings else []


def people_page(
    session: Session, desk: Desk, cursor: int, at: datetime, seen_until: datetime
) -> list[Person]:
    """Return the next people after `cursor`, with what they get on the day of `at`."""
    rows = broadcast.people_after(session, cursor, seen_until, PAGE)
    ids = [row.id for row in rows]
    if not ids:
        return []
    tiers, left = _tiers(session, ids)
    staff = broadcast.staff_among(session, ids) | set(desk.owners)
    # Whoever asked for briefs in private asked to hear from us; their own word counts more.
    wanted = dict.fromkeys(broadcast.asked_for_briefs(session, ids), True)
    wanted |= attention.choices(session, ids, Lane.CAMPAIGN)
    day = desk.community.day_of(awake_from(at, desk.community.zone))
    first, end = desk.community.starts(day), desk.community.ends(day)
    taken = attention.taken_by(session, ids, UNASKED, first, end)
    return [
        Person(
            id=row.id,
            language=row.language or desk.language,
            tiers=frozenset(tiers.get(row.id, ())),
            left=row.id in left,
            level=level_of(int(row.lifetime), desk.economy).level,
            checked_in=row.checked_in,
            staff=row.id in staff,
            hidden=row.hidden,
            private=row.private_since is not None,
            reachable=row.unreachable_since is None,
            wanted=wanted.get(row.id),
            taken=taken.get(row.id, 0),
        )
        for row in rows
    ]


def _everybody(
    session: Session, desk: Desk, plan: Plan, start: datetime, now: datetime
) -> Iterator[Person]:
    if not plan.segment.tiers:
        return
    cursor = 0
    while page := people_page(session, desk, cursor, start, now + timedelta(days=1)):
        yield from page
        cursor = page[-1].id


def _tiers(session: Session, ids: Sequence[int]) -> tuple[dict[int, set[Tier]], set[int]]:
    tiers: dict[int, set[Tier]] = {}
    left = set()
    for member, binding, presence in broadcast.presences(session, ids):
        tier = binding.tier
        if presence is Presence.PRESENT and tier is not None:
            tiers.setdefault(member, set()).add(tier)
        else:
            left.add(member)
    return tiers, left

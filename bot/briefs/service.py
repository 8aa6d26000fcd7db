"""Briefs in the database: what is still to be made, and posting it exactly once."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any

from markupsafe import Markup
from sqlmodel import Session

from bot.briefs import extras, reports
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.briefs.screening import Pair, Ready
from bot.briefs.slots import POSTED, EditionState, SkipReason
from bot.buttons import Button, stored
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.markup import plain
from bot.members.tiers import Binding, Purpose, Tier
from db.models.brief import BriefEdition
from db.models.group import Group
from db.repositories import briefs, deliveries, groups, members, operator_actions


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What a slot still lacks.

    `missing`: tiers and languages to write an edition for. `waiting`: tiers with groups whose
    edition is there but not on its way to them. `unrecorded`: what is neither posted nor
    marked as skipped, by the reason to be given once it is too late. `companions`: the same
    tiers in the languages that no group reads but some members do, for `/brief`.
    """

    missing: tuple[Pair, ...]
    waiting: frozenset[Tier]
    unrecorded: tuple[tuple[Pair, SkipReason], ...]
    companions: tuple[Pair, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.missing or self.waiting or self.unrecorded)


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom a brief posted by hand would reach: `done` counts groups that have it already."""

    titles: tuple[str, ...]
    done: int
    unwritten: tuple[Pair, ...]


def send_key(due: DueSlot, group: Group) -> str:
    """Return the key under which a group gets a slot's brief, once."""
    return f"brief:{due.day}:{due.slot.value}:{group.id}"


def reading_groups(session: Session, tiers: Collection[Tier] = tuple(Tier)) -> Sequence[Group]:
    """Return the groups that get the briefs of `tiers`."""
    return groups.bound(session, *(Binding(tier.value) for tier in tiers))


def outstanding(
    session: Session, room: Newsroom, due: DueSlot, tiers: Collection[Tier] = tuple(Tier)
) -> Outstanding:
    """Return what a slot still lacks, as the database knows it."""
    every = reading_groups(session, tiers)
    sent = briefs.sent_keys(session, [send_key(due, group) for group in every])
    editions = {(e.tier, e.language): e for e in briefs.of_slot(session, due.day, due.slot)}
    missing: dict[Pair, None] = {}
    unrecorded: dict[Pair, SkipReason] = {}
    waiting: set[Tier] = set()
    for group in every:
        if send_key(due, group) in sent:
            continue
        pair = pair_of(group, room)
        edition = editions.get(pair)
        if edition is not None and edition.state in POSTED:
            waiting.add(pair[0])
            continue
        if edition is None or edition.why == SkipReason.NO_DATA.value:
            missing[pair] = None
        # A group that came after the slot was over has missed nothing.
        if group.first_seen_at < due.useless_at and (reason := _untold(edition)):
            unrecorded[pair] = reason
    read = members.languages(session) if missing else ()
    companions = (pair for pair in product({tier for tier, _ in missing}, read))
    return Outstanding(
        tuple(missing),
        frozenset(waiting),
        tuple(unrecorded.items()),
        tuple(pair for pair in companions if pair not in missing and pair not in editions),
    )


def pair_of(group: Group, room: Newsroom) -> Pair:
    """Return the tier and language in which a bound group reads."""
    tier = group.binding.tier if group.binding else None
    return tier or Tier.NEWBIE, group.language or room.language


def _pair(one: Ready) -> Pair:
    return one.draft.tier, one.draft.language


def publish(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    ready: Sequence[Ready],
    now: datetime,
    tiers: Collection[Tier] = tuple(Tier),
) -> int:
    """Make the editions and queue them for their groups; return how many were queued.

    One transaction: an edition that somebody else made meanwhile stays as it is, and groups
    that have their delivery are left alone. Groups of `tiers` alone are served.
    """
    made = [(one, _make(session, due, one, one.state, now)) for one in ready]
    posted = {pair_of(group, room) for group in reading_groups(session, tiers)}
    # What is told of an edition is told once, of those that groups read.
    new = [one for one, is_new in made if is_new and _pair(one) in posted]
    for one in new:
        reports.tell_blocked(session, room, due, one, now)
    reports.tell_dropped(session, room, due, [one for one in new if one.text], now)
    _tell_skipped(session, room, due, new, now)
    return serve(session, room, due, tiers, now)


def plan(session: Session, room: Newsroom, due: DueSlot, tiers: Collection[Tier]) -> Plan:
    """Return which groups a brief that is posted by hand would reach."""
    every = reading_groups(session, tiers)
    sent = briefs.sent_keys(session, [send_key(due, group) for group in every])
    left = [group for group in every if send_key(due, group) not in sent]
    posted = {
        (e.tier, e.language)
        for e in briefs.of_slot(session, due.day, due.slot)
        if e.state in POSTED
    }
    pairs = dict.fromkeys(pair_of(group, room) for group in left)
    return Plan(
        titles=tuple(group.title for group in left),
        done=len(sent),
        unwritten=tuple(pair for pair in pairs if pair not in posted),
    )


def publish_by_hand(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    ready: Sequence[Ready],
    now: datetime,
    tiers: Collection[Tier],
    actor: int,
) -> int:
    """Post a brief because an operator said so, and log who it was."""
    queued = publish(session, room, due, ready, now, tiers)
    operator_actions.log(
        session,
        actor_id=actor,
        action="brief-now",
        target=f"{due.day} {due.slot.value} {'+'.join(tier.value for tier in tiers)}",
        before={},
        after={"queued": queued},
        reason=None,
        key=f"brief-now:{due.day}:{due.slot.value}:{actor}:{now.isoformat()}",
        now=now,
        day=due.day,
    )
    return queued


def hold(
    session: Session, room: Newsroom, due: DueSlot, ready: Sequence[Ready], now: datetime
) -> None:
    """Keep the editions until an operator posts them, and show them to the operators."""
    new = []
    for one in ready:
        state = EditionState.AWAITING if one.text is not None else EditionState.SKIPPED
        if _make(session, due, one, state, now):
            new.append(one)
    for one in new:
        reports.tell_blocked(session, room, due, one, now)
        if one.text is not None:
            reports.tell_awaiting(session, room, due, one, now)
    reports.tell_dropped(session, room, due, new, now)
    _tell_skipped(session, room, due, new, now)


def serve(
    session: Session, room: Newsroom, due: DueSlot, tiers: Collection[Tier], now: datetime
) -> int:
    """Queue posted editions for those of their groups that have not got them yet."""
    queued = 0
    every = reading_groups(session, tiers)
    sent = briefs.sent_keys(session, [send_key(due, group) for group in every])
    for group in (group for group in every if send_key(due, group) not in sent):
        tier, language = pair_of(group, room)
        edition = briefs.edition(session, due.day, due.slot, tier, language)
        if edition is None or edition.state not in POSTED:
            continue
        text = _readmitted(session, room, due, edition, now)
        if text is not None:
            post = _post(session, room, due, group, edition, text, now)
            queued += enqueue(session, post, now)
            chat = (group.id, group.chat_id, post.thread_id)
            if poll := extras.poll_post(room, due, edition.snapshot, chat, now):
                enqueue(session, poll, now)
    return queued


def record_late(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    unrecorded: Iterable[tuple[Pair, SkipReason]],
    now: datetime,
) -> None:
    """Record editions that are not posted any more because they would mislead; tell why."""
    told: dict[SkipReason, list[Pair]] = {}
    for pair, why in unrecorded:
        values = _values(due, pair, EditionState.SKIPPED, now) | {"why": why.value}
        existing = briefs.edition(session, due.day, due.slot, *pair)
        if existing is None:
            is_new = briefs.add(session, values) is not None
        else:
            is_new = briefs.reopen(
                session, existing.id, {"state": EditionState.SKIPPED, "why": why.value}
            )
        if is_new:
            told.setdefault(why, []).append(pair)
    for why, pairs in told.items():
        reports.tell_skipped(session, room, due, pairs, why, now)


def _untold(edition: BriefEdition | None) -> SkipReason | None:
    """Return the reason to record for an edition once its time is over, if none is yet."""
    if edition is None:
        return SkipReason.LATE
    return SkipReason.NOT_APPROVED if edition.state is EditionState.AWAITING else None


def _make(session: Session, due: DueSlot, one: Ready, state: EditionState, now: datetime) -> bool:
    """Write an edition down; tell whether this call did it, or found it made before."""
    pair = (one.draft.tier, one.draft.language)
    values = _values(due, pair, state, now) | _content(one)
    if one.picture is not None:
        values["picture"] = _keep_picture(session, one.picture)
    if briefs.add(session, values) is not None:
        return True
    existing = briefs.edition(session, due.day, due.slot, *pair)
    if existing is None or state is EditionState.SKIPPED or existing.state is state:
        return False
    return briefs.reopen(session, existing.id, values)


def _keep_picture(session: Session, png: bytes) -> str:
    sha256 = hashlib.sha256(png).hexdigest()
    deliveries.add_picture(session, sha256, png)
    return sha256


def _values(due: DueSlot, pair: Pair, state: EditionState, now: datetime) -> dict[str, Any]:
    return {
        "day": due.day,
        "slot": due.slot,
        "tier": pair[0],
        "language": pair[1],
        "state": state,
        "markup": "",
        "picture": None,
        "snapshot": {},
        "why": None,
        "created_at": now,
    }


def _content(one: Ready) -> dict[str, Any]:
    """Return what an edition keeps: its text, its origin, and what the gate held back."""
    snapshot = one.draft.snapshot()
    if one.pictured is not None:
        snapshot["picture"] = list(one.pictured.figures)
    why = one.why.value if one.why else None
    if one.verdict is not None and one.refused is not None:
        rules = ", ".join(one.verdict.rules)
        snapshot["blocked"] = {"text": plain(one.refused), "rules": list(one.verdict.rules)}
        why = (why or f"{SkipReason.BLOCKED.value}: {rules}")[:512]
    markup = "" if one.text is None else str(one.text.markup)
    return {"markup": markup, "snapshot": snapshot, "why": why}


def _tell_skipped(
    session: Session, room: Newsroom, due: DueSlot, new: Sequence[Ready], now: datetime
) -> None:
    for why in dict.fromkeys(one.why for one in new if one.why is not None):
        pairs = [(o.draft.tier, o.draft.language) for o in new if o.why is why]
        reports.tell_skipped(session, room, due, pairs, why, now)


def _readmitted(
    session: Session, room: Newsroom, due: DueSlot, edition: BriefEdition, now: datetime
) -> Screened | None:
    """Screen a stored text once more: the rules may be newer than it is."""
    markup = Markup(edition.markup)  # noqa: S704 - it was rendered with everything escaped
    try:
        return room.gate.admit(markup)
    except Blocked:
        pair = (edition.tier, edition.language)
        reports.tell_skipped(session, room, due, [pair], SkipReason.BLOCKED, now)
        return None


def _post(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    group: Group,
    edition: BriefEdition,
    text: Screened,
    now: datetime,
) -> Post:
    button = Button(Say("button-sources"), f"brief:sources-{edition.id}")
    picture = deliveries.picture(session, edition.picture) if edition.picture else None
    return Post(
        send_key=send_key(due, group),
        lane=Lane.BRIEF,
        chat_id=group.chat_id,
        text=text,
        not_before=now,
        thread_id=groups.topic_for(session, group.id, Purpose.BRIEFS),
        buttons=stored(
            ((button,), *extras.extra_rows(edition.snapshot, edition.tier, edition.language)),
            room.words,
            edition.language,
        ),
        picture=picture,
        useless_after=due.useless_at,
    )

"""Briefs in the database: what is still to be made, and queueing it exactly once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from markupsafe import Markup
from sqlmodel import Session

from bot.briefs import editions, extras, reports
from bot.briefs.corrections.body import is_withdrawn
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.briefs.screening import Pair
from bot.briefs.slots import POSTED, EditionState, SkipReason
from bot.buttons import Button, stored
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.members.tiers import Binding, Purpose, Tier
from db.models.brief import BriefEdition
from db.models.group import Group
from db.repositories import briefs, deliveries, groups, members


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What a slot still lacks.

    `missing`: tiers and languages to write an edition for. `drafts`: editions that groups read
    and that are written but neither posted nor given up. `waiting`: tiers with groups whose
    edition is there but not on its way to them. `unrecorded`: what is neither posted nor
    marked as skipped, by the reason to be given once it is too late. `companions`: the same
    tiers in the languages that no group reads but some members do, for `/brief`.
    """

    missing: tuple[Pair, ...]
    waiting: frozenset[Tier]
    unrecorded: tuple[tuple[Pair, SkipReason], ...]
    companions: tuple[Pair, ...] = ()
    drafts: tuple[BriefEdition, ...] = ()


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
    made = {(e.tier, e.language): e for e in briefs.of_slot(session, due.day, due.slot)}
    missing: dict[Pair, None] = {}
    unrecorded: dict[Pair, SkipReason] = {}
    waiting: set[Tier] = set()
    drafts: dict[int, BriefEdition] = {}
    for group in every:
        if send_key(due, group) in sent:
            continue
        pair = pair_of(group, room)
        edition = made.get(pair)
        if edition is not None and edition.state in POSTED:
            waiting.add(pair[0])
            continue
        if edition is not None and edition.state is EditionState.AWAITING:
            drafts[edition.id] = edition
        elif edition is None or edition.why == SkipReason.NO_DATA.value:
            missing[pair] = None
        # A group that came after the slot was over has missed nothing.
        if group.first_seen_at < due.useless_at and (reason := _untold(room, edition)):
            unrecorded[pair] = reason
    coming = [*missing, *((one.tier, one.language) for one in drafts.values())]
    read = members.languages(session) if coming else ()
    companions = product({tier: None for tier, _ in coming}, read)
    return Outstanding(
        tuple(missing),
        frozenset(waiting),
        tuple(unrecorded.items()),
        tuple(pair for pair in companions if pair not in missing and pair not in made),
        tuple(drafts.values()),
    )


def pair_of(group: Group, room: Newsroom) -> Pair:
    """Return the tier and language in which a bound group reads."""
    tier = group.binding.tier if group.binding else None
    return tier or Tier.NEWBIE, group.language or room.language


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
        if edition is None or edition.state not in POSTED or is_withdrawn(edition.snapshot):
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
        skipped = EditionState.SKIPPED
        existing = briefs.edition(session, due.day, due.slot, *pair)
        if existing is None:
            nothing = editions.NOTHING
            made = editions.make(session, due, pair, skipped, nothing, now, why=why.value)
            is_new = made is not None
        else:
            is_new = editions.mark(session, existing, skipped, why.value)
        if is_new:
            told.setdefault(why, []).append(pair)
    for why, pairs in told.items():
        reports.tell_skipped(session, room, due, pairs, why, now)


def _untold(room: Newsroom, edition: BriefEdition | None) -> SkipReason | None:
    """Return the reason to record for an edition once its time is over, if none is yet."""
    if edition is None:
        return SkipReason.LATE
    if edition.state is not EditionState.AWAITING:
        return None
    is_unread = edition.slot in room.reviewed and edition.decision is None
    return SkipReason.NOT_APPROVED if is_unread else SkipReason.LATE


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

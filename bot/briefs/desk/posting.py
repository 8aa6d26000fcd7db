"""Posting at a slot's time or by hand: editions settled, groups queued, operators told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.briefs import editions, reports, service
from bot.briefs.desk import agenda, cards
from bot.briefs.desk.errors import DeskNobodyElse, DeskOwnWork
from bot.briefs.desk.final import Final
from bot.briefs.desk.policy import may_approve
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.briefs.screening import Pair
from bot.briefs.slots import POSTED, BareReason, Decision, EditionState
from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.tiers import Tier
from db.models.brief import BriefEdition
from db.repositories import briefs, desk, operator_actions


@dataclass(frozen=True, slots=True)
class Reached:
    """A group that a brief would reach, with how many of its people are known."""

    title: str
    people: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom a brief posted by hand would reach, and whom it would not, with the reason.

    `done` counts groups that have it already, `left_out` names groups that the bot cannot
    speak in, `rejected` tiers whose draft somebody rejected. `drafts` and `unwritten` are what
    has to be written for it.
    """

    reached: tuple[Reached, ...]
    done: int
    left_out: tuple[str, ...]
    rejected: tuple[Tier, ...]
    drafts: tuple[BriefEdition, ...]
    unwritten: tuple[Pair, ...]

    @property
    def people(self) -> int:
        """Return how many known people are in the groups, somebody in two of them twice."""
        return sum(group.people for group in self.reached)


def publish(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    finals: Sequence[Final],
    now: datetime,
    tiers: Collection[Tier] = tuple(Tier),
) -> int:
    """Settle editions and queue them for their groups; return how many were queued.

    One transaction: an edition that somebody settled or changed meanwhile stays as it is, and
    groups that have their delivery are left alone. Groups of `tiers` alone are served.
    """
    settled = [final for final in finals if _settle(session, due, final, now)]
    posted = {service.pair_of(group, room) for group in service.reading_groups(session, tiers)}
    # What is told of an edition is told once, of those that groups read.
    told = [final for final in settled if final.pair in posted]
    _tell(session, room, due, told, now)
    queued = service.serve(session, room, due, tiers, now)
    cards.refresh(session, room, due, now)
    return queued


def plan(session: Session, room: Newsroom, due: DueSlot, tiers: Collection[Tier]) -> Plan:
    """Return which groups a brief that is posted by hand would reach, and which not."""
    every = service.reading_groups(session, tiers)
    sent = briefs.sent_keys(session, [service.send_key(due, group) for group in every])
    left = [group for group in every if service.send_key(due, group) not in sent]
    made = {(e.tier, e.language): e for e in briefs.of_slot(session, due.day, due.slot)}
    pairs = dict.fromkeys(service.pair_of(group, room) for group in left)
    refused = [pair for pair in pairs if _is_rejected(made.get(pair))]
    reached = [group for group in left if service.pair_of(group, room) not in refused]
    return Plan(
        reached=tuple(Reached(group.title, desk.people_in(session, group.id)) for group in reached),
        done=len(sent),
        left_out=tuple(desk.left_groups(session, tiers)),
        rejected=tuple(dict.fromkeys(tier for tier, _ in refused)),
        drafts=tuple(made[p] for p in pairs if p in made and _is_open(made[p])),
        unwritten=tuple(p for p in pairs if p not in made or _had_no_data(made[p])),
    )


def publish_by_hand(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    finals: Sequence[Final],
    now: datetime,
    tiers: Collection[Tier],
    deed: Deed,
) -> int:
    """Post a brief because an operator said so, and log who it was."""
    queued = publish(session, room, due, finals, now, tiers)
    deed.log(session, "brief-now", _target(due, tiers), {}, {"queued": queued})
    return queued


def ask_by_hand(
    session: Session, due: DueSlot, tiers: Collection[Tier], groups_count: int, deed: Deed
) -> None:
    """Log that somebody wants a brief posted: under review somebody else has to confirm it."""
    target = _target(due, tiers)
    deed.log(session, "brief-now-asked", target, {}, {"groups": groups_count})


def require_second(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    tiers: Collection[Tier],
    plan: Plan,
    asked: str,
    deed: Deed,
) -> None:
    """Under review, refuse whoever asked for it themselves, or wrote what would go out."""
    if due.slot not in room.reviewed:
        return
    wish = operator_actions.by_key(session, f"update:{asked}:brief-now-asked")
    is_of_this = wish is not None and wish.target == _target(due, tiers)
    if wish is None or not is_of_this or wish.actor_id == deed.actor_id:
        raise DeskNobodyElse
    for edition in plan.drafts:
        if not may_approve(deed.actor_id, edition.author_id):
            raise DeskOwnWork(tier=Say(f"brief-tier-{edition.tier.value}"))


def notes_for(session: Session, due: DueSlot, plan: Plan) -> dict[Pair, dict[int, str]]:
    """Return the notes of everything that is to be written for a plan."""
    pairs = (*plan.unwritten, *((draft.tier, draft.language) for draft in plan.drafts))
    return agenda.notes_by_pair(session, due.day, due.slot, pairs)


def _target(due: DueSlot, tiers: Collection[Tier]) -> str:
    return f"{due.day} {due.slot.value} {'+'.join(tier.value for tier in tiers)}"


def _settle(session: Session, due: DueSlot, final: Final, now: datetime) -> bool:
    """Write down what became of an edition; tell whether this call did it."""
    if final.kept is None:
        made = editions.make(
            session,
            due,
            final.pair,
            final.state,
            final.content(),
            now,
            final.origin,
            final.why,
        )
        return made is not None or _overtake(session, due, final, now)
    if final.waits:
        return False  # it stays a draft: the next tick tries again
    if final.state is EditionState.SKIPPED:
        return editions.mark(session, final.kept, final.state, final.why)
    return _replace(session, final.kept, final, now)


def _overtake(session: Session, due: DueSlot, final: Final, now: datetime) -> bool:
    """Settle an edition whose draft was written while this was: nobody has touched it yet."""
    drafted = briefs.edition(session, due.day, due.slot, *final.pair)
    if drafted is None or final.state is EditionState.SKIPPED or not _is_open(drafted):
        return False
    if drafted.decision is not None or drafted.author_id is not None:
        return False
    return _replace(session, drafted, final, now)


def _replace(session: Session, edition: BriefEdition, final: Final, now: datetime) -> bool:
    return editions.change(
        session,
        edition,
        final.content(),
        final.origin,
        now,
        reason=final.why,
        state=final.state,
        why=final.why,
    )


def _tell(
    session: Session, room: Newsroom, due: DueSlot, told: Sequence[Final], now: datetime
) -> None:
    ready = [final.ready() for final in told]
    for one, final in zip(ready, told, strict=True):
        # What was drafted was shown on the card, with every finding.
        if final.kept is None:
            reports.tell_blocked(session, room, due, one, now)
    reports.tell_dropped(session, room, due, [one for one in ready if one.text], now)
    for why in dict.fromkeys(final.skipped for final in told if final.skipped):
        pairs = [final.pair for final in told if final.skipped is why]
        reports.tell_skipped(session, room, due, pairs, why, now)
    for bare in dict.fromkeys(f.bare for f in told if f.bare):
        finals = [final for final in told if final.bare is bare]
        if any(final.kept is not None for final in finals) or bare is not BareReason.HELD:
            _tell_bare(session, room, due, finals, bare, now)
    _tell_lost(session, room, due, told, now)


def _tell_bare(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    finals: Sequence[Final],
    why: BareReason,
    now: datetime,
) -> None:
    tiers = tuple(dict.fromkeys(final.pair[0] for final in finals))
    say = Say(
        "alert-desk-bare",
        brief=reports.slot_name(due),
        day=due.day,
        tiers=reports.tier_names(tiers),
        reason=bare_reason(why, due, room),
    )
    names = "+".join(tier.value for tier in tiers)
    key = f"desk-bare:{due.day}:{due.slot.value}:{why.value}:{names}"
    room.alerts.raise_in(session, key, say, now)


def _tell_lost(
    session: Session, room: Newsroom, due: DueSlot, told: Sequence[Final], now: datetime
) -> None:
    for final in told:
        lost = (*final.written.lost, *(final.held.lost if final.held else ()))
        if final.kept is None or not lost:
            continue
        say = Say(
            "alert-desk-lost",
            brief=reports.slot_name(due),
            tier=Say(f"brief-tier-{final.pair[0].value}"),
            day=due.day,
            count=len(lost),
            lines=tuple(Say("desk-lost-line", text=text) for text in lost),
        )
        room.alerts.raise_in(session, f"desk-lost:{final.kept.id}", say, now)


def bare_reason(why: BareReason, due: DueSlot, room: Newsroom) -> Say:
    """Return why the figures alone went out."""
    at = due.due_at.astimezone(room.zone).time()
    return Say(f"desk-bare-{why.value}", at=at)


def _is_open(edition: BriefEdition) -> bool:
    return edition.state is EditionState.AWAITING


def _had_no_data(edition: BriefEdition) -> bool:
    return edition.state not in POSTED and not _is_open(edition) and not _is_rejected(edition)


def _is_rejected(edition: BriefEdition | None) -> bool:
    return edition is not None and edition.decision is Decision.REJECTED

"""AMAs before they run: written, called for, moved, dropped; and which one is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.ama import posting, series, telling
from bot.ama.desk import EXPERTS, AmaDesk
from bot.ama.errors import (
    AmaExpertError,
    AmaNoneError,
    AmaNotForYouError,
    AmaStateError,
    AmaTitleHeldError,
    AmaUnknownError,
)
from bot.ama.moving import held, move
from bot.ama.plan import Plan
from bot.ama.states import AmaState, AskedState
from bot.compliance.verdict import Lane
from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.roles import STAFF
from bot.members.service import find_member, roles_of
from bot.members.tiers import Tier
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama, members

CURRENT = (AmaState.OPEN, AmaState.COLLECTING)
ENDED = (AmaState.CLOSED, AmaState.CANCELLED, AmaState.STOPPED)
MOST_ENDED = 5
LOOKED_BACK = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """An AMA before its call: in how many groups it will be seen, and whether there is trading."""

    session: AmaSession
    groups: int
    trading: bool | None


@dataclass(frozen=True, slots=True)
class View:
    """An AMA with its questions, the most wanted first, and one's own vote."""

    session: AmaSession
    ranked: Sequence[tuple[AmaQuestion, int]]
    mine: int | None


def begin(session: Session, desk: AmaDesk, plan: Plan, deed: Deed) -> AmaSession:
    """Write an AMA down, for its author to look at; the same update makes it only once."""
    expert = find_member(session, plan.expert)
    if not roles_of(session, expert.id, desk.owners) & EXPERTS:
        raise AmaExpertError(name=expert.first_name)
    causes = desk.gate.judge(plan.title, Lane.OUTGOING).causes
    if causes:
        raise AmaTitleHeldError(reason=causes[0].reason)
    values = {
        "title": plan.title,
        "expert_id": expert.id,
        "tiers": [tier.value for tier in plan.tiers],
        "weekly": plan.weekly,
        "any_day": False,
        "starts_at": plan.starts_at,
        "ends_at": plan.starts_at + timedelta(minutes=plan.minutes),
        "state": AmaState.DRAFT,
        "author_id": deed.actor_id,
        "created_at": deed.now,
    }
    return ama.add_session(session, deed.key, values)


def preview(session: Session, desk: AmaDesk, session_id: int) -> Preview:
    """Return whom an AMA will reach, and whether it falls on a trading day."""
    found = by_number(session, session_id)
    trading = series.is_trading_day(session, desk, found.starts_at)
    return Preview(found, len(posting.stages(session, found)), trading)


def call(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> tuple[AmaSession, int]:
    """Call for questions in every group of the tiers; return in how many. Begins a series too."""
    found = held(session, session_id, {AmaState.DRAFT})
    if found.starts_at <= deed.now:
        raise AmaStateError(number=found.id, state=Say("ama-state-late"))
    # Whoever called for it saw the warning.
    found.any_day = series.is_trading_day(session, desk, found.starts_at) is not True
    if found.weekly and found.series_id is None:
        found.series_id = series.begin(session, desk, found, deed).id
    move(session, found, AmaState.COLLECTING, deed)
    return found, posting.announce(session, desk, found, deed.now)


def cancel(session: Session, session_id: int, deed: Deed) -> AmaSession:
    """Drop an AMA that nobody was called to."""
    found = held(session, session_id, {AmaState.DRAFT})
    move(session, found, AmaState.CANCELLED, deed)
    return found


def reschedule(
    session: Session, desk: AmaDesk, session_id: int, starts_at: datetime, deed: Deed
) -> AmaSession:
    """Move an AMA that has not begun to another time, and tell its groups."""
    found = held(session, session_id, {AmaState.DRAFT, AmaState.COLLECTING})
    before, length = found.starts_at, found.ends_at - found.starts_at
    found.starts_at, found.ends_at = starts_at, starts_at + length
    found.any_day = series.is_trading_day(session, desk, starts_at) is not True
    session.flush()
    was, moved = {"starts_at": before.isoformat()}, {"starts_at": starts_at.isoformat()}
    deed.log(session, "ama-move", f"ama:{found.id}", was, moved)
    if found.state is AmaState.COLLECTING and before != starts_at:
        line = Say("ama-moved", title=found.title, before=before, at=starts_at)
        what = f"moved:{deed.key}"
        posting.post(session, desk, found, what, [line], deed.now, useless_after=starts_at)
    return found


def current(
    session: Session, desk: AmaDesk, member_id: int, tier: Tier | None = None
) -> AmaSession:
    """Return the AMA that runs, else the next to run, else the last; of a tier in its group."""

    def shown(found: AmaSession) -> bool:
        return tier in found.tiers if tier else may_see(session, desk, found, member_id)

    for state in CURRENT:
        for found in ama.in_states(session, [state]):
            if shown(found):
                return found
    ended = ama.latest_ended(session, LOOKED_BACK)
    last = next((found for found in ended if shown(found)), None)
    if last is None:
        raise AmaNoneError
    return last


def view(session: Session, desk: AmaDesk, session_id: int, member_id: int) -> View:
    """Return an AMA as a member sees it; refuse one that is for others, or not called for."""
    found = by_number(session, session_id)
    if found.state is AmaState.DRAFT:
        raise AmaUnknownError(received=str(session_id))
    if not may_see(session, desk, found, member_id):
        raise AmaNotForYouError(title=found.title)
    states = {AskedState.LISTED, AskedState.ANSWERED}
    if found.state in ENDED:
        states = {AskedState.ANSWERED}
    ranked = ama.ranked(session, found.id, states)
    return View(found, ranked, ama.vote_of(session, found.id, member_id))


def may_see(session: Session, desk: AmaDesk, found: AmaSession, member_id: int) -> bool:
    """Tell whether somebody is in a group of the AMA's tiers, or on the staff."""
    bindings = members.bindings_of(session, member_id)
    tiers = {binding.tier for binding in bindings if binding.tier is not None}
    if tiers & {Tier(tier) for tier in found.tiers}:
        return True
    return bool(roles_of(session, member_id, desk.owners) & STAFF)


def answer_of(
    session: Session, desk: AmaDesk, question_id: int, member_id: int
) -> tuple[AmaSession, tuple[Say, ...]]:
    """Return an answered question in full, for somebody who may see its AMA."""
    question = ama.question(session, question_id)
    if question is None or question.state is not AskedState.ANSWERED:
        raise AmaUnknownError(received=str(question_id))
    seen = view(session, desk, question.session_id, member_id).session
    lines = telling.answer_lines(session, desk, seen, question, question.answer or "")
    return seen, lines


def overview(session: Session) -> list[tuple[AmaSession, dict[AskedState, int]]]:
    """Return what is written, called for or running, then what ended last, with its questions."""
    going = list(ama.in_states(session, [AmaState.DRAFT, *CURRENT]))
    listed = [*going, *ama.latest_ended(session, MOST_ENDED, ENDED)]
    return [(found, ama.count_by_state(session, found.id)) for found in listed]


def by_number(session: Session, session_id: int) -> AmaSession:
    """Return an AMA by its number."""
    found = ama.by_id(session, session_id)
    if found is None:
        raise AmaUnknownError(received=str(session_id))
    return found

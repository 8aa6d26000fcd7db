"""Who has a case: taking it on, giving it back, handing it to a colleague."""

from datetime import timedelta

from sqlmodel import Session, col

from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.roles import Right, allowed
from bot.members.service import roles_of
from bot.review.cards import name_of
from bot.review.desk import ReviewDesk
from bot.review.errors import CaseClaimedError, CaseDecidedError, CaseNotYoursError, OwnCaseError
from bot.review.kinds import WAITING, CaseState, Step
from bot.review.service import case_of, readable
from bot.review.showing import refresh
from db.models.review import ReviewCase
from db.repositories import members, review

IDLE = timedelta(hours=4)
"""A case that somebody took on and left alone this long may be taken over."""
MOST_COLLEAGUES = 12


def claim(
    session: Session,
    desk: ReviewDesk,
    case_id: int,
    deed: Deed,
    shown: tuple[int, int] | None = None,
) -> ReviewCase:
    """Take a case on; the first of two wins, and an owner may take any over."""
    case = _waiting(session, desk, case_id, deed)
    if case.owner_id == deed.actor_id:
        return case
    refuse_own(session, case, deed.actor_id)
    if case.owner_id is not None and not _may_take_over(case, desk, deed):
        raise _claimed(session, case)
    return _give(session, desk, case, deed.actor_id, Step.CLAIMED, deed, shown)


def give_back(
    session: Session,
    desk: ReviewDesk,
    case_id: int,
    deed: Deed,
    shown: tuple[int, int] | None = None,
) -> ReviewCase:
    """Give a case back, for anybody to take on."""
    case = _own(session, desk, case_id, deed)
    return _give(session, desk, case, None, Step.GIVEN_BACK, deed, shown)


def hand_on(
    session: Session,
    desk: ReviewDesk,
    case_id: int,
    to: int,
    deed: Deed,
    shown: tuple[int, int] | None = None,
) -> ReviewCase:
    """Hand a case on to a colleague who may review."""
    case = _own(session, desk, case_id, deed)
    if not allowed(roles_of(session, to, desk.owners), Right.REVIEW):
        raise CaseNotYoursError(number=case_id)
    if case.owners_only and to not in desk.owners:
        raise CaseNotYoursError(number=case_id)
    refuse_own(session, case, to)
    return _give(session, desk, case, to, Step.HANDED_ON, deed, shown)


def colleagues(session: Session, desk: ReviewDesk, case: ReviewCase) -> list[tuple[int, str]]:
    """Return to whom a case can be handed on: (id, name)."""
    people = {member.id: member.first_name for _role, member in members.granted(session)}
    for owner in desk.owners:
        known = members.by_id(session, owner)
        people[owner] = known.first_name if known else str(owner)
    out = {case.member_id, case.owner_id}
    fit = [
        (member_id, name)
        for member_id, name in people.items()
        if member_id not in out
        and allowed(roles_of(session, member_id, desk.owners), Right.REVIEW)
        and (not case.owners_only or member_id in desk.owners)
    ]
    return fit[:MOST_COLLEAGUES]


def refuse_own(session: Session, case: ReviewCase, actor_id: int) -> None:
    """Raise OwnCaseError where a case is about `actor_id`, or opened by them."""
    if actor_id == case.member_id or actor_id in review.reporters(session, case.id):
        raise OwnCaseError


def refuse_decided(session: Session, case: ReviewCase) -> None:
    """Raise CaseDecidedError where somebody decided before."""
    if case.state is CaseState.DECIDED and case.decision is not None:
        who = name_of(session, case.decided_by)
        outcome = Say(f"case-outcome-{case.decision.value}")
        raise CaseDecidedError(number=case.id, who=who, outcome=outcome)


def _waiting(session: Session, desk: ReviewDesk, case_id: int, deed: Deed) -> ReviewCase:
    case = readable(session, desk, case_id, deed.actor_id)
    refuse_decided(session, case)
    return case


def _own(session: Session, desk: ReviewDesk, case_id: int, deed: Deed) -> ReviewCase:
    case = _waiting(session, desk, case_id, deed)
    if case.owner_id is None or deed.actor_id not in {case.owner_id, *desk.owners}:
        raise CaseNotYoursError(number=case_id)
    return case


def _may_take_over(case: ReviewCase, desk: ReviewDesk, deed: Deed) -> bool:
    idle = case.claimed_at is not None and deed.now - case.claimed_at >= IDLE
    return idle or deed.actor_id in desk.owners


def _give(
    session: Session,
    desk: ReviewDesk,
    case: ReviewCase,
    to: int | None,
    step: Step,
    deed: Deed,
    shown: tuple[int, int] | None,
) -> ReviewCase:
    before, still = {"owner": case.owner_id}, col(ReviewCase.owner_id).is_not_distinct_from
    held = CaseState.CLAIMED if to is not None else CaseState.OPEN
    values = {
        "owner_id": to,
        "claimed_at": deed.now if to is not None else None,
        "first_claimed_at": case.first_claimed_at or (deed.now if to is not None else None),
        "state": CaseState.EXPIRED if case.state is CaseState.EXPIRED else held,
    }
    if not review.move(session, case.id, WAITING, still(case.owner_id), **values):
        now_held = case_of(session, case.id)
        refuse_decided(session, now_held)
        raise _claimed(session, now_held)
    after = {"owner": to}
    review.add_step(session, case.id, step, deed.actor_id, deed.now, before, after)
    deed.log(session, f"case-{step.value}", f"case:{case.id}", before, after)
    case = case_of(session, case.id)
    refresh(session, desk, case, deed.now, shown)
    return case


def _claimed(session: Session, case: ReviewCase) -> CaseClaimedError:
    return CaseClaimedError(number=case.id, who=name_of(session, case.owner_id))

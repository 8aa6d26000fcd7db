"""How a case ends: one person decides, or two; what was done is done further or taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import Session, col

from bot.markup import storable
from bot.members.deed import Deed
from bot.review import labels, telling
from bot.review.cards import name_of
from bot.review.case_buttons import decisions_of
from bot.review.desk import ReviewDesk
from bot.review.errors import (
    ActedBeforeError,
    CaseClaimedError,
    DecisionUnfitError,
    SecondReviewerError,
    WordsLengthError,
)
from bot.review.kinds import WAITING, CaseKind, CaseState, Decision, Done, Step
from bot.review.second_person import established, needs_second
from bot.review.service import case_of, readable
from bot.review.showing import refresh
from bot.review.taking import refuse_decided, refuse_own
from db.models.review import CaseItem, ReviewCase
from db.repositories import members, review

MUTE_LASTS = timedelta(hours=24)
LEAST_NOTE, MOST_NOTE = 2, 500
MEASURES = {Decision.DELETE: Done.DELETED, Decision.MUTE: Done.MUTED, Decision.BAN: Done.BANNED}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case stands after somebody decided; `waits`: a second person has to confirm."""

    case: ReviewCase
    waits: bool


def decide(
    session: Session,
    desk: ReviewDesk,
    case_id: int,
    decision: Decision,
    deed: Deed,
    note: str = "",
    shown: tuple[int, int] | None = None,
) -> Outcome:
    """Decide a case, or let it wait for a second person; the first of two wins.

    An appeal takes a `note`, which the member reads. The message `shown` (chat, id) is left
    for the caller to redraw.
    """
    case = readable(session, desk, case_id, deed.actor_id)
    if _done_by_me(case, decision, deed):
        return Outcome(case, waits=False)
    check(session, desk, case, decision, deed)
    note = _checked_note(case, note)
    if case.asked is not decision and _needs_second(session, case, decision, deed):
        return _ask_second(session, desk, case, decision, note, deed, shown)
    _close(session, case, decision, note, deed)
    case = case_of(session, case_id)
    _carry_out(session, desk, case, deed)
    refresh(session, desk, case, deed.now, shown)
    return Outcome(case, waits=False)


def refuse_second(
    session: Session,
    desk: ReviewDesk,
    case_id: int,
    deed: Deed,
    shown: tuple[int, int] | None = None,
) -> ReviewCase:
    """Take back or turn down what waits for a second person; the case is open to all again."""
    case = readable(session, desk, case_id, deed.actor_id)
    refuse_decided(session, case)
    refuse_own(session, case, deed.actor_id)
    if case.asked is None:
        return case
    before = {"asked": case.asked.value, "asked_by": case.asked_by}
    values: dict[str, Any] = {"asked": None, "asked_by": None, "asked_at": None}
    review.move(session, case_id, WAITING, col(ReviewCase.asked) == case.asked, **values)
    _write(session, case, Step.REFUSED_SECOND, deed, before, {})
    case = case_of(session, case_id)
    refresh(session, desk, case, deed.now, shown)
    return case


def check(
    session: Session, desk: ReviewDesk, case: ReviewCase, decision: Decision, deed: Deed
) -> None:
    """Raise what stands against `deed`'s actor deciding a case so."""
    refuse_decided(session, case)
    refuse_own(session, case, deed.actor_id)
    if decision not in decisions_of(case):
        raise DecisionUnfitError(number=case.id)
    if case.kind is CaseKind.APPEAL and deed.actor_id == case.acted_by:
        raise ActedBeforeError
    if case.asked is not None and deed.actor_id == case.asked_by:
        raise SecondReviewerError
    others = case.owner_id is not None and case.owner_id != deed.actor_id
    if others and case.asked is None and deed.actor_id not in desk.owners:
        raise CaseClaimedError(number=case.id, who=name_of(session, case.owner_id))


def _done_by_me(case: ReviewCase, decision: Decision, deed: Deed) -> bool:
    return case.decision is decision and case.decided_by == deed.actor_id


def _checked_note(case: ReviewCase, note: str) -> str:
    note = " ".join(storable(note).split())
    least = LEAST_NOTE if case.kind is CaseKind.APPEAL else 0
    if not least <= len(note) <= MOST_NOTE:
        raise WordsLengthError(length=len(note), least=LEAST_NOTE, most=MOST_NOTE)
    return note


def _needs_second(session: Session, case: ReviewCase, decision: Decision, deed: Deed) -> bool:
    member = members.by_id(session, case.member_id) if case.member_id is not None else None
    since = member.first_seen_at if member else None
    is_established = established(since, deed.now)
    return needs_second(case.kind, case.severity, decision, is_established=is_established)


def _ask_second(
    session: Session,
    desk: ReviewDesk,
    case: ReviewCase,
    decision: Decision,
    note: str,
    deed: Deed,
    shown: tuple[int, int] | None,
) -> Outcome:
    still = col(ReviewCase.asked).is_not_distinct_from(case.asked)
    values: dict[str, Any] = {"asked": decision, "asked_by": deed.actor_id, "asked_at": deed.now}
    if not review.move(session, case.id, WAITING, still, note=note or None, **values):
        refuse_decided(session, case_of(session, case.id))
        raise SecondReviewerError
    _write(session, case, Step.ASKED_SECOND, deed, {}, {"asked": decision.value}, note)
    case = case_of(session, case.id)
    refresh(session, desk, case, deed.now, shown)
    return Outcome(case, waits=True)


def _close(session: Session, case: ReviewCase, decision: Decision, note: str, deed: Deed) -> None:
    still = col(ReviewCase.asked).is_not_distinct_from(case.asked)
    before = {"state": case.state.value, "owner": case.owner_id, "asked_by": case.asked_by}
    values: dict[str, Any] = {
        "state": CaseState.DECIDED,
        "decision": decision,
        "decided_by": deed.actor_id,
        "decided_at": deed.now,
        "note": note or case.note,
    }
    if not review.move(session, case.id, WAITING, still, **values):
        refuse_decided(session, case_of(session, case.id))
        raise SecondReviewerError
    _write(session, case, Step.DECIDED, deed, before, {"decision": decision.value}, note)


def _carry_out(session: Session, desk: ReviewDesk, case: ReviewCase, deed: Deed) -> None:
    items = review.items(session, case.id)
    told = False
    if case.decision is Decision.RELEASE:
        told = desk.acts.undo(session, case, items, deed)
        if case.done or case.kind is CaseKind.APPEAL:
            done = {"done": [str(each) for each in case.done]}
            review.add_step(session, case.id, Step.UNDONE, deed.actor_id, deed.now, done, {})
    elif case.decision in MEASURES:
        _punish(session, desk, case, items, deed)
    labels.learn(session, case, deed)
    if not told or case.kind is CaseKind.APPEAL:
        telling.tell_concerned(session, desk, case, items, deed)
    telling.thank_reporters(session, desk, case, deed)
    desk.acts.decided(session, case, items, deed)


def _punish(
    session: Session,
    desk: ReviewDesk,
    case: ReviewCase,
    items: Sequence[CaseItem],
    deed: Deed,
) -> None:
    """Delete what was said, and mute or ban everybody who said it, once in each group."""
    measured: set[tuple[int | None, int | None]] = set()
    for item in items:
        key = desk.acts.delete(session, case, item, deed)
        who = (item.chat_id, item.member_id)
        if case.decision is Decision.MUTE and who not in measured:
            key = desk.acts.mute(session, case, item, MUTE_LASTS, deed)
        if case.decision is Decision.BAN and who not in measured:
            key = desk.acts.ban(session, case, item, deed)
        if who not in measured:
            telling.tell_measure(session, desk, case, item, key, deed)
        measured.add(who)
        added = {Done.DELETED.value, MEASURES[case.decision or Decision.DELETE].value}
        item.done = [*item.done, *sorted(added - set(item.done))]
        session.add(item)
    session.flush()


def _write(
    session: Session,
    case: ReviewCase,
    step: Step,
    deed: Deed,
    before: dict[str, Any],
    after: dict[str, Any],
    note: str = "",
) -> None:
    review.add_step(session, case.id, step, deed.actor_id, deed.now, before, after, note or None)
    deed.log(session, f"case-{step.value}", f"case:{case.id}", before, after, note or None)

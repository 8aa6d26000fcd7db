"""What takes two operators: undoing an order, booking a correction, ending a contest early.

One asks, with a reason; a card goes to the operators' group; another one confirms within a
day. Neither who asked nor whose account it is can confirm; who asked may take it back.
"""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from bot.buttons import Button, Rows
from bot.contest.operator_errors import (
    AlreadyVoidedError,
    ContestStateError,
    CorrectionAmountError,
    DecisionUnknownError,
    NothingToVoidError,
    NotInContestError,
    OrderGoneError,
    ReasonNeededError,
)
from bot.contest.services import carrying_out, lifecycle
from bot.contest.services.decision_cards import card_of
from bot.contest.services.ex_dates import refuse_after_ex_day
from bot.contest.services.staff_desk import StaffDesk, name_of
from bot.contest.states import ContestState, DecisionKind, OrderState
from bot.i18n import Say
from bot.members.deed import Deed
from bot.points.errors import PendingDecidedError, PendingExpiredError, SecondOperatorError
from db.models.contest import Contest
from db.models.contest_trade import ContestDecision
from db.repositories import contest_cases, contest_entries, contest_trades

LEAST_REASON, MOST_REASON = 2, 200
LASTS = timedelta(hours=24)
MOST_CORRECTION = Decimal(100_000_000)
CENT = Decimal("0.01")
CORRECTABLE = frozenset({ContestState.RUNNING, ContestState.PAUSED})


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, about which contest, and the card's text without buttons."""

    decision: ContestDecision
    contest: Contest
    card: Say


def ask_void(
    session: Session,
    order_id: int,
    reason: str,
    deed: Deed,
    desk: StaffDesk,
    dispute: tuple[int, str] | None = None,
) -> ContestDecision:
    """Ask a second operator to undo an order; `dispute` is the case behind it and its answer."""
    reason = checked_reason(reason)
    order = contest_trades.order(session, order_id)
    if order is None:
        raise OrderGoneError(received=str(order_id))
    contest = lifecycle.held(session, order.contest_id, CORRECTABLE)
    if order.state is OrderState.VOIDED:
        raise AlreadyVoidedError(order=order_id)
    fills = contest_cases.fills_of_order(session, order_id)
    if order.state is not OrderState.OPEN and not fills:
        raise NothingToVoidError(order=order_id)
    refuse_after_ex_day(session, order, fills)
    body: dict[str, Any] = {"order": order_id, "member": order.member_id}
    if dispute is not None:
        body |= {"dispute": dispute[0], "answer": dispute[1]}
    return ask(session, contest, DecisionKind.VOID_ORDER, body, reason, deed, desk)


def ask_correct(
    session: Session,
    contest_id: int,
    member_id: int,
    amount: Decimal,
    reason: str,
    deed: Deed,
    desk: StaffDesk,
) -> ContestDecision:
    """Ask a second operator to book `amount`, which may be negative, on a member's account."""
    reason = checked_reason(reason)
    if not 0 < abs(amount) <= MOST_CORRECTION or amount != amount.quantize(CENT):
        raise CorrectionAmountError(received=str(amount), most=MOST_CORRECTION)
    contest = lifecycle.held(session, contest_id, CORRECTABLE)
    if contest_entries.by_member(session, contest_id, member_id) is None:
        raise NotInContestError(name=name_of(session, member_id), title=contest.title)
    body = {"member": member_id, "amount": str(amount.quantize(CENT))}
    return ask(session, contest, DecisionKind.CORRECT_CASH, body, reason, deed, desk)


def ask_cancel(
    session: Session, contest_id: int, reason: str, deed: Deed, desk: StaffDesk
) -> ContestDecision:
    """Ask a second operator to end a contest that has begun without a result."""
    reason = checked_reason(reason)
    contest = lifecycle.held(session, contest_id, lifecycle.LIVING)
    return ask(session, contest, DecisionKind.CANCEL_CONTEST, {}, reason, deed, desk)


def ask(
    session: Session,
    contest: Contest,
    kind: DecisionKind,
    body: dict[str, Any],
    reason: str,
    deed: Deed,
    desk: StaffDesk,
) -> ContestDecision:
    """Let something wait and show its card to the operators, once for each deed."""
    key = f"{kind.value}:{deed.key}"
    found = contest_cases.add_decision(
        session, contest.id, kind, body, reason, key, deed.actor_id, deed.now
    )
    card = card_of(session, found, contest)
    waits = Say("decision-waits", asker=name_of(session, deed.actor_id), hours=hours())
    whole = Say("contest-lines", lines=(card, waits))
    desk.alerts.raise_in(session, f"decision:{found.id}", whole, deed.now, buttons_of(found))
    after = {"decision": found.id, **body}
    deed.log(session, f"{kind.value}-request", lifecycle.target_of(contest), {}, after, reason)
    return found


def decide(
    session: Session, decision_id: int, confirm: bool, deed: Deed, desk: StaffDesk
) -> Decided:
    """Confirm or reject what waits, once; what turns out impossible is refused and still waits."""
    found = contest_cases.decision(session, decision_id)
    if found is None:
        raise DecisionUnknownError
    if confirm and deed.actor_id in {found.requested_by, found.body.get("member")}:
        raise SecondOperatorError
    if confirm and found.decided_by is None and found.kind is not DecisionKind.AWARD_PRIZES:
        contest = lifecycle.held(session, found.contest_id)
        if contest.state not in lifecycle.LIVING:
            raise ContestStateError(title=contest.title, state=contest.state.value)
    contest = lifecycle.held(session, found.contest_id)
    since = deed.now - LASTS
    if not contest_cases.decide(session, decision_id, deed.actor_id, confirm, deed.now, since):
        raise _why_not(session, found)
    session.refresh(found)
    card = card_of(session, found, contest)
    if confirm:
        carrying_out.carry_out(session, found, contest, deed, desk)
    outcome = "confirm" if confirm else "reject"
    after = {"decision": decision_id, "requested_by": found.requested_by, **found.body}
    target = lifecycle.target_of(contest)
    deed.log(session, f"{found.kind.value}-{outcome}", target, {}, after, found.reason)
    return Decided(found, contest, card)


def checked_reason(reason: str, least: int = LEAST_REASON, most: int = MOST_REASON) -> str:
    """Return a reason on one line; raise ReasonNeededError."""
    reason = " ".join(reason.split())
    if not least <= len(reason) <= most:
        raise ReasonNeededError(length=len(reason), least=least, most=most)
    return reason


def buttons_of(decision: ContestDecision) -> Rows:
    """Return the buttons under a card."""
    return (
        (Button(Say(f"button-decision-{decision.kind.value}"), f"decision:yes-{decision.id}"),),
        (Button(Say("button-decision-reject"), f"decision:no-{decision.id}"),),
    )


def hours() -> int:
    """Return how long a card can be decided."""
    return int(LASTS.total_seconds() // 3600)


def _why_not(
    session: Session, decision: ContestDecision
) -> PendingDecidedError | PendingExpiredError:
    session.refresh(decision)
    if decision.decided_by is None:
        return PendingExpiredError(hours=hours())
    outcome = "confirmed" if decision.confirmed else "rejected"
    return PendingDecidedError(who=name_of(session, decision.decided_by), outcome=outcome)

"""What a second operator's yes sets in motion."""

from decimal import Decimal

from sqlmodel import Session

from bot.contest.events import CashCorrected, OrderVoided
from bot.contest.operator_errors import (
    CorrectionOverdrawnError,
    DecisionUnknownError,
    VoidImpossibleError,
)
from bot.contest.outcomes import Outcome, Refused
from bot.contest.services import catching_up, disputes_end, lifecycle, prizes
from bot.contest.services.books import voided_fill
from bot.contest.services.decision_cards import currency_of
from bot.contest.services.ex_dates import refuse_after_ex_day
from bot.contest.services.staff_desk import StaffDesk, name_of, tell
from bot.contest.showing.wording import money
from bot.contest.states import DecisionKind
from bot.i18n import Say
from bot.members.deed import Deed
from db.models.contest import Contest
from db.models.contest_trade import ContestDecision
from db.repositories import contest_cases, contest_trades


def carry_out(
    session: Session, decision: ContestDecision, contest: Contest, deed: Deed, desk: StaffDesk
) -> None:
    """Do what was decided, in the transaction of the decision."""
    match decision.kind:
        case DecisionKind.VOID_ORDER:
            _void(session, decision, contest, deed, desk)
        case DecisionKind.CORRECT_CASH:
            _correct(session, decision, contest, deed, desk)
        case DecisionKind.CANCEL_CONTEST:
            lifecycle.cancel_anyway(session, contest.id, decision.reason, deed, desk)
        case DecisionKind.AWARD_PRIZES:
            prizes.give(session, contest, decision.requested_by, deed, desk)


def _void(
    session: Session, decision: ContestDecision, contest: Contest, deed: Deed, desk: StaffDesk
) -> None:
    order = contest_trades.order(session, int(decision.body["order"]))
    if order is None:
        raise DecisionUnknownError
    # What an auction brought since may not be written yet, and would be refused for good.
    catching_up.up_to_date(session, contest, order.member_id)
    fills = [f for f in contest_cases.fills_of_order(session, order.id) if f.voided_at is None]
    refuse_after_ex_day(session, order, fills)
    undone = tuple(voided_fill(fill) for fill in fills)
    event = OrderVoided(deed.now, order.member_id, order.id, undone)
    if _refused(catching_up.do(session, contest, event)) is not None:
        name = name_of(session, order.member_id)
        raise VoidImpossibleError(order=order.id, name=name, side=order.side.value)
    back = -sum((fill.cash for fill in undone), Decimal(0))
    told = {
        "title": contest.title,
        "order": str(order.id),
        "name": order.name,
        "amount": money(abs(back)),
        "sign": "plus" if back >= 0 else "minus",
        "currency": currency_of(contest),
    }
    said = Say("receipt-void", reason=decision.reason, **told)
    tell(session, desk, order.member_id, f"receipt:decision:{decision.id}", deed, said,
         Say("receipt-void-bare", **told))  # fmt: skip
    disputes_end.upheld_by(session, decision, deed, desk)


def _correct(
    session: Session, decision: ContestDecision, contest: Contest, deed: Deed, desk: StaffDesk
) -> None:
    member, amount = int(decision.body["member"]), Decimal(decision.body["amount"])
    event = CashCorrected(deed.now, member, amount)
    refused = _refused(catching_up.do(session, contest, event))
    if refused is not None:
        available = Decimal(str(refused.refusal.fields.get("available", 0)))
        free = money(available)
        raise CorrectionOverdrawnError(name=name_of(session, member), available=free)
    told = {
        "title": contest.title,
        "amount": money(abs(amount)),
        "sign": "plus" if amount > 0 else "minus",
        "currency": currency_of(contest),
    }
    said = Say("receipt-correct", reason=decision.reason, **told)
    tell(session, desk, member, f"receipt:decision:{decision.id}", deed, said,
         Say("receipt-correct-bare", **told))  # fmt: skip


def _refused(outcomes: tuple[Outcome, ...]) -> Refused | None:
    return next((one for one in outcomes if isinstance(one, Refused)), None)

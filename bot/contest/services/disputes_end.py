"""How a case ends: decided, logged, and told to the member in private."""

from sqlmodel import Session

from bot.contest.services.staff_desk import StaffDesk, tell
from bot.contest.states import DisputeState
from bot.i18n import Say
from bot.members.deed import Deed
from db.models.contest_trade import ContestDecision, ContestDispute
from db.repositories import contest_cases, contest_trades


def close(
    session: Session,
    dispute: ContestDispute,
    state: DisputeState,
    decided_by: int,
    answer: str,
    deed: Deed,
    desk: StaffDesk,
) -> None:
    """Write the decision down and tell the member."""
    dispute.state, dispute.answer = state, answer
    dispute.decided_by, dispute.decided_at = decided_by, deed.now
    session.add(dispute)
    session.flush()
    fill = contest_trades.fill(session, dispute.fill_id)
    told = {"fill": fill.fill if fill else "?", "state": state.value}
    said = Say("receipt-dispute", answer=answer, **told)
    key = f"receipt:dispute:{dispute.id}"
    tell(session, desk, dispute.member_id, key, deed, said, Say("receipt-dispute-bare", **told))
    before, after = {"state": DisputeState.OPEN.value}, {"state": state.value}
    deed.log(session, "dispute-decide", f"dispute:{dispute.id}", before, after, answer)


def upheld_by(session: Session, decision: ContestDecision, deed: Deed, desk: StaffDesk) -> None:
    """Close the case behind an order that two operators undid, if there is one."""
    number = decision.body.get("dispute")
    dispute = contest_cases.dispute(session, int(number), lock=True) if number else None
    if dispute is not None and dispute.state is DisputeState.OPEN:
        answer = str(decision.body.get("answer", decision.reason))
        by = decision.requested_by
        close(session, dispute, DisputeState.UPHELD, by, answer, deed, desk)

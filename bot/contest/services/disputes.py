"""Objections to fills: one case for each fill, with the quote it used, answered by a person."""

from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.buttons import Button, Rows
from bot.contest.engine import codec
from bot.contest.operator_errors import (
    DisputeDecidedError,
    DisputeTooLateError,
    DisputeUnknownError,
    FillUnknownError,
    OwnDisputeError,
)
from bot.contest.services import decisions, lifecycle
from bot.contest.services.decision_cards import fill_line, order_line
from bot.contest.services.disputes_end import close
from bot.contest.services.staff_desk import StaffDesk, name_of
from bot.contest.showing.wording import price
from bot.contest.states import DisputeState
from bot.i18n import Say
from bot.members.deed import Deed
from db.models.contest import Contest
from db.models.contest_trade import ContestDecision, ContestDispute, ContestFill
from db.repositories import contest_cases, contest_trades, contests

LEAST_TEXT, MOST_TEXT = 4, 500
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Case:
    """A case with the fill it is about; `new` tells whether it was opened just now."""

    dispute: ContestDispute
    fill: ContestFill
    contest: Contest
    new: bool = False


def disputable(session: Session, member_id: int, reference: str) -> ContestFill:
    """Return a member's own fill by `12.1` or by its row's number; refuse any other."""
    found = _fill(session, reference)
    if found is None or found.member_id != member_id:
        raise FillUnknownError(received=reference[:40])
    return found


def open_case(
    session: Session, member_id: int, reference: str, text: str, deed: Deed, desk: StaffDesk
) -> Case:
    """Open a case about a member's own fill, once; the operators get a card."""
    fill = disputable(session, member_id, reference)
    contest = contests.by_id(session, fill.contest_id)
    assert contest is not None  # noqa: S101 - the fill refers to it
    known = contest_cases.dispute_of_fill(session, fill.id)
    if known is not None:
        return Case(known, fill, contest)
    if contest.state not in decisions.CORRECTABLE:
        raise DisputeTooLateError(title=contest.title)
    text = decisions.checked_reason(text, LEAST_TEXT, MOST_TEXT)
    found, new = contest_cases.open_dispute(session, contest.id, member_id, fill.id, text, deed.now)
    if new:
        card = card_of(session, Case(found, fill, contest))
        desk.alerts.raise_in(session, f"dispute:{found.id}", card, deed.now, buttons_of(found))
        target, after = f"dispute:{found.id}", {"fill": fill.fill}
        deed.log(session, "dispute-open", target, {}, after, text)
    return Case(found, fill, contest, new)


def keep(session: Session, dispute_id: int, answer: str, deed: Deed, desk: StaffDesk) -> Case:
    """Let the fill stand and tell the member why."""
    case = undecided(session, dispute_id, deed)
    answer = decisions.checked_reason(answer, most=MOST_TEXT)
    close(session, case.dispute, DisputeState.REJECTED, deed.actor_id, answer, deed, desk)
    return case


def ask_undo(
    session: Session, dispute_id: int, answer: str, deed: Deed, desk: StaffDesk
) -> ContestDecision:
    """Ask a second operator to undo the order behind the fill; the answer is told with it."""
    case = undecided(session, dispute_id, deed)
    answer = decisions.checked_reason(answer, most=decisions.MOST_REASON)
    behind = (dispute_id, answer)
    return decisions.ask_void(session, case.fill.order_id, answer, deed, desk, behind)


def case_of(session: Session, dispute_id: int) -> Case:
    """Return a case; raise DisputeUnknownError."""
    dispute = contest_cases.dispute(session, dispute_id)
    if dispute is None:
        raise DisputeUnknownError
    return _whole(session, dispute)


def cases_of(session: Session, member_id: int) -> tuple[Case, ...]:
    """Return a member's latest cases, newest first."""
    found = contest_cases.disputes_of(session, member_id)
    return tuple(_whole(session, dispute) for dispute in found)


def card_of(session: Session, case: Case) -> Say:
    """Say to the operators what is objected to, which quote was used, what the rule says."""
    rules = codec.rules_from_json(case.contest.rules)
    order = contest_trades.order(session, case.fill.order_id)
    assert order is not None  # noqa: S101 - the fill refers to it
    member = str(case.dispute.member_id)
    lines = (
        Say("dispute-card", number=case.dispute.id, title=case.contest.title),
        Say("decision-member", name=name_of(session, case.dispute.member_id), id=member),
        Say("dispute-text", text=case.dispute.text),
        order_line(order),
        fill_line(case.fill),
        _limits(case.fill),
        Say("dispute-rule", model=rules.fill_model.value, seconds=rules.fresh_seconds),
    )
    return Say("contest-lines", lines=lines)


def buttons_of(dispute: ContestDispute) -> Rows:
    """Return the buttons under a case's card."""
    return (
        (Button(Say("button-dispute-keep"), f"disputes:keep-{dispute.id}"),),
        (Button(Say("button-dispute-undo"), f"disputes:undo-{dispute.id}"),),
    )


def _limits(fill: ContestFill) -> Say:
    upper, lower = fill.quote.get("upper"), fill.quote.get("lower")
    if upper is None or lower is None:
        return Say("dispute-no-limits")
    return Say("dispute-limits", upper=_price(upper), lower=_price(lower))


def _price(value: object) -> Say:
    return price(Decimal(str(value)))


def _fill(session: Session, reference: str) -> ContestFill | None:
    reference = reference.strip().removeprefix("#")
    order, dot, number = reference.partition(".")
    parts = (order, number) if dot else (order,)
    if not all(part.isascii() and part.isdigit() and len(part) <= MOST_DIGITS for part in parts):
        return None
    if dot:
        return contest_cases.fill_named(session, f"{int(order)}.{int(number)}")
    return contest_trades.fill(session, int(order))


def _whole(session: Session, dispute: ContestDispute) -> Case:
    fill = contest_trades.fill(session, dispute.fill_id)
    contest = contests.by_id(session, dispute.contest_id)
    assert fill is not None and contest is not None  # noqa: S101 - it refers to both
    return Case(dispute, fill, contest)


def undecided(session: Session, dispute_id: int, deed: Deed) -> Case:
    """Return a case that `deed`'s actor may decide; raise what stands against it."""
    dispute = contest_cases.dispute(session, dispute_id, lock=True)
    if dispute is None:
        raise DisputeUnknownError
    if dispute.member_id == deed.actor_id:
        raise OwnDisputeError
    if dispute.state is not DisputeState.OPEN:
        raise DisputeDecidedError(number=dispute.id)
    lifecycle.held(session, dispute.contest_id)
    return _whole(session, dispute)

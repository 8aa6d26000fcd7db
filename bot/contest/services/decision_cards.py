"""What the operators read before the second one decides."""

from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.contest.engine import codec
from bot.contest.services.staff_desk import name_of
from bot.contest.showing.wording import code_of, currency, money, price
from bot.contest.states import DecisionKind
from bot.i18n import Say
from db.models.contest import Contest
from db.models.contest_trade import ContestDecision, ContestFill, ContestOrder
from db.repositories import contest_cases, contest_trades

MOST_FILLS = 8
NAMED_SOURCES = frozenset({"tencent", "sina", "eastmoney", "yahoo", "rehearsal"})


def card_of(session: Session, decision: ContestDecision, contest: Contest) -> Say:
    """Say what waits, with everything that is needed to judge it."""
    lines: tuple[Say, ...]
    common = {"title": contest.title, "id": contest.id}
    match decision.kind:
        case DecisionKind.VOID_ORDER:
            lines = (Say("decision-void", **common), *_order(session, decision, contest))
        case DecisionKind.CORRECT_CASH:
            member = int(decision.body["member"])
            amount = Decimal(decision.body["amount"])
            correction = {
                "name": name_of(session, member),
                "member": str(member),
                "amount": money(abs(amount)),
                "sign": "plus" if amount > 0 else "minus",
                "currency": currency_of(contest),
            }
            lines = (Say("decision-correct", **common), Say("decision-correction", **correction))
        case DecisionKind.CANCEL_CONTEST:
            lines = (Say("decision-cancel", **common),)
        case DecisionKind.AWARD_PRIZES:
            count, points = int(decision.body["members"]), int(decision.body["points"])
            lines = (Say("decision-award", count=count, points=points, **common),)
    return Say("contest-lines", lines=(*lines, Say("decision-reason", reason=decision.reason)))


def currency_of(contest: Contest) -> Say:
    """Say the money in which a contest is played."""
    return currency(codec.rules_from_json(contest.rules).market)


def order_line(order: ContestOrder) -> Say:
    """Say what was ordered, when, at which limit."""
    told = {
        "order": str(order.id),
        "side": order.side.value,
        "name": order.name,
        "symbol": code_of(order.symbol),
        "quantity": order.quantity,
        "filled": order.filled,
        "at": order.placed_at,
    }
    if order.limit is None:
        return Say("decision-order-market", **told)
    return Say("decision-order-limit", limit=price(order.limit), **told)


def fill_line(fill: ContestFill) -> Say:
    """Say what was traded, by which quote."""
    quote = fill.quote
    return Say(
        "decision-fill",
        fill=fill.fill,
        quantity=fill.quantity,
        price=price(fill.price),
        at=fill.at,
        source=_source(str(quote.get("source", ""))),
        quoted=datetime.fromisoformat(quote["at"]) if quote.get("at") else fill.at,
        delay=int(quote.get("delay_minutes", 0)),
    )


def _order(session: Session, decision: ContestDecision, contest: Contest) -> tuple[Say, ...]:
    order = contest_trades.order(session, int(decision.body["order"]))
    if order is None:
        return ()
    fills = contest_cases.fills_of_order(session, order.id)
    who = Say("decision-member", name=name_of(session, order.member_id), id=str(order.member_id))
    shown = tuple(fill_line(fill) for fill in fills[:MOST_FILLS])
    more = len(fills) - len(shown)
    rest = (Say("decision-more-fills", count=more),) if more else ()
    return (who, order_line(order), *shown, *rest)


def _source(code: str) -> Say:
    return Say(f"source-{code}") if code in NAMED_SOURCES else Say("just", text=code or "?")

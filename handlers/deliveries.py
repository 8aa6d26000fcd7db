"""Deliveries whose fate is unknown: an operator says whether they arrived."""

from markupsafe import Markup
from sqlmodel import Session

from bot.delivery.outbox import settle
from bot.i18n import Say
from bot.markup import plain
from bot.members.deed import Deed
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn
from db.models.delivery import Delivery
from handlers.common import deed_of, require, show

MOST_DIGITS = 18
EXCERPT = 120


async def press(turn: Turn, rest: str) -> None:
    """Settle a delivery as arrived, or queue it again; the card then says who decided."""
    action, _, number = rest.partition("-")
    usable = number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS
    if action not in {"arrived", "again"} or not usable:
        await turn.answer(Say("button-gone"))
        return
    await require(turn, Right.SETTLE_DELIVERIES, "deliveries")
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise NotAllowedError(command="deliveries")
    arrived = action == "arrived"
    delivery = await turn.act(_settle, int(number), arrived, deed_of(turn))
    await show(turn, _card(delivery), _decision(delivery, arrived, turn))


def _settle(session: Session, delivery_id: int, arrived: bool, deed: Deed) -> Delivery:
    delivery = settle(session, delivery_id, arrived, deed.now)
    after = {"state": delivery.state.value, "arrived": arrived}
    target = f"delivery:{delivery_id}"
    deed.log(session, "settle-delivery", target, {"state": "unknown"}, after)
    return delivery


def _card(delivery: Delivery) -> Say:
    excerpt = plain(Markup(delivery.markup))[:EXCERPT]  # noqa: S704 - read, not written
    return Say("alert-delivery-unknown", key=delivery.send_key, excerpt=excerpt)


def _decision(delivery: Delivery, arrived: bool, turn: Turn) -> Say:
    who, at = turn.me.first_name, turn.house.community.local_time(turn.now)
    if arrived:
        return Say("delivery-decided-arrived", who=who, at=at)
    if delivery.useless_after is not None and delivery.useless_after <= turn.now:
        return Say("delivery-decided-too-late", who=who, at=at)
    return Say("delivery-decided-again", who=who, at=at)

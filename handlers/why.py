"""`/why`: what a member was sent lately or spared, and why; and no more of it if they wish."""

from bot.buttons import Button, Rows
from bot.delivery import reasons
from bot.delivery.attention import Suppression
from bot.delivery.lanes import DeliveryState
from bot.i18n import Say
from bot.telegram.turn import Turn
from db.models.delivery import Delivery
from handlers.common import private_link, show

WORDS = ("为什么收到", "為什麼收到")
KNOWN = {reason.value for reason in Suppression}


async def why(turn: Turn, _arguments: str) -> None:
    """Show the last ten private messages with their reasons; in a group, the way there."""
    await turn.notice()
    if not turn.private:
        link = private_link(turn, "why", Say("button-private"))
        await turn.reply(Say("why-in-private"), buttons=link)
        return
    await _show(turn)


async def press(turn: Turn, rest: str) -> None:
    """Take somebody's word on campaigns."""
    if rest == "preview":
        await turn.answer(Say("why-preview"))
    elif rest == "no-campaign":
        await turn.act(reasons.want_campaigns, turn.me.id, False, turn.now)
        await turn.answer(Say("why-refused"), alert=True)
    elif rest in {"off", "on"} and turn.private:
        await turn.act(reasons.want_campaigns, turn.me.id, rest == "on", turn.now)
        await _show(turn)
    else:
        await turn.answer(Say("button-gone"))


async def _show(turn: Turn) -> None:
    account = await turn.ask(reasons.account_of, turn.me.id)
    wants = account.campaigns is not False
    lines = [_line(delivery) for delivery in account.latest] or [Say("why-nothing")]
    word = Say("why-wanted" if wants else "why-unwanted")
    rules = Say("why-rules")
    await show(turn, Say("why-head"), *lines, rules, word, buttons=_buttons(wants))


def _buttons(wants: bool) -> Rows:
    label = Say("button-campaigns-off" if wants else "button-campaigns-on")
    return ((Button(label, f"attention:{'off' if wants else 'on'}"),),)


def _line(delivery: Delivery) -> Say:
    lane = Say(f"why-lane-{delivery.lane.value}")
    at = delivery.settled_at or delivery.not_before
    return Say("why-line", at=at, lane=lane, outcome=_outcome(delivery))


def _outcome(delivery: Delivery) -> Say:
    if delivery.state is DeliveryState.SUPPRESSED:
        known = delivery.why if delivery.why in KNOWN else "other"
        return Say(f"why-{known}")
    return Say(f"why-state-{delivery.state.value}")

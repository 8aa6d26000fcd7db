"""`/appeal`: measures upon oneself, and asking for a second look."""

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.members.prompts import Asked
from bot.review import appeals
from bot.review.appeals import Own
from bot.review.kinds import CaseState
from bot.telegram.turn import Turn
from handlers.common import deed_of, private_link, show

WORDS = ("申诉", "申訴")


async def appeal(turn: Turn, _arguments: str) -> None:
    """List one's own measures of the last 30 days, each with its button."""
    if not turn.private:
        await turn.notice()
        link = private_link(turn, "appeal", Say("button-private"))
        await turn.reply(Say("appeal-in-private"), buttons=link)
        return
    own = await turn.ask(appeals.own_measures, turn.house.review_desk, turn.me.id, turn.now)
    if not own:
        await turn.reply(Say("appeals-none", days=appeals.WITHIN.days))
        return
    lines = tuple(_line(each) for each in own)
    await turn.reply(Say("appeals-head"), *lines, Say("appeals-how"), buttons=_buttons(own))


async def press(turn: Turn, rest: str) -> None:
    """Ask for the reason of an appeal."""
    if not turn.private:
        await turn.answer(Say("appeal-in-private"), alert=True)
        return
    await turn.act(appeals.begin, turn.house.review_desk, rest[:48], deed_of(turn))
    stop = Button(Say("button-appeal-stop"), "appeal-stop:now")
    await turn.answer()
    await turn.reply(Say("appeal-ask"), buttons=((stop,),))


async def press_stop(turn: Turn, _rest: str) -> None:
    """Ask no more."""
    if await turn.act(appeals.stop, turn.me.id, turn.now):
        await show(turn, Say("appeal-stopped"))
    else:
        await turn.answer(Say("button-gone"))


async def typed_reason(turn: Turn, asked: Asked) -> None:
    """Take the next message for the reason."""
    key, desk = str(asked.about["measure"]), turn.house.review_desk
    case = await turn.act(appeals.appeal, desk, key, turn.text, deed_of(turn))
    await turn.reply(Say("appeal-opened", number=case.id, due=case.due_at))


def _line(own: Own) -> Say:
    done = Say(f"case-done-{own.measure.done.value}")
    return Say("appeal-line", at=own.measure.at, done=done, state=_state(own))


def _state(own: Own) -> Say:
    if own.appeal is None:
        return Say("appeal-state-undone" if own.measure.undone else "appeal-state-none")
    if own.appeal.state is not CaseState.DECIDED or own.appeal.decision is None:
        return Say("appeal-state-open", number=own.appeal.id, due=own.appeal.due_at)
    granted = not own.appeal.decision.offence
    return Say("appeal-state-granted" if granted else "appeal-state-refused")


def _buttons(own: list[Own]) -> Rows:
    return tuple(
        (
            Button(
                Say(
                    "button-appeal-this",
                    at=each.measure.at,
                    done=Say(f"case-done-{each.measure.done.value}"),
                ),
                f"appeal:{each.measure.key}",
            ),
        )
        for each in own
        if each.open
    )

"""`/guard`: how a group is guarded, as a form with buttons; every change can be taken back."""

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.moderation import policies
from bot.moderation.errors import GuardUsageError
from bot.moderation.measures import ForwardPolicy, LinkPolicy, Mode
from bot.moderation.policies import Guarded
from bot.telegram.turn import Turn
from handlers.common import deed_of, require, show

MODES = {mode: Say(f"guard-mode-{mode.value}") for mode in Mode}
LINKS = {policy: Say(f"guard-links-{policy.value}") for policy in LinkPolicy}
FORWARDS = {policy: Say(f"guard-forwards-{policy.value}") for policy in ForwardPolicy}
NIGHTS = ("off", "22:00-07:00", "23:00-07:00", "00:00-06:00")
HOURS = (0, 24, 72, 168)
WORDS = {
    **dict.fromkeys(("mode", "模式"), "mode"),
    **dict.fromkeys(("links", "链接", "連結", "鏈接"), "links"),
    **dict.fromkeys(("forwards", "转发", "轉發"), "forwards"),
    **dict.fromkeys(("night", "夜间", "夜間"), "night"),
    **dict.fromkeys(("newcomer", "newcomers", "新人"), "newcomer"),
    **dict.fromkeys(("allow", "允许", "允許"), "allow"),
    **dict.fromkeys(("disallow", "不允许", "不允許"), "disallow"),
}
MOST_DIGITS = 18


async def guard(turn: Turn, arguments: str) -> None:
    """Show a group's form, or set what was typed; elsewhere offer the groups."""
    await turn.notice()
    if turn.private or turn.seen.binding is Binding.OPERATORS:
        await _show_groups(turn)
        return
    here = await turn.ask(policies.guarded_chat, turn.here.id)
    if not arguments:
        await _show(turn, here)
        return
    word, _, value = arguments.partition(" ")
    what = WORDS.get(word.casefold())
    if what is None or not value.strip():
        raise GuardUsageError(received=arguments[:60])
    await _change(turn, here.group_id, what, value.strip())


async def press(turn: Turn, rest: str) -> None:
    """Change what the button stands for; the group's number is in the button, not the chat."""
    await require(turn, Right.MODERATE, "guard")
    number, _, choice = rest.partition(".")
    what, _, value = choice.partition(".")
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        await turn.answer(Say("button-gone"))
        return
    group_id = int(number)
    await turn.notice()
    if what == "show":
        await _show(turn, await turn.ask(policies.guarded, group_id))
    elif what == "undo" and value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS:
        after = await turn.act(policies.undo_change, group_id, int(value), deed_of(turn))
        turn.house.guard.forget(group_id)
        await _show(turn, after, Say("guard-undone"))
    elif what in set(WORDS.values()) and value:
        await _change(turn, group_id, what, value)
    else:
        await turn.answer(Say("button-gone"))


async def _change(turn: Turn, group_id: int, what: str, value: str) -> None:
    after = await turn.act(policies.change, group_id, what, value, deed_of(turn))
    turn.house.guard.forget(group_id)
    await _show(turn, after, Say("guard-changed"))


async def _show_groups(turn: Turn) -> None:
    found = await turn.ask(policies.all_guarded)
    if not found:
        await turn.reply(Say("guard-no-groups"))
        return
    rows = tuple(
        (Button(Say("guard-group", title=one.title[:30]), f"guard:{one.group_id}.show"),)
        for one in found
    )
    lines = [Say("guard-group-mode", title=o.title, mode=MODES[o.policy.mode]) for o in found]
    await turn.reply(Say("guard-groups"), *lines, buttons=rows)


async def _show(turn: Turn, guarded: Guarded, *first: Say) -> None:
    policy = guarded.policy
    ladder = turn.house.guard.ladder
    own = policy.newcomer_hours
    hosts = "、".join(policy.hosts) or "-"
    form = Say(
        "guard-form",
        title=guarded.title,
        mode=MODES[policy.mode],
        links=LINKS[policy.links],
        forwards=FORWARDS[policy.forwards],
        night=str(policy.night) if policy.night else Say("guard-night-off"),
        hours=ladder.newcomer_hours if own is None else own,
        hosts=hosts,
    )
    await show(turn, *first, form, buttons=_buttons(guarded, ladder.newcomer_hours))


def _buttons(guarded: Guarded, usual_hours: int) -> Rows:
    policy, group_id = guarded.policy, guarded.group_id
    night = str(policy.night) if policy.night else "off"
    hours = usual_hours if policy.newcomer_hours is None else policy.newcomer_hours

    def button(label: Say, what: str, value: str, *, chosen: bool) -> Button:
        marked = Say("guard-chosen", label=label) if chosen else label
        return Button(marked, f"guard:{group_id}.{what}.{value}")

    modes = [button(s, "mode", m.value, chosen=m is policy.mode) for m, s in MODES.items()]
    links = [button(s, "links", p.value, chosen=p is policy.links) for p, s in LINKS.items()]
    forwards = [
        button(s, "forwards", p.value, chosen=p is policy.forwards) for p, s in FORWARDS.items()
    ]
    nights = [button(_night(n), "night", n, chosen=n == night) for n in NIGHTS]
    newcomers = [
        button(Say("guard-hours", hours=h), "newcomer", str(h), chosen=h == hours) for h in HOURS
    ]
    back = Button(Say("button-guard-undo"), f"guard:{group_id}.undo.{policy.version}")
    rows = (modes, links, forwards[:2], forwards[2:], nights[:2], nights[2:], newcomers)
    return (*map(tuple, rows), *(((back,),) if policy.version else ()))


def _night(hours: str) -> Say:
    return Say("guard-night-off") if hours == "off" else Say("guard-night", hours=hours)

"""`/bind`, `/unbind`: what a group or a topic is for."""

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.members import groups
from bot.members.groups import BindOutcome
from bot.members.names import BINDING_NAMES, PURPOSE_NAMES
from bot.members.roles import Right
from bot.members.targets import read_target
from bot.members.tiers import Binding, Purpose
from bot.telegram.abilities import abilities_in
from bot.telegram.turn import Turn
from handlers.common import deed_of, require, show


async def bind(turn: Turn, arguments: str) -> None:
    """Bind this group to a tier, or this topic to a purpose; ask which if it was not said."""
    if not arguments:
        await turn.notice()
        await turn.reply(Say("bind-which"), buttons=_choices(turn))
        return
    target = read_target(arguments)
    if isinstance(target, Purpose):
        await _bind_topic(turn, target)
    else:
        await _bind_group(turn, target, sure=False)


async def unbind(turn: Turn, _arguments: str) -> None:
    """Ask once more before a group is released, naming what ends with it."""
    binding = await turn.ask(groups.binding_of, turn.here.id)
    name = BINDING_NAMES[binding]
    meaning = Say("unbind-means-ops" if binding.tier is None else "unbind-means-tier")
    yes = Button(Say("button-unbind", binding=name), "bind:release")
    await turn.reply(Say("unbind-sure", binding=name), meaning, buttons=((yes,), (_keep(),)))


async def press(turn: Turn, rest: str) -> None:
    """Carry out a choice from the buttons of `/bind` and `/unbind`."""
    await require(turn, Right.BIND_GROUPS, "bind")
    action, _, value = rest.partition("-")
    if action == "keep":
        await turn.notice()
        await show(turn, Say("bind-kept"))
    elif action == "release":
        before = await turn.act(groups.unbind, turn.here.id, deed_of(turn))
        await show(turn, Say("unbind-done", binding=BINDING_NAMES[before]))
    elif action == "topic" and value in set(Purpose):
        await _bind_topic(turn, Purpose(value))
    elif action in {"to", "sure"} and value in set(Binding):
        await _bind_group(turn, Binding(value), sure=action == "sure")
    else:
        await turn.answer(Say("button-gone"))


async def _bind_group(turn: Turn, binding: Binding, *, sure: bool) -> None:
    chat, deed = turn.here, deed_of(turn)
    bound = await turn.act(groups.bind, chat.id, chat.title, binding, deed, sure=sure)
    name = BINDING_NAMES[binding]
    if bound.outcome is BindOutcome.ASKS and bound.before is not None:
        before = BINDING_NAMES[bound.before]
        yes = Button(Say("button-rebind", binding=name), f"bind:sure-{binding.value}")
        await show(
            turn, Say("rebind-sure", before=before, after=name), buttons=((yes,), (_keep(),))
        )
        return
    done = "bind-done" if bound.outcome is BindOutcome.BOUND else "bind-already"
    meaning = Say("bind-means-ops" if binding.tier is None else "bind-means-tier")
    await show(turn, Say(done, binding=name), meaning, *await _abilities(turn))


async def _bind_topic(turn: Turn, purpose: Purpose) -> None:
    chat = turn.here
    await turn.act(groups.bind_topic, chat.id, chat.thread_id, purpose, deed_of(turn))
    await show(turn, Say("bind-topic-done", purpose=PURPOSE_NAMES[purpose]))


async def _abilities(turn: Turn) -> tuple[Say, ...]:
    """Return what the bot can and cannot do here; tell the operators where it is mute."""
    able = await abilities_in(turn.house.speaker.bot, turn.here.id)
    if able is None:
        return (Say("ability-unknown"),)
    if not able.posts:
        say = Say("alert-bot-mute", title=turn.here.title)
        key = f"mute:{turn.update.update_id}"
        await turn.db.run(turn.house.alerts.raise_in, key, say, turn.now)
    return able.missing() or (Say("ability-all"),)


def _choices(turn: Turn) -> Rows:
    buttons = [Button(name, f"bind:to-{b.value}") for b, name in BINDING_NAMES.items()]
    if turn.here.thread_id is not None:
        buttons += [Button(name, f"bind:topic-{p.value}") for p, name in PURPOSE_NAMES.items()]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def _keep() -> Button:
    return Button(Say("button-keep"), "bind:keep")

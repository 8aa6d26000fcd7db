"""Saying what was found, and the buttons under it: each id is checked against who presses."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane
from bot.i18n import Say
from bot.members.tiers import Tier
from bot.questions import choices, moving, steering
from bot.questions.answerer import Phrased, phrase
from bot.questions.choosing import NOTHING, Plan, plan
from bot.questions.question import Kind, Told
from bot.questions.shelf import EMPTY, Entry, Shelf
from bot.questions.showing import note_wording
from bot.questions.telling import Message, Reader, phrased, tell
from bot.questions.topics import named_topic, topic_of
from bot.telegram.turn import Turn

MOST_SOURCES = 3
SHORT_ENOUGH = 3000
"""What a press shows in place of its list; longer answers are sent, for an edit has one piece."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the entries say to a question, and the best of them."""

    query: str = ""
    shelf: Shelf = EMPTY
    plan: Plan = NOTHING
    best: Sequence[Entry] = field(default_factory=tuple)


async def found_for(
    turn: Turn,
    query: str,
    tier: Tier | None,
    *,
    lone: bool = False,
    skip: Sequence[str] = (),
    rounds: int = 0,
) -> Found:
    """Look a question up; `lone` questions, which no machine may answer, are not looked up."""
    shelf = await turn.house.shelves.shelf(turn.db, tier, turn.now)
    if lone or shelf.index is None:
        return Found(query, shelf, replace(NOTHING, topic=named_topic(query)))
    match = shelf.index.match(query)
    fit = {
        key: version
        for key, version in shelf.versions.items()
        if key in {one.id for one in match.ranked[: 2 * MOST_SOURCES + len(skip)]}
        and may_say(turn.house.gate, shelf.entries[key])
    }
    best = [shelf.entries[one.id] for one in match.ranked if one.id in fit][:MOST_SOURCES]
    chosen = plan(match, fit, skip, rounds)
    tags = shelf.entries[chosen.offers[0].key].tags if chosen.offers else ()
    return Found(query, shelf, replace(chosen, topic=topic_of(query, tags)), best)


def may_say(gate: Gate, entry: Entry) -> bool:
    """Tell whether an entry passes screening in every language, whoever approved it."""
    texts = (*entry.question.values(), *entry.answer.values())
    return not any(gate.judge(text, Lane.OUTGOING).blocked for text in texts)


async def answer(turn: Turn, told: Told, found: Found, *, press: bool = False) -> None:
    """Say what became of a question, in the model's words where they keep to the entries."""
    reader = _reader(turn)
    message = tell(told, found.shelf.entries, reader)
    if message is None:
        return
    worded = await _worded(turn, told, found, reader)
    if worded is not None:
        message = phrased(told, worded.text, worded.cited, reader)
    in_place = press and (not turn.private or _length(turn, message) < SHORT_ENOUGH)
    if in_place and await turn.edit(*message.lines, buttons=message.buttons):
        return
    await turn.reply(*message.lines, buttons=message.buttons)


async def press(turn: Turn, rest: str) -> None:
    """Carry out a button under an answer, a list of titles or a promise."""
    verb, _, number = rest.partition(":")
    handler = _PRESSES.get(verb)
    if handler is None or not number.isdigit() or len(number) > 18:
        await turn.notice()
        await turn.answer(Say("button-gone"))
        return
    told, found = await handler(turn, int(number))
    await turn.answer()
    await answer(turn, told, found, press=True)


async def from_link(turn: Turn, payload: str) -> bool:
    """Go on in private with what a link from a group names; tell whether it named something."""
    noun, _, number = payload.partition("_")
    if noun not in {"ask", "answer"} or not number.isdigit() or len(number) > 18:
        return False
    if noun == "ask":
        human = turn.house.human_desk
        told = await turn.act(moving.go_on_in_private, int(number), turn.me.id, human, turn.now)
        await answer(turn, told, await _known(turn, told))
        return True
    told = await turn.act(choices.whole, int(number), turn.me.id)
    await answer(turn, told, await _known(turn, told))
    return True


Pressed = tuple[Told, Found]


async def _pick(turn: Turn, number: int) -> Pressed:
    told = await turn.act(choices.pick, number, turn.me.id, turn.now)
    return told, await _known(turn, told)


async def _yes(turn: Turn, number: int) -> Pressed:
    return await turn.act(choices.yes, number, turn.me.id, turn.now), Found()


async def _no(turn: Turn, number: int) -> Pressed:
    case = await turn.ask(choices.case_of, number, turn.me.id)
    found = await found_for(
        turn, case.text, case.tier, skip=(*case.shown, case.entry), rounds=case.rounds
    )
    return await turn.act(choices.no, number, turn.me.id, found.plan, turn.now), found


async def _none(turn: Turn, number: int) -> Pressed:
    human = turn.house.human_desk
    return await turn.act(choices.none, number, turn.me.id, human, turn.now), Found()


async def _human(turn: Turn, number: int) -> Pressed:
    human = turn.house.human_desk
    told = await turn.act(steering.call_human, number, turn.me.id, human, turn.now)
    return told, await _known(turn, told)


async def _close(turn: Turn, number: int) -> Pressed:
    human = turn.house.human_desk
    return await turn.act(steering.close, number, turn.me.id, human, turn.now), Found()


async def _reopen(turn: Turn, number: int) -> Pressed:
    human = turn.house.human_desk
    told = await turn.act(steering.reopen, number, turn.me.id, human, turn.now)
    return told, await _known(turn, told)


async def _add(turn: Turn, number: int) -> Pressed:
    human = turn.house.human_desk
    return await turn.act(steering.add_held, number, turn.me.id, human, turn.now), Found()


async def _anew(turn: Turn, number: int) -> Pressed:
    text, tier = await turn.ask(steering.held_text, number, turn.me.id)
    found = await found_for(turn, text, tier)
    human, me = turn.house.human_desk, turn.me.id
    told = await turn.act(steering.anew, number, me, human, turn.language, found.plan, turn.now)
    return told, found


_PRESSES: Mapping[str, Callable[[Turn, int], Awaitable[Pressed]]] = {
    "pick": _pick,
    "yes": _yes,
    "no": _no,
    "none": _none,
    "human": _human,
    "close": _close,
    "reopen": _reopen,
    "add": _add,
    "anew": _anew,
}


async def _known(turn: Turn, told: Told) -> Found:
    """Return the shelf that the entries of a case stand on."""
    if told.case is None or not told.offers:
        return Found()
    shelf = await turn.house.shelves.shelf(turn.db, told.case.tier, turn.now)
    return Found(told.case.text, shelf)


async def _worded(turn: Turn, told: Told, found: Found, reader: Reader) -> Phrased | None:
    """Let the model word a sure answer from the entry that was found; no database meanwhile."""
    model, case = turn.house.answerer, told.case
    if model is None or told.kind is not Kind.ANSWER or case is None or not told.offers:
        return None
    first = found.shelf.entries.get(told.offers[0].entry_key)
    if first is None:
        return None
    others = [one for one in found.best if one.key != first.key]
    entries = [first, *others][:MOST_SOURCES]
    gate, query = turn.house.gate, case.text
    worded = await phrase(model, gate, query, entries, reader.language, turn.now)
    if worded is not None:
        keys = [one.key for one in worded.cited]
        await turn.act(note_wording, case.id, worded.text, keys, model.model, turn.now)
    return worded


def _length(turn: Turn, message: Message) -> int:
    return sum(len(turn.say(line)) for line in message.lines)


def _reader(turn: Turn) -> Reader:
    return Reader(
        language=turn.language,
        in_public=not turn.private,
        bot=turn.house.bot_username,
        zone=turn.house.community.zone,
        now=turn.now,
    )

"""`/ama`: read an AMA, ask the expert, vote for questions; operators run it from there as well."""

from collections.abc import Awaitable, Callable

from telegram import Message

from bot.ama import asking, cards, posting, service, telling
from bot.ama.asking import Asked, Became
from bot.ama.errors import AmaEnoughError, AmaNotForYouError, AmaStateError, AmaUnknownError
from bot.compliance.disclosure import disclosures_for
from bot.i18n import Say
from bot.members.prompts import Asked as Prompted
from bot.members.prompts import settle
from bot.members.tiers import Binding, Tier
from bot.telegram.turn import Turn
from db.models.ama import AmaSession
from db.repositories import ama as amas
from handlers import ama_staff
from handlers.common import deed_of, show
from handlers.pressed import number_in

MOST_DIGITS = 9


async def ama(turn: Turn, arguments: str) -> None:
    """Show the current AMA or one by its number; anything else is a question to the expert."""
    await turn.notice()
    words = arguments.strip()
    first = words.split(maxsplit=1)[0].casefold() if words else ""
    number = number_in(words, MOST_DIGITS)
    if first in ama_staff.COMMANDS:
        await ama_staff.command(turn, first, words[len(first) :].strip())
    elif _among_operators(turn) and (not words or number is not None):
        await (ama_staff.list_all(turn, "") if number is None else ama_staff.show_one(turn, number))
    elif number is not None:
        await _show(turn, number)
    else:
        found = await turn.ask(service.current, turn.house.ama_desk, turn.me.id, _tier(turn))
        await (_ask(turn, found.id, words) if words else _show(turn, found.id))


async def from_link(turn: Turn, payload: str) -> None:
    """Go on in private with the AMA whose button was pressed in a group."""
    number = number_in(payload.removeprefix("ama-"), MOST_DIGITS)
    if number is None:
        raise AmaUnknownError(received=payload[:40])
    await _show(turn, number)


async def press(turn: Turn, rest: str) -> None:
    """Do what a member's button says: `<action>-<number>[-<page>]`."""
    await turn.notice()
    action, _, tail = rest.partition("-")
    first, _, more = tail.partition("-")
    number = number_in(first, MOST_DIGITS)
    if action not in PRESSES or number is None or not turn.private:
        await turn.answer(Say("button-gone"))
        return
    await PRESSES[action](turn, number, number_in(more, MOST_DIGITS) or 0)


async def typed(turn: Turn, asked: Prompted) -> None:
    """Take the next private message for the question that was asked for."""
    try:
        await _ask(turn, int(asked.about["session"]), turn.text)
    except (AmaStateError, AmaEnoughError, AmaNotForYouError):
        # No other wording would help: the next message is no question any more.
        await turn.act(settle, turn.me.id)
        raise


async def replied(turn: Turn, message: Message) -> bool:
    """Take a reply to a card for an answer, one to the call or the opening for a question."""
    to = message.reply_to_message
    if to is None:
        return False
    now, here = turn.clock.now(), turn.here.id
    question_id = await turn.db.read(cards.staged_at, here, to.message_id, now)
    if question_id is not None:
        await ama_staff.answer(turn, question_id)
        return True
    session_id = await turn.db.read(posting.asked_under, here, to.message_id, now)
    if session_id is None or len(turn.text.strip()) < asking.LEAST_LETTERS:
        return False  # “期待” below the call is talk among members, and no question
    await _ask(turn, session_id, turn.text)
    return True


async def _ask(turn: Turn, session_id: int, text: str) -> None:
    desk = turn.house.ama_desk
    done = await turn.act(asking.ask, desk, session_id, text, deed_of(turn))
    await turn.reply(_became(done, turn.private), quote=True)


async def _show(turn: Turn, number: int, page: int = 0) -> None:
    desk = turn.house.ama_desk
    seen = await turn.ask(service.view, desk, number, turn.me.id)
    found, ranked = seen.session, seen.ranked
    if not turn.private:
        if _tier(turn) not in found.tiers:
            raise AmaNotForYouError(title=found.title)
        lines = await turn.ask(telling.group_lines, desk, found, ranked)
        await show(turn, *lines, buttons=telling.link(desk, found))
        return
    page = page if page * telling.PAGE < len(ranked) else 0
    lines = await turn.ask(telling.private_lines, desk, found, ranked, page, seen.mine)
    await show(turn, *lines, buttons=telling.private_buttons(found, ranked, page, seen.mine))


async def _list(turn: Turn, number: int, page: int) -> None:
    await _show(turn, number, page)


async def _vote(turn: Turn, number: int, page: int) -> None:
    desk = turn.house.ama_desk
    found = await turn.act(asking.vote, desk, number, True, deed_of(turn))
    await _voted(turn, Say("ama-voted"), found, page)


async def _take_back(turn: Turn, number: int, page: int) -> None:
    desk = turn.house.ama_desk
    found = await turn.act(asking.vote, desk, number, False, deed_of(turn))
    await _voted(turn, Say("ama-unvoted"), found, page)


async def _voted(turn: Turn, note: Say, number: int, page: int) -> None:
    """Say it over the chat, and count anew in the list."""
    desk = turn.house.ama_desk
    await turn.answer(note)
    seen = await turn.ask(service.view, desk, number, turn.me.id)
    found, ranked, mine = seen.session, seen.ranked, seen.mine
    lines = await turn.ask(telling.private_lines, desk, found, ranked, page, mine)
    await turn.edit(*lines, buttons=telling.private_buttons(found, ranked, page, mine))


async def _want(turn: Turn, number: int, _page: int) -> None:
    """Ask for a question."""
    desk = turn.house.ama_desk
    found = await turn.act(asking.await_question, desk, number, deed_of(turn))
    await turn.answer()
    least, most = asking.LEAST_LETTERS, asking.MOST_LETTERS
    await turn.reply(Say("ama-ask", title=found.title, least=least, most=most))


async def _mine(turn: Turn, number: int, _page: int) -> None:
    found = (await turn.ask(service.view, turn.house.ama_desk, number, turn.me.id)).session
    await _show_mine(turn, found)


async def _withdraw(turn: Turn, number: int, _page: int) -> None:
    found = await turn.act(asking.withdraw, turn.house.ama_desk, number, deed_of(turn))
    await turn.answer(Say("ama-withdrawn"))
    own = await turn.ask(amas.of_asker, found.id, turn.me.id)
    await turn.edit(*telling.mine_lines(found, own), buttons=telling.mine_buttons(found, own))


async def _read(turn: Turn, number: int, _page: int) -> None:
    """Show one answer in full, below the list, which keeps its buttons."""
    desk = turn.house.ama_desk
    _, lines = await turn.ask(service.answer_of, desk, number, turn.me.id)
    await turn.answer()
    said = "\n".join(turn.say(line) for line in lines)
    await turn.reply(*lines, *(one.sentence for one in disclosures_for(said)))


async def _show_mine(turn: Turn, found: AmaSession) -> None:
    own = await turn.ask(amas.of_asker, found.id, turn.me.id)
    lines, buttons = telling.mine_lines(found, own), telling.mine_buttons(found, own)
    await show(turn, *lines, buttons=buttons)


def _became(done: Asked, private: bool) -> Say:
    match done.became:
        case Became.VOTED:
            return Say("ama-asked-voted", question=done.question.text)
        case Became.KNOWN:
            state = Say(f"ama-asked-{done.question.state.value}")
            return Say("ama-asked-known", state=state)
    return Say("ama-asked", title=done.session.title) if private else Say("ama-asked-group")


def _among_operators(turn: Turn) -> bool:
    return not turn.private and turn.seen.binding is Binding.OPERATORS


def _tier(turn: Turn) -> Tier | None:
    binding = None if turn.private else turn.seen.binding
    return binding.tier if binding else None


PRESSES: dict[str, Callable[[Turn, int, int], Awaitable[None]]] = {
    "list": _list,
    "vote": _vote,
    "unvote": _take_back,
    "ask": _want,
    "mine": _mine,
    "withdraw": _withdraw,
    "read": _read,
}

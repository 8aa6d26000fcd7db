"""`/journal`: why one traded, in one's own words; only with consent is anything quoted."""

from bot.buttons import Button, Rows
from bot.contest.input.admin_words import leading_number
from bot.contest.services import journal, journal_prompts
from bot.contest.services.journal import Journal
from bot.contest.services.overview import Overview
from bot.contest.showing.wording import named
from bot.i18n import Say
from bot.markup import storable
from bot.members.prompts import Asked
from bot.telegram.turn import Turn
from handlers.common import deed_of, private_link, show
from handlers.contest_choice import meant_contest

WORDS = ("交易笔记", "交易筆記")
LONGEST_SHOWN = 160


async def journal_(turn: Turn, arguments: str) -> None:
    """Show one's notes, or keep what stands behind the command as one."""
    if not turn.private:
        await turn.notice()
        link = private_link(turn, "journal", Say("button-private"))
        await turn.reply(Say("journal-in-private"), buttons=link)
        return
    found = await _meant(turn, 0)
    if found is None:
        return
    if arguments.strip():
        await _keep(turn, found.contest.id, None, arguments)
    else:
        await _show(turn, found.contest.id, 1)


async def press(turn: Turn, rest: str) -> None:
    """Turn pages, ask for a note, change the consent; a bare number is an order's."""
    if not turn.private:
        await turn.answer(Say("journal-in-private"))
        return
    action, _, tail = rest.partition("-")
    number, _, more = tail.partition("-")
    contest, page = leading_number(number).number, leading_number(more).number
    order = leading_number(rest).number
    if order is not None:
        await _ask_about(turn, order)
    elif action == "see" and contest is not None:
        if await _meant(turn, contest) is not None:
            await _show(turn, contest, page or 1)
    elif action == "add" and contest is not None:
        await _ask(turn, contest)
    elif action in {"allow", "forbid"} and contest is not None:
        await turn.act(journal.allow_quotes, contest, turn.me.id, action == "allow")
        await _show(turn, contest, 1)
    else:
        await turn.answer(Say("button-gone"))


async def typed(turn: Turn, asked: Asked) -> None:
    """Take the next message for a note."""
    order = asked.about.get("order")
    about = int(order) if order is not None else None
    await _keep(turn, int(asked.about["contest"]), about, turn.text)


async def _meant(turn: Turn, contest_id: int) -> Overview | None:
    return await meant_contest(turn, contest_id, lambda number: f"journal:see-{number}")


async def _ask(turn: Turn, contest_id: int) -> None:
    await turn.act(journal_prompts.await_note, contest_id, None, deed_of(turn))
    await show(turn, Say("journal-ask", most=journal.MOST_NOTE))


async def _ask_about(turn: Turn, order_id: int) -> None:
    order = await turn.act(journal_prompts.await_note_about, order_id, deed_of(turn))
    if order is None:
        await turn.answer(Say("button-gone"))
        return
    told = Say("journal-ask-order", name=named(order.name, order.symbol), most=journal.MOST_NOTE)
    await turn.answer()
    await turn.reply(told)


async def _keep(turn: Turn, contest_id: int, order_id: int | None, text: str) -> None:
    deed = deed_of(turn)
    total = await turn.act(journal_prompts.keep, contest_id, order_id, storable(text), deed)
    see = Button(Say("button-journal-see"), f"journal:see-{contest_id}")
    await turn.reply(Say("journal-kept", total=total), buttons=((see,),))


async def _show(turn: Turn, contest_id: int, page: int) -> None:
    found = await turn.ask(journal.journal_of, contest_id, turn.me.id, page)
    await show(turn, *_lines(found), buttons=_buttons(found))


def _lines(found: Journal) -> tuple[Say, ...]:
    consent = Say("journal-allowed" if found.allowed else "journal-forbidden")
    if not found.total:
        return Say("journal-empty", title=found.contest.title), consent
    head = Say("journal-head", title=found.contest.title, total=found.total, days=found.days)
    rows = tuple(Say("journal-row", at=note.at, text=_short(note.text)) for note in found.notes)
    return head, *rows, consent


def _buttons(found: Journal) -> Rows:
    number = found.contest.id
    change = "forbid" if found.allowed else "allow"
    pages = []
    if found.page > 1:
        pages.append(Button(Say("button-newer"), f"journal:see-{number}-{found.page - 1}"))
    if found.page < found.pages:
        pages.append(Button(Say("button-older"), f"journal:see-{number}-{found.page + 1}"))
    add = Button(Say("button-journal-add"), f"journal:add-{number}")
    consent = Button(Say(f"button-journal-{change}"), f"journal:{change}-{number}")
    return ((add,), *((tuple(pages),) if pages else ()), (consent,))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"

"""Terms of the market: `/term`, a plain “什么是市盈率”, and the buttons under newbies' briefs."""

from collections.abc import Sequence

from telegram import Message
from telegram.constants import CallbackQueryLimit

from bot.buttons import Button, Rows
from bot.compliance.verdict import Lane
from bot.glossary import lookup, service
from bot.glossary.figure import figure_line, symbol_for
from bot.glossary.terms import Entry, Term, entry_with, glossary, term_of_day, term_with
from bot.i18n import Language, Say, Words
from bot.markup import plain
from bot.members.roles import STAFF
from bot.questions.states import WITH_PEOPLE
from bot.telegram.turn import Turn
from handlers import ask, reach
from handlers.common import show

WORDS = ("词典", "詞典", "术语", "術語")
WISHES = ("wishes", "心愿", "心願")
NOTE_LIMIT = CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH


async def term(turn: Turn, arguments: str) -> None:
    """Explain a term in one plain line; for staff also show and clear the wish list."""
    asked = " ".join(arguments.split())
    first, _, rest = asked.partition(" ")
    if not asked:
        await _term_of_day(turn)
    elif first.lower() in WISHES and turn.person and await turn.roles() & STAFF:
        await _wishes(turn, rest)
    else:
        await _explain(turn, lookup.asked_term(asked) or asked)


async def said(turn: Turn, message: Message) -> bool:
    """Answer “什么是市盈率” where a term of that name is known; tell whether it was."""
    asked = lookup.asked_term(message.text or "")
    entry = lookup.find(asked) if asked else None
    if entry is None or message.forward_origin or turn.person is None:
        return False
    if (await ask.spot_of(turn)).state in WITH_PEOPLE:
        return False  # it belongs to the question that somebody is answering
    await turn.notice()
    await _show_line(turn, entry)
    return True


async def press(turn: Turn, rest: str) -> None:
    """Explain a term of a brief to whoever tapped on it, and to nobody else."""
    await reach.tapped(turn, f"term:{rest}")
    found = term_with(rest, turn.language)
    if found is None:
        await turn.answer(Say("term-gone"))
        return
    await turn.answer(note_of(found, turn.words, turn.language), alert=True)


async def press_more(turn: Turn, rest: str) -> None:
    """Show a term that was chosen, or the rest of one that is shown."""
    what, _, id = rest.partition("-")
    entry = entry_with(id)
    if entry is None or what not in {"show", "more"}:
        await turn.answer(Say("term-gone"))
        return
    await turn.notice()
    await (_show_line if what == "show" else _show_more)(turn, entry)


def note_of(term: Term, words: Words, language: Language) -> Say:
    """Return a term for a note over the chat: with its example where that fits."""
    whole = Say("term-note", word=term.word, more=term.more, example=term.example)
    if len(plain(words.say(language, whole))) <= NOTE_LIMIT:
        return whole
    return Say("term-note-short", word=term.word, more=term.more)


async def _explain(turn: Turn, word: str) -> None:
    entry = lookup.find(word)
    if entry is not None:
        await turn.notice()
        await _show_line(turn, entry)
        return
    kept = await turn.act(service.wish, turn.house.gate, word, turn.me.id, turn.now)
    near = lookup.nearest(word)
    buttons = tuple((_choice(found, turn.language),) for found in near)
    wished = (Say("glossary-wished"),) if kept else ()
    await turn.reply(_unknown(turn, word, near), *wished, buttons=buttons)


def _unknown(turn: Turn, word: str, near: Sequence[Entry]) -> Say:
    """Say that a word is unknown; what a member may not write is not repeated to the group."""
    name = "glossary-unknown-near" if near else "glossary-unknown"
    if turn.house.gate.judge_rules(word, Lane.MEMBER).findings:
        return Say(f"{name}-unsaid")
    return Say(name, word=word[:40])


async def _term_of_day(turn: Turn) -> None:
    await turn.notice()
    day = turn.house.community.day_of(turn.now)
    today = term_of_day(day, turn.language)
    head = Say("glossary-usage", count=len(glossary()))
    line = Say("glossary-of-day", word=today.word, meaning=today.meaning)
    await turn.reply(head, line, buttons=_more_button(today.id))


async def _show_line(turn: Turn, entry: Entry) -> None:
    found = entry.told_in(turn.language)
    line = Say("glossary-line", word=_named(entry, found), meaning=found.meaning)
    await show(turn, line, buttons=_more_button(entry.id))


async def _show_more(turn: Turn, entry: Entry) -> None:
    found = entry.told_in(turn.language)
    await show(
        turn,
        Say("glossary-line", word=_named(entry, found), meaning=found.meaning),
        Say("glossary-more", more=found.more),
        Say("glossary-example", example=found.example),
        *await _figure(turn, entry),
    )


async def _figure(turn: Turn, entry: Entry) -> tuple[Say, ...]:
    """Return today's figure of a term that has one; a feed that is down leaves it out."""
    house = turn.house
    symbol = symbol_for(entry.figure, house.quotes.indexes) if entry.figure else None
    if entry.figure is None or symbol is None:
        return ()
    quote = (await house.quotes.quotes([symbol], turn.clock.now())).quotes.get(symbol)
    line = figure_line(entry.figure, quote) if quote else None
    return (line, Say("quote-disclaimer")) if line else ()


async def _wishes(turn: Turn, word: str) -> None:
    if word:
        gone = await turn.act(service.drop_wish, word)
        name = "glossary-wish-dropped" if gone else "glossary-wish-unknown"
        await turn.reply(Say(name, word=word[:40]))
        return
    wished = await turn.ask(service.wished)
    rows = [Say("glossary-wish", word=each.word, people=each.people) for each in wished]
    tail = (Say("glossary-wishes-how"),) if rows else ()
    await turn.reply(Say("glossary-wishes" if rows else "glossary-no-wishes"), *rows, *tail)


def _named(entry: Entry, term: Term) -> Say:
    """Name a term with the abbreviation that people also use."""
    short = next((name for name in entry.aliases if name.isascii() and name.isupper()), "")
    if not short or short in term.word:
        return Say("just", text=term.word)
    return Say("glossary-named", word=term.word, short=short)


def _choice(entry: Entry, language: Language) -> Button:
    return Button(
        Say("button-term", word=entry.told_in(language).word), f"glossary:show-{entry.id}"
    )


def _more_button(id: str) -> Rows:
    return ((Button(Say("button-glossary-more"), f"glossary:more-{id}"),),)

"""The buttons under newbies' briefs: what a term means, said over the chat."""

from bot.briefs.glossary import term_with
from bot.i18n import Say
from bot.telegram.turn import Turn
from handlers import reach


async def press(turn: Turn, rest: str) -> None:
    """Explain a term to whoever tapped on it, and to nobody else."""
    await reach.tapped(turn, f"term:{rest}")
    term = term_with(rest, turn.language)
    if term is None:
        await turn.answer(Say("term-gone"))
        return
    say = Say("term-more", word=term.word, more=term.more, example=term.example)
    await turn.answer(say, alert=True)

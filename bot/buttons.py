"""Buttons under a message, in no language yet and known to no chat network."""

from dataclasses import dataclass

from bot.i18n import Language, Say, Words
from bot.markup import plain


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says, and either what it does (`data`) or where it leads (`url`).

    `data` is `noun:rest`, at most 64 bytes; the ids in it are checked against who presses.
    """

    label: Say
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


def stored(rows: Rows, words: Words, language: Language) -> list[list[dict[str, str]]]:
    """Return buttons as the outbox keeps them: in the reader's language."""
    return [
        [{"label": plain(words.say(language, b.label)), "data": b.data, "url": b.url} for b in row]
        for row in rows
    ]

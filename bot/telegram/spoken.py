"""What a text asks for: a command with its arguments, or a plain word that stands for one."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

COMMAND = re.compile(r"[/／]([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?:\s+(.*))?", re.DOTALL)
INVISIBLE = {"Cf", "Cc", "Mn"}
LONGEST_WORD = 32
PARTS = tuple(" \t\n\u3000:：,，、")
PARTS_AND_BLANKS = "".join(PARTS)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A command as it was typed; `bot` is the bot that it names, if it names one."""

    command: str
    arguments: str
    bot: str | None = None


def read_command(text: str) -> Spoken | None:
    """Return the command that `text` starts with, if any."""
    found = COMMAND.fullmatch(visible(text[:8192]).strip())
    if not found:
        return None
    return Spoken(found[1].lower(), (found[3] or "").strip(), found[2])


def plain_word(text: str) -> str:
    """Return a short text in the form in which plain words are compared; else nothing."""
    if len(text) > LONGEST_WORD * 2:
        return ""
    folded = visible(unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(folded.strip(" \t\n.!~。！～…").split())[:LONGEST_WORD]


def leading_word(text: str, words: Iterable[str]) -> tuple[str, str] | None:
    """Return which of `words` a text starts with, and the rest of it; the rest is not empty.

    Something must part the two (a blank, a colon, a comma): 提问题的人 does not ask.
    """
    shown = visible(text[:8192]).strip()
    for word in words:
        rest = shown[len(word) :]
        if shown.startswith(word) and rest[:1] in PARTS and rest.strip(PARTS_AND_BLANKS):
            return word, rest.lstrip(PARTS_AND_BLANKS).rstrip()
    return None


def visible(text: str) -> str:
    """Drop zero-width, direction and control characters, which people cannot see they sent."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in INVISIBLE)

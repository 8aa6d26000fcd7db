"""Is what a writing assistant answered fit to be shown to a person as a draft? By rule."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from bot.briefs.binding import unbound_numbers
from bot.briefs.writer.outcome import WriterFailed, WriterFault
from bot.briefs.writer.sheet import LONGEST_BODY, MOST_LINES, Sheet

PLACEHOLDER = re.compile(r"\{([fh][0-9]{1,3})\}")
_THINKING = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_LINK = re.compile(
    r"https?:|www\.|\bt\.me\b|(?<!\w)@\w|(?<!\w)/[a-z]|\b[\w-]+\.(?:com|cn|net|org|me|io|cc|top|xyz)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[<>]|```|\*\*|\]\(")

Piece = Markup | Mapping[str, Any]
"""Words and headlines as they read, or the record of a figure."""
Check = Callable[[str, Sheet], WriterFailed | None]


def tidy(answer: str) -> str:
    """Return the lines of an answer without blanks around them or thoughts before it."""
    lines = (line.strip() for line in _THINKING.sub("", answer).strip().splitlines())
    return "\n".join(line for line in lines if line)


def fault_in(wording: str, sheet: Sheet) -> WriterFailed | None:
    """Return the first reason why a tidied answer may not be used, or None."""
    found = (check(wording, sheet) for check in CHECKS)
    return next((fault for fault in found if fault is not None), None)


def filled(wording: str, sheet: Sheet) -> Markup:
    """Return the text with figures and headlines in the places of their placeholders."""
    pieces = PLACEHOLDER.split(wording)  # words and placeholders' names by turns
    return Markup("").join(
        sheet.shown(piece) if n % 2 else Markup.escape(piece) for n, piece in enumerate(pieces)
    )


def pieces_of(wording: str, sheet: Sheet) -> tuple[tuple[Piece, ...], ...]:
    """Return each line of a text in pieces, with the records of figures in their places."""
    return tuple(
        tuple(_piece(piece, sheet, named=n % 2 == 1) for n, piece in enumerate(pieces) if piece)
        for pieces in (PLACEHOLDER.split(line) for line in wording.split("\n"))
    )


def _piece(piece: str, sheet: Sheet, *, named: bool) -> Piece:
    if not named:
        return Markup.escape(piece)
    return sheet.figures[piece] if piece in sheet.figures else sheet.shown(piece)


def used_in(wording: str) -> tuple[str, ...]:
    """Return the placeholders in a text, each once, in reading order."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(wording)))


def _is_there(wording: str, _: Sheet) -> WriterFailed | None:
    return None if wording else WriterFailed(WriterFault.EMPTY)


def _is_short(wording: str, _: Sheet) -> WriterFailed | None:
    lines = wording.count("\n") + 1
    if len(wording) <= LONGEST_BODY and lines <= MOST_LINES:
        return None
    return WriterFailed(WriterFault.TOO_LONG, f"{len(wording)} / {lines}")


def _is_known(wording: str, sheet: Sheet) -> WriterFailed | None:
    names = used_in(wording)
    unknown = [n for n in names if n not in sheet.figures and n not in sheet.headlines]
    left = re.search(r"[{}].{0,10}", PLACEHOLDER.sub("", wording))
    if unknown or left:
        return WriterFailed(WriterFault.UNKNOWN_PLACEHOLDER, unknown[0] if unknown else left[0])  # type: ignore[index]
    if not any(name in sheet.figures for name in names):
        return WriterFailed(WriterFault.NO_FIGURE)
    return None


def _is_unmarked(wording: str, _: Sheet) -> WriterFailed | None:
    found = _MARKUP.search(wording)
    return WriterFailed(WriterFault.MARKUP, found[0]) if found else None


def _leads_nowhere(wording: str, _: Sheet) -> WriterFailed | None:
    found = _LINK.search(PLACEHOLDER.sub(" ", wording))
    return WriterFailed(WriterFault.LINK, found[0]) if found else None


def _has_no_number(wording: str, _: Sheet) -> WriterFailed | None:
    # Blanks in the places of placeholders: what stands around one cannot join into a number.
    own = unbound_numbers(PLACEHOLDER.sub(" ", wording), ())
    if not own:
        own_digit = re.search(r"\d", PLACEHOLDER.sub(" ", wording))
        return WriterFailed(WriterFault.OWN_NUMBER, own_digit[0]) if own_digit else None
    return WriterFailed(WriterFault.OWN_NUMBER, own[0].text)


CHECKS: tuple[Check, ...] = (
    _is_there,
    _is_short,
    _is_unmarked,
    _leads_nowhere,
    _is_known,
    _has_no_number,
)

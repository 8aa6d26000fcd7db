"""The reading with digits and signs inside Latin words as the letters they are drawn like."""

import re

from bot.compliance.views.view import View

_SUSPECT = re.compile(r"[a-z][013457@$!|]+[a-z]")
_READINGS = (
    str.maketrans("013457@$!|", "oieastasii"),
    str.maketrans("013457@$!|", "oleastasll"),
)


def looks_leet(text: str) -> bool:
    """Tell, cheaply, whether a folded text has a digit or sign inside a Latin word."""
    return _SUSPECT.search(text) is not None


def leet_views(view: View) -> tuple[View, ...]:
    """Return the readings of the view, 「1」 once as i and once as l."""
    return tuple(view.with_text(view.text.translate(reading)) for reading in _READINGS)

"""What stands in the data of buttons and behind commands: ids, read alike wherever they come."""

MOST_DIGITS = 15
"""Longer numbers are forged or mistyped, and fit no database."""


def number_in(text: str, most_digits: int = MOST_DIGITS) -> int | None:
    """Return the whole number that a text is; nothing for any other text or a longer number."""
    fits = text.isascii() and text.isdigit() and len(text) <= most_digits
    return int(text) if fits else None


def case_in(rest: str) -> tuple[str, int | None, int | None]:
    """Return action, case and person of a card's button: `action-case` or `to-case-person`."""
    if rest.startswith("to-"):
        number, _, person = rest.removeprefix("to-").partition("-")
        return "to", number_in(number), number_in(person)
    action, _, number = rest.rpartition("-")
    return action, number_in(number), None

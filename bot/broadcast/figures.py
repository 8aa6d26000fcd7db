"""Which numbers in a broadcast need a source: those that are no date, time, ordinal or name."""

from bot.briefs.binding import unbound_numbers


def unbound(text: str) -> tuple[str, ...]:
    """Return the numbers of a plain text that nothing vouches for, each once.

    A broadcast quotes no quotes of ours: none of its figures is bound to one.
    """
    return tuple(dict.fromkeys(one.text.strip() for one in unbound_numbers(text, ())))

"""When a broadcast reaches so many more people than were approved that it has to ask again."""

MOST_PERCENT = 10
MOST_PEOPLE = 20


def has_outgrown(approved: int, now: int) -> bool:
    """Tell whether `now` people are over 10 % or over 20 people more than were approved."""
    more = now - approved
    return more > MOST_PEOPLE or more * 100 > approved * MOST_PERCENT

"""As what the desk sends something about a case."""

from enum import StrEnum


class Sent(StrEnum):
    """One kind of the desk's messages about a case."""

    CARD = "card"
    EDIT = "edit"
    PING = "ping"
    PROMISE = "promise"
    ASK_BACK = "ask-back"
    ANSWER = "answer"
    CLOSING = "closing"


TO_STAFF = frozenset({Sent.CARD, Sent.EDIT, Sent.PING})
TO_ASKER = frozenset(Sent) - TO_STAFF
"""What the asker gets, and may reply to in order to add something."""

"""Where a question case stands, and which step may follow which: the whole table.

The bot speaks in a case only while it stands at BOT. WAITING: a human was promised. HUMAN:
somebody has claimed it. ANSWERED: an answer stands, from a person or one of the bot's that the
asker took; it can be reopened. CLOSED: over; it can be reopened for some days.
"""

from collections.abc import Mapping
from enum import StrEnum


class QuestionState(StrEnum):
    """Where a case stands."""

    BOT = "bot"
    WAITING = "waiting"
    HUMAN = "human"
    ANSWERED = "answered"
    CLOSED = "closed"


class Step(StrEnum):
    """What can happen to a case."""

    HAND_ON = "hand-on"
    CLAIM = "claim"
    RELEASE = "release"
    ANSWER = "answer"
    SOLVE = "solve"
    CLOSE = "close"
    REOPEN = "reopen"


OPEN = frozenset({QuestionState.BOT, QuestionState.WAITING, QuestionState.HUMAN})
"""One case of an asker in a place is in one of these at most."""

WITH_PEOPLE = frozenset({QuestionState.WAITING, QuestionState.HUMAN})
"""The bot gives no answers of its own here."""

ENDED = frozenset({QuestionState.ANSWERED, QuestionState.CLOSED})

_BOT, _WAITING, _HUMAN = QuestionState.BOT, QuestionState.WAITING, QuestionState.HUMAN
_ANSWERED, _CLOSED = QuestionState.ANSWERED, QuestionState.CLOSED

TRANSITIONS: Mapping[tuple[QuestionState, Step], QuestionState] = {
    (_BOT, Step.HAND_ON): _WAITING,
    (_BOT, Step.SOLVE): _ANSWERED,
    (_BOT, Step.CLOSE): _CLOSED,
    (_WAITING, Step.CLAIM): _HUMAN,
    (_WAITING, Step.ANSWER): _ANSWERED,
    (_WAITING, Step.SOLVE): _ANSWERED,
    (_WAITING, Step.CLOSE): _CLOSED,
    (_HUMAN, Step.RELEASE): _WAITING,
    (_HUMAN, Step.ANSWER): _ANSWERED,
    (_HUMAN, Step.SOLVE): _ANSWERED,
    (_HUMAN, Step.CLOSE): _CLOSED,
    (_ANSWERED, Step.REOPEN): _WAITING,
    (_ANSWERED, Step.CLOSE): _CLOSED,
    (_CLOSED, Step.REOPEN): _WAITING,
}


def after(state: QuestionState, step: Step) -> QuestionState | None:
    """Return where `step` leads from `state`, or nothing if it is not possible there."""
    return TRANSITIONS.get((state, step))


def leads(before: QuestionState, to: QuestionState) -> bool:
    """Tell whether some step leads from one state to another."""
    return any(at is before and then is to for (at, _), then in TRANSITIONS.items())


class EventKind(StrEnum):
    """One line in the trace of a case.

    BOT_WORDED: the language model put the answer into words, which are its text. FURTHER:
    another question that waits for the asker's word whether it belongs here.
    """

    OPENED = "opened"
    REPHRASED = "rephrased"
    FURTHER = "further"
    ADDED = "added"
    CORRECTED = "corrected"
    BOT_ANSWERED = "bot-answered"
    BOT_OFFERED = "bot-offered"
    BOT_UNSURE = "bot-unsure"
    BOT_WORDED = "bot-worded"
    NOT_IT = "not-it"
    SOLVED = "solved"
    MADE_PRIVATE = "made-private"
    MOVED_PRIVATE = "moved-private"
    HANDED_TO_HUMAN = "handed-to-human"
    PROMISED = "promised"
    CLAIMED = "claimed"
    RELEASED = "released"
    HANDED_ON = "handed-on"
    ASKED_BACK = "asked-back"
    ANSWERED = "answered"
    REMINDED = "reminded"
    MISSED = "missed"
    ESCALATED = "escalated"
    COMPENSATED = "compensated"
    RATED = "rated"
    PEER_ACCEPTED = "peer-accepted"
    DRAFTED = "drafted"
    CLOSED = "closed"
    REOPENED = "reopened"
    ASKER_LEFT = "asker-left"
    ASKER_UNREACHABLE = "asker-unreachable"
    RESENT = "resent"
    CARD_LOST = "card-lost"


class CloseReason(StrEnum):
    """Why a case was closed."""

    BY_ASKER = "by-asker"
    BY_STAFF = "by-staff"
    SUPERSEDED = "superseded"
    MERGED = "merged"
    QUIET = "quiet"
    FORGOTTEN = "forgotten"


class BotSaid(StrEnum):
    """What the bot last said in a case: an answer, a choice of entries, or that it does not know.

    PRIVATE: it asked to go on in private.
    """

    ANSWER = "answer"
    CHOICE = "choice"
    UNSURE = "unsure"
    PRIVATE = "private"


class OfferVerdict(StrEnum):
    """What the asker's clicks said of an entry that was shown.

    PASSED: another one was chosen from the same list, so this one was looked at and left.
    """

    RIGHT = "right"
    WRONG = "wrong"
    CHOSEN = "chosen"
    PASSED = "passed"


class AcceptedBy(StrEnum):
    """Who accepted a member's answer to another member's question."""

    ASKER = "asker"
    EXPERT = "expert"

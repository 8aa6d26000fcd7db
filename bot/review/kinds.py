"""What the review queue holds, where a case stands, and how it can end."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What was held, reported or appealed against."""

    MESSAGE = "message"
    NAME = "name"
    FLOOD = "flood"
    ORDER = "order"
    DRAFT = "draft"
    BROADCAST = "broadcast"
    REPORT = "report"
    APPEAL = "appeal"

    @property
    def outgoing(self) -> bool:
        """Tell whether it is about words of the house, which nobody has read yet."""
        return self in {CaseKind.DRAFT, CaseKind.BROADCAST}

    @property
    def joins(self) -> bool:
        """Tell whether the same words said again belong into the same case."""
        return self in {CaseKind.MESSAGE, CaseKind.FLOOD, CaseKind.ORDER, CaseKind.NAME}

    @property
    def judges_words(self) -> bool:
        """Tell whether its decision says that a text is an offence, or is none."""
        return self not in {CaseKind.FLOOD, CaseKind.NAME}


class CaseState(StrEnum):
    """Where a case stands; one whose clock ran out still waits, and the owners know of it."""

    OPEN = "open"
    CLAIMED = "claimed"
    EXPIRED = "expired"
    DECIDED = "decided"


WAITING = frozenset({CaseState.OPEN, CaseState.CLAIMED, CaseState.EXPIRED})


class Decision(StrEnum):
    """How a case ends: it was an offence (and more is done about it), or it was fine."""

    UPHOLD = "uphold"
    RELEASE = "release"
    DELETE = "delete"
    MUTE = "mute"
    BAN = "ban"

    @property
    def offence(self) -> bool:
        """Tell whether it says that it was an offence."""
        return self is not Decision.RELEASE


class Done(StrEnum):
    """What was done about something before anybody reviewed it."""

    LOGGED = "logged"
    WARNED = "warned"
    HELD = "held"
    DELETED = "deleted"
    MUTED = "muted"
    BANNED = "banned"


class Step(StrEnum):
    """One step in the trace of a case."""

    OPENED = "opened"
    JOINED = "joined"
    REPORTED = "reported"
    APPEALED = "appealed"
    CLAIMED = "claimed"
    GIVEN_BACK = "given-back"
    HANDED_ON = "handed-on"
    ASKED_SECOND = "asked-second"
    REFUSED_SECOND = "refused-second"
    DECIDED = "decided"
    UNDONE = "undone"
    REMINDED = "reminded"
    EXPIRED = "expired"

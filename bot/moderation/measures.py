"""What can be done about a message or a person, and how a group wants to be guarded."""

from enum import StrEnum


class Measure(StrEnum):
    """One step of the ladder, from the mildest to the strictest."""

    NOTHING = "nothing"
    LOG = "log"
    REPLY = "reply"
    HOLD = "hold"
    DELETE = "delete"
    MUTE = "mute"
    BAN = "ban"

    @property
    def rank(self) -> int:
        """Return the place on the ladder, 0 being the mildest."""
        return _STEPS.index(self)

    @property
    def removes(self) -> bool:
        """Tell whether the message goes: it counts for nothing then, no command in it is run."""
        return self.rank >= Measure.DELETE.rank

    @property
    def touches_person(self) -> bool:
        """Tell whether it is more than a matter of one message."""
        return self in {Measure.MUTE, Measure.BAN}


_STEPS = tuple(Measure)


class Mode(StrEnum):
    """Whether the bot acts in a group, only watches beside another bot, or stays out of it."""

    ACT = "act"
    WATCH = "watch"
    OFF = "off"


class LinkPolicy(StrEnum):
    """Who may post links; disguised ones and invitations elsewhere are nobody's."""

    FREE = "free"
    NEWCOMERS = "newcomers"
    LISTED = "listed"


class ForwardPolicy(StrEnum):
    """What may be forwarded: anything, not by newcomers, nothing from channels, nothing."""

    FREE = "free"
    NEWCOMERS = "newcomers"
    CHANNELS = "channels"
    NONE = "none"


class HandAct(StrEnum):
    """What an operator does to a member by hand."""

    MUTE = "mute"
    UNMUTE = "unmute"
    BAN = "ban"
    UNBAN = "unban"

    @property
    def ends(self) -> bool:
        """Tell whether it takes a measure back."""
        return self in {HandAct.UNMUTE, HandAct.UNBAN}

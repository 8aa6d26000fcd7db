"""What the desk refuses."""

from bot.errors import BellError


class DeskGone(BellError):
    """There is no such edition, or its slot is over; fields: none."""

    code = "desk-gone"


class DeskChanged(BellError):
    """Somebody changed the edition since this was shown; fields: who, version, at."""

    code = "desk-changed"


class DeskDecided(BellError):
    """Somebody decided about the edition before; fields: who, what, at."""

    code = "desk-decided"


class DeskAlreadyOut(BellError):
    """The edition is posted and cannot be changed here any more; fields: tier."""

    code = "desk-already-out"


class DeskHeld(BellError):
    """The gate holds the text back: it has to be changed before it can go out; fields: count."""

    code = "desk-held"


class DeskOwnWork(BellError):
    """Under review nobody approves what they wrote themselves; fields: tier."""

    code = "desk-own-work"


class DeskNobodyElse(BellError):
    """Under review somebody else has to confirm what was asked for by hand; fields: none."""

    code = "desk-nobody-else"


class DeskUndecided(BellError):
    """There is no decision to be taken back; fields: none."""

    code = "desk-undecided"


class DeskNothingLeft(BellError):
    """Nothing is left to approve; fields: none."""

    code = "desk-nothing-left"


class DeskTooLong(BellError):
    """The text does not fit under a picture; fields: over, limit."""

    code = "desk-too-long"


class DeskEmpty(BellError):
    """The text has no line besides heading and foot; fields: none."""

    code = "desk-empty"


class DeskUnbound(BellError):
    """The text holds numbers that are no figure of the draft; fields: numbers, count."""

    code = "desk-unbound"


class DeskUnclear(BellError):
    """A number is more than one figure of the draft; fields: number."""

    code = "desk-unclear"


class DeskBroken(BellError):
    """The text breaks rules; fields: count, lines."""

    code = "desk-broken"


class DeskWhichTier(BellError):
    """A reply to the card does not say which tier it is for; fields: tiers."""

    code = "desk-which-tier"


class DeskNoAlternative(BellError):
    """There is nothing else to put in its place; fields: none."""

    code = "desk-no-alternative"


class DeskNoteWrong(BellError):
    """The note is empty or too long; fields: limit."""

    code = "desk-note-wrong"


class DeskNoteNumbers(BellError):
    """The note holds numbers that nothing vouches for; fields: numbers."""

    code = "desk-note-numbers"


class DeskNoteGone(BellError):
    """The note or event is not there any more; fields: none."""

    code = "desk-note-gone"


class DeskNoSlot(BellError):
    """No brief is to come today that could carry a note; fields: none."""

    code = "desk-no-slot"


class DeskEventWrong(BellError):
    """The words after /brief event cannot be read; fields: received."""

    code = "desk-event-wrong"

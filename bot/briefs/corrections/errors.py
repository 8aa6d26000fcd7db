"""What a correction refuses."""

from bot.errors import BellError


class CorrectionNoEdition(BellError):
    """There is no such edition, or it was never sent; fields: received."""

    code = "correction-no-edition"


class CorrectionElsewhere(BellError):
    """Members would read along here; fields: edition."""

    code = "correction-elsewhere"


class CorrectionGone(BellError):
    """The form is over: applied, dropped, or overtaken by another correction; fields: none."""

    code = "correction-gone"


class CorrectionWithdrawn(BellError):
    """The edition was taken back: nothing is left to correct; fields: none."""

    code = "correction-withdrawn"


class CorrectionSame(BellError):
    """The new text says what the edition says already; fields: none."""

    code = "correction-same"


class CorrectionNoFigure(BellError):
    """Today's quotes hold no other value for any figure of the edition; fields: none."""

    code = "correction-no-figure"


class CorrectionTurned(BellError):
    """A rise would become a fall, and the words around it would be wrong; fields: number."""

    code = "correction-turned"


class CorrectionReason(BellError):
    """The reason is empty, or longer than one line may be; fields: limit."""

    code = "correction-reason"


class CorrectionSecond(BellError):
    """Under review somebody else than the author has to confirm; fields: none."""

    code = "correction-second"

"""What the review queue refuses, and why."""

from bot.errors import BellError


class CaseUnknownError(BellError):
    """There is no case of this number. Fields: `received`."""

    code = "case-unknown"


class CaseDecidedError(BellError):
    """Somebody decided first. Fields: `number`, `who`, `outcome`."""

    code = "case-decided"


class CaseClaimedError(BellError):
    """Somebody else has taken it on. Fields: `number`, `who`."""

    code = "case-claimed"


class CaseNotYoursError(BellError):
    """Only who took a case on can give it back or hand it on. Fields: `number`."""

    code = "case-not-yours"


class OwnCaseError(BellError):
    """Somebody would decide about themselves, or about what they reported."""

    code = "case-own"


class ActedBeforeError(BellError):
    """Somebody would decide about an appeal against their own measure."""

    code = "case-acted-before"


class SecondReviewerError(BellError):
    """The one who asked cannot be the second person as well."""

    code = "case-second"


class OwnersOnlyError(BellError):
    """A case about staff, which owners alone see."""

    code = "case-owners-only"


class DecisionUnfitError(BellError):
    """A decision that this kind of case cannot end with. Fields: `number`."""

    code = "case-unfit"


class MeasureUnknownError(BellError):
    """No measure of one's own within the time for appeals. Fields: `days`."""

    code = "appeal-unknown"


class AppealKnownError(BellError):
    """There is one appeal for each measure. Fields: `number`."""

    code = "appeal-known"


class WordsLengthError(BellError):
    """A reason or an answer is missing or too long. Fields: `length`, `least`, `most`."""

    code = "case-words-length"


class AppealUndoneError(BellError):
    """The measure was taken back already; there is nothing to appeal against."""

    code = "appeal-undone"

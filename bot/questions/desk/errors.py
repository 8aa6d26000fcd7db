"""What the expert desk refuses, and why."""

from bot.errors import BellError


class QuestionUnknownError(BellError):
    """No case of this number, or it never came to the desk; fields: received."""

    code = "expert-question-unknown"


class QuestionTakenError(BellError):
    """Somebody else has the case; fields: number, who."""

    code = "expert-question-taken"


class QuestionEndedError(BellError):
    """The case is over, or changed in this very moment; fields: number."""

    code = "expert-question-ended"


class OwnQuestionError(BellError):
    """Nobody answers their own question; no fields."""

    code = "expert-own-question"


class NotLicensedError(BellError):
    """The question asks for advice, and who wants it holds no valid licence.

    Fields: number, needs (which scopes), who (a Say: those who hold one, or nobody).
    """

    code = "expert-not-licensed"


class NotAnExpertError(BellError):
    """It can only be handed to somebody who may answer; fields: name."""

    code = "expert-not-an-expert"


class AnswerBlockedError(BellError):
    """The gate stopped the answer; fields: number, findings (Says, one a line)."""

    code = "expert-answer-blocked"


class AnswerEmptyError(BellError):
    """Only text can be passed on; fields: number."""

    code = "expert-answer-empty"


class ScopeUnknownError(BellError):
    """Not a scope of licences; fields: received, allowed."""

    code = "expert-scope-unknown"


class TopicUnknownError(BellError):
    """Neither a topic nor a tier; fields: received, allowed."""

    code = "expert-topic-unknown"


class AbsenceMalformedError(BellError):
    """An absence is a number of days, or `back`; fields: received, most."""

    code = "expert-absence-malformed"


class LicenceMalformedError(BellError):
    """A licence is scope, last day, number; fields: received."""

    code = "expert-licence-malformed"


class LicenceOverError(BellError):
    """The last day of the licence is over already; fields: day."""

    code = "expert-licence-over"


class LicenceUnknownError(BellError):
    """The person holds no such licence; fields: received."""

    code = "expert-licence-unknown"


class StopReasonError(BellError):
    """Why the clocks stop has to be said; fields: length, least, most."""

    code = "expert-stop-reason"


class StopRunsError(BellError):
    """The clocks stand already; fields: since, reason."""

    code = "expert-stop-runs"


class NoStopError(BellError):
    """The clocks are running; no fields."""

    code = "expert-no-stop"


class AcceptUnfitError(BellError):
    """What was replied to answers no open question here; no fields."""

    code = "expert-accept-unfit"


class AcceptNotYoursError(BellError):
    """Only the asker or an expert accepts an answer; no fields."""

    code = "expert-accept-not-yours"


class RatingNotYoursError(BellError):
    """Only the asker rates the answer; no fields."""

    code = "expert-rating-not-yours"


class RatingLateError(BellError):
    """The time to rate is over; fields: days."""

    code = "expert-rating-late"

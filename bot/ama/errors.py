"""What AMAs refuse, and why."""

from bot.errors import BellError


class AmaUnknownError(BellError):
    """There is no such AMA; fields: received."""

    code = "ama-unknown"


class AmaNoneError(BellError):
    """No AMA is collecting questions or live, and none was named."""

    code = "ama-none"


class AmaFieldError(BellError):
    """A line of the form is missing or cannot be read; fields: field, received."""

    code = "ama-field"


class AmaLengthError(BellError):
    """An AMA lasts longer or shorter than makes sense; fields: received, least, most."""

    code = "ama-length"


class AmaExpertError(BellError):
    """Whoever shall answer is no expert; fields: name."""

    code = "ama-expert"


class AmaTitleHeldError(BellError):
    """A title breaks a rule; fields: reason."""

    code = "ama-title-held"


class AmaUsageError(BellError):
    """What follows the command is none of its words; fields: received."""

    code = "ama-usage"


class AmaStaffOnlyError(BellError):
    """A member used a word of those who run AMAs."""

    code = "ama-staff-only"


class AmaStateError(BellError):
    """An AMA is past or before what was asked for; fields: number, state."""

    code = "ama-state"


class AmaNotForYouError(BellError):
    """The AMA is for other tiers; fields: title."""

    code = "ama-not-for-you"


class AmaQuestionLengthError(BellError):
    """A question is too short or too long; fields: count, least, most."""

    code = "ama-question-length"


class AmaEnoughError(BellError):
    """Somebody has asked as often as one may in an AMA; fields: most."""

    code = "ama-enough"


class AmaFullError(BellError):
    """So many questions wait for a moderator that no more are taken; fields: most."""

    code = "ama-full"


class AmaQuestionHeldError(BellError):
    """A question breaks a rule; fields: reason."""

    code = "ama-question-held"


class AmaDecidedError(BellError):
    """Somebody else was faster with a question; fields: state."""

    code = "ama-decided"


class AmaReasonError(BellError):
    """A reason is empty or too long; fields: count, most."""

    code = "ama-reason"


class AmaReasonHeldError(BellError):
    """A reason breaks a rule and cannot be told; fields: reason."""

    code = "ama-reason-held"


class AmaOwnVoteError(BellError):
    """Nobody votes for a question of their own."""

    code = "ama-own-vote"


class AmaAnswerHeldError(BellError):
    """An answer breaks a rule and was not sent; fields: reasons."""

    code = "ama-answer-held"


class AmaAnswerLongError(BellError):
    """An answer is longer than one message holds; fields: count, most."""

    code = "ama-answer-long"


class AmaNotYourStageError(BellError):
    """Only the expert and those who run AMAs answer in one."""

    code = "ama-not-your-stage"

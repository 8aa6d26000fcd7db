"""What check-in refuses, and why."""

from bot.errors import BellError


class NotYourQuestionError(BellError):
    """Somebody pressed a button under a question that was put to somebody else."""

    code = "question-not-yours"


class QuestionNotPutError(BellError):
    """Nobody put this question, or not as it stands in the bank today."""

    code = "question-not-put"


class QuestionExpiredError(BellError):
    """The time to answer is over; fields: purpose (daily or repair)."""

    code = "question-expired"


class NothingToRepairError(BellError):
    """The day is not the one that broke this person's streak, or it is repaired already."""

    code = "repair-nothing"


class RepairTooLateError(BellError):
    """A day can be repaired for 24 hours after its end; fields: day."""

    code = "repair-too-late"


class RepairTriedError(BellError):
    """The one question for this day was answered wrong; fields: day."""

    code = "repair-tried"

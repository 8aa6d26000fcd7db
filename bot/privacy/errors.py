"""What is refused about a member's own data."""

from bot.errors import BellError


class DataAlreadySentError(BellError):
    """A copy was sent today already; fields: at."""

    code = "mydata-already"


class DataTooLargeError(BellError):
    """The copy is larger than Telegram takes; no fields."""

    code = "mydata-too-large"


class ForgetStaffError(BellError):
    """Whoever is trusted with a role answers for deeds that are records; no fields."""

    code = "forget-staff"


class ForgetContestError(BellError):
    """Somebody takes part in a contest that is not over; fields: title."""

    code = "forget-contest"


class ForgetHeldError(BellError):
    """Something of theirs is under a legal hold; no fields."""

    code = "forget-held"

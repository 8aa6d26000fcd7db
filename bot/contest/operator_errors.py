"""What running a contest refuses, and why."""

from bot.errors import BellError


class ContestStateError(BellError):
    """The contest is in a state in which this cannot be done. Fields: `title`, `state`."""

    code = "contest-state"


class RulesProblemError(BellError):
    """The rules cannot be played. Fields: `problems` (one message for each)."""

    code = "contest-rules"


class RulesFixedError(BellError):
    """The rules are fixed since the start; only the title may change. Fields: `title`."""

    code = "contest-rules-fixed"


class RulesAgreedError(BellError):
    """Somebody has entered by these rules; only the title may change. Fields: `title`, `count`."""

    code = "contest-rules-agreed"


class TitleLengthError(BellError):
    """The title is missing or too long. Fields: `length`, `least`, `most`."""

    code = "contest-title-length"


class NotOverError(BellError):
    """The last trading day is not closed yet. Fields: `title`, `last`."""

    code = "contest-not-over"


class TooLateToStartError(BellError):
    """The last day has passed before the contest began. Fields: `title`, `last`."""

    code = "contest-too-late"


class ReasonNeededError(BellError):
    """A reason or an answer is missing or too long. Fields: `length`, `least`, `most`."""

    code = "contest-reason-needed"


class DecisionUnknownError(BellError):
    """Nothing of this number waits for a second operator."""

    code = "contest-decision-unknown"


class OrderGoneError(BellError):
    """There is no order of this number. Fields: `received`."""

    code = "contest-order-gone"


class AlreadyVoidedError(BellError):
    """The order was undone before. Fields: `order`."""

    code = "contest-already-voided"


class NothingToVoidError(BellError):
    """The order neither rests nor was filled. Fields: `order`."""

    code = "contest-nothing-to-void"


class VoidImpossibleError(BellError):
    """What the order moved is no longer there. Fields: `order`, `name`, `side`."""

    code = "contest-void-impossible"


class VoidAfterExDayError(BellError):
    """The share has gone ex since the order was filled. Fields: `order`, `share`, `day`."""

    code = "contest-void-after-ex-day"


class CorrectionOverdrawnError(BellError):
    """A correction would take more than is free. Fields: `name`, `available`."""

    code = "contest-correction-overdrawn"


class CorrectionAmountError(BellError):
    """An amount that cannot be booked. Fields: `received`, `most`."""

    code = "contest-correction-amount"


class NotInContestError(BellError):
    """Somebody takes no part in the contest. Fields: `name`, `title`."""

    code = "contest-not-in"


class NotAwardedYetError(BellError):
    """Prizes are given once a contest is over. Fields: `title`."""

    code = "contest-not-awardable"


class NothingToAwardError(BellError):
    """Every prize has been given, or there is none. Fields: `title`."""

    code = "contest-nothing-to-award"


class AwardWaitsError(BellError):
    """The same award waits for a second operator already. Fields: `title`."""

    code = "contest-award-waits"


class FillUnknownError(BellError):
    """There is no such fill of whoever asks. Fields: `received`."""

    code = "dispute-fill-unknown"


class DisputeUnknownError(BellError):
    """There is no such case."""

    code = "dispute-unknown"


class DisputeDecidedError(BellError):
    """A case was decided before. Fields: `number`."""

    code = "dispute-decided"


class DisputeTooLateError(BellError):
    """The contest is over and its prizes are given. Fields: `title`."""

    code = "dispute-too-late"


class OwnDisputeError(BellError):
    """Somebody would decide about their own case."""

    code = "dispute-own"


class NoteLengthError(BellError):
    """A journal note is missing or too long. Fields: `length`, `least`, `most`."""

    code = "journal-length"


class TooManyNotesError(BellError):
    """Enough notes for one day. Fields: `most`."""

    code = "journal-too-many"


class AdminUsageError(BellError):
    """An operators' subcommand was typed incompletely. Fields: `command`."""

    code = "contest-usage"


class ActionUnreadableError(BellError):
    """No corporate action. Fields: `received`."""

    code = "contest-action-unreadable"


class SharesUnknownError(BellError):
    """No code of a share. Fields: `received`."""

    code = "contest-share-unknown"


class ActionGoneError(BellError):
    """The corporate action cannot be taken back: unknown, a feed's, or already applied."""

    code = "contest-action-gone"

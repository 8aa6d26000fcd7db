"""Why points move. A reason is part of the ledger for good: add, never rename."""

from enum import StrEnum


class Reason(StrEnum):
    """The reason code of a ledger entry."""

    CHECK_IN = "check-in"
    DAILY_QUESTION = "daily-question"
    STREAK_MILESTONE = "streak-milestone"
    QUIZ = "quiz"
    GROUP_QUIZ = "group-quiz"
    GRANT = "grant"
    DEDUCTION = "deduction"
    CORRECTION = "correction"
    CONTEST_PRIZE = "contest-prize"
    PEER_ANSWER = "peer-answer"
    LATE_ANSWER = "late-answer"

    @property
    def earned(self) -> bool:
        """Tell whether it counts for daily caps and the season's budget."""
        return self in EARNED


EARNED = frozenset(
    {
        Reason.CHECK_IN,
        Reason.DAILY_QUESTION,
        Reason.STREAK_MILESTONE,
        Reason.QUIZ,
        Reason.GROUP_QUIZ,
        Reason.PEER_ANSWER,
        Reason.LATE_ANSWER,
    }
)

"""What came of a check-in, an answer or a repair: facts, in no language yet."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.checkin.question import Purpose, Question
from bot.checkin.streak import DayKind, freezes_due
from bot.points.economy import Milestone
from bot.points.levels import LevelStanding


@dataclass(frozen=True, slots=True)
class QuestionRef:
    """Names a question that was put: to whom, for which day, what for."""

    member_id: int
    day: date
    purpose: Purpose

    def data(self, choice: int) -> str:
        """Return what the button of an option carries, at most 64 bytes."""
        return f"question:{self.purpose}:{self.member_id}:{self.day:%Y%m%d}:{choice}"


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it was put, its options in the order shown."""

    ref: QuestionRef
    question: Question


@dataclass(frozen=True, slots=True)
class Wallet:
    """What somebody has after this."""

    balance: int
    standing: LevelStanding


@dataclass(frozen=True, slots=True)
class RepairOffer:
    """A broken streak that one right answer mends; `second`: the first one was wrong."""

    member_id: int
    day: date
    length: int
    second: bool = False

    @property
    def data(self) -> str:
        """Return what the button carries."""
        return f"repair:{self.member_id}:{self.day:%Y%m%d}"


@dataclass(frozen=True, slots=True)
class Gain:
    """What was received: `points` in all, of them for `milestones`.

    `short` tells that a cap or the season's budget left less than the rules promise.
    """

    points: int
    milestones: tuple[Milestone, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class CheckInOutcome:
    """A check-in as it was recorded.

    `first`: this very update made it, now or before a crash; else it stood already, since
    `at`. `wallet` is there for the first only. `question`: the day's question while it can
    still be answered.
    """

    day: date
    at: datetime
    first: bool
    kind: DayKind
    streak: int
    freezes: int
    gain: Gain
    wallet: Wallet | None
    question: Put | None
    offer: RepairOffer | None

    @property
    def freeze_due(self) -> bool:
        """Tell whether the streak reached a length that earns a freeze."""
        return bool(freezes_due(grown_to(self.kind, self.streak)))


@dataclass(frozen=True, slots=True)
class AnswerOutcome:
    """An answer as it was recorded.

    `first`: this very press gave it, now or before a crash; else it stood already, and all
    else is told as it was then. `kind` is that of the question's day, `streak` where that day
    left the streak. `wallet` is there if the answer paid. `offer`: a repair that is still
    open beside this question.
    """

    put: Put
    choice: int
    correct: bool
    first: bool
    kind: DayKind
    streak: int
    gain: Gain
    wallet: Wallet | None
    offer: RepairOffer | None


def grown_to(kind: DayKind, streak: int) -> tuple[int, int]:
    """Return how a streak grew by the check-in that left it at `streak`."""
    return (streak - 1, streak) if kind is DayKind.TRADING else (streak, streak)

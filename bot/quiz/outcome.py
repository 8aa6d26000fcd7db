"""What came of a step on the ladder: facts, in no language yet."""

from dataclasses import dataclass
from datetime import timedelta

from bot.i18n import Language
from bot.members.tiers import Tier
from bot.quiz.item import Item
from bot.quiz.order import shown_options
from bot.quiz.standing import Standing
from bot.quiz.states import RoundKind, RoundState


@dataclass(frozen=True, slots=True)
class RoundRef:
    """A round, as its messages name it."""

    id: int
    kind: RoundKind
    level: int
    items: int


@dataclass(frozen=True, slots=True)
class Asked:
    """An item put and not answered yet; `place` from 0. `right`: of those before it."""

    round: RoundRef
    place: int
    item: Item
    shuffle: str
    right: int
    left: timedelta
    resumed: bool = False

    def options(self, language: Language) -> tuple[str, ...]:
        """Return the options in the order shown."""
        return shown_options(self.item.in_language(language).options, self.shuffle)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a round ended.

    `first_pass`: it passed this level for the first time. `start`: where a placement test says
    to begin. `tiers`: the tiers whose groups ask for just this level.
    """

    round: RoundRef
    state: RoundState
    answers: tuple[bool, ...]
    pass_mark: int
    rounds_left: int
    standing: Standing
    first_pass: bool = False
    bonus: int = 0
    start: int | None = None
    tiers: tuple[Tier, ...] = ()
    opens_repair: bool = False

    @property
    def right(self) -> int:
        """Return how many answers were right."""
        return sum(self.answers)

    @property
    def asked(self) -> int:
        """Return how many items were answered."""
        return len(self.answers)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it was recorded.

    `choice`: the bank's place, nothing where the time ran out in silence. `first`: this very
    press gave it, now or before a crash.
    """

    round: RoundRef
    place: int
    item: Item
    choice: int | None
    correct: bool
    late: bool
    right: int
    first: bool
    points: int = 0
    ending: Ending | None = None


Step = Asked | Answered | Ending


@dataclass(frozen=True, slots=True)
class Home:
    """What somebody sees who comes to the quiz.

    `fresh`: they have not chosen where to begin. `unfinished`: the round that is open.
    """

    standing: Standing
    rounds_left: int
    unfinished: RoundRef | None

    @property
    def fresh(self) -> bool:
        """Tell whether they have neither chosen a start nor passed anything."""
        return self.standing.start is None and not self.standing.passed

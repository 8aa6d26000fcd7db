"""Where somebody stands on the ladder: for whoever asks what a level opens."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.members.service import find_member
from bot.members.tiers import Tier
from bot.quiz.ladder import Ladder, next_level, open_levels
from db.repositories import quiz


@dataclass(frozen=True, slots=True)
class Standing:
    """The levels that somebody passed, and where they began (nothing: not chosen yet)."""

    passed: frozenset[int]
    start: int | None

    @property
    def highest(self) -> int:
        """Return the highest passed level, 0 for none."""
        return max(self.passed, default=0)

    @property
    def next(self) -> int | None:
        """Return the level to climb next; nothing at the top."""
        return next_level(self.passed, self.start)

    @property
    def open(self) -> tuple[int, ...]:
        """Return the levels that may be climbed."""
        return open_levels(self.highest, self.start)


def highest_level(session: Session, member_id: int) -> int:
    """Return the highest level of the quiz that somebody passed, 0 for none."""
    return quiz.highest_passed(session, member_id)


def standing_of(session: Session, member_id: int) -> Standing:
    """Return where somebody stands on the ladder."""
    return Standing(quiz.passed_levels(session, member_id), quiz.start_level(session, member_id))


def has_second_repair(session: Session, member_id: int, ladder: Ladder) -> bool:
    """Tell whether somebody may answer a second question to repair a missed check-in."""
    asked = ladder.second_repair
    return asked > 0 and highest_level(session, member_id) >= asked


def meets_tier(session: Session, member_id: int, tier: Tier, ladder: Ladder) -> bool:
    """Tell whether somebody passed what the groups of a tier ask for."""
    return highest_level(session, member_id) >= ladder.tiers[tier]


def tiers_opened_by(level: int, ladder: Ladder) -> tuple[Tier, ...]:
    """Return the tiers whose groups ask for exactly this level."""
    return tuple(tier for tier, asked in ladder.tiers.items() if asked == level)


@dataclass(frozen=True, slots=True)
class Fitness:
    """What an operator asks before somebody joins a tier's group: name, height, what is met."""

    name: str
    highest: int
    tiers: tuple[tuple[Tier, int, bool], ...]


def fitness_of(session: Session, handle: str, ladder: Ladder) -> Fitness:
    """Return how somebody stands against what each tier asks for; refuse whom nobody knows."""
    member = find_member(session, handle)
    tiers = (
        (tier, asked, meets_tier(session, member.id, tier, ladder))
        for tier, asked in ladder.tiers.items()
        if asked
    )
    return Fitness(member.first_name, highest_level(session, member.id), tuple(tiers))

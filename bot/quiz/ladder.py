"""The ladder as `ladder.toml` writes it down, read strictly and once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from bot.members.tiers import Tier
from bot.quiz.item import LEVELS
from bot.quiz.placement import PlacementRule
from bot.strict_toml import Fields, read_table

LADDER_FILE = Path(__file__).with_name("ladder.toml")
MOST_ITEMS, MOST_GROUP_ITEMS = 20, 5
LONGEST_POLL_MINUTES = 10
"""The network closes a quiz by itself only within ten minutes."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: how many items a round of it has, and how many right ones pass it."""

    number: int
    items: int
    pass_mark: int


@dataclass(frozen=True, slots=True)
class GroupRule:
    """What a tier's groups are asked, and how many right answers they aim at in a week."""

    levels: tuple[int, ...]
    goal: int


@dataclass(frozen=True, slots=True)
class GroupQuiz:
    """How the quiz in groups goes."""

    items: int
    minutes: int
    latest: timedelta
    places: int
    tiers: Mapping[Tier, GroupRule]

    @property
    def open_for(self) -> timedelta:
        """Return how long a quiz takes answers."""
        return timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """From when on, and by what, an item is called doubtful; discrimination in hundredths."""

    least_answers: int
    least_discrimination: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """Every rule of the quiz that a community may want to change.

    `tiers`: the level that a tier's groups ask for. `second_repair`: the level that gives a
    second chance to repair a missed check-in.
    """

    daily_rounds: int
    time_limit: timedelta
    points_per_day: int
    placement: PlacementRule
    rungs: tuple[Rung, ...]
    second_repair: int
    tiers: Mapping[Tier, int]
    group: GroupQuiz
    review: ReviewRule

    def rung(self, level: int) -> Rung:
        """Return a level's rule."""
        return self.rungs[level - 1]


def open_levels(highest: int, start: int | None) -> tuple[int, ...]:
    """Return the levels that somebody may climb: up to the one above what they passed."""
    top = min(max(highest + 1, start or 1), LEVELS)
    return tuple(range(1, top + 1))


def next_level(passed: frozenset[int], start: int | None) -> int | None:
    """Return the level to climb next: the lowest open one above every passed one, if any."""
    highest = max(passed, default=0)
    if highest >= LEVELS:
        return None
    return max(highest + 1, start or 1)


@lru_cache(maxsize=1)
def default_ladder() -> Ladder:
    """Return the ladder that is shipped, read once."""
    return load_ladder()


def load_ladder(path: Path = LADDER_FILE) -> Ladder:
    """Read and check a ladder; raise InvalidData for the first mistake."""
    whole = read_table(path)
    unlocks = whole.table("unlocks")
    ladder = Ladder(
        daily_rounds=whole.integer("daily_rounds", 1, 100),
        time_limit=timedelta(seconds=whole.integer("seconds_per_item", 10, 600)),
        points_per_day=whole.integer("points_per_day", 0, 10_000),
        placement=_placement(whole.table("placement")),
        rungs=_rungs(whole),
        second_repair=unlocks.integer("second_repair", 0, LEVELS),
        tiers={tier: unlocks.integer(tier.value, 0, LEVELS) for tier in Tier},
        group=_group(whole.table("group")),
        review=_review(whole.table("review")),
    )
    unlocks.finish()
    whole.finish()
    return ladder


def _placement(fields: Fields) -> PlacementRule:
    rule = PlacementRule(
        items=fields.integer("items", 1, MOST_ITEMS),
        begins_at=fields.integer("begins_at", 1, LEVELS),
        highest_start=fields.integer("highest_start", 1, LEVELS),
    )
    fields.finish()
    return rule


def _rungs(whole: Fields) -> tuple[Rung, ...]:
    rungs = []
    for number, fields in enumerate(whole.tables("level", label="level "), start=1):
        items = fields.integer("items", 1, MOST_ITEMS)
        level = fields.integer("number", number, number)
        rungs.append(Rung(level, items, fields.integer("pass_mark", 1, items)))
        fields.finish()
    if len(rungs) != LEVELS:
        raise whole.refuse("level", len(rungs), f"{LEVELS} [[level]] tables")
    return tuple(rungs)


def _group(fields: Fields) -> GroupQuiz:
    quiz = GroupQuiz(
        items=fields.integer("items", 0, MOST_GROUP_ITEMS),
        minutes=fields.integer("minutes", 1, LONGEST_POLL_MINUTES),
        latest=timedelta(minutes=fields.integer("latest", 1, 600)),
        places=fields.integer("places", 0, 3),
        tiers={tier: _group_rule(fields.table(tier.value)) for tier in Tier},
    )
    fields.finish()
    return quiz


def _group_rule(fields: Fields) -> GroupRule:
    rule = GroupRule(
        levels=fields.integers("levels", 1, LEVELS), goal=fields.integer("goal", 1, 1_000_000)
    )
    fields.finish()
    return rule


def _review(fields: Fields) -> ReviewRule:
    rule = ReviewRule(
        least_answers=fields.integer("least_answers", 2, 1_000_000),
        least_discrimination=fields.integer("least_discrimination", 0, 100),
    )
    fields.finish()
    return rule

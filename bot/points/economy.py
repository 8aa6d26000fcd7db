"""The economy as `economy.toml` writes it down: amounts, caps, milestones and levels.

Read once at start; a mistake is an `InvalidEconomyError` whose text names the file, the key,
what was received and what is allowed. The lint of `behaviour.py` runs over every rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from bot.errors import BellError
from bot.points.behaviour import REFUSED, Behaviour, refusal
from bot.points.reasons import EARNED, Reason
from bot.strict_toml import Fields, InvalidData, read_table

ECONOMY = Path(__file__).with_name("economy.toml")
CHECK_IN = "check-in"
QUESTION_RIGHT = "daily-question-right"
QUESTION_WRONG = "daily-question-wrong"
STREAK_MILESTONE = "streak-milestone"
QUIZ_RULES = ("quiz-right", "quiz-level", "group-quiz-right", "group-quiz-goal")
PEER_ANSWER = "peer-answer"
LATE_ANSWER = "late-answer"
NEEDED_RULES = (
    CHECK_IN,
    QUESTION_RIGHT,
    QUESTION_WRONG,
    STREAK_MILESTONE,
    *QUIZ_RULES,
    PEER_ANSWER,
    LATE_ANSWER,
)
MOST = 1_000_000_000
OPERATOR_CAPS = ("GRANT_CAP",)


class InvalidEconomyError(BellError):
    """The economy holds something that is not allowed.

    Fields: `file`, `key`, `received`, `allowed`.
    """

    code: ClassVar[str] = "invalid-economy"

    def __str__(self) -> str:
        """Return the one sentence that the operator reads at start."""
        received, allowed = self.fields["received"], self.fields["allowed"]
        where = f"{self.fields['file']}: {self.fields['key']}"
        return f"{where} is not allowed: received {received!r}; allowed: {allowed}."


@dataclass(frozen=True, slots=True)
class Rule:
    """What one kind of doing earns; `id` and `version` go into every ledger entry.

    `most_a_day`: the most that it gives one person on a community day; 0: the daily cap alone.
    """

    id: str
    version: int
    reason: Reason
    rewards: Behaviour
    amount: int
    most_a_day: int = 0


@dataclass(frozen=True, slots=True)
class Milestone:
    """A bonus when a streak reaches a number of trading days."""

    trading_days: int
    amount: int


@dataclass(frozen=True, slots=True)
class Level:
    """A level: the lifetime points it starts at, its title and the privilege it adds.

    `title` and `privilege` are catalogue ids; `available` tells whether the privilege works
    already or comes with a later part of the product.
    """

    number: int
    starts_at: int
    title: str
    privilege: str
    available: bool


@dataclass(frozen=True, slots=True)
class Economy:
    """Every amount of points, in whole points."""

    rules: Mapping[str, Rule]
    milestones: tuple[Milestone, ...]
    levels: tuple[Level, ...]
    daily_cap: int
    season_budget: int
    operator_cap: str

    def rule(self, rule_id: str) -> Rule:
        """Return the rule of an id; KeyError if there is none."""
        return self.rules[rule_id]

    def milestone(self, trading_days: int) -> Milestone | None:
        """Return the milestone that a streak of exactly `trading_days` reaches."""
        return next((m for m in self.milestones if m.trading_days == trading_days), None)

    def next_milestone(self, trading_days: int) -> Milestone | None:
        """Return the first milestone beyond a streak of `trading_days`."""
        return next((m for m in self.milestones if m.trading_days > trading_days), None)


def load_economy(path: Path = ECONOMY) -> Economy:
    """Read and check the economy; raise `InvalidEconomyError` for the first mistake."""
    try:
        return _read(path)
    except InvalidData as error:
        raise InvalidEconomyError(
            file=error.fields["file"],
            key=f"{error.fields['item']}: {error.fields['field']}".removeprefix("-: "),
            received=error.fields["received"],
            allowed=error.fields["allowed"],
        ) from error


@lru_cache(maxsize=1)
def default_economy() -> Economy:
    """Return the economy that is shipped, read once."""
    return load_economy()


def _read(path: Path) -> Economy:
    whole = read_table(path)
    rules = _rules(whole.tables("rule", label="rule "))
    milestones = _milestones(whole.tables("milestone", label="milestone "))
    levels = _levels(whole.tables("level", label="level "))
    caps, season = whole.table("caps"), whole.table("season")
    economy = Economy(
        rules=rules,
        milestones=milestones,
        levels=levels,
        daily_cap=caps.integer("daily", _best_day(rules, milestones), MOST),
        season_budget=season.integer("budget", 1, MOST),
        operator_cap=caps.choice("operator", OPERATOR_CAPS),
    )
    for fields in (caps, season, whole):
        fields.finish()
    return economy


def _rules(tables: Sequence[Fields]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for fields in tables:
        rule = _rule(fields)
        if rule.id in rules:
            raise fields.refuse("id", rule.id, "an id that no other rule has")
        rules[rule.id] = rule
    for needed in NEEDED_RULES:
        if needed not in rules:
            raise tables[0].refuse("id", sorted(rules), f"a rule with the id {needed}")
    return rules


def _rule(fields: Fields) -> Rule:
    rule_id = fields.text("id")
    rewards = fields.text("rewards")
    about = fields.text("about", optional=True)
    reason = fields.text("reason")
    _lint(fields, rule_id, rewards, reason, about)
    if reason not in set(EARNED):
        raise fields.refuse("reason", reason, "one of " + ", ".join(sorted(EARNED)))
    rule = Rule(
        id=rule_id,
        version=fields.integer("version", 1, 9_999),
        reason=Reason(reason),
        rewards=Behaviour(rewards),
        amount=fields.integer("amount", 0, 10_000),
        most_a_day=fields.optional_integer("most_a_day", 1, 10_000, 0),
    )
    fields.finish()
    return rule


def _lint(fields: Fields, rule_id: str, rewards: str, reason: str, about: str) -> None:
    """Refuse a rule that pays for what must not be paid for, and say why."""
    allowed = "one of " + ", ".join(Behaviour)
    if rewards in REFUSED:
        raise fields.refuse("rewards", rewards, f"{allowed}; {REFUSED[rewards]}")
    if rewards not in set(Behaviour):
        raise fields.refuse("rewards", rewards, allowed)
    for key, text in (("id", rule_id), ("reason", reason), ("about", about)):
        found = refusal(text)
        if found:
            behaviour, why = found
            raise fields.refuse(key, text, f"a rule that does not reward {behaviour}: {why}")


def _milestones(tables: Sequence[Fields]) -> tuple[Milestone, ...]:
    milestones = []
    for fields in tables:
        days = fields.integer("trading_days", 1, 10_000)
        milestones.append(Milestone(days, fields.integer("amount", 1, 10_000)))
        fields.finish()
    for fields, (before, after) in zip(tables[1:], pairwise(milestones), strict=True):
        if after.trading_days <= before.trading_days:
            raise fields.refuse(
                "trading_days", after.trading_days, f"more than {before.trading_days}"
            )
    return tuple(milestones)


def _levels(tables: Sequence[Fields]) -> tuple[Level, ...]:
    levels: list[Level] = []
    for number, fields in enumerate(tables, start=1):
        least, most = (levels[-1].starts_at + 1, MOST) if levels else (0, 0)
        level = Level(
            number=number,
            starts_at=fields.integer("from", least, most),
            title=fields.text("title"),
            privilege=fields.text("privilege"),
            available=fields.choice("since", ("now", "later")) == "now",
        )
        fields.finish()
        levels.append(level)
    return tuple(levels)


def _best_day(rules: Mapping[str, Rule], milestones: tuple[Milestone, ...]) -> int:
    """Return what the best day earns: the daily cap must leave room for it."""
    return (
        rules[CHECK_IN].amount
        + max(rules[QUESTION_RIGHT].amount, rules[QUESTION_WRONG].amount)
        + max(milestone.amount for milestone in milestones)
    )

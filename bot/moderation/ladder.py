"""The ladder: from what a message offends against, and by whom, to what is done. Pure.

Every threshold is in `ladder.toml` beside this file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.compliance.verdict import Severity
from bot.moderation.measures import Measure

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Offence:
    """One rule that a message breaks: the rule pack's, or one of the house (G-…)."""

    rule: str
    kind: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Strike:
    """What an earlier decision counts, and since when."""

    count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Who spoke: `has_person` is false for channels, upon whom no measure is possible."""

    newcomer: bool = False
    trusted: bool = False
    has_person: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is done: the measure, for how long, what it counts later, who is told."""

    measure: Measure
    minutes: int = 0
    strikes: int = 0
    case: bool = False
    tell: bool = False


@dataclass(frozen=True, slots=True)
class Treatment:
    """What an offence of one kind or severity leads to."""

    member: Measure
    newcomer: Measure
    strikes: int
    minutes: int = 0
    case_member: bool = False
    case_newcomer: bool = False
    tell: bool = False
    begins: Severity = Severity.LOG


@dataclass(frozen=True, slots=True)
class Step:
    """What so many strikes lead to."""

    strikes: int
    measure: Measure
    minutes: int


@dataclass(frozen=True, slots=True)
class FloodLimits:
    """When talk becomes a flood."""

    window_seconds: int
    messages: int
    night_messages: int
    repeat_seconds: int
    repeats: int
    repeat_letters: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """How little the bot itself says in a group, in seconds."""

    reply_seconds: int
    group_seconds: int
    person_seconds: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """`ladder.toml`, read."""

    version: int
    newcomer_hours: int
    newcomer_messages: int
    trusted_level: int
    history_days: int
    weights: tuple[tuple[int, int], ...]
    steps: tuple[Step, ...]
    severities: dict[Severity, Treatment]
    treatments: dict[str, Treatment]
    flood: FloodLimits
    quiet: Quiet
    case_strikes: int
    second_points: int
    second_mute_days: int
    hosts: tuple[str, ...]
    role_words: tuple[str, ...]
    house_words: tuple[str, ...]

    def sentence(
        self,
        offences: Sequence[Offence],
        standing: Standing,
        history: Sequence[Strike],
        now: datetime,
    ) -> Sentence:
        """Return what is done about `offences`, the strictest of what each asks for."""
        parts = [self._about(offence, standing) for offence in offences]
        measure = max((p.measure for p in parts), key=lambda m: m.rank, default=Measure.NOTHING)
        strikes = max((p.strikes for p in parts if p.measure.removes), default=0)
        minutes = max((p.minutes for p in parts if p.measure is Measure.MUTE), default=0)
        first = Sentence(
            measure,
            minutes,
            strikes,
            case=any(p.case for p in parts),
            tell=any(p.tell for p in parts),
        )
        return self._escalated(first, standing, history, now) if strikes else first

    def weigh(self, history: Sequence[Strike], now: datetime) -> int:
        """Return what earlier strikes still count, in hundredths of a strike."""
        return sum(strike.count * self._percent(now - strike.at) for strike in history)

    def _percent(self, age: timedelta) -> int:
        return next((p for days, p in self.weights if age <= timedelta(days=days)), 0)

    def _about(self, offence: Offence, standing: Standing) -> Sentence:
        own = self.treatments.get(offence.kind)
        fits = own is not None and offence.severity.rank >= own.begins.rank
        how = own if own is not None and fits else self.severities[offence.severity]
        measure = how.newcomer if standing.newcomer else how.member
        if standing.trusted and not fits and offence.severity is Severity.WARN:
            measure = Measure.LOG
        if measure.touches_person and not standing.has_person:
            measure = Measure.DELETE
        case = how.case_newcomer if standing.newcomer else how.case_member
        return Sentence(measure, how.minutes, how.strikes, case, how.tell)

    def _escalated(
        self, first: Sentence, standing: Standing, history: Sequence[Strike], now: datetime
    ) -> Sentence:
        reached = self.weigh(history, now) + first.strikes * HUNDRED
        step = next((s for s in reversed(self.steps) if reached >= s.strikes * HUNDRED), None)
        if step is None or not history or not standing.has_person:
            return first
        if step.measure.rank < first.measure.rank:
            return first
        minutes = max(first.minutes, step.minutes) if step.measure is Measure.MUTE else 0
        return Sentence(step.measure, minutes, first.strikes, case=True, tell=True)

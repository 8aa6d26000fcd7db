"""The log played again: accounts, outcomes and valuations from the events alone.

Pure: whoever has the events can do the same. A batch of accounts at a time is enough, since
no account depends on another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.contest.board.weights import herfindahl, position_value
from bot.contest.engine.account import Account
from bot.contest.engine.engine import Engine
from bot.contest.events import AccountEvent, DayClosed, MarketEvent
from bot.contest.outcomes import Outcome, Refused, Valued
from bot.contest.rules import Rules


@dataclass(frozen=True, slots=True)
class Logged:
    """An event of the log with the number of its record; market events have a `seq`."""

    record: int
    event: MarketEvent | AccountEvent
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class DayEnd:
    """An account at a close: what its snapshot has to say."""

    valued: Valued
    concentration: Decimal


@dataclass(slots=True)
class Story:
    """What the log adds up to for one account."""

    account: Account | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    days: dict[date, DayEnd] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refolded:
    """The stories of a batch, and the records of deeds that the engine now refuses."""

    stories: dict[int, Story]
    refused: tuple[int, ...]


def refold(
    rules: Rules, market: Iterable[Logged], deeds: Iterable[Logged], members: Iterable[int]
) -> Refolded:
    """Play market events and the deeds of `members`, each in their order, as one stream."""
    engine = Engine(rules)
    stories = {member: Story() for member in members}
    refused = []
    for logged in in_order(market, deeds):
        outcomes = engine.apply(logged.event)
        if any(isinstance(outcome, Refused) for outcome in outcomes):
            refused.append(logged.record)
            continue
        for outcome in outcomes:
            stories[outcome.account].outcomes.append(outcome)
        if isinstance(logged.event, DayClosed):
            _end_day(engine, outcomes, stories)
    for member, story in stories.items():
        story.account = engine.accounts.get(member)
    return Refolded(stories, tuple(refused))


def in_order(market: Iterable[Logged], deeds: Iterable[Logged]) -> Iterator[Logged]:
    """Yield both by the numbers of their records; each comes in order already."""
    waiting = iter(deeds)
    deed = next(waiting, None)
    for event in market:
        while deed is not None and deed.record < event.record:
            yield deed
            deed = next(waiting, None)
        yield event
    while deed is not None:
        yield deed
        deed = next(waiting, None)


def _end_day(engine: Engine, outcomes: Iterable[Outcome], stories: dict[int, Story]) -> None:
    closes = engine.market.closes
    for valued in outcomes:
        if isinstance(valued, Valued):
            held = engine.accounts[valued.account].positions
            worth = [position_value(closes[s], position.quantity) for s, position in held.items()]
            end = DayEnd(valued, herfindahl(valued.equity, worth))
            stories[valued.account].days[valued.day] = end

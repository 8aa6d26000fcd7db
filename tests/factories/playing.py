"""Somebody who plays in a contest, with the market before its opening and a feed at hand."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlmodel import Session, col, select

from bot.contest.rules import Rules
from bot.contest.states import ContestState
from db.models.contest_trade import ContestOrder
from tests.factories.contests import at, make_contest, make_entry, make_rules, open_day
from tests.factories.feeds import ToldFeed, make_quote
from tests.factories.updates import make_press
from tests.fixtures.telegram import Call, Rig

ME = 7
LIQUOR = "sh600519"
BEFORE_OPENING = at(9, 10)


@dataclass(slots=True)
class Stage:
    """The rig, the contest in it, and the feed that it asks."""

    rig: Rig
    contest: int
    feed: ToldFeed

    async def press(self, call: Call, label: str, **more: Any) -> list[Call]:
        """Press the button whose label contains `label`."""
        data = next(b["callback_data"] for b in call.buttons if label in b["text"])
        return await self.rig.feed(make_press(data, **more))

    async def orders(self) -> list[ContestOrder]:
        """Return every order there is."""
        return await self.rig.db.read(_orders)


def _orders(session: Session) -> list[ContestOrder]:
    return list(session.exec(select(ContestOrder).order_by(col(ContestOrder.id))))


def shown(calls: list[Call]) -> Call:
    """Return the one message that was sent or edited."""
    (found,) = [call for call in calls if call.method in {"sendMessage", "editMessageText"}]
    return found


def make_told_feed() -> ToldFeed:
    """Return a feed that knows a bank, a liquor maker and an index."""
    return ToldFeed(
        make_quote(),
        make_quote(
            LIQUOR,
            "1480.00",
            "贵州茅台",
            previous_close=Decimal("1470.00"),
            limit_up=None,
            limit_down=None,
        ),
        make_quote("sh000001", "3900.00", "上证指数", limit_up=None, limit_down=None),
    )


async def make_stage(
    rig: Rig,
    *,
    joined: bool = True,
    rules: Rules | None = None,
    state: ContestState = ContestState.RUNNING,
) -> Stage:
    """Put somebody into a contest on the morning of its first day."""
    feed = make_told_feed()
    rig.house.quotes = feed.desk()
    rig.clock.move_to(BEFORE_OPENING)

    def build(session: Session) -> int:
        chosen = rules or make_rules()
        contest = make_contest(session, chosen, state)
        if joined:
            make_entry(session, contest, ME, chosen)
        if state is ContestState.RUNNING:
            open_day(session, contest.id)
        return contest.id

    return Stage(rig, await rig.db.run(build), feed)

"""Corporate actions: who says what, which counts, and what operators may release."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.contest.events import CorporateAction
from bot.contest.market_errors import ActionInvalidError, NotFrozenError
from bot.contest.services import actions, nightly
from bot.market.corporate import CorporateEvent, CorporateNews
from bot.members.deed import Deed
from db.session import Database
from tests.contest.services.market_days import buy, make_market, play, prepare
from tests.factories.contests import BANK, DAY, NEXT_DAY, at, terms

DIVIDEND = CorporateAction(BANK, NEXT_DAY, Decimal("0.5"), NEXT_DAY, source="yahoo")
DEED = Deed(50, "test:deed", at(20, 0), DAY)


async def test_what_two_feeds_say_of_one_day_counts_once_and_an_operators_word_beats_both(
    db: Database,
) -> None:
    other = replace(DIVIDEND, source="other", cash=Decimal("0.51"))
    assert await db.run(actions.learn_actions, [DIVIDEND, other], at(20, 0)) == 2
    assert await db.run(actions.learn_actions, [DIVIDEND], at(20, 1)) == 0
    (due,) = await db.read(actions.due_actions, [BANK], DAY, NEXT_DAY)
    assert due.cash == Decimal("0.5")
    await db.run(actions.enter_action, replace(DIVIDEND, cash=Decimal("0.6")), DEED)
    (due,) = await db.read(actions.due_actions, [BANK], DAY, NEXT_DAY)
    assert due.cash == Decimal("0.6")
    assert await db.read(actions.due_actions, [BANK], NEXT_DAY, NEXT_DAY) == ()


@pytest.mark.parametrize(
    ("cash", "ratio"), [("0", "0"), ("-1", "0"), ("0", "-1"), ("0", "1001"), ("1", "-2")]
)
async def test_an_action_that_cannot_be_is_refused(db: Database, cash: str, ratio: str) -> None:
    action = replace(DIVIDEND, cash=Decimal(cash), ratio=Decimal(ratio))
    with pytest.raises(ActionInvalidError):
        await db.run(actions.enter_action, action, DEED)


async def test_only_what_is_stopped_can_be_released(db: Database) -> None:
    contest = await db.run(prepare)
    house, _ = make_market(db)
    await play(house, DAY, (9, 16))
    with pytest.raises(NotFrozenError):
        await db.run(actions.release, contest, BANK, None, None, DEED)


async def test_the_nightly_look_asks_for_what_is_held_and_keeps_what_is_new(db: Database) -> None:
    class Telling:
        asked: list[str]

        async def corporate_news(self, symbols: list[str], _now: object) -> CorporateNews:
            self.asked = list(symbols)
            event = CorporateEvent(BANK, NEXT_DAY, Decimal("0.5"), Decimal(0), "yahoo")
            return CorporateNews((event,))

    contest = await db.run(prepare)
    house, _ = make_market(db)
    await play(house, DAY, (9, 16))
    await db.run(buy, contest, 1, 100, at(9, 17), terms=terms(BANK, "36.00"))
    telling = Telling()
    desk = replace(house.contest_desk, quotes=telling)  # type: ignore[arg-type]
    night = at(4, 40) + timedelta(days=1)
    assert await nightly.fetch_actions(db, desk, night) == 1
    assert await nightly.fetch_actions(db, desk, night) == 0
    assert telling.asked == [BANK]

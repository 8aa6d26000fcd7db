"""A member enters a contest and trades in the hall: over real HTTP, with the rehearsed market."""

from datetime import date

from sqlmodel import Session, select

from bot.contest.states import ContestState
from bot.sandbox import cast
from db.models.contest_trade import ContestOrder
from tests.e2e.conftest import Stage
from tests.e2e.driver import buttons_of
from tests.factories.contests import make_contest, make_rules

GROUP = cast.NEWBIE_GROUP
LINES = 6


def announce(session: Session) -> int:
    rules = make_rules(last_day=date(2026, 11, 27), late_entry_until=date(2026, 11, 25))
    return make_contest(session, rules, ContestState.RUNNING).id


def orders(session: Session) -> list[ContestOrder]:
    return list(session.exec(select(ContestOrder)))


async def enter(stage: Stage) -> None:
    await stage.bell.db.run(announce)
    await stage.driver.start(cast.LIN)
    await stage.driver.say(cast.LIN, GROUP, "早上好")
    await stage.driver.say(cast.LIN, cast.LIN, "模拟赛")
    listed = await stage.driver.expect_reply(cast.LIN, containing="秋季模拟赛")
    await stage.driver.press(cast.LIN, listed, "秋季模拟赛")
    card = await stage.driver.expect_edit(cast.LIN, containing="集合竞价")
    await stage.driver.press(cast.LIN, card, "确认报名")
    await stage.driver.expect_edit(cast.LIN, containing="已到账")


async def test_somebody_enters_and_places_an_order_by_buttons_alone(stage: Stage) -> None:
    await enter(stage)
    await stage.driver.say(cast.LIN, cast.LIN, "/buy")
    await stage.driver.expect_reply(cast.LIN, containing="想买哪一只")
    await stage.driver.say(cast.LIN, cast.LIN, "600519")
    amounts = await stage.driver.expect_reply(cast.LIN, containing="买多少")
    await stage.driver.press(cast.LIN, amounts, "25%")
    card = await stage.driver.expect_edit(cast.LIN, containing="费用约")
    assert "模拟" in card["text"]
    label = next(b["text"] for b in buttons_of(card) if "确认买入" in b["text"])
    await stage.driver.press(cast.LIN, card, label)
    receipt = await stage.driver.expect_edit(cast.LIN, containing="已提交")
    await stage.settle()
    assert len(await stage.books(orders)) == 1
    await stage.driver.press(cast.LIN, receipt, "撤单")
    await stage.driver.expect_edit(cast.LIN, containing="已撤")


async def test_a_group_hears_nothing_of_money(stage: Stage) -> None:
    await enter(stage)
    await stage.driver.say(cast.LIN, GROUP, "/buy 600519 100")
    brief = await stage.driver.expect_reply(GROUP, containing="模拟买入")
    assert len(brief["text"].splitlines()) <= LINES and "资金" not in brief["text"]
    query = await stage.driver.press(cast.HE, brief, "确认买入")
    await stage.driver.expect_answer(query, containing="别人")
    await stage.driver.press(cast.LIN, brief, "确认买入")
    await stage.driver.expect_edit(GROUP, containing="已提交模拟买入")
    assert len(await stage.books(orders)) == 1

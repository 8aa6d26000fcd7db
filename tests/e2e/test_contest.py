"""A contest as its members live it: join, trade, days pass, the board comes, all adds up."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.clock import ManualClock
from bot.contest.instrument import Board, Market
from bot.contest.rules import Rules
from bot.contest.services import lifecycle, verification
from bot.contest.services.overview import contests_for
from bot.members.deed import Deed
from bot.sandbox import cast
from jobs.contests import contest_tick
from tests.e2e.conftest import Stage, open_stage
from tests.e2e.driver import JsonObject, button_data, words_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
TITLE = "秋季演练赛"


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), SHANGHAI).astimezone(UTC)


def _running(session: Session, now: datetime) -> int:
    boards = tuple(board for board in Board if board.market is Market.MAINLAND)
    rules = Rules(Market.MAINLAND, MONDAY, TUESDAY, TUESDAY, boards=boards)
    deed = Deed(cast.OPERATOR, "set-up", now, now.date())
    contest = lifecycle.create(session, TITLE, rules, deed)
    lifecycle.announce(session, contest.id, deed)
    lifecycle.start(session, contest.id, deed)
    return contest.id


async def _pass(stage: Stage, clock: ManualClock, instant: datetime) -> None:
    """Move on to an instant and let the contests' clock tick until nothing is due."""
    clock.move_to(instant)
    for _ in range(3):
        await contest_tick(stage.bell.house, clock.now())
    await stage.settle()


async def _join(stage: Stage, person: int) -> None:
    driver = stage.driver
    await driver.start(person)
    await driver.expect_reply(person)
    await driver.say(person, person, "/contest")
    shown = await driver.expect_reply(person, containing=TITLE)
    await driver.press(person, shown, button_data(shown, TITLE))
    card = await driver.expect_edit(person, containing=TITLE)
    await driver.press(person, card, _nth(card, "contests:", "join"))
    await driver.expect_edit(person, containing="✅")


def _nth(message: JsonObject, start: str, part: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    found = [b["callback_data"] for row in rows for b in row if "callback_data" in b]
    return next(data for data in found if data.startswith(start) and part in data)


async def _order(stage: Stage, person: int, text: str) -> JsonObject:
    driver = stage.driver
    await driver.say(person, person, text)
    card = await driver.expect_reply(person, containing="600519" if "600519" in text else "000333")
    await driver.press(person, card, _nth(card, "order:", "y-"))
    return await driver.expect_edit(person, containing="✅")


async def test_join_trade_two_days_pass_and_the_log_proves_the_board(database_url: str) -> None:
    clock = ManualClock(at(MONDAY, "08:00"))
    async with open_stage(database_url, clock=clock) as stage:
        contest = await stage.bell.db.run(_running, clock.now())
        for person in (cast.LIN, cast.HE):
            await _join(stage, person)
        await _order(stage, cast.LIN, "/buy 600519 100")
        await _order(stage, cast.HE, "/buy 000333 两手")
        await _pass(stage, clock, at(MONDAY, "09:16"))
        await _pass(stage, clock, at(MONDAY, "09:26"))
        await stage.driver.say(cast.LIN, cast.LIN, "/fills")
        fills = await stage.driver.expect_reply(cast.LIN, containing="贵州茅台")
        assert "× " in words_of(fills)
        await _pass(stage, clock, at(MONDAY, "15:02"))
        for chat in (cast.NEWBIE_GROUP, cast.ADVANCED_GROUP, cast.VIP_GROUP):
            board = await stage.driver.expect_reply(chat, containing=TITLE)
            assert board["photo"]
            assert "模拟" in words_of(board)
        await _pass(stage, clock, at(TUESDAY, "09:16"))
        await _pass(stage, clock, at(TUESDAY, "09:26"))
        await _order(stage, cast.LIN, "/sell 600519 100")
        await _pass(stage, clock, at(TUESDAY, "15:02"))
        await stage.driver.expect_reply(cast.NEWBIE_GROUP, containing=TITLE)
        await stage.driver.say(cast.LIN, cast.LIN, "/rank")
        rank = words_of(await stage.driver.expect_reply(cast.LIN, containing="1."))
        assert "模拟" in rank
        verdict = await stage.books(verification.verify, contest)
        assert [str(d) for d in verdict.differences] == []
        assert verdict.days == 2
        overview = (await stage.books(contests_for, cast.LIN))[0]
        assert overview.contest.state.value == "finished"

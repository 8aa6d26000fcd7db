"""`/contest action` and `/contest release`: previewed with who is touched, then done once."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from bot.contest.services import market as markets
from bot.members.roles import Role
from db.models.contest import Contest
from db.opening import open_database
from db.repositories import contests, members
from handlers import TABLE
from tests.factories import contests as market
from tests.factories.contest_cases import make_played
from tests.factories.points import make_person
from tests.factories.updates import make_press, make_said, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Call, Rig

OPERATOR = make_user(50, "运营甲")


@pytest.fixture
def rig(sqlite_url: str) -> Iterator[Rig]:
    db = open_database(sqlite_url)
    db.run_sync(make_person, 50, "运营甲")
    db.run_sync(members.grant_role, 50, Role.OPERATOR, OWNER_ID, NOW)
    yield Rig(db, TABLE)
    db.close()


def _frozen(session: Session) -> Contest:
    """A member holds 100 shares at a close of 36.45; the next morning the feed says 33.00."""
    contest = make_played(session)
    market.close_day(session, contest.id, {market.BANK: "36.45"})
    market.open_day(session, contest.id, market.terms(reference="33.00"), day=market.NEXT_DAY)
    return contest


def _freezes(session: Session, contest_id: int) -> set[str]:
    contest = contests.by_id(session, contest_id)
    assert contest is not None
    return set(markets.market_of(session, contest).frozen)


async def _say(rig: Rig, text: str, **message: Any) -> Call:
    return (await rig.feed(make_said(text, **{"user": OPERATOR, **message})))[-1]


async def _press(rig: Rig, data: str) -> Call:
    return (await rig.feed(make_press(data, user=OPERATOR)))[-1]


async def test_the_alert_button_asks_once_more_and_names_who_is_touched(rig: Rig) -> None:
    contest = await rig.db.run(_frozen)
    asked = await _press(rig, f"contest:release-{contest.id}-{market.BANK}")
    assert "我们推算 36.45，行情给出 33.00" in asked.text
    assert "1 人持有" in asked.text
    assert await rig.db.read(_freezes, contest.id) == {market.BANK}
    done = await _press(rig, asked.data[0])
    assert "已解除冻结，参考价 33.00" in done.text
    assert await rig.db.read(_freezes, contest.id) == set()
    assert "没有暂停买卖" in (await _press(rig, asked.data[0])).text


async def test_a_release_takes_a_dividend_with_it(rig: Rig) -> None:
    contest = await rig.db.run(_frozen)
    asked = await _say(rig, f"/contest release {contest.id} 600036 cash=3.45 pay=11月25日")
    assert "每股派现 3.45" in asked.text
    assert "派息日 11月25日" in asked.text
    assert "对不上" not in asked.text
    assert "参考价 33.00，派现和送转已计入" in (await _press(rig, asked.data[0])).text
    assert await rig.db.read(_freezes, contest.id) == set()


async def test_an_action_that_does_not_explain_the_price_is_pointed_out(rig: Rig) -> None:
    contest = await rig.db.run(_frozen)
    asked = await _say(rig, f"/contest release {contest.id} 600036 cash=1")
    assert "推算是 35.45，与参考价对不上" in asked.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("600036 0", "参考价 0 不能用"),
        ("600036 33.005", "最小变动价位 0.01"),
        ("600036 ratio=-1", "送转要大于 -1"),
        ("600036 cash=0", "至少有一样不是 0"),
        ("600036 cash=1 pay=2026-11-20", "早于除权日"),
        ("600036 cash=… ratio=…", "看不懂"),
        ("600519", "没有暂停买卖"),
        ("", "cash=0.5"),
    ],
)
async def test_a_release_that_cannot_be_is_refused(rig: Rig, words: str, told: str) -> None:
    contest = await rig.db.run(_frozen)
    assert told in (await _say(rig, f"/contest release {contest.id} {words}")).text
    assert await rig.db.read(_freezes, contest.id) == {market.BANK}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("600519 2026-12-05 cash=1", "休市，不能作为除权日"),
        ("600519 2026-12-01 ratio=-1", "送转要大于 -1"),
        ("600519 2026-12-01 cash=0", "至少有一样不是 0"),
        ("600519 2026-12-01 cash=1 pay=2026-11-30", "早于除权日"),
        ("600519 2027-03-01 cash=1", "只知道到"),
        ("600519 2026-11-20 cash=1", "除权日已到"),
        ("600519 2026-12-01 cash=1", "除权日开市时"),
    ],
)
async def test_an_action_is_checked_before_it_is_shown(rig: Rig, words: str, told: str) -> None:
    assert told in (await _say(rig, f"/contest action {words}")).text

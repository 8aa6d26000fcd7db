"""The monthly report as operators ask for it, and as it comes by itself."""

import pytest

from bot.telegram.house import House
from bot.telegram.router import NotAllowedError, WrongPlaceError
from bot.telegram.turn import Turn
from db.session import Database
from handlers import compliance
from jobs.compliance_report import monthly
from tests.briefs.houses import OPS, alerts, heard, make_house, said, texts
from tests.briefs.newsrooms import at
from tests.handlers.desk_stage import ANNA, LIN, appoint, drafted, make_update, tick


async def say(house: House, arguments: str, user: int = ANNA, chat: int = OPS) -> None:
    update = make_update(house, f"/compliance {arguments}", user, chat)
    await compliance.compliance(Turn(house, update, house.clock.now()), arguments)


async def press(house: House, data: str, user: int = ANNA) -> None:
    update = make_update(house, "…", user, OPS, press=data)
    await compliance.pressed(
        Turn(house, update, house.clock.now()), data.removeprefix("compliance:")
    )


async def test_a_months_report_comes_with_a_picture_and_its_file(db: Database) -> None:
    house = await drafted(db)
    await tick(house, "11:45")
    await say(house, "2026-11")
    shown = said(house)[-1]
    assert shown.method == "sendPhoto"
    assert "合规月报 · 2026-11（截至现在）" in texts(house)[-1]
    assert "简报准时 0/3" in texts(house)[-1]
    heard(house).answers["sendDocument"] = heard(house)._message
    await press(house, "compliance:2026-11")
    (sent,) = heard(house).of("sendDocument")
    assert "2026-11" in sent.text


async def test_without_a_month_it_is_the_last_one_and_a_coming_one_is_refused(
    db: Database,
) -> None:
    await db.run(appoint)
    house = make_house(db, "12:00")
    await say(house, "")
    assert "2026-10（全月）" in texts(house)[-1]
    await say(house, "2027-01")
    assert "没看懂" in texts(house)[-1]


async def test_it_is_for_reviewers_among_operators(db: Database) -> None:
    await db.run(appoint)
    house = make_house(db, "12:00")
    with pytest.raises(WrongPlaceError):
        await say(house, "", ANNA, -1001)
    with pytest.raises(NotAllowedError):
        await press(house, "compliance:2026-10", LIN)


async def test_it_comes_once_on_the_first_trading_day_of_a_month(db: Database) -> None:
    await db.run(appoint)
    house = make_house(db, "09:00")
    await monthly(house, at("09:00"))
    assert await db.read(alerts) == []
    first = at("09:00").replace(month=12, day=1)
    for _ in range(2):
        await monthly(house, first)
    (told,) = await db.read(alerts)
    assert "合规月报 · 2026-11（全月）" in told

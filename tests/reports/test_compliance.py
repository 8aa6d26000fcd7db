"""The monthly report gathered on both databases."""

from typing import Any

from sqlmodel import Session

from bot.compliance.report.figures import Report
from bot.compliance.report.month import Month
from bot.delivery.lanes import DeliveryState
from bot.moderation.measures import Measure
from bot.reports.compliance import BROADCAST_STARTED, month_due, report_on
from db.models.moderation import ModerationDecision
from db.repositories import groups, operator_actions
from db.session import Database
from tests.briefs.houses import make_house, posts
from tests.briefs.newsrooms import at
from tests.handlers.desk_stage import ANNA, drafted, tick

NOVEMBER = Month(2026, 11)
NOW = at("15:00")


async def report(db: Database, month: Month = NOVEMBER) -> Report:
    room = make_house(db, "15:00").newsroom
    return await db.read(report_on, room, month, NOW)


def _decide(session: Session, key: str, measure: Measure, **changed: Any) -> None:
    group = groups.by_chat(session, -1001)
    assert group is not None
    values: dict[str, Any] = {
        "key": key,
        "group_id": group.id,
        "chat_id": -1001,
        "measure": measure,
        "kinds": [],
        "rules": [],
        "findings": [],
        "excerpt": "",
        "pack": "p",
        "ladder_version": 1,
        "policy_version": 1,
        "at": at("10:00"),
    }
    session.add(ModerationDecision(**{**values, **changed}))


async def test_an_empty_month_is_a_report_of_zeroes(db: Database) -> None:
    found = await report(db, Month(2026, 10))
    assert found.complete
    assert (found.queue.held, found.acted, found.briefs.copies, found.coverage) == (0, 0, 0, ())


async def test_briefs_are_on_time_late_or_missed(db: Database) -> None:
    house = await drafted(db)
    await tick(house, "11:45")

    def arrive(session: Session) -> None:
        first, second, _ = posts(session)
        first.state, first.settled_at = DeliveryState.SENT, at("11:46")
        second.state, second.settled_at = DeliveryState.SENT, at("12:10")

    await db.run(arrive)
    briefs = (await report(db)).briefs
    assert (briefs.on_time, briefs.late, briefs.missed) == (1, 1, 1)
    assert not (await report(db)).complete


async def test_only_what_was_really_done_counts_as_a_measure(db: Database) -> None:
    await drafted(db)
    await db.run(_decide, "a", Measure.DELETE)
    await db.run(_decide, "b", Measure.DELETE, undone_at=NOW, undone_by=ANNA)
    await db.run(_decide, "c", Measure.MUTE, acted=False)
    await db.run(_decide, "d", Measure.BAN, at=at("10:00").replace(month=10))
    found = await report(db)
    assert found.measures == {"delete": 2}
    assert found.undone == 1


async def test_a_broadcast_counts_once_however_often_it_was_started(db: Database) -> None:
    def start(session: Session, key: str, target: str) -> None:
        operator_actions.log(
            session,
            actor_id=ANNA,
            action=BROADCAST_STARTED,
            target=target,
            before={},
            after={},
            reason=None,
            key=key,
            now=NOW,
            day=NOW.date(),
        )

    for key, target in (("1", "broadcast:1"), ("2", "broadcast:1"), ("3", "broadcast:2")):
        await db.run(start, key, target)
    found = await db.read(
        lambda session: (
            report_on(session, make_house(db).newsroom, NOVEMBER, NOW.replace(hour=8)).broadcasts
        )
    )
    assert found == 2


async def test_the_first_trading_day_reports_on_the_month_before(db: Database) -> None:
    house = await drafted(db)
    room = house.newsroom
    calendar = room.calendars(room.exchange)
    first = at("09:00").replace(month=12, day=1)
    assert month_due(first, room, calendar) == NOVEMBER
    assert month_due(at("09:00"), room, calendar) is None

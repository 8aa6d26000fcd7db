"""A member's own data in the rehearsal hall: the copy, and being forgotten."""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.archive import service
from bot.clock import ManualClock
from bot.points.audit import audit_points
from bot.privacy.forgetting import FIRST_PSEUDONYM
from bot.sandbox import cast
from db.repositories import members, points
from jobs.privacy import carry_out_forgets
from tests.e2e.conftest import FRIDAY, Stage, open_stage

GROUP = cast.NEWBIE_GROUP


@pytest.fixture
async def timed(database_url: str) -> AsyncIterator[tuple[Stage, ManualClock]]:
    clock = ManualClock(FRIDAY)
    async with open_stage(database_url, clock=clock) as opened:
        yield opened, clock


async def test_a_member_takes_a_copy_and_is_forgotten_a_week_later(
    timed: tuple[Stage, ManualClock],
) -> None:
    stage, clock = timed
    driver = stage.driver
    await driver.say(cast.LIN, GROUP, "签到")
    await driver.expect_reply(GROUP, containing="签到成功")
    await driver.say(cast.LIN, cast.LIN, "/mydata")
    sent = await driver.expect_reply(cast.LIN, containing="全部资料")
    content = stage.hall.files.find(sent["document"]["file_id"]).content.decode()
    found = re.search(r'id="data">(.*?)</script>', content, re.S)
    assert found is not None
    data = json.loads(found[1])
    assert [row["text"] for row in data["archive"]] == ["签到"]
    assert sent["document"]["file_name"] == "mydata-2026-11-20.html"

    await driver.say(cast.LIN, cast.LIN, "/forget")
    asked = await driver.expect_reply(cast.LIN, containing="删除我的资料")
    await driver.press(cast.LIN, asked, "7 天后删除我的资料")
    await driver.expect_edit(cast.LIN, containing="之后删除")
    await stage.settle()
    clock.advance(days=7)
    await carry_out_forgets(stage.bell.house, clock.now())
    assert await stage.books(members.by_id, cast.LIN) is None
    assert await stage.books(points.balance_of, FIRST_PSEUDONYM + 1) is not None
    assert await stage.books(audit_points) == ()

    await driver.say(cast.LIN, cast.LIN, "/points")
    await driver.expect_reply(cast.LIN)
    back = await stage.books(members.by_id, cast.LIN)
    assert back is not None
    assert back.first_seen_at - FRIDAY >= timedelta(days=7)
    await stage.bell.db.run(service.seal_waiting)
    assert (await stage.books(service.verify)).broken is None


async def test_edits_and_answers_in_a_group_are_versions_of_one_another(
    quick_stage: Stage,
) -> None:
    driver = quick_stage.driver
    first = await driver.say(cast.LIN, GROUP, "这只票昨天停牌")
    await driver.edit(cast.LIN, GROUP, first, "我说错了")
    await driver.say(cast.LIN, GROUP, "签到")
    reply = await driver.expect_reply(GROUP, containing="签到成功")
    await quick_stage.settle()
    versions = await quick_stage.books(service.versions_of, GROUP, first)
    assert [(one.kind.value, one.text) for one in versions] == [
        ("received", "这只票昨天停牌"),
        ("received-edit", "我说错了"),
    ]
    assert versions[1].details["version_of"] == versions[0].id
    answers = await quick_stage.books(service.versions_of, GROUP, reply["message_id"])
    assert [one.kind.value for one in answers] == ["sent"]

"""A wrong figure over real HTTP: corrected where it can be, told where it cannot, once."""

from copy import deepcopy
from typing import Any

from sqlmodel import Session

from bot.clock import ManualClock
from bot.members.tiers import Binding
from bot.sandbox import cast
from db.models.brief import BriefEdition
from db.repositories import corrections
from jobs.briefs import brief_tick
from jobs.corrections import correction_tick
from tests.briefs.houses import bind, editions
from tests.briefs.newsrooms import at
from tests.e2e.conftest import Stage, open_stage
from tests.e2e.driver import button_data, words_of

OPS, NEWBIES = cast.OPS_GROUP, cast.NEWBIE_GROUP
REASON = "涨跌幅引用了错误的数据源"


def _falsify(session: Session, edition_id: int) -> str:
    """Make the first change of a brief wrong, as a bad source would have; return it."""
    one = session.get(BriefEdition, edition_id)
    assert one is not None
    snapshot: dict[str, Any] = deepcopy(one.snapshot)
    figure = next(f for f in snapshot["figures"] if f["field"] == "change-percent")
    true, false = figure["written"], figure["written"][0] + "7.77%"
    for record in [*snapshot["figures"], *snapshot["picture"]]:
        if (record["symbols"], record["field"]) == (figure["symbols"], figure["field"]):
            record["written"] = false
    one.markup, one.snapshot = one.markup.replace(true, false), snapshot
    for copy in corrections.copies(session, one):
        copy.markup = one.markup
    return str(false)


async def _number(stage: Stage) -> int:
    found = await stage.books(editions)
    return next(int(e.id) for e in found if e.tier == "newbie" and e.language == "zh-Hans")


async def _correct(stage: Stage, number: int, false: str) -> None:
    """Put a figure right by the form; a second person confirms."""
    driver = stage.driver
    await driver.say(cast.OPERATOR, OPS, f"/correct {number}")
    form = await driver.expect_reply(OPS, containing=f"#{number}")
    await driver.press(cast.OPERATOR, form, button_data(form, "改数字"))
    offered = await driver.expect_reply(OPS, containing="要改哪一个")
    await driver.press(cast.OPERATOR, offered, button_data(offered, false))
    asked = await driver.expect_reply(OPS, containing="为什么要更正")
    await driver.say(cast.OPERATOR, OPS, REASON, reply_to=asked["message_id"])
    radius = await driver.expect_reply(OPS, containing="请另一位同事")
    assert "图片会一起换掉" in words_of(radius)
    await driver.press(cast.OWNER, radius, button_data(radius, "确认更正"))


async def test_a_wrong_figure_is_corrected_in_one_group_and_told_in_the_other(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("11:00"))
    async with open_stage(sqlite_url, clock=clock, brief_policy="review") as stage:
        driver, house = stage.driver, stage.bell.house
        second = cast.ADVANCED_GROUP
        await stage.bell.db.run(_make_newbies, second)
        clock.move_to(at("11:05"))
        await brief_tick(house, clock.now())
        await brief_tick(house, at("11:45"))  # queued a minute ahead: nothing leaves before
        number = await _number(stage)
        false = await stage.bell.db.run(_falsify, number)
        clock.move_to(at("11:45"))
        first_copy = await driver.expect_reply(NEWBIES, containing="仅数据")
        second_copy = await driver.expect_reply(second, containing="仅数据")
        assert false in words_of(first_copy)
        stage.hall.delete(stage.hall.chat(second), second_copy["message_id"])

        await driver.react(cast.LIN, first_copy, "👍")
        await stage.settle()
        clock.move_to(at("11:52"))
        await _correct(stage, number, false)

        edited = await driver.expect_edit(NEWBIES, containing=f"更正 11:52：{REASON}")
        assert false not in words_of(edited)
        assert edited["message_id"] == first_copy["message_id"]
        assert edited["photo"] != first_copy["photo"]
        assert edited["reply_markup"] == first_copy["reply_markup"]
        note = await driver.expect_reply(second, containing="有一处更正")
        assert REASON in words_of(note)
        await stage.settle()
        for _ in range(2):  # again and again changes nothing
            await correction_tick(house, clock.now())
        await driver.expect_edit(OPS, containing="已改 1/2，改发说明 1，失败 0")
        await driver.say(cast.LIN, cast.LIN, "/brief")
        again = await driver.expect_reply(cast.LIN, containing="更正 11:52")
        assert false not in words_of(again)

        await driver.say(cast.OPERATOR, OPS, f"/brief reach {number}")
        reach = await driver.expect_reply(OPS, containing="触达")
        assert "2/2 个群" in words_of(reach)
        assert "👍 1" in words_of(reach)
        assert "内容占比" in words_of(reach)
        await stage.nothing_set_aside()


def _make_newbies(session: Session, chat_id: int) -> None:
    bind(session, chat_id, Binding.NEWBIE)

"""The desk over real HTTP: a draft, its card, what operators do, what goes out at its time."""

from typing import Any

from bot.clock import ManualClock
from bot.sandbox import cast
from db.repositories import operator_actions
from jobs.briefs import brief_tick
from tests.briefs.houses import editions
from tests.briefs.newsrooms import at
from tests.e2e.conftest import Stage, open_stage
from tests.e2e.driver import button_data, words_of

OPS, NEWBIES = cast.OPS_GROUP, cast.NEWBIE_GROUP


async def tick(stage: Stage, clock: ManualClock, time: str) -> None:
    stage.driver.mark()
    clock.move_to(at(time))
    await brief_tick(stage.bell.house, clock.now())
    assert stage.bell.sender is not None
    stage.bell.sender.wake()


async def preview(stage: Stage, card: dict[str, Any], tier: str) -> dict[str, Any]:
    await stage.driver.press(cast.OPERATOR, card, button_data(card, f"看{tier}"))
    return await stage.driver.expect_reply(OPS, containing="〔预览")


async def test_a_draft_is_edited_approved_by_a_second_person_and_goes_out_with_fresh_figures(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("11:00"))
    async with open_stage(sqlite_url, clock=clock, brief_policy="review") as stage:
        driver = stage.driver
        await tick(stage, clock, "11:05")
        card = await driver.expect_reply(OPS, containing="要另一个人批准")
        assert "新手：可以发 · 第 1 版" in words_of(card)
        assert "到 11:45 没人处理：只发数据版 新手、进阶、高净值" in words_of(card)
        shown = await preview(stage, card, "新手")
        assert shown["photo"]
        lines = words_of(shown).splitlines()
        figures = next(line for line in lines if line.startswith("A 股") and "%" in line)

        await driver.say(
            cast.OPERATOR, OPS, "上午量能放大了 77%，别着急", reply_to=shown["message_id"]
        )
        refused = await driver.expect_reply(OPS, containing="77%")
        assert "没有改动" in words_of(refused)

        number = figures.split(" ")[-1].lstrip("▲▼↔")
        first = figures.split("：")[-1].split("，")[-1].rsplit(" ", 1)[0]
        own = f"先看一眼{first} {number}，再想自己的计划"
        await driver.say(
            cast.OPERATOR, OPS, "\n".join([figures, own]), reply_to=shown["message_id"]
        )
        await driver.expect_reply(OPS, containing="现在是第 2 版")
        newest = await driver.expect_reply(OPS, containing="第 2 版 · 还没有发")
        assert own in words_of(newest)
        assert "再想自己的计划" in words_of(newest)
        edited = await driver.expect_edit(OPS, containing="苏乔 11:05 改")

        query = await driver.press(cast.OPERATOR, newest, button_data(newest, "批准新手"))
        await driver.expect_answer(query, containing="要由另一个人批准")
        query = await driver.press(cast.OWNER, newest, button_data(newest, "批准新手"))
        await driver.expect_answer(query, containing="已批准，11:45")
        approved = await driver.expect_edit(OPS, containing="方岚 11:05 已批准")
        assert approved["message_id"] == edited["message_id"] == card["message_id"]
        assert driver.replies(NEWBIES) == []

        await tick(stage, clock, "11:45")
        post = await driver.expect_reply(NEWBIES, containing="再想自己的计划")
        text = words_of(post)
        assert "市场有风险" in text
        assert figures not in text
        assert post["photo"]
        vip = await driver.expect_reply(cast.VIP_GROUP, containing="仅数据")
        assert "再想" not in words_of(vip)
        versions = await stage.books(_origins)
        assert versions["newbie"] == ["draft", "edit", "refresh"]
        assert versions["vip"] == ["draft", "data-only"]
        done = {action.action for action in await stage.books(operator_actions.latest)}
        assert {"brief-edit", "brief-approve"} <= done


async def test_when_nobody_approves_the_figures_go_out_and_the_reason_is_told(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("11:00"))
    async with open_stage(sqlite_url, clock=clock, brief_policy="review") as stage:
        driver = stage.driver
        await tick(stage, clock, "11:05")
        card = await driver.expect_reply(OPS, containing="要另一个人批准")
        await tick(stage, clock, "11:30")
        await driver.expect_reply(OPS, containing="还在等人处理：新手、进阶、高净值")
        await tick(stage, clock, "11:40")
        await driver.expect_reply(OPS, containing="还有 5 分钟")
        await tick(stage, clock, "11:45")
        for chat in (NEWBIES, cast.ADVANCED_GROUP, cast.VIP_GROUP):
            await driver.expect_reply(chat, containing="仅数据")
        await driver.expect_reply(OPS, containing="到 11:45 没有人批准")
        await driver.expect_edit(
            OPS, containing="发的是仅数据版（到点没有人批准）", message_id=card["message_id"]
        )
        assert {e.why for e in await stage.books(editions) if e.slot == "noon"} == {"not-approved"}


def _origins(session: Any) -> dict[str, list[str]]:
    from db.repositories import briefs

    return {
        edition.tier.value: [
            version.origin.value for version in briefs.versions_of(session, edition.id)
        ]
        for edition in editions(session)
        if edition.language == "zh-Hans"
    }

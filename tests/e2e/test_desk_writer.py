"""The writing assistant at the desk: asked by a button, approved by a person or not sent."""

from typing import Any

from aiohttp import web

from bot.clock import ManualClock
from bot.sandbox import cast
from db.repositories import briefs
from tests.briefs.houses import editions
from tests.briefs.newsrooms import at
from tests.e2e.conftest import Stage, open_stage
from tests.e2e.driver import button_data, words_of
from tests.e2e.test_desk import NEWBIES, OPS, preview, tick
from tests.market.servers import Handler, answering, serving

WROTE = "上午先看这一个数：{f1}，幅度 {f2}。\n数字会变，自己的计划不必跟着变。"


def chatting(text: str) -> Handler:
    async def handler(_: web.Request) -> web.StreamResponse:
        message = {"message": {"content": text}, "finish_reason": "stop"}
        return web.json_response({"choices": [message]})

    return handler


async def asked(stage: Stage, clock: ManualClock) -> dict[str, Any]:
    """Let the newbies' noon draft be shown and the assistant be asked; return what was shown."""
    await tick(stage, clock, "11:05")
    card = await stage.driver.expect_reply(OPS, containing="午报")
    shown = await preview(stage, card, "新手")
    query = await stage.driver.press(cast.OPERATOR, shown, button_data(shown, "请写作助手起草"))
    await stage.driver.expect_answer(query, containing="正在请写作助手起草")
    return card


async def test_its_text_goes_out_with_fresh_figures_once_a_person_approves_it(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("11:00"))
    async with serving(chatting(WROTE)) as base, _stage(sqlite_url, clock, base) as stage:
        driver = stage.driver
        card = await asked(stage, clock)
        shown = await driver.expect_reply(OPS, containing="写作助手起草，须经人批准才会发出")
        assert "自己的计划不必跟着变" in words_of(shown)
        edited = await driver.expect_edit(OPS, containing="写作助手起草，等人批准")
        assert edited["message_id"] == card["message_id"]
        assert "只发数据版 新手" in words_of(edited)
        query = await driver.press(cast.OWNER, shown, button_data(shown, "批准新手"))
        await driver.expect_answer(query, containing="已批准")

        await tick(stage, clock, "11:45")
        post = await driver.expect_reply(NEWBIES, containing="自己的计划不必跟着变")
        figure = next(line for line in words_of(shown).splitlines() if "先看这一个数" in line)
        assert figure not in words_of(post)
        assert "市场有风险" in words_of(post)
        assert (await stage.books(_origins)) == ["draft", "writer", "refresh"]


async def test_unread_it_is_not_sent_even_where_clean_drafts_go_out_by_themselves(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("11:00"))
    async with serving(chatting(WROTE)) as base, _stage(sqlite_url, clock, base) as stage:
        await asked(stage, clock)
        shown = await stage.driver.expect_reply(OPS, containing="写作助手起草，须经")
        await stage.driver.say(
            cast.OPERATOR, OPS, "一句自己的话，数字先不写", reply_to=shown["message_id"]
        )
        changed = await stage.driver.expect_reply(OPS, containing="现在是第 3 版")
        assert changed
        await tick(stage, clock, "11:45")
        bare = await stage.driver.expect_reply(NEWBIES, containing="仅数据")
        assert "自己的" not in words_of(bare)
        vip = await stage.driver.expect_reply(cast.VIP_GROUP, containing="午报")
        assert "仅数据" not in words_of(vip)


async def test_an_assistant_in_trouble_leaves_the_draft_as_it_is_and_says_why(
    sqlite_url: str,
) -> None:
    clock = ManualClock(at("11:00"))
    failing = answering(b"", 503)
    async with serving(failing) as base, _stage(sqlite_url, clock, base) as stage:
        await asked(stage, clock)
        await stage.driver.expect_reply(OPS, containing="写作助手正忙")
        assert (await stage.books(_origins)) == ["draft"]


def _stage(url: str, clock: ManualClock, base: str) -> Any:
    return open_stage(
        url, clock=clock, brief_policy="auto", writer_base=f"{base}/v1", writer_model="tiny"
    )


def _origins(session: Any) -> list[str]:
    (edition,) = (
        e
        for e in editions(session)
        if (e.tier.value, e.language, e.slot.value) == ("newbie", "zh-Hans", "noon")
    )
    return [version.origin.value for version in briefs.versions_of(session, edition.id)]

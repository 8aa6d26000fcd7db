"""Contests as members find, read and enter them."""

from decimal import Decimal

import pytest
from sqlmodel import Session

from bot.contest.rules import FillModel, Rules
from bot.contest.states import ContestState
from bot.members.roles import Role
from bot.members.tiers import Binding, Tier
from db.repositories import contest_entries, groups, members
from tests.factories.contests import make_contest, make_rules
from tests.factories.playing import Stage, make_stage, shown
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import BOT_NAME, NOW, OWNER_ID, Rig

GROUP_CHAT = make_chat(GROUP)


def bind(session: Session) -> None:
    groups.ensure(session, GROUP, "新手一群", NOW).binding = Binding.NEWBIE


async def visitor(rig: Rig, rules: Rules | None = None, **more: ContestState) -> Stage:
    """Return a contest, and somebody of the newbies' group who is not in it."""
    stage = await make_stage(rig, joined=False, rules=rules, **more)
    await rig.db.run(bind)
    await rig.feed(make_said("大家好", chat=GROUP_CHAT))
    return stage


async def test_without_contests_it_says_so(rig: Rig) -> None:
    call = shown(await rig.feed(make_said("/contest")))
    assert call.text == "现在没有模拟赛。有新的会在群里通知。"


@pytest.mark.parametrize("word", ["/contest", "模拟赛", "模擬賽"])
async def test_the_list_leads_to_the_rules(rig: Rig, word: str) -> None:
    stage = await visitor(rig)
    call = shown(await rig.feed(make_said(word)))
    assert "【进行中】秋季模拟赛 · 11月20日（周五）至11月24日（周二） · 0 人" in call.text
    assert "与真实账户无关" in call.text
    card = shown(await stage.press(call, "秋季模拟赛"))
    for part in (
        "沪深京 A 股",
        "1,000,000.00 元",
        "集合竞价",
        "单只最多占总资产 30%",
        "佣金 0.025%，每笔最低 5.00",
        "综合分 = 收益率百分位 − 0.30 × 最大回撤（%）− 0.20 × 集中度（%）",
        "报名到11月23日（周一）为止（含当天）",
        "新手群、进阶群、高净值群",
        "别人的持仓和委托，比赛期间谁都看不到",
        "规则指纹",
    ):
        assert part in card.text.replace("0.0250%", "0.025%"), part
    assert card.buttons[0]["text"] == "确认报名"


async def test_entering_brings_the_capital_once(rig: Rig) -> None:
    stage = await visitor(rig)
    card = shown(await rig.feed(make_press(f"contests:see-{stage.contest}")))
    joined = shown(await stage.press(card, "确认报名"))
    assert "已报名<b>秋季模拟赛</b>，模拟本金 1,000,000.00 元已到账" in joined.text.replace(
        "元 已", "元已"
    )
    entry = await rig.db.read(contest_entries.by_member, stage.contest, 7)
    assert entry is not None and not entry.staff
    again = shown(await stage.press(card, "确认报名"))
    assert "已报名" in again.text
    card = shown(await rig.feed(make_press(f"contests:see-{stage.contest}")))
    assert "✅ 你已报名" in card.text
    assert [b["text"] for b in card.buttons][:2] == ["模拟买入", "我的模拟持仓"]
    assert "想买哪一只" in shown(await stage.press(card, "模拟买入")).text


@pytest.mark.parametrize(
    ("changes", "state", "told"),
    [
        ({"tiers": (Tier.VIP,)}, ContestState.RUNNING, "面向：高净值群"),
        ({}, ContestState.FINISHED, "不接受报名"),
        ({"late_entry_until": make_rules().first_day.replace(day=19)}, None, "已在11月19日"),
    ],
)
async def test_what_keeps_somebody_out_is_said_with_the_way_out(
    rig: Rig, changes: dict[str, object], state: ContestState | None, told: str
) -> None:
    stage = await visitor(rig, make_rules(**changes), state=state or ContestState.RUNNING)
    card = shown(await rig.feed(make_press(f"contests:see-{stage.contest}")))
    assert told in card.text
    assert not any("报名" in button["text"] for button in card.buttons)
    calls = await rig.feed(make_press(f"contests:join-{stage.contest}"))
    assert told in calls[0].text
    assert await rig.db.read(contest_entries.by_member, stage.contest, 7) is None


async def test_suitability_comes_first_where_it_is_asked(rig: Rig) -> None:
    stage = await visitor(rig, make_rules(suitability=True))
    card = shown(await rig.feed(make_press(f"contests:see-{stage.contest}")))
    assert "先答几道适当性问题" in card.text
    assert card.data[0] == f"suitability:start-{stage.contest}"


async def test_staff_play_without_rank(rig: Rig) -> None:
    stage = await visitor(rig)
    await rig.db.run(members.grant_role, 7, Role.OPERATOR, OWNER_ID, NOW)
    card = shown(await rig.feed(make_press(f"contests:see-{stage.contest}")))
    joined = shown(await stage.press(card, "确认报名"))
    assert "不排名、不领奖" in joined.text


async def test_the_live_model_is_explained(rig: Rig) -> None:
    stage = await visitor(rig, make_rules(fill_model=FillModel.LIVE, price_floor=Decimal(2)))
    card = shown(await rig.feed(make_press(f"contests:see-{stage.contest}")))
    assert "第一条到价的新行情，行情超过 60 秒不成交" in card.text
    assert "最低股价：2.00" in card.text


async def test_a_group_gets_a_short_list_and_the_way_to_the_rules(rig: Rig) -> None:
    await visitor(rig)
    for number in range(6):
        await rig.db.run(make_contest, None, ContestState.OPEN, f"第 {number} 场")
    call = shown(await rig.feed(make_said("模拟赛", chat=GROUP_CHAT)))
    assert len(call.text.splitlines()) <= 6
    assert "其余 4 场" in call.text
    assert call.buttons[-1]["url"] == f"https://t.me/{BOT_NAME}?start=contest"
    landed = shown(await rig.feed(make_said("/start contest")))
    assert "秋季模拟赛" in landed.text


async def test_nobody_enters_from_a_group(rig: Rig) -> None:
    stage = await visitor(rig)
    calls = await rig.feed(make_press(f"contests:join-{stage.contest}", chat=GROUP_CHAT))
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert await rig.db.read(contest_entries.by_member, stage.contest, 7) is None


@pytest.mark.parametrize("data", ["contests:", "contests:see-x", "contests:eat-1", "contests:see-"])
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    calls = await rig.feed(make_press(data))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_a_contest_that_is_not_there_is_named(rig: Rig) -> None:
    await rig.feed(make_press("contests:see-999"))
    assert "找不到这场模拟赛" in rig.request.notes[-1]


async def test_a_draft_is_shown_to_nobody(rig: Rig) -> None:
    stage = await visitor(rig, state=ContestState.DRAFT)
    assert "现在没有模拟赛" in shown(await rig.feed(make_said("/contest"))).text
    calls = await rig.feed(make_press(f"contests:see-{stage.contest}"))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_the_rules_are_there_in_every_language(rig: Rig) -> None:
    stage = await visitor(rig)
    for language, told in (("en", "Simulated contest"), ("zh-Hant", "模擬賽")):
        await rig.feed(make_press(f"settings:language-{language}"))
        card = shown(await rig.feed(make_press(f"contests:see-{stage.contest}")))
        assert told in card.text


async def test_who_is_no_player_is_led_to_the_list_from_every_command(rig: Rig) -> None:
    await visitor(rig)
    for command in ("/portfolio", "/orders", "/fills", "/cancel", "/rank", "/buy", "/sell"):
        call = shown(await rig.feed(make_said(command)))
        assert "还没有参加模拟赛" in call.text, command
    stranger = make_user(9, "路人")
    call = shown(await rig.feed(make_said("/portfolio", user=stranger)))
    assert "还没有参加模拟赛" in call.text

"""Prices and what members watch, with or without a contest."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.contest.services.watching import MOST_WATCHED, watched_by
from bot.market.problems import ProblemKind
from tests.factories.contests import at
from tests.factories.feeds import ToldFeed, make_quote
from tests.factories.playing import make_told_feed, shown
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import Rig

GROUP_CHAT = make_chat(GROUP)


def fed(rig: Rig) -> ToldFeed:
    feed = make_told_feed()
    rig.house.quotes = feed.desk()
    rig.clock.move_to(at(9, 10))
    return feed


@pytest.mark.parametrize("text", ["/quote 600036", "/quote 招商银行.", "/quote sh600036"])
async def test_a_quote_has_its_range_limits_time_and_source(rig: Rig, text: str) -> None:
    fed(rig)
    call = shown(await rig.feed(make_said(text.replace("招商银行.", "600036.SH"))))
    assert call.text.splitlines() == [
        "<b>招商银行 600036</b> 36.52 ▲0.33%",
        "开 36.41 · 高 36.70 · 低 36.30 · 昨收 36.40",
        "涨停 40.04 · 跌停 32.76",
        "11月19日（周四）15:00 · 来源 腾讯行情",
        "只作信息分享，不构成投资建议",
    ]


async def test_a_group_gets_the_same_in_at_most_six_lines(rig: Rig) -> None:
    fed(rig)
    call = shown(await rig.feed(make_said("/quote 600036", chat=GROUP_CHAT)))
    assert len(call.text.splitlines()) <= 6
    assert [b["text"] for b in call.buttons] == ["刷新"]


async def test_a_simulated_and_a_late_quote_say_so(rig: Rig) -> None:
    feed = fed(rig)
    feed.known["sh600036"] = make_quote(simulated=True, source="rehearsal", delay_minutes=15)
    call = shown(await rig.feed(make_said("/quote 600036")))
    assert "（模拟行情）" in call.text
    assert "来源 模拟行情 · 延迟约 15 分钟" in call.text


async def test_an_index_has_a_price_but_no_order_buttons(rig: Rig) -> None:
    fed(rig)
    call = shown(await rig.feed(make_said("/quote sh000001")))
    assert "上证指数" in call.text and "涨停" not in call.text
    assert not any("模拟买入" in button["text"] for button in call.buttons)


async def test_yesterday_s_price_is_no_price_of_an_open_session(rig: Rig) -> None:
    fed(rig)
    rig.clock.move_to(datetime(2026, 11, 20, 2, 30, tzinfo=UTC))
    assert "暂时取不到" in shown(await rig.feed(make_said("/quote 600036"))).text


async def test_a_halted_share_has_no_price(rig: Rig) -> None:
    feed = fed(rig)
    feed.known.clear()
    feed.problems["sh600036"] = ProblemKind.HALTED
    assert "停牌" in shown(await rig.feed(make_said("/quote 600036"))).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/quote", "请写上要查的股票"),
        ("/quote 这不是股票啊", "没找到「这不是股票啊」"),
        ("/quote 贵州矛台", "是想找这几只吗"),
        ("/quote " + "长" * 3000, "没找到"),
    ],
)
async def test_what_cannot_be_found_is_said_with_a_way_on(rig: Rig, text: str, told: str) -> None:
    fed(rig)
    assert told in shown(await rig.feed(make_said(text))).text


async def test_an_ambiguous_code_is_chosen_by_button(rig: Rig) -> None:
    fed(rig)
    call = shown(await rig.feed(make_said("/quote 000001")))
    data = next(b["callback_data"] for b in call.buttons if "指数" in b["text"])
    assert "上证指数" in shown(await rig.feed(make_press(data))).text


async def test_watching_shows_prices_and_can_be_undone(rig: Rig) -> None:
    fed(rig)
    assert "还没有关注" in shown(await rig.feed(make_said("/watch"))).text
    assert "已关注 招商银行" in shown(await rig.feed(make_said("/watch 600036"))).text
    assert "已经关注过" in shown(await rig.feed(make_said("/watch 600036"))).text
    call = shown(await rig.feed(make_said("/watch")))
    assert "招商银行 600036 36.52 ▲0.33%" in call.text
    assert "（1 / 20）" in call.text
    assert "还没有关注" in shown(await rig.feed(make_press(call.data[0]))).text
    assert await rig.db.read(watched_by, 7) == []


async def test_a_quote_offers_to_watch_and_to_order(rig: Rig) -> None:
    fed(rig)
    call = shown(await rig.feed(make_said("/quote 600036")))
    assert [b["text"] for b in call.buttons] == ["刷新", "关注", "模拟买入", "模拟卖出"]
    await rig.feed(make_press(call.data[1]))
    assert "已关注" in rig.request.notes[-1]


async def test_the_list_of_watched_shares_has_an_end(rig: Rig) -> None:
    fed(rig)
    for number in range(MOST_WATCHED):
        await rig.feed(make_said(f"/watch 6000{number:02}"))
    assert "已经满了" in shown(await rig.feed(make_said("/watch 600519"))).text
    assert len(await rig.db.read(watched_by, 7)) == MOST_WATCHED


async def test_nobody_changes_what_somebody_else_watches(rig: Rig) -> None:
    fed(rig)
    await rig.feed(make_said("/watch 600036"))
    await rig.feed(make_press("watch:7-off-sh600036", user=make_user(8, "阿明")))
    assert "别人的" in rig.request.notes[-1]
    assert await rig.db.read(watched_by, 7) == ["sh600036"]


@pytest.mark.parametrize(
    "data", ["quote:", "quote:../x", "watch:7-add-x", "watch:7", "watch:x-add-sh600036"]
)
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    fed(rig)
    calls = await rig.feed(make_press(data))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_in_a_group_the_list_stays_private(rig: Rig) -> None:
    fed(rig)
    call = shown(await rig.feed(make_said("/watch", chat=GROUP_CHAT)))
    assert "只在私聊里看" in call.text


async def test_a_share_of_hong_kong_has_its_own_code_and_delay(rig: Rig) -> None:
    feed = fed(rig)
    closed = datetime(2026, 11, 19, 8, 8, tzinfo=UTC)
    feed.known["hk00700"] = make_quote(
        "hk00700",
        "432.4",
        "腾讯控股",
        previous_close=Decimal("430.2"),
        limit_up=None,
        limit_down=None,
        delay_minutes=15,
        at=closed,
    )
    call = shown(await rig.feed(make_said("/quote 0700.HK")))
    assert "腾讯控股 00700.HK" in call.text and "432.40 ▲0.51%" in call.text

"""Portfolios, orders, fills and boards as members read them."""

from decimal import Decimal

import pytest
from sqlmodel import Session, col, select

from bot.contest.events import Auction, Side
from bot.contest.services import chain, standings
from bot.contest.services.catching_up import sweep
from bot.contest.states import OrderState
from db.models.contest_trade import ContestOrder
from db.repositories import contest_days, contests
from tests.factories.contests import (
    BANK,
    DAY,
    at,
    close_day,
    hold_auction,
    make_contest,
    make_entry,
    make_order,
    open_day,
    terms,
)
from tests.factories.members import make_member
from tests.factories.playing import ME, Stage, make_stage, shown
from tests.factories.updates import GROUP, make_chat, make_press, make_said
from tests.fixtures.telegram import BOT_NAME, Rig

GROUP_CHAT = make_chat(GROUP)
NOON, EVENING = int(at(10, 30).timestamp()), int(at(16, 0).timestamp())


async def trader(rig: Rig) -> Stage:
    """Return a stage on which somebody bought 200 shares of the bank in the opening auction."""
    stage = await make_stage(rig)

    def trade(session: Session) -> None:
        make_order(session, stage.contest, 200, at(9, 12), member_id=ME)
        hold_auction(session, stage.contest, {BANK: "36.60"})
        make_order(session, stage.contest, 100, at(10, 0), member_id=ME, limit="35.00")

    await rig.db.run(trade)
    rig.clock.move_to(at(10, 30))
    quote = stage.feed.known[BANK]
    stage.feed.known[BANK] = quote.__class__(
        **{
            **{name: getattr(quote, name) for name in quote.__dataclass_fields__},
            "at": at(10, 29),
            "previous_close": Decimal("36.50"),
            "last": Decimal("37.00"),
        }
    )
    return stage


async def test_a_portfolio_shows_what_it_is_worth_now(rig: Rig) -> None:
    await trader(rig)
    call = shown(await rig.feed(make_said("持仓")))
    lines = call.text.splitlines()
    assert lines[0] == "<b>我的模拟持仓</b> · 秋季模拟赛"
    assert lines[1].startswith("模拟总资产 1,000,074.")
    assert "挂单冻结 3,505." in lines[2]
    assert lines[3] == "招商银行 600036 · 200 股（可卖 0 股）".replace(" 股）", "）")
    assert "成本 36.6" in lines[4] and "现价 37.00" in lines[4] and "盈亏 +7" in lines[4]
    assert [b["text"] for b in call.buttons] == ["看曲线图", "成绩单", "委托", "成交"]


async def test_the_scorecard_has_every_figure_and_none_before_the_first_close(rig: Rig) -> None:
    stage = await trader(rig)
    call = shown(await rig.feed(make_said("/portfolio")))
    before = shown(await stage.press(call, "成绩单"))
    assert "第一个交易日收市后才有成绩" in before.text

    def close(session: Session) -> None:
        close_day(session, stage.contest, {BANK: "37.00"})
        while sweep(session, stage.contest):
            pass

    await rig.db.run(close)
    after = shown(await stage.press(call, "成绩单")).text
    assert "截至 11月20日（周五）收市，共 1 个交易日" in after
    assert "最大回撤 0%" in after
    assert "年化波动率 暂无 · 夏普比率 暂无" in after
    assert "写过日记 0 天" in after
    assert "持仓盈亏 +74.93" in after and "费用 5.07" in after


async def test_the_picture_comes_on_request_and_says_that_it_is_simulated(rig: Rig) -> None:
    stage = await trader(rig)
    call = shown(await rig.feed(make_said("/portfolio")))
    await stage.press(call, "看曲线图")
    (photo,) = rig.request.of("sendPhoto")
    assert "模拟" in photo.text


async def test_a_group_sees_nothing_of_a_portfolio(rig: Rig) -> None:
    await trader(rig)
    for command in ("/portfolio", "持仓", "/orders", "/fills", "/cancel"):
        call = shown(await rig.feed(make_said(command, chat=GROUP_CHAT, date=NOON)))
        assert call.text == "个人的模拟持仓、委托和关注只在私聊里看。"
        assert call.buttons[0]["url"].startswith(f"https://t.me/{BOT_NAME}?start=")
    landed = shown(await rig.feed(make_said("/start portfolio")))
    assert "模拟总资产" in landed.text


async def test_orders_show_their_state(rig: Rig) -> None:
    await trader(rig)
    call = shown(await rig.feed(make_said("/orders")))
    assert "买入 招商银行 600036 100 股 · 限价 35.00" in call.text
    assert "等11月20日（周五）收盘集合竞价 · 11月20日（周五）10:00" in call.text
    assert "买入 招商银行 600036 200 股 · 市价" in call.text
    assert "已成交 · " in call.text


async def test_an_order_is_cancelled_from_the_list(rig: Rig) -> None:
    stage = await trader(rig)
    call = shown(await rig.feed(make_said("/orders")))
    gone = shown(await stage.press(call, "撤 2 号单"))
    assert "没有成交。冻结的模拟资金已退回。" in gone.text


async def test_fills_show_every_fee_the_quote_and_the_way_to_object(rig: Rig) -> None:
    await trader(rig)
    call = shown(await rig.feed(make_said("/fills")))
    assert "买入 招商银行 600036 200 股 × 36.60" in call.text
    assert "费用 5.07（佣金 5.00，过户费 0.07）" in call.text
    assert "行情 11月20日（周五）09:25 · 来源 腾讯行情" in call.text
    assert [data.partition(":")[0] for data in call.data] == ["journal", "dispute"]
    assert "第 1 / 1 页" not in call.text


async def test_a_fill_leads_to_the_journal(rig: Rig) -> None:
    stage = await trader(rig)
    call = shown(await rig.feed(make_said("/fills")))
    asked = shown(await stage.press(call, "写一句理由"))
    assert "为什么这样操作 招商银行" in asked.text
    kept = shown(await rig.feed(make_said("估值回到十年低位，先试一手")))
    assert "记下了" in kept.text


async def test_an_order_that_ended_says_why(rig: Rig) -> None:
    stage = await trader(rig)
    await rig.db.run(_end_all, stage.contest, "no-cash")
    call = shown(await rig.feed(make_said("/orders")))
    assert "成交时模拟资金不够，失效" in call.text


def _end_all(session: Session, contest: int, reason: str) -> None:
    for order in session.exec(select(ContestOrder).where(col(ContestOrder.contest_id) == contest)):
        if order.state is OrderState.OPEN:
            order.state, order.ended_by = OrderState.EXPIRED, reason


async def test_more_than_ten_holdings_take_pages(rig: Rig) -> None:
    stage = await make_stage(rig)
    symbols = [f"sh6000{number:02}" for number in range(10, 22)]

    def trade(session: Session) -> None:
        for symbol in symbols:
            known = terms(symbol, "10.00", symbol)
            make_order(session, stage.contest, 100, at(9, 12), known, member_id=ME, symbol=symbol)
        hold_auction(session, stage.contest, dict.fromkeys(symbols, "10.00"))

    await rig.db.run(trade)
    call = shown(await rig.feed(make_said("/portfolio")))
    assert call.text.count("可卖") == 10
    assert "第 1 / 2 页" in call.text
    older = shown(await stage.press(call, "更早"))
    assert older.text.count("可卖") == 2


async def test_a_sale_is_offered_of_what_may_be_sold(rig: Rig) -> None:
    stage = await trader(rig)
    picks = shown(await rig.feed(make_said("/sell")))
    amounts = shown(await stage.press(picks, "招商银行"))
    assert "可卖 0 股" in amounts.text
    assert "不够一笔" in shown(await stage.press(amounts, "100%")).text


async def test_several_contests_are_chosen_by_button_and_keep_the_order(rig: Rig) -> None:
    stage = await make_stage(rig)

    def second(session: Session) -> int:
        contest = make_contest(session, title="第二场")
        make_entry(session, contest, ME)
        open_day(session, contest.id)
        return contest.id

    number = await rig.db.run(second)
    for command in ("/portfolio", "/orders", "/fills"):
        call = shown(await rig.feed(make_said(command)))
        assert "看哪一场" in call.text
        assert {b["text"] for b in call.buttons} == {"秋季模拟赛", "第二场"}
        assert "第二场" in shown(await stage.press(call, "第二场")).text
    call = shown(await rig.feed(make_said("/buy 600036 100")))
    assert "这一笔下在哪一场" in call.text
    card = shown(await stage.press(call, "第二场"))
    await stage.press(card, "确认买入")
    (order,) = await stage.orders()
    assert (order.contest_id, order.side) == (number, Side.BUY)
    listed = shown(await stage.press(shown(await rig.feed(make_said("/orders"))), "秋季模拟赛"))
    assert "还没有模拟委托" in listed.text
    call = shown(await rig.feed(make_said("/cancel")))
    listed = shown(await stage.press(call, "第二场"))
    assert "已撤" in shown(await stage.press(listed, "撤 1 号单")).text


def play_a_day(session: Session, contest_id: int) -> None:
    for number in range(1, 16):
        make_member(session, 100 + number, first_name=f"成员{number}")
        contest = contests.by_id(session, contest_id)
        assert contest is not None
        make_entry(session, contest, 100 + number)
        if number % 2:
            quantity = 100 * number
            make_order(session, contest_id, quantity, at(9, 12), member_id=100 + number)
    contest_days.begin(session, contest_id, DAY, at(9, 0))
    hold_auction(session, contest_id, {BANK: "36.60"}, Auction.OPENING)
    close_day(session, contest_id, {BANK: "38.00"})
    day = contest_days.by_day(session, contest_id, DAY)
    assert day is not None
    day.closed_at = at(15, 5)
    while sweep(session, contest_id):
        pass
    standings.store_ranks(session, standings.rank_day(session, contest_id, DAY))
    while chain.seal_day(session, contest_id, DAY, at(15, 30)) is None:
        pass


async def ranked(rig: Rig) -> Stage:
    stage = await make_stage(rig)
    await rig.db.run(play_a_day, stage.contest)
    rig.clock.move_to(at(16, 0))
    return stage


async def test_the_board_shows_me_with_my_neighbours_and_the_top_with_every_term(rig: Rig) -> None:
    await ranked(rig)
    call = shown(await rig.feed(make_said("/rank")))
    assert "模拟赛排名 · <b>秋季模拟赛</b> · 11月20日（周五）收市 · 共 16 人" in call.text
    assert "← 你" in call.text
    assert "前 10 名" in call.text
    top = next(line for line in call.text.splitlines() if line.startswith("1. "))
    assert top.startswith("1. 成员15 · ▲") and " 分（" in top
    assert "每日校验码" in call.text


async def test_the_board_in_a_group_is_brief_and_leads_on(rig: Rig) -> None:
    await ranked(rig)
    call = shown(await rig.feed(make_said("/rank", chat=GROUP_CHAT, date=EVENING)))
    assert len(call.text.splitlines()) == 5
    assert "← 你" not in call.text
    assert call.buttons[-1]["url"].endswith("?start=rank")


async def test_the_board_tells_my_rank_before_anything_else(rig: Rig) -> None:
    await ranked(rig)
    call = shown(await rig.feed(make_said("/rank")))
    assert call.text.splitlines()[1].startswith("你排第 <b>")


async def test_the_board_has_a_picture(rig: Rig) -> None:
    stage = await ranked(rig)
    call = shown(await rig.feed(make_said("/rank")))
    await stage.press(call, "看图片版")
    (photo,) = rig.request.of("sendPhoto")
    assert "模拟赛排名" in photo.text


async def test_before_the_first_close_there_is_no_board(rig: Rig) -> None:
    await make_stage(rig)
    assert "还没有排名" in shown(await rig.feed(make_said("/rank"))).text
    assert "还没有排名" in shown(await rig.feed(make_said("/rank", chat=GROUP_CHAT))).text


@pytest.mark.parametrize(
    "data",
    ["portfolio:", "portfolio:page-x-1", "orders:1", "orders:x-1", "fills:", "cancel:7", "rank:x"],
)
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    await make_stage(rig)
    calls = await rig.feed(make_press(data))
    assert [call.method for call in calls] == ["answerCallbackQuery"]


async def test_nobody_reads_the_portfolio_of_a_contest_they_are_not_in(rig: Rig) -> None:
    stage = await trader(rig)
    other = {"id": 8, "is_bot": False, "first_name": "阿明"}
    for data in (f"portfolio:page-{stage.contest}-1", f"orders:{stage.contest}-1"):
        call = shown(await rig.feed(make_press(data, user=other)))
        assert "还没有参加模拟赛" in call.text


async def test_while_a_day_is_on_a_member_may_ask_where_they_would_stand_now(rig: Rig) -> None:
    stage = await trader(rig)
    call = shown(await rig.feed(make_said("/rank")))
    assert "还没有排名" in call.text
    told = shown(await stage.press(call, "盘中估算"))
    assert "你排第 <b>1</b> 名，共 1 人" in told.text
    assert "收市后公布的排名才算数" in told.text

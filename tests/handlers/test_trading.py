"""Orders as members place them: typed whole, step by step, in private and in groups."""

from decimal import Decimal

import pytest

from bot.contest.events import Side
from bot.contest.states import ContestState, OrderState
from bot.market.problems import ProblemKind
from bot.members.prompts import await_answer, awaited
from tests.factories.contests import at
from tests.factories.feeds import make_quote
from tests.factories.playing import LIQUOR, make_stage, shown
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import BOT_NAME, Rig

GROUP_CHAT = make_chat(GROUP)
OTHER = make_user(8, "阿明")


async def test_a_complete_order_in_private_is_shown_before_it_is_placed(rig: Rig) -> None:
    stage = await make_stage(rig)
    call = shown(await rig.feed(make_said("/buy 600036 100")))
    lines = call.text.splitlines()
    assert lines[0] == "<b>模拟买入</b> · 招商银行 600036"
    assert lines[1] == "100 股 × 36.52（最新价）≈ 3,652.00"
    assert lines[2] == "费用约 5.04（佣金 5.00，过户费 0.04）"
    assert lines[3] == "成交方式：11月20日（周五）开盘集合竞价"
    assert "模拟资金" in lines[4]
    assert lines[5] == "模拟赛：秋季模拟赛"
    assert [b["text"] for b in call.buttons] == ["确认买入 100 股", "改数量", "取消"]
    assert await stage.orders() == []


@pytest.mark.parametrize(
    "text",
    [
        "/buy 600036 100",
        "/buy 100 600036",
        "/buy ６０００３６　１００",
        "/buy sh600036 一百股",
        "/buy 600036.SH 1手",
        "/buy 招商银行 一手",
        "/buy 600036.SS 一百",
        "/buy 招商银行100股",
    ],
)
async def test_every_usual_way_of_typing_an_order_means_the_same(rig: Rig, text: str) -> None:
    await make_stage(rig)
    call = shown(await rig.feed(make_said(text)))
    assert "招商银行 600036" in call.text
    assert "确认买入 100 股" in call.buttons[0]["text"]


async def test_a_limit_is_read_and_shown(rig: Rig) -> None:
    await make_stage(rig)
    call = shown(await rig.feed(make_said("/buy 600519 100 ＠ 1,480.00")))
    assert "100 股 × 1,480.00（限价）= 148,000.00" in call.text


async def test_the_button_places_the_order_and_the_card_becomes_its_receipt(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100 @36.50")))
    receipt = shown(await stage.press(card, "确认买入"))
    assert receipt.method == "editMessageText"
    assert "已提交<b>模拟买入</b>" in receipt.text
    assert "100 股，限价 36.50" in receipt.text
    assert "开盘集合竞价" in receipt.text
    (order,) = await stage.orders()
    assert (order.symbol, order.side, order.quantity) == ("sh600036", Side.BUY, 100)
    assert order.limit == Decimal("36.50")
    assert receipt.data == [f"journal:{order.id}", f"cancel:7-{order.id}"]


async def test_a_double_tap_places_one_order(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    await stage.press(card, "确认买入", message_id=500)
    calls = await stage.press(card, "确认买入", message_id=500)
    assert "没有重复下单" in calls[0].text
    assert "已提交" in shown(calls).text
    assert len(await stage.orders()) == 1


async def test_the_same_update_twice_places_one_order(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    update = make_press(card.data[0], message_id=500)
    await rig.feed(update)
    again = {**update, "update_id": update["update_id"] + 1_000_000}
    await rig.feed(update, again)
    assert len(await stage.orders()) == 1


async def test_two_cards_are_two_orders(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    await stage.press(card, "确认买入", message_id=500)
    await stage.press(card, "确认买入", message_id=501)
    assert len(await stage.orders()) == 2


async def test_an_old_card_is_reckoned_anew_and_places_nothing(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    rig.clock.advance(minutes=14)
    call = shown(await stage.press(card, "确认买入", message_id=500))
    assert "放得有点久" in call.text
    assert "确认买入 100 股" in call.buttons[0]["text"]
    assert await stage.orders() == []


async def test_nobody_presses_the_button_of_somebody_else(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100", chat=GROUP_CHAT)))
    calls = await stage.press(card, "确认买入", user=OTHER, chat=GROUP_CHAT)
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert "别人的" in calls[0].text
    assert await stage.orders() == []


@pytest.mark.parametrize(
    "data",
    ["order:", "order:y", "order:y-b-1-sh600036-2s--", "order:z-b-1-sh600036-2s--7", "order:y-x"],
)
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    stage = await make_stage(rig)
    calls = await rig.feed(make_press(data))
    assert [call.method for call in calls] == ["answerCallbackQuery"]
    assert await stage.orders() == []


async def test_dropping_a_card_places_nothing(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    assert "没有下" in shown(await stage.press(card, "取消")).text
    assert await stage.orders() == []


async def test_a_placed_order_leaves_what_another_feature_asked(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    now = rig.clock.now()
    await rig.db.run(await_answer, 7, "journal-note", {}, now)
    await stage.press(card, "确认买入")
    asked = await rig.db.read(awaited, 7, now)
    assert asked is not None and asked.noun == "journal-note"


async def test_a_placed_order_ends_its_own_question(rig: Rig) -> None:
    stage = await make_stage(rig)
    await rig.feed(make_said("/buy 600036"))
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    await stage.press(card, "确认买入")
    assert await rig.db.read(awaited, 7, rig.clock.now()) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/buy 600036 150", "沪市主板买入须为 100 股的整数倍。可以买 100 股或 200 股。"),
        ("/buy 600036 -100", "数量不带正负号，收到「-100」"),
        ("/buy 600036 0", "数量要大于 0"),
        ("/buy 600036 100.5", "股数只能是整数"),
        ("/buy 600036 1e9", "容易看错"),
        ("/buy 600036 99999999999股", "一笔最多写 1,000,000,000"),
        ("/buy 600036 2000000", "一笔最多 1,000,000 股"),
        ("/buy 600036 100 @36.525", "最小变动价位 0.01"),
        ("/buy 600036 100 @36.12345", "价格最多 4 位小数"),
        ("/buy 600036 100 @50", "超出当天的涨跌停价，可以用 32.87 到 40.17"),
        ("/buy 600036 100 @-3", "价格不带正负号"),
        ("/buy 600036 100 @0", "价格要大于 0"),
        ("/buy 600036 9000", "单只最多占模拟总资产的 30%（等着成交的也算），还可以买"),
        ("/buy 600036 90000", "最多可以买"),
        ("/sell 600036 100", "你在这场模拟赛里没有持有 600036"),
        ("/buy sh000001 100", "是指数，只能看，不能买卖"),
        ("/buy 不存在的股票名 100", "没找到「不存在的股票名」"),
        ("/buy 600036 100 200 300", "没敢猜"),
        (f"/buy 600036 {'1' * 90}", "请只写代码、数量、价格"),
    ],
)
async def test_bad_input_is_refused_in_one_sentence_with_what_is_allowed(
    rig: Rig, text: str, told: str
) -> None:
    stage = await make_stage(rig)
    call = shown(await rig.feed(make_said(text)))
    assert told in call.text
    assert not any("确认" in button["text"] for button in call.buttons)
    assert await stage.orders() == []


async def test_a_button_pressed_at_once_waits_for_no_feed_and_a_minute_later_it_does(
    rig: Rig,
) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    stage.feed.known.clear()
    assert "已提交" in shown(await stage.press(card, "确认买入", message_id=500)).text
    rig.clock.advance(seconds=61)
    refused = shown(await stage.press(card, "确认买入", message_id=501))
    assert "这一笔没有下" in refused.text
    assert len(await stage.orders()) == 1


async def test_without_a_usable_price_nothing_is_ordered(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    stage.feed.known.clear()
    assert "取不到" in shown(await rig.feed(make_said("/buy 600036 100"))).text
    assert "这一笔没有下" in shown(await stage.press(card, "确认买入")).text
    assert await stage.orders() == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [(ProblemKind.HALTED, "正在停牌"), (ProblemKind.UNKNOWN_SYMBOL, "行情里查不到 600036")],
)
async def test_a_halted_and_an_unknown_share_are_told_apart(
    rig: Rig, kind: ProblemKind, told: str
) -> None:
    stage = await make_stage(rig)
    stage.feed.known.clear()
    stage.feed.problems["sh600036"] = kind
    assert told in shown(await rig.feed(make_said("/buy 600036 100"))).text


async def test_an_ambiguous_name_asks_with_buttons_that_keep_the_rest(rig: Rig) -> None:
    stage = await make_stage(rig)
    call = shown(await rig.feed(make_said("/buy 000001 1手")))
    assert "可能是下面几只" in call.text
    assert any("指数，不能交易" in button["text"] for button in call.buttons)
    stage.feed.known["sz000001"] = stage.feed.known["sh600036"].__class__(
        **{
            **_fields(stage.feed.known["sh600036"]),
            "symbol": "sz000001",
            "name": "平安银行",
        }
    )
    card = shown(await stage.press(call, "平安银行"))
    assert "确认买入 100 股" in card.buttons[0]["text"]


def _fields(quote):
    return {name: getattr(quote, name) for name in quote.__dataclass_fields__}


async def test_step_by_step_pick_amount_confirm(rig: Rig) -> None:
    stage = await make_stage(rig)
    await rig.feed(make_said("/watch 600519"), make_said("/watch 600036"))
    picks = shown(await rig.feed(make_said("/buy")))
    assert "想买哪一只" in picks.text
    amounts = shown(await stage.press(picks, "招商银行"))
    assert "可用模拟资金 1,000,000.00" in amounts.text
    assert [b["text"] for b in amounts.buttons][:4] == ["10%", "25%", "50%", "100%"]
    card = shown(await stage.press(amounts, "10%"))
    assert "确认买入 2,400 股" in card.buttons[0]["text"]
    changed = shown(await stage.press(card, "改数量"))
    assert "买多少" in changed.text
    card = shown(await rig.feed(make_said("2手")))
    assert "确认买入 200 股" in card.buttons[0]["text"]
    await stage.press(card, "确认买入")
    (order,) = await stage.orders()
    assert order.quantity == 200


async def test_all_of_the_cash_is_held_down_to_what_the_contest_allows(rig: Rig) -> None:
    stage = await make_stage(rig)
    amounts = shown(await rig.feed(make_said("/buy 600036")))
    card = shown(await stage.press(amounts, "100%"))
    assert "确认买入 8,200 股" in card.buttons[0]["text"]


@pytest.mark.parametrize(
    ("typed", "shares"),
    [("3手", "300"), ("５００", "500"), ("10000元", "200"), ("25%", "6,200"), ("两百股", "200")],
)
async def test_an_amount_may_be_typed_in_any_unit(rig: Rig, typed: str, shares: str) -> None:
    await make_stage(rig)
    await rig.feed(make_said("/buy 600036"))
    card = shown(await rig.feed(make_said(typed)))
    assert f"确认买入 {shares} 股" in card.buttons[0]["text"]


async def test_a_typed_instrument_is_taken_after_buy_alone(rig: Rig) -> None:
    await make_stage(rig)
    await rig.feed(make_said("/buy"))
    amounts = shown(await rig.feed(make_said("gzmt")))
    assert "贵州茅台 600519" in amounts.text
    await rig.feed(make_said("乱写的数量"))
    assert "没看懂数量" in rig.request.said[-1]
    card = shown(await rig.feed(make_said("100股 @1480")))
    assert "100 股 × 1,480.00（限价）" in card.text


async def test_too_little_money_asks_again(rig: Rig) -> None:
    await make_stage(rig)
    await rig.feed(make_said("/buy 600036"))
    call = shown(await rig.feed(make_said("500元")))
    assert "不够一笔" in call.text


async def test_who_plays_nowhere_is_led_to_the_contests(rig: Rig) -> None:
    stage = await make_stage(rig, joined=False)
    call = shown(await rig.feed(make_said("/buy 600036 100")))
    assert "还没有参加模拟赛" in call.text
    assert call.data == [f"contests:see-{stage.contest}"]


async def test_a_group_sees_a_brief_preview_without_cash_or_holdings(rig: Rig) -> None:
    stage = await make_stage(rig)
    call = shown(await rig.feed(make_said("/buy 600036 100", chat=GROUP_CHAT)))
    assert call.text.startswith("模拟买入 · 招商银行 600036 · 100 股，约 3,652.00")
    assert len(call.text.splitlines()) <= 6
    assert "资金" not in call.text
    assert call.buttons[-1]["url"].startswith(f"https://t.me/{BOT_NAME}?start=order-")
    receipt = shown(await stage.press(call, "确认买入", chat=GROUP_CHAT))
    assert receipt.text.startswith("✅ 已提交模拟买入")
    assert len(await stage.orders()) == 1


async def test_the_link_of_a_group_goes_on_in_private(rig: Rig) -> None:
    await make_stage(rig)
    call = shown(await rig.feed(make_said("/buy 600036 100 @36.50", chat=GROUP_CHAT)))
    payload = call.buttons[-1]["url"].partition("start=")[2]
    assert len(payload) <= 64
    card = shown(await rig.feed(make_said(f"/start {payload}")))
    assert "100 股 × 36.50（限价）" in card.text
    stranger = shown(await rig.feed(make_said(f"/start {payload}", user=OTHER)))
    assert "你好" in stranger.text


async def test_an_incomplete_order_in_a_group_is_continued_in_private(rig: Rig) -> None:
    await make_stage(rig)
    for text in ("/buy", "/buy 600036", "/buy 600036 30%"):
        call = shown(await rig.feed(make_said(text, chat=GROUP_CHAT)))
        assert "写全" in call.text
        assert call.buttons[0]["url"].endswith("?start=buy")
    picks = shown(await rig.feed(make_said("/start buy")))
    assert "想买哪一只" in picks.text


@pytest.mark.parametrize("text", ["/buy 600036 90000", "/sell 600036 100"])
async def test_a_group_is_not_told_what_somebody_has(rig: Rig, text: str) -> None:
    await make_stage(rig)
    call = shown(await rig.feed(make_said(text, chat=GROUP_CHAT)))
    assert call.text == "这一笔模拟单下不了，原因只在私聊里说。"


@pytest.mark.parametrize("draft", ["b-1--0--7", "b-0-sh600036-0--7", "s-1-sh600036-0--7"])
async def test_a_forged_press_in_a_group_asks_nothing_that_tells_of_money(
    rig: Rig, draft: str
) -> None:
    await make_stage(rig)
    call = shown(await rig.feed(make_press(f"order:w-{draft}", chat=GROUP_CHAT)))
    assert "写全才能在群里下" in call.text
    assert "资金" not in call.text and "可卖" not in call.text


async def test_an_order_can_be_cancelled_from_its_receipt_once(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    receipt = shown(await stage.press(card, "确认买入"))
    assert "号模拟单已撤" in shown(await stage.press(receipt, "撤单")).text
    (order,) = await stage.orders()
    assert order.state is OrderState.CANCELLED
    calls = await stage.press(receipt, "撤单")
    assert "没有可撤的部分" in calls[-1].text


async def test_nobody_cancels_an_order_of_somebody_else(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    receipt = shown(await stage.press(card, "确认买入"))
    (order,) = await stage.orders()
    await stage.press(receipt, "撤单", user=OTHER, chat=GROUP_CHAT)
    assert "别人的" in rig.request.notes[-1]
    await rig.feed(make_said(f"/cancel {order.id}", user=OTHER))
    assert "找不到你的这笔模拟委托" in rig.request.said[-1]
    (order,) = await stage.orders()
    assert order.state is OrderState.OPEN


@pytest.mark.parametrize("typed", ["abc", "-1", "1.5", "1e3"])
async def test_what_is_no_order_number_is_named(rig: Rig, typed: str) -> None:
    await make_stage(rig)
    assert f"「{typed}」不是单号" in shown(await rig.feed(make_said(f"/cancel {typed}"))).text


async def test_cancel_alone_offers_what_is_open(rig: Rig) -> None:
    stage = await make_stage(rig)
    assert "没有可以撤" in shown(await rig.feed(make_said("/cancel"))).text
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    await stage.press(card, "确认买入")
    offered = shown(await rig.feed(make_said("/cancel")))
    assert "招商银行" in offered.buttons[0]["text"]
    assert "已撤" in shown(await stage.press(offered, "招商银行")).text


async def test_what_a_feed_says_of_a_name_is_learnt(rig: Rig) -> None:
    stage = await make_stage(rig)
    old = stage.feed.known[LIQUOR]
    stage.feed.known[LIQUOR] = old.__class__(**{**_fields(old), "name": "茅台新名"})
    await rig.feed(make_said("/quote 600519"))
    call = shown(await rig.feed(make_said("/buy 茅台新名 100")))
    assert "茅台新名 600519" in call.text


async def test_before_the_opening_auction_todays_row_need_not_have_a_price_yet(rig: Rig) -> None:
    stage = await make_stage(rig)
    rig.clock.move_to(at(9, 18))
    del stage.feed.known[LIQUOR]
    stage.feed.problems[LIQUOR] = ProblemKind.HALTED
    stage.feed.references[LIQUOR] = Decimal("1480.00")
    call = shown(await rig.feed(make_said("/buy 600519 100")))
    assert "1,480.00" in call.text and "开盘集合竞价" in call.text


async def test_before_the_opening_auction_an_indicative_price_is_no_reference(rig: Rig) -> None:
    stage = await make_stage(rig)
    rig.clock.move_to(at(9, 18))
    stage.feed.known[LIQUOR] = make_quote(
        LIQUOR,
        "1590.00",
        "贵州茅台",
        at=at(9, 18),
        previous_close=Decimal("1480.00"),
        limit_up=None,
        limit_down=None,
    )
    call = shown(await rig.feed(make_said("/buy 600519 100 @1628.00")))
    assert "1,628.00" in call.text
    refused = shown(await rig.feed(make_said("/buy 600519 100 @1628.01")))
    assert "1,332.00 到 1,628.00" in refused.text


async def test_after_the_opening_auction_a_share_without_a_price_is_halted(rig: Rig) -> None:
    stage = await make_stage(rig)
    rig.clock.move_to(at(9, 26))
    del stage.feed.known[LIQUOR]
    stage.feed.problems[LIQUOR] = ProblemKind.HALTED
    stage.feed.references[LIQUOR] = Decimal("1480.00")
    call = shown(await rig.feed(make_said("/buy 600519 100")))
    assert "停牌" in call.text


async def test_a_share_of_another_market_is_said_to_be_one(rig: Rig) -> None:
    await make_stage(rig)
    call = shown(await rig.feed(make_said("/buy 00700 100")))
    assert call.text == "你参加的模拟赛不交易 腾讯控股 00700.HK，这一笔没有下。"
    assert call.buttons == []


async def test_an_index_is_no_share_even_while_its_feed_is_down(rig: Rig) -> None:
    stage = await make_stage(rig)
    stage.feed.known.pop("sh000001")
    call = shown(await rig.feed(make_said("/buy sh000001 100")))
    assert "是指数，只能看，不能买卖" in call.text


async def test_a_receipt_says_when_it_fills_and_where_the_result_is(rig: Rig) -> None:
    stage = await make_stage(rig)
    card = shown(await rig.feed(make_said("/buy 600036 100")))
    receipt = shown(await stage.press(card, "确认买入"))
    assert "11月20日（周五）开盘集合竞价时成交，价格出来后发 /fills 看结果。" in receipt.text


async def test_after_the_end_no_order_is_taken_and_nobody_is_told_they_never_played(
    rig: Rig,
) -> None:
    await make_stage(rig, state=ContestState.FINISHED)
    for chat in (None, GROUP_CHAT):
        said = make_said("/buy 600036 100", chat=chat) if chat else make_said("/buy 600036 100")
        assert "已经结束，不能再下模拟单" in shown(await rig.feed(said)).text


async def test_where_no_other_amount_would_help_none_is_asked_for(rig: Rig) -> None:
    await make_stage(rig)
    call = shown(await rig.feed(make_said("/sell 600036 100")))
    assert "没有持有 600036" in call.text
    assert call.buttons == []

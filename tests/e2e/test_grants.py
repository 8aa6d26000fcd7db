"""Operators move points by hand: with a reason, within a cap, beyond it by two, all logged."""

import pytest

from bot.sandbox import cast
from tests.e2e import books
from tests.e2e.conftest import Stage
from tests.e2e.driver import JsonObject, words_of

GROUP, OPS = cast.NEWBIE_GROUP, cast.OPS_GROUP
REASON = "分享读书笔记"


async def receipts(stage: Stage, person: int) -> list[str]:
    """Return what the bot has told somebody in private about points."""
    await stage.settle()
    await stage.driver.expect_reply(person, containing="积分")
    history = stage.hall.chat(person).history()
    told = [words_of(m) for m in history if m["from"]["id"] == cast.BOT_ID]
    return [text for text in told if text.startswith("运营")]


async def test_grants_by_reply_by_username_and_by_id_reach_the_same_person(stage: Stage) -> None:
    await stage.driver.start(cast.LIN)
    said = await stage.driver.say(cast.LIN, GROUP, "今天读完了《聪明的投资者》")
    await stage.driver.say(cast.OPERATOR, GROUP, f"/grant 10 {REASON}", reply_to=said)
    await stage.driver.expect_reply(GROUP, containing="已给 林小满 发放 10 分，现在余额 10")
    for handle, total in (("@lin_xiaoman", 30), ("@LIN_Xiaoman", 50), (str(cast.LIN), 70)):
        await stage.driver.say(cast.OPERATOR, OPS, f"/grant {handle} 20 {REASON}")
        await stage.driver.expect_reply(OPS, containing=f"现在余额 {total}")
    logged = await stage.books(books.actions)
    assert [(a.actor_id, a.action, a.target, a.reason) for a in logged] == [
        (cast.OPERATOR, "points-grant", f"member:{cast.LIN}", REASON)
    ] * 4
    assert [action.after["balance"] for action in logged] == [10, 30, 50, 70]
    assert [action.before["balance"] for action in logged] == [0, 10, 30, 50]


async def test_the_recipient_gets_one_private_receipt_with_the_reason(stage: Stage) -> None:
    await stage.driver.start(cast.LIN)
    await stage.driver.expect_reply(cast.LIN)
    await stage.driver.say(cast.OPERATOR, OPS, f"/grant @lin_xiaoman 10 {REASON}")
    update = stage.hall.updates.recent[-1]["update_id"]
    await stage.driver.expect_intake()
    stage.hall.updates.redeliver(update)
    told = await receipts(stage, cast.LIN)
    assert told == [f"运营给你发放了 10 积分，原因：{REASON}。现在余额 10，明细见 /points。"]
    assert await stage.books(books.balance, cast.LIN) == 10


async def test_a_deduction_is_told_and_never_goes_below_zero(stage: Stage) -> None:
    await stage.driver.start(cast.LIN)
    await stage.driver.expect_reply(cast.LIN)
    await stage.driver.say(cast.OPERATOR, OPS, f"/grant @lin_xiaoman 10 {REASON}")
    await stage.driver.expect_reply(OPS, containing="余额 10")
    await stage.driver.say(cast.OPERATOR, OPS, "/deduct @lin_xiaoman 4 重复发放")
    await stage.driver.expect_reply(OPS, containing="已从 林小满 扣除 4 分，现在余额 6")
    await stage.driver.say(cast.OPERATOR, OPS, "/deduct @lin_xiaoman 7 重复发放")
    await stage.driver.expect_reply(OPS, containing="最多可以扣 6 分")
    assert await stage.books(books.balance, cast.LIN) == 6
    actions = await stage.books(books.actions)
    assert [action.action for action in actions] == ["points-grant", "points-deduct"]
    assert (actions[1].after["amount"], actions[1].reason) == (-4, "重复发放")


NONSENSE = [
    ("@lin_xiaoman 1e9 活动", "写全"),
    ("@lin_xiaoman -5 活动", "不带正负号"),
    ("@lin_xiaoman 0 活动奖励", "1 到 100,000"),
    ("@lin_xiaoman 3.5 活动", "没有小数"),
    ("@lin_xiaoman 99999999999 活动", "太大"),
    (f"@lin_xiaoman {'9' * 400} 活动", "不是数量"),
    ("@lin_xiaoman 五百块 活动", "不是数量"),
    ("@lin_xiaoman NaN 活动", "不是数量"),
    ("@lin_xiaoman 50", "原因要写"),
    ("@lin_xiaoman 50 好", "原因要写"),
    ("@lin_xiaoman 50 " + "好" * 300, "原因要写"),
    ("@lin_xiaoman", "还差数量和原因"),
    ("@su_qiao 50 犒劳自己", "不能给自己"),
    (f"{cast.OPERATOR} 50 犒劳自己", "不能给自己"),
    ("@weather_hall_bot 50 播报天气", "没有见过"),
    ("@nobody_here 50 活动", "没有见过"),
    ("999999999999999999999 50 活动", "没有见过"),
    ("50 活动", "没有说是谁"),
    ("５０ 活动", "没有说是谁"),
    ("² 活动", "不是数量"),
    ("", "没有说是谁"),
    ("@ 50 活动", "没有见过"),
    ("@<b>x</b> 50 活动", "没有见过"),
]


@pytest.mark.parametrize("command", ["grant", "deduct"])
async def test_what_makes_no_sense_is_named_and_moves_nothing(
    quick_stage: Stage, command: str
) -> None:
    for typed, told in NONSENSE:
        await quick_stage.driver.say(cast.OPERATOR, OPS, f"/{command} {typed}")
        reply = await quick_stage.driver.expect_reply(OPS, containing=told)
        assert len(reply["text"]) < 200
    assert await quick_stage.books(books.ledger_size) == 0
    assert await quick_stage.books(books.actions) == []


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("５００", 500),
        ("一百二十", 120),
        ("1,00", None),
        ("两百", 200),
        ("\u200b50", 50),
        ("壹佰", 100),
    ],
)
async def test_numbers_are_taken_as_people_write_them(
    quick_stage: Stage, typed: str, amount: int | None
) -> None:
    await quick_stage.driver.say(cast.OPERATOR, OPS, f"/grant @lin_xiaoman {typed} {REASON}")
    await quick_stage.driver.expect_reply(OPS)
    assert await quick_stage.books(books.balance, cast.LIN) == (amount or 0)


async def test_a_bot_an_anonymous_admin_and_a_member_s_wish_move_nothing(
    quick_stage: Stage,
) -> None:
    stage = quick_stage
    stage.hall.join(cast.OTHER_BOT_ID, GROUP)
    weather = await stage.driver.say(cast.OTHER_BOT_ID, GROUP, "今天多云")
    for parent in (weather, stage.hall.post_as_anonymous_admin(GROUP, "公告")["message_id"]):
        await stage.driver.say(cast.OPERATOR, GROUP, f"/grant 50 {REASON}", reply_to=parent)
        await stage.driver.expect_reply(GROUP, containing="没有积分账户")
    for person in (cast.LIN, cast.HE):
        await stage.driver.say(person, GROUP, f"/grant @lin_xiaoman 50 {REASON}")
        await stage.driver.expect_reply(GROUP, containing="获得授权")
    stage.driver.mark()
    stage.hall.post_as_anonymous_admin(GROUP, f"/grant @lin_xiaoman 50 {REASON}")
    await stage.driver.expect_reply(GROUP, containing="认不出")
    assert await stage.books(books.ledger_size) == 0
    assert await stage.books(books.actions) == []


async def over_the_cap(stage: Stage) -> JsonObject:
    """Let the operator wish for more than the cap; return the card that asks for a second."""
    await stage.driver.say(cast.OPERATOR, OPS, f"/grant @lin_xiaoman 501 {REASON}")
    await stage.driver.expect_reply(OPS, containing="另一位运营确认")
    await stage.settle()
    return await stage.driver.expect_reply(OPS, containing="待第二人确认")


async def test_over_the_cap_a_second_operator_confirms_once(stage: Stage) -> None:
    await stage.driver.start(cast.LIN)
    await stage.driver.expect_reply(cast.LIN)
    card = await over_the_cap(stage)
    assert REASON in card["text"] and "501" in card["text"]
    query = await stage.driver.press(cast.OPERATOR, card, "确认发放")
    answer = await stage.driver.expect_answer(query, containing="另一位运营")
    assert answer["show_alert"]
    assert await stage.books(books.balance, cast.LIN) == 0
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    stage.driver.mark()
    twice = [stage.hall.press(cast.OWNER, OPS, card["message_id"], data) for _ in range(2)]
    await stage.settle()
    assert "已经确认" in stage.hall.queries[twice[1]].answer["text"]
    assert await stage.books(books.balance, cast.LIN) == 501
    done = stage.driver.current(card)
    assert "方岚" in done["text"] and "reply_markup" not in done
    assert len(await receipts(stage, cast.LIN)) == 1
    logged = [(a.actor_id, a.action) for a in await stage.books(books.actions)]
    assert logged == [(cast.OPERATOR, "points-request"), (cast.OWNER, "points-confirm")]


async def test_small_steps_past_the_cap_need_a_second_operator_too(quick_stage: Stage) -> None:
    for command, amount, moved in (
        ("grant", 300, True),
        ("deduct", 100, True),
        ("grant", 101, False),
    ):
        await quick_stage.driver.say(
            cast.OPERATOR, OPS, f"/{command} @lin_xiaoman {amount} {REASON}"
        )
        reply = await quick_stage.driver.expect_reply(OPS, containing="林小满")
        assert ("另一位运营" in reply["text"]) is not moved
    assert await quick_stage.books(books.balance, cast.LIN) == 200


async def test_a_stranger_and_the_recipient_confirm_nothing(quick_stage: Stage) -> None:
    stage = quick_stage
    card = await over_the_cap(stage)
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await stage.driver.say(cast.LIN, GROUP, "/me")
    own = await stage.driver.expect_reply(GROUP)
    for presser in (cast.LIN, cast.HE, cast.OWNER):
        query = await stage.driver.press(presser, own, data, forged=True)
        await stage.driver.expect_answer(query, containing="授权")
    assert await stage.books(books.balance, cast.LIN) == 0


async def test_a_rejected_wish_moves_nothing_and_is_logged(quick_stage: Stage) -> None:
    card = await over_the_cap(quick_stage)
    await quick_stage.driver.press(cast.OWNER, card, "驳回")
    await quick_stage.driver.expect_edit(OPS, containing="驳回")
    assert await quick_stage.books(books.balance, cast.LIN) == 0
    actions = await quick_stage.books(books.actions)
    assert [action.action for action in actions] == ["points-request", "points-reject"]


async def test_a_reason_that_may_not_go_out_stays_in_the_log(quick_stage: Stage) -> None:
    """What an operator writes is screened like everything else that the bot says unasked."""
    stage = quick_stage
    await stage.driver.start(cast.LIN)
    await stage.driver.expect_reply(cast.LIN)
    await stage.driver.say(cast.OPERATOR, OPS, "/grant @lin_xiaoman 10 跟着老师买必涨稳赚不赔")
    told = await receipts(stage, cast.LIN)
    assert len(told) == 1 and "稳赚" not in told[0]
    (action,) = await stage.books(books.actions)
    assert "稳赚不赔" in action.reason

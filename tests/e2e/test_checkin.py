from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import ManualClock
from bot.sandbox import cast
from tests.e2e import books
from tests.e2e.conftest import FRIDAY, Stage, open_stage
from tests.e2e.crowd import bring
from tests.e2e.driver import buttons_of, words_of

GROUP = cast.NEWBIE_GROUP
LINES = 6


async def test_a_plain_word_in_the_group_checks_in_and_puts_the_question_of_the_day(
    stage: Stage,
) -> None:
    said = await stage.driver.say(cast.LIN, GROUP, "签到")
    reply = await stage.driver.expect_reply(GROUP, containing="签到成功", reply_to=said)
    assert "积分" in reply["text"]
    assert len(reply["text"].splitlines()) <= 6
    assert len(reply["reply_markup"]["inline_keyboard"]) == 3


async def test_checking_in_again_repeats_politely_with_the_first_time(stage: Stage) -> None:
    for word in ("签到", "打卡", "簽到", "/checkin"):
        await stage.driver.say(cast.LIN, GROUP, word)
        reply = await stage.driver.expect_reply(GROUP)
        assert ("签到成功" in reply["text"]) == (word == "签到")
    assert "已经" in reply["text"]


async def test_one_tap_answers_the_question_and_a_stranger_s_tap_does_not(stage: Stage) -> None:
    await stage.driver.say(cast.LIN, GROUP, "签到")
    reply = await stage.driver.expect_reply(GROUP, containing="签到成功")
    data = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    query = await stage.driver.press(cast.HE, reply, data)
    answer = await stage.driver.expect_answer(query)
    assert answer["show_alert"]
    query = await stage.driver.press(cast.LIN, reply, data)
    edited = await stage.driver.expect_edit(GROUP, message_id=reply["message_id"])
    assert len(words_of(edited).splitlines()) <= 6
    await stage.driver.expect_answer(query)


WAYS = (
    "签到",
    "打卡",
    "簽到",
    "check in",
    "Check In!",
    "checkin",
    "ＣＨＥＣＫＩＮ",
    "签到。",
    " 签到 ~",
    "签\u200b到",
    "\u202e签到",
    "/checkin",
    "／checkin",
    "/checkin@opening_bell_bot",
    "/CheckIn@Opening_Bell_Bot",
    "/checkin 谢谢",
)


async def test_every_way_to_say_it_checks_in(quick_stage: Stage) -> None:
    people = bring(quick_stage.hall, GROUP, len(WAYS))
    for person, typed in zip(people, WAYS, strict=True):
        said = await quick_stage.driver.say(person, GROUP, typed)
        reply = await quick_stage.driver.expect_reply(GROUP, containing="签到成功", reply_to=said)
        assert "连续第 1 个交易日" in reply["text"]
        assert "积分 +3" in reply["text"] and "余额 3 · Lv.1" in reply["text"]


async def test_what_only_sounds_like_it_is_left_alone_in_a_group(quick_stage: Stage) -> None:
    quick_stage.driver.mark()
    for typed in ("今天签到了吗", "签到签到", "checkin!checkin", "/checkinn", "签 到"):
        quick_stage.hall.say(cast.LIN, GROUP, typed)
    await quick_stage.settle()
    assert quick_stage.driver.replies(GROUP) == []
    assert await quick_stage.books(books.check_ins, cast.LIN) == 0


async def test_a_forwarded_an_edited_and_a_foreign_command_check_nobody_in(
    quick_stage: Stage,
) -> None:
    stage = quick_stage
    for text in ("签到", "/checkin"):
        await stage.driver.say(cast.LIN, GROUP, text, forwarded_from=cast.HE)
        said = await stage.driver.say(cast.LIN, GROUP, "早上好")
        await stage.driver.edit(cast.LIN, GROUP, said, text)
    await stage.driver.say(cast.LIN, GROUP, "/checkin@weather_hall_bot")
    await stage.settle()
    written = [m for m in stage.hall.chat(GROUP).history() if m["from"]["id"] == cast.BOT_ID]
    assert written == []
    assert await stage.books(books.ledger_size) == 0


async def test_a_hundred_check_ins_of_one_person_at_once_are_one_award(stage: Stage) -> None:
    ways = ("签到", "打卡", "簽到", "check in", "/checkin")
    stage.driver.mark()
    for number in range(100):
        stage.hall.say(cast.LIN, (GROUP, cast.LIN)[number % 2], ways[number % 5])
    for update in list(stage.hall.updates.recent)[:10]:
        stage.hall.updates.redeliver(update["update_id"])
    await stage.settle()
    answers = [*stage.driver.replies(GROUP), *stage.driver.replies(cast.LIN)]
    assert len(answers) == 100
    assert sum("签到成功" in words_of(answer) for answer in answers) == 1
    (entry,) = await stage.books(books.entries, cast.LIN)
    assert entry.amount == 3
    assert await stage.books(books.check_ins, cast.LIN) == 1


async def test_one_person_s_wishes_are_answered_in_their_order(quick_stage: Stage) -> None:
    stage, wishes = quick_stage, ("签到", "/me", "/top", "/help", "打卡", "/start")
    stage.driver.mark()
    said = [stage.hall.say(cast.LIN, GROUP, wish)["message_id"] for wish in wishes * 5]
    await stage.settle()
    answered = [m["reply_to_message"]["message_id"] for m in stage.driver.replies(GROUP)]
    assert answered == said


async def test_each_private_chat_is_answered_in_its_own_language(quick_stage: Stage) -> None:
    for person, words in (
        (cast.LIN, "签到成功"),
        (cast.HE, "簽到成功"),
        (cast.DANIEL, "Checked in"),
    ):
        await quick_stage.driver.say(person, person, "check in")
        reply = await quick_stage.driver.expect_reply(person, containing=words)
        assert len(reply["text"].splitlines()) <= LINES
    await quick_stage.driver.say(cast.DANIEL, GROUP, "check in")
    await quick_stage.driver.expect_reply(GROUP, containing="已经签到")


async def test_a_group_speaks_one_language_to_everybody(quick_stage: Stage) -> None:
    await quick_stage.driver.say(cast.OPERATOR, GROUP, "/settings")
    panel = await quick_stage.driver.expect_reply(GROUP)
    await quick_stage.driver.press(cast.OPERATOR, panel, "English")
    await quick_stage.driver.expect_edit(GROUP, containing="English")
    await quick_stage.driver.say(cast.LIN, GROUP, "签到")
    await quick_stage.driver.expect_reply(GROUP, containing="Checked in")
    await quick_stage.driver.say(cast.LIN, cast.LIN, "签到")
    await quick_stage.driver.expect_reply(cast.LIN, containing="已经签到")


async def test_a_double_tap_on_two_options_counts_the_first_once(stage: Stage) -> None:
    await stage.driver.say(cast.LIN, GROUP, "签到")
    reply = await stage.driver.expect_reply(GROUP, containing="签到成功")
    options = [button["callback_data"] for button in buttons_of(reply)]
    stage.driver.mark()
    pressed = [
        stage.hall.press(cast.LIN, GROUP, reply["message_id"], data)
        for data in (options[0], options[1], options[0])
    ]
    await stage.settle()
    notes = [stage.hall.queries[query].answer["text"] for query in pressed]
    assert "第一次" in notes[1]
    assert notes[2] == notes[0], "the same choice again tells the same result again"
    earned = await stage.books(books.entries, cast.LIN)
    assert [entry.reason for entry in earned] == ["check-in", "daily-question"]
    now = stage.driver.current(reply)
    assert buttons_of(now) == [] and len(now["text"].splitlines()) <= LINES


@pytest.mark.parametrize("person", [cast.LIN, cast.HE, cast.DANIEL])
async def test_the_question_pays_for_learning_whether_right_or_wrong(
    quick_stage: Stage, person: int
) -> None:
    """Whichever option somebody takes: right is +5, wrong +1, and the answer is explained."""
    await quick_stage.driver.say(person, GROUP, "签到")
    reply = await quick_stage.driver.expect_reply(GROUP, containing="签到成功")
    await quick_stage.driver.press(person, reply, buttons_of(reply)[1]["callback_data"])
    edited = await quick_stage.driver.expect_edit(GROUP, message_id=reply["message_id"])
    right = "答对了" in edited["text"]
    assert right or "正确答案是" in edited["text"]
    assert await quick_stage.books(books.balance, person) == (8 if right else 4)
    assert len(edited["text"].splitlines()) <= LINES


async def test_nobody_answers_the_question_of_somebody_else(quick_stage: Stage) -> None:
    await quick_stage.driver.say(cast.LIN, GROUP, "签到")
    reply = await quick_stage.driver.expect_reply(GROUP, containing="签到成功")
    data = buttons_of(reply)[0]["callback_data"]
    query = await quick_stage.driver.press(cast.HE, reply, data)
    answer = await quick_stage.driver.expect_answer(query, containing="别人")
    assert answer["show_alert"]
    await quick_stage.settle()
    assert quick_stage.driver.current(reply) == reply
    assert await quick_stage.books(books.balance, cast.HE) == 0


async def test_a_weekend_breaks_no_streak_and_five_trading_days_pay_a_bonus(
    quick_stage: Stage,
) -> None:
    clock = quick_stage.bell.house.clock
    assert isinstance(clock, ManualClock)
    for day, said in enumerate(
        ("第 1 ", "1 个交易日不变", "1 个", "第 2 ", "第 3 ", "第 4 ", "第 5 ")
    ):
        clock.move_to(FRIDAY + timedelta(days=day))
        await quick_stage.driver.say(cast.LIN, GROUP, "签到")
        reply = await quick_stage.driver.expect_reply(GROUP, containing="签到成功")
        assert said in reply["text"].splitlines()[0]
        assert len(reply["text"].splitlines()) <= LINES
    assert "奖励 +5" in reply["text"]
    assert await quick_stage.books(books.balance, cast.LIN) == 7 * 3 + 5


async def test_the_community_day_turns_at_four_in_the_morning(quick_stage: Stage) -> None:
    clock = quick_stage.bell.house.clock
    assert isinstance(clock, ManualClock)
    midnight = datetime(2026, 11, 20, 0, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    for hour, words in (
        (3.9, "签到成功"),
        (4.1, "签到成功"),
        (23.9, "已经签到"),
        (27.9, "已经签到"),
    ):
        clock.move_to(midnight + timedelta(hours=hour))
        await quick_stage.driver.say(cast.LIN, GROUP, "签到")
        reply = await quick_stage.driver.expect_reply(GROUP, containing=words)
    assert "今天 04:00 以后" in reply["text"]


async def test_in_the_morning_s_rush_those_whom_the_group_would_make_wait_hear_in_private(
    sqlite_url: str,
) -> None:
    async with open_stage(sqlite_url, send_rate_group=20) as stage:
        people = bring(stage.hall, GROUP, 30)
        for person in people:
            stage.hall.say(person, person, "/start")
            await stage.driver.expect_reply(person)
        for person in people:
            stage.hall.say(person, GROUP, "签到")
        await stage.settle()
        answers = [m for m in stage.hall.chat(GROUP).history() if m["from"]["is_bot"]]
        aside = [
            person
            for person in people
            if "签到成功" in words_of(stage.hall.chat(person).history()[-1])
        ]
        assert (len(answers), len(aside)) == (20, 10)

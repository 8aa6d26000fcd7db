import asyncio
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.clock import ManualClock
from bot.sandbox.cast import (
    ADVANCED_GROUP,
    BOT_TOKEN,
    DANIEL,
    HE,
    LIN,
    NEWBIE_GROUP,
    OWNER,
)
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from tests.e2e.conformance import check_all


def png(width: int = 400, height: int = 300, colour: str = "teal") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def keyboard(data: str = "quiz:1:a") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("甲", callback_data=data)]])


async def updates(bot: Bot) -> tuple[Update, ...]:
    return await bot.get_updates(timeout=0, allowed_updates=Update.ALL_TYPES)


async def test_a_message_reaches_the_bot_and_the_answer_reaches_the_group(
    hall: Hall, bot: Bot
) -> None:
    said = hall.say(LIN, NEWBIE_GROUP, "签到")
    (update,) = await updates(bot)
    assert update.message is not None
    assert update.message.text == "签到"
    assert update.message.from_user.id == LIN
    sent = await update.message.reply_html("✅ <b>签到成功</b> · 连续第 12 个交易日")
    shown = hall.message(NEWBIE_GROUP, sent.message_id)
    assert shown["text"].startswith("✅ 签到成功")
    assert shown["entities"] == [{"type": "bold", "offset": 2, "length": 4}]
    assert shown["reply_to_message"]["message_id"] == said["message_id"]
    assert check_all(hall.calls.records) == []


async def test_updates_stay_until_they_are_acknowledged(hall: Hall, bot: Bot) -> None:
    hall.say(LIN, NEWBIE_GROUP, "一")
    hall.say(LIN, NEWBIE_GROUP, "二")
    first, second = await updates(bot)
    assert (await updates(bot))[0].update_id == first.update_id
    left = await bot.get_updates(offset=first.update_id + 1, timeout=0)
    assert [update.update_id for update in left] == [second.update_id]
    assert await bot.get_updates(offset=-1, timeout=0, limit=1)


async def test_an_acknowledged_update_can_be_delivered_again(hall: Hall, bot: Bot) -> None:
    hall.say(LIN, NEWBIE_GROUP, "签到")
    (update,) = await updates(bot)
    assert await bot.get_updates(offset=update.update_id + 1, timeout=0) == ()
    hall.updates.redeliver(update.update_id)
    (again,) = await bot.get_updates(offset=update.update_id + 1, timeout=0)
    assert again.message.text == "签到"
    assert await bot.get_updates(offset=update.update_id + 1, timeout=0) == ()


async def test_a_poll_is_forgotten_when_its_bot_is_killed(hall: Hall, server: HallServer) -> None:
    _, writer = await asyncio.open_connection(server.host, server.port)
    writer.write(
        f"GET /bot{BOT_TOKEN}/getUpdates?timeout=30 HTTP/1.1\r\nHost: hall\r\n\r\n".encode()
    )
    await hall.updates.polling.wait()
    writer.transport.abort()
    async with asyncio.timeout(5):
        await hall.updates.idle.wait()
    assert not hall.updates.polling.is_set()


async def test_a_long_poll_returns_as_soon_as_somebody_writes(hall: Hall, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=10))
    await hall.updates.polling.wait()
    hall.say(LIN, NEWBIE_GROUP, "在吗")
    assert len(await poll) == 1


async def test_a_second_poll_ends_the_first_with_a_conflict(hall: Hall, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=10))
    await hall.updates.polling.wait()
    assert await bot.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await first


async def test_member_changes_come_only_to_those_who_ask(hall: Hall, bot: Bot) -> None:
    hall.join(LIN, ADVANCED_GROUP)
    (joined,) = await updates(bot)
    assert joined.message.new_chat_members[0].id == LIN
    hall.leave(LIN, ADVANCED_GROUP)
    kinds = [update for update in await updates(bot) if update.chat_member]
    assert kinds[0].chat_member.new_chat_member.status == "left"


async def test_a_picture_is_kept_measured_and_can_be_downloaded(hall: Hall, bot: Bot) -> None:
    picture = png(2000, 1000)
    sent = await bot.send_photo(NEWBIE_GROUP, picture, caption="<b>早报</b>", parse_mode="HTML")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (1280, 640)
    assert sent.caption == "早报"
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture
    again = await bot.send_photo(NEWBIE_GROUP, sent.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
    changed = await bot.edit_message_media(
        InputMediaPhoto(png(colour="red"), caption="新图"), NEWBIE_GROUP, sent.message_id
    )
    assert changed.caption == "新图"
    assert changed.photo[-1].file_unique_id != sent.photo[-1].file_unique_id
    assert check_all(hall.calls.records) == []


async def test_what_is_no_picture_or_too_large_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)IMAGE_PROCESS_FAILED"):
        await bot.send_photo(NEWBIE_GROUP, b"not a picture")
    with pytest.raises(BadRequest, match=r"(?i)PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(NEWBIE_GROUP, png(3000, 100))


async def test_documents_captions_copies_and_forwards_arrive(hall: Hall, bot: Bot) -> None:
    sent = await bot.send_document(
        NEWBIE_GROUP, "编号,分数".encode(), caption="导出", filename="点数.csv"
    )
    assert sent.document.file_name == "点数.csv"
    edited = await bot.edit_message_caption(NEWBIE_GROUP, sent.message_id, caption="导出（新）")
    assert edited.caption == "导出（新）"
    copied = await bot.copy_message(ADVANCED_GROUP, NEWBIE_GROUP, sent.message_id)
    assert hall.message(ADVANCED_GROUP, copied.message_id)["caption"] == "导出（新）"
    forwarded = await bot.forward_message(ADVANCED_GROUP, NEWBIE_GROUP, sent.message_id)
    assert forwarded.forward_origin.sender_user.id == bot.id
    assert check_all(hall.calls.records) == []


async def test_edits_are_checked_as_telegram_checks_them(hall: Hall, bot: Bot) -> None:
    theirs = hall.say(LIN, NEWBIE_GROUP, "我的")
    sent = await bot.send_message(NEWBIE_GROUP, "题目", reply_markup=keyboard())
    with pytest.raises(
        BadRequest, match=r"(?i)message is not modified: specified new message content"
    ):
        await sent.edit_text("题目", reply_markup=keyboard())
    edited = await sent.edit_text("答对了")
    assert edited.reply_markup is None
    assert edited.edit_date is not None
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("x", NEWBIE_GROUP, 999)
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("x", NEWBIE_GROUP, theirs["message_id"])
    with pytest.raises(BadRequest, match=r"(?i)no caption in the message to edit"):
        await bot.edit_message_caption(NEWBIE_GROUP, sent.message_id, caption="x")
    await bot.edit_message_reply_markup(NEWBIE_GROUP, sent.message_id, reply_markup=keyboard("b"))
    assert await sent.delete()
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await sent.delete()
    assert await bot.delete_messages(NEWBIE_GROUP, [theirs["message_id"], 12345])
    assert hall.chat(NEWBIE_GROUP).live(theirs["message_id"]) is None


async def test_a_pressed_button_is_answered_once_and_in_time(
    hall: Hall, bot: Bot, clock: ManualClock
) -> None:
    sent = await bot.send_message(NEWBIE_GROUP, "题目", reply_markup=keyboard())
    query_id = hall.press(LIN, NEWBIE_GROUP, sent.message_id, "quiz:1:a")
    (update,) = await updates(bot)
    assert update.callback_query.data == "quiz:1:a"
    await update.callback_query.answer("答对了", show_alert=True)
    answer = hall.queries[query_id].answer
    assert answer is not None
    assert (answer["text"], answer["show_alert"]) == ("答对了", True)
    late = hall.press(HE, NEWBIE_GROUP, sent.message_id, "quiz:1:a")
    clock.advance(minutes=2)
    with pytest.raises(BadRequest, match=r"(?i)query is too old and response timeout expired"):
        await bot.answer_callback_query(late)
    assert check_all(hall.calls.records) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("x" * 4097, "message is too long"),
        ("", "message text is empty"),
        ("\u200b\u200b", "text must be non-empty"),
        ("<b>x", 'can\'t find end tag corresponding to start tag "b"'),
        ("<h1>x</h1>", 'unsupported start tag "h1" at byte offset 0'),
        ("好<b>x</i>", 'unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("1 < 2", "unclosed start tag at byte offset 2"),
    ],
)
async def test_text_is_refused_in_telegrams_words(bot: Bot, text: str, complaint: str) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(NEWBIE_GROUP, text, parse_mode="HTML")
    assert complaint in caught.value.message.lower().replace("can't parse entities: ", "") or (
        complaint.lower() in caught.value.message.lower()
    )


async def test_the_limit_counts_what_is_seen_not_the_markup(bot: Bot) -> None:
    sent = await bot.send_message(NEWBIE_GROUP, f"<b>{'好' * 4096}</b>", parse_mode="HTML")
    assert len(sent.text) == 4096
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await bot.send_photo(NEWBIE_GROUP, png(), caption="🙂" * 513)


@pytest.mark.parametrize(
    ("data", "count", "complaint"),
    [("好" * 22, 1, "Button_data_invalid"), ("x", 101, "Reply_markup_too_long")],
)
async def test_keyboards_are_limited(bot: Bot, data: str, count: int, complaint: str) -> None:
    rows = [[InlineKeyboardButton("x", callback_data=data)] for _ in range(count)]
    with pytest.raises(BadRequest, match=f"(?i){complaint}"):
        await bot.send_message(NEWBIE_GROUP, "x", reply_markup=InlineKeyboardMarkup(rows))


async def test_a_private_chat_must_be_opened_by_the_person(hall: Hall, bot: Bot) -> None:
    with pytest.raises(Forbidden, match=r"(?i)bot can't initiate conversation with a user"):
        await bot.send_message(LIN, "你好")
    hall.start(LIN, "ref_1002")
    (update,) = await updates(bot)
    assert update.message.text == "/start ref_1002"
    assert update.message.entities[0].type == "bot_command"
    assert (await bot.send_message(LIN, "你好")).chat.type == "private"
    hall.block_bot(LIN)
    with pytest.raises(Forbidden, match=r"(?i)bot was blocked by the user"):
        await bot.send_message(LIN, "你好")
    kicked = (await updates(bot))[-1]
    assert kicked.my_chat_member.new_chat_member.status == "kicked"


async def test_unknown_chats_kicks_and_migrations_map_to_the_librarys_errors(
    hall: Hall, bot: Bot
) -> None:
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(-100, "x")
    new = hall.migrate(NEWBIE_GROUP)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(NEWBIE_GROUP, "x")
    assert moved.value.new_chat_id == new
    assert (await bot.send_message(new, "x")).chat.id == new
    services = [update.message for update in await updates(bot)]
    assert [message.migrate_to_chat_id for message in services] == [new, None]
    assert [message.migrate_from_chat_id for message in services] == [None, NEWBIE_GROUP]
    hall.remove_bot(ADVANCED_GROUP)
    with pytest.raises(Forbidden, match=r"(?i)bot was kicked from the supergroup chat"):
        await bot.send_message(ADVANCED_GROUP, "x")


async def test_topics_hold_messages_and_unknown_ones_are_refused(hall: Hall, bot: Bot) -> None:
    topic = hall.topic_named(ADVANCED_GROUP, "提问")
    hall.say(HE, ADVANCED_GROUP, "什么是市盈率？", topic=topic)
    (update,) = await updates(bot)
    assert update.message.message_thread_id == topic
    assert update.message.is_topic_message
    sent = await bot.send_message(ADVANCED_GROUP, "转给顾问了", message_thread_id=topic)
    assert sent.message_thread_id == topic
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(ADVANCED_GROUP, "x", message_thread_id=9999)
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(NEWBIE_GROUP, "x", message_thread_id=5)
    assert check_all(hall.calls.records) == []


async def test_sending_too_fast_is_refused_with_the_seconds_to_wait(
    hall: Hall, bot: Bot, clock: ManualClock
) -> None:
    for _ in range(20):
        await bot.send_message(NEWBIE_GROUP, "x")
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(NEWBIE_GROUP, "x")
    assert caught.value.retry_after == timedelta(seconds=60)
    clock.advance(seconds=60)
    assert await bot.send_message(NEWBIE_GROUP, "x")
    hall.pace.enforced = False
    for _ in range(25):
        await bot.send_message(NEWBIE_GROUP, "x")


async def test_a_person_takes_five_at_once_and_then_one_a_second(
    hall: Hall, bot: Bot, clock: ManualClock
) -> None:
    hall.start(LIN)
    for _ in range(5):
        await bot.send_message(LIN, "x")
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(LIN, "x")
    assert caught.value.retry_after == timedelta(seconds=1)
    clock.advance(seconds=1)
    assert await bot.send_message(LIN, "x")


async def test_planned_faults_hit_the_next_matching_call(hall: Hall, bot: Bot) -> None:
    hall.faults.flood(7, chat_id=NEWBIE_GROUP)
    with pytest.raises(RetryAfter):
        await bot.send_message(NEWBIE_GROUP, "x")
    hall.faults.break_server(code=502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(NEWBIE_GROUP, "x")
    before = len(hall.chat(NEWBIE_GROUP).history())
    hall.faults.lose_request("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(NEWBIE_GROUP, "lost")
    assert len(hall.chat(NEWBIE_GROUP).history()) == before
    hall.faults.lose_answer("sendMessage")
    with pytest.raises((NetworkError, TimedOut)):
        await bot.send_message(NEWBIE_GROUP, "arrived")
    assert hall.chat(NEWBIE_GROUP).history()[-1]["text"] == "arrived"
    assert [record.fault for record in hall.calls.records if record.fault] == [
        "refused",
        "refused",
        "request_lost",
        "answer_lost",
    ]


async def test_a_wrong_token_an_unknown_method_and_an_unknown_parameter_are_refused(
    hall: Hall, server: HallServer, bot: Bot
) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("7:wrong", base_url=server.base_url):
            pass
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("danceTango")
    with pytest.raises(BadRequest, match=r'(?i)knows no parameter "colour"'):
        await bot.send_message(NEWBIE_GROUP, "x", api_kwargs={"colour": "red"})
    assert hall.calls.records[-1].status == 400


async def test_members_and_administrators_are_told_as_telegram_tells_them(
    hall: Hall, bot: Bot
) -> None:
    assert await bot.get_chat_member_count(NEWBIE_GROUP) == 6
    ranks = {
        member.user.id: member.status
        for member in await bot.get_chat_administrators(-1001000000001)
    }
    assert ranks[OWNER] == "creator"
    assert ranks[bot.id] == "administrator"
    assert (await bot.get_chat_member(ADVANCED_GROUP, LIN)).status == "left"
    full = await bot.get_chat(ADVANCED_GROUP)
    assert full.is_forum
    assert await bot.restrict_chat_member(NEWBIE_GROUP, LIN, permissions={})  # type: ignore[arg-type]
    assert (await bot.get_chat_member(NEWBIE_GROUP, LIN)).status == "restricted"
    assert await bot.ban_chat_member(NEWBIE_GROUP, DANIEL)
    assert (await bot.get_chat_member(NEWBIE_GROUP, DANIEL)).status == "kicked"
    assert await bot.leave_chat(NEWBIE_GROUP)
    assert check_all(hall.calls.records) == []


async def test_profile_polls_pins_and_actions_are_understood(hall: Hall, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("checkin", "签到")], language_code="zh")
    assert (await bot.get_my_commands(language_code="zh"))[0].command == "checkin"
    await bot.delete_my_commands(language_code="zh")
    await bot.set_my_name("开市钟")
    assert (await bot.get_my_name()).name == "开市钟"
    await bot.set_chat_menu_button()
    await bot.send_chat_action(NEWBIE_GROUP, "typing")
    sent = await bot.send_message(
        NEWBIE_GROUP, "https://x.cn", link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    assert await bot.pin_chat_message(NEWBIE_GROUP, sent.message_id)
    assert await bot.set_message_reaction(NEWBIE_GROUP, sent.message_id, "👍")
    poll = await bot.send_poll(NEWBIE_GROUP, "哪天休市？", ["周五", "周六"], is_anonymous=False)
    hall.vote(LIN, NEWBIE_GROUP, poll.message_id, [1])
    answers = [update.poll_answer for update in await updates(bot) if update.poll_answer]
    assert list(answers[0].option_ids) == [1]
    closed = await bot.stop_poll(NEWBIE_GROUP, poll.message_id)
    assert closed.total_voter_count == 1
    assert (await bot.create_forum_topic(ADVANCED_GROUP, "新话题")).name == "新话题"
    assert check_all(hall.calls.records) == []


async def test_every_kind_of_update_is_one_that_telegram_could_send(hall: Hall, bot: Bot) -> None:
    await bot.get_updates(timeout=0, allowed_updates=Update.ALL_TYPES)
    said = hall.say(HE, NEWBIE_GROUP, "/start@opening_bell_bot 见 https://x.cn", forwarded_from=LIN)
    hall.edit(HE, NEWBIE_GROUP, said["message_id"], "改了")
    hall.send_photo(HE, NEWBIE_GROUP, png(), caption="#图")
    hall.post_as_anonymous_admin(NEWBIE_GROUP, "匿名")
    hall.post_as_channel(NEWBIE_GROUP, "频道", linked=True)
    hall.join(LIN, ADVANCED_GROUP)
    hall.mute(LIN, NEWBIE_GROUP)
    hall.promote(LIN, NEWBIE_GROUP)
    hall.ban(LIN, NEWBIE_GROUP)
    hall.new_topic(HE, ADVANCED_GROUP, "新话题")
    hall.start(HE)
    hall.block_bot(HE)
    group = hall.create_group("小群")
    hall.add_bot(group)
    hall.migrate(group)
    hall.rename(ADVANCED_GROUP, "进阶一群")
    hall.remove_bot(ADVANCED_GROUP)
    kinds = {kind for update in await updates(bot) for kind in update.to_dict()} - {"update_id"}
    assert kinds == {"message", "edited_message", "chat_member", "my_chat_member"}
    assert check_all(hall.calls.records) == []

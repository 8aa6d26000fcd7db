from typing import Any

import pytest

from bot.clock import ManualClock
from bot.sandbox.cast import (
    ADVANCED_GROUP,
    ANONYMOUS_ADMIN_ID,
    BOT_ID,
    CHANNEL,
    CHANNEL_POSTER_ID,
    HE,
    LIN,
    NEWBIE_GROUP,
    OTHER_BOT_ID,
    OWNER,
    VIP_GROUP,
)
from bot.sandbox.entities import detect, trim
from bot.sandbox.hall import Hall
from bot.sandbox.html_text import parse
from bot.sandbox.refusals import ApiError, HallError


def pending(hall: Hall) -> list[dict[str, Any]]:
    return list(hall.updates.pending)


def test_each_person_writes_only_where_they_are(hall: Hall) -> None:
    with pytest.raises(HallError, match="not-a-member"):
        hall.say(LIN, VIP_GROUP, "你好")
    with pytest.raises(HallError, match="not-a-member"):
        hall.say(LIN, HE, "你好")
    hall.mute(LIN, NEWBIE_GROUP)
    with pytest.raises(HallError, match="muted"):
        hall.say(LIN, NEWBIE_GROUP, "你好")
    hall.unmute(LIN, NEWBIE_GROUP)
    assert hall.say(LIN, NEWBIE_GROUP, "你好")["from"]["id"] == LIN
    with pytest.raises(HallError, match="empty"):
        hall.say(LIN, NEWBIE_GROUP, "  ")


def test_a_mute_ends_at_its_time_and_a_ban_keeps_the_door_closed(
    hall: Hall, clock: ManualClock
) -> None:
    hall.mute(LIN, NEWBIE_GROUP, until=hall.date() + 60)
    clock.advance(seconds=61)
    assert hall.say(LIN, NEWBIE_GROUP, "我回来了")
    hall.ban(LIN, NEWBIE_GROUP)
    with pytest.raises(HallError, match="banned"):
        hall.join(LIN, NEWBIE_GROUP)
    hall.join(LIN, NEWBIE_GROUP, invited_by=OWNER)
    assert hall.say(LIN, NEWBIE_GROUP, "  谢谢  ")["text"] == "谢谢"


def test_message_ids_count_in_each_chat(hall: Hall) -> None:
    first = hall.say(LIN, NEWBIE_GROUP, "一")["message_id"]
    hall.say(OWNER, VIP_GROUP, "别处")
    assert hall.say(LIN, NEWBIE_GROUP, "二")["message_id"] == first + 1


def test_a_text_of_ten_thousand_characters_goes_out_in_three_pieces(hall: Hall) -> None:
    hall.say(LIN, NEWBIE_GROUP, "长" * 10_000)
    lengths = [len(update["message"]["text"]) for update in pending(hall)]
    assert lengths == [4096, 4096, 1808]


def test_an_edit_replaces_the_text_but_not_what_was_already_told(hall: Hall) -> None:
    said = hall.say(LIN, NEWBIE_GROUP, "/checkin")
    hall.edit(LIN, NEWBIE_GROUP, said["message_id"], "算了")
    older, newer = pending(hall)
    assert older["message"]["text"] == "/checkin"
    assert newer["edited_message"]["text"] == "算了"
    assert "entities" not in newer["edited_message"]
    with pytest.raises(HallError, match="not-an-author"):
        hall.edit(HE, NEWBIE_GROUP, said["message_id"], "我的")


def test_a_button_that_is_not_there_cannot_be_pressed_but_can_be_forged(hall: Hall) -> None:
    said = hall.say(LIN, NEWBIE_GROUP, "x")["message_id"]
    with pytest.raises(HallError, match="unknown-button"):
        hall.press(LIN, NEWBIE_GROUP, said, "buy:1")
    hall.press(LIN, NEWBIE_GROUP, said, "buy:1", forged=True)
    assert pending(hall)[-1]["callback_query"]["data"] == "buy:1"


def test_anonymous_admins_and_channels_post_under_telegrams_own_accounts(hall: Hall) -> None:
    hall.post_as_anonymous_admin(NEWBIE_GROUP, "/bind newbie")
    hall.post_as_channel(NEWBIE_GROUP, "公告")
    hall.post_as_channel(NEWBIE_GROUP, "公告", linked=True)
    anonymous, channel, linked = (update["message"] for update in pending(hall))
    assert anonymous["from"]["id"] == ANONYMOUS_ADMIN_ID
    assert anonymous["sender_chat"]["id"] == NEWBIE_GROUP
    assert (channel["from"]["id"], channel["sender_chat"]["id"]) == (CHANNEL_POSTER_ID, CHANNEL)
    assert linked["is_automatic_forward"]
    assert linked["from"]["is_bot"] is False


def test_forwards_name_their_first_writer_and_other_bots_are_flagged(hall: Hall) -> None:
    hall.say(LIN, NEWBIE_GROUP, "/checkin", forwarded_from=HE)
    assert pending(hall)[-1]["message"]["forward_origin"]["sender_user"]["id"] == HE
    hall.join(OTHER_BOT_ID, NEWBIE_GROUP, invited_by=OWNER)
    hall.say(OTHER_BOT_ID, NEWBIE_GROUP, "晴")
    assert pending(hall)[-1]["message"]["from"]["is_bot"]


def test_topics_frame_messages_as_telegram_does(hall: Hall) -> None:
    topic = hall.topic_named(ADVANCED_GROUP, "提问")
    plain = hall.say(HE, ADVANCED_GROUP, "问", topic=topic)
    assert plain["reply_to_message"]["forum_topic_created"]["name"] == "提问"
    reply = hall.say(HE, ADVANCED_GROUP, "答", topic=topic, reply_to=plain["message_id"])
    assert reply["reply_to_message"]["text"] == "问"
    assert "reply_to_message" not in reply["reply_to_message"]
    thread = hall.say(
        LIN, NEWBIE_GROUP, "回", reply_to=hall.say(LIN, NEWBIE_GROUP, "x")["message_id"]
    )
    assert "is_topic_message" not in thread
    assert thread["message_thread_id"] == thread["reply_to_message"]["message_id"]


def test_the_bots_comings_goings_and_ranks_are_told(hall: Hall) -> None:
    group = hall.create_group("小群")
    hall.say(OWNER, group, "机器人还不在")
    assert pending(hall) == []
    hall.add_bot(group)
    hall.promote_bot(group)
    hall.demote_bot(group)
    hall.remove_bot(group)
    hall.say(OWNER, group, "机器人又不在了")
    changes = [update["my_chat_member"] for update in pending(hall) if "my_chat_member" in update]
    assert [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"])
        for change in changes
    ] == [
        ("left", "member"),
        ("member", "administrator"),
        ("administrator", "member"),
        ("member", "kicked"),
    ]
    services = [update["message"] for update in pending(hall) if "message" in update]
    assert services[0]["new_chat_members"][0]["id"] == BOT_ID
    assert services[1]["left_chat_member"]["id"] == BOT_ID


def test_a_group_can_be_renamed_and_becomes_another_when_migrated(hall: Hall) -> None:
    hall.rename(NEWBIE_GROUP, "新手一群")
    assert pending(hall)[-1]["message"]["new_chat_title"] == "新手一群"
    new = hall.migrate(NEWBIE_GROUP)
    with pytest.raises(HallError, match="migrated"):
        hall.say(LIN, NEWBIE_GROUP, "x")
    assert hall.say(LIN, new, "x")["chat"] == {"id": new, "title": "新手一群", "type": "supergroup"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/checkin@opening_bell_bot 签到", [("bot_command", 0, 25)]),
        ("🙂 /me", [("bot_command", 3, 3)]),
        ("a/b/c", []),
        ("问 @lin_xiaoman 和 a@b.cn", [("mention", 2, 12), ("email", 17, 6)]),
        (
            "见 https://x.cn/a，谢谢 #市盈率 $AAPL",
            [("url", 2, 14), ("hashtag", 20, 4), ("cashtag", 25, 5)],
        ),
        ("价格 3.14 和 12:30", []),
    ],
)
def test_commands_mentions_and_links_are_found_at_utf16_offsets(
    text: str, found: list[tuple[str, int, int]]
) -> None:
    assert [(item["type"], item["offset"], item["length"]) for item in detect(text)] == found


def test_trimming_moves_entities_along() -> None:
    text, entities = trim("  粗体 x ", [{"type": "bold", "offset": 2, "length": 5}])
    assert (text, entities) == ("粗体 x", [{"type": "bold", "offset": 0, "length": 4}])


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &amp; b &lt;c&gt; &copy;", "a & b <c> &copy;", []),
        (
            "<b>粗<i>斜</i></b>",
            "粗斜",
            [("italic", 1, 1), ("bold", 0, 2)],
        ),
        ('<a href="https://x.cn">看</a>', "看", [("text_link", 0, 1)]),
        ('<a href="nowhere">看</a>', "看", []),
        ('<a href="tg://user?id=1001">林</a>', "林", [("text_mention", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    seen, found = parse(source)
    assert seen == text
    assert [(item["type"], item["offset"], item["length"]) for item in found] == entities


def test_an_end_tag_without_a_start_is_refused() -> None:
    with pytest.raises(ApiError, match="Unexpected end tag at byte offset 1"):
        parse("x</b>")

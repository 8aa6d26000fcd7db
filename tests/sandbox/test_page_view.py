import pytest

from bot.sandbox import wording
from bot.sandbox.cast import ADVANCED_GROUP, HE, LIN, NEWBIE_GROUP, OPERATOR, OWNER, VIP_GROUP
from bot.sandbox.hall import Hall
from bot.sandbox.page_text import rich
from bot.sandbox.page_view import View, author, commands_for, is_service, summary


def test_the_first_view_is_the_newbie_group_as_the_first_member(hall: Hall) -> None:
    view = View(hall)
    assert (view.viewer, view.chat_id) == (LIN, NEWBIE_GROUP)
    assert [chat.id for chat in view.own_chats()] == [NEWBIE_GROUP, LIN]
    assert VIP_GROUP in [chat.id for chat in view.other_groups()]


def test_becoming_somebody_else_stays_in_the_chat_where_they_are_in_it(hall: Hall) -> None:
    view = View(hall, OWNER, VIP_GROUP)
    view.become(OPERATOR)
    assert view.chat_id == VIP_GROUP
    view.become(LIN)
    assert view.chat_id == NEWBIE_GROUP
    view.go(LIN)
    view.become(HE)
    assert view.chat_id == HE


def test_unread_counts_what_others_wrote_since_the_last_look(hall: Hall) -> None:
    view = View(hall)
    group = hall.chats[NEWBIE_GROUP]
    hall.say(HE, NEWBIE_GROUP, "一")
    hall.say(LIN, NEWBIE_GROUP, "我的")
    gone = hall.say(HE, NEWBIE_GROUP, "二")
    assert view.unread(group) == 2
    hall.remove(HE, NEWBIE_GROUP, gone["message_id"])
    assert view.unread(group) == 1
    view.look()
    assert view.unread(group) == 0


def test_outsiders_see_nothing_and_topics_keep_apart(hall: Hall) -> None:
    topic = hall.topic_named(ADVANCED_GROUP, "提问")
    hall.say(HE, ADVANCED_GROUP, "问", topic=topic)
    hall.say(HE, ADVANCED_GROUP, "综合里的")
    assert View(hall, LIN, ADVANCED_GROUP).messages() == []
    inside = View(hall, HE, ADVANCED_GROUP)
    assert [message["text"] for message in inside.messages()] == ["综合里的"]
    inside.topic = topic
    assert inside.messages()[-1]["text"] == "问"


def test_the_narrowest_menu_in_the_persons_language_wins(hall: Hall) -> None:
    menus = hall.profile.commands
    menus["default", ""] = [{"command": "help", "description": "Help"}]
    menus["all_group_chats", "zh"] = [
        {"command": "checkin", "description": "签到"},
        {"command": "me", "description": "名片"},
    ]
    menus[f"chat_administrators:{NEWBIE_GROUP}", ""] = [{"command": "bind", "description": "绑定"}]
    names = [item["command"] for item in commands_for(View(hall), "/")]
    assert names == ["checkin", "me"]
    assert [item["command"] for item in commands_for(View(hall), "/ch")] == ["checkin"]
    assert commands_for(View(hall, OPERATOR), "/")[0]["command"] == "bind"
    assert commands_for(View(hall, LIN, LIN), "/")[0]["command"] == "help"


def test_service_messages_and_strangers_get_a_line(hall: Hall) -> None:
    hall.join(LIN, ADVANCED_GROUP)
    hall.rename(ADVANCED_GROUP, "进阶一群")
    joined, renamed = hall.chat(ADVANCED_GROUP).history()[-2:]
    assert is_service(joined)
    assert [summary(joined), summary(renamed)] == ["林小满 加入了群", "群名改为「进阶一群」"]
    channel = hall.post_as_channel(NEWBIE_GROUP, "公告")
    assert author(channel) == ("模拟频道", wording.CHANNEL)


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("a<b>&", [], "a&lt;b&gt;&amp;"),
        ("🙂粗x", [{"type": "bold", "offset": 2, "length": 1}], "🙂<b>粗</b>x"),
        (
            "粗斜",
            [
                {"type": "bold", "offset": 0, "length": 2},
                {"type": "italic", "offset": 1, "length": 1},
            ],
            "<b>粗</b><b><i>斜</i></b>",
        ),
        (
            "x.cn",
            [{"type": "url", "offset": 0, "length": 4}],
            '<a href="https://x.cn" target="_blank" rel="noopener noreferrer">x.cn</a>',
        ),
        (
            "看",
            [{"type": "text_link", "offset": 0, "length": 1, "url": 'javascript:alert("1")'}],
            '<a href="https://javascript:alert(&#34;1&#34;)" target="_blank" '
            'rel="noopener noreferrer">看</a>',
        ),
    ],
)
def test_entities_become_tags_and_everything_else_is_escaped(
    text: str, entities: list[dict[str, object]], html: str
) -> None:
    assert rich(text, entities) == html

from datetime import UTC, datetime, timedelta

import pytest
from telegram import Update

from bot.telegram.incoming import Place, chat_of, said_at, speaker_of
from tests.factories.updates import (
    ANONYMOUS_ADMIN,
    GROUP,
    TELEGRAM,
    make_chat,
    make_membership,
    make_press,
    make_said,
    make_standing,
    make_update,
    make_user,
)
from tests.fixtures.telegram import NOW

CHANNEL = {"id": -100777, "type": "channel", "title": "公告"}


def read(raw: dict) -> Update:
    update = Update.de_json(raw, None)
    assert update is not None
    return update


def test_a_person_is_who_wrote() -> None:
    person = speaker_of(read(make_said("你好", user=make_user(7, "小林", username="lin"))))
    assert person is not None
    assert (person.id, person.first_name, person.username) == (7, "小林", "lin")


@pytest.mark.parametrize(
    ("user", "sender"),
    [
        (ANONYMOUS_ADMIN, make_chat()),
        (TELEGRAM, CHANNEL),
        ({"id": 136817688, "is_bot": True, "first_name": "Channel"}, CHANNEL),
        (make_user(7), CHANNEL),
    ],
)
def test_nobody_stands_behind_what_a_chat_says(user: dict, sender: dict) -> None:
    assert (
        speaker_of(read(make_said("你好", user=user, chat=make_chat(), sender_chat=sender))) is None
    )


def test_a_bot_is_nobody() -> None:
    bot = {"id": 9, "is_bot": True, "first_name": "Other"}
    assert speaker_of(read(make_said("你好", user=bot, chat=make_chat()))) is None


def test_a_press_under_a_message_of_a_channel_carries_the_real_person() -> None:
    update = read(make_press("x:1", user=make_user(7), chat=make_chat(), sender_chat=CHANNEL))
    person = speaker_of(update)
    assert person is not None
    assert person.id == 7


def test_a_press_under_a_message_too_old_to_be_shown_has_its_chat() -> None:
    raw = make_press("x:1", chat=make_chat())
    raw["callback_query"]["message"] = {"chat": make_chat(), "message_id": 5, "date": 0}
    chat = chat_of(read(raw))
    assert chat is not None
    assert (chat.id, chat.place, chat.thread_id) == (GROUP, Place.GROUP, None)


def test_a_topic_is_told_from_a_thread_of_replies() -> None:
    in_topic = chat_of(
        read(make_said("x", chat=make_chat(), message_thread_id=5, is_topic_message=True))
    )
    in_thread = chat_of(read(make_said("x", chat=make_chat(), message_thread_id=5)))
    assert in_topic is not None
    assert in_thread is not None
    assert (in_topic.thread_id, in_thread.thread_id) == (5, None)


def test_a_channel_is_no_place() -> None:
    assert chat_of(read(make_update(channel_post=make_said("x", chat=CHANNEL)["message"]))) is None


def test_a_backlog_counts_for_when_it_was_said() -> None:
    assert said_at(read(make_said("签到")), NOW + timedelta(hours=9)) == NOW


def test_a_date_from_the_future_is_not_believed() -> None:
    update = read(make_said("签到", date=int((NOW + timedelta(days=2)).timestamp())))
    assert said_at(update, NOW) == NOW


def test_a_press_counts_for_when_it_was_received() -> None:
    assert said_at(read(make_press("x:1")), datetime(2026, 1, 1, tzinfo=UTC)).year == 2026


@pytest.mark.parametrize("kind", ["chat_member", "my_chat_member"])
def test_a_change_of_membership_counts_from_when_it_happened(kind: str) -> None:
    update = read(make_membership(kind, make_standing("member"), make_standing("left")))
    assert said_at(update, NOW + timedelta(hours=1)) == NOW

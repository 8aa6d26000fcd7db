from collections.abc import Iterator
from typing import Any

import pytest

from bot.delivery.acts import Act
from db.models import Delivery
from db.repositories import review
from db.session import Database
from handlers import TABLE
from tests.factories.review import GROUP, MEMBER, OPS, OTHER, PROMISE, make_house
from tests.factories.updates import (
    ANONYMOUS_ADMIN,
    ME,
    make_chat,
    make_message,
    make_said,
    make_user,
)
from tests.fixtures.telegram import Rig

REPORTER, LIN = make_user(OTHER, "小何"), make_user(MEMBER, "小林")


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_house)
    yield Rig(db, TABLE)


async def _to(rig: Rig, chat: int) -> list[Delivery]:
    return [post for post in await rig.queued() if post.chat_id == chat]


async def test_a_reply_in_a_group_is_taken_without_a_word_there(rig: Rig) -> None:
    said = make_message(PROMISE, user=LIN, chat=make_chat())
    command = make_said("/report 骗人", user=REPORTER, chat=make_chat(), reply_to_message=said)
    assert await rig.feed(command) == []
    assert "骗人" in (await _to(rig, OPS))[0].markup
    assert "谢谢" in (await _to(rig, OTHER))[0].markup
    (gone,) = await _to(rig, GROUP)
    assert (gone.act, gone.message_id) == (Act.DELETE, command["message"]["message_id"])


async def test_in_private_words_or_a_forwarded_message_are_taken(rig: Rig) -> None:
    assert "两个办法" in (await rig.feed(make_said("/report", user=REPORTER)))[-1].text
    told = await rig.feed(make_said("/report 有人让我转账", user=REPORTER))
    assert "谢谢" in told[-1].text
    origin = {"type": "user", "sender_user": LIN, "date": 1_700_000_000}
    passed_on = make_message(PROMISE, user=REPORTER, forward_origin=origin)
    await rig.feed(make_said("/report", user=REPORTER, reply_to_message=passed_on))
    case = await rig.db.read(review.by_id, 2)
    assert case is not None
    assert (case.member_id, case.text) == (MEMBER, PROMISE)


async def test_words_of_the_bot_have_no_person_and_those_of_the_house_go_to_owners(
    rig: Rig,
) -> None:
    chat = make_chat()
    by_bot = make_message("早报", user=ME, chat=chat)
    await rig.feed(make_said("/report", user=REPORTER, chat=chat, reply_to_message=by_bot))
    by_house = make_message("加我", user=ANONYMOUS_ADMIN, chat=chat, sender_chat=chat)
    await rig.feed(make_said("/report", user=REPORTER, chat=chat, reply_to_message=by_house))
    first = await rig.db.read(review.by_id, 1)
    second = await rig.db.read(review.by_id, 2)
    assert first is not None
    assert second is not None
    assert (first.member_id, first.owners_only) == (None, False)
    assert (second.member_id, second.owners_only) == (None, True)


async def test_a_topic_is_no_reply(rig: Rig) -> None:
    made: dict[str, Any] = {"forum_topic_created": {"name": "闲聊", "icon_color": 1}}
    first = make_message(None, user=LIN, chat=make_chat(), **made)
    await rig.feed(make_said("/report", user=REPORTER, chat=make_chat(), reply_to_message=first))
    assert "两个办法" in (await _to(rig, OTHER))[0].markup

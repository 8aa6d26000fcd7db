from collections.abc import Iterator

import pytest

from db.repositories import review
from db.session import Database
from handlers import TABLE
from tests.factories.review import MEMBER, OPS, OTHER, make_case, make_house
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import Rig

LIN = make_user(MEMBER, "小林")


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_house)
    yield Rig(db, TABLE)


async def test_a_measure_is_appealed_against_in_three_taps(rig: Rig) -> None:
    assert "没有对你的处理" in (await rig.feed(make_said("/appeal", user=LIN)))[-1].text
    await rig.db.run(make_case)
    listed = (await rig.feed(make_said("申诉", user=LIN)))[-1]
    assert "删除消息 · 可以申诉" in listed.text
    asked = (await rig.feed(make_press(listed.data[0], user=LIN)))[-1]
    assert "4 到 500 个字" in asked.text
    told = (await rig.feed(make_said("我只是转述新闻", user=LIN)))[-1]
    assert "2 号申诉" in told.text
    assert "11月21日" in told.text
    card = [post for post in await rig.queued() if post.chat_id == OPS][-1]
    assert "申诉" in card.markup
    assert "我只是转述新闻" in card.markup
    again = (await rig.feed(make_said("/appeal", user=LIN)))[-1]
    assert "2 号申诉处理中" in again.text
    assert again.data == []


async def test_one_may_think_better_of_it(rig: Rig) -> None:
    await rig.db.run(make_case)
    asked = (await rig.feed(make_press("appeal:i1", user=LIN)))[-1]
    assert "没有申诉" in (await rig.feed(make_press(asked.data[0], user=LIN)))[-1].text
    await rig.feed(make_said("我只是转述新闻", user=LIN))
    assert await rig.db.read(review.by_id, 2) is None


async def test_others_measures_and_forged_keys_are_refused(rig: Rig) -> None:
    await rig.db.run(make_case)
    for data in ("appeal:i1", "appeal:", "appeal:i99", "appeal:" + "9" * 50):
        told = (await rig.feed(make_press(data, user=make_user(OTHER, "小何"))))[-1]
        assert "找不到这次处理" in told.text


async def test_in_a_group_it_leads_into_the_private_chat(rig: Rig) -> None:
    told = (await rig.feed(make_said("/appeal", user=LIN, chat=make_chat())))[-1]
    assert "申诉在私聊里说" in told.text
    assert told.buttons[0]["url"].endswith("start=appeal")
    note = (await rig.feed(make_press("appeal:i1", user=LIN, chat=make_chat())))[-1]
    assert "申诉在私聊里说" in note.text

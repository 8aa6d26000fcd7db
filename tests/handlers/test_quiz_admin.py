"""`/quizitem` as operators meet it: look, fix with a preview, retire, undo."""

from collections.abc import Iterator

import pytest

from db.opening import open_database
from db.repositories import quiz
from db.session import Database
from tests.factories.quiz import make_items
from tests.factories.updates import GROUP, make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, OWNER_ID, Call, Rig

BOSS, LIN = make_user(OWNER_ID, "运营"), make_user(7, "小林")


@pytest.fixture
def db(sqlite_url: str) -> Iterator[Database]:
    database = open_database(sqlite_url)
    yield database
    database.close()


@pytest.fixture
def rig(rig: Rig) -> Rig:
    rig.house.quiz_items = make_items()
    return rig


async def _say(rig: Rig, text: str) -> list[Call]:
    return await rig.feed(make_said(text, user=BOSS))


async def _press(rig: Rig, data: str) -> list[Call]:
    return await rig.feed(make_press(data, user=BOSS))


async def test_a_level_is_listed_by_pages(rig: Rig) -> None:
    rig.house.quiz_items = make_items(15)
    (reply,) = await _say(rig, "/quizitem list 2")
    assert "<b>第 2 关题库</b> · 15 题" in reply.text
    assert reply.data[-1] == "quizitem:list:2-1"
    _, page = await _press(rig, reply.data[-1])
    assert "l2-15" in page.text


async def test_an_item_is_shown_with_its_right_option(rig: Rig) -> None:
    (reply,) = await _say(rig, "/quizitem show l1-01")
    assert reply.text.count("✓") == 1
    assert "还没有人答过" in reply.text
    assert reply.data == ["quizitem:fix:l1-01", "quizitem:retire:l1-01"]


async def test_a_fix_is_shown_before_it_is_saved_and_can_be_undone(rig: Rig) -> None:
    await _press(rig, "quizitem:fix:l1-01")
    (draft,) = await _say(rig, "题目：改过的题目\nA：改过的选项")
    assert "改过的题目" in draft.text
    assert "还没保存" in draft.text
    _, saved = await _press(rig, draft.data[0])
    assert "版本 2" in saved.text
    _, undone = await _press(rig, saved.data[-1])
    assert "版本 1" in undone.text


async def test_a_fix_that_cannot_be_read_may_be_typed_again(rig: Rig) -> None:
    await _say(rig, "/quizitem fix l1-01")
    (refused,) = await _say(rig, "题目：")
    assert refused.text.startswith("没有保存。")
    (draft,) = await _say(rig, "题目：这次对了")
    _, left = await _press(rig, draft.data[1])
    assert "保持原样" in left.text
    (shown,) = await _say(rig, "/quizitem show l1-01")
    assert "版本 1" in shown.text


async def test_retiring_and_restoring_by_button(rig: Rig) -> None:
    (shown,) = await _say(rig, "/quizitem show l1-01")
    _, retired = await _press(rig, shown.data[1])
    assert "已停用" in retired.text
    rig.clock.advance(minutes=1)
    _, back = await _press(rig, "quizitem:restore:l1-01")
    assert "使用中" in back.text


async def test_members_neither_see_nor_change_items(rig: Rig) -> None:
    (reply,) = await rig.feed(make_said("/quizitem show l1-01", user=LIN))
    assert "l1-01" not in reply.text
    for data in ("quizitem:show:l1-01", "quizitem:retire:l1-01", "quizitem:undo:1"):
        (note,) = await rig.feed(make_press(data, user=LIN))
        assert note.method == "answerCallbackQuery"
        assert "✓" not in note.text


async def test_no_right_option_is_shown_in_a_members_group(rig: Rig) -> None:
    (reply,) = await rig.feed(make_said("/quizitem show l1-01", user=BOSS, chat=make_chat(GROUP)))
    assert "✓" not in reply.text


@pytest.mark.parametrize(
    "text",
    ["/quizitem show", "/quizitem what", "/quizitem fix", "/quizitem list 9", "/quizitem list x"],
)
async def test_what_cannot_be_read_is_answered_with_the_usage(rig: Rig, text: str) -> None:
    (reply,) = await _say(rig, text)
    assert reply.text.startswith("用法")


@pytest.mark.parametrize(
    "data", ["quizitem:", "quizitem:list:9-0", "quizitem:list:1", "quizitem:undo:x"]
)
async def test_a_button_that_nobody_made_is_gone(rig: Rig, data: str) -> None:
    (note,) = await _press(rig, data)
    assert note.method == "answerCallbackQuery"


async def test_operators_see_whether_somebody_meets_what_a_tier_asks_for(rig: Rig) -> None:
    await rig.feed(make_said("你好", user=LIN))
    (before,) = await _say(rig, "/quizitem who 7")
    assert "还没有过任何一关" in before.text
    assert "进阶群要求第 2 关：还没达到" in before.text
    rig.db.run_sync(quiz.add_pass, LIN["id"], 2, 1, 8, NOW)
    (after,) = await _say(rig, "/quizitem who 7")
    assert "进阶群要求第 2 关：已达到" in after.text
    (unknown,) = await _say(rig, "/quizitem who @nobody")
    assert "要求" not in unknown.text

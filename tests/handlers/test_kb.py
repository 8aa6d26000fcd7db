from collections.abc import Iterator
from typing import Any

import pytest

from bot.knowledge import overview, service
from bot.knowledge.service import NewEntry
from bot.knowledge.states import Origin, Status
from db.repositories import knowledge
from db.session import Database
from handlers import TABLE
from jobs.knowledge import ask_waiting, tell_expired
from tests.factories.knowledge import (
    EXPERT,
    HOME,
    NOW,
    OWNER,
    SECOND,
    WRITER,
    make_served,
    make_staff,
)
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import Call, Rig

OPS = make_chat(-1009, "运营群")
BY, OTHER = make_user(WRITER, "运营甲"), make_user(SECOND, "运营乙")
EXPERT_USER, OWNER_USER, MEMBER = (
    make_user(EXPERT, "专家"),
    make_user(OWNER, "所有者"),
    make_user(7),
)
LINES = (
    "/kb add\n键：open-account\n问：怎么开户？\n答：在官方 App 里开。\n标签：账户\n来源：一般说明"
)


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_staff)
    yield Rig(db, TABLE)


async def _say(rig: Rig, text: str, user: dict[str, Any] = BY, **more: Any) -> Call:
    return (await rig.feed(make_said(text, user=user, **more)))[-1]


async def _press(rig: Rig, data: str, user: dict[str, Any] = BY, **more: Any) -> list[str]:
    calls = await rig.feed(make_press(data, user=user, **more))
    return [call.text for call in calls if call.text]


async def _cards(rig: Rig) -> list[tuple[str, list[str]]]:
    posts = await rig.queued()
    return [(one.markup, [b["data"] for row in one.buttons for b in row]) for one in posts]


async def _answer(rig: Rig, key: str = "open-account") -> str | None:
    found = await rig.db.read(service.entry, key, rig.clock.now())
    return found.answer[HOME] if found else None


async def test_an_entry_is_written_in_one_message_submitted_and_approved(rig: Rig) -> None:
    form = await _say(rig, LINES)
    assert "open-account" in form.text and "kb:submit-1-1" in form.data
    assert "已提交" in (await _press(rig, "kb:submit-1-1"))[-1]
    ((card, buttons),) = await _cards(rig)
    assert "等待批准" in card and "在官方 App 里开。" in card
    assert buttons == ["kb:ok-1-1", "kb:edit-1", "kb:drop-1-1"]
    assert "另一个人批准" in (await _press(rig, "kb:ok-1-1", chat=OPS))[-1]
    assert await _answer(rig) is None
    assert "已由运营乙批准" in (await _press(rig, "kb:ok-1-1", OTHER, chat=OPS))[-1]
    assert await _answer(rig) == "在官方 App 里开。"
    await _press(rig, "kb:ok-1-1", OTHER, chat=OPS)
    history = await _say(rig, "/kb history open-account")
    assert "人60 添加，人61批准" in history.text.replace("运营甲", "人60").replace("运营乙", "人61")


async def test_the_dialogue_in_private_asks_for_question_and_answer_and_shows_the_form(
    rig: Rig,
) -> None:
    assert "写问题" in (await _say(rig, "/kb add")).text
    assert "有 130 个字" in (await _say(rig, "问" * 130)).text
    assert "写回答" in (await _say(rig, "怎么销户？")).text
    form = await _say(rig, "到柜台或在官方 App 里办。")
    assert "kb:field-1-tags" in form.data
    await _press(rig, "kb:field-1-source")
    assert "公司公告" in (await _say(rig, "公司公告")).text
    assert "税" in (await _press(rig, "kb:set-1-tags-tax"))[-1]
    assert "进阶及以上" in (await _press(rig, "kb:set-1-tier-advanced"))[-1]
    assert await rig.db.read(overview.counts, NOW) == {Status.DRAFT: 1}


@pytest.mark.parametrize(
    "data",
    ["kb:set-1-tier-gold", "kb:set-1-key-x", "kb:field-1-colour", "kb:list-all-0", "kb:show-99",
     "kb:ok-x-1", "kb:list-draft-x", "kb:nothing-1", "kb:edit-99", "kb:retire-99", "kb:history-99"],
)  # fmt: skip
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    await _say(rig, LINES)
    told = await _press(rig, data)
    assert any("按钮" in text for text in told), told
    assert (await rig.db.read(knowledge.by_id, 1)).latest == 1  # type: ignore[union-attr]


async def test_a_member_gets_nothing_of_it_and_a_members_group_neither(rig: Rig) -> None:
    assert "获得授权" in (await _say(rig, "/kb", MEMBER)).text
    assert any("获得授权" in text for text in await _press(rig, "kb:home", MEMBER))
    assert "私聊" in (await _say(rig, "/kb", chat=make_chat(-1001))).text


async def test_an_expert_writes_and_does_not_approve(rig: Rig) -> None:
    await _say(rig, LINES, EXPERT_USER)
    await _press(rig, "kb:submit-1-1", EXPERT_USER)
    assert any("获得授权" in text for text in await _press(rig, "kb:ok-1-1", EXPERT_USER))
    assert "已由运营乙批准" in (await _press(rig, "kb:ok-1-1", OTHER))[-1]


async def test_an_owner_is_asked_once_more_before_approving_their_own(rig: Rig) -> None:
    await _say(rig, LINES, OWNER_USER)
    await _press(rig, "kb:submit-1-1", OWNER_USER)
    (asked,) = [c for c in await rig.feed(make_press("kb:ok-1-1", user=OWNER_USER)) if c.text]
    assert "自己写的" in asked.text and asked.data == ["kb:own-1-1"]
    assert await _answer(rig) is None
    assert "已由所有者批准" in (await _press(rig, "kb:own-1-1", OWNER_USER))[-1]
    assert await _answer(rig) is not None


async def test_who_is_no_owner_gains_nothing_by_the_owners_button(rig: Rig) -> None:
    await _say(rig, LINES)
    await _press(rig, "kb:submit-1-1")
    assert "另一个人批准" in (await _press(rig, "kb:own-1-1"))[-1]
    assert await _answer(rig) is None


async def test_what_the_gate_stops_is_told_with_its_reason(rig: Rig) -> None:
    form = await _say(rig, LINES.replace("在官方 App 里开。", "买这只股票必涨。"))
    assert "合规未通过" in form.text and "R-" in form.text
    assert "合规未通过" in (await _press(rig, "kb:submit-1-1"))[-1]
    assert await _cards(rig) == []


async def test_an_edit_by_lines_waits_and_is_found_in_the_list(rig: Rig) -> None:
    await rig.db.run(make_served)
    form = await _say(rig, "/kb edit reset-password\n答：请到柜台办理。")
    assert "请到柜台办理" in form.text and "kb:submit-1-2" in form.data
    await _press(rig, "kb:submit-1-2")
    counts = await _say(rig, "/kb")
    assert "待批准 1" in counts.text and "使用中 1" in counts.text
    assert "kb:list-waiting-0" in counts.data
    assert "reset-password" in (await _press(rig, "kb:list-waiting-0"))[-1]
    shown = await _say(rig, "/kb show reset-password")
    assert "仍是第 1 版" in shown.text and "kb:ok-1-2" in shown.data


async def test_a_long_list_is_turned_page_by_page(rig: Rig) -> None:
    def many(session: Any) -> None:
        for number in range(10):
            make_served(session, f"entry-{number}")

    await rig.db.run(many)
    (first,) = [c for c in await rig.feed(make_press("kb:list-served-0", user=BY)) if c.text]
    assert "entry-7" in first.text and "entry-8" not in first.text
    assert "kb:list-served-1" in first.data
    assert "entry-9" in (await _press(rig, "kb:list-served-999"))[-1]


async def test_words_are_found_in_either_script_best_first(rig: Rig) -> None:
    await rig.db.run(make_served)
    await rig.db.run(make_served, "about-fees", question={"zh-Hans": "手续费多少？"})
    found = await _say(rig, "/kb search 交易密碼")
    assert "reset-password" in found.text and "about-fees" not in found.text
    assert "没有找到" in (await _say(rig, "/kb search 期权")).text


@pytest.mark.parametrize("words", ["\u200b", "😀", "・", "　"])
async def test_a_search_for_nothing_finds_nothing(rig: Rig, words: str) -> None:
    await rig.db.run(make_served)
    assert "reset-password" not in (await _say(rig, f"/kb search {words}")).text


async def test_a_card_longer_than_a_message_is_shown_whole(rig: Rig) -> None:
    long = {one: "答" * 1490 + f"完{one}" for one in ("zh-Hans", "zh-Hant", "en")}
    question = dict.fromkeys(long, "问？")
    await rig.db.run(make_served, question=question, answer=long)
    calls = await rig.feed(make_press("kb:show-1", user=BY))
    told = "".join(call.text for call in calls)
    assert all(f"完{one}" in told for one in long) and "kb:edit-1" in calls[-1].data


async def test_retiring_names_the_consequence_asks_once_more_and_can_be_undone(rig: Rig) -> None:
    await rig.db.run(make_served)
    asked = await _say(rig, "/kb retire reset-password")
    assert "不再得到" in asked.text and asked.data[0] == "kb:gone-1"
    assert await _answer(rig, "reset-password") is not None
    assert "已停用" in (await _press(rig, "kb:gone-1"))[-1]
    assert await _answer(rig, "reset-password") is None
    assert "恢复" in (await _press(rig, "kb:restore-1"))[-1]
    assert "已经处理过" in (await _press(rig, "kb:restore-1", OTHER))[-1]
    assert await _answer(rig, "reset-password") is not None


async def test_an_expired_entry_gets_one_card_and_is_served_again_with_one_button(
    rig: Rig,
) -> None:
    await rig.db.run(make_served, review_by="2026-11-22")
    rig.clock.advance(days=4)
    before = len(await _cards(rig))
    for _ in range(2):
        await tell_expired(rig.house, rig.clock.now())
    (card, buttons), *more = (await _cards(rig))[before:]
    assert more == [] and "已到期" in card
    assert buttons == ["kb:renew-1-1", "kb:edit-1", "kb:retire-1"]
    assert await _answer(rig, "reset-password") is None
    late = [make_press("kb:renew-1-1", user=OTHER, chat=OPS)]
    assert "有效到 2027-05-" in (await rig.feed(*late))[-1].text
    assert await _answer(rig, "reset-password") is not None
    assert "已经处理过" in (await rig.feed(make_press("kb:renew-1-1", user=BY, chat=OPS)))[-1].text


async def test_an_answer_from_an_expert_becomes_an_entry_with_one_button(rig: Rig) -> None:
    new = NewEntry("怎么转户？", "到柜台办。", HOME, ("account",), Origin.EXPERT, "case:7", EXPERT)
    await rig.db.run(service.draft, new, NOW)
    await ask_waiting(rig.house, NOW)
    await ask_waiting(rig.house, NOW)
    ((card, buttons),) = await _cards(rig)
    assert "来自专家答复" in card
    await _press(rig, buttons[0], OTHER, chat=OPS)
    (found,) = await rig.db.read(service.served, NOW, None)
    assert found.answer[HOME] == "到柜台办。"


async def test_two_operators_who_press_at_once_approve_once_and_drop_nothing(rig: Rig) -> None:
    await _say(rig, LINES)
    await _press(rig, "kb:submit-1-1")
    both = (make_press("kb:ok-1-1", user=OTHER), make_press("kb:drop-1-1", user=OWNER_USER))
    calls = await rig.feed(*both)
    assert any("已经处理过" in call.text for call in calls)
    assert await _answer(rig) is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/kb colour", "看不懂"),
        ("/kb show nothing-here", "没有「nothing-here」"),
        ("/kb search", "看不懂"),
        ("/kb edit", "看不懂"),
        ("/kb history", "看不懂"),
        ("/kb retire", "看不懂"),
        ("/kb add\n键：Bad Key\n问：问\n答：答", "小写字母"),
        ("/kb add\n标签：股票\n问：问\n答：答", "没有「股票」这个标签"),
        ("/kb add\n标签：账户", "问题和回答都写了"),
        ("/kb add\n问：问\n答：" + "答" * 1600, "请缩短"),
    ],
)
async def test_what_makes_no_sense_is_named(rig: Rig, text: str, told: str) -> None:
    assert told in (await _say(rig, text)).text

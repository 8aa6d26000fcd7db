"""The expert desk as operators and askers press and type it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.archive.kinds import RecordKind
from bot.archive.service import Said, keep
from bot.questions.states import QuestionState
from db.models.question import QuestionCase
from db.repositories import expert_desk
from db.session import Database
from handlers import TABLE
from jobs import questions as question_jobs
from tests.factories import experts
from tests.factories.experts import (
    ASKER,
    EXPERT,
    GROUP,
    HELPER,
    OPERATOR,
    OPS,
    SECOND,
    case_now,
    make_people,
    make_waiting,
)
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import BOT_ID, NOW, Call, Rig

LIN, CHEN = make_user(EXPERT, "林顾问"), make_user(SECOND, "陈顾问")
XIAOLIN, QIAO = make_user(ASKER, "小林"), make_user(OPERATOR, "运营甲")
OPS_CHAT, GROUP_CHAT = make_chat(OPS, "运营群"), make_chat(GROUP, "进阶一群")
CARD = 6001


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_people)
    yield Rig(db, TABLE)


def _bot_message(number: int, chat: dict[str, Any]) -> dict[str, Any]:
    author = {"id": BOT_ID, "is_bot": True, "first_name": "钟"}
    date = int(NOW.timestamp())
    return {"message_id": number, "date": date, "chat": chat, "from": author, "text": "x"}


async def _waiting(rig: Rig, **changes: Any) -> int:
    """Open a question and let its card arrive as message CARD."""

    def begin(session: Session) -> int:
        case = make_waiting(session, now=NOW, **changes)
        expert_desk.set_columns(session, case.id, card_chat_id=OPS, card_message_id=CARD)
        return case.id

    return await rig.db.run(begin)


async def _case(rig: Rig, number: int) -> QuestionCase:
    return await rig.db.read(case_now, number)


async def _press(rig: Rig, data: str, user: dict[str, Any] = LIN, **more: Any) -> list[Call]:
    return await rig.feed(make_press(data, **{"user": user, "chat": OPS_CHAT, **more}))


async def _reply(rig: Rig, text: str, user: dict[str, Any] = LIN, **more: Any) -> list[Call]:
    values = {
        "user": user,
        "chat": OPS_CHAT,
        "reply_to_message": _bot_message(CARD, OPS_CHAT),
        **more,
    }
    return await rig.feed(make_said(text, **values))


async def test_two_experts_press_and_the_second_is_told_who_has_it(rig: Rig) -> None:
    number = await _waiting(rig)
    assert (await _press(rig, f"expert:claim-{number}"))[-1].text == "已接手。"
    assert "林顾问 接手" in (await _press(rig, f"expert:claim-{number}", CHEN))[-1].text
    assert (await _press(rig, f"expert:release-{number}"))[-1].text == "已放回。"


async def test_a_reply_to_the_card_answers_and_says_where_it_went(rig: Rig) -> None:
    number = await _waiting(rig)
    assert "已发到群里" in (await _reply(rig, "先开通权限，再做测评"))[-1].text
    assert (await _case(rig, number)).state is QuestionState.ANSWERED
    sent = [post for post in await rig.queued() if post.chat_id == GROUP]
    assert "先开通权限" in sent[-1].markup


async def test_a_stopped_answer_comes_back_with_its_reasons(rig: Rig) -> None:
    number = await _waiting(rig)
    said = (await _reply(rig, "放心，保证收益，稳赚不赔"))[-1].text
    assert "没有发出" in said
    assert "保证收益" in said
    assert (await _case(rig, number)).state is QuestionState.WAITING


async def test_a_question_mark_in_front_asks_back(rig: Rig) -> None:
    number = await _waiting(rig)
    assert "不计时" in (await _reply(rig, "？您的账户开了多久"))[-1].text
    assert (await _case(rig, number)).asked_back_at is not None


async def test_what_to_ask_back_may_be_typed_in_private(rig: Rig) -> None:
    number = await _waiting(rig)
    assert "以「？」开头" in (await _press(rig, f"expert:back-{number}"))[-1].text
    told = await rig.feed(make_said("账户开了多久？", user=LIN))
    assert "不计时" in told[-1].text
    assert (await _case(rig, number)).asked_back_at is not None


async def test_a_picture_in_reply_to_the_card_is_declined(rig: Rig) -> None:
    await _waiting(rig)
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
    update = make_said("", user=LIN, chat=OPS_CHAT, reply_to_message=_bot_message(CARD, OPS_CHAT))
    update["message"].pop("text")
    update["message"]["photo"] = photo
    assert "只能转达文字" in (await rig.feed(update))[-1].text


async def test_members_may_not_answer_by_replying_to_a_card(rig: Rig) -> None:
    number = await _waiting(rig)
    await _reply(rig, "我来答", XIAOLIN)
    assert (await _case(rig, number)).state is QuestionState.WAITING


async def test_handing_on_and_closing_ask_first(rig: Rig) -> None:
    number = await _waiting(rig)
    await _press(rig, f"expert:claim-{number}")
    await _press(rig, f"expert:hand-{number}")
    asked = (await rig.queued())[-1]
    offered = [button["data"] for row in asked.buttons for button in row]
    assert f"expert:to-{number}-{SECOND}" in offered
    await _press(rig, f"expert:to-{number}-{SECOND}")
    assert (await _case(rig, number)).assignee_id == SECOND
    await _press(rig, f"expert:close-{number}", CHEN)
    assert (await _case(rig, number)).state is QuestionState.HUMAN
    assert (await _press(rig, f"expert:sure-{number}", CHEN))[-1].text == "已关闭。"


async def test_only_the_asker_rates(rig: Rig) -> None:
    number = await _waiting(rig)
    await _reply(rig, "先开通权限")
    other = await _press(rig, f"qrate:{number}-5", LIN, chat=GROUP_CHAT)
    assert "只有提问人" in other[-1].text
    rated = await _press(rig, f"qrate:{number}-5", XIAOLIN, chat=GROUP_CHAT)
    assert "谢谢" in rated[-1].text
    assert (await _case(rig, number)).rating == 5


@pytest.mark.parametrize(
    "data", ["expert:claim-x", "expert:fly-1", "expert:to-1", "qrate:1-3", "qsolved:1", "expert:"]
)
async def test_forged_buttons_do_nothing(rig: Rig, data: str) -> None:
    assert (await _press(rig, data))[-1].text
    assert await rig.queued() == []


async def test_the_queue_a_case_and_the_report(rig: Rig) -> None:
    number = await _waiting(rig)
    listed = (await rig.feed(make_said("/tickets", user=LIN, chat=OPS_CHAT)))[-1].text
    assert "待答 1 件" in listed
    shown = (await rig.feed(make_said(f"/tickets {number}", user=LIN, chat=OPS_CHAT)))[-1]
    assert "科创板怎么开通" in shown.text
    assert f"expert:claim-{number}" in shown.data
    report = (await rig.feed(make_said("/tickets report", user=LIN, chat=OPS_CHAT)))[-1].text
    assert "周报" in report
    missing = (await rig.feed(make_said("/tickets 999", user=LIN, chat=OPS_CHAT)))[-1].text
    assert "没有 999 号" in missing
    in_public = (await rig.feed(make_said("/tickets", user=LIN, chat=GROUP_CHAT)))[-1].text
    assert "科创板" not in in_public


async def test_licences_are_declared_listed_and_removed(rig: Rig) -> None:
    async def say(text: str, user: dict[str, Any] = QIAO) -> str:
        return (await rig.feed(make_said(text, user=user, chat=OPS_CHAT)))[-1].text

    assert "证券投资咨询" in await say(f"/expert licence {EXPERT} 投顾 2027-03-31 S0010120080001")
    assert "证券投资咨询，至 2027 年3月31日" in await say("/expert")
    assert "账户、费用" in await say(f"/expert topics {EXPERT} 账户 费用")
    assert "什么提问都接" in await say(f"/expert topics {EXPERT} 全部")
    assert "没有「占星」这个领域" in await say(f"/expert topics {EXPERT} 占星")
    assert "不在，11月23日" in await say(f"/expert away {EXPERT} 3天")
    assert "不在，11月23日" in await say("/expert")
    assert "回来了" in await say(f"/expert away {EXPERT} back")
    assert "已移除" in await say(f"/expert remove {EXPERT} 投顾")
    assert "没看懂" in await say(f"/expert licence {EXPERT} 投顾")
    refused = await say("/expert pause 故障演练", LIN)
    assert "停止计时" not in refused


async def test_the_incident_switch_from_the_chat(rig: Rig) -> None:
    async def say(text: str) -> str:
        return (await rig.feed(make_said(text, user=QIAO, chat=OPS_CHAT)))[-1].text

    await _waiting(rig)
    assert "停止计时" in await say("/expert pause 行情系统故障")
    assert "行情系统故障" in await say("/expert pause 再停一次")
    assert "恢复计时" in await say("/expert resume")
    assert "没有暂停" in await say("/expert resume")


async def test_an_asker_replies_to_the_answer_and_it_is_open_again(rig: Rig) -> None:
    number = await _waiting(rig)
    await _reply(rig, "先开通权限")
    await rig.db.run(experts.deliver)
    told = (await rig.db.read(experts.posts, GROUP))[-1]
    answered = {"reply_to_message": _bot_message(told.message_id, GROUP_CHAT), "chat": GROUP_CHAT}
    thanks = await rig.feed(make_said("谢谢老师", user=XIAOLIN, **answered))
    assert thanks == []
    again = await rig.feed(make_said("可是深市的怎么办", user=XIAOLIN, **answered))
    assert "重新打开" in again[-1].text
    case = await _case(rig, number)
    assert (case.state, case.reopened) == (QuestionState.WAITING, 1)


async def test_a_members_answer_is_accepted_by_word_and_by_button(rig: Rig) -> None:
    number = await _waiting(rig)
    case = await _case(rig, number)

    def say(session: Session) -> None:
        values = {"chat_id": GROUP, "author_id": HELPER, "at": NOW, "kind": RecordKind.RECEIVED}
        text = "先在App里申请权限"
        said = Said(**values, message_id=7000, text=text, details={"reply_to": case.message_id})
        keep(session, [said])

    await rig.db.run(say)
    await question_jobs.question_tick(rig.house, rig.clock.now())
    offer = [post for post in await rig.queued() if post.chat_id == GROUP][-1]
    data = offer.buttons[0][0]["data"]
    refused = await _press(rig, data, make_user(HELPER, "小何"), chat=GROUP_CHAT)
    assert "只有提问人或顾问" in refused[-1].text
    accepted = await _press(rig, data, XIAOLIN, chat=GROUP_CHAT)
    assert "小何 的回答被采纳，积分 +12" in accepted[-1].text
    helper = {"id": HELPER, "is_bot": False, "first_name": "小何"}
    message = {**_bot_message(7000, GROUP_CHAT), "from": helper}
    again = await rig.feed(
        make_said("采纳", user=XIAOLIN, chat=GROUP_CHAT, reply_to_message=message)
    )
    assert "已经采纳过" in again[-1].text
    alone = await rig.feed(make_said("采纳", user=XIAOLIN, chat=GROUP_CHAT))
    assert alone == []


async def test_the_tick_runs_as_often_as_it_likes(rig: Rig) -> None:
    await _waiting(rig)
    for minutes in (0, 31, 31, 61, 61):
        await question_jobs.question_tick(rig.house, NOW + timedelta(minutes=minutes))
    sent = [post.send_key for post in await rig.queued()]
    assert len(sent) == len(set(sent))
    assert sum(key.startswith("qping:") for key in sent) == 2

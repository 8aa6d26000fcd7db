from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.delivery.acts import Act
from bot.members.roles import Role
from bot.members.tiers import Binding, Purpose
from bot.questions.promise import NoHumanDesk, Promise
from bot.questions.shelf import Shelves
from bot.questions.states import EventKind, OfferVerdict, QuestionState
from db.models import Group, QuestionCase, QuestionEvent, QuestionOffer, RoleGrant
from db.repositories import groups, questions
from db.session import Database
from handlers import TABLE
from tests.factories.entries import StandIndex, StandKnowledge, make_entry
from tests.factories.members import make_member
from tests.factories.updates import (
    GROUP,
    ME,
    make_chat,
    make_membership,
    make_message,
    make_press,
    make_said,
    make_standing,
    make_update,
    make_user,
)
from tests.fixtures.telegram import BOT_NAME, NOW, Call, Rig

S = QuestionState
ASKER, OTHER, STAFF = make_user(501, "小林"), make_user(502, "小何"), make_user(503, "方岚")
TOPIC = 77


class Desk:
    """Promises half an hour and counts what it was shown."""

    def __init__(self) -> None:
        self.entered: list[int] = []
        self.seen: list[tuple[int, QuestionState]] = []

    def enter(self, session: Session, case: QuestionCase, now: Any) -> Promise:
        self.entered.append(case.id)
        return Promise(now + timedelta(minutes=30))

    def changed(self, session: Session, case: QuestionCase, now: Any) -> None:
        self.seen.append((case.id, case.state))


def _people(session: Session) -> None:
    for one in (ASKER, OTHER, STAFF):
        make_member(session, one["id"], first_name=one["first_name"])
    session.add(Group(chat_id=GROUP, title="新手一群", binding=Binding.NEWBIE, first_seen_at=NOW))
    session.flush()
    group = groups.by_chat(session, GROUP)
    assert group is not None
    groups.bind_topic(session, group.id, Purpose.QUESTIONS, TOPIC)
    session.add(RoleGrant(member_id=503, role=Role.EXPERT, granted_by=1, granted_at=NOW))


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(_people)
    rig = Rig(db, TABLE)
    rig.house.shelves = Shelves(StandKnowledge(), StandIndex)
    rig.house.human_desk = Desk()
    yield rig


def _desk(rig: Rig) -> Desk:
    assert isinstance(rig.house.human_desk, Desk)
    return rig.house.human_desk


def _case(rig: Rig, case_id: int = 1) -> QuestionCase:
    found = rig.db.run_sync(questions.case, case_id)
    assert found is not None
    return found


def _events(rig: Rig, case_id: int = 1) -> list[QuestionEvent]:
    return list(rig.db.run_sync(questions.events, case_id))


def _kinds(rig: Rig, case_id: int = 1) -> list[EventKind]:
    return [event.kind for event in _events(rig, case_id)]


def _offers(rig: Rig) -> list[QuestionOffer]:
    return list(rig.db.run_sync(questions.offers, 1))


async def _ask(rig: Rig, text: str, **more: Any) -> list[Call]:
    return await rig.feed(make_said(text, user=ASKER, **more))


async def _press(rig: Rig, data: str, **more: Any) -> list[Call]:
    return await rig.feed(make_press(data, **{"user": ASKER, **more}))


def _button(calls: list[Call], verb: str) -> str:
    return next(one for one in calls[-1].data if one.startswith(f"ask:{verb}:"))


async def test_a_sure_answer_comes_at_once_with_its_source_date_and_three_ways_on(rig: Rig) -> None:
    (said,) = await _ask(rig, "/ask 科创板怎么开通", chat=make_chat())
    assert said.text.splitlines()[0] == "<b>科创板怎么开通</b>"
    assert "50万元" in said.text
    assert "来源：上交所规则 · 截至 2026-11-01" in said.text
    assert len(said.text.splitlines()) <= 6
    assert said.data == ["ask:yes:1", "ask:no:1", "ask:human:1"]
    case = _case(rig)
    assert (case.state, case.entry_key, case.chat_id) == (S.BOT, "star", GROUP)


@pytest.mark.parametrize(
    "text", ["提问 科创板怎么开通", "提問：科创板怎么开通", "提问　科创板怎么开通"]
)
async def test_the_word_asks_as_well_as_the_command(rig: Rig, text: str) -> None:
    (said,) = await _ask(rig, text, chat=make_chat())
    assert "科创板怎么开通" in said.text


async def test_people_who_talk_about_questions_do_not_ask(rig: Rig) -> None:
    assert await _ask(rig, "提问题的人真多", chat=make_chat()) == []
    assert await _ask(rig, "大家有什么想法吗", chat=make_chat()) == []


async def test_a_yes_solves_it_and_is_kept_as_a_labelled_pair(rig: Rig) -> None:
    asked = await _ask(rig, "/ask 科创板怎么开通", chat=make_chat())
    pressed = await _press(rig, _button(asked, "yes"), chat=make_chat())
    assert "解决了" in pressed[-1].text
    assert pressed[-1].data == ["ask:reopen:1"]
    assert _case(rig).state is S.ANSWERED
    assert [(o.entry_key, o.verdict, o.rank) for o in _offers(rig)] == [
        ("star", OfferVerdict.RIGHT, 1)
    ]
    await _press(rig, _button(asked, "yes"), chat=make_chat())
    assert _kinds(rig).count(EventKind.SOLVED) == 1


async def test_a_no_brings_the_next_best_and_then_a_person(rig: Rig) -> None:
    asked = await _ask(rig, "/ask 科创板怎么开通", chat=make_chat())
    listed = await _press(rig, _button(asked, "no"), chat=make_chat())
    labels = [button["text"] for button in listed[-1].buttons]
    assert labels[-1] == "都不是，转给顾问"
    assert "科创板怎么开通" not in labels
    assert "创业板怎么开通" in labels
    handed = await _press(rig, _button(listed, "none"), chat=make_chat())
    assert "最晚今天 09:30 回复" in handed[-1].text
    assert _case(rig).state is S.WAITING
    assert {one.verdict for one in _offers(rig)} == {OfferVerdict.WRONG}


async def test_a_title_opens_its_answer_and_the_others_count_as_passed(rig: Rig) -> None:
    listed = await _ask(rig, "/ask 怎么开通", chat=make_chat())
    assert len(listed[-1].data) == 4
    opened = await _press(rig, listed[-1].data[1], chat=make_chat())
    assert opened[-1].method == "editMessageText"
    verdicts = [one.verdict for one in _offers(rig)]
    assert sorted(v.value for v in verdicts if v) == ["chosen", "passed", "passed"]
    await _press(rig, _button(opened, "yes"), chat=make_chat())
    assert OfferVerdict.RIGHT in [one.verdict for one in _offers(rig)]


async def test_what_nobody_wrote_down_is_said_honestly_and_a_person_is_offered(rig: Rig) -> None:
    (said,) = await _ask(rig, "/ask 营业部周六上班不", chat=make_chat())
    assert "不乱答" in said.text
    assert said.data == ["ask:human:1", "ask:close:1"]
    handed = await _press(rig, "ask:human:1", chat=make_chat())
    assert "最晚今天 09:30 回复" in handed[-1].text
    again = await _press(rig, "ask:human:1", chat=make_chat())
    assert "在等顾问回复" in again[-1].text
    assert _desk(rig).entered == [1]


async def test_advice_gets_no_opinion_but_somebody_licensed(rig: Rig) -> None:
    (said,) = await _ask(rig, "/ask 科创板现在能买吗", chat=make_chat())
    assert "不给意见" in said.text
    case = _case(rig)
    assert (case.state, case.is_advice, _offers(rig)) == (S.WAITING, True, [])


async def test_a_private_matter_leaves_the_group_and_goes_on_in_private(rig: Rig) -> None:
    update = make_said("/ask 我持有500股招行亏了该割肉吗", user=ASKER, chat=make_chat())
    (said,) = await rig.feed(update)
    assert "500" not in said.text
    (gone,) = await rig.queued()
    assert (gone.act, gone.chat_id) == (Act.DELETE, GROUP)
    assert gone.message_id == update["message"]["message_id"]
    case = _case(rig)
    assert case.text == "我持有▇▇▇股招行亏了该割肉吗"
    assert said.buttons[0]["url"] == f"https://t.me/{BOT_NAME}?start=ask_1"
    told = await _ask(rig, "/start ask_1")
    assert "有执业资格" in told[-1].text
    moved = _case(rig)
    assert (moved.state, moved.chat_id, moved.is_private) == (S.WAITING, 501, True)
    assert all("500" not in (event.text or "") for event in _events(rig))


async def test_the_link_of_another_asker_leads_nowhere(rig: Rig) -> None:
    await _ask(rig, "/ask 我持有500股招行亏了该割肉吗", chat=make_chat())
    told = await rig.feed(make_said("/start ask_1", user=OTHER))
    assert "别人的问题" in told[-1].text
    assert _case(rig).state is S.BOT
    assert "没用了" in (await rig.feed(make_said("/start ask_999", user=OTHER)))[-1].text


async def test_buttons_under_anothers_question_do_nothing(rig: Rig) -> None:
    asked = await _ask(rig, "/ask 科创板怎么开通", chat=make_chat())
    for data in (*asked[-1].data, "ask:close:1", "ask:reopen:1", "ask:none:1"):
        await rig.feed(make_press(data, user=OTHER, chat=make_chat()))
        assert "别人的问题" in rig.request.notes[-1]
    assert _case(rig).state is S.BOT


@pytest.mark.parametrize(
    "data", ["ask:yes:999", "ask:yes:x", "ask:", "ask:nonsense:1", "ask:yes:" + "9" * 40]
)
async def test_a_forged_button_is_refused_calmly(rig: Rig, data: str) -> None:
    await _press(rig, data)
    assert rig.request.notes[-1]


async def test_while_a_person_has_it_the_bot_is_silent_and_takes_additions(rig: Rig) -> None:
    await _ask(rig, "该不该卖掉招行")
    told = await _ask(rig, "科创板怎么开通")
    assert "已补充到问题 #1" in told[-1].text
    assert await _ask(rig, "我是新手") == []
    added = [event.text for event in _events(rig) if event.kind is EventKind.ADDED]
    assert added == ["科创板怎么开通", "我是新手"]
    assert _desk(rig).seen == [(1, S.WAITING)] * 2


async def test_a_further_question_points_to_the_open_one_and_waits_for_a_word(rig: Rig) -> None:
    await _ask(rig, "/ask 该不该卖掉招行", chat=make_chat())
    told = await _ask(rig, "/ask 科创板怎么开通", chat=make_chat())
    assert "还没结束" in told[-1].text
    assert EventKind.ADDED not in _kinds(rig)
    await _press(rig, _button(told, "add"), chat=make_chat())
    assert _kinds(rig).count(EventKind.ADDED) == 1
    await _press(rig, _button(told, "add"), chat=make_chat())
    assert _kinds(rig).count(EventKind.ADDED) == 1
    anew = await _press(rig, _button(told, "anew"), chat=make_chat())
    assert "50万元" in anew[-1].text
    assert _case(rig, 1).state is S.CLOSED
    assert _case(rig, 2).state is S.BOT


async def test_a_solved_question_can_be_reopened_three_times_a_day(rig: Rig) -> None:
    asked = await _ask(rig, "/ask 科创板怎么开通")
    await _press(rig, _button(asked, "yes"))
    for _ in range(3):
        assert "重新打开" in (await _press(rig, "ask:reopen:1"))[-1].text
        await _press(rig, "ask:close:1")
    assert "最多重新打开 3 次" in (await _press(rig, "ask:reopen:1"))[-1].text
    assert _case(rig).reopened == 3


async def test_after_seven_days_it_is_asked_anew(rig: Rig) -> None:
    asked = await _ask(rig, "/ask 科创板怎么开通")
    await _press(rig, _button(asked, "yes"))
    rig.clock.advance(days=8)
    assert "超过七天" in (await _press(rig, "ask:reopen:1"))[-1].text


async def test_a_flood_is_told_once_and_then_met_with_silence(rig: Rig) -> None:
    texts = [
        "科创板怎么开通",
        "佣金怎么收",
        "港股通怎么开通",
        "创业板怎么开通",
        "佣金怎么收",
        "科创板怎么开通",
    ]
    calls = [await _ask(rig, f"/ask {text}", chat=make_chat()) for text in texts]
    assert [len(one) for one in calls] == [1, 1, 1, 1, 1, 0]
    assert "等一分钟" in calls[4][0].text


async def test_a_message_told_twice_is_one_case(rig: Rig) -> None:
    update = make_said("/ask 科创板怎么开通", user=ASKER, chat=make_chat())
    await rig.feed(update)
    await rig.feed(make_update(message=update["message"]))
    assert rig.db.run_sync(questions.case, 2) is None
    assert len(_offers(rig)) == 1


async def test_empty_enormous_and_link_only_questions_are_told_what_is_wanted(rig: Rig) -> None:
    assert "科创板怎么开通" in (await _ask(rig, "/ask"))[-1].text
    assert "1,200" in (await _ask(rig, "/ask " + "问" * 1200))[-1].text
    assert "链接" in (await _ask(rig, "/ask https://example.com/x"))[-1].text
    assert rig.db.run_sync(questions.case, 1) is None


async def test_without_a_question_the_open_one_is_shown(rig: Rig) -> None:
    await _ask(rig, "/ask 该不该卖掉招行")
    told = await _ask(rig, "/ask")
    assert "在等顾问回复" in told[-1].text
    assert told[-1].data == ["ask:close:1"]


async def test_voice_is_politely_declined_once(rig: Rig) -> None:
    voice = {"file_id": "a", "file_unique_id": "b", "duration": 2}
    said = await rig.feed(make_said(None, user=ASKER, voice=voice))
    assert "请打字" in said[-1].text
    assert await rig.feed(make_said(None, user=ASKER, voice=voice)) == []
    topic = {"is_topic_message": True, "message_thread_id": TOPIC}
    other = await rig.feed(make_said(None, user=OTHER, chat=_forum(), voice=voice, **topic))
    assert "请打字" in other[-1].text


async def test_plain_words_in_private_are_answered_if_they_ask_something(rig: Rig) -> None:
    assert "50万元" in (await _ask(rig, "科创板怎么开通"))[-1].text
    rig.clock.advance(minutes=40)
    assert "没看懂" in (await _ask(rig, "今天天气不错"))[-1].text


async def test_in_private_the_name_of_a_thing_is_a_question_if_it_is_known(rig: Rig) -> None:
    named = make_entry("margin", "两融开通条件", "日均资产不低于50万元。")
    rig.house.shelves = Shelves(StandKnowledge((named,)), StandIndex)
    assert "50万元" in (await _ask(rig, "两融开通条件"))[-1].text
    assert "没看懂" in (await rig.feed(make_said("两融开通条件懂了", user=STAFF)))[-1].text
    assert "不给意见" in (await rig.feed(make_said("600036能买不", user=OTHER)))[-1].text
    assert "没看懂" in (await rig.feed(make_said("哈哈哈科创板", user=STAFF)))[-1].text


async def test_a_mention_asks_and_thanks_by_name_do_not(rig: Rig) -> None:
    def called(words: str) -> dict[str, Any]:
        name = f"@{BOT_NAME}"
        entity = {"type": "mention", "offset": 0, "length": len(name)}
        text = f"{name} {words}".strip()
        return make_said(text, user=ASKER, chat=make_chat(), entities=[entity])

    assert "50万元" in (await rig.feed(called("科创板怎么开通")))[-1].text
    assert await rig.feed(called("谢谢，辛苦了")) == []
    assert await rig.feed(called("创业板")) != []  # an open case: it may be more on that
    assert "/ask" in (await rig.feed(called("")))[-1].text
    name = {"type": "mention", "offset": 0, "length": 6}
    assert (
        await rig.feed(
            make_said("@other 科创板怎么开通", user=OTHER, entities=[name], chat=make_chat())
        )
        == []
    )


async def test_a_reply_to_the_bot_is_a_question_or_more_on_the_open_one(rig: Rig) -> None:
    said = make_message("早报", user=ME, chat=make_chat())
    reply = {"chat": make_chat(), "reply_to_message": said}
    assert await _ask(rig, "谢谢老师", **reply) == []
    assert "50万元" in (await _ask(rig, "科创板怎么开通", **reply))[-1].text
    await _ask(rig, "该不该卖掉招行", **reply)
    told = await _ask(rig, "是港股的招行", **reply)
    assert "已补充" in told[-1].text


def _forum() -> dict[str, Any]:
    return make_chat(is_forum=True)


async def _in_topic(rig: Rig, text: str, user: dict[str, Any], **more: Any) -> list[Call]:
    topic = {"is_topic_message": True, "message_thread_id": more.pop("thread", TOPIC)}
    return await rig.feed(make_said(text, user=user, chat=_forum(), **topic, **more))


async def test_the_questions_topic_takes_questions_and_leaves_talk_alone(rig: Rig) -> None:
    assert "50万元" in (await _in_topic(rig, "科创板怎么开通", ASKER))[-1].text
    assert _case(rig).thread_id == TOPIC
    assert await _in_topic(rig, "谢谢大家", OTHER) == []
    assert await _in_topic(rig, "科创板怎么开通", STAFF) == []
    assert await _in_topic(rig, "科创板怎么开通", OTHER, thread=5) == []
    name = {"type": "mention", "offset": 0, "length": 3}
    assert await _in_topic(rig, "@小何 科创板怎么开通", OTHER, entities=[name]) == []
    to = make_message("我上周开的", user=ASKER, chat=_forum())
    assert await _in_topic(rig, "怎么开通的呀", OTHER, reply_to_message=to) == []


async def test_an_edit_is_taken_while_it_can_still_matter(rig: Rig) -> None:
    update = make_said("/ask 营业部周六上班不", user=ASKER, chat=make_chat())
    await rig.feed(update)
    edit = {
        **update["message"],
        "text": "/ask 科创板怎么开通",
        "edit_date": update["message"]["date"],
    }
    assert "50万元" in (await rig.feed(make_update(edited_message=edit)))[-1].text
    assert _case(rig).text == "科创板怎么开通"
    later = {**edit, "text": "/ask 佣金怎么收"}
    assert await rig.feed(make_update(edited_message=later)) == []
    assert _case(rig).text == "科创板怎么开通"


async def test_an_edit_of_what_a_person_has_is_a_correction(rig: Rig) -> None:
    update = make_said("/ask 该不该卖掉招行", user=ASKER, chat=make_chat())
    await rig.feed(update)
    edit = {**update["message"], "text": "/ask 该不该卖掉我的300股，我持有300股", "edit_date": 1}
    assert await rig.feed(make_update(edited_message=edit), make_update(edited_message=edit)) == []
    assert _kinds(rig).count(EventKind.CORRECTED) == 1
    assert _case(rig).text == "该不该卖掉我的▇▇▇股，我持有▇▇▇股"
    assert [one.act for one in await rig.queued()] == [Act.DELETE]


async def test_who_leaves_the_group_is_answered_in_private(rig: Rig) -> None:
    await _ask(rig, "/ask 该不该卖掉招行", chat=make_chat())
    left = make_membership(
        "chat_member", make_standing("member", ASKER), make_standing("left", ASKER), ASKER
    )
    await rig.feed(left, make_update(chat_member=left["chat_member"]))
    case = _case(rig)
    assert (case.chat_id, case.is_private, case.state) == (501, True, S.WAITING)
    assert EventKind.ASKER_LEFT in _kinds(rig)


async def test_people_learn_that_the_asker_blocked_the_bot(rig: Rig) -> None:
    await _ask(rig, "该不该卖掉招行")
    blocked = make_membership(
        "my_chat_member", make_standing("member"), make_standing("kicked"), ASKER, make_chat(501)
    )
    await rig.feed(blocked)
    assert EventKind.ASKER_UNREACHABLE in _kinds(rig)
    assert _case(rig).state is S.WAITING


async def test_a_house_without_knowledge_or_desk_hands_on_without_a_time(db: Database) -> None:
    db.run_sync(_people)
    rig = Rig(db, TABLE)
    rig.house.human_desk = NoHumanDesk()
    assert "不乱答" in (await _ask(rig, "/ask 科创板怎么开通"))[-1].text
    assert "看到后就回复" in (await _press(rig, "ask:human:1"))[-1].text


class Model:
    """Words what the test says."""

    model = "scripted"

    def __init__(self, words: str) -> None:
        self.words = words

    async def answer(self, messages: Any, now: Any) -> str:
        return self.words

    async def aclose(self) -> None: ...


async def test_a_models_wording_is_named_as_one_and_kept(rig: Rig) -> None:
    rig.house.answerer = Model("日均资产要不低于50万元。[1]")
    (said,) = await _ask(rig, "/ask 科创板怎么开通", chat=make_chat())
    assert "语言模型" in said.text
    assert "日均资产要不低于50万元。[1]" in said.text
    assert said.data == ["ask:yes:1", "ask:no:1", "ask:human:1"]
    (worded,) = [event for event in _events(rig) if event.kind is EventKind.BOT_WORDED]
    assert (worded.text, worded.details["entries"][0]) == ("日均资产要不低于50万元。[1]", "star")


async def test_a_model_that_invents_a_figure_is_not_heard(rig: Rig) -> None:
    rig.house.answerer = Model("日均资产要不低于500万元。[1]")
    (said,) = await _ask(rig, "/ask 科创板怎么开通", chat=make_chat())
    assert "500" not in said.text
    assert "来源：上交所规则" in said.text


async def test_a_model_never_hears_of_advice_or_private_matters(rig: Rig) -> None:
    rig.house.answerer = Model("可以买。[1]")
    assert "不给意见" in (await _ask(rig, "科创板现在能买吗"))[-1].text


async def test_a_long_answer_in_a_group_can_be_read_whole_in_private(rig: Rig) -> None:
    long = make_entry("long", "怎么销户", "销户前先卖出持仓、转出资金。" * 40)
    rig.house.shelves = Shelves(StandKnowledge((long,)), StandIndex)
    (said,) = await _ask(rig, "/ask 怎么销户", chat=make_chat())
    assert len(said.text) < 400
    (link,) = [button["url"] for button in said.buttons if "url" in button]
    told = await _ask(rig, "/start " + link.partition("start=")[2])
    assert told[-1].text.count("销户前先卖出持仓") == 40
    await _press(rig, _button(told, "yes"))
    assert _case(rig).state is S.ANSWERED
    assert "别人的问题" in (await rig.feed(make_said("/start answer_1", user=OTHER)))[-1].text


async def test_an_entry_that_fails_screening_is_not_shown_whoever_approved_it(rig: Rig) -> None:
    bad = make_entry("bad", "怎么销户", "稳赚不赔，加微信 vx123456 领内幕消息")
    rig.house.shelves = Shelves(StandKnowledge((bad,)), StandIndex)
    (said,) = await _ask(rig, "/ask 怎么销户")
    assert "不乱答" in said.text


@pytest.mark.parametrize("text", ["6222021234567890123", "13800138000", "99999999999 休市 01-01"])
async def test_a_number_alone_opens_no_question_however_private_it_looks(
    rig: Rig, text: str
) -> None:
    (call,) = await rig.feed(make_said(text))
    assert "没看懂" in call.text

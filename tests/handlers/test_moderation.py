from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import Session

from bot.delivery import settlement
from bot.delivery.acts import Act
from bot.delivery.outcome import Arrived, Refused, Unreachable
from bot.delivery.settlement import Books
from bot.moderation.measures import Measure
from bot.moderation.notes import sweep
from bot.review.kinds import CaseKind
from db.models import ReviewCase
from db.repositories import deliveries, moderation, operator_actions, points, questions
from tests.factories.moderation import (
    MEMBER,
    NEWCOMER,
    OPS,
    OWNER,
    acts,
    decisions,
    edited,
    guarded,
    said,
    words_to,
)
from tests.factories.updates import (
    GROUP,
    ME,
    make_chat,
    make_membership,
    make_press,
    make_said,
    make_standing,
    make_user,
)
from tests.fixtures.telegram import BOT_ID, NOW, Rig

SECOND = make_user(2, "苏乔", username="su_qiao")
LURE = "想要代码的加微信 abc12345"


@pytest.fixture
async def hall(rig: Rig) -> Rig:
    rig.request.member_of = {"status": "member"}
    return await guarded(rig)


def replying(text: str, to: dict = MEMBER, user: dict = OWNER, **message):
    about = {"message_id": 5, "date": int(NOW.timestamp()), "chat": make_chat(), "from": to}
    return said(text, user, reply_to_message={**about, "text": "…"}, **message)


def press(data: str, user: dict = OWNER, chat: int = OPS):
    return make_press(data, user=user, chat=make_chat(chat, "运营群"))


async def appoint(rig: Rig, user: dict = SECOND) -> None:
    await rig.feed(make_said("hi", user=user))
    await rig.feed(make_said(f"/role {user['id']} operator", user=OWNER))


async def settle(rig: Rig, outcome, **where) -> None:
    """Let everything that waits and fits come to `outcome`."""
    books = Books(BOT_ID, rig.house.alerts)
    for delivery in await rig.queued():
        if all(getattr(delivery, name) == value for name, value in where.items()):
            await rig.db.run(deliveries.claim, delivery.id, "test")
            claimed = await rig.db.read(deliveries.by_id, delivery.id)
            await rig.db.run(settlement.settle_outcome, claimed, outcome, NOW, books)


# Mutes and bans by hand


async def test_a_mute_by_reply_is_carried_out_told_logged_and_can_be_undone(hall: Rig) -> None:
    call = (await hall.feed(replying("/mute 三天 刷屏 多次")))[-1]
    assert "小林" in call.text
    [decision] = await decisions(hall)
    assert decision.until == NOW + timedelta(days=3)
    assert await acts(hall) == [(Act.MUTE, MEMBER["id"])]
    [told] = await words_to(hall, MEMBER["id"])
    assert "刷屏 多次" in told.markup
    latest = (await hall.db.read(operator_actions.latest))[0]
    assert (latest.action, latest.reason) == ("moderation-mute", "刷屏 多次")
    await hall.feed(press(call.data[0]))
    assert (Act.UNMUTE, MEMBER["id"]) in await acts(hall)
    await hall.feed(press(call.data[0]))
    assert "撤销过" in hall.request.notes[-1]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/mute 5", "看不懂"),
        ("/mute 0m", "最短"),
        ("/mute 10000天", "最长"),
        ("/mute -2h", "看不懂"),
        ("/mute @nobody_here 2h", "没有见过"),
    ],
)
async def test_a_mute_that_cannot_be_read_says_so(hall: Rig, typed: str, sentence: str) -> None:
    await hall.feed(replying(typed))
    if typed == "/mute -2h":  # a reason as it stands: the usual hour
        assert (await decisions(hall))[0].until == NOW + timedelta(hours=1)
        return
    assert sentence in hall.request.said[-1]
    assert await decisions(hall) == []


async def test_a_mute_without_anybody_named_or_upon_a_bot_is_refused(hall: Rig) -> None:
    await hall.feed(said("/mute 2h", OWNER))
    assert "没有说是谁" in hall.request.said[-1]
    await hall.feed(replying("/mute 2h", to=ME))
    assert "机器人" in hall.request.said[-1]
    await hall.feed(said("/ban @opening_bell_bot", OWNER))
    assert "机器人" in hall.request.said[-1]


async def test_staff_administrators_and_oneself_cannot_be_touched(hall: Rig) -> None:
    await appoint(hall)
    await hall.feed(replying("/mute 2h", to=SECOND))
    assert "工作人员" in hall.request.said[-1]
    await hall.feed(replying("/mute 2h", to=OWNER))
    assert "自己" in hall.request.said[-1]
    hall.request.member_of = make_standing("administrator")
    await hall.feed(replying("/mute 2h"))
    assert "群管理员" in hall.request.said[-1]
    assert await acts(hall) == []


async def test_a_member_has_no_right_to_mute_or_to_press_a_card(hall: Rig) -> None:
    await hall.feed(replying("/mute 2h", to=NEWCOMER, user=MEMBER))
    await hall.feed(said(LURE, NEWCOMER))
    [decision] = await decisions(hall)
    await hall.feed(press(f"moderation:undo-{decision.id}", MEMBER, GROUP))
    assert (await decisions(hall))[0].undone_at is None


async def test_a_ban_of_somebody_with_many_points_needs_a_second_operator(hall: Rig) -> None:
    await hall.feed(make_said("/grant 7 400 分享读书笔记", user=OWNER))
    await hall.feed(make_said("/grant 7 100 分享读书笔记", user=OWNER))
    await hall.feed(said("签到"))
    balance = await hall.db.read(points.balance_of, 7)
    await hall.feed(replying("/ban 带节奏"))
    if balance.lifetime <= 500:
        pytest.fail(f"only {balance.lifetime} points")
    assert (Act.BAN, 7) not in await acts(hall)
    card = next(d for d in await words_to(hall, OPS) if "第二人" in d.markup)
    yes = card.buttons[0][0]["data"]
    await hall.feed(press(yes, OWNER))
    assert "另一位" in hall.request.notes[-1]
    await appoint(hall)
    await hall.feed(press(yes, SECOND))
    assert (Act.BAN, 7) in await acts(hall)
    await hall.feed(press(yes, SECOND))
    assert "已经有人处理" in hall.request.notes[-1]


async def test_unmute_ends_every_mute_that_stands(hall: Rig) -> None:
    await hall.feed(replying("/mute 2h"), replying("/mute 1d"))
    await hall.feed(said("/unmute @xiaolin_77", OWNER))
    assert all(d.undone_at is not None for d in await decisions(hall))
    assert (Act.UNMUTE, 7) in await acts(hall)


@pytest.mark.parametrize(
    "data",
    [
        "moderation:",
        "moderation:undo-",
        "moderation:undo-x",
        "moderation:undo-99999999999999999999999",
        "moderation:undo-999",
        "moderation:yes-999",
        "moderation:ban-²",
        "moderation:kick-1",
        "moderation:kick-a.b",
        "moderation:dance-1",
        "guard:",
        "guard:1",
        "guard:1.mode.shout",
        "guard:999.mode.act",
        "guard:1.undo.7",
        "guard:1.night.x",
        "guard:x.show",
    ],
)
async def test_a_forged_button_does_nothing_and_says_something(hall: Rig, data: str) -> None:
    await hall.feed(press(data))
    assert hall.request.of("answerCallbackQuery")
    assert await acts(hall) == []


# Appeals, undoing, notes


async def cases(rig: Rig) -> list[ReviewCase]:
    def query(session: Session) -> list[ReviewCase]:
        return list(session.execute(select(ReviewCase).order_by(ReviewCase.id)).scalars())

    return await rig.db.read(query)


async def test_an_appeal_through_the_explanations_button_is_upheld_and_unmutes(hall: Rig) -> None:
    await hall.feed(said(LURE, NEWCOMER))
    [decision] = await decisions(hall)
    [explained] = await words_to(hall, NEWCOMER["id"])
    data = explained.buttons[0][0]["data"]
    await hall.feed(make_press(data, user=MEMBER))
    assert hall.request.notes[-1]
    await hall.feed(make_press(data, user=NEWCOMER))
    await hall.feed(make_said("我只是转述别人的话", user=NEWCOMER))
    appeal = next(c for c in await cases(hall) if c.kind is CaseKind.APPEAL)
    await hall.feed(press(f"case:release-{appeal.id}"))
    await hall.feed(make_said("确实是转述，判断有误，抱歉", user=OWNER))
    told = [d.markup for d in await words_to(hall, NEWCOMER["id"])]
    assert sum("抱歉" in markup for markup in told) == 1
    assert (Act.UNMUTE, NEWCOMER["id"]) in await acts(hall)
    assert (await decisions(hall))[0].undone_at is not None
    assert decision.strikes > 0
    since = NOW - timedelta(days=30)
    assert await hall.db.read(moderation.strikes_of, NEWCOMER["id"], since) == []


async def test_releasing_the_case_takes_the_decision_back_and_tells_the_person_once(
    hall: Rig,
) -> None:
    await hall.feed(said(LURE, NEWCOMER))
    [case] = await cases(hall)
    assert (case.kind, case.done) == (CaseKind.MESSAGE, ["deleted", "muted"])
    await hall.feed(press(f"case:release-{case.id}"))
    assert (Act.UNMUTE, NEWCOMER["id"]) in await acts(hall)
    sorry = [d for d in await words_to(hall, NEWCOMER["id"]) if "解除" in d.markup]
    assert len(sorry) == 1


async def test_a_message_that_was_held_is_deleted_by_the_case_and_can_be_appealed(
    hall: Rig,
) -> None:
    update = said("需要资料的私聊我")
    await hall.feed(update)
    assert await acts(hall) == []
    [case] = await cases(hall)
    await hall.feed(press(f"case:delete-{case.id}"))
    assert await acts(hall) == [(Act.DELETE, update["message"]["message_id"])]
    held, deleted = await decisions(hall)
    assert (held.measure, deleted.measure) == (Measure.HOLD, Measure.DELETE)
    await hall.feed(make_said("/appeal", user=MEMBER))
    assert f"appeal:m{deleted.id}" in hall.request.of("sendMessage")[-1].data


async def test_private_data_in_a_case_is_painted_over_before_it_is_stored(hall: Rig) -> None:
    await hall.feed(said("帮我买 700 两手，打 13800138000", NEWCOMER))
    stored = "".join(f"{c.text}{c.findings}" for c in await cases(hall))
    assert "▇" in stored
    assert "13800138000" not in stored


async def test_where_a_person_cannot_be_written_to_the_group_hears_one_line_that_goes_again(
    hall: Rig,
) -> None:
    await hall.feed(said("稳赚不赔，保本保息"))
    await settle(hall, Unreachable("bot can't initiate"), chat_id=7, act=Act.SEND)
    [note] = await words_to(hall, GROUP)
    assert "看原因" in note.buttons[0][0]["label"]
    await settle(hall, Arrived(4321, "x"), chat_id=GROUP, act=Act.SEND)
    assert await hall.db.run(sweep, NOW) == 0
    assert await hall.db.run(sweep, NOW + timedelta(minutes=3)) == 1
    assert (Act.DELETE, 4321) in await acts(hall)
    assert await hall.db.run(sweep, NOW + timedelta(minutes=4)) == 0


async def test_a_refusal_by_telegram_is_told_once_per_group_and_day(hall: Rig) -> None:
    await hall.feed(said("稳赚不赔，保本保息"), said("保本保息，绝对稳赚不赔"))
    before = len(await words_to(hall, OPS))
    await settle(hall, Refused("not enough rights"), act=Act.DELETE)
    await settle(hall, Refused("not enough rights"), act=Act.MUTE)
    assert len(await words_to(hall, OPS)) == before + 1


# How a group is guarded


async def test_the_form_shows_changes_and_takes_back(hall: Rig) -> None:
    [call] = await hall.feed(said("/guard", OWNER))
    watch = next(d for d in call.data if d.endswith(".mode.watch"))
    [_, edit] = await hall.feed(press(watch, chat=GROUP))
    assert "只看不动" in edit.text
    await hall.feed(said(LURE, NEWCOMER))
    assert await acts(hall) == []
    [decision] = await decisions(hall)
    assert not decision.acted
    assert any("只看不动" in d.markup for d in await words_to(hall, OPS))
    back = edit.data[-1]
    await hall.feed(press(back, chat=GROUP))
    assert "恢复" in hall.request.said[-1]
    await hall.feed(press(back, chat=GROUP))
    assert "又改过" in hall.request.notes[-1]
    await hall.feed(said("进内部群看票，名额放出", NEWCOMER))
    assert await acts(hall) != []


async def test_a_group_that_is_off_is_left_alone(hall: Rig) -> None:
    await hall.feed(said("/guard 模式 off", OWNER), said(LURE, NEWCOMER))
    assert await decisions(hall) == []


@pytest.mark.parametrize(
    "typed",
    ["/guard x", "/guard night", "/guard night 7-7", "/guard newcomer 9999", "/guard allow ???"],
)
async def test_words_that_the_guard_does_not_know_are_answered(hall: Rig, typed: str) -> None:
    [call] = await hall.feed(said(typed, OWNER))
    assert "看不懂" in call.text or "不是网站" in call.text or "太长" in call.text


async def test_the_operators_group_lists_the_groups(hall: Rig) -> None:
    update = said("/guard", OWNER)
    update["message"]["chat"] = make_chat(OPS, "运营群")
    [call] = await hall.feed(update)
    assert call.data[0].endswith(".show")


async def test_at_night_newcomers_links_go_and_the_group_is_told_once(hall: Rig) -> None:
    await hall.feed(said("/guard night 8:00-10:00", OWNER))  # it is nine in the morning
    await hall.feed(said("见 www.sse.com.cn", NEWCOMER), said("见 www.szse.cn 呀", NEWCOMER))
    assert [a for a, _ in await acts(hall)].count(Act.DELETE) == 2
    assert sum("夜间" in d.markup for d in await words_to(hall, GROUP)) == 1


# Shapes, names, bots


async def test_a_flood_is_answered_once(hall: Rig) -> None:
    await hall.feed(*[said(f"第 {n} 句") for n in range(12)])
    found = await decisions(hall)
    assert [d.measure for d in found] == [Measure.MUTE] + [Measure.DELETE] * 3
    assert sum(d.strikes for d in found) == 1
    assert len(await words_to(hall, 7)) == 1


async def test_polls_captions_forwards_and_contacts_are_heard(hall: Rig) -> None:
    poll = {
        "id": "1",
        "question": "加微信 abc12345 领牛股？",
        "options": [{"text": "好", "voter_count": 0, "persistent_id": "1"}],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
    channel = {"id": -100777, "type": "channel", "title": "牛股"}
    origin = {"type": "channel", "date": 1, "chat": channel, "message_id": 3}
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    contact = {"phone_number": "1", "first_name": "老师"}
    await hall.feed(
        said(poll=poll),
        said(caption=LURE, photo=photo),
        said("看看", NEWCOMER, forward_origin=origin),
        said(user=NEWCOMER, contact=contact),
        said(
            "点这里",
            entities=[{"type": "text_link", "offset": 0, "length": 3, "url": "https://t.me/+abc"}],
        ),
    )
    kinds = [d.kinds for d in await decisions(hall)]
    assert kinds[2:] == [["forward"], ["contact"], ["disguised-link"]]
    assert all("lure" in found for found in kinds[:2])


async def test_a_name_like_the_owners_is_held_until_an_operator_has_looked(hall: Rig) -> None:
    fake = make_user(66, "老板", username="the_0wner")
    before, after = make_standing("left", fake), make_standing("member", fake)
    await hall.feed(make_membership("chat_member", before, after, fake))
    [card] = await words_to(hall, OPS)
    assert "老板" in card.markup
    await hall.feed(said("大家好", fake))
    assert [a for a, _ in await acts(hall)] == [Act.DELETE]
    named = next(c for c in await cases(hall) if c.kind is CaseKind.NAME)
    await hall.feed(press(f"case:release-{named.id}"))
    await hall.feed(said("大家好呀", fake))
    assert [a for a, _ in await acts(hall)] == [Act.DELETE]


async def test_a_name_changed_into_a_colleagues_is_noticed(hall: Rig) -> None:
    await hall.feed(said("早"), said("早安", {**MEMBER, "first_name": "官方客服"}))
    assert any("官方客服" in d.markup for d in await words_to(hall, OPS))


async def test_a_bot_brought_by_a_member_is_told_and_one_by_the_owner_is_not(hall: Rig) -> None:
    bot = {"id": 5001, "is_bot": True, "first_name": "Spam", "username": "spam_bot"}
    await hall.feed(said(user=OWNER, new_chat_members=[{**bot, "id": 5002}]))
    assert await words_to(hall, OPS) == []
    await hall.feed(said(user=MEMBER, new_chat_members=[bot]))
    [card] = await words_to(hall, OPS)
    await hall.feed(press(card.buttons[0][0]["data"]))
    assert (Act.BAN, 5001) in await acts(hall)


async def test_a_removed_command_is_not_carried_out(hall: Rig) -> None:
    await hall.feed(said("/feedback " + LURE, NEWCOMER), said(f"/top {LURE}", NEWCOMER))
    assert hall.request.said == []


async def test_an_edit_of_an_innocent_message_stays_innocent(hall: Rig) -> None:
    first = said("早")
    await hall.feed(first, edited(first, "早上好"))
    assert await decisions(hall) == []


@pytest.mark.parametrize("typed", ["/verify @li_ming_88", "/buy 600519 100", "/watch 600519"])
async def test_a_newcomers_command_is_answered_and_stays(hall: Rig, typed: str) -> None:
    await hall.feed(said(typed, NEWCOMER))
    assert await decisions(hall) == []


async def test_a_command_is_no_hiding_place_for_a_lure(hall: Rig) -> None:
    await hall.feed(said(f"/help {LURE}", NEWCOMER))
    assert [d.measure for d in await decisions(hall)] == [Measure.MUTE]


async def test_the_form_of_a_group_has_at_most_six_lines_there(hall: Rig) -> None:
    [call] = await hall.feed(said("/guard newcomer 48", OWNER))
    assert "已保存" in call.text
    assert len(call.text.splitlines()) <= 6


async def test_whoever_has_a_held_name_is_one_case_and_told_once_however_much_is_said(
    hall: Rig,
) -> None:
    fake = make_user(66, "老板", username="the_0wner")
    before, after = make_standing("left", fake), make_standing("member", fake)
    await hall.feed(make_membership("chat_member", before, after, fake))
    await hall.feed(said("大家好呀", fake), said("今天天气不错", fake), said("有人在吗", fake))
    assert [act for act, _ in await acts(hall)] == [Act.DELETE] * 3
    assert [case.kind for case in await cases(hall)] == [CaseKind.NAME]
    assert len(await words_to(hall, OPS)) == 1
    assert len(await words_to(hall, 66)) == 1


async def test_an_explanation_names_no_part_of_what_it_names_already(hall: Rig) -> None:
    await hall.feed(said(LURE))
    [told] = await words_to(hall, MEMBER["id"])
    assert "「加微信」" in told.markup
    assert "「加微」" not in told.markup


@pytest.mark.parametrize("way", ["/ask ", "提问 "])
async def test_a_question_with_personal_data_is_removed_and_goes_on_in_private(
    hall: Rig, way: str
) -> None:
    update = said(f"{way}我手机13800138000收不到验证码怎么办")
    told = await hall.feed(update)
    assert (Act.DELETE, update["message"]["message_id"]) in await acts(hall)
    assert "到私聊继续" in told[-1].buttons[0]["text"]
    assert "13800138000" not in told[-1].text
    case = await hall.db.read(questions.case, 1)
    assert "13800138000" not in case.text


async def test_talk_and_other_commands_with_personal_data_are_removed_and_done_with(
    hall: Rig,
) -> None:
    for text in ("找我办业务打 13800138000", "/points 13800138000"):
        assert await hall.feed(said(text)) == []

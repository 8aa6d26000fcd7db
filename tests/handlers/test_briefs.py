import asyncio
from datetime import date
from itertools import count

import pytest
from markupsafe import Markup
from sqlmodel import Session, select
from telegram import Update

from bot.briefs.desk.errors import DeskNobodyElse
from bot.briefs.errors import (
    BriefAlreadySent,
    BriefArgumentsWrong,
    BriefNoGroups,
    BriefNoTrading,
    BriefOutdated,
    BriefTooEarly,
    BriefTooLate,
    BriefWrongPlace,
)
from bot.briefs.slots import EditionState
from bot.i18n import Language, Say
from bot.market.news import News
from bot.members.roles import Role
from bot.members.tiers import Binding, GroupState, Presence
from bot.telegram.house import House
from bot.telegram.render import to_html
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn
from db.models.delivery import Delivery
from db.models.operator_action import OperatorAction
from db.opening import open_database
from db.repositories import groups, members
from db.session import Database
from handlers.briefs import brief, pressed
from jobs.briefs import brief_tick
from tests.briefs.houses import (
    GROUPS,
    OPS,
    bind_all,
    desk_cards,
    editions,
    heard,
    make_house,
    posts,
    read,
    read_row,
    said,
    texts,
)
from tests.briefs.newsrooms import DAY, OWNER, WORDS, StubNews, at, make_headline

MEMBER = 77
OPERATOR = 88
NUMBERS = count(1)
VIOLATION = "内部消息：该股明天必涨，保本稳赚"


@pytest.fixture
def db(db: Database) -> Database:
    db.run_sync(bind_all)
    return db


def make_turn(house: House, text: str, user: int = MEMBER, chat: int | None = None) -> Turn:
    chat_id = chat or user
    now = house.clock.now()
    message = {
        "message_id": next(NUMBERS),
        "date": int(now.timestamp()),
        "chat": {
            "id": chat_id,
            "type": "private" if chat_id > 0 else "supergroup",
            "title": f"群 {chat_id}",
        },
        "from": {"id": user, "is_bot": False, "first_name": "小林"},
        "text": text,
    }
    update = {"update_id": next(NUMBERS), "message": message}
    return Turn(house, Update.de_json(update, house.speaker.bot), now)


def make_press(house: House, data: str, user: int = OWNER, chat: int | None = None) -> Turn:
    under = make_turn(house, "…", user, chat).update.to_dict()["message"]
    query = {
        "id": str(next(NUMBERS)),
        "from": {"id": user, "is_bot": False, "first_name": "小林"},
        "chat_instance": "1",
        "data": f"brief:{data}",
        "message": under,
    }
    update = {"update_id": next(NUMBERS), "callback_query": query}
    return Turn(house, Update.de_json(update, house.speaker.bot), house.clock.now())


async def say(house: House, arguments: str, user: int = MEMBER, chat: int | None = None) -> None:
    await brief(make_turn(house, f"/brief {arguments}".strip(), user, chat), arguments)


def put(house: House, clock: str, day: date = DAY) -> None:
    house.clock.move_to(at(clock, day))  # type: ignore[attr-defined]


async def tick(house: House, clock: str) -> None:
    put(house, clock)
    await brief_tick(house, at(clock))


def join(session: Session, *chats: int) -> None:
    members.save(session, MEMBER, at("07:00"), first_name="小林", last_name=None, username=None)
    for chat in chats:
        group = groups.by_chat(session, chat)
        assert group is not None
        members.set_presence(session, group.id, MEMBER, Presence.PRESENT, at("07:00"))


async def test_a_member_reads_the_last_brief_of_the_highest_tier_again(db: Database) -> None:
    await db.run(join, GROUPS[Binding.NEWBIE], GROUPS[Binding.VIP])
    house = make_house(db)
    await tick(house, "08:30")
    await say(house, "")
    (shown,) = said(house)
    vip = next(p for p in await db.read(posts) if p.chat_id == GROUPS[Binding.VIP])
    assert [shown.text] == to_html(Markup(vip.markup))
    assert shown.method == "sendPhoto"
    assert shown.data


async def test_an_earlier_edition_says_so(db: Database) -> None:
    house = make_house(db)
    await tick(house, "08:30")
    put(house, "07:00", date(2026, 11, 23))
    await say(house, "")
    assert texts(house)[0].startswith("〔11月20日（周五）的早报，不是今天的〕\n☀️")


async def test_before_the_first_brief_it_says_when_the_next_one_comes(db: Database) -> None:
    house = make_house(db, "09:00")
    await say(house, "")
    assert texts(house) == ["这里还没有发过简报。下一份是午报，11月20日（周五）11:45发出。"]
    await say(house, "晚")
    assert "这里还没有发过晚报" in texts(house)[1]


async def test_in_a_group_it_points_to_the_brief_instead_of_repeating_it(db: Database) -> None:
    house = make_house(db)
    await tick(house, "08:30")

    def arrived(session: Session) -> None:
        for delivery in session.exec(select(Delivery)):
            delivery.message_id = 555

    await db.run(arrived)
    await brief(make_turn(house, "早报", chat=GROUPS[Binding.NEWBIE]), "")
    (shown,) = said(house)
    assert read(shown) == (
        "最近一份：11月20日（周五）的早报，08:30 发出。\n"
        "在和我的私聊里发 /brief，可以随时再看一遍。"
    )
    assert shown.method == "sendMessage"
    assert [button["url"] for button in shown.buttons] == ["https://t.me/c/1/555"]


async def test_a_plain_word_asks_for_its_own_slot(db: Database) -> None:
    house = make_house(db)
    await tick(house, "08:30")
    await tick(house, "11:45")
    await brief(make_turn(house, "早報"), "")
    assert "早报" in texts(house)[0]
    await brief(make_turn(house, "/brief"), "")
    assert "午报" in texts(house)[1]


@pytest.mark.parametrize("place", [OWNER, OPS])
async def test_a_preview_shows_what_would_go_out_and_records_nothing(
    db: Database, place: int
) -> None:
    house = make_house(db, "08:00")
    await say(house, "preview morning newbie", OWNER, place)
    shown, report = said(house)
    assert read(shown).startswith("〔预览，未发布〕\n☀️ 早报")
    assert shown.method == "sendPhoto"
    assert "没有发布，也没有记录" in read(report)
    assert "内容完整" in read(report)
    assert await db.read(editions) == []
    assert await db.read(posts) == []


async def test_a_preview_names_what_is_left_out_and_what_the_gate_refuses(db: Database) -> None:
    headlines = (make_headline(1, published=at("07:50"), title=VIOLATION),)
    house = make_house(db, "08:00", news=StubNews(News(headlines), ["https://news.example/"]))
    await say(house, "preview 早 进阶", OWNER)
    shown, report = texts(house)
    assert VIOLATION not in shown
    assert "必涨" in report
    assert "R-" in report


async def test_members_may_not_preview_and_operators_not_where_members_read(db: Database) -> None:
    house = make_house(db)
    with pytest.raises(NotAllowedError):
        await say(house, "preview morning newbie")
    with pytest.raises(BriefWrongPlace):
        await say(house, "now morning all", OWNER, GROUPS[Binding.NEWBIE])
    with pytest.raises(NotAllowedError):
        await pressed(
            make_press(house, "post-20261120-morning-all", MEMBER), "post-20261120-morning-all"
        )
    assert await db.read(posts) == []


async def test_an_appointed_operator_may_preview(db: Database) -> None:
    await db.run(appoint_operator)
    house = make_house(db)
    await say(house, "preview morning vip", OPERATOR)
    assert len(said(house)) == 2


def appoint_operator(session: Session) -> None:
    now = at("07:00")
    members.save(session, OPERATOR, now, first_name="甲", last_name=None, username=None)
    members.grant_role(session, OPERATOR, Role.OPERATOR, OWNER, now)


async def confirmed(house: House, arguments: str) -> str:
    """Ask for a brief to be posted; return what the button carries."""
    await say(house, arguments, OWNER)
    return str(said(house)[-1].data[0]).removeprefix("brief:")


async def test_posting_by_hand_asks_once_more_and_names_who_is_touched(db: Database) -> None:
    house = make_house(db, "08:00")
    data = await confirmed(house, "now morning all")
    assert "发到 3 个群：群 -1001、群 -1002、群 -1003" in texts(house)[0]
    assert await db.read(posts) == []
    await pressed(make_press(house, data), data)
    assert [post.chat_id for post in await db.read(posts)] == list(GROUPS.values())
    assert "已排队发往 3 个群" in read(heard(house).of("editMessageText")[0])
    await tick(house, "08:30")
    assert len(await db.read(posts)) == 3
    (logged,) = await db.read(lambda session: list(session.exec(select(OperatorAction))))
    assert (logged.actor_id, logged.action, logged.after) == (OWNER, "brief-now", {"queued": 3})


async def test_one_tier_by_hand_leaves_the_others_to_the_clock(db: Database) -> None:
    house = make_house(db, "08:00")
    data = await confirmed(house, "发布 早 新手")
    await pressed(make_press(house, data), data)
    assert len(await db.read(posts)) == 1
    await tick(house, "08:30")
    assert len(await db.read(posts)) == 3


async def test_two_operators_pressing_at_once_post_once(db: Database) -> None:
    house = make_house(db, "08:00")
    data = await confirmed(house, "now morning all")
    results = await asyncio.gather(
        *(pressed(make_press(house, data), data) for _ in range(3)), return_exceptions=True
    )
    assert len(await db.read(posts)) == 3
    assert sum(isinstance(result, BriefAlreadySent) for result in results) == 2


async def test_what_went_out_already_is_said_to_have_gone_out(db: Database) -> None:
    house = make_house(db)
    await tick(house, "08:30")
    with pytest.raises(BriefAlreadySent) as refused:
        await say(house, "now morning all", OWNER)
    assert refused.value.fields["count"] == 3


async def test_under_review_a_second_operator_confirms_what_one_asked_for(db: Database) -> None:
    await db.run(appoint_operator)
    house = make_house(db, "08:00", settings={"brief_policy": "review"})
    data = await confirmed(house, "now morning newbie")
    assert "请另一位运营按" in texts(house)[0]
    with pytest.raises(DeskNobodyElse):
        await pressed(make_press(house, data, OWNER), data)
    for forged in (data.partition("~")[0], f"{data}9", data.replace("newbie", "vip")):
        with pytest.raises(DeskNobodyElse):
            await pressed(make_press(house, forged, OPERATOR), forged)
    assert await db.read(posts) == []
    await pressed(make_press(house, data, OPERATOR), data)
    assert len(await db.read(posts)) == 1
    assert {e.state for e in await db.read(editions)} == {EditionState.QUEUED}


async def test_a_draft_posted_by_hand_goes_out_once_and_its_card_says_so(db: Database) -> None:
    house = make_house(db, "07:50")
    await tick(house, "07:50")
    put(house, "08:00")
    data = await confirmed(house, "now morning all")
    await pressed(make_press(house, data), data)
    await tick(house, "08:30")
    assert len(await db.read(posts)) == 3
    (card,) = await db.read(desk_cards)
    assert "已发出" in read_row(card)


async def test_the_blast_radius_names_who_is_reached_and_who_is_not(db: Database) -> None:
    def leave(session: Session) -> None:
        groups.set_state(session, GROUPS[Binding.VIP], GroupState.REMOVED)

    await db.run(join, GROUPS[Binding.NEWBIE], GROUPS[Binding.ADVANCED])
    await db.run(leave)
    house = make_house(db, "08:00")
    await say(house, "now morning all", OWNER)
    (asked,) = texts(house)
    assert "发到 2 个群：群 -1001、群 -1002" in asked
    assert "已知 2 人，大约 1 秒" in asked
    assert "发不到的：群 -1003" in asked


async def test_a_brief_that_would_mislead_cannot_be_forced(db: Database) -> None:
    house = make_house(db, "09:25")
    with pytest.raises(BriefTooLate):
        await say(house, "now morning all", OWNER)
    put(house, "10:00", date(2026, 11, 21))
    with pytest.raises(BriefNoTrading):
        await say(house, "now noon all", OWNER)


async def test_a_brief_cannot_be_posted_hours_before_its_data_are_there(db: Database) -> None:
    house = make_house(db, "10:00")
    with pytest.raises(BriefTooEarly):
        await say(house, "now evening all", OWNER)
    await say(house, "preview evening vip", OWNER)
    await say(house, "preview noon vip", OWNER)
    assert len(said(house)) == 4


@pytest.mark.parametrize(
    ("slot", "clock", "day", "shown"),
    [
        ("morning", "08:00", DAY, "11月20日"),
        ("noon", "08:00", DAY, "11月19日"),
        ("evening", "13:30", DAY, "11月20日"),
        ("morning", "16:00", DAY, "11月23日"),
        ("morning", "12:00", date(2026, 11, 22), "11月23日"),
        ("noon", "12:00", date(2026, 11, 22), "11月20日"),
        ("evening", "12:00", date(2026, 11, 22), "11月20日"),
    ],
)
async def test_a_preview_works_at_any_hour_of_any_day(
    db: Database, slot: str, clock: str, day: date, shown: str
) -> None:
    house = make_house(db)
    put(house, clock, day)
    await say(house, f"preview {slot} vip", OWNER)
    first, report = texts(house)
    assert f"· {shown}" in first.split("\n")[1]
    assert "休市" not in first
    assert shown in report


async def test_a_button_of_yesterday_does_nothing_today(db: Database) -> None:
    house = make_house(db, "08:00")
    data = await confirmed(house, "now morning all")
    put(house, "08:00", date(2026, 11, 23))
    with pytest.raises(BriefOutdated):
        await pressed(make_press(house, data), data)
    assert await db.read(posts) == []


async def test_without_a_bound_group_there_is_nothing_to_post(database_url: str) -> None:
    empty = open_database(database_url)
    try:
        with pytest.raises(BriefNoGroups):
            await say(make_house(empty, "08:00"), "now morning vip", OWNER)
    finally:
        empty.close()


@pytest.mark.parametrize("arguments", ["preview", "now morning", "瞎写", "x" * 9000])
async def test_wrong_words_are_answered_with_what_is_allowed(db: Database, arguments: str) -> None:
    with pytest.raises(BriefArgumentsWrong) as refused:
        await say(make_house(db), arguments)
    for language in Language:
        assert WORDS.say(language, Say("error-brief-arguments", **refused.value.fields))


async def test_the_button_under_a_brief_tells_sources_and_times_in_one_note(db: Database) -> None:
    headlines = tuple(
        make_headline(n, published=at("08:00"), title=f"甲{n}", source=f"第{n}家很长的来源" * 8)
        for n in range(4)
    )
    house = make_house(db, news=StubNews(News(headlines), ["https://news.example/"]))
    await tick(house, "08:30")
    edition = (await db.read(editions))[-1]
    await pressed(make_press(house, f"sources-{edition.id}", MEMBER), f"sources-{edition.id}")
    (note,) = heard(house).notes
    assert "美股：模拟行情，截至 11月20日（周五）05:00" in note
    assert "A 股：模拟行情，截至 11月19日（周四）15:00" in note
    # The news do not fit into Telegram's 200 characters: left out whole, not cut off.
    assert note.splitlines()[2:] == ["港股：模拟行情，截至 11月19日（周四）16:00"]


@pytest.mark.parametrize("data", ["sources-999", "sources-x", "", "post", "post-1-2-3", "nonsense"])
async def test_a_forged_button_does_no_harm(db: Database, data: str) -> None:
    house = make_house(db)
    try:
        await pressed(make_press(house, data), data)
    except BriefArgumentsWrong:
        return
    assert await db.read(posts) == []

import asyncio

import pytest
from sqlmodel import select

from bot.briefs.desk.errors import (
    DeskAlreadyOut,
    DeskBroken,
    DeskChanged,
    DeskDecided,
    DeskHeld,
    DeskNoAlternative,
    DeskNothingLeft,
    DeskOwnWork,
    DeskTooLong,
    DeskUnbound,
    DeskWhichTier,
)
from bot.briefs.errors import BriefWrongPlace
from bot.briefs.slots import BareReason, Decision, EditionState, Slot
from bot.delivery.acts import Act
from bot.market.news import News
from bot.members.tiers import Tier
from bot.telegram.house import House
from bot.telegram.router import NotAllowedError
from db.models.delivery import Delivery
from db.repositories import briefs
from db.session import Database
from tests.briefs.houses import (
    GROUPS,
    OPS,
    alerts,
    desk_cards,
    heard,
    posts,
    read,
    read_row,
    texts,
)
from tests.briefs.newsrooms import OWNER, StubNews, at, make_headline
from tests.handlers.desk_stage import (
    ANNA,
    BORIS,
    CORA,
    LIN,
    actions,
    button,
    drafted,
    edition,
    look,
    newest_preview,
    press,
    reply,
    tick,
)

VIOLATION = "内部消息：该股明天必涨，保本稳赚"
REVIEW = {"brief_policy": "review"}


def news(*titles: str) -> StubNews:
    found = [
        make_headline(n, published=at("10:00"), title=title) for n, title in enumerate(titles, 1)
    ]
    return StubNews(News(tuple(found)), ["https://news.example/rss"])


async def card(db: Database) -> Delivery:
    return (await db.read(desk_cards))[-1]


async def test_one_card_sums_up_all_tiers_and_says_what_happens_when_nobody_acts(
    db: Database,
) -> None:
    await drafted(db)
    (shown,) = await db.read(desk_cards)
    assert shown.chat_id == OPS
    assert read_row(shown).splitlines() == [
        "午报 · 11月20日（周五） · 11:45 发出（没问题的自动发）",
        "新手：可以发 · 第 1 版",
        "进阶：可以发 · 第 1 版",
        "高净值：可以发 · 第 1 版",
        "到 11:45 没人处理：照发 新手、进阶、高净值",
        "要改：点「看」，再直接回复那条消息。",
    ]
    labels = [b["label"] for row in shown.buttons for b in row]
    assert labels == ["看新手", "看进阶", "看高净值", "批准全部 3 份"]


async def test_the_preview_is_the_whole_edition_with_its_picture(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.VIP)
    shown, _ = await look(house, one)
    assert shown.method == "sendPhoto"
    assert read(shown).splitlines()[0] == "〔预览 · 第 1 版 · 还没有发〕"
    assert shown.text.endswith(one.markup)
    labels = [b["text"] for b in shown.buttons]
    assert labels == ["批准高净值", "只发数据版", "不发", "怎么改", "换板块"]


async def test_what_was_approved_goes_out_at_its_time_and_not_before(db: Database) -> None:
    house = await drafted(db, settings=REVIEW)
    data = (await card(db)).buttons[-1][0]["data"]
    await press(house, data)
    assert heard(house).notes[-1] == "批准了 3 份"
    await tick(house, "11:44")
    assert await db.read(posts) == []
    await tick(house, "11:45")
    assert len(await db.read(posts)) == 3
    assert {e.state for e in [await edition(db, tier) for tier in Tier]} == {EditionState.QUEUED}
    with pytest.raises(DeskNothingLeft):
        await press(house, data.rpartition("-")[0] + "-6", BORIS)


async def test_of_two_operators_the_first_wins_and_the_second_is_told_who_did_what(
    db: Database,
) -> None:
    house = await drafted(db, settings=REVIEW)
    one = await edition(db, Tier.NEWBIE)
    done = await asyncio.gather(
        press(house, f"desk:ok-{one.id}-1", ANNA),
        press(house, f"desk:bare-{one.id}-1", BORIS),
        return_exceptions=True,
    )
    (refused,) = [result for result in done if result is not None]
    assert isinstance(refused, DeskDecided)
    winner = (await edition(db, Tier.NEWBIE)).decided_by
    assert refused.fields["who"] == {ANNA: "王岚", BORIS: "陈渡"}[winner or 0]
    assert len([a for a in await actions(db) if a.action.startswith("brief-")]) == 1


async def test_a_rejected_tier_gets_nothing_and_the_reason_is_kept(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"desk:no-{one.id}-1")
    assert "连数据版也不发。确定吗？" in texts(house)[-1]
    assert (await edition(db, Tier.NEWBIE)).decision is None
    assert await reply(house, await newest_preview(house), "今天的要闻有争议")
    await tick(house, "11:45")
    assert [post.chat_id for post in await db.read(posts)] == [-1002, -1003]
    assert (await edition(db, Tier.NEWBIE)).state is EditionState.SKIPPED
    (logged,) = [a for a in await actions(db) if a.action == "brief-reject"]
    assert logged.reason == "今天的要闻有争议"
    assert any("运营决定不发" in text for text in await db.read(alerts))


async def test_a_rejection_is_confirmed_by_a_button_and_can_be_taken_back(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"desk:nosure-{one.id}-1")
    assert "王岚 11:05 决定不发" in read_row(await card(db))
    await press(house, f"desk:undo-{one.id}", BORIS)
    await tick(house, "11:45")
    assert len(await db.read(posts)) == 3
    assert [a.action for a in await actions(db)] == ["brief-reject", "brief-undo"]


async def test_figures_alone_go_out_where_an_operator_chose_so(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.ADVANCED)
    await press(house, f"desk:bare-{one.id}-1")
    await tick(house, "11:45")
    sent = {post.chat_id: post.markup for post in await db.read(posts)}
    assert "仅数据" in sent[-1002]
    assert "仅数据" not in sent[-1001]
    assert (await edition(db, Tier.ADVANCED)).why == BareReason.CHOSEN.value


async def test_an_approval_taken_back_counts_no_more(db: Database) -> None:
    house = await drafted(db, settings=REVIEW)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"desk:ok-{one.id}-1")
    await press(house, f"desk:undo-{one.id}")
    await tick(house, "11:45")
    assert (await edition(db, Tier.NEWBIE)).why == BareReason.NOT_APPROVED.value
    with pytest.raises(DeskAlreadyOut):
        await press(house, f"desk:undo-{one.id}")


async def test_a_text_that_may_not_go_out_is_refused_and_nothing_is_lost(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.NEWBIE)
    _, shown = await look(house, one)
    with pytest.raises(DeskUnbound) as unbound:
        await reply(house, shown, "上午放量 77%，换手 12.5%")
    assert unbound.value.fields["numbers"] == "77%、12.5%"
    with pytest.raises(DeskBroken) as broken:
        await reply(house, shown, VIOLATION)
    lines = broken.value.fields["lines"]
    assert isinstance(lines, tuple)
    assert all(line.arguments["suggestion"] for line in lines)
    with pytest.raises(DeskTooLong) as long:
        await reply(house, shown, "慢慢来。" * 400)
    assert isinstance(long.value.fields["over"], int)
    assert await edition(db, Tier.NEWBIE) == one
    assert [v.number for v in await db.read(briefs.versions_of, one.id)] == [1]


async def test_heading_time_of_data_and_disclosure_stay_the_machines(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.NEWBIE)
    shown, number = await look(house, one)
    copied = read(shown)
    await reply(house, number, copied + "\n\n今天先看计划，不追快讯")
    changed = await edition(db, Tier.NEWBIE)
    assert changed.version == 2
    before, after = one.markup.splitlines(), changed.markup.splitlines()
    assert after == [*before[:-1], "今天先看计划，不追快讯", before[-1]]
    assert "王岚 11:05 改" in read_row(await card(db))
    (logged,) = await actions(db)
    assert (logged.before["version"], logged.after["version"]) == (1, 2)
    assert "今天先看计划" in logged.after["text"]


async def test_who_edited_cannot_approve_under_review_but_under_auto_it_goes_out(
    db: Database,
) -> None:
    house = await drafted(db, settings={"brief_policy_noon": "review"})
    one = await edition(db, Tier.NEWBIE)
    _, number = await look(house, one)
    await reply(house, number, "今天先看计划")
    with pytest.raises(DeskOwnWork):
        await press(house, f"desk:ok-{one.id}-2")
    await press(house, (await card(db)).buttons[-1][0]["data"])
    assert (await edition(db, Tier.NEWBIE)).decision is None  # the rest was approved
    await press(house, f"desk:ok-{one.id}-2", CORA)
    await tick(house, "11:45")
    sent = {post.chat_id: post.markup for post in await db.read(posts)}
    assert "今天先看计划" in sent[-1001]
    assert "仅数据" not in "".join(sent.values())


async def test_an_older_preview_decides_nothing_and_names_who_changed_it(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.NEWBIE)
    _, number = await look(house, one)
    await reply(house, number, "今天先看计划")
    for data in (f"desk:ok-{one.id}-1", f"desk:bare-{one.id}-1"):
        with pytest.raises(DeskChanged) as refused:
            await press(house, data, BORIS)
        assert (refused.value.fields["who"], refused.value.fields["version"]) == ("王岚", 2)
    with pytest.raises(DeskChanged):
        await reply(house, number, "另一个说法", BORIS)


async def test_a_reply_to_the_card_names_its_tier_in_the_first_line(db: Database) -> None:
    house = await drafted(db)

    def arrived(session: object) -> None:
        rows = desk_cards(session)  # type: ignore[arg-type]
        rows[-1].message_id = 777

    await db.run(arrived)
    with pytest.raises(DeskWhichTier):
        await reply(house, 777, "今天先看计划")
    assert await reply(house, 777, "进阶：\n今天先看计划")
    assert "今天先看计划" in (await edition(db, Tier.ADVANCED)).markup
    assert not await reply(house, 778, "别的话")


async def test_a_card_that_arrived_is_edited_in_place(db: Database) -> None:
    house = await drafted(db)

    def arrived(session: object) -> None:
        row = desk_cards(session)[-1]  # type: ignore[arg-type]
        row.message_id, row.state = 777, "sent"

    await db.run(arrived)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"desk:ok-{one.id}-1")
    rows = await db.read(lambda session: list(session.exec(select(Delivery))))
    (errand,) = [row for row in rows if row.act is Act.EDIT_TEXT]
    assert (errand.chat_id, errand.message_id) == (OPS, 777)
    assert "王岚 11:05 已批准" in read_row(errand)


async def test_headlines_are_replaced_by_the_next_ones_or_left_out(db: Database) -> None:
    house = await drafted(db, news=news(*(f"甲乙丙丁{n}号" for n in "一二三四五六")))
    one = await edition(db, Tier.NEWBIE)
    first = [item["link"] for item in one.snapshot["headlines"]]
    await press(house, f"desk:part-{one.id}-1")
    await press(house, button(_last(house), "换一批要闻"))
    changed = await edition(db, Tier.NEWBIE)
    second = [item["link"] for item in changed.snapshot["headlines"]]
    assert first and second and not set(first) & set(second)
    await press(house, f"desk:news-{one.id}-2-none")
    assert (await edition(db, Tier.NEWBIE)).snapshot["headlines"] == []
    await tick(house, "11:45")
    assert "甲乙丙丁" not in (await edition(db, Tier.NEWBIE)).markup


async def test_the_chosen_headlines_stay_whatever_came_in_later(db: Database) -> None:
    house = await drafted(db, news=news("交易所公布休市安排"))
    house.news = news("更晚的一条", "交易所公布休市安排")
    await tick(house, "11:45")
    assert "交易所公布休市安排" in (await edition(db, Tier.NEWBIE)).markup
    assert "更晚的一条" not in (await edition(db, Tier.NEWBIE)).markup


async def test_a_line_left_out_stays_out_when_the_figures_are_fresh(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"desk:part-{one.id}-1")
    await press(house, button(_last(house), "去掉：港股"))
    assert "港股" not in (await edition(db, Tier.NEWBIE)).markup
    await tick(house, "11:45")
    done = await edition(db, Tier.NEWBIE)
    assert "港股" not in done.markup
    assert "A 股上午收盘" in done.markup


async def test_the_term_of_the_day_can_be_another(db: Database) -> None:
    house = await drafted(db, "07:50")
    one = await edition(db, Tier.NEWBIE, Slot.MORNING)
    line = next(line for line in one.markup.splitlines() if "今日一词" in line)
    await press(house, f"desk:part-{one.id}-1")
    await press(house, button(_last(house), "换一个词"))
    changed = await edition(db, Tier.NEWBIE, Slot.MORNING)
    assert line not in changed.markup
    assert "今日一词" in changed.markup
    await tick(house, "08:30")
    fresh = (await edition(db, Tier.NEWBIE, Slot.MORNING)).markup
    assert line not in fresh
    assert next(k for k in changed.markup.splitlines() if "今日一词" in k) in fresh


async def test_a_held_draft_is_shown_cannot_be_approved_and_is_mended_by_one_button(
    db: Database,
) -> None:
    house = await drafted(db, news=news(VIOLATION, "交易所公布休市安排"))
    one = await edition(db, Tier.NEWBIE)
    told = read_row(await card(db))
    assert "新手：未通过" in told
    assert "必涨" in told
    assert "只发数据版 新手、进阶、高净值" in told
    with pytest.raises(DeskHeld):
        await press(house, f"desk:ok-{one.id}-1")
    shown, _ = await look(house, one)
    await press(house, button(shown, "按建议修改"))
    mended = await edition(db, Tier.NEWBIE)
    assert "必涨" not in mended.markup
    assert "交易所公布休市安排" in mended.markup
    await tick(house, "11:45")
    sent = {post.chat_id: post.markup for post in await db.read(posts)}
    assert "仅数据" not in sent[-1001]
    assert "仅数据" in sent[-1002]
    assert "必涨" not in "".join(sent.values())
    assert (await edition(db, Tier.ADVANCED)).why.startswith("blocked: R-")  # type: ignore[union-attr]


async def test_what_waits_is_called_to_mind_and_then_to_everybodys(db: Database) -> None:
    house = await drafted(db, settings=REVIEW)
    one = await edition(db, Tier.VIP)
    await press(house, f"desk:ok-{one.id}-1")
    for clock in ("11:30", "11:31", "11:40", "11:41"):
        await tick(house, clock)
    rows = await db.read(lambda session: list(session.exec(select(Delivery))))
    by_chat = [row.chat_id for row in rows if "desk-" in row.send_key]
    assert sorted(by_chat) == sorted([OPS, OPS, ANNA, BORIS])
    called = next(row for row in rows if row.chat_id == ANNA)
    assert "新手、进阶 还没有人处理" in read_row(called)
    assert called.useless_after == at("11:45")


async def test_nobody_is_reminded_of_what_goes_out_by_itself(db: Database) -> None:
    house = await drafted(db)
    for clock in ("11:30", "11:40"):
        await tick(house, clock)
    assert not any("处理" in text for text in await db.read(alerts))


async def test_compliance_decides_but_does_not_write_and_members_neither(db: Database) -> None:
    house = await drafted(db)
    one = await edition(db, Tier.NEWBIE)
    _, number = await look(house, one, CORA)
    for data in (f"desk:edit-{one.id}-1", f"desk:cut-{one.id}-1-1", f"desk:fix-{one.id}-1"):
        with pytest.raises(NotAllowedError):
            await press(house, data, CORA)
    with pytest.raises(NotAllowedError):
        await reply(house, number, "今天先看计划", CORA)
    await press(house, f"desk:bare-{one.id}-1", CORA)
    with pytest.raises(NotAllowedError):
        await press(house, f"desk:undo-{one.id}", LIN)
    with pytest.raises(BriefWrongPlace):
        await press(house, f"desk:view-{one.id}", ANNA, next(iter(GROUPS.values())))
    assert (await edition(db, Tier.NEWBIE)).decision is Decision.DATA_ONLY


@pytest.mark.parametrize(
    "data",
    ["", "ok", "ok-1", "ok-x-y", "cut-1-1", "all-1-2-3", "view-", "nonsense-1", "undo-1-2-3"],
)
async def test_a_forged_button_does_no_harm(db: Database, data: str) -> None:
    house = await drafted(db)
    try:
        await press(house, f"desk:{data}", OWNER)
    except Exception as refused:  # noqa: BLE001 - looked at below
        assert hasattr(refused, "code")
    assert await actions(db) == []


async def test_nothing_else_to_put_in_place_is_said(db: Database) -> None:
    house = await drafted(db, news=news("交易所公布休市安排"))
    one = await edition(db, Tier.NEWBIE)
    with pytest.raises(DeskNoAlternative):
        await press(house, f"desk:news-{one.id}-1-next")
    with pytest.raises(DeskNoAlternative):
        await press(house, f"desk:fix-{one.id}-1")


def _last(house: House):  # type: ignore[no-untyped-def]
    return heard(house).of("sendMessage", "sendPhoto")[-1]

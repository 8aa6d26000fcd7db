"""Corrections as operators type and press them, and what they do to every copy."""

from copy import deepcopy
from typing import Any

import pytest
from markupsafe import Markup
from sqlmodel import Session, select
from telegram import Message

from bot.archive.kinds import RecordKind
from bot.briefs.corrections.errors import (
    CorrectionElsewhere,
    CorrectionGone,
    CorrectionNoEdition,
    CorrectionSecond,
    CorrectionTurned,
    CorrectionWithdrawn,
)
from bot.briefs.corrections.states import CorrectionState
from bot.briefs.desk.errors import DeskBroken, DeskUnbound
from bot.briefs.slots import Origin
from bot.delivery.acts import Act
from bot.delivery.lanes import DeliveryState
from bot.delivery.outcome import Arrived, Outcome, Refused, Unreachable
from bot.delivery.settlement import Books, settle_outcome
from bot.markup import plain
from bot.members.tiers import Binding, Tier
from bot.telegram.house import House
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn
from db.models.archive import ArchiveRecord
from db.models.brief import BriefEdition
from db.models.correction import Correction
from db.models.delivery import Delivery
from db.repositories import briefs, corrections, deliveries
from db.session import Database
from handlers import corrections as handler
from jobs.briefs import brief_tick
from jobs.corrections import correction_tick
from tests.briefs.houses import OPS, bind, heard, read, read_row, said, texts
from tests.briefs.newsrooms import at
from tests.handlers.desk_stage import ANNA, BORIS, LIN, actions, drafted, edition, make_update

SECOND_GROUP = -1011
REASON = "上证指数引用了错误的数据源"
REVIEW = {"brief_policy_noon": "review"}


async def posted(db: Database, **changed: Any) -> House:
    """Return a house whose noon brief stands in two newbie groups and two others."""
    house = await drafted(db, **changed)
    await db.run(bind, SECOND_GROUP, Binding.NEWBIE)
    await tick(house, "11:45")
    for number, row in enumerate(await db.read(copies), 100):
        await settle(db, row, Arrived(number), "11:46")
    return house


async def tick(house: House, clock: str) -> None:
    house.clock.move_to(at(clock))  # type: ignore[attr-defined]
    await brief_tick(house, at(clock))


async def settle(db: Database, row: Delivery, outcome: Outcome, clock: str) -> None:
    def act(session: Session) -> None:
        deliveries.claim(session, row.id, "test")
        fresh = session.get(Delivery, row.id, populate_existing=True)
        assert fresh is not None
        settle_outcome(session, fresh, outcome, at(clock), Books(42, ALERTS[0]))

    await db.run(act)


ALERTS: list[Any] = []


@pytest.fixture(autouse=True)
def _alerts() -> None:
    from bot.delivery.alerts import Alerts
    from bot.i18n import Language
    from tests.briefs.newsrooms import GATE, OWNER, WORDS

    ALERTS[:] = [Alerts(WORDS, GATE, Language.SIMPLIFIED, (OWNER,))]


def copies(session: Session) -> list[Delivery]:
    query = select(Delivery).where(Delivery.send_key.startswith("brief:"))  # type: ignore[attr-defined]
    return list(session.exec(query.order_by(Delivery.id)))  # type: ignore[arg-type]


def edits(session: Session) -> list[Delivery]:
    query = select(Delivery).where(Delivery.send_key.startswith("correct:"))  # type: ignore[attr-defined]
    return list(session.exec(query.order_by(Delivery.id)))  # type: ignore[arg-type]


def forms(session: Session) -> list[Correction]:
    return list(session.exec(select(Correction).order_by(Correction.id)))  # type: ignore[arg-type]


async def press(house: House, data: str, user: int = ANNA, chat: int = OPS) -> None:
    update = make_update(house, "…", user, chat, press=data)
    await handler.pressed(Turn(house, update, house.clock.now()), data.partition(":")[2])


async def say(house: House, arguments: str, user: int = ANNA, chat: int = OPS, to: int = 0) -> None:
    update = make_update(house, f"/correct {arguments}", user, chat, reply_to=to)
    await handler.correct(Turn(house, update, house.clock.now()), arguments)


async def answer(house: House, text: str, user: int = ANNA) -> None:
    """Reply to the newest question of a form."""
    newest = (await house.db.read(forms))[-1]
    assert newest.prompt_message_id is not None
    update = make_update(house, text, user, OPS, reply_to=newest.prompt_message_id)
    turn = Turn(house, update, house.clock.now())
    assert isinstance(turn.message, Message)
    assert await handler.replied(turn, turn.message)


async def corrected(house: House, text: str, user: int = ANNA, yes: int = ANNA) -> BriefEdition:
    """Correct the newbies' brief by a typed text."""
    one = await edition(house.db, Tier.NEWBIE)
    await press(house, f"correct:text-{one.id}", user)
    await answer(house, text, user)
    await answer(house, REASON, user)
    newest = (await house.db.read(forms))[-1]
    await press(house, f"correct:ok-{newest.id}", yes)
    return await edition(house.db, Tier.NEWBIE)


def own_text(one: BriefEdition) -> str:
    lines = [plain(Markup(line)) for line in one.markup.splitlines()]
    return "\n".join([*lines[:2], "请以这一版为准"])


async def test_every_copy_is_edited_with_its_buttons_and_marked_with_time_and_reason(
    db: Database,
) -> None:
    house = await posted(db)
    before = await edition(db, Tier.NEWBIE)
    house.clock.move_to(at("14:32"))  # type: ignore[attr-defined]
    after = await corrected(house, own_text(before))
    assert after.version == before.version + 1
    assert f"更正 14:32：{REASON}" in plain(Markup(after.markup)).splitlines()
    assert after.markup.splitlines()[-1] == before.markup.splitlines()[-1]
    done = await db.read(edits)
    assert [row.chat_id for row in done] == [-1001, SECOND_GROUP]
    assert {row.act for row in done} == {Act.EDIT_CAPTION}
    originals = {row.chat_id: row for row in await db.read(copies)}
    for row in done:
        assert row.markup == after.markup
        assert row.buttons == originals[row.chat_id].buttons
        assert row.message_id == originals[row.chat_id].message_id
    versions = await db.read(briefs.versions_of, after.id)
    assert versions[-1].origin is Origin.CORRECTION
    assert versions[-1].reason == REASON
    assert versions[-2].markup == before.markup
    assert [a.action for a in await actions(db)] == ["brief-correct"]


async def test_the_archive_links_both_versions(db: Database) -> None:
    house = await posted(db)
    before = await edition(db, Tier.NEWBIE)
    await corrected(house, own_text(before))
    (first, _) = await db.read(edits)
    await settle(db, first, Arrived(100, "改过的"), "14:33")
    kept = await db.read(
        lambda s: s.exec(
            select(ArchiveRecord).where(ArchiveRecord.kind == RecordKind.SENT_EDIT)
        ).first()
    )
    assert kept.details["edition"] == before.id
    assert (kept.details["corrects"], kept.details["version"]) == (
        before.version,
        before.version + 1,
    )


async def test_a_deleted_copy_gets_a_note_and_the_card_counts_it(db: Database) -> None:
    house = await posted(db)
    await corrected(house, own_text(await edition(db, Tier.NEWBIE)))
    first, second = await db.read(edits)
    await settle(db, first, Arrived(100), "14:33")
    await settle(db, second, Refused("Message to edit not found"), "14:33")
    await correction_tick(house, at("14:34"))
    note = await db.read(deliveries.with_key, f"otherwise:{second.send_key}")
    assert note is not None
    assert note.state is DeliveryState.QUEUED
    assert "有一处更正：" + REASON in read_row(note)
    await settle(db, note, Arrived(300), "14:34")
    await correction_tick(house, at("14:35"))
    card = await db.read(deliveries.with_key, f"alert:correction:1:{OPS}")
    assert card is not None
    assert "已改 1/2，改发说明 1，失败 0" in read_row(card)
    assert "全部处理完了。" in read_row(card)
    assert await db.read(corrections.unsettled) == []


async def test_a_group_that_the_bot_left_counts_as_failed(db: Database) -> None:
    house = await posted(db)
    await corrected(house, own_text(await edition(db, Tier.NEWBIE)))
    first, second = await db.read(edits)
    await settle(db, first, Arrived(100), "14:33")
    await settle(db, second, Unreachable("Forbidden: bot was kicked"), "14:33")
    note = await db.read(deliveries.with_key, f"otherwise:{second.send_key}")
    assert note is not None
    await settle(db, note, Unreachable("Forbidden: bot was kicked"), "14:34")
    await correction_tick(house, at("14:35"))
    card = await db.read(deliveries.with_key, f"alert:correction:1:{OPS}")
    assert card is not None
    assert "已改 1/2，改发说明 0，失败 1" in read_row(card)


async def test_a_wrong_figure_is_put_right_in_text_picture_and_snapshot(db: Database) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    wrong = await db.run(falsify, one.id)
    await press(house, f"correct:figs-{one.id}")
    label, data = next(
        (b["text"], b["callback_data"]) for b in said(house)[-1].buttons if "→" in b["text"]
    )
    assert wrong["false"] in label
    await press(house, data)
    await answer(house, REASON)
    preview = said(house)[-2]
    assert preview.method == "sendPhoto"
    assert wrong["false"] not in read(preview)
    newest = (await db.read(forms))[-1]
    await press(house, f"correct:ok-{newest.id}")
    after = await edition(db, Tier.NEWBIE)
    assert wrong["false"] not in after.markup
    assert after.picture != one.picture
    written = {f["written"] for f in [*after.snapshot["figures"], *after.snapshot["picture"]]}
    assert wrong["false"] not in written
    assert {row.act for row in await db.read(edits)} == {Act.EDIT_PICTURE}


async def test_a_noon_figure_corrected_after_lunch_names_the_time_of_its_quote(
    db: Database,
) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    wrong = await db.run(falsify, one.id)
    house.clock.move_to(at("14:32"))  # type: ignore[attr-defined]
    await press(house, f"correct:figs-{one.id}")
    offers = [b for b in said(house)[-1].buttons if "→" in b["text"]]
    await press(house, offers[0]["callback_data"])
    await answer(house, REASON)
    newest = (await db.read(forms))[-1]
    await press(house, f"correct:ok-{newest.id}")
    after = await edition(db, Tier.NEWBIE)
    mark = next(line for line in plain(Markup(after.markup)).splitlines() if "更正 14:32" in line)
    assert wrong["false"] not in after.markup
    assert "（14:32 的行情）。原因：" + REASON in mark
    assert after.markup.splitlines()[-1] == one.markup.splitlines()[-1]
    assert "数据截至 11:45" in after.markup.splitlines()[-1]


def falsify(session: Session, edition_id: int) -> dict[str, str]:
    """Make the first change of an index wrong by a hundredth, wherever it stands."""
    one = session.get(BriefEdition, edition_id)
    assert one is not None
    snapshot = deepcopy(one.snapshot)
    figure = next(f for f in snapshot["figures"] if f["field"] == "change-percent")
    true = figure["written"]
    false = true[0] + "7.77%"
    key = (figure["symbols"], figure["field"])
    for record in [*snapshot["figures"], *snapshot["picture"]]:
        if (record["symbols"], record["field"]) == key:
            record["written"], record["value"] = false, "7.77" if true[0] == "▲" else "-7.77"
    assert true in one.markup
    one.markup = one.markup.replace(true, false)
    one.snapshot = snapshot
    for row in copies(session):
        if corrections.edition_of(row) == edition_id:
            row.markup = one.markup
    return {"true": true, "false": false}


async def test_numbers_that_nothing_vouches_for_and_broken_rules_are_refused(
    db: Database,
) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"correct:text-{one.id}")
    with pytest.raises(DeskUnbound):
        await answer(house, "上证指数上涨 88.8%")
    with pytest.raises(DeskBroken):
        await answer(house, "内部消息：该股明天必涨，保本稳赚")
    await answer(house, own_text(one))
    with pytest.raises(DeskUnbound):
        await answer(house, "应为 4,999.99")
    with pytest.raises(DeskBroken):
        await answer(house, "保本稳赚，稳赚不赔")
    assert (await edition(db, Tier.NEWBIE)).version == one.version


async def test_under_review_somebody_else_confirms(db: Database) -> None:
    house = await posted(db, settings=REVIEW)
    one = await edition(db, Tier.NEWBIE)
    with pytest.raises(CorrectionSecond):
        await corrected(house, own_text(one))
    assert await db.read(edits) == []
    newest = (await db.read(forms))[-1]
    await press(house, f"correct:ok-{newest.id}", BORIS)
    assert len(await db.read(edits)) == 2
    with pytest.raises(CorrectionGone):
        await press(house, f"correct:ok-{newest.id}", BORIS)


async def test_a_second_correction_overtakes_what_waits_of_the_first(db: Database) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    await corrected(house, own_text(one))
    first = await db.read(edits)
    after = await corrected(house, own_text(one) + "，再看一遍")
    assert after.version == one.version + 2
    assert plain(Markup(after.markup)).count("更正 ") == 2
    states = {row.id: row.state for row in await db.read(edits)}
    assert {states[row.id] for row in first} == {DeliveryState.SUPPRESSED}
    newest = [row for row in await db.read(edits) if row.id not in {f.id for f in first}]
    assert [row.state for row in newest] == [DeliveryState.QUEUED] * 2


async def test_an_edit_that_is_under_way_is_waited_for(db: Database) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    await corrected(house, own_text(one))
    first, _ = await db.read(edits)
    await db.run(deliveries.claim, first.id, "test")
    await corrected(house, own_text(one) + "，再看一遍")
    assert len(await db.read(edits)) == 3  # the one under way has no successor yet
    await settle(db, first, Arrived(100), "14:00")
    await correction_tick(house, at("14:01"))
    await correction_tick(house, at("14:02"))
    assert len(await db.read(edits)) == 4


async def test_a_copy_that_has_not_left_is_replaced(db: Database) -> None:
    house = await drafted(db)
    await tick(house, "11:45")
    after = await corrected(house, own_text(await edition(db, Tier.NEWBIE)))
    mine = next(row for row in await db.read(copies) if row.chat_id == -1001)
    assert mine.markup == after.markup
    assert await db.read(edits) == []
    await settle(db, mine, Arrived(100), "11:46")
    await correction_tick(house, at("11:47"))
    assert len(await db.read(edits)) == 1  # in case the older text was in the sender's hand


async def test_a_withdrawn_edition_says_so_everywhere_and_cannot_be_corrected(
    db: Database,
) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"correct:back-{one.id}")
    await answer(house, REASON)
    newest = (await db.read(forms))[-1]
    await press(house, f"correct:ok-{newest.id}")
    after = await edition(db, Tier.NEWBIE)
    assert "撤回" in after.markup
    assert one.markup.splitlines()[1] not in after.markup
    rows = await db.read(edits)
    assert {row.act for row in rows} == {Act.EDIT_PICTURE}
    assert all(row.buttons == [] for row in rows)
    with pytest.raises(CorrectionWithdrawn):
        await press(house, f"correct:text-{one.id}")
    await db.run(bind, -1077, Binding.NEWBIE)
    await tick(house, "11:50")
    assert -1077 not in {row.chat_id for row in await db.read(copies)}


async def test_a_note_stands_beside_an_edit_that_nobody_would_see(db: Database) -> None:
    house = await posted(db)
    house.clock.move_to(at("19:00"))  # type: ignore[attr-defined]
    one = await edition(db, Tier.NEWBIE)
    await corrected(house, own_text(one))
    notes = await db.read(
        lambda s: [r for r in s.exec(select(Delivery)) if r.send_key.startswith("correct-note:")]
    )
    assert [note.chat_id for note in notes] == [-1001, SECOND_GROUP]
    assert {row.otherwise for row in await db.read(edits)} == {None}


async def test_a_line_is_left_out_and_the_form_can_be_dropped(db: Database) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    await press(house, f"correct:lines-{one.id}")
    data = said(house)[-1].buttons[0]["callback_data"]
    await press(house, data)
    await answer(house, REASON)
    assert one.markup.splitlines()[1] not in said(house)[-2].text
    newest = (await db.read(forms))[-1]
    await press(house, f"correct:drop-{newest.id}")
    assert (await db.read(forms))[-1].state is CorrectionState.DROPPED
    with pytest.raises(CorrectionGone):
        await press(house, f"correct:ok-{newest.id}")
    assert await db.read(edits) == []


async def test_the_edition_is_named_by_number_by_slot_or_by_a_reply(db: Database) -> None:
    house = await posted(db)
    one = await edition(db, Tier.NEWBIE)
    await say(house, str(one.id))
    assert f"#{one.id}" in texts(house)[-1]
    await say(house, "2026-11-20 午 新手")
    assert f"#{one.id}" in texts(house)[-1]
    await say(house, "")
    assert len(said(house)[-1].buttons) == 3
    with pytest.raises(CorrectionNoEdition):
        await say(house, "999")
    mine = next(row for row in await db.read(copies) if row.chat_id == -1001)
    with pytest.raises(CorrectionElsewhere) as elsewhere:
        await say(house, "", ANNA, -1001, to=mine.message_id or 0)
    assert elsewhere.value.fields["edition"] == str(one.id)


async def test_members_may_not(db: Database) -> None:
    house = await posted(db)
    with pytest.raises(NotAllowedError):
        await say(house, "1", LIN)
    with pytest.raises(NotAllowedError):
        await press(house, "correct:ok-1", LIN)
    await press(house, "correct:cut-1")
    assert heard(house).notes[-1]
    assert CorrectionTurned.code

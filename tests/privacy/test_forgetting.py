from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup
from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from bot.archive import holds, service
from bot.archive.kinds import RecordKind
from bot.archive.retention import RecordClass
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.contest.states import ContestState
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.sight import Names, sight
from bot.members.tiers import Binding
from bot.points.audit import audit_points
from bot.points.economy import default_economy
from bot.points.movement import Movement
from bot.points.reasons import Reason
from bot.points.service import award
from bot.privacy import copy, forgetting
from bot.privacy.errors import (
    DataAlreadySentError,
    ForgetContestError,
    ForgetHeldError,
    ForgetStaffError,
)
from bot.privacy.forgetting import FIRST_PSEUDONYM, Guard
from bot.privacy.holdings import HOLDINGS, Fate
from bot.quiz import climbing, group_votes
from db import models
from db.repositories import groups, members, privacy, prompts, quiz, watches
from db.session import Database
from tests.factories.quiz import make_quiz_means

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
DUE = NOW + timedelta(days=7)
ME, OTHER, OWNER = 7, 8, 1
GROUP = -1001
GUARD = Guard((OWNER,), ZoneInfo("Asia/Shanghai"))
NAMES = Names("林小满", "Lin", "linxm")
GATE = Gate(default_pack())


def _live(session: Session) -> None:
    """Let two people have a life here."""
    groups.ensure(session, GROUP, "新手一群", NOW).binding = Binding.NEWBIE
    session.flush()
    for who, names in ((ME, NAMES), (OTHER, Names("何"))):
        sight(session, who, names, NOW, (GROUP, "新手一群"))
        members.set_language(session, who, Language.ENGLISH)
        prompts.put(session, who, "order", {}, NOW)
        watches.add(session, who, "XSHG:600519", NOW)
        session.add(models.CheckIn(member_id=who, day=TODAY, at=NOW, streak=1, points=3))
        session.add(models.Streak(member_id=who, length=1))
        climbing.begin(session, who, 1, make_quiz_means(), NOW)
        quiz.add_pass(session, who, 1, 1, 8, NOW)
        group_votes.vote(session, "5001", who, 0, NOW)
        for number in range(2):
            movement = Movement(
                member_id=who,
                amount=5,
                reason=Reason.GRANT,
                rule="points-grant",
                rule_version=1,
                actor_id=who,
                key=f"k:{who}:{number}",
                at=NOW,
                day=TODAY,
                note=f"给 {who}",
            )
            award(session, movement, default_economy())
        answers = {"1": "a"}
        session.add(
            models.SuitabilityAnswer(
                member_id=who, level="balanced", version=1, answers=answers, at=NOW
            )
        )
        said = service.Said(RecordKind.RECEIVED, GROUP, who, who, NOW, f"我是 {who}", {})
        service.keep(session, [said])
        for lane in (Lane.RECEIPT, Lane.BRIEF):
            text = GATE.admit(Markup("你好"))
            enqueue(session, Post(f"{lane.value}:{who}", lane, who, text, NOW), NOW)


def _contest(session: Session, state: ContestState) -> None:
    contest = models.Contest(
        title="冬季赛", state=state, rules={}, created_by=OWNER, created_at=NOW
    )
    session.add(contest)
    session.flush()
    session.add(models.ContestEntry(contest_id=contest.id, member_id=ME, joined_at=NOW, account={}))
    session.add(
        models.ContestNote(
            contest_id=contest.id, member_id=ME, text="日记", key="n", at=NOW, day=TODAY
        )
    )


def _counts(session: Session, person: int) -> dict[str, int]:
    found = {
        one.table.__name__: len(privacy.rows(session, one.table, one.about, person))
        for one in HOLDINGS
        if one.about
    }
    return {name: count for name, count in found.items() if count}


async def _forget(db: Database) -> bool:
    await db.run(forgetting.ask, ME, GUARD, NOW)
    return await db.run(forgetting.carry_out, ME, GUARD, DUE, DUE.date())


async def test_what_no_rule_demands_goes_and_what_must_stay_has_another_name(
    db: Database,
) -> None:
    await db.run(_live)
    assert await _forget(db)
    left = await db.read(_counts, ME)
    assert left == {"ArchiveRecord": 1, "ForgetRequest": 1}
    renamed = await db.read(_counts, FIRST_PSEUDONYM + 1)
    assert renamed == {
        "ArchiveRecord": 1,
        "Member": 1,
        "Balance": 1,
        "LedgerEntry": 2,
        "SuitabilityAnswer": 1,
        "ForgetRequest": 1,
    }
    assert (await db.read(audit_points)) == ()


async def test_nothing_of_anybody_else_changes(db: Database) -> None:
    await db.run(_live)
    before = await db.read(_counts, OTHER)
    assert before["Delivery"] == 2
    await _forget(db)
    assert await db.read(_counts, OTHER) == before


async def test_no_name_of_a_forgotten_person_is_left_outside_the_archive(db: Database) -> None:
    await db.run(_live)
    await _forget(db)

    def everything(session: Session) -> str:
        tables = SQLModel.metadata.tables
        kept = ("archive_record", "forget_request")
        return "".join(
            str(row)
            for name in tables
            if name not in kept
            for row in session.execute(select(tables[name]))
        )

    text = await db.read(everything)
    assert "何" in text
    for trace in ("林小满", "linxm", "k:7:", "给 7", "receipt:7"):
        assert trace not in text, trace


async def test_whoever_comes_back_is_new_here(db: Database) -> None:
    await db.run(_live)
    await _forget(db)
    seen = await db.run(sight, ME, NAMES, DUE, (GROUP, "新手一群"))
    assert seen.member_language is None
    member = await db.read(members.by_id, ME)
    assert member is not None
    assert (member.first_name, member.first_seen_at, member.hidden) == ("林小满", DUE, False)
    assert await db.read(privacy.rows, models.LedgerEntry, ("member_id",), ME) == []
    assert (await db.run(forgetting.ask, ME, GUARD, DUE)) == DUE + timedelta(days=7)


async def test_an_ended_contest_keeps_its_log_and_the_number_without_a_name(
    db: Database,
) -> None:
    await db.run(_live)
    await db.run(_contest, ContestState.FINISHED)
    assert await _forget(db)
    left = await db.read(_counts, ME)
    assert left == {"Member": 1, "ContestEntry": 1, "ArchiveRecord": 1, "ForgetRequest": 1}
    member = await db.read(members.by_id, ME)
    assert member is not None
    assert (member.first_name, member.last_name, member.username) == ("-", None, None)


@pytest.mark.parametrize("state", [ContestState.OPEN, ContestState.RUNNING, ContestState.PAUSED])
async def test_a_contest_that_is_not_over_comes_first(db: Database, state: ContestState) -> None:
    await db.run(_live)
    await db.run(_contest, state)
    with pytest.raises(ForgetContestError):
        await db.run(forgetting.ask, ME, GUARD, NOW)


@pytest.mark.parametrize(("decided", "left"), [(None, 0), (NOW, 1)])
async def test_points_that_wait_for_a_second_person_go_to_nobody(
    db: Database, decided: datetime | None, left: int
) -> None:
    def request(session: Session) -> None:
        session.add(
            models.PendingMovement(
                key="p",
                requested_by=OWNER,
                member_id=ME,
                amount=500,
                note="奖励",
                requested_at=NOW,
                decided_at=decided,
            )
        )

    await db.run(_live)
    await db.run(request)
    assert await _forget(db)
    pending = await db.read(
        privacy.rows, models.PendingMovement, ("member_id",), FIRST_PSEUDONYM + 1
    )
    assert len(pending) == left


async def test_staff_cannot_be_forgotten(db: Database) -> None:
    await db.run(_live)
    await db.run(members.grant_role, ME, Role.EXPERT, OWNER, NOW)
    for person in (ME, OWNER):
        with pytest.raises(ForgetStaffError):
            await db.run(forgetting.ask, person, GUARD, NOW)


@pytest.mark.parametrize("scope", ["member", "group", "period"])
async def test_a_hold_stops_it_even_after_it_was_asked_for(db: Database, scope: str) -> None:
    await db.run(_live)
    await db.run(forgetting.ask, ME, GUARD, NOW)

    def hold(session: Session) -> None:
        group = groups.by_chat(session, GROUP)
        assert group is not None
        scopes = {
            "member": holds.Scope(member_id=ME),
            "group": holds.Scope(group_id=group.id),
            "period": holds.Scope(first=TODAY, last=TODAY),
        }
        holds.place(session, scopes[scope], "问询", Deed(OWNER, "h", NOW, TODAY))

    await db.run(hold)
    assert not await db.run(forgetting.carry_out, ME, GUARD, DUE, DUE.date())
    assert (await db.read(_counts, ME))["LedgerEntry"] == 2
    await db.run(forgetting.undo, ME, DUE)
    with pytest.raises(ForgetHeldError):
        await db.run(forgetting.ask, ME, GUARD, DUE)


async def test_a_hold_on_somebody_else_stops_nothing(db: Database) -> None:
    await db.run(_live)
    scope = holds.Scope(member_id=OTHER)
    await db.run(holds.place, scope, "问询", Deed(OWNER, "h", NOW, TODAY))
    assert await _forget(db)


async def test_it_waits_seven_days_and_can_be_undone_until_then(db: Database) -> None:
    await db.run(_live)
    assert await db.run(forgetting.ask, ME, GUARD, NOW) == DUE
    assert await db.run(forgetting.ask, ME, GUARD, NOW + timedelta(days=3)) == DUE
    early = DUE - timedelta(seconds=1)
    assert not await db.run(forgetting.carry_out, ME, GUARD, early, TODAY)
    assert await db.run(forgetting.undo, ME, early)
    assert not await db.run(forgetting.undo, ME, early)
    assert not await db.run(forgetting.carry_out, ME, GUARD, DUE, TODAY)
    assert await db.read(privacy.due_forgets, DUE) == []


async def test_what_stays_is_told_by_class_with_the_day_on_which_its_time_ends(
    db: Database,
) -> None:
    await db.run(_live)
    await db.run(Deed(OWNER, "m", NOW, TODAY).log, "mute", f"member:{ME}", {}, {})
    found = await db.read(forgetting.outlook, ME, GUARD, NOW)
    assert {one.record_class: (one.count, one.until) for one in found.kept} == {
        RecordClass.OPERATIONS: (1, date(2046, 11, 20)),
        RecordClass.POINTS: (2, date(2033, 11, 20)),
        RecordClass.SUITABILITY: (1, date(2046, 11, 20)),
        RecordClass.TALK: (1, date(2033, 11, 20)),
    }


async def test_doing_it_twice_is_doing_it_once_and_the_archive_still_holds(db: Database) -> None:
    await db.run(_live)
    await db.run(service.seal_waiting)
    assert await _forget(db)
    assert not await db.run(forgetting.carry_out, ME, GUARD, DUE, DUE.date())
    await db.run(service.seal_waiting)
    found = await db.read(service.verify)
    assert (found.broken, found.waiting) == (None, 0)

    def logged(session: Session) -> list[tuple[str, int]]:
        query = select(models.OperatorAction).where(col(models.OperatorAction.action) == "forget")
        return [(row.target, row.actor_id) for row in session.execute(query).scalars()]

    assert await db.read(logged) == [("forget:1", FIRST_PSEUDONYM + 1)]


async def test_a_copy_holds_one_persons_rows_and_nobody_elses_id(db: Database) -> None:
    await db.run(_live)
    await db.run(_contest, ContestState.RUNNING)
    data = await db.read(copy.collect, ME)
    assert data["profile"][0]["username"] == "linxm"
    assert data["groups"][0]["title"] == "新手一群"
    assert [row["amount"] for row in data["ledger"]] == [5, 5]
    assert [row["text"] for row in data["archive"]] == ["我是 7"]
    assert len(data["deliveries"]) == 2
    assert data["journal"][0]["text"] == "日记"
    assert set(data) == {one.section for one in HOLDINGS if one.section}
    assert "何" not in str(data)
    assert "我是 8" not in str(data)


async def test_a_copy_is_sent_once_a_day_and_one_that_never_arrived_does_not_count(
    db: Database,
) -> None:
    await db.run(_live)
    await db.run(copy.ask, ME, TODAY, NOW)
    await db.run(copy.ask, ME, TODAY, NOW)
    await db.run(copy.arrived, ME, NOW)
    with pytest.raises(DataAlreadySentError):
        await db.run(copy.ask, ME, TODAY, NOW)
    await db.run(copy.ask, ME, TODAY + timedelta(days=1), NOW + timedelta(days=1))


def test_every_fate_is_used_and_known() -> None:
    assert {one.fate for one in HOLDINGS} == set(Fate)

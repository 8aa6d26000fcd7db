"""Who may enter a contest, and with what."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from bot.contest.errors import (
    ContestUnknownError,
    EntryClosedError,
    EntryTooLateError,
    SuitabilityNeededError,
    TierNeededError,
)
from bot.contest.services.entry import Obstacle, eligibility, join
from bot.contest.states import ContestState
from bot.i18n import Language, Say, words_for
from bot.members.roles import Role
from bot.members.tiers import Binding, GroupState, Presence, Tier
from db.models.contest import ContestEntry, ContestRecord, SuitabilityAnswer
from db.models.group import Group
from db.repositories import members
from db.session import Database
from tests.factories.contests import (
    BANK,
    NEXT_DAY,
    at,
    hold_auction,
    make_contest,
    make_entry,
    make_rules,
    open_day,
    terms,
)
from tests.factories.members import make_member

NOW = at(8, 45)
NOBODY: frozenset[int] = frozenset()


def person(session: Session, tier: Tier | None = Tier.NEWBIE) -> int:
    make_member(session, 1)
    if tier is not None:
        group = Group(
            chat_id=-100,
            title="群",
            state=GroupState.ACTIVE,
            binding=Binding(tier.value),
            first_seen_at=NOW,
        )
        session.add(group)
        session.flush()
        members.set_presence(session, group.id, 1, Presence.PRESENT, NOW)
    return 1


def test_entering_gives_the_capital_once(db: Database) -> None:
    def work(session: Session) -> tuple[ContestEntry, ContestEntry, list[str]]:
        contest, me = make_contest(session), person(session)
        first = join(session, contest.id, me, NOBODY, NOW)
        second = join(session, contest.id, me, NOBODY, NOW + timedelta(hours=1))
        records = session.execute(select(ContestRecord).order_by(ContestRecord.id)).scalars()
        return first, second, [record.kind for record in records]

    first, second, logged = db.run_sync(work)
    assert first.account["cash"] == "1000000.00"
    assert second.joined_at == first.joined_at == NOW
    assert (logged, first.staff) == (["Joined", "Entered"], False)


def test_whoever_enters_late_has_nothing_to_catch_up_with(db: Database) -> None:
    def work(session: Session) -> int:
        contest, me = make_contest(session), person(session)
        open_day(session, contest.id, terms())
        hold_auction(session, contest.id, {BANK: "36.60"})
        return join(session, contest.id, me, NOBODY, at(10, 0)).applied

    assert db.run_sync(work) == 2


def obstacle(session: Session, **given: Any) -> Obstacle | None:
    tier = given.pop("tier", Tier.NEWBIE)
    state, now = given.pop("state", ContestState.RUNNING), given.pop("now", NOW)
    contest = make_contest(session, make_rules(**given), state)
    return eligibility(session, contest, person(session, tier), NOBODY, now).obstacle


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, None),
        ({"state": ContestState.OPEN}, None),
        ({"state": ContestState.PAUSED}, Obstacle.NOT_OPEN),
        ({"state": ContestState.FINISHED}, Obstacle.NOT_OPEN),
        ({"now": at(23, 59, 59, day=NEXT_DAY)}, None),
        ({"now": at(23, 59, 59, day=NEXT_DAY) + timedelta(seconds=1)}, Obstacle.TOO_LATE),
        ({"tiers": (Tier.VIP,)}, Obstacle.TIER),
        ({"tier": None}, Obstacle.TIER),
        ({"suitability": True}, Obstacle.SUITABILITY),
    ],
)
def test_what_keeps_somebody_out(
    db: Database, given: dict[str, Any], expected: Obstacle | None
) -> None:
    assert db.run_sync(lambda session: obstacle(session, **given)) is expected


@pytest.mark.parametrize(("days", "expected"), [(364, None), (365, Obstacle.SUITABILITY)])
def test_an_answer_about_risk_lasts_a_year(
    db: Database, days: int, expected: Obstacle | None
) -> None:
    def work(session: Session) -> Obstacle | None:
        answer = SuitabilityAnswer(
            member_id=1, level="balanced", version=1, answers={}, at=NOW - timedelta(days=days)
        )
        session.add(answer)
        return obstacle(session, suitability=True)

    assert db.run_sync(work) is expected


def test_whoever_is_in_is_told_so(db: Database) -> None:
    def work(session: Session) -> Obstacle | None:
        contest = make_contest(session)
        make_entry(session, contest)
        return eligibility(session, contest, 1, NOBODY, NOW).obstacle

    assert db.run_sync(work) is Obstacle.ALREADY_IN


@pytest.mark.parametrize("owners", [frozenset({1}), NOBODY], ids=["owner", "operator"])
def test_staff_enter_from_any_tier_and_are_marked(db: Database, owners: frozenset[int]) -> None:
    def work(session: Session) -> ContestEntry:
        contest, me = make_contest(session, make_rules(tiers=(Tier.VIP,))), person(session, None)
        if not owners:
            members.grant_role(session, me, Role.OPERATOR, 99, NOW)
        return join(session, contest.id, me, owners, NOW)

    assert db.run_sync(work).staff


@pytest.mark.parametrize(
    ("rules", "state", "now", "error"),
    [
        ({}, ContestState.DRAFT, NOW, ContestUnknownError),
        ({}, ContestState.FINISHED, NOW, EntryClosedError),
        ({}, ContestState.RUNNING, at(9, 0, day=NEXT_DAY) + timedelta(days=1), EntryTooLateError),
        ({"tiers": (Tier.VIP, Tier.ADVANCED)}, ContestState.RUNNING, NOW, TierNeededError),
        ({"suitability": True}, ContestState.RUNNING, NOW, SuitabilityNeededError),
    ],
)
def test_joining_raises_what_keeps_out(
    db: Database, rules: dict[str, Any], state: ContestState, now: Any, error: Any
) -> None:
    def work(session: Session) -> None:
        contest = make_contest(session, make_rules(**rules), state)
        join(session, contest.id, person(session), NOBODY, now)

    with pytest.raises(error):
        db.run_sync(work)


def test_the_error_names_the_tiers_in_the_readers_language(db: Database) -> None:
    def work(session: Session) -> None:
        contest = make_contest(session, make_rules(tiers=(Tier.ADVANCED, Tier.VIP)))
        join(session, contest.id, person(session), NOBODY, NOW)

    with pytest.raises(TierNeededError) as raised:
        db.run_sync(work)
    said = Say(f"error-{raised.value.code}", **raised.value.fields)
    sentence = words_for(ZoneInfo("Asia/Shanghai")).say(Language.SIMPLIFIED, said)
    assert "进阶群和高净值群" in sentence


def test_an_unknown_contest_takes_nobody(db: Database) -> None:
    with pytest.raises(ContestUnknownError):
        db.run_sync(join, 5, 1, NOBODY, NOW)

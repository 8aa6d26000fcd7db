from dataclasses import replace
from decimal import Decimal

import pytest
from sqlmodel import Session

from bot.contest.engine import codec
from bot.contest.operator_errors import (
    AwardWaitsError,
    NotAwardedYetError,
    NothingToAwardError,
)
from bot.contest.rules import Band, Prizes
from bot.contest.services import awarding, catching_up, decisions, journal, prizes
from bot.contest.states import ContestState
from bot.members.roles import Role
from bot.points import grants
from bot.points.audit import audit_points
from bot.points.errors import SecondOperatorError
from db.models.contest import ContestDay, ContestSnapshot
from db.repositories import contests, members, operator_actions, points
from db.session import Database
from tests.factories import contests as market
from tests.factories.contest_cases import NOW, make_deed, make_played, make_staff_desk, posts
from tests.factories.points import make_person

DESK = make_staff_desk()
PRIZES = Prizes(finishing=20, journal=20, bands=(Band(1, 1, 30),), journal_notes=1)


def _finish(session: Session, contest_prizes: Prizes = PRIZES) -> int:
    """Play one day with three members, one of them staff, then end the contest."""
    contest = make_played(session)
    for member, name, staff in ((8, "阿明", False), (9, "顾问", True)):
        make_person(session, member, name)
        market.make_entry(session, contest, member, staff=staff)
    session.add(ContestDay(contest_id=contest.id, day=market.DAY, opened_at=market.at(9, 0)))
    market.close_day(session, contest.id, {market.BANK: "36.45"})
    contest = contests.lock(session, contest.id)
    assert contest is not None
    for member in (7, 8, 9):
        catching_up.up_to_date(session, contest, member)
    day = session.get(ContestDay, (contest.id, market.DAY))
    assert day is not None
    day.closed_at = market.at(15, 5)
    for member, rank in ((7, 1), (8, 2)):
        row = session.get(ContestSnapshot, (contest.id, member, market.DAY))
        assert row is not None
        row.rank = rank
    journal.add_note(session, contest.id, 7, "记一笔", None, make_deed(7))
    contest.rules = codec.rules_to_json(replace(market.make_rules(), prizes=contest_prizes))
    contest.state = ContestState.FINISHED
    session.flush()
    return contest.id


@pytest.fixture
def contest(db: Database) -> int:
    return db.run_sync(_finish)


def _balances(db: Database) -> dict[int, int]:
    found = {member: db.run_sync(points.balance_of, member) for member in (7, 8, 9)}
    return {member: balance.amount if balance else 0 for member, balance in found.items()}


def test_prizes_follow_from_what_happened_and_staff_get_none(db: Database, contest: int) -> None:
    purse = db.run_sync(prizes.purse_of, contest, DESK)
    told = {w.name: [(p.reason.value, p.points) for p in w.prizes] for w in purse.winners}
    assert told == {
        "小林": [("finishing", 20), ("journal", 20), ("band", 30)],
        "阿明": [("finishing", 20)],
    }
    assert purse.points == 90


def test_an_award_moves_the_points_once_and_tells_each_winner(db: Database, contest: int) -> None:
    db.run_sync(awarding.award, contest, "按规则卡", make_deed(50), DESK)
    assert _balances(db) == {7: 70, 8: 20, 9: 0}
    receipts = {post.chat_id: post.markup for post in db.run_sync(posts) if post.chat_id in (7, 8)}
    assert "+70 积分" in receipts[7]
    assert "名次 +30" in receipts[7]
    with pytest.raises(NothingToAwardError):
        db.run_sync(awarding.award, contest, "再来一次", make_deed(50), DESK)
    assert _balances(db) == {7: 70, 8: 20, 9: 0}
    assert db.run_sync(audit_points) == ()


def test_prizes_count_for_the_level_but_not_for_the_daily_cap(db: Database) -> None:
    contest = db.run_sync(_finish, replace(PRIZES, finishing=400))
    db.run_sync(awarding.award, contest, "按规则卡", make_deed(50), make_staff_desk(cap=5000))
    balance = db.run_sync(points.balance_of, 7)
    assert balance is not None
    assert (balance.amount, balance.lifetime) == (450, 450)


def test_who_became_staff_since_gets_none(db: Database, contest: int) -> None:
    db.run_sync(members.grant_role, 8, Role.EXPERT, 1, NOW)
    purse = db.run_sync(prizes.purse_of, contest, DESK)
    assert [winner.member_id for winner in purse.winners] == [7]


def test_a_sum_beyond_the_cap_takes_two(db: Database, contest: int) -> None:
    desk = make_staff_desk(cap=89)
    done = db.run_sync(awarding.award, contest, "按规则卡", make_deed(50), desk)
    assert done.waits is not None
    assert _balances(db) == {7: 0, 8: 0, 9: 0}
    assert "2 人，共 90 分" in db.run_sync(posts)[-1].markup
    with pytest.raises(AwardWaitsError):
        db.run_sync(awarding.award, contest, "按规则卡", make_deed(51), desk)
    with pytest.raises(SecondOperatorError):
        db.run_sync(decisions.decide, done.waits.id, True, make_deed(50), desk)
    db.run_sync(decisions.decide, done.waits.id, True, make_deed(51), desk)
    assert _balances(db) == {7: 70, 8: 20, 9: 0}


def test_the_cap_counts_prizes_and_what_was_moved_by_hand_together(
    db: Database, contest: int
) -> None:
    hand = grants.Desk(DESK.economy, 100, DESK.words, DESK.gate, DESK.alerts, DESK.language)
    granted = grants.Wish(grants.Direction.GRANT, 8, 11, "补发积分")
    db.run_sync(grants.move, granted, make_deed(50), hand)
    desk = make_staff_desk(cap=100)
    asked = db.run_sync(awarding.award, contest, "按规则卡", make_deed(50), desk)
    assert (asked.used, asked.waits is not None) == (11, True)
    db.run_sync(decisions.decide, asked.waits.id, False, make_deed(50), desk)
    given = db.run_sync(awarding.award, contest, "按规则卡", make_deed(51), desk)
    assert (given.used, given.waits) == (0, None)
    more = db.run_sync(grants.move, granted, make_deed(51), hand)
    assert isinstance(more, grants.Waits)
    assert more.used == 90


def test_nothing_is_given_before_the_end(db: Database) -> None:
    running = db.run_sync(make_played)
    with pytest.raises(NotAwardedYetError):
        db.run_sync(prizes.purse_of, running.id, DESK)


def test_the_award_is_in_the_action_log(db: Database, contest: int) -> None:
    db.run_sync(awarding.award, contest, "按规则卡", make_deed(50), DESK)
    latest = db.run_sync(operator_actions.latest)[0]
    assert (latest.action, latest.after) == ("contest-award", {"members": 2, "points": 90})


def test_an_account_spread_over_names_earns_its_prize(db: Database) -> None:
    wide = Prizes(
        finishing=0, diversification=15, widest_concentration=Decimal("0.9"), fewest_names=1
    )
    contest = db.run_sync(_finish, wide)
    purse = db.run_sync(prizes.purse_of, contest, DESK)
    assert [(w.name, w.points) for w in purse.winners] == [("小林", 15)]

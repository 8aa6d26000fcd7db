from datetime import timedelta

from sqlmodel import Session

from bot.review.appeals import appeal, own_measures
from bot.review.deciding import decide
from bot.review.kinds import CaseState, Decision
from bot.review.reckoning import figures_between
from bot.review.service import case_of
from bot.review.taking import claim
from bot.review.watching import tick
from db.repositories import review
from db.session import Database
from tests.factories.review import (
    DESK,
    MEMBER,
    NOW,
    OPERATOR,
    OPS,
    OWNER,
    make_case,
    make_deed,
    posts,
)


def _tick(session: Session, hours: float) -> int:
    return tick(session, DESK, make_deed(now=NOW + timedelta(hours=hours)))


def test_a_case_is_told_of_twice_then_to_the_owners_and_never_closed(house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        told = {hours: _tick(session, hours) for hours in (11, 12, 12.1, 23, 24, 24.1, 48)}
        assert told == {11: 0, 12: 1, 12.1: 0, 23: 1, 24: 1, 24.1: 0, 48: 1}
        group = [post.markup for post in posts(session, OPS)]
        assert any("已过 12 小时" in text for text in group)
        assert any("只剩 1 小时" in text for text in group)
        owners = [post.markup for post in posts(session, OWNER)]
        assert len(owners) == 2
        assert "超过 24 小时" in owners[0]
        late = case_of(session, case.id)
        assert (late.state, late.decision) == (CaseState.EXPIRED, None)
        steps = [step.step.value for step in review.steps(session, case.id)]
        assert steps == ["opened", "reminded", "reminded", "expired", "expired"]

    house.run_sync(play)


def test_an_overdue_case_can_still_be_taken_on_and_decided(small_house: Database) -> None:
    def play(session: Session) -> None:
        case = make_case(session)
        _tick(session, 24)
        later = make_deed(OPERATOR, now=NOW + timedelta(hours=25))
        assert claim(session, DESK, case.id, later).state is CaseState.EXPIRED
        done = decide(session, DESK, case.id, Decision.UPHOLD, later)
        assert done.case.state is CaseState.DECIDED
        assert _tick(session, 72) == 0

    small_house.run_sync(play)


def test_many_cases_are_one_reminder(small_house: Database) -> None:
    def play(session: Session) -> None:
        for number in range(12):
            make_case(session, f"第{number}句保证收益的话")
        before = len(posts(session, OPS))
        assert _tick(session, 12) == 12
        assert len(posts(session, OPS)) == before + 1

    small_house.run_sync(play)


def test_reminders_of_cases_about_staff_go_to_the_owners(small_house: Database) -> None:
    def play(session: Session) -> None:
        make_case(session, owners_only=True)
        _tick(session, 12)
        assert posts(session, OPS) == []
        assert "已过 12 小时" in posts(session, OWNER)[-1].markup

    small_house.run_sync(play)


def test_whoever_appealed_is_told_when_the_promise_is_broken(small_house: Database) -> None:
    def play(session: Session) -> None:
        make_case(session)
        (own,) = own_measures(session, DESK, MEMBER, NOW)
        appeal(session, DESK, own.measure.key, "我只是转述新闻", make_deed(MEMBER))
        _tick(session, 24)
        _tick(session, 48)
        told = [post.markup for post in posts(session, MEMBER) if "没能在 24 小时内" in post.markup]
        assert len(told) == 1

    small_house.run_sync(play)


def test_the_figures_of_a_period_are_read_from_the_cases(house: Database) -> None:
    def play(session: Session) -> None:
        first = make_case(session)
        make_case(session, "另一句保证收益的话")
        later = make_deed(OPERATOR, now=NOW + timedelta(hours=3))
        decide(session, DESK, first.id, Decision.RELEASE, later)
        day = timedelta(days=1)
        found = figures_between(session, NOW - day, NOW + day, NOW + day)
        assert (found.opened, found.overridden, found.waiting) == (2, 1, 1)
        assert found.response_p90 == timedelta(hours=3)
        assert {rule.decided for rule in found.precision.values()} == {1}
        assert figures_between(session, NOW + day, NOW + 2 * day, NOW).opened == 0

    house.run_sync(play)

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import Session

from bot.contest.engine import codec
from bot.contest.errors import ContestUnknownError
from bot.contest.operator_errors import (
    ContestStateError,
    NotOverError,
    RulesAgreedError,
    RulesFixedError,
    RulesProblemError,
    TitleLengthError,
    TooLateToStartError,
)
from bot.contest.services import entry, lifecycle
from bot.contest.states import ContestState
from db.models.contest import Contest
from db.repositories import operator_actions
from db.session import Database
from tests.factories.contest_cases import (
    LAST,
    NOW,
    make_deed,
    make_draft,
    make_open,
    make_rules,
    make_running,
)
from tests.factories.points import make_person


def test_a_contest_goes_from_draft_to_running_and_its_rules_are_fixed(db: Database) -> None:
    def play(session: Session) -> None:
        contest = make_draft(session)
        assert (contest.state, contest.rules_hash) == (ContestState.DRAFT, None)
        assert lifecycle.announce(session, contest.id, make_deed()).state is ContestState.OPEN
        contest = lifecycle.start(session, contest.id, make_deed())
        assert contest.state is ContestState.RUNNING
        assert contest.rules_hash == codec.rules_hash(make_rules())
        assert contest.started_at is not None

    db.run_sync(play)


def test_every_step_is_written_into_the_action_log_with_before_and_after(db: Database) -> None:
    contest = db.run_sync(make_running)
    actions = db.run_sync(operator_actions.latest)
    assert [action.action for action in actions] == [
        "contest-start",
        "contest-announce",
        "contest-create",
    ]
    assert {action.target for action in actions} == {f"contest:{contest.id}"}
    assert (actions[0].before["state"], actions[0].after["state"]) == ("open", "running")
    assert actions[0].after["rules_hash"]


def test_a_draft_with_a_mistake_can_be_kept_but_not_announced(db: Database) -> None:
    contest = db.run_sync(make_draft, capital=Decimal(5))
    with pytest.raises(RulesProblemError) as caught:
        db.run_sync(lifecycle.announce, contest.id, make_deed())
    problems = caught.value.fields["problems"]
    assert isinstance(problems, tuple)
    assert [problem.id for problem in problems] == ["contest-problem-capital"]


def test_what_is_open_for_entry_may_still_change_but_only_into_what_can_be_played(
    db: Database,
) -> None:
    contest = db.run_sync(make_open)
    better = make_rules(capital=Decimal(500_000))
    changed = db.run_sync(lifecycle.change, contest.id, better, "改名", make_deed())
    assert codec.rules_from_json(changed.rules).capital == Decimal(500_000)
    with pytest.raises(RulesProblemError):
        broken = make_rules(capital=Decimal(5))
        db.run_sync(lifecycle.change, contest.id, broken, "改名", make_deed())


def test_once_somebody_has_entered_only_the_title_changes(db: Database) -> None:
    contest = db.run_sync(make_open)
    more = make_rules(capital=Decimal(500_000))
    db.run_sync(lifecycle.change, contest.id, more, "改过的", make_deed())
    db.run_sync(make_person, 7, "小林")
    db.run_sync(entry.join, contest.id, 7, (7,), NOW)
    with pytest.raises(RulesAgreedError) as caught:
        db.run_sync(lifecycle.change, contest.id, make_rules(), "改过的", make_deed())
    assert caught.value.fields["count"] == 1
    done = db.run_sync(lifecycle.change, contest.id, more, "再改名", make_deed())
    assert (done.title, codec.rules_from_json(done.rules)) == ("再改名", more)


def test_after_the_start_only_the_title_changes(db: Database) -> None:
    contest = db.run_sync(make_running)
    renamed = db.run_sync(lifecycle.change, contest.id, make_rules(), "新名字", make_deed())
    assert renamed.title == "新名字"
    with pytest.raises(RulesFixedError):
        other = make_rules(capital=Decimal(500_000))
        db.run_sync(lifecycle.change, contest.id, other, "新名字", make_deed())


@pytest.mark.parametrize("title", ["", " 一 ", "长" * 41])
def test_a_title_has_to_be_readable(db: Database, title: str) -> None:
    with pytest.raises(TitleLengthError):
        db.run_sync(make_draft, title)


def test_a_draft_cannot_start_and_a_contest_starts_once(db: Database) -> None:
    draft = db.run_sync(make_draft)
    with pytest.raises(ContestStateError):
        db.run_sync(lifecycle.start, draft.id, make_deed())
    running = db.run_sync(make_running)
    with pytest.raises(ContestStateError):
        db.run_sync(lifecycle.start, running.id, make_deed())


def test_a_contest_whose_days_have_passed_does_not_start(db: Database) -> None:
    contest = db.run_sync(make_open)
    late = make_deed(day=date(2026, 12, 19))
    with pytest.raises(TooLateToStartError):
        db.run_sync(lifecycle.start, contest.id, late)


def _close(session: Session, contest_id: int, day: date, closed: bool) -> None:
    contest = session.get(Contest, contest_id)
    assert contest is not None
    contest.market_day, contest.market_closed = day, closed
    session.add(contest)


def test_a_contest_finishes_after_its_last_close_and_not_before(db: Database) -> None:
    contest = db.run_sync(make_running)
    for day, closed in ((date(2026, 12, 17), True), (LAST, False)):
        db.run_sync(_close, contest.id, day, closed)
        with pytest.raises(NotOverError):
            db.run_sync(lifecycle.finish, contest.id, make_deed(day=LAST))
    db.run_sync(_close, contest.id, LAST, True)
    finished = db.run_sync(lifecycle.finish, contest.id, make_deed(day=LAST))
    assert finished.state is ContestState.FINISHED
    assert finished.ended_at is not None


def test_a_contest_that_has_not_begun_is_cancelled_by_one_a_running_one_is_not(
    db: Database,
) -> None:
    contest = db.run_sync(make_open)
    cancelled = db.run_sync(lifecycle.cancel, contest.id, "改期", make_deed())
    assert cancelled.state is ContestState.CANCELLED
    running = db.run_sync(make_running)
    with pytest.raises(ContestStateError):
        db.run_sync(lifecycle.cancel, running.id, "改期", make_deed())


def test_what_does_not_exist_is_refused(db: Database) -> None:
    with pytest.raises(ContestUnknownError):
        db.run_sync(lifecycle.start, 4711, make_deed())

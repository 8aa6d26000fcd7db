"""Which contests there are for a member, and which one a bare command means."""

import pytest
from sqlmodel import Session

from bot.contest.errors import ContestUnknownError, NotPlayingError, SeveralContestsError
from bot.contest.instrument import Market
from bot.contest.services.overview import Overview, contests_for, current, overview, rules_of
from bot.contest.states import ContestState
from db.session import Database
from tests.factories.contests import make_contest, make_entry, make_rules


def test_what_is_open_comes_first_and_drafts_are_for_operators(db: Database) -> None:
    def work(session: Session) -> tuple[list[int], list[int]]:
        for state in (
            ContestState.FINISHED,
            ContestState.RUNNING,
            ContestState.DRAFT,
            ContestState.CANCELLED,
            ContestState.OPEN,
            ContestState.FINISHED,
        ):
            make_contest(session, state=state)
        everybody = [one.contest.id for one in contests_for(session, 1)]
        operators = [one.contest.id for one in contests_for(session, 1, include_drafts=True)]
        return everybody, operators

    assert db.run_sync(work) == ([5, 2, 6, 1], [5, 3, 2, 6, 1])


def test_an_overview_counts_everybody_and_shows_only_my_part(db: Database) -> None:
    def work(session: Session) -> tuple[Overview, Overview]:
        contest = make_contest(session)
        for member in (1, 2, 3):
            make_entry(session, contest, member)
        return overview(session, contest.id, 2), overview(session, contest.id, 4)

    mine, other = db.run_sync(work)
    assert mine.participants == other.participants == 3
    assert mine.mine is not None
    assert (mine.mine.member_id, other.mine) == (2, None)
    assert mine.rules == make_rules()


def test_there_is_no_overview_of_nothing(db: Database) -> None:
    with pytest.raises(ContestUnknownError):
        db.run_sync(overview, 3, 1)


def play(session: Session, state: ContestState, market: Market = Market.MAINLAND) -> int:
    rules = make_rules(market=market)
    contest = make_contest(session, rules, state)
    make_entry(session, contest, rules=rules)
    return contest.id


def test_a_running_contest_is_meant_before_an_announced_one(db: Database) -> None:
    def work(session: Session) -> bool:
        running = play(session, ContestState.RUNNING)
        play(session, ContestState.OPEN)
        play(session, ContestState.FINISHED)
        make_contest(session)
        return current(session, 1).contest.id == running

    assert db.run_sync(work)


def test_the_symbol_tells_between_markets(db: Database) -> None:
    def work(session: Session) -> list[bool]:
        mainland = play(session, ContestState.RUNNING)
        hong_kong = play(session, ContestState.PAUSED, Market.HONG_KONG)
        return [
            current(session, 1, "hk00700").contest.id == hong_kong,
            current(session, 1, "sh600519").contest.id == mainland,
        ]

    assert db.run_sync(work) == [True, True]


def test_several_contests_are_named(db: Database) -> None:
    def work(session: Session) -> Overview:
        play(session, ContestState.RUNNING)
        play(session, ContestState.RUNNING)
        return current(session, 1, "sh600519")

    with pytest.raises(SeveralContestsError) as raised:
        db.run_sync(work)
    assert raised.value.fields == {"count": 2, "ids": (2, 1)}


@pytest.mark.parametrize("symbol", [None, "usAAPL"])
def test_whoever_plays_nowhere_is_told_so(db: Database, symbol: str | None) -> None:
    def work(session: Session) -> Overview:
        if symbol:
            play(session, ContestState.RUNNING)
        return current(session, 1, symbol)

    with pytest.raises(NotPlayingError):
        db.run_sync(work)


def test_fixed_rules_are_those_that_were_hashed(db: Database) -> None:
    def work(session: Session) -> list[object]:
        usual, other = make_contest(session), make_contest(session, make_rules(fresh_seconds=5))
        return [rules_of(usual).fresh_seconds, rules_of(other).fresh_seconds]

    assert db.run_sync(work) == [60, 5]

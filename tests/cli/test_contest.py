"""`bell contest verify` and `replay`, as somebody types them."""

import pytest
from sqlmodel import Session, select
from typer.testing import CliRunner

from bot.cli import app
from db.models.contest import ContestEntry
from db.opening import open_database
from tests.contest.services.market_days import make_market, play_contest, prepare

RUNNER = CliRunner()


@pytest.fixture
async def contest(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("BOT_TOKEN", "12345:" + "x" * 24)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OWNER_IDS", "1")
    db = open_database(sqlite_url)
    try:
        house, _ = make_market(db)
        return await play_contest(house, await db.run(prepare))
    finally:
        db.close()


def test_an_untouched_contest_is_verified_with_exit_code_0(contest: int) -> None:
    done = RUNNER.invoke(app, ["contest", "verify", str(contest)])
    assert done.exit_code == 0, done.output
    assert "ok    the log alone gives every account" in done.output
    assert "3 accounts" in done.output


def test_a_difference_is_printed_and_ends_with_exit_code_1(sqlite_url: str, contest: int) -> None:
    def steal(session: Session) -> None:
        entry = session.exec(select(ContestEntry)).first()
        assert entry is not None
        entry.account = {**entry.account, "cash": "5000000.00"}
        session.add(entry)

    db = open_database(sqlite_url)
    db.run_sync(steal)
    db.close()
    done = RUNNER.invoke(app, ["contest", "verify", str(contest)])
    assert done.exit_code == 1
    assert "fail  account of member 1 cash: kept 5000000.00, expected 997263.26" in done.output


def test_replay_prints_every_account_and_the_board(contest: int) -> None:
    done = RUNNER.invoke(app, ["contest", "replay", str(contest)])
    assert done.exit_code == 0, done.output
    assert "997,263.26" in done.output
    assert "Board after the last close" in done.output
    alone = RUNNER.invoke(app, ["contest", "replay", str(contest), "--member", "3"])
    assert "1,000,000.00" in alone.output
    assert "997,263.26" not in alone.output


def test_a_contest_that_is_not_there_ends_with_exit_code_2(contest: int) -> None:
    done = RUNNER.invoke(app, ["contest", "verify", "404"])
    assert done.exit_code == 2

"""The command line as somebody who installs the bot meets it: processes, exit codes, sentences."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.archive import service as archive
from bot.archive.kinds import RecordKind
from bot.members.tiers import Binding
from db.models import Balance
from db.opening import open_database
from db.repositories import groups
from tests.e2e.nursery import Nursery
from tests.factories.members import make_member

ROOT = Path(__file__).parents[2]
TOKEN = "1234567890:" + "a" * 35
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


Bell = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**settings: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": TOKEN,
        "OWNER_IDS": "7",
        "COLUMNS": "200",
        **settings,
    }


@pytest.fixture
def born(nursery: Nursery, tmp_path: Path) -> Bell:
    """The same command line without the time to read the code, for commands that need it all."""

    def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        return nursery.run(tmp_path, arguments, environment(**settings))

    return run


def bell(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_missing_token_is_one_sentence_and_exit_code_two(tmp_path: Path) -> None:
    done = bell(tmp_path, "run", BOT_TOKEN="")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("BOT_TOKEN is missing: received nothing; allowed: ")
    assert done.stderr.count("\n") == 1


def test_an_old_schema_is_refused_with_the_command_that_helps(born: Bell) -> None:
    done = born("run")
    assert done.returncode == 2
    assert "`bell db upgrade`" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_schema_goes_up_and_down_and_says_where_it_stands(born: Bell) -> None:
    up = born("db", "upgrade")
    assert (up.returncode, "2026_11_22" in up.stdout) == (0, True)
    assert "needs 2026_11_22" in born("db", "current").stdout
    down = born("db", "downgrade", "base")
    assert (down.returncode, "no revision" in down.stdout) == (0, True)


def test_the_audit_prints_each_difference_and_exits_with_one(born: Bell, sqlite_url: str) -> None:
    assert born("audit", "points", DATABASE_URL=sqlite_url).returncode == 0
    database = open_database(sqlite_url)
    database.run_sync(_forge_balance)
    database.close()
    done = born("audit", "points", DATABASE_URL=sqlite_url)
    assert done.returncode == 1
    assert "balance is 99, the ledger says 0" in done.stdout


def _forge_balance(session: Session) -> None:
    make_member(session, 5)
    session.add(Balance(member_id=5, amount=99, lifetime=0))


def test_the_archive_is_verified_and_a_changed_word_is_found(born: Bell, sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    database.run_sync(_say_two_things)
    database.close()
    assert born("archive", "verify", DATABASE_URL=sqlite_url).returncode == 0
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE archive_record SET text = 'forged' WHERE position = 2")
    connection.close()
    done = born("archive", "verify", DATABASE_URL=sqlite_url)
    assert done.returncode == 1
    assert "record 2 is altered" in done.stdout


def _say_two_things(session: Session) -> None:
    groups.ensure(session, -5, "群", NOW).binding = Binding.VIP
    session.flush()
    said = [archive.Said(RecordKind.SENT, -5, n, 1, NOW, f"话 {n}", {}) for n in (1, 2)]
    archive.keep(session, said)
    archive.seal_waiting(session)


def test_a_backup_is_a_whole_copy_and_never_overwrites(tmp_path: Path, sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    database.run_sync(make_member, 5)
    done = bell(tmp_path, "backup", "copy.db", DATABASE_URL=sqlite_url)
    database.close()
    assert done.returncode == 0
    with sqlite3.connect(tmp_path / "copy.db") as connection:
        assert connection.execute("SELECT count(*) FROM member").fetchone() == (1,)
    connection.close()
    again = bell(tmp_path, "backup", "copy.db", DATABASE_URL=sqlite_url)
    assert (again.returncode, "copy.db exists" in again.stderr) == (2, True)


def test_a_backup_of_postgres_says_what_is_missing(tmp_path: Path) -> None:
    done = bell(
        tmp_path,
        "backup",
        "copy.dump",
        DATABASE_URL="postgresql://me:hunter2@127.0.0.1:1/none",
        PATH="/nowhere",
    )
    assert done.returncode == 2
    assert "pg_dump is not installed here" in done.stderr


def test_a_backup_of_postgres_hands_the_password_over_where_nobody_else_reads_it(
    tmp_path: Path,
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text('#!/bin/sh\necho "$PGPASSWORD $*" >&2\nexit 1\n')
    program.chmod(0o755)
    done = bell(
        tmp_path,
        "backup",
        "copy.dump",
        DATABASE_URL="postgresql://me:hunter2@127.0.0.1:1/none",
        PATH=f"{tmp_path}:{os.environ['PATH']}",
    )
    assert done.returncode == 2
    told = " ".join(done.stderr.split())
    assert "pg_dump refused: hunter2 --format=custom" in told
    assert "--dbname=postgresql://me@127.0.0.1:1/none" in told


def test_the_version_is_told(tmp_path: Path) -> None:
    done = bell(tmp_path, "version")
    assert done.returncode == 0
    assert done.stdout.startswith("opening-bell ")


@pytest.mark.parametrize("command", [["run"], ["doctor"], ["db", "current"]])
def test_no_command_shows_a_traceback_for_a_bad_setting(born: Bell, command: list[str]) -> None:
    done = born(*command, OWNER_IDS="not-a-number")
    assert done.returncode == 2
    assert done.stderr.startswith("OWNER_IDS is malformed: received “not-a-number”; allowed:")
    assert done.stderr.count("\n") == 1

"""`bell archive` as somebody types it, with what they get wrong."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session
from typer.testing import CliRunner, Result

from bot.archive import service as archive
from bot.archive.kinds import RecordKind
from bot.cli import app
from bot.members.tiers import Binding
from db.opening import open_database
from db.repositories import groups

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
CHAT = -1001


def _fill(session: Session) -> None:
    groups.ensure(session, CHAT, "新手一群", NOW).binding = Binding.NEWBIE
    session.flush()
    said = [archive.Said(RecordKind.SENT, CHAT, n, 1, NOW, f"话 {n}", {}) for n in (1, 2)]
    archive.keep(session, said)
    archive.seal_waiting(session)


@pytest.fixture
def here(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BOT_TOKEN", "1234567890:" + "a" * 35)
    monkeypatch.setenv("OWNER_IDS", "7")
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    db = open_database(sqlite_url)
    db.run_sync(_fill)
    db.close()
    return folder


def _bell(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["archive", *arguments], catch_exceptions=False)


def test_a_period_is_exported_and_checked(here: Path) -> None:
    done = _bell("export", "--from", "2026-11-20", "--to", "2026-11-20", "--group", str(CHAT))
    assert done.exit_code == 0, done.output
    assert "ok    wrote archive-2026-11-20-2026-11-20" in done.stdout
    folder = here / "archive-2026-11-20-2026-11-20"
    checked = _bell("check", str(folder))
    assert checked.exit_code == 0
    assert "2 records, 0 of them erased by rule; 1 follow the record before" in checked.stdout
    (folder / f"group{CHAT}.jsonl").write_text("{}\n")
    broken = _bell("check", str(folder))
    assert broken.exit_code == 1
    assert "SHA-256 differs" in broken.stdout


def test_full_width_digits_are_read_as_what_they_mean(here: Path) -> None:
    done = _bell(
        "export", "--from", "２０２６-１１-２０", "--to", "2026－11－20", "--group", "－１００１"
    )
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--from", "2026-11-21", "--to", "2026-11-20"), "--to must not lie before --from"),
        (("--from", "20.11.2026", "--to", "2026-11-20"), "--from is not a day: received “20.11"),
        (("--from", "2026-02-01", "--to", "2026-02-30"), "--to is not in the calendar"),
        (
            ("--from", "2026-11-20", "--to", "2026-11-20", "--group", "新手"),
            "--group is not a group's id: received “新手”",
        ),
        (
            ("--from", "2026-11-20", "--to", "2026-11-20", "--group", "-5"),
            "No group has the id -5; known: -1001 (新手一群).",
        ),
        (
            ("--from", "2026-11-20", "--to", "2026-11-20", "--out", "/proc/nowhere/x"),
            "/proc/nowhere/x cannot be written (",
        ),
        (("--from", "2026-11-20", "--to", "2026-11-20", "--out", "."), ". exists already"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_two(
    here: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = _bell("export", *arguments)
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(here.iterdir()) == []


def test_a_folder_that_is_no_export_is_one_sentence(here: Path) -> None:
    done = _bell("check", str(here))
    assert done.exit_code == 2
    assert "holds no manifest.json" in done.stderr

"""`bell questions labels`, as somebody types it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from sqlmodel import Session
from typer.testing import CliRunner

from bot.question_labels_cli import labels
from bot.questions import cases
from bot.questions.choices import yes
from bot.questions.choosing import Offered, Plan
from bot.questions.showing import show
from bot.questions.states import BotSaid
from db.opening import open_database
from tests.factories.questions import ASKER, make_asked

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
RUNNER = CliRunner()
APP = typer.Typer()
APP.command()(labels)


def _solve(session: Session) -> None:
    opened = cases.open_case(session, make_asked(), NOW)
    show(session, opened.case, Plan(BotSaid.ANSWER, (Offered("star", 1, 1, 900),)), NOW)
    yes(session, 1, ASKER, NOW)


@pytest.fixture
def configured(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    settings = {"BOT_TOKEN": "12345:" + "x" * 24, "DATABASE_URL": sqlite_url, "OWNER_IDS": "7"}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    database = open_database(sqlite_url)
    database.run_sync(_solve)
    database.close()
    return tmp_path


def test_labels_are_written_as_json_lines_once(configured: Path) -> None:
    file = configured / "labels.jsonl"
    done = RUNNER.invoke(APP, [str(file)])
    assert done.exit_code == 0, done.output
    (row,) = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert (row["query"], row["faq_id"], row["right"]) == ("科创板怎么开通", "star", True)
    again = RUNNER.invoke(APP, [str(file)])
    assert again.exit_code == 2
    assert RUNNER.invoke(APP, [str(configured / "no" / "x.jsonl")]).exit_code == 2

"""`bell compliance shadow` and `promote`, as somebody types them."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session
from typer.testing import CliRunner

from bot.archive import service as archive
from bot.archive.kinds import RecordKind
from bot.cli import app
from bot.clock import SystemClock
from bot.compliance.rulepack import RULES_FOLDER
from bot.members.tiers import Binding
from bot.shadow.screening import live_screening, packaged
from db.opening import open_database
from db.repositories import groups, operator_actions

RUNNER = CliRunner()
MEMBERS, OPERATORS = -1001, -1002
NEW_RULE = """
[[rule]]
id = "R-999"
version = 1
kind = "tip"
severity = "block"
lanes = ["member"]
phrases = ["蓝色大象"]
reason = "试行。"
suggestion = "不说。"
failing = ["蓝色大象来了"]
passing = ["大象来了"]
"""


@pytest.fixture
def rules(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of rules with one more, beside an archive in which it is broken once."""
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "BOT_TOKEN": "12345:" + "x" * 24,
        "DATABASE_URL": sqlite_url,
        "OWNER_IDS": "7",
        "DATA_DIR": str(tmp_path / "data"),
    }.items():
        monkeypatch.setenv(name, value)
    db = open_database(sqlite_url)
    db.run_sync(_talk)
    db.close()
    folder = tmp_path / "tried"
    shutil.copytree(RULES_FOLDER, folder)
    (folder / "tried.toml").write_text(NEW_RULE, encoding="utf-8")
    return folder


def _talk(session: Session) -> None:
    now = SystemClock().now()
    for chat, binding in ((MEMBERS, Binding.NEWBIE), (OPERATORS, Binding.OPERATORS)):
        groups.ensure(session, chat, "群", now).binding = binding
    session.flush()
    said = [
        (MEMBERS, "蓝色大象来了，中午吃面", now),
        (MEMBERS, "今天下雨，早点回家", now),
        (OPERATORS, "蓝色大象要拦吗", now),
        (MEMBERS, "蓝色大象去年来过", datetime(2020, 1, 1, tzinfo=UTC)),
    ]
    archive.keep(
        session,
        [
            archive.Said(RecordKind.RECEIVED, chat, number, 5, at, text, {})
            for number, (chat, text, at) in enumerate(said)
        ],
    )


def _bell(*arguments: str, answer: str = "") -> tuple[int, str]:
    done = RUNNER.invoke(app, ["compliance", *arguments], input=answer)
    return done.exit_code, done.output


def test_shadow_tells_what_a_rule_would_newly_hold_in_members_groups_of_these_days(
    rules: Path,
) -> None:
    code, told = _bell("shadow", "--rules", str(rules))
    assert code == 0, told
    assert "2 texts from" in told
    assert "Newly held: 1 (" in told
    assert "R-999" in told
    assert "No longer held: 0 (" in told


def test_nothing_goes_live_without_a_report_on_exactly_these_files(rules: Path) -> None:
    code, told = _bell("promote", "--by", "7", "--rules", str(rules))
    assert code == 2
    assert "There is no shadow report" in told
    assert _bell("shadow", "--rules", str(rules))[0] == 0
    with (rules / "tried.toml").open("a", encoding="utf-8") as file:
        file.write("# one more byte\n")
    assert _bell("promote", "--by", "7", "--rules", str(rules), answer="y\n")[0] == 2


def test_an_owner_lets_it_go_live_after_seeing_the_report_and_it_is_written_down(
    rules: Path, tmp_path: Path, sqlite_url: str
) -> None:
    _bell("shadow", "--rules", str(rules))
    assert _bell("promote", "--by", "8", "--rules", str(rules), answer="y\n")[0] == 2
    assert _bell("promote", "--by", "7", "--rules", str(rules), answer="n\n")[0] == 2
    assert live_screening(tmp_path / "data").version == packaged().version
    code, told = _bell("promote", "--by", "7", "--rules", str(rules), answer="y\n")
    assert code == 0, told
    live = live_screening(tmp_path / "data")
    assert live.pack.rule("R-999").kind == "tip"
    db = open_database(sqlite_url)
    (action,) = db.read_sync(operator_actions.latest)
    db.close()
    assert (action.actor_id, action.after) == (7, {"screening": live.version})


def test_the_way_back_to_the_packaged_rules_is_the_same(rules: Path, tmp_path: Path) -> None:
    _bell("shadow", "--rules", str(rules))
    _bell("promote", "--by", "7", "--rules", str(rules), answer="y\n")
    assert _bell("promote", "--by", "7", answer="y\n")[0] == 2
    _, told = _bell("shadow")
    assert "No longer held: 1 (" in told
    assert _bell("promote", "--by", "7", answer="y\n")[0] == 0
    assert live_screening(tmp_path / "data").version == packaged().version


def test_shadow_of_what_is_live_and_a_broken_folder_are_refused(rules: Path) -> None:
    assert _bell("shadow")[0] == 2
    (rules / "tried.toml").write_text("nonsense", encoding="utf-8")
    code, told = _bell("shadow", "--rules", str(rules))
    assert code == 2
    assert "tried.toml" in told

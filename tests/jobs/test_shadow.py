from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from sqlmodel import Session

from bot.archive import service as archive
from bot.archive.kinds import RecordKind
from bot.compliance.rulepack import RULES_FOLDER
from bot.members.tiers import Binding
from bot.shadow.comparison import read_report
from bot.shadow.screening import packaged
from db.repositories import groups
from db.session import Database
from jobs.shadow import try_screening

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def _talk(session: Session) -> None:
    groups.ensure(session, -1, "群", NOW).binding = Binding.NEWBIE
    session.flush()
    at = NOW - timedelta(hours=1)
    archive.keep(session, [archive.Said(RecordKind.RECEIVED, -1, 1, 5, at, "早上好", {})])


def _house(db: Database, data_dir: Path, shadow: str) -> Any:
    settings = SimpleNamespace(data_dir=data_dir, compliance_shadow=shadow)
    return cast("Any", SimpleNamespace(db=db, settings=settings))


async def test_the_night_writes_a_report_on_the_folder_that_is_tried(
    db: Database, tmp_path: Path
) -> None:
    await db.run(_talk)
    await try_screening(_house(db, tmp_path, str(RULES_FOLDER)), NOW)
    report = read_report(tmp_path, packaged().version)
    assert report is not None
    assert (report["judged"], report["live"]) == (1, packaged().version)


async def test_without_a_folder_nothing_is_tried(db: Database, tmp_path: Path) -> None:
    await try_screening(_house(db, tmp_path, ""), NOW)
    assert read_report(tmp_path, packaged().version) is None

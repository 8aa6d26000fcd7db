import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.archive import purge, service
from bot.archive.export import ExportError, Period, export
from bot.archive.export_check import NoExportError, check_export
from bot.archive.kinds import RecordKind
from bot.archive.retention import default_retention
from bot.members import groups as group_service
from bot.members.tiers import Binding
from db.repositories import groups
from db.session import Database

DAY = datetime(2026, 11, 18, 15, 30, tzinfo=UTC)
"""Half past eleven at night in Shanghai."""
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
GROUP, OTHER = -1001, -1002
WHOLE = Period(date(2026, 11, 1), date(2026, 11, 30), ZONE)


def _fill(session: Session, at: datetime = DAY) -> None:
    for chat in (GROUP, OTHER):
        groups.ensure(session, chat, f"群{chat}", at).binding = Binding.NEWBIE
    session.flush()
    for number in range(6):
        chat = GROUP if number % 3 else OTHER
        details: dict[str, Any] = {"n": number, "share": 0.25}
        if number == 1:
            details["attachments"] = [{"kind": "photo", "file_id": "F", "unique": "U"}]
        said = service.Said(
            RecordKind.RECEIVED, chat, number, 7, at + timedelta(hours=number), "好\n的", details
        )
        service.keep(session, [said])
    service.seal_waiting(session)


def _export(
    folder: Path, chat: int | None = None, period: Period = WHOLE
) -> Callable[[Session], dict[str, Any]]:
    return lambda session: export(session, period, chat, folder, "0", NOW)


def _folders(path: Path) -> list[str]:
    return sorted(one.name for one in path.iterdir() if one.is_dir())


async def test_a_whole_export_holds_every_record_and_checks_offline(
    db: Database, tmp_path: Path
) -> None:
    await db.run(_fill)
    manifest = await db.read(_export(tmp_path / "out"))
    assert {entry["name"]: entry["lines"] for entry in manifest["files"]} == {
        "attachments.jsonl": 1,
        "group-1001.jsonl": 4,
        "group-1002.jsonl": 2,
        "house.jsonl": 0,
    }
    found = check_export(tmp_path / "out")
    assert (found.problems, found.records) == ((), 6)
    [attached] = (tmp_path / "out" / "attachments.jsonl").read_text().splitlines()
    assert json.loads(attached)["file_id"] == "F"
    assert manifest["coverage"]["groups"][0]["percent_of_time"] is not None
    assert _folders(tmp_path) == ["out"]


async def test_days_are_the_communitys_and_both_ends_are_included(
    db: Database, tmp_path: Path
) -> None:
    await db.run(_fill)
    first = Period(date(2026, 11, 18), date(2026, 11, 18), ZONE)
    rest = Period(date(2026, 11, 19), date(2026, 11, 19), ZONE)
    counts = []
    for name, period in (("a", first), ("b", rest)):
        await db.read(_export(tmp_path / name, None, period))
        counts.append(check_export(tmp_path / name).records)
    assert counts == [1, 5]


async def test_a_group_is_found_by_the_number_it_had_before(db: Database, tmp_path: Path) -> None:
    await db.run(_fill)
    await db.run(group_service.chat_moved, GROUP, -1009, NOW)
    manifest = await db.read(_export(tmp_path / "out", GROUP))
    assert manifest["groups"] == [{"chat": -1009, "chats": [-1009, GROUP], "title": "群-1001"}]
    assert check_export(tmp_path / "out").records == 4


async def test_erased_records_are_exported_as_what_stays_of_them(
    db: Database, tmp_path: Path
) -> None:
    await db.run(_fill, DAY.replace(year=2016))
    await db.run(purge.purge_batch, default_retention(), ZONE, NOW)
    await db.run(service.seal_waiting)
    old = Period(date(2016, 1, 1), date(2026, 12, 31), ZONE)
    await db.read(_export(tmp_path / "out", None, old))
    found = check_export(tmp_path / "out")
    assert (found.problems, found.records, found.erased) == ((), 7, 6)


async def test_an_unknown_group_is_refused_with_those_that_are_known(
    db: Database, tmp_path: Path
) -> None:
    await db.run(_fill)
    with pytest.raises(ExportError, match=r"No group has the id -7; known: -1001 \(群-1001\), "):
        await db.read(_export(tmp_path / "out", -7))
    assert not (tmp_path / "out").exists()


async def test_nothing_is_overwritten_and_what_a_crash_left_is_written_anew(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await db.run(_fill)
    target = tmp_path / "out"

    def die(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("bot.archive.export._coverage", die)
        with pytest.raises(MemoryError):
            await db.read(_export(target))
    assert not target.exists()
    assert (tmp_path / "out.partial").exists()
    await db.read(_export(target))
    assert not (tmp_path / "out.partial").exists()
    with pytest.raises(ExportError, match="exists already"):
        await db.read(_export(target))
    assert check_export(target).problems == ()


@pytest.mark.parametrize("trouble", ["No space left on device", "Permission denied"])
async def test_a_full_disk_or_a_closed_folder_is_one_sentence(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    await db.run(_fill)

    def fail(*_: object) -> None:
        raise OSError(28, trouble)

    monkeypatch.setattr("bot.archive.export._fill", fail)
    with pytest.raises(ExportError, match=f"cannot be written \\({trouble.lower()}\\)"):
        await db.read(_export(tmp_path / "out"))
    assert _folders(tmp_path) == []


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    from db.opening import open_database

    folder = tmp_path_factory.mktemp("export")
    shutil.copy(sqlite_template, folder / "bell.db")
    db = open_database(f"sqlite:///{folder}/bell.db")
    db.run_sync(_fill)
    db.read_sync(_export(folder / "out"))
    db.close()
    return folder / "out"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_changed_byte_of_any_file_is_found(
    exported: Path, tmp_path: Path, data: st.DataObject
) -> None:
    copy = tmp_path / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(exported, copy)
    path = data.draw(st.sampled_from(sorted(copy.glob("*.jsonl"))))
    content = bytearray(path.read_bytes())
    if not content:
        content = bytearray(b"\n")
    else:
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[place]))
    path.write_bytes(bytes(content))
    assert check_export(copy).problems


def test_a_forger_who_fixes_the_manifest_still_meets_the_hashes(
    exported: Path, tmp_path: Path
) -> None:
    import hashlib

    copy = tmp_path / "copy"
    shutil.copytree(exported, copy)
    path = copy / "group-1001.jsonl"
    path.write_text(path.read_text().replace("好", "坏"))
    manifest = json.loads((copy / "manifest.json").read_text())
    for entry in manifest["files"]:
        entry["sha256"] = hashlib.sha256((copy / entry["name"]).read_bytes()).hexdigest()
    (copy / "manifest.json").write_text(json.dumps(manifest))
    found = check_export(copy)
    assert "record 2 is not what was sealed" in found.problems[0]


def test_a_folder_without_an_export_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoExportError, match=r"holds no manifest\.json"):
        check_export(tmp_path)

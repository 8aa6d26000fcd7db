"""`bell doctor` against the hall: every line says how it is, and what to do where it is not."""

from pathlib import Path

from sqlmodel import Session

from bot.clock import SystemClock
from bot.demo import furnish
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from bot.sandbox.server import HallServer
from bot.telegram.intake_state import IntakeState
from db.models import InboxUpdate
from db.opening import open_database
from tests.e2e.nursery import BornBot, Nursery


async def _doctor(
    nursery: Nursery, server: HallServer, url: str, folder: Path, **settings: str
) -> tuple[int, str]:
    visit = BornBot(nursery, server, url, folder, COLUMNS="240", **settings)
    visit.command = (*visit.command[:-1], "doctor")
    await visit.start()
    code = await visit.wait()
    return code, visit.log.read_text()


def _line(report: str, about: str) -> str:
    return next(line for line in report.splitlines() if about in line)


async def test_a_healthy_house_is_told_line_by_line_and_ends_with_zero(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    hall = Hall(strict=True)
    db = open_database(sqlite_url)
    await db.run(furnish, hall, SystemClock().now())
    db.close()
    async with HallServer(hall) as server:
        code, report = await _doctor(nursery, server, sqlite_url, tmp_path)
    assert code in {0, 1}, report
    for about in ("database", "token", "updates", "clock", "news", "inbox", "outbox"):
        assert _line(report, about).startswith("ok"), report
    for title in ("新手群", "进阶群", "VIP", "运营群"):
        assert _line(report, title).startswith("ok"), report
    assert "known until" in _line(report, "calendar") or "ended on" in _line(report, "calendar")
    assert (code == 1) == any(line.startswith("fail") for line in report.splitlines())


async def test_what_is_wrong_is_named_with_what_to_do_and_ends_with_one(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    hall = Hall(strict=True)
    db = open_database(sqlite_url)
    await db.run(furnish, hall, SystemClock().now())
    await db.run(_set_one_aside)
    db.close()
    hall.remove_bot(cast.VIP_GROUP)
    hall.demote_bot(cast.NEWBIE_GROUP)
    async with HallServer(hall) as server:
        code, report = await _doctor(nursery, server, sqlite_url, tmp_path)
    assert code == 1
    assert _line(report, "VIP").startswith("fail")
    assert _line(report, "新手群").startswith("warn")
    assert "administrator" in _line(report, "新手群")
    assert _line(report, "inbox").startswith("warn")
    assert "4711" in _line(report, "inbox")


async def test_a_refused_token_and_a_missing_schema_are_two_lines_and_no_traceback(
    tmp_path: Path, nursery: Nursery
) -> None:
    async with HallServer(Hall()) as server:
        code, report = await _doctor(
            nursery,
            server,
            f"sqlite:///{tmp_path}/new.db",
            tmp_path,
            BOT_TOKEN="7000000009:" + "x" * 30,
        )
    assert code == 1
    assert _line(report, "database").startswith("fail")
    assert "bell db upgrade" in _line(report, "database")
    assert _line(report, "token").startswith("fail")
    assert "Traceback" not in report
    assert "x" * 30 not in report
    assert "Unclosed" not in report


async def test_sources_that_cannot_be_reached_are_failures(
    sqlite_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    async with HallServer(Hall()) as server:
        code, report = await _doctor(
            nursery,
            server,
            sqlite_url,
            tmp_path,
            QUOTES="tencent",
            TENCENT_BASE="http://127.0.0.1:1",
            NEWS_FEEDS="http://127.0.0.1:1/feed.xml",
        )
    assert code == 1
    assert _line(report, "quotes").startswith("fail")
    assert _line(report, "news").startswith("fail")


def _set_one_aside(session: Session) -> None:
    now = SystemClock().now()
    session.add(
        InboxUpdate(
            update_id=4711,
            raw={},
            state=IntakeState.SET_ASIDE,
            attempts=3,
            holder="gone",
            error="ValueError()",
            received_at=now,
        )
    )

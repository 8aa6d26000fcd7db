"""The command line: `bell run`, `bell demo`, `bell db …`, `bell doctor` and the rest."""

import asyncio
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.archive_cli import archive_app
from bot.briefs_cli import briefs_app
from bot.compliance_cli import compliance_app
from bot.config import Settings, SettingsError, load_settings
from bot.contest_cli import contest_app
from bot.questions_cli import questions_app
from bot.shadow_cli import promote, shadow

if TYPE_CHECKING:
    from bot.doctor import Line
    from db.session import Database

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Opening Bell: a community bot for a broker's investor groups on Telegram.",
)
db_app = typer.Typer(no_args_is_help=True, help="The database schema.")
audit_app = typer.Typer(no_args_is_help=True, help="Checks of the books.")
app.add_typer(db_app, name="db")
app.add_typer(audit_app, name="audit")
app.add_typer(archive_app, name="archive")
app.add_typer(briefs_app, name="briefs")
app.add_typer(contest_app, name="contest")
app.add_typer(questions_app, name="questions")
compliance_app.command()(shadow)
compliance_app.command()(promote)
app.add_typer(compliance_app, name="compliance")

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

Revision = Annotated[str, typer.Argument(help="A revision, or -1 for one step down.")]


def main() -> None:
    """Run the command line; every refusal is one sentence and exit code 2."""
    app()


@app.command()
def run() -> None:
    """Run the bot against Telegram until SIGTERM or Ctrl-C."""
    from bot.logs import set_up_logs  # noqa: PLC0415 - heavy imports only where they are needed

    settings = _settings()
    set_up_logs(settings)
    _exit_with(asyncio.run(_run(settings)))


async def _run(settings: Settings) -> str | None:
    """Run until told to stop; return the sentence to show if the bot could not run."""
    from bot.app import App, CannotStartError  # noqa: PLC0415
    from bot.errors import BellError  # noqa: PLC0415
    from bot.presence import AlreadyRunningError  # noqa: PLC0415

    stop = stop_event()
    try:
        bell = App(settings)
    except (CannotStartError, BellError) as error:  # BellError: a data file that is not allowed
        return str(error)
    try:
        starting = asyncio.ensure_future(bell.start())
        if await _first(starting, stop.wait()):
            await _first(bell.wait(), stop.wait())
    except (CannotStartError, AlreadyRunningError) as error:
        return str(error)
    finally:
        await bell.stop()
    return None


def stop_event() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def _first(work: object, stopping: object) -> bool:
    """Wait for either; tell whether `work` ended first, raising what it raised."""
    tasks = [asyncio.ensure_future(work), asyncio.ensure_future(stopping)]  # type: ignore[call-overload]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    done = bool(tasks[0].done())
    for task in tasks:
        if not task.done():
            task.cancel()
    await asyncio.gather(tasks[1], return_exceptions=True)
    if done:
        tasks[0].result()
    return done


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one.")] = 8765,
    bars: Annotated[Path | None, typer.Option(help="Daily bars (CSV) to replay.")] = None,
) -> None:
    """Open the rehearsal hall with the bot in it: no Telegram, no network."""
    from bot.demo import demo_settings, rehearse  # noqa: PLC0415
    from bot.errors import BellError  # noqa: PLC0415
    from bot.logs import set_up_logs  # noqa: PLC0415

    set_up_logs(demo_settings("http://127.0.0.1"))

    def opened(url: str) -> None:
        out.print(f"The rehearsal hall is open: {url}\nType 签到 in 新手群. Ctrl-C ends it.")

    async def play() -> None:
        await rehearse(port, stop_event(), opened, bars)

    try:
        asyncio.run(play())
    except BellError as error:
        _exit_with(str(error))
    except OSError as error:
        reason = (error.strerror or "").partition(" (")[0].lower()
        _exit_with(f"Port {port} cannot be opened ({reason}): try `bell demo --port 0`.")


@app.command()
def doctor() -> None:
    """Check token, updates, rights, schema, calendar, sources and clock; exit 1 on any fail."""
    from bot.app import build_house  # noqa: PLC0415
    from bot.clock import SystemChance, SystemClock  # noqa: PLC0415
    from bot.doctor import Level, examine, worst  # noqa: PLC0415
    from db.opening import open_database  # noqa: PLC0415

    settings = _settings()

    async def visit() -> "list[Line]":
        db = open_database(settings.database_url)
        house = build_house(settings, db, SystemClock(), SystemChance())
        try:
            return await examine(house)
        finally:
            await house.close()
            db.close()

    lines = asyncio.run(visit())
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for line in lines:
        style = {"ok": "green", "warn": "yellow", "fail": "bold red"}[line.level.value]
        table.add_row(f"[{style}]{line.level.value}[/]", line.about, line.found, line.to_do)
    out.print(table)
    if worst(lines) is Level.FAIL:
        raise typer.Exit(1)


@audit_app.command()
def points() -> None:
    """Recompute every balance from the ledger; exit 1 on any difference."""
    from bot.points.audit import audit_points  # noqa: PLC0415

    with open_configured() as db:
        differences = db.read_sync(audit_points)
    for difference in differences:
        out.print(f"fail  {difference}")
    if differences:
        raise typer.Exit(1)
    out.print("ok    every balance is the sum of its ledger")


@db_app.command()
def upgrade(revision: Revision = "head") -> None:
    """Migrate the database up."""
    from db import migrate  # noqa: PLC0415

    url = _settings().database_url
    migrate.upgrade(url, revision)
    out.print(f"The database is at {migrate.current(url)}.")


@db_app.command()
def downgrade(revision: Revision) -> None:
    """Migrate the database down; what newer tables held is gone."""
    from db import migrate  # noqa: PLC0415

    url = _settings().database_url
    migrate.downgrade(url, revision)
    out.print(f"The database is at {migrate.current(url) or 'no revision'}.")


@db_app.command()
def current() -> None:
    """Show where the database stands and what this version needs."""
    from db import migrate  # noqa: PLC0415

    have = migrate.current(_settings().database_url)
    out.print(f"The database is at {have or 'no revision'}; this version needs {migrate.head()}.")


@app.command()
def backup(path: Annotated[Path, typer.Argument(help="The file to write.")]) -> None:
    """Write a consistent copy of the database while the bot runs."""
    from db.backup import BackupError, back_up  # noqa: PLC0415

    try:
        size = back_up(_settings().database_url, path)
    except BackupError as error:
        _exit_with(str(error))
    else:
        out.print(f"Wrote {path} ({size:,} bytes).")


@app.command()
def version() -> None:
    """Show the version."""
    out.print(f"opening-bell {version_text()}, Python {sys.version.split()[0]}")


def version_text() -> str:
    """Return which version is installed."""
    from importlib import metadata  # noqa: PLC0415

    try:
        return metadata.version("opening-bell")
    except metadata.PackageNotFoundError:
        return "from source, not installed"


@contextmanager
def open_configured() -> "Iterator[Database]":
    """Open the configured database for one command."""
    from bot.app import CannotStartError, require_current_schema  # noqa: PLC0415
    from db.opening import open_database  # noqa: PLC0415

    url = _settings().database_url
    try:
        require_current_schema(url)
    except CannotStartError as error:
        _exit_with(str(error))
    db = open_database(url)
    try:
        yield db
    finally:
        db.close()


def settings_or_exit() -> Settings:
    """Return the settings, or end the command with the one sentence that says what is wrong."""
    return _settings()


def _settings() -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        _exit_with(str(error))
        raise


def _exit_with(sentence: str | None) -> None:
    if sentence:
        err.print(sentence, soft_wrap=True, markup=False)
        raise typer.Exit(2)

"""`bell archive …`: verify the chain, export a period, check an export."""

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

archive_app = typer.Typer(no_args_is_help=True, help="The archive of what was said.")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

From = Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD.")]
To = Annotated[str, typer.Option("--to", help="Last day, included, YYYY-MM-DD.")]
Chat = Annotated[
    str | None, typer.Option("--group", help="A group's id, as -1001234567890; all if absent.")
]
Out = Annotated[Path | None, typer.Option("--out", help="The folder to make; must not exist.")]
Folder = Annotated[Path, typer.Argument(help="A folder that `bell archive export` made.")]


@archive_app.command()
def verify() -> None:
    """Recompute the archive's hash chain; exit 1 if it does not hold."""
    from bot.archive import service  # noqa: PLC0415 - heavy imports only where they are needed
    from bot.cli import open_configured  # noqa: PLC0415 - the command line imports this file

    with open_configured() as db:
        found = db.read_sync(service.verify)
    out.print(f"{found.sealed} records sealed, {found.waiting} waiting; head {found.head}")
    if found.broken:
        out.print(f"fail  record {found.broken.position} is {found.broken.problem}")
        raise typer.Exit(1)
    out.print("ok    the chain holds")


@archive_app.command()
def export(first: From, last: To, group: Chat = None, folder: Out = None) -> None:
    """Write a period of the archive as JSONL with attachments list and manifest."""
    from bot.archive.export import ExportError, Period, clear_partial  # noqa: PLC0415
    from bot.archive.export import export as write  # noqa: PLC0415
    from bot.cli import open_configured, settings_or_exit, version_text  # noqa: PLC0415
    from bot.clock import SystemClock  # noqa: PLC0415

    zone = settings_or_exit().community_timezone
    period = Period(_day("--from", first), _day("--to", last), zone)
    if period.last < period.first:
        _refuse(f"--to must not lie before --from: received {period.first} to {period.last}.")
    chat = _chat(group) if group is not None else None
    folder = folder or Path(f"archive-{period.first}-{period.last}")
    with open_configured() as db, _bar() as bar:
        task = bar.add_task("export", total=None)

        def tell(done: int, whole: int) -> None:
            bar.update(task, completed=done, total=whole)

        now = SystemClock().now()
        try:
            manifest = db.read_sync(write, period, chat, folder, version_text(), now, tell)
        except ExportError as error:
            _refuse(str(error))
        except KeyboardInterrupt:
            clear_partial(folder)
            raise
    for entry in manifest["files"]:
        out.print(f"{entry['name']}  {entry['lines']} lines", soft_wrap=True)
    if manifest["waiting"]:
        out.print(f"{manifest['waiting']} newer records wait to be sealed and are not in it")
    out.print(f"ok    wrote {folder}; head {manifest['head']['hash']}", soft_wrap=True)


@archive_app.command()
def check(folder: Folder) -> None:
    """Check an export without the database; exit 1 on any difference."""
    from bot.archive.export_check import NoExportError, check_export  # noqa: PLC0415

    with _bar() as bar:
        task = bar.add_task("check", total=None)
        try:
            found = check_export(folder, lambda n, of: bar.update(task, completed=n, total=of))
        except NoExportError as error:
            _refuse(str(error))
    for problem in found.problems:
        out.print(f"fail  {problem}", soft_wrap=True, markup=False)
    out.print(
        f"{found.records} records, {found.erased} of them erased by rule; "
        f"{found.linked} follow the record before them in the chain"
    )
    if found.problems:
        raise typer.Exit(1)
    out.print("ok    every file and record is what was exported")


def _day(option: str, typed: str) -> date:
    """Read a day, also in full-width digits, as they come from Chinese keyboards."""
    plain = _narrow(typed)
    allowed = "allowed: a day as 2026-11-20"
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain, re.ASCII):
        _refuse(f"{option} is not a day: received “{typed}”; {allowed}.")
    try:
        return date.fromisoformat(plain)
    except ValueError:
        _refuse(f"{option} is not in the calendar: received “{typed}”; {allowed}.")


def _chat(typed: str) -> int:
    plain = _narrow(typed)
    if not re.fullmatch(r"-?\d{1,16}", plain, re.ASCII):
        _refuse(
            f"--group is not a group's id: received “{typed}”; "
            "allowed: a whole number as -1001234567890."
        )
    return int(plain)


def _narrow(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).replace("\u2212", "-").strip()


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Without a terminal it would leave blank lines between what is said.
    return Progress(
        *columns,
        TimeRemainingColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )


def _refuse(sentence: str) -> NoReturn:
    err.print(sentence, soft_wrap=True, markup=False)
    raise typer.Exit(2)

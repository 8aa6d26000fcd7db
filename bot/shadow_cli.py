"""`bell compliance shadow` and `promote`: try another screening, then let it go live."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from bot.compliance_cli import out, progress_bar, stop

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.shadow.comparison import Report
    from bot.shadow.screening import Screening
    from db.session import Database

SAMPLES_SHOWN = 10

Rules = Annotated[Path | None, typer.Option("--rules", help="Folder of the rules to try.")]
Model = Annotated[Path | None, typer.Option("--model", help="Model file to try.")]
Days = Annotated[int, typer.Option(min=1, max=3660, help="How far back in the archive.")]
By = Annotated[int, typer.Option("--by", help="Telegram id of the owner who decides.")]
Why = Annotated[str, typer.Option("--reason", help="Why, for the operators' log.")]


def shadow(rules: Rules = None, model: Model = None, days: Days = 30) -> None:
    """Judge the archive by other rules or another model; by the packaged ones if none is named."""
    from bot.cli import open_configured  # noqa: PLC0415 - the command line imports this file
    from bot.clock import SystemClock  # noqa: PLC0415
    from bot.shadow.comparison import as_document, write_report  # noqa: PLC0415

    settings, live, tried = _both(rules, model)
    if tried.version == live.version:
        stop(f"{live.version} is what is live: name other --rules or another --model.")
    now = SystemClock().now()
    with open_configured() as db:
        report = _compare(db, live, tried, now - timedelta(days=days), now)
    path = write_report(settings.data_dir, report)
    _show(as_document(report))
    out.print(f"Wrote {path}.", soft_wrap=True)


def promote(by: By, rules: Rules = None, model: Model = None, reason: Why = "") -> None:
    """Let a screening go live that shadow mode has reported on; without options, the packaged."""
    from bot.cli import open_configured  # noqa: PLC0415 - as above
    from bot.shadow.comparison import read_report  # noqa: PLC0415
    from bot.shadow.screening import go_live, keep_copy  # noqa: PLC0415

    settings, live, tried = _both(rules, model)
    if by not in settings.owner_ids:
        stop(f"--by: received {by}; allowed: an owner, one of OWNER_IDS.")
    if tried.version == live.version:
        stop(f"{live.version} is live already: nothing to do.")
    report = read_report(settings.data_dir, tried.version)
    if report is None or report["live"] != live.version:
        stop(
            f"There is no shadow report on {tried.version} beside {live.version}, which is live: "
            "run `bell compliance shadow` with the same files first."
        )
    _show(report)
    if not typer.confirm(f"Judge by {tried.version} from the next start on?"):
        stop("Nothing was changed.")
    keep_copy(settings.data_dir, tried)
    with open_configured() as db:
        now = _record(db, settings, by, live, tried, reason)
    go_live(settings.data_dir, tried, {"by": by, "at": now.isoformat(), "instead_of": live.version})
    out.print(f"{tried.version} is live from the next start of the bot on.")


def _both(rules: Path | None, model: Path | None) -> "tuple[Settings, Screening, Screening]":
    """Return the settings, what is live, and what it would be with other files."""
    from bot.config import SettingsError, load_settings  # noqa: PLC0415
    from bot.shadow.screening import changed, live_screening, packaged  # noqa: PLC0415
    from bot.strict_toml import InvalidData  # noqa: PLC0415

    try:
        settings = load_settings()
        live = live_screening(settings.data_dir)
        tried = changed(live, rules, model) if rules or model else packaged()
    except (SettingsError, InvalidData) as error:
        stop(str(error))
    return settings, live, tried


def _compare(
    db: "Database", live: "Screening", tried: "Screening", since: datetime, now: datetime
) -> "Report":
    from bot.shadow import service  # noqa: PLC0415
    from bot.shadow.comparison import Comparison, Report  # noqa: PLC0415
    from db.repositories import said  # noqa: PLC0415

    comparison, last = Comparison(), 0
    gates = live.gate(), tried.gate()
    with progress_bar() as bar:
        task = bar.add_task("judge", total=db.read_sync(said.count_since, since))
        while texts := db.read_sync(service.next_said, since, last):
            service.compare(comparison, texts, *gates)
            last = texts[-1].id
            bar.update(task, completed=comparison.judged)
    return Report(tried.version, live.version, since, now, comparison)


def _record(
    db: "Database",
    settings: "Settings",
    by: int,
    live: "Screening",
    tried: "Screening",
    reason: str,
) -> datetime:
    from bot.calendar.service import Community  # noqa: PLC0415
    from bot.clock import SystemClock  # noqa: PLC0415
    from bot.shadow import service  # noqa: PLC0415

    now = SystemClock().now()
    community = Community(
        settings.community_timezone, settings.community_day_start, settings.community_exchange
    )
    db.run_sync(
        service.record_promotion,
        actor_id=by,
        before=live.version,
        after=tried.version,
        reason=reason,
        now=now,
        day=community.day_of(now),
    )
    return now


def _show(report: dict[str, Any]) -> None:
    """Print a report: totals, rules, and some of the texts that would be judged otherwise."""
    width = shutil.get_terminal_size().columns
    out.print(
        f"{report['judged']:,} texts from {report['since'][:10]} to {report['until'][:10]}; "
        f"{report['held_by_both']:,} held by both.",
        soft_wrap=True,
    )
    for name, title in (("newly_held", "Newly held"), ("no_longer_held", "No longer held")):
        side = report[name]
        out.print(
            f"{title}: {side['texts']:,} (operators upheld {side['operators_upheld']:,} of them, "
            f"released {side['operators_released']:,})",
            soft_wrap=True,
        )
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 2), width=width)
        for sample in side["samples"][:SAMPLES_SHOWN]:
            excerpt = " ".join(sample["excerpt"].split())
            table.add_row(str(sample["id"]), ", ".join(sample["rules"]), excerpt)
        if table.row_count:
            out.print(", ".join(f"{rule} {count}" for rule, count in side["rules"].items()))
            out.print(table, markup=False)

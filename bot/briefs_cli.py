"""`bell briefs replay`: recorded trading days through the desk, in minutes, by its own clock."""

import asyncio
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from bot.replay.judging import SlotReport
    from bot.replay.playing import Replayed

briefs_app = typer.Typer(no_args_is_help=True, help="The editorial desk.")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


@briefs_app.callback()
def briefs() -> None:
    """Try the editorial desk without Telegram."""


@briefs_app.command()
def replay(
    days: Annotated[int, typer.Option(min=1, max=250, help="How many trading days.")] = 10,
    bars: Annotated[Path | None, typer.Option(help="Daily bars (CSV) whose closes count.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day, YYYY-MM-DD.")] = None,
) -> None:
    """Play trading days through the desk and check every slot; exit 1 if anything was wrong."""
    from bot.clock import SystemClock  # noqa: PLC0415 - heavy imports only where they are needed
    from bot.demo import demo_settings  # noqa: PLC0415
    from bot.errors import BellError  # noqa: PLC0415
    from bot.logs import set_up_logs  # noqa: PLC0415
    from bot.market.bars import read_bars  # noqa: PLC0415
    from bot.replay import playing  # noqa: PLC0415

    set_up_logs(demo_settings("http://127.0.0.1"))
    try:
        recorded = read_bars(bars) if bars else None
        end = date.fromisoformat(last) if last else None
        window = playing.window(days, end, recorded, SystemClock().now().date())
        with tempfile.TemporaryDirectory(prefix="bell-replay-") as folder:
            done = asyncio.run(playing.replay(window, Path(folder), recorded, _tell))
    except (BellError, ValueError) as error:
        err.print(str(error), soft_wrap=True, markup=False)
        raise typer.Exit(2) from None
    _sum_up(done)
    if done.faults:
        raise typer.Exit(1)


def _tell(slot: "SlotReport") -> None:
    """Show progress: one line for each slot as it is over."""
    mark = "fail" if slot.faults else "ok"
    err.print(f"{mark:5}{slot.due.day} {slot.due.slot.value}", soft_wrap=True)


def _sum_up(done: "Replayed") -> None:
    out.print(_table(done))
    for slot in done.slots:
        for fault in slot.faults:
            where = f"{slot.due.day} {slot.due.slot.value}"
            out.print(f"fail  {where}: {fault}", soft_wrap=True, markup=False)
    if done.strays:
        out.print(f"fail  {done.strays} editions on days without trading")
    if not done.chain_holds:
        out.print("fail  the archive's hash chain does not hold")
    figures = sum(slot.figures for slot in done.slots)
    out.print(
        f"{len(done.slots)} slots, {done.closed_days} days without trading between them, "
        f"{figures} figures, {done.sealed} archived records, {done.faults} faults",
        soft_wrap=True,
    )


def _table(done: "Replayed") -> Table:
    table = Table(title="The desk, slot by slot (模拟行情)", box=None, padding=(0, 2, 0, 0))
    heads = ("day", "slot", "operators", "newbie", "advanced", "vip")
    for head in heads:
        table.add_column(head, overflow="fold")
    for head in ("figures", "reminded", "out at", "faults"):
        table.add_column(head, justify="right")
    for slot in done.slots:
        due = slot.due
        table.add_row(
            f"{due.day:%m-%d %a}",
            due.slot.value,
            slot.conduct.value,
            *slot.outcomes.values(),
            str(slot.figures),
            "yes" if slot.reminded else "",
            slot.minutes_late,
            str(len(slot.faults) or ""),
        )
    return table

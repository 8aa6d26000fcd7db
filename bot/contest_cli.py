"""`bell contest verify` and `bell contest replay`: the fairness proof at the command line."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.contest.board.ranking import Ranked
    from bot.contest.services.verification import Replayed

contest_app = typer.Typer(no_args_is_help=True, help="The proof of simulated contests.")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

ContestId = Annotated[int, typer.Argument(help="The contest's number.")]
MemberId = Annotated[int | None, typer.Option("--member", help="One member's account only.")]


@contest_app.command()
def verify(contest_id: ContestId) -> None:
    """Recompute chain, accounts, fills and boards from the log; exit 1 on any difference."""
    from bot.cli import open_configured  # noqa: PLC0415 - the command line imports this file
    from bot.contest.errors import ContestUnknownError  # noqa: PLC0415
    from bot.contest.services import verification  # noqa: PLC0415

    with open_configured() as db, _bar() as bar:
        task = bar.add_task("verify", total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        try:
            verdict = db.read_sync(verification.verify, contest_id, tell)
        except ContestUnknownError:
            _unknown(contest_id)
    for difference in verdict.differences:
        out.print(f"fail  {difference}", soft_wrap=True, markup=False)
    summary = (
        f"{verdict.records} records over {verdict.days} days, {verdict.waiting} waiting to be "
        f"sealed, {verdict.accounts} accounts; head {verdict.head}"
    )
    out.print(summary, soft_wrap=True)
    if verdict.differences:
        raise typer.Exit(1)
    out.print("ok    the log alone gives every account, fill and board to the cent")


@contest_app.command()
def replay(contest_id: ContestId, member: MemberId = None) -> None:
    """Print every account, or one, and the final board as the log alone makes them."""
    from bot.cli import open_configured  # noqa: PLC0415 - as above
    from bot.contest.errors import ContestUnknownError  # noqa: PLC0415
    from bot.contest.services import verification  # noqa: PLC0415

    def work(session: "Session") -> "tuple[list[Replayed], tuple[Ranked, ...]]":
        replayed = list(verification.replay(session, contest_id, member))
        rules = verification.rules_at(session, contest_id)
        return replayed, verification.replayed_board(rules, replayed)

    with open_configured() as db:
        try:
            replayed, board = db.read_sync(work)
        except ContestUnknownError:
            _unknown(contest_id)
    out.print(_accounts(replayed))
    if member is None and board:
        out.print(_board(board))


def _accounts(replayed: "list[Replayed]") -> Table:
    table = Table(title="Accounts", box=None, padding=(0, 2, 0, 0))
    for head in ("member", "cash", "receivables", "equity", "positions"):
        table.add_column(head, justify="left" if head == "positions" else "right")
    for one in replayed:
        account = one.account
        held = ", ".join(f"{s} {p.quantity}" for s, p in sorted(account.positions.items()))
        figures = (f"{account.cash:,}", f"{account.owed:,}", f"{one.equity:,}")
        table.add_row(str(account.id), *figures, held or "-")
    return table


def _board(board: "tuple[Ranked, ...]") -> Table:
    table = Table(title="Board after the last close", box=None, padding=(0, 2, 0, 0))
    for head in ("rank", "member", "equity", "score", "percentile", "drawdown", "concentration"):
        table.add_column(head, justify="right")
    for line in board:
        terms = line.terms
        parts = (terms.score, terms.percentile, terms.drawdown, terms.concentration)
        figures = (f"{line.equity:,}", *(str(part) for part in parts))
        table.add_row("-" if line.rank is None else str(line.rank), str(line.account), *figures)
    return table


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeRemainingColumn(), console=err, transient=True)


def _unknown(contest_id: int) -> None:
    err.print(f"There is no contest {contest_id}.")
    raise typer.Exit(2)

"""`bell compliance …`: what the screening does to a file, and what a change would do."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

if TYPE_CHECKING:
    from collections import Counter

    from bot.compliance.evaluation import BadLine, Tally
    from bot.compliance.gate import Gate

compliance_app = typer.Typer(no_args_is_help=True, help="The screening of texts.")
cases_app = typer.Typer(no_args_is_help=True, help="What operators decided about held texts.")
compliance_app.add_typer(cases_app, name="cases")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

MOST_BAD_LINES_SHOWN = 20

Labelled = Annotated[Path, typer.Argument(help="Rows {id, text, label, kind}, one JSON a line.")]
CasesOut = Annotated[Path, typer.Argument(help="Where to write; must not exist yet.")]
RowsOut = Annotated[Path | None, typer.Option("--rows", help="Write one verdict a row here.")]
RulesOnly = Annotated[bool, typer.Option("--rules-only", help="Leave the trained model out.")]


@compliance_app.command("eval")
def evaluate(file: Labelled, rows: RowsOut = None, rules_only: RulesOnly = False) -> None:
    """Judge labelled rows as members' messages; print precision and recall per kind and rule."""
    from bot.compliance.evaluation import same_file  # noqa: PLC0415 - heavy imports where needed

    if not file.is_file():
        stop(f"There is no file {file}. Allowed: a file of JSON lines.")
    if rows is not None and same_file(file, rows):
        stop(f"--rows would overwrite {file} while it is read: name another file.")
    gate = gate_for(rules_only=rules_only)
    part = rows.with_name(rows.name + ".part") if rows else None
    try:
        target = part.open("w", encoding="utf-8") if part else None
    except OSError as error:
        stop(f"{rows} cannot be written ({error.strerror}): name a file in a folder that exists.")
    try:
        tally, bad = _judge_all(file, gate, target)
        if target and part and rows:
            target.close()
            part.replace(rows)
    finally:
        if target and part:
            target.close()
            part.unlink(missing_ok=True)
    _show(tally, bad)


@cases_app.command("export")
def export_cases(file: CasesOut) -> None:
    """Write what operators decided about held texts as rows that training reads."""
    from bot.cli import open_configured  # noqa: PLC0415 - the command line imports this file
    from bot.compliance.model.rows import exported_line  # noqa: PLC0415
    from db.repositories.review import labelled  # noqa: PLC0415

    if file.exists():
        stop(f"{file} exists already: name another file, nothing is overwritten.")
    with open_configured() as db:
        cases = db.read_sync(labelled)
    lines = [exported_line(c.case_id, c.text, c.kind, violation=c.violation) for c in cases]
    try:
        file.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        stop(f"{file} cannot be written ({error.strerror}): name a file in a folder that exists.")
    out.print(f"{len(lines)} decided cases are in {file}.")


def gate_for(*, rules_only: bool) -> "Gate":
    """Return the gate as the bot has it, or without its model."""
    from bot.compliance.gate import Gate  # noqa: PLC0415 - as above
    from bot.compliance.model.linear import default_model  # noqa: PLC0415
    from bot.compliance.rulepack import default_pack  # noqa: PLC0415

    return Gate(default_pack(), None if rules_only else default_model())


def progress_bar() -> Progress:
    """Return the bar that long work shows on standard error."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    return Progress(*columns, TimeRemainingColumn(), console=err, transient=True)


def stop(sentence: str) -> NoReturn:
    """Say why nothing was done, and end with code 2."""
    err.print(sentence, soft_wrap=True, markup=False)
    raise typer.Exit(2)


def _judge_all(file: Path, gate: "Gate", target: TextIO | None) -> "tuple[Tally, list[BadLine]]":
    from bot.compliance.evaluation import BadLine, Tally, output_row, read_cases  # noqa: PLC0415
    from bot.compliance.verdict import Lane  # noqa: PLC0415

    tally, bad = Tally(), []
    with file.open("rb") as source, progress_bar() as bar:
        task = bar.add_task("judge", total=os.fstat(source.fileno()).st_size)
        for case in read_cases(source):
            if isinstance(case, BadLine):
                bad.append(case)
                continue
            verdict = gate.judge(case.text, Lane.MEMBER)
            tally.add(case, verdict)
            if target:
                target.write(output_row(case, verdict))
            if tally.rows % 200 == 0:
                bar.update(task, completed=source.tell())
    return tally, bad


def _show(tally: "Tally", bad: "list[BadLine]") -> None:
    if tally.rows > tally.unlabelled:
        for table in (_totals(tally), *_shares(tally), _rules(tally)):
            if table.row_count:
                out.print(table)
    out.print(f"{tally.rows:,} rows judged, {tally.unlabelled:,} of them without a label.")
    for line in bad[:MOST_BAD_LINES_SHOWN]:
        sentence = f"line {line.line}: received {line.received}; allowed: {line.allowed}"
        err.print(sentence, soft_wrap=True, markup=False)
    if bad:
        stop(f"{len(bad):,} lines were left out: mend them and run this again.")
    if not tally.rows:
        stop('The file holds no rows. Allowed: lines such as {"id": "1", "text": "…"}.')


def _totals(tally: "Tally") -> Table:
    table = _table("All labelled rows", "", "violation", "clean")
    for name, held in (("held", True), ("let through", False)):
        table.add_row(name, *(f"{tally.counts[label, held]:,}" for label in ("violation", "clean")))
    for name, figure in (
        ("precision", tally.precision),
        ("recall", tally.recall),
        ("F1", tally.f1),
    ):
        table.add_row(name, "-" if figure is None else f"{figure:.4f}", "")
    return table


def _shares(tally: "Tally") -> "list[Table]":
    return [
        _share_table("Violations held, by kind", tally.kinds, "violation"),
        _share_table("Clean messages held, by kind", tally.kinds, "clean"),
        _share_table("Violations held, by style", tally.styles, "violation"),
        _share_table("Clean messages held, by style", tally.styles, "clean"),
    ]


def _share_table(title: str, counts: "Counter[tuple[str, str, bool]]", label: str) -> Table:
    table = _table(title, "", "rows", "held", "share")
    for name in sorted({name for of, name, _ in counts if of == label}):
        held = counts[label, name, True]
        rows = held + counts[label, name, False]
        table.add_row(name, f"{rows:,}", f"{held:,}", f"{held / rows:.1%}")
    return table


def _rules(tally: "Tally") -> Table:
    """Return the rules that held clean messages, the worst first, with the kinds they held."""
    table = _table("Rules that held clean messages", "rule", "right", "false", "false by kind")
    false: dict[str, list[tuple[str, int]]] = {}
    for (rule, kind), count in tally.false_hits.most_common():
        false.setdefault(rule, []).append((kind, count))
    for rule, kinds in sorted(false.items(), key=lambda item: -sum(n for _, n in item[1])):
        named = ", ".join(f"{kind} {count}" for kind, count in kinds)
        table.add_row(rule, str(tally.right_hits[rule]), str(sum(n for _, n in kinds)), named)
    return table


def _table(title: str, *heads: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for number, head in enumerate(heads):
        right = number > 0 and head != "false by kind"
        table.add_column(head, justify="right" if right else "left")
    return table

"""`bell questions …`: how well questions find their entries."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.compliance_cli import stop
from bot.question_labels_cli import labels

if TYPE_CHECKING:
    from bot.questions.matching import FaqRow, Match
    from bot.questions.retrieval.files import BadRow, Query
    from bot.questions.retrieval.measures import Outcome

questions_app = typer.Typer(no_args_is_help=True, help="Questions and the entries they find.")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

MOST_BAD_ROWS_SHOWN = 20
MOST_IDS_WRITTEN = 10

Queries = Annotated[Path, typer.Argument(help="Rows {id, query, faq_id or null}, one JSON a line.")]
Faq = Annotated[Path, typer.Option("--faq", help="Rows {id, question, alt_questions, answer}.")]
RowsOut = Annotated[Path | None, typer.Option("--rows", help="Write what each query found here.")]


questions_app.command("labels")(labels)


@questions_app.command("eval")
def evaluate(queries: Queries, faq: Faq, rows: RowsOut = None) -> None:
    """Find the entry of every query; print hit@1, hit@3, MRR and AUC beside plain BM25."""
    entries, asked = _read(queries, faq)
    with _written(rows, (queries, faq)) as target:
        found, plain, seconds, actions = _match_all(entries, asked, target)
    _show(found, plain)
    counted = ", ".join(f"{name} {count:,}" for name, count in sorted(actions.items()))
    inside = sum(query.right is not None for query in asked)
    out.print(
        f"{len(entries):,} entries; {len(asked):,} queries, {inside:,} in scope. {counted}.",
        soft_wrap=True,
    )
    p50, p99 = (_quantile(seconds, share) * 1000 for share in (0.5, 0.99))
    out.print(f"Time per query: p50 {p50:.2f} ms, p99 {p99:.2f} ms.")


def _read(queries: Path, faq: Path) -> "tuple[list[FaqRow], list[Query]]":
    from bot.questions.retrieval.files import read_faq, read_queries  # noqa: PLC0415 - heavy

    for file in (faq, queries):
        if not file.is_file():
            stop(f"There is no file {file}. Allowed: a file of JSON lines.")
    entries, bad = read_faq(faq)
    if bad:
        _stop_for(bad)
    asked, bad = read_queries(queries, entries)
    if bad:
        _stop_for(bad)
    if not asked:
        stop(f'{queries} holds no rows. Allowed: lines {{"id": 1, "query": "…", "faq_id": null}}.')
    return entries, asked


def _stop_for(bad: "list[BadRow]") -> None:
    for row in bad[:MOST_BAD_ROWS_SHOWN]:
        sentence = f"{row.file} line {row.line}: received {row.received}; allowed: {row.allowed}"
        err.print(sentence, soft_wrap=True, markup=False)
    stop(f"{len(bad):,} lines are wrong: mend them and run this again. Nothing was matched.")


@contextmanager
def _written(rows: Path | None, read: tuple[Path, ...]) -> Iterator[TextIO | None]:
    """Give a file that takes its name only when all is written; None if none is wanted."""
    if rows is None:
        yield None
        return
    if any(rows.resolve() == file.resolve() for file in read):
        stop(f"--rows would overwrite {rows}, which is read: name another file.")
    part = rows.with_name(rows.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as target:
            yield target
        part.replace(rows)
    except OSError as error:
        stop(f"{rows} cannot be written ({error.strerror}): name a file in a folder that exists.")
    finally:
        part.unlink(missing_ok=True)


def _match_all(
    entries: "list[FaqRow]", asked: "list[Query]", target: TextIO | None
) -> "tuple[list[Outcome], list[Outcome], list[float], Counter[str]]":
    from bot.questions.matching import Matcher  # noqa: PLC0415
    from bot.questions.retrieval.measures import Outcome  # noqa: PLC0415
    from bot.questions.retrieval.plain import PlainBm25  # noqa: PLC0415

    found, plain, seconds, actions = [], [], [], Counter[str]()
    with _progress() as bar:
        bar.add_task("index", total=None)
        matcher, yardstick = Matcher(entries), PlainBm25(entries)
        for query in bar.track(asked, description="match"):
            match, taken = _timed(lambda text=query.text: matcher.match(text))  # type: ignore[misc]
            seconds.append(taken)
            actions[match.action.value] += 1
            ids = tuple(each.id for each in match.ranked[:MOST_IDS_WRITTEN])
            found.append(Outcome(query.right, ids, match.confidence))
            best = yardstick.ranked(query.text)
            score = best[0].score if best else 0.0
            plain.append(Outcome(query.right, tuple(each.id for each in best), score))
            if target:
                target.write(_row(query, match))
    return found, plain, seconds, actions


def _timed(call: "Callable[[], Match]") -> "tuple[Match, float]":
    before = time.perf_counter()
    match = call()
    return match, time.perf_counter() - before


def _row(query: "Query", match: "Match") -> str:
    from bot.questions.retrieval.files import id_of  # noqa: PLC0415

    row = {
        "id": query.id,
        "ranked": [id_of(each.id) for each in match.ranked[:MOST_IDS_WRITTEN]],
        "confidence": round(match.confidence, 6),
        "action": match.action.value,
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _show(found: "list[Outcome]", plain: "list[Outcome]") -> None:
    from bot.questions.retrieval.measures import measured  # noqa: PLC0415

    ours, theirs = measured(found), measured(plain)
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("")
    for head in ("matcher", "plain BM25", "difference"):
        table.add_column(head, justify="right")
    for name, mine, other in (
        ("hit@1", ours.hit1, theirs.hit1),
        ("hit@3", ours.hit3, theirs.hit3),
        ("MRR", ours.mrr, theirs.mrr),
        ("out-of-scope AUC", ours.auc, theirs.auc),
    ):
        if mine is None or other is None:
            table.add_row(name, "-", "-", "-")
        else:
            table.add_row(name, f"{mine:.4f}", f"{other:.4f}", f"{mine - other:+.4f}")
    out.print(table)


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    return Progress(*columns, TimeRemainingColumn(), console=err, transient=True)

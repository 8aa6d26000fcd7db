"""How long a question takes to find its entry among 5,000, beside plain bigram BM25."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.questions.matching import FaqRow, Matcher
from bot.questions.retrieval.files import read_faq, read_queries
from bot.questions.retrieval.plain import PlainBm25

ENTRIES = 5_000
QUERIES = 1_000
LABELLED = Path(__file__).parents[1] / "questions" / "data"
_ENDINGS = (
    "",
    "（柜台）",
    "（新版）",
    "（境外客户）",
    "（企业客户）",
    "（夜间）",
    "（学生）",
    "（二期）",
)
out = Console(width=100)


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds to build, and milliseconds of processor time a query."""

    build: float
    p50: float
    p99: float


def entries(count: int = ENTRIES) -> list[FaqRow]:
    """Return entries made of the labelled sets, varied by who asks until there are enough."""
    rows = [row for folder in sorted(LABELLED.iterdir()) for row in _faq(folder)]
    return [
        FaqRow(
            str(number),
            rows[number % len(rows)].question + _ENDINGS[number // len(rows) % len(_ENDINGS)],
            rows[number % len(rows)].alt_questions,
            rows[number % len(rows)].answer,
        )
        for number in range(count)
    ]


def queries(count: int = QUERIES) -> list[str]:
    """Return questions of all labelled sets, in turn."""
    sets = [
        [query.text for query in read_queries(folder / "queries.jsonl", _faq(folder))[0]]
        for folder in sorted(LABELLED.iterdir())
        if folder.is_dir()
    ]
    return [each[number % len(each)] for number in range(count) for each in sets][:count]


def measure(build: Callable[[], Callable[[str], object]], asked: list[str]) -> Figures:
    """Measure one matcher over all queries."""
    before = time.process_time()
    find = build()
    built = time.process_time() - before
    times = []
    for text in asked:
        before = time.process_time()
        find(text)
        times.append((time.process_time() - before) * 1000)
    cuts = statistics.quantiles(times, n=100)
    return Figures(built, cuts[49], cuts[98])


def run() -> None:
    """Measure the matcher and plain BM25 over the same entries and queries, and print."""
    rows, asked = entries(), queries()
    ours = measure(lambda: Matcher(rows).match, asked)
    plain = measure(lambda: PlainBm25(rows).ranked, asked)
    table = Table(title=f"{len(asked):,} questions to {len(rows):,} entries")
    table.add_column("")
    for head in ("build", "p50", "p99"):
        table.add_column(head, justify="right")
    for name, each in (("matcher", ours), ("plain BM25", plain)):
        table.add_row(name, f"{each.build:.1f} s", f"{each.p50:.2f} ms", f"{each.p99:.2f} ms")
    ratios = (ours.build / plain.build, ours.p50 / plain.p50, ours.p99 / plain.p99)
    table.add_row("times plain BM25", *(f"{ratio:.1f}" for ratio in ratios))
    out.print(table)


def _faq(folder: Path) -> list[FaqRow]:
    return read_faq(folder / "faq.jsonl")[0] if folder.is_dir() else []

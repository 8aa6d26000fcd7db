"""The report as a table: one line a figure, with what it is a share of."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from bot.compliance.report.figures import Report, percent

HEAD = ("section", "figure", "value", "of", "percent")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
Line = tuple[str, str, int | Decimal | None, int | None, Decimal | None]


def csv_of(report: Report) -> bytes:
    """Return the report as CSV; the mark at its head lets spreadsheets read Chinese."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(HEAD)
    for line in lines_of(report):
        writer.writerow(["" if cell is None else _safe(str(cell)) for cell in line])
    return written.getvalue().encode("utf-8-sig")


def lines_of(report: Report) -> Iterator[Line]:
    """Yield every figure of the report."""
    queue, briefs = report.queue, report.briefs
    yield "month", str(report.month), int(report.complete), None, None
    yield _share("queue", "held", queue.held)
    for name, value in (
        ("blocked", queue.blocked),
        ("upheld", queue.upheld),
        ("overridden", queue.overridden),
    ):
        yield _share("queue", name, value, queue.held)
    yield _share("queue", "released", queue.released)
    yield _share("queue", "waiting", queue.waiting)
    yield _share("queue", "overdue", queue.overdue)
    yield _share("queue", "appeals-granted", queue.appeals_granted, queue.appeals)
    yield _share("queue", "reports-founded", queue.reports_founded, queue.reports)
    yield "queue", "response-p50-minutes", _minutes(queue.p50), None, None
    yield "queue", "response-p90-minutes", _minutes(queue.p90), None, None
    for rule in queue.top_rules:
        yield _share("rule-precision", rule.rule, rule.upheld, rule.decided)
    for group in report.coverage:
        yield "coverage", group.title, None, None, group.percent
    for measure, count in report.measures.items():
        yield _share("moderation", measure, count)
    yield _share("moderation", "undone", report.undone, report.acted)
    for name, value in (("on-time", briefs.on_time), ("late", briefs.late)):
        yield _share("briefs", name, value, briefs.copies)
    yield _share("briefs", "missed", briefs.missed, briefs.copies)
    yield _share("briefs", "data-only", briefs.data_only, briefs.editions)
    yield _share("briefs", "skipped", briefs.skipped, briefs.editions)
    yield _share("briefs", "corrections", report.corrections, briefs.editions)
    yield _share("briefs", "withdrawals", report.withdrawals, briefs.editions)
    yield _share("broadcasts", "started", report.broadcasts)


def _share(section: str, name: str, value: int, whole: int | None = None) -> Line:
    return section, name, value, whole, None if whole is None else percent(value, whole)


def _minutes(time: timedelta | None) -> int | None:
    return None if time is None else int(time.total_seconds() // 60)


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: groups name themselves."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell

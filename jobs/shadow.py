"""Every night: try the screening in COMPLIANCE_SHADOW over the archive, and report."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.shadow import service
from bot.shadow.comparison import Comparison, Report, write_report
from bot.shadow.screening import changed, live_screening
from bot.telegram.house import House

log = structlog.get_logger()
DAYS = timedelta(days=30)


async def try_screening(house: House, now: datetime) -> None:
    """Compare the tried screening with the live one; the live verdicts stay as they are."""
    if not house.settings.compliance_shadow:
        return
    live = await asyncio.to_thread(live_screening, house.settings.data_dir)
    folder = Path(house.settings.compliance_shadow)
    tried = await asyncio.to_thread(changed, live, folder, None)
    gates = live.gate(), tried.gate()
    comparison, last, since = Comparison(), 0, now - DAYS
    while texts := await house.db.read(service.next_said, since, last):
        await asyncio.to_thread(service.compare, comparison, texts, *gates)
        last = texts[-1].id
    report = Report(tried.version, live.version, since, now, comparison)
    path = await asyncio.to_thread(write_report, house.settings.data_dir, report)
    log.info(
        "shadow.compared",
        report=str(path),
        judged=comparison.judged,
        newly_held=comparison.newly_held.texts,
        no_longer_held=comparison.no_longer_held.texts,
    )

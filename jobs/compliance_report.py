"""The job of the monthly compliance report: the first trading day of a month, 09:00."""

import asyncio
from datetime import datetime

from bot.buttons import Button
from bot.calendar.service import every_calendar
from bot.charts.compliance_card import draw_compliance_card
from bot.i18n import Say
from bot.reports.compliance import month_due, report_on
from bot.reports.telling import card_of, message_of
from bot.telegram.house import House


async def monthly(house: House, now: datetime) -> None:
    """Tell the operators of the month that is over, once."""
    room = house.newsroom
    calendars = await house.db.read(every_calendar)
    month = month_due(now, room, calendars[room.exchange])
    if month is None:
        return
    report = await house.db.read(report_on, room, month, now)
    card = card_of(report, house.words, house.default_language)
    picture = await asyncio.to_thread(draw_compliance_card, card)
    buttons = ((Button(Say("button-compliance-file"), f"compliance:{month}"),),)
    key = f"compliance-report:{month}"
    await house.db.run(house.alerts.raise_in, key, message_of(report), now, buttons, picture)

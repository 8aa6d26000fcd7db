"""/compliance: a month's compliance report, as a message with its picture and as a file."""

import asyncio

from bot.buttons import Button
from bot.charts.compliance_card import draw_compliance_card
from bot.compliance.report.month import Month, month_of, read_month
from bot.compliance.report.table import csv_of
from bot.i18n import Say
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.reports.compliance import report_on
from bot.reports.telling import card_of, message_of
from bot.telegram.incoming import Place
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from handlers.common import deed_of, require


async def compliance(turn: Turn, arguments: str) -> None:
    """Show the report of a month, of the last whole one without an argument."""
    await _among_operators(turn)
    today = turn.house.community.day_of(turn.now)
    month = read_month(arguments) if arguments.strip() else month_of(today).previous
    if month is None or month > month_of(today):
        await turn.reply(Say("compliance-which", received=arguments[:20]))
        return
    house = turn.house
    report = await turn.ask(report_on, house.newsroom, month, turn.clock.now())
    card = card_of(report, house.words, turn.language)
    picture = await asyncio.to_thread(draw_compliance_card, card)
    button = Button(Say("button-compliance-file"), f"compliance:{month}")
    await turn.reply(message_of(report), buttons=((button,),), picture=picture)


async def pressed(turn: Turn, rest: str) -> None:
    """Send the report's figures as a file."""
    await require(turn, Right.REVIEW, "compliance")
    await _among_operators(turn)
    month = read_month(rest)
    if month is None:
        await turn.answer(Say("button-gone"))
        return
    await turn.answer()
    await _send_file(turn, month)


async def _send_file(turn: Turn, month: Month) -> None:
    house = turn.house
    report = await turn.ask(report_on, house.newsroom, month, turn.clock.now())
    content = csv_of(report)
    await turn.act(deed_of(turn).log, "compliance-file", f"month:{month}", {}, {})
    caption = house.words.say(turn.language, Say("compliance-file", month=str(month)))
    name = f"compliance-{month}.csv"
    await house.speaker.document(turn.here.id, content, name, caption)


async def _among_operators(turn: Turn) -> None:
    """Refuse any place where members would read along."""
    await turn.notice()
    if not turn.private and turn.seen.binding is not Binding.OPERATORS:
        raise WrongPlaceError(command="compliance", place=Place.PRIVATE.value)

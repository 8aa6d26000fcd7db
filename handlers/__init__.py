"""The whole command table."""

from bot.telegram.routes import Table
from handlers import (
    briefs,
    calendar,
    checkin,
    deliveries,
    events,
    groups,
    help,
    roles,
    settings,
    start,
)

TABLE = Table(
    commands=(
        *start.COMMANDS,
        *help.COMMANDS,
        *checkin.COMMANDS,
        *briefs.COMMANDS,
        *settings.COMMANDS,
        *groups.COMMANDS,
        *roles.COMMANDS,
        *calendar.COMMANDS,
    ),
    presses=(
        *start.PRESSES,
        *checkin.PRESSES,
        *briefs.PRESSES,
        *settings.PRESSES,
        *groups.PRESSES,
        *calendar.PRESSES,
        *deliveries.PRESSES,
    ),
    events=events.EVENTS,
)

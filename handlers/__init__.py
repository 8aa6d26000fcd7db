"""The whole command table."""

from bot.telegram.routes import Table
from handlers import (
    calendar,
    checkin,
    deliveries,
    events,
    groups,
    help,
    points,
    points_admin,
    roles,
    settings,
    start,
)

TABLE = Table(
    commands=(
        *start.COMMANDS,
        *help.COMMANDS,
        *checkin.COMMANDS,
        *points.COMMANDS,
        *settings.COMMANDS,
        *groups.COMMANDS,
        *roles.COMMANDS,
        *points_admin.COMMANDS,
        *calendar.COMMANDS,
    ),
    presses=(
        *start.PRESSES,
        *checkin.PRESSES,
        *points.PRESSES,
        *settings.PRESSES,
        *groups.PRESSES,
        *points_admin.PRESSES,
        *calendar.PRESSES,
        *deliveries.PRESSES,
    ),
    events=events.EVENTS,
)

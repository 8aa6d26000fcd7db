"""The parts of the house that running contests needs."""

from bot.contest.services.staff_desk import StaffDesk
from bot.telegram.turn import Turn


def desk_of(turn: Turn) -> StaffDesk:
    """Return the parts of the house that running contests needs."""
    house = turn.house
    return StaffDesk(
        words=house.words,
        gate=house.gate,
        alerts=house.alerts,
        language=house.default_language,
        economy=house.economy,
        cap=house.settings.grant_cap,
        owners=house.owners,
    )

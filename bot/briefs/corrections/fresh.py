"""The newest figures of an edition's own day, to put right what was wrong in it."""

from datetime import datetime

from bot.briefs.compose import compose
from bot.briefs.corrections.swaps import figures_in, of_same_day
from bot.briefs.desk.deciding import due_of
from bot.briefs.desk.numbers import Record
from bot.briefs.gather import gather
from bot.briefs.material import Material
from bot.briefs.newsroom import Newsroom
from bot.briefs.picture import picture_of
from db.models.brief import BriefEdition
from db.session import Database


async def material_for(
    db: Database, room: Newsroom, edition: BriefEdition, now: datetime
) -> Material:
    """Return today's material for an edition's slot."""
    return await gather(db, room, due_of(room, edition), now)


def fresh_figures(room: Newsroom, material: Material, edition: BriefEdition) -> list[Record]:
    """Return the newest figures that may stand for those of an edition; takes long."""
    draft = compose(material, edition.tier, edition.language, room.words)
    if draft.empty:
        return []
    drawn = picture_of(material, draft, room.words).figures
    known = figures_in(edition.snapshot)
    return of_same_day([*draft.figures, *drawn], known, room.zone)

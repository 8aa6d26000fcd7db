"""When an expert is away: questions are neither suggested nor handed to them until then."""

import re
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.markup import storable
from bot.members.deed import Deed
from bot.questions.desk import people
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import AbsenceMalformedError, NotAnExpertError
from db.repositories import expert_desk

LONGEST_DAYS = 90
BACK = frozenset({"back", "回来", "回來", "0"})
_DAYS = re.compile(r"(\d{1,3})\s*(?:天|日|d|days?)?", re.I)


def set_away(
    session: Session, desk: ExpertDesk, expert_id: int, typed: str, deed: Deed
) -> datetime | None:
    """Note for how many days somebody is away; return until when, nothing if they are back."""
    if not people.is_expert(session, desk, expert_id):
        raise NotAnExpertError(name=people.name_of(session, expert_id))
    until = _until(storable(typed).strip(), deed.now)
    values = {"away_until": until, "changed_by": deed.actor_id, "changed_at": deed.now}
    expert_desk.save_profile(session, expert_id, values)
    after = {"until": until.isoformat() if until else None}
    deed.log(session, "expert-away", f"member:{expert_id}", {}, after)
    return until


def _until(typed: str, now: datetime) -> datetime | None:
    if typed.casefold() in BACK:
        return None
    found = _DAYS.fullmatch(typed)
    if found is None or not 1 <= int(found[1]) <= LONGEST_DAYS:
        raise AbsenceMalformedError(received=typed[:40], most=LONGEST_DAYS)
    return now + timedelta(days=int(found[1]))

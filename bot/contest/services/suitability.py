"""What members answered about the risk that fits: kept for a year, replaced when asked again."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.contest.states import Suitability
from bot.contest.suitability import Questionnaire, default_questionnaire
from db.models.contest import SuitabilityAnswer
from db.repositories import contest_entries
from db.upsert import insert_into

VALID = timedelta(days=365)


def answered(session: Session, member_id: int, now: datetime) -> SuitabilityAnswer | None:
    """Return a member's answer if it is of the present version and less than a year old."""
    found = contest_entries.suitability_of(session, member_id)
    if found is None or found.version != default_questionnaire().version:
        return None
    return found if now - found.at < VALID else None


def save(
    session: Session,
    member_id: int,
    answers: tuple[int, ...],
    now: datetime,
    questionnaire: Questionnaire | None = None,
) -> Suitability:
    """Keep a member's complete answers in place of former ones; return the level."""
    asked = questionnaire or default_questionnaire()
    level = asked.level(answers)
    chosen = {question.id: a for question, a in zip(asked.questions, answers, strict=True)}
    values = {"level": level.value, "version": asked.version, "answers": chosen, "at": now}
    insert = insert_into(session, SuitabilityAnswer).values(member_id=member_id, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["member_id"], set_=values))
    return level

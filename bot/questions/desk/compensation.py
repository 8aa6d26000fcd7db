"""Sorry for a promise that was not kept: points, once for each question, within a daily cap."""

from datetime import datetime

from sqlmodel import Session

from bot.i18n import Say
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.points.economy import LATE_ANSWER
from bot.points.level_up import announce_level_up
from bot.points.movement import Movement
from bot.points.service import award
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.sent import Sent
from bot.questions.desk.telling import News, tell
from bot.questions.states import EventKind
from db.models.question import QuestionCase
from db.repositories import expert_desk


def compensate(
    session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime, *, answered: bool = False
) -> int:
    """Apologise to whoever was promised an answer by now; return the points that they got.

    Staff gets the words alone. A second late answer to the same question gives nothing more.
    """
    points = 0
    if case.compensated_at is None:
        points = _pay(session, desk, case, now)
        expert_desk.set_columns(session, case.id, compensated_at=now)
        line = Line(EventKind.COMPENSATED, key=f"compensated:{case.id}", details={"points": points})
        cases.note(session, case.id, line, now)
    late = str(answered).lower()
    say = Say("expert-sorry-bare", number=case.id, answered=late)
    if points:
        say = Say("expert-sorry", number=case.id, answered=late, points=points)
    due = case.due_at.isoformat() if case.due_at else ""
    tell(session, desk, case, News(f"qsorry:{case.id}:{due}", Sent.PROMISE), say, now)
    return points


def _pay(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> int:
    if roles_of(session, case.asker_id, desk.owners) & STAFF:
        return 0
    rule, day = desk.economy.rule(LATE_ANSWER), desk.community.day_of(now)
    had = expert_desk.earned_by_rule(session, case.asker_id, rule.id, day)
    amount = min(rule.amount, max(rule.most_a_day - had, 0)) if rule.most_a_day else rule.amount
    if not amount:
        return 0
    movement = Movement(
        member_id=case.asker_id,
        amount=amount,
        reason=rule.reason,
        rule=rule.id,
        rule_version=rule.version,
        actor_id=desk.bot_id,
        key=f"late-answer:{case.id}",
        at=now,
        day=day,
    )
    done = award(session, movement, desk.economy)
    announce_level_up(session, done, case.asker_id, now, desk.words, desk.gate, desk.language)
    return done.amount

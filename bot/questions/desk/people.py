"""The people of the desk: who may answer, what they take, which licences they hold."""

from datetime import datetime

from sqlmodel import Session

from bot.i18n import Say
from bot.members.roles import Right, allowed
from bot.members.service import roles_of
from bot.members.tiers import Binding, Tier
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import NotLicensedError, OwnQuestionError
from bot.questions.desk.licences import Licence, fitting
from bot.questions.desk.routing import Expert, Matter, may_answer, suitable
from db.models.question import ExpertProfile, QuestionCase
from db.repositories import expert_desk, groups, members

LONGEST_NAME, MOST_NAMED = 32, 6


def everyone(session: Session, desk: ExpertDesk) -> list[Expert]:
    """Return everybody who may answer, with what they take, hold and have on their desk."""
    names = {
        member.id: member.first_name[:LONGEST_NAME] for _role, member in members.granted(session)
    }
    for owner in desk.owners:
        names[owner] = name_of(session, owner)
    able = [member_id for member_id in names if is_expert(session, desk, member_id)]
    profiles, load = expert_desk.profiles(session), expert_desk.load_of(session)
    licences: dict[int, list[Licence]] = {}
    for row in expert_desk.licences(session):
        licence = Licence(row.scope, row.number, row.valid_from, row.valid_until)
        licences.setdefault(row.expert_id, []).append(licence)
    return [
        _expert(
            member_id, names[member_id], profiles.get(member_id), load, licences.get(member_id, [])
        )
        for member_id in sorted(able)
    ]


def expert(session: Session, desk: ExpertDesk, member_id: int) -> Expert | None:
    """Return one of those who may answer."""
    return next((each for each in everyone(session, desk) if each.id == member_id), None)


def is_expert(session: Session, desk: ExpertDesk, member_id: int) -> bool:
    """Tell whether somebody may answer: has the right, and has not left the operators' group."""
    if not allowed(roles_of(session, member_id, desk.owners), Right.ANSWER_QUESTIONS):
        return False
    if member_id in desk.owners:
        return True
    operators = groups.bound(session, Binding.OPERATORS)
    return not operators or not all(
        expert_desk.has_left(session, group.chat_id, member_id) for group in operators
    )


def matter_of(case: QuestionCase) -> Matter:
    """Return what decides who may answer a case."""
    return Matter(case.asker_id, case.topic_tag, case.tier, case.is_advice)


def suggested(
    session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime
) -> tuple[Expert, ...]:
    """Return whom a case suits."""
    experts = everyone(session, desk)
    return suitable(experts, matter_of(case), now, desk.day_of(now), desk.needs)


def somebody_may(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> bool:
    """Tell whether anybody may answer a case today; only advice needs somebody in particular."""
    return not case.is_advice or bool(suggested(session, desk, case, now))


def licences_for(
    session: Session, desk: ExpertDesk, case: QuestionCase, member_id: int, now: datetime
) -> tuple[Licence, ...]:
    """Return the licences with which somebody may advise in a case today."""
    found = expert(session, desk, member_id)
    held = found.licences if found else ()
    return fitting(held, case.topic_tag, desk.day_of(now), desk.needs)


def require_may(
    session: Session, desk: ExpertDesk, case: QuestionCase, member_id: int, now: datetime
) -> None:
    """Raise OwnQuestionError or NotLicensedError where somebody may not answer a case."""
    if member_id == case.asker_id:
        raise OwnQuestionError
    if case.is_advice and not licences_for(session, desk, case, member_id, now):
        raise not_licensed(session, desk, case, now)


def not_licensed(
    session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime
) -> NotLicensedError:
    """Return the refusal: what is asked for, and who holds it today."""
    day, matter = desk.day_of(now), matter_of(case)
    able = [e for e in everyone(session, desk) if may_answer(e, matter, day, desk.needs)]
    able = able[:MOST_NAMED]
    who = joined([Say("expert-name", name=e.name) for e in able]) if able else Say("expert-nobody")
    return NotLicensedError(number=case.id, needs=needs_of(desk, case), who=who)


def needs_of(desk: ExpertDesk, case: QuestionCase) -> Say:
    """Say which licences a case asks for."""
    wanted = desk.needs.of_topic(case.topic_tag)
    each = [joined([scope_name(s) for s in sorted(scopes)], "expert-both") for scopes in wanted]
    return joined(each, "expert-either")


def scope_name(scope: str) -> Say:
    """Name a scope."""
    return Say("expert-scope", scope=scope)


def joined(says: list[Say], by: str = "expert-comma") -> Say:
    """Return several as one."""
    whole = says[0]
    for each in says[1:]:
        whole = Say(by, first=whole, second=each)
    return whole


def name_of(session: Session, member_id: int | None) -> str:
    """Return how somebody is called."""
    found = members.by_id(session, member_id) if member_id is not None else None
    return found.first_name[:LONGEST_NAME] if found else str(member_id or "—")


def mention_of(session: Session, member_id: int) -> Say:
    """Call somebody by name so that they are told."""
    found = members.by_id(session, member_id)
    if found is not None and found.username:
        return Say("expert-mention-username", username=found.username)
    return Say("expert-mention", id=str(member_id), name=name_of(session, member_id))


def _expert(
    member_id: int,
    name: str,
    profile: ExpertProfile | None,
    load: dict[int, int],
    licences: list[Licence],
) -> Expert:
    return Expert(
        id=member_id,
        name=name,
        open_cases=load.get(member_id, 0),
        tags=frozenset(map(str, profile.tags)) if profile else frozenset(),
        tiers=frozenset(Tier(str(tier)) for tier in profile.tiers) if profile else frozenset(),
        licences=tuple(licences),
        away_until=profile.away_until if profile else None,
    )

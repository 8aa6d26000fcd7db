"""`/expert`: licences, the incident switch; `/accept`: a member's answer that was right."""

from datetime import datetime

from sqlmodel import Session

from bot.i18n import Say
from bot.members import service as people
from bot.members.deed import Deed
from bot.members.errors import MemberNotNamedError
from bot.members.roles import Right
from bot.members.tiers import Binding, Tier
from bot.questions.desk import absence, accepting, staffing, stopping
from bot.questions.desk.accepting import UNPAID, Helped
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import AcceptUnfitError
from bot.questions.desk.licences import Licence
from bot.questions.desk.people import joined, name_of, scope_name
from bot.questions.desk.routing import Expert, is_away
from bot.questions.desk.service import case_of
from bot.telegram.router import NotAllowedError, WrongPlaceError
from bot.telegram.turn import Turn
from db.models.archive import ArchiveRecord
from db.models.member import Member
from handlers.common import Meant, deed_of, meant_by, replied_message
from handlers.pressed import number_in

LICENCE = frozenset({"licence", "license", "执照", "執照", "资格", "資格"})
REMOVE = frozenset({"remove", "移除", "撤销", "撤銷"})
TOPICS = frozenset({"topics", "topic", "领域", "領域"})
AWAY = frozenset({"away", "休假", "请假", "請假"})
PAUSE = frozenset({"pause", "暂停", "暫停"})
RESUME = frozenset({"resume", "恢复", "恢復"})


async def expert(turn: Turn, arguments: str) -> None:
    """List who answers with which licence; declare or remove one; stop or start the clocks."""
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="expert", place="private")
    action, _, rest = arguments.strip().partition(" ")
    if action and action not in AWAY and not await turn.may(Right.MANAGE_QUESTIONS):
        raise NotAllowedError(command="expert")
    desk, deed = turn.house.expert_desk, deed_of(turn)
    if action in PAUSE:
        await turn.act(stopping.pause, desk, rest, deed)
        await turn.reply(Say("expert-paused"))
    elif action in RESUME:
        moved = await turn.act(stopping.resume, desk, deed)
        await turn.reply(Say("expert-resumed", count=moved))
    elif action in LICENCE | REMOVE:
        await _licence(turn, rest, removes=action in REMOVE)
    elif action in TOPICS:
        await _topics(turn, rest)
    elif action in AWAY:
        await _away(turn, rest)
    elif action:
        await turn.reply(Say("expert-expert-usage"))
    else:
        await _list(turn)


async def accept(turn: Turn, arguments: str) -> None:
    """Accept the answer that is replied to; the word alone, said to nobody, means nothing."""
    replied = replied_message(turn)
    if replied is None:
        await turn.notice()
        if turn.text.startswith("/"):
            raise AcceptUnfitError
        return
    desk, deed = turn.house.expert_desk, deed_of(turn)
    try:
        helped = await turn.act(accepting.accept_at, desk, turn.here.id, replied.message_id, deed)
    except AcceptUnfitError:
        if turn.text.startswith("/"):
            raise
        await turn.notice()  # two people talking, and one of them uses the word
        return
    await turn.reply(told(helped))


async def press_solved(turn: Turn, rest: str) -> None:
    """Let the asker say that a member's reply solved it."""
    number, _, record = rest.partition("-")
    if not all(number_in(part) is not None for part in (number, record)):
        await turn.answer(Say("button-gone"))
        return
    desk, deed = turn.house.expert_desk, deed_of(turn)
    helped = await turn.act(_accept, desk, int(number), int(record), deed)
    await turn.answer()
    await turn.edit(told(helped))


def told(helped: Helped) -> Say:
    """Say in the group that an answer was accepted, and what it earned."""
    if not helped.is_new:
        return Say("expert-peer-known", name=helped.name)
    if helped.pay.why is not None:
        return Say("expert-peer-unpaid", name=helped.name, why=Say(UNPAID[helped.pay.why]))
    return Say("expert-peer-accepted", name=helped.name, points=helped.pay.points)


async def _licence(turn: Turn, rest: str, *, removes: bool) -> None:
    meant = meant_by(turn, rest)
    if meant is None:
        raise MemberNotNamedError(command="expert")
    desk, deed = turn.house.expert_desk, deed_of(turn)
    if removes:
        member = await turn.act(_remove, desk, meant, deed)
        await turn.reply(Say("expert-licence-removed", name=member.first_name))
        return
    declared = staffing.read_licence(desk, meant.rest)
    member = await turn.act(_declare, desk, meant, declared, deed)
    await turn.reply(
        Say(
            "expert-licence-kept",
            name=member.first_name,
            scope=scope_name(declared.scope),
            year=str(declared.valid_until.year),
            day=declared.valid_until,
        )
    )


async def _topics(turn: Turn, rest: str) -> None:
    meant = meant_by(turn, rest)
    if meant is None:
        raise MemberNotNamedError(command="expert")
    desk, deed = turn.house.expert_desk, deed_of(turn)
    name, tags, tiers = await turn.act(_assign, desk, meant, deed)
    each = [Say("expert-topic", tag=tag) for tag in tags]
    each += [Say(f"binding-{tier.value}") for tier in tiers]
    await turn.reply(
        Say("expert-topics-kept", name=name, topics=joined(each))
        if each
        else Say("expert-topics-all", name=name)
    )


async def _away(turn: Turn, rest: str) -> None:
    """Note that somebody is away; of others only who looks after the desk may say so."""
    meant = meant_by(turn, rest)
    if meant is not None and not await turn.may(Right.MANAGE_QUESTIONS):
        raise NotAllowedError(command="expert")
    desk, deed = turn.house.expert_desk, deed_of(turn)
    name, until = await turn.act(_absent, desk, meant, rest, deed)
    told = Say("expert-back", name=name)
    await turn.reply(Say("expert-away", name=name, until=until) if until else told)


async def _list(turn: Turn) -> None:
    desk = turn.house.expert_desk
    found = await turn.ask(staffing.listed, desk, turn.now)
    day = desk.day_of(turn.now)
    lines = [_line(each, [one for one in each.licences if one.valid_on(day)]) for each in found]
    away = [
        Say("expert-away", name=each.name, until=each.away_until)
        for each in found
        if is_away(each, turn.now)
    ]
    await turn.reply(Say("expert-experts"), *lines, *away, Say("expert-expert-usage"))


def _line(each: Expert, licences: list[Licence]) -> Say:
    if not licences:
        return Say("expert-expert-line-none", name=each.name, count=each.open_cases)
    named = [
        Say(
            "expert-licence-until",
            scope=scope_name(one.scope),
            year=str(one.valid_until.year),
            day=one.valid_until,
        )
        for one in licences
    ]
    return Say("expert-expert-line", name=each.name, count=each.open_cases, licences=joined(named))


def _member(session: Session, meant: Meant, deed: Deed) -> Member:
    if meant.person is not None:
        return people.register(session, meant.person.id, meant.names, deed.now)
    return people.find_member(session, meant.handle)


def _declare(
    session: Session, desk: ExpertDesk, meant: Meant, declared: staffing.Declared, deed: Deed
) -> Member:
    member = _member(session, meant, deed)
    staffing.declare(session, desk, member.id, declared, deed)
    return member


def _assign(
    session: Session, desk: ExpertDesk, meant: Meant, deed: Deed
) -> tuple[str, tuple[str, ...], tuple[Tier, ...]]:
    member = _member(session, meant, deed)
    tags, tiers = staffing.assign(session, desk, member.id, meant.rest, deed)
    return member.first_name, tags, tiers


def _absent(
    session: Session, desk: ExpertDesk, meant: Meant | None, rest: str, deed: Deed
) -> tuple[str, datetime | None]:
    expert_id = deed.actor_id if meant is None else _member(session, meant, deed).id
    typed = rest if meant is None else meant.rest
    until = absence.set_away(session, desk, expert_id, typed, deed)
    return name_of(session, expert_id), until


def _remove(session: Session, desk: ExpertDesk, meant: Meant, deed: Deed) -> Member:
    member = _member(session, meant, deed)
    staffing.remove(session, desk, member.id, meant.rest, deed)
    return member


def _accept(session: Session, desk: ExpertDesk, number: int, record: int, deed: Deed) -> Helped:
    case, said = case_of(session, number), session.get(ArchiveRecord, record)
    if said is None or said.details.get("reply_to") != case.message_id:
        raise AcceptUnfitError
    return accepting.accept(session, desk, case, said, deed)

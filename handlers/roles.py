"""`/role`: who is trusted with what, given and taken by owners."""

from sqlmodel import Session

from bot.i18n import Say
from bot.members import service
from bot.members.deed import Deed
from bot.members.errors import MemberNotNamedError
from bot.members.names import ROLE_NAMES
from bot.members.roles import Role
from bot.members.service import Appointment
from bot.members.targets import read_role
from bot.telegram.turn import Turn
from db.models.member import Member
from handlers.common import Meant, deed_of, meant_by


async def role(turn: Turn, arguments: str) -> None:
    """Give or take a role; alone, list who holds what."""
    meant = meant_by(turn, arguments)
    if not arguments and meant is None:
        await _list(turn)
        return
    if meant is None:
        raise MemberNotNamedError(command="role")
    wanted = read_role(meant.rest)
    done = await turn.act(_appoint, meant, wanted, turn.house.owners, deed_of(turn))
    if done.before == done.after:
        await turn.reply(Say("role-unchanged", name=_name(done.member)), _held(done))
        return
    await turn.reply(Say("role-done", name=_name(done.member)), _held(done))


async def _list(turn: Turn) -> None:
    trusted = await turn.ask(service.trusted, turn.house.owners)
    lines = [Say("role-list")]
    for held, people in trusted:
        names = tuple(_entry(member_id, member) for member_id, member in people)
        lines.append(Say("role-list-line", role=ROLE_NAMES[held], people=names))
    await turn.reply(*lines, Say("role-usage"))


def _appoint(
    session: Session, meant: Meant, wanted: Role | None, owners: tuple[int, ...], deed: Deed
) -> Appointment:
    if meant.person is not None:
        member = service.register(session, meant.person.id, meant.names, deed.now)
    else:
        member = service.find_member(session, meant.handle)
    return service.appoint(session, member, wanted, owners, deed)


def _held(done: Appointment) -> Say:
    names = tuple(ROLE_NAMES[held] for held in sorted(done.after))
    return Say("role-holds", roles=names) if names else Say("role-holds-none")


def _entry(member_id: int, member: Member | None) -> Say:
    if member is None:
        return Say("person-unseen", id=str(member_id))
    return Say("person-entry", name=_name(member), id=str(member_id))


def _name(member: Member) -> str:
    return f"{member.first_name} {member.last_name or ''}".strip()

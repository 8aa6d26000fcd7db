"""`/grant` and `/deduct`: operators give and take points, with a reason, beyond a cap by two."""

from sqlmodel import Session

from bot.i18n import Say
from bot.markup import storable
from bot.members import service as members
from bot.members.deed import Deed
from bot.members.errors import MemberNotNamedError
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.numbers import NotANumberError, parse_whole
from bot.points.errors import BotRecipientError, GrantUsageError
from bot.points.grants import MOST_AT_ONCE, Desk, Direction, Moved, Waits, Wish, decide, move
from bot.telegram.router import NotAllowedError
from bot.telegram.turn import Turn
from handlers.common import Meant, deed_of, meant_by, require, show

COMMAND_OF = {Direction.GRANT: "grant", Direction.DEDUCT: "deduct"}
MOST_DIGITS = 18


async def grant(turn: Turn, arguments: str) -> None:
    """Give points to who is meant."""
    await _move(turn, arguments, Direction.GRANT)


async def deduct(turn: Turn, arguments: str) -> None:
    """Take points from who is meant."""
    await _move(turn, arguments, Direction.DEDUCT)


async def press(turn: Turn, rest: str) -> None:
    """Confirm or reject a movement that waits; the card then says who decided."""
    action, _, number = rest.partition("-")
    usable = number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS
    if action not in {"yes", "no"} or not usable:
        await turn.answer(Say("button-gone"))
        return
    await require(turn, Right.CONFIRM_POINTS, "grant")
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise NotAllowedError(command="grant")
    done = await turn.act(decide, int(number), action == "yes", deed_of(turn), desk_of(turn))
    await show(turn, *_decision(done, action == "yes", turn))


def desk_of(turn: Turn) -> Desk:
    """Return the parts of the house that moving points by hand needs."""
    house = turn.house
    return Desk(
        economy=house.economy,
        cap=house.settings.grant_cap,
        words=house.words,
        gate=house.gate,
        alerts=house.alerts,
        language=house.default_language,
    )


async def _move(turn: Turn, arguments: str, direction: Direction) -> None:
    command = COMMAND_OF[direction]
    meant = _meant(turn, arguments)
    if meant is None:
        raise MemberNotNamedError(command=command)
    amount, note = _read(meant, command)
    done = await turn.act(_carry_out, meant, direction, amount, note, deed_of(turn), desk_of(turn))
    await turn.reply(_outcome(done, direction, amount))


def _carry_out(
    session: Session,
    meant: Meant,
    direction: Direction,
    amount: int,
    note: str,
    deed: Deed,
    desk: Desk,
) -> Moved | Waits:
    if meant.person is not None:
        member = members.register(session, meant.person.id, meant.names, deed.now)
    else:
        member = members.find_member(session, meant.handle)
    return move(session, Wish(direction, member.id, amount, note), deed, desk)


def _meant(turn: Turn, arguments: str) -> Meant | None:
    """Return whose points are meant; below a reply a bare number in front is the amount."""
    pointed = meant_by(turn, "")
    meant = meant_by(turn, arguments)
    if meant is None or (meant.person is None and not meant.handle.startswith("@")):
        if _replies_to_a_bot(turn):
            raise BotRecipientError
        if pointed is not None:
            return Meant("", pointed.person, arguments)
    return meant


def _replies_to_a_bot(turn: Turn) -> bool:
    replied = turn.message.reply_to_message if turn.message else None
    if replied is None or replied.forum_topic_created:
        return False
    by_bot = replied.from_user is not None and replied.from_user.is_bot
    return by_bot or replied.sender_chat is not None


def _read(meant: Meant, command: str) -> tuple[int, str]:
    amount, *reason = meant.rest.split(maxsplit=1)[:2] or [""]
    if not amount:
        raise GrantUsageError(command=command)
    note = " ".join(storable(reason[0]).split()) if reason else ""
    try:
        return parse_whole(amount, most=MOST_AT_ONCE), note
    except NotANumberError:
        # `/grant 50 活动` without a reply: the 50 was meant as the amount, and nobody was named.
        if meant.handle.isdecimal() and int(meant.handle[:MOST_DIGITS]) <= MOST_AT_ONCE:
            raise MemberNotNamedError(command=command) from None
        raise


def _outcome(done: Moved | Waits, direction: Direction, amount: int) -> Say:
    gives = direction is Direction.GRANT
    if isinstance(done, Waits):
        message = "grant-waits" if gives else "deduct-waits"
        return Say(message, name=done.name, amount=amount, used=done.used, cap=done.cap)
    message = "grant-done" if gives else "deduct-done"
    return Say(message, name=done.name, amount=amount, balance=done.award.balance)


def _decision(done: Moved, confirmed: bool, turn: Turn) -> tuple[Say, Say]:
    gives = done.wish.direction is Direction.GRANT
    what = Say(
        "pending-what-grant" if gives else "pending-what-deduct",
        name=done.name,
        amount=done.wish.amount,
        reason=done.wish.note,
    )
    who, at = turn.me.first_name, turn.house.community.local_time(turn.now)
    if not confirmed:
        return what, Say("pending-rejected", who=who, at=at)
    return what, Say("pending-confirmed", who=who, at=at, balance=done.award.balance)

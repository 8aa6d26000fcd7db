"""`/report`: a member points at a message; nobody in the group hears who did."""

from telegram import Message, MessageOriginUser

from bot.i18n import Say
from bot.review import reports
from bot.review.reports import Pointed
from bot.telegram.incoming import person_of
from bot.telegram.turn import Turn
from handlers.common import deed_of, replied_message

WORDS = ("举报", "舉報")


async def report(turn: Turn, arguments: str) -> None:
    """Take a report in reply to a message, or in words: `/report why`."""
    pointed, desk, deed = _pointed(turn), turn.house.review_desk, deed_of(turn)
    if turn.private or turn.message is None:
        taken = await turn.act(reports.report, desk, pointed, arguments, deed)
        await turn.reply(Say(f"report-{taken.value}"))
        return
    command = (turn.here.id, turn.message.message_id)
    await turn.act(reports.report_quietly, desk, pointed, arguments, deed, command)


def _pointed(turn: Turn) -> Pointed | None:
    replied = replied_message(turn)
    if replied is None:
        return None
    text = replied.text or replied.caption or ""
    if turn.private:
        return Pointed(text, _forwarded_from(replied)) if text else None
    by = replied.sender_chat
    person = person_of(replied.from_user) if by is None else None
    house = by is not None and by.id == turn.here.id
    member_id = person.id if person else None
    return Pointed(text, member_id, turn.here.id, replied.message_id, house)


def _forwarded_from(message: Message) -> int | None:
    origin = message.forward_origin
    return origin.sender_user.id if isinstance(origin, MessageOriginUser) else None

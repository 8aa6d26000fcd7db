"""`/verify`: whether somebody is staff, by their id and never by their display name."""

from telegram import Message, MessageOriginHiddenUser, MessageOriginUser
from telegram.error import TelegramError

from bot.i18n import Say
from bot.members import prompts
from bot.members.names import ROLE_NAMES
from bot.members.prompts import Asked
from bot.members.service import MOST_DIGITS
from bot.review import verifying
from bot.review.verifying import Verified, Wondered
from bot.telegram.turn import Turn
from handlers.common import deed_of, meant_by, replied_message

WORDS = ("验证身份", "驗證身份")
NOUN = "verify"
LONGEST_ECHO = 40


async def verify(turn: Turn, arguments: str) -> None:
    """Tell whether `@name`, a mention, a replied-to or forwarded message is of the staff."""
    replied = replied_message(turn)
    if not arguments.strip() and replied is not None and replied.forward_origin is not None:
        await _about_forwarded(turn, replied)
        return
    if not arguments.strip() and replied is not None and replied.sender_chat is not None:
        await turn.notice()
        await turn.reply(Say("verify-channel"), Say("verify-never"))
        return
    meant = meant_by(turn, arguments)
    if meant is not None and meant.person is not None:
        person = meant.person
        full = f"{person.first_name} {person.last_name or ''}".strip()
        await _tell(turn, Wondered(person.id, person.username, full))
    elif arguments.strip():
        await _about_typed(turn, arguments)
    else:
        await _ask(turn)


async def answered(turn: Turn, _asked: Asked) -> None:
    """Take the next message, typed or forwarded, for who is meant."""
    await turn.act(prompts.settle, turn.me.id)
    if turn.message is not None and turn.message.forward_origin is not None:
        await _about_forwarded(turn, turn.message)
    else:
        await _about_typed(turn, turn.text)


async def _ask(turn: Turn) -> None:
    if not turn.private:
        await turn.notice()
        await turn.reply(Say("verify-how"), Say("verify-never"))
        return
    await turn.act(prompts.await_answer, turn.me.id, NOUN, {}, deed_of(turn).now)
    await turn.reply(Say("verify-ask"), Say("verify-never"))


async def _about_typed(turn: Turn, typed: str) -> None:
    first = (
        typed.split(maxsplit=1)[0].removeprefix("https://").removeprefix("t.me/")
        if typed.split()
        else ""
    )
    if first.isascii() and first.isdigit() and len(first) <= MOST_DIGITS:
        await _tell(turn, Wondered(member_id=int(first)))
        return
    username = first.removeprefix("@")
    if not username.isascii() or not username.replace("_", "").isalnum():
        await turn.notice()
        await turn.reply(Say("verify-unreadable", received=first[:LONGEST_ECHO]))
        return
    await _tell(turn, Wondered(username=username))


async def _about_forwarded(turn: Turn, message: Message) -> None:
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser):
        user = origin.sender_user
        await _tell(turn, Wondered(user.id, user.username, user.full_name))
    elif isinstance(origin, MessageOriginHiddenUser):
        await _tell(turn, Wondered(name=origin.sender_user_name), hidden=True)
    else:
        await turn.notice()
        await turn.reply(Say("verify-channel"), Say("verify-never"))


async def _tell(turn: Turn, who: Wondered, *, hidden: bool = False) -> None:
    found = await turn.ask(verifying.verify, who, turn.house.owners)
    if found.role is not None and who.member_id is None and not await _still(turn, found, who):
        found = Verified(like=found.name)
    await turn.reply(*_answer(found, hidden=hidden), Say("verify-never"))


def _answer(found: Verified, *, hidden: bool) -> tuple[Say, ...]:
    if found.role is not None:
        return (Say("verify-staff", name=found.name, role=ROLE_NAMES[found.role]),)
    first = Say("verify-hidden" if hidden else "verify-none")
    return (first, Say("verify-like", name=found.like)) if found.like else (first,)


async def _still(turn: Turn, found: Verified, who: Wondered) -> bool:
    """Ask Telegram whose username it is today: one that was given up may be a stranger's."""
    if found.member_id is None:
        return False
    try:
        chat = await turn.house.speaker.bot.get_chat(found.member_id)
    except TelegramError:
        return False
    wanted = (who.username or "").lower()
    names = {chat.username or "", *(chat.active_usernames or ())}
    return wanted in {name.lower() for name in names}

"""Reading from Telegram's ChatMember who is inside a chat and what the bot can do there."""

from telegram import Bot, ChatMember, ChatMemberAdministrator, ChatMemberRestricted
from telegram.error import TelegramError

from bot.members.abilities import OUTSIDE, Abilities

INSIDE = frozenset({ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER})


def is_inside(member: ChatMember) -> bool:
    """Tell whether somebody is in the chat: a restricted one may be or not."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in INSIDE


def abilities_of(member: ChatMember, *, reads_all: bool) -> Abilities:
    """Return what the bot can do as `member`; `reads_all`: privacy mode is switched off."""
    if not is_inside(member):
        return OUTSIDE
    if isinstance(member, ChatMemberAdministrator):
        return Abilities(True, True, True, member.can_delete_messages)
    posts = not isinstance(member, ChatMemberRestricted) or member.can_send_messages
    return Abilities(True, posts, reads_all, False)


async def abilities_in(bot: Bot, chat_id: int) -> Abilities | None:
    """Ask Telegram what the bot can do in a chat; nothing if it would not say."""
    try:
        me = await bot.get_me()
        member = await bot.get_chat_member(chat_id, me.id)
    except TelegramError:
        return None
    return abilities_of(member, reads_all=bool(me.can_read_all_group_messages))

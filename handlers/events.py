"""What happens to groups and people without anybody asking the bot."""

from sqlmodel import Session
from telegram import ChatMember, ChatMemberUpdated, Message, User

from bot.buttons import Button
from bot.i18n import Say
from bot.members import groups
from bot.members.abilities import Abilities
from bot.members.names import BINDING_NAMES
from bot.members.roles import Right
from bot.members.service import note_reachable, note_unreachable
from bot.members.sight import Names
from bot.members.tiers import Presence
from bot.questions import moving as questions
from bot.telegram.abilities import abilities_of, is_inside
from bot.telegram.house import House
from bot.telegram.incoming import Person, person_of
from bot.telegram.turn import Turn
from handlers.hearing import look_at


async def my_membership(turn: Turn) -> None:
    """Follow what the bot itself may do: in a group, or with a person who blocked it."""
    change = turn.update.my_chat_member
    if change is None or turn.chat is None:
        await turn.notice()
    elif not turn.private:
        await _in_a_group(turn, change)
    elif change.new_chat_member.status == ChatMember.BANNED:
        await turn.act(_blocked, turn.house, turn)
    else:
        await turn.act(note_reachable, turn.here.id)


async def membership(turn: Turn) -> None:
    """Follow who is in a group; greet nobody in public."""
    change = turn.update.chat_member
    person = person_of(change.new_chat_member.user) if change else None
    if change is not None and person is None and turn.chat is not None:
        came = is_inside(change.new_chat_member) and not is_inside(change.old_chat_member)
        new = [change.new_chat_member.user] if came else []
        await turn.act(_moved, turn, [], Presence.PRESENT, new)
        return
    if change is None or person is None or turn.chat is None:
        await turn.notice()
        return
    inside = is_inside(change.new_chat_member)
    new = [change.new_chat_member.user] if not is_inside(change.old_chat_member) else []
    presence = Presence.PRESENT if inside else Presence.LEFT
    await turn.act(_moved, turn, [person], presence, new if inside else [])


async def service_message(turn: Turn) -> None:
    """Follow what Telegram itself writes into a group: came, left, renamed, upgraded."""
    message = turn.message
    if message is None or turn.chat is None:
        await turn.notice()
    elif message.migrate_to_chat_id:
        await turn.act(groups.chat_moved, turn.here.id, message.migrate_to_chat_id, turn.now)
    elif message.migrate_from_chat_id:
        await turn.act(groups.chat_moved, message.migrate_from_chat_id, turn.here.id, turn.now)
    elif message.new_chat_title:
        await turn.act(groups.renamed, turn.here.id, message.new_chat_title)
    else:
        await _came_or_left(turn, message)


async def _came_or_left(turn: Turn, message: Message) -> None:
    if message.left_chat_member:
        users, presence = [message.left_chat_member], Presence.LEFT
    else:
        users, presence = list(message.new_chat_members), Presence.PRESENT
    new = users if presence is Presence.PRESENT else []
    await turn.act(_moved, turn, _people(users), presence, new)


async def _in_a_group(turn: Turn, change: ChatMemberUpdated) -> None:
    # Privacy mode does not change with membership: only rights are compared here.
    before = abilities_of(change.old_chat_member, reads_all=False)
    after = abilities_of(change.new_chat_member, reads_all=False)
    await turn.act(_bot_moved, turn.house, turn, before, after)
    entered = after.inside and not before.inside
    if entered and turn.seen.binding is None and await turn.may(Right.BIND_GROUPS):
        buttons = [Button(name, f"bind:to-{b.value}") for b, name in BINDING_NAMES.items()]
        await turn.reply(Say("bind-which"), buttons=(tuple(buttons[:2]), tuple(buttons[2:])))


def _bot_moved(
    session: Session, house: House, turn: Turn, before: Abilities, after: Abilities
) -> None:
    chat = (turn.here.id, turn.here.title)
    by = turn.person.first_name if turn.person else Say("somebody-anonymous")
    told = groups.bot_moved(session, chat, before, after, by, turn.now)
    if told is not None:
        house.alerts.raise_in(session, f"bot:{turn.update.update_id}", told, turn.now)


def _blocked(session: Session, house: House, turn: Turn) -> None:
    note_unreachable(session, turn.here.id, turn.now)
    questions.asker_unreachable(session, turn.here.id, house.human_desk, turn.now)


def _moved(
    session: Session, turn: Turn, people: list[Person], presence: Presence, new: list[User]
) -> None:
    chat = (turn.here.id, turn.here.title)
    for person in people:
        names = Names(person.first_name, person.last_name, person.username)
        groups.member_moved(session, chat, person.id, names, presence, turn.now)
        if presence is Presence.LEFT:
            human = turn.house.human_desk
            questions.asker_left(session, turn.here.id, person.id, human, turn.now)
    look_at(session, turn, new)


def _people(users: list[User]) -> list[Person]:
    found = [person_of(user) for user in users]
    return [person for person in found if person is not None]

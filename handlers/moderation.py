"""`/mute`, `/unmute`, `/ban`, `/unban`; and the buttons of cards."""

from datetime import timedelta

from sqlmodel import Session
from telegram import ChatMember
from telegram.error import TelegramError

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.markup import storable
from bot.members import service as members
from bot.members.errors import MemberNotNamedError
from bot.members.roles import Right
from bot.moderation import by_hand
from bot.moderation.by_hand import NAMES, Done, Waits, Wish
from bot.moderation.durations import leading_duration
from bot.moderation.errors import BotUntouchableError, UntouchableError
from bot.moderation.measures import HandAct
from bot.moderation.undo import undo
from bot.telegram.turn import Turn
from handlers.common import Meant, deed_of, meant_by, require, show

USUAL_MUTE = timedelta(hours=1)
MOST_DIGITS = 18
ADMINISTERS = {ChatMember.ADMINISTRATOR, ChatMember.OWNER}


async def mute(turn: Turn, arguments: str) -> None:
    """Let somebody read only, for a while."""
    await _by_hand(turn, arguments, HandAct.MUTE)


async def unmute(turn: Turn, arguments: str) -> None:
    """Let somebody write again."""
    await _by_hand(turn, arguments, HandAct.UNMUTE)


async def ban(turn: Turn, arguments: str) -> None:
    """Put somebody out of the group, for a while or for good."""
    await _by_hand(turn, arguments, HandAct.BAN)


async def unban(turn: Turn, arguments: str) -> None:
    """Let somebody come back."""
    await _by_hand(turn, arguments, HandAct.UNBAN)


async def press(turn: Turn, rest: str) -> None:
    """Do what a button of a card or an explanation stands for."""
    action, _, number = rest.partition("-")
    if action == "kick":
        await _remove_bot(turn, number)
        return
    if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        await turn.answer(Say("button-gone"))
        return
    await require(turn, Right.MODERATE, "mute")
    await _press_card(turn, action, int(number))


async def _press_card(turn: Turn, action: str, number: int) -> None:
    desk, deed = turn.house.moderation_desk, deed_of(turn)
    match action:
        case "undo":
            done = await turn.act(undo, desk, number, deed)
            say = Say("moderation-undo-lifted" if done.lifted else "moderation-undo-done")
            await _conclude(turn, say)
        case "drop":
            await turn.act(by_hand.drop_message, number, deed)
            await _conclude(turn, Say("moderation-dropped"))
        case "mute" | "ban":
            made = await turn.act(by_hand.harder, desk, number, HandAct(action), deed)
            await _conclude(turn, _outcome(made, HandAct(action)), _undo_buttons(made))
        case "yes" | "no":
            settled = await turn.act(by_hand.decide, desk, number, action == "yes", deed)
            say = _outcome(settled, settled.act) if settled else Say("hand-rejected")
            await _conclude(turn, say, _undo_buttons(settled) if settled else ())
        case _:
            await turn.answer(Say("button-gone"))


async def _remove_bot(turn: Turn, rest: str) -> None:
    chat, _, bot = rest.partition(".")
    numbers = [part.removeprefix("-") for part in (chat, bot)]
    if not all(n.isascii() and n.isdigit() and len(n) <= MOST_DIGITS for n in numbers):
        await turn.answer(Say("button-gone"))
        return
    await require(turn, Right.MODERATE, "ban")
    await turn.act(by_hand.remove_bot, int(chat), int(bot), deed_of(turn))
    await _conclude(turn, Say("moderation-bot-removed"))


async def _conclude(turn: Turn, outcome: Say, buttons: Rows = ()) -> None:
    """Keep what the message said and write below it what became of it, and who did it."""
    text = storable(turn.text)[:3000]
    who = Say("moderation-by", who=turn.me.first_name) if not turn.private else None
    lines = [Say("moderation-kept", text=text), outcome, *([who] if who else [])]
    await show(turn, *lines, buttons=buttons)


async def _by_hand(turn: Turn, arguments: str, act: HandAct) -> None:
    meant = _meant(turn, arguments, act)
    if act.ends:
        duration, reason = None, meant.rest
    else:
        duration, reason = leading_duration(meant.rest)
        if act is HandAct.MUTE and duration is None:
            duration = USUAL_MUTE
    member_id, name, chats = await turn.act(_whom_and_where, turn, meant)
    await _refuse_administrators(turn, member_id, name, chats)
    note = " ".join(storable(reason).split())[: by_hand.MOST_REASON]
    wish = Wish(act, member_id, chats, duration, note)
    desk = turn.house.moderation_desk
    done = await turn.act(by_hand.act_by_hand, desk, wish, deed_of(turn))
    await turn.reply(_outcome(done, act), buttons=_undo_buttons(done))


def _meant(turn: Turn, arguments: str, act: HandAct) -> Meant:
    """Return who is meant; below a reply a bare number in front is a duration."""
    pointed, meant = meant_by(turn, ""), meant_by(turn, arguments)
    named = meant is not None and (meant.person is not None or meant.handle.startswith("@"))
    if pointed is not None and not named:
        meant = Meant("", pointed.person, arguments)
    own = f"@{turn.house.bot_username}".casefold()
    if meant is None and _replies_to_a_bot(turn):
        raise BotUntouchableError
    if meant is None:
        raise MemberNotNamedError(command=act.value)
    if meant.handle.casefold() == own or meant.handle == str(turn.house.bot_id):
        raise BotUntouchableError
    return meant


def _replies_to_a_bot(turn: Turn) -> bool:
    replied = turn.message.reply_to_message if turn.message else None
    if replied is None or replied.forum_topic_created:
        return False
    by_bot = replied.from_user is not None and replied.from_user.is_bot
    return by_bot or replied.sender_chat is not None


def _whom_and_where(session: Session, turn: Turn, meant: Meant) -> tuple[int, str, tuple[int, ...]]:
    if meant.person is not None:
        member = members.register(session, meant.person.id, meant.names, turn.now)
    else:
        member = members.find_member(session, meant.handle)
    return member.id, member.first_name, by_hand.chats_for(session, member, turn.here.id)


async def _refuse_administrators(
    turn: Turn, member_id: int, name: str, chats: tuple[int, ...]
) -> None:
    """Refuse whom Telegram would not let us touch; where it does not say, its refusal tells."""
    for chat_id in chats:
        try:
            standing = await turn.house.speaker.bot.get_chat_member(chat_id, member_id)
        except TelegramError:
            continue
        if standing.status in ADMINISTERS:
            raise UntouchableError(name=name, why="admin")


def _outcome(done: Done | Waits, act: HandAct) -> Say:
    if isinstance(done, Waits):
        return Say("hand-waits", act=NAMES[act], name=done.name)
    titles = "、".join(done.titles)
    if act.ends:
        return Say("hand-ended", act=NAMES[act], name=done.name, titles=titles)
    if done.until is None:
        return Say("hand-done-open", act=NAMES[act], name=done.name, titles=titles)
    return Say("hand-done", act=NAMES[act], name=done.name, titles=titles, until=done.until)


def _undo_buttons(done: Done | Waits) -> Rows:
    if isinstance(done, Waits) or len(done.decision_ids) != 1:
        return ()
    data = f"moderation:undo-{done.decision_ids[0]}"
    return ((Button(Say("button-moderation-undo"), data),),)

"""What is said in groups on its way to moderation, and who comes into them."""

from collections.abc import Callable, Sequence

from sqlmodel import Session
from telegram import User

from bot.compliance.verdict import Lane
from bot.moderation.arrivals import bot_came, came
from bot.moderation.heard import Heard, Moment, Voice
from bot.moderation.service import Screening, judge_of, screen
from bot.telegram.heard import heard_of, is_another_bot, speaker_from, speaker_of_user
from bot.telegram.spoken import leading_word, read_command
from bot.telegram.turn import Turn
from handlers.ask import ASK, WORDS


def hear(turn: Turn, asks: bool) -> Callable[[Session], bool] | None:
    """Judge a message; return what carries the judgement out with the message's first effect.

    `asks`: it asks the bot for something, which is no flood and nothing the model has read.
    """
    message, house = turn.message, turn.house
    if message is None or turn.chat is None or turn.private or is_another_bot(message):
        return None
    now = turn.clock.now()
    if not house.guard.watches(turn.here.id, now):
        return None
    heard = heard_of(turn.update, message)
    asks = asks or heard.text.startswith("/")  # a misspelt command is meant as one
    screening = _screening(turn, heard, Moment(turn.now, now), asks=asks)
    desk = house.moderation_desk

    def watch(session: Session) -> bool:
        return screen(session, desk, screening, turn.seen.group_id, turn.seen.binding)

    return watch


def look_at(session: Session, turn: Turn, users: Sequence[User]) -> None:
    """Look at who came into a group: names, and bots that a member brought."""
    desk, moment = turn.house.moderation_desk, Moment(turn.now, turn.clock.now())
    by = speaker_from(turn.person)
    for user in users:
        if user.is_bot:
            bot_came(session, desk, turn.here.id, speaker_of_user(user), by, moment)
        else:
            came(session, desk, turn.here.id, speaker_of_user(user), moment)


def _screening(turn: Turn, heard: Heard, moment: Moment, *, asks: bool) -> Screening:
    house, speaker = turn.house, speaker_from(turn.person)
    is_staff = heard.voice is Voice.HOUSE or (
        speaker is not None and house.guard.is_known_staff(speaker.id)
    )
    lane = Lane.STAFF if is_staff else Lane.MEMBER
    judge = judge_of(house.gate, asks=asks)
    verdict = judge(heard.text, lane) if heard.text else None
    flood = None
    if not asks and speaker is not None and not is_staff:
        flood = house.guard.flood_of(speaker, heard, moment.said_at, house.community.zone)
    return Screening(
        heard,
        speaker,
        verdict,
        lane,
        flood,
        moment,
        turn.here.title,
        asks,
        is_question=_is_question(heard.text, asks=asks),
    )


def _is_question(text: str, *, asks: bool) -> bool:
    """Tell whether a message may be a question: a command is one only if it is the one to ask."""
    spoken = read_command(text)
    if spoken is not None:
        return spoken.command == ASK
    return not asks or leading_word(text, WORDS) is not None

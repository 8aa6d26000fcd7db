"""What an asker replies to the desk: more on the question, or that it is open after all."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.markup import storable
from bot.questions.asking import add, remove_public_copy
from bot.questions.desk.service import case_of
from bot.questions.promise import HumanDesk
from bot.questions.question import QUIET, Kind, Told
from bot.questions.states import WITH_PEOPLE
from bot.questions.steering import held_question, reopen

LONGEST_THANKS = 12
_THANKS = re.compile(
    r"(?:谢谢?|謝謝?|多谢|多謝|感谢|感謝|好的?|明白|了解|知道|懂|收到|清楚|解决|解決|辛苦"
    r"|嗯|ok|okay|thanks?|thx|gotit|great|perfect|you"
    r"|老师|老師|您|你|了|啦|哈|呢|啊|很|非常|都)+"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What an asker wrote below one of the desk's messages."""

    text: str
    chat_id: int
    message_id: int


def is_thanks(text: str) -> bool:
    """Tell whether a reply says no more than that the answer was welcome."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(c for c in folded if c.isalnum())
    return len(words) <= LONGEST_THANKS and bool(_THANKS.fullmatch(words) or not words)


def addition(session: Session, human: HumanDesk, case_id: int, reply: Reply, now: datetime) -> Told:
    """Keep what the asker says further; a question that had ended waits for a person again.

    A word of thanks for an answer opens nothing. Told twice, it is kept once.
    """
    case = case_of(session, case_id)
    told = QUIET
    if case.state not in WITH_PEOPLE:
        if is_thanks(reply.text):
            return QUIET
        told = reopen(session, case_id, case.asker_id, human, now)
        if told.kind is not Kind.PROMISED:
            return told
        case = case_of(session, case_id)
    words = storable(reply.text)
    question = held_question(case, words, reply.message_id, reply.chat_id)
    if question.in_public and question.matter.exposed:
        remove_public_copy(session, question, now)
    added = add(session, human, question, case, now)
    return told if told is not QUIET else added

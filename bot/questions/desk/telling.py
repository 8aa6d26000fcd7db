"""What whoever asked is told: in the topic below their question, or in private."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.buttons import Button, Rows, stored
from bot.compliance.gate import Screened
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.points.level_up import reachable
from bot.questions.desk.cards import when
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.sent import TO_ASKER, Sent
from db.models.question import QuestionCase
from db.repositories import expert_desk


class Reach(StrEnum):
    """How whoever asked is reached; `desk-reach-<value>` says it to the expert."""

    PUBLIC = "public"
    PRIVATE = "private"
    LEFT = "left"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class News:
    """Something to tell: its key, as what it counts, and the buttons below it."""

    key: str
    sent_as: Sent
    buttons: Rows = ()


def reach_of(session: Session, case: QuestionCase) -> Reach:
    """Return how the asker of a case is reached now."""
    left = case.chat_id < 0 and expert_desk.has_left(session, case.chat_id, case.asker_id)
    if case.chat_id < 0 and not left:
        return Reach.PUBLIC
    if not reachable(session, case.asker_id):
        return Reach.BLOCKED
    return Reach.LEFT if left else Reach.PRIVATE


def tell(
    session: Session, desk: ExpertDesk, case: QuestionCase, news: News, say: Say, now: datetime
) -> bool:
    """Queue something for the asker, once for each key; tell whether it was new."""
    text = desk.gate.admit(desk.words.say(case.language, say))
    return send(session, desk, case, news, text, now)


def send(
    session: Session,
    desk: ExpertDesk,
    case: QuestionCase,
    news: News,
    text: Screened,
    now: datetime,
) -> bool:
    """Queue a screened text for the asker: below the question where that stands in public.

    Somebody who left the group, or blocked the bot, is tried in private: what was sent is
    kept whatever becomes of it.
    """
    public = reach_of(session, case) is Reach.PUBLIC
    moved = case.origin_chat_id != case.chat_id
    post = Post(
        send_key=news.key[:160],
        lane=Lane.ANSWER,
        chat_id=case.chat_id if public else case.asker_id,
        thread_id=case.topic if public else None,
        text=text,
        not_before=now,
        buttons=stored(news.buttons, desk.words, case.language),
        reply_to=case.message_id if _quotes(case, public) and not moved else None,
    )
    if not enqueue(session, post, now):
        return False
    expert_desk.add_message(session, case.id, post.send_key, news.sent_as)
    return True


def tell_promise(
    session: Session, desk: ExpertDesk, case: QuestionCase, key: str, why: str, now: datetime
) -> None:
    """Tell the asker of a new time, and why: `stop`, `back`, `released` or `calendar`."""
    if case.due_at is None:
        return
    at = when(case.due_at, now, desk.community.zone)
    say = Say("expert-new-promise", at=at, why=why, number=case.id)
    tell(session, desk, case, News(key, Sent.PROMISE), say, now)


def case_behind(
    session: Session, asker_id: int, chat_id: int, message_id: int
) -> QuestionCase | None:
    """Return the case of an asker to which a message of the desk belongs."""
    return expert_desk.by_message(session, (chat_id, message_id), TO_ASKER, asker_id)


def rating_buttons(case: QuestionCase) -> Rows:
    """Return the two buttons with which the asker rates an answer."""
    return (
        (
            Button(Say("button-expert-helpful"), f"qrate:{case.id}-5"),
            Button(Say("button-expert-unhelpful"), f"qrate:{case.id}-1"),
        ),
    )


def _quotes(case: QuestionCase, public: bool) -> bool:
    """Tell whether the question itself stands where the answer goes."""
    return case.message_id is not None and (public or case.chat_id == case.asker_id)

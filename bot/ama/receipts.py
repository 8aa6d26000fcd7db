"""What somebody who asked is told in private."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.ama import posting
from bot.ama.desk import AmaDesk
from bot.compliance.errors import Blocked
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import members


def tell(
    session: Session,
    desk: AmaDesk,
    found: AmaSession,
    question: AmaQuestion,
    what: str,
    lines: Sequence[Say],
    now: datetime,
) -> bool:
    """Tell an asker something once, if the bot may write to them; tell whether it will.

    Their own words, and those of others, may be too long together or break a rule that was
    not there when they were asked: then they are told without them where to look.
    """
    member = members.by_id(session, question.asker_id)
    if member is None or member.private_since is None or member.unreachable_since is not None:
        return False
    language = member.language or desk.language
    bare = [Say("ama-told-bare", title=found.title, number=found.id)]
    long = posting.length_of(desk, lines) > desk.text_limit
    try:
        text = desk.gate.admit(posting.text_of(desk, bare if long else lines, language))
    except Blocked:
        text = desk.gate.admit(desk.words.say(language, Say("ama-bare")))
    post = Post(
        send_key=f"ama-told:{question.id}:{what}",
        lane=Lane.RECEIPT,
        chat_id=question.asker_id,
        text=text,
        not_before=now,
    )
    return enqueue(session, post, now)

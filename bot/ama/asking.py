"""Questions to the expert: asked, moderated, wanted by others."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.ama import cards, live, receipts
from bot.ama.desk import AmaDesk
from bot.ama.errors import (
    AmaDecidedError,
    AmaEnoughError,
    AmaFullError,
    AmaNotForYouError,
    AmaOwnVoteError,
    AmaQuestionHeldError,
    AmaQuestionLengthError,
    AmaReasonError,
    AmaReasonHeldError,
    AmaUnknownError,
)
from bot.ama.moving import held, wrong_state
from bot.ama.service import may_see
from bot.ama.states import LISTABLE, TAKES_QUESTIONS, AskedState
from bot.compliance.normalise import fold
from bot.compliance.verdict import Lane
from bot.i18n import Say
from bot.markup import storable
from bot.members import prompts
from bot.members.deed import Deed
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama

NOUN = "ama-question"
REASON_NOUN = "ama-reason"
MOST_QUESTIONS = 3
MOST_TRIES = 6
"""Refused and withdrawn ones included: each was a card in the operators' group."""
MOST_WAITING = 60
LEAST_LETTERS, MOST_LETTERS = 6, 300
MOST_REASON = 200


class Became(StrEnum):
    """What became of a question that somebody typed."""

    ASKED = "asked"
    VOTED = "voted"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what became of it."""

    session: AmaSession
    question: AmaQuestion
    became: Became


def session_for(session: Session, desk: AmaDesk, session_id: int, member_id: int) -> AmaSession:
    """Return an AMA that takes questions from a member; refuse any other."""
    found = ama.by_id(session, session_id)
    if found is None:
        raise AmaUnknownError(received=str(session_id))
    if found.state not in TAKES_QUESTIONS:
        raise wrong_state(found)
    if not may_see(session, desk, found, member_id):
        raise AmaNotForYouError(title=found.title)
    return found


def await_question(session: Session, desk: AmaDesk, session_id: int, deed: Deed) -> AmaSession:
    """Take somebody's next plain private message for a question to the expert."""
    found = session_for(session, desk, session_id, deed.actor_id)
    _require_room(session, found, deed.actor_id)
    prompts.await_answer(session, deed.actor_id, NOUN, {"session": session_id}, deed.now)
    return found


def ask(session: Session, desk: AmaDesk, session_id: int, text: str, deed: Deed) -> Asked:
    """Put a question to the moderators; the same words asked before become a vote for those.

    What breaks a rule is refused with its reason, and the question to the asker stands.
    """
    found = session_for(session, desk, session_id, deed.actor_id)
    known = ama.question_with(session, deed.key)
    if known is not None:
        return Asked(found, known, Became.ASKED)
    words = " ".join(storable(text).split())
    _check(desk, words)
    asked = _add(session, found, words, deed)
    _settle(session, NOUN, deed)
    if asked.became is Became.ASKED:
        cards.ask_moderators(session, desk, found, asked.question, deed.now)
    return asked


def await_reason(session: Session, question_id: int, deed: Deed) -> AmaQuestion:
    """Take a moderator's next plain private message for the reason of a refusal."""
    question = ama.question(session, question_id)
    if question is None:
        raise AmaUnknownError(received=str(question_id))
    if question.state is not AskedState.PENDING:
        raise AmaDecidedError(state=Say(f"ama-asked-{question.state.value}"))
    prompts.await_answer(session, deed.actor_id, REASON_NOUN, {"question": question_id}, deed.now)
    return question


def leave(session: Session, question_id: int, deed: Deed) -> AmaQuestion:
    """Wait for no reason any more; return the question as it stands."""
    question = ama.question(session, question_id)
    if question is None:
        raise AmaUnknownError(received=str(question_id))
    _settle(session, REASON_NOUN, deed)
    return question


def moderate(
    session: Session, desk: AmaDesk, question_id: int, take: bool, reason: str, deed: Deed
) -> AmaQuestion:
    """List a question or refuse it; of two moderators the faster decides."""
    question, found = _of_running(session, question_id)
    state = AskedState.LISTED if take else AskedState.REFUSED
    reason = _checked_reason(desk, reason)
    values = {
        "state": state,
        "decided_by": deed.actor_id,
        "decided_at": deed.now,
        "reason": reason or None,
    }
    if not ama.change(session, question_id, {AskedState.PENDING}, values):
        session.refresh(question)
        raise AmaDecidedError(state=Say(f"ama-asked-{question.state.value}"))
    _settle(session, REASON_NOUN, deed)
    target = f"ama-question:{question_id}"
    deed.log(session, "ama-moderate", target, {"state": "pending"}, {"state": state.value}, reason)
    _tell_asker(session, desk, found, question, deed)
    cards.redraw(session, desk, found, question, deed.now)
    live.next_on_stage(session, desk, found, deed.now)
    return question


def vote(session: Session, desk: AmaDesk, question_id: int, wanted: bool, deed: Deed) -> int:
    """Give one's vote in an AMA to a question, or take it back; return the AMA's number.

    `wanted` is what the button said: pressed twice, it does nothing more.
    """
    question = ama.question(session, question_id)
    if question is None or question.state is not AskedState.LISTED:
        raise AmaUnknownError(received=str(question_id))
    found = session_for(session, desk, question.session_id, deed.actor_id)
    if question.asker_id == deed.actor_id:
        raise AmaOwnVoteError
    if wanted:
        ama.put_vote(session, found.id, deed.actor_id, question_id, deed.now)
    elif ama.vote_of(session, found.id, deed.actor_id) == question_id:
        ama.take_vote(session, found.id, deed.actor_id)
    return found.id


def withdraw(session: Session, desk: AmaDesk, question_id: int, deed: Deed) -> AmaSession:
    """Take one's own question back while nobody answered it; its words can be asked anew."""
    question, found = _of_running(session, question_id)
    if question.asker_id != deed.actor_id:
        raise AmaUnknownError(received=str(question_id))
    values = {"state": AskedState.WITHDRAWN, "on_stage": False, "folded": f"-{question_id}"}
    if not ama.change(session, question_id, {AskedState.PENDING, AskedState.LISTED}, values):
        session.refresh(question)
        raise AmaDecidedError(state=Say(f"ama-asked-{question.state.value}"))
    cards.redraw(session, desk, found, question, deed.now)
    live.next_on_stage(session, desk, found, deed.now)
    return found


def folded(words: str) -> str:
    """Return the digest under which the same words are found again."""
    letters = "".join(char for char in fold(words).casefold() if char.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()


def _add(session: Session, found: AmaSession, words: str, deed: Deed) -> Asked:
    same = ama.same_words(session, found.id, folded(words))
    if same is None:
        _require_room(session, found, deed.actor_id)
        values = {
            "session_id": found.id,
            "asker_id": deed.actor_id,
            "text": words,
            "folded": folded(words),
            "state": AskedState.PENDING,
            "asked_at": deed.now,
            "skipped": False,
            "staged": 0,
            "on_stage": False,
        }
        made = ama.add_question(session, deed.key, values)
        if made is not None:
            return Asked(found, made, Became.ASKED)
        same = ama.same_words(session, found.id, folded(words))
        assert same is not None  # noqa: S101 - it was there before ours
    if same.asker_id == deed.actor_id or same.state is not AskedState.LISTED:
        return Asked(found, same, Became.KNOWN)
    ama.put_vote(session, found.id, deed.actor_id, same.id, deed.now)
    return Asked(found, same, Became.VOTED)


def _settle(session: Session, noun: str, deed: Deed) -> None:
    """Wait for this answer no more; what another feature asked meanwhile stands."""
    asked = prompts.awaited(session, deed.actor_id, deed.now)
    if asked is not None and asked.noun == noun:
        prompts.settle(session, deed.actor_id)


def _of_running(session: Session, question_id: int) -> tuple[AmaQuestion, AmaSession]:
    """Return a question with its AMA, locked: what comes on the stage is decided one by one."""
    question = ama.question(session, question_id)
    if question is None:
        raise AmaUnknownError(received=str(question_id))
    return question, held(session, question.session_id, TAKES_QUESTIONS)


def _checked_reason(desk: AmaDesk, reason: str) -> str:
    """Return a reason that an asker can be told, or nothing."""
    words = " ".join(storable(reason).split())
    if len(words) > MOST_REASON:
        raise AmaReasonError(count=len(words), most=MOST_REASON)
    causes = desk.gate.judge(words, Lane.OUTGOING).causes if words else ()
    if causes:
        raise AmaReasonHeldError(reason=causes[0].reason)
    return words


def _check(desk: AmaDesk, words: str) -> None:
    """Refuse what is no question, and what the bot could not repeat before everybody."""
    if not LEAST_LETTERS <= len(words) <= MOST_LETTERS:
        raise AmaQuestionLengthError(count=len(words), least=LEAST_LETTERS, most=MOST_LETTERS)
    causes = desk.gate.judge(words, Lane.OUTGOING).causes
    if causes:
        raise AmaQuestionHeldError(reason=causes[0].reason)


def _require_room(session: Session, found: AmaSession, member_id: int) -> None:
    if ama.count_of(session, found.id, member_id, LISTABLE) >= MOST_QUESTIONS:
        raise AmaEnoughError(most=MOST_QUESTIONS)
    if ama.count_of(session, found.id, member_id, frozenset(AskedState)) >= MOST_TRIES:
        raise AmaEnoughError(most=MOST_TRIES)
    waiting = ama.count_by_state(session, found.id).get(AskedState.PENDING, 0)
    if waiting >= MOST_WAITING:
        raise AmaFullError(most=MOST_WAITING)


def _tell_asker(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, deed: Deed
) -> None:
    """Tell the asker what became of the question, with the reason where it was refused."""
    name = f"ama-told-{question.state.value}"
    if question.state is AskedState.REFUSED and question.reason:
        name += "-reason"
    words = {"title": found.title, "question": question.text, "reason": question.reason or ""}
    what = question.state.value
    receipts.tell(session, desk, found, question, what, [Say(name, **words)], deed.now)

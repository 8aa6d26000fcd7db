"""Questions to the expert: asked, moderated, wanted by others."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.ama import cards
from bot.ama.desk import AmaDesk
from bot.ama.errors import (
    AmaDecidedError,
    AmaEnoughError,
    AmaNotForYouError,
    AmaOwnVoteError,
    AmaQuestionHeldError,
    AmaQuestionLengthError,
    AmaStateError,
    AmaUnknownError,
)
from bot.ama.states import LISTABLE, TAKES_QUESTIONS, AskedState
from bot.compliance.normalise import fold
from bot.compliance.verdict import Lane
from bot.delivery.lanes import Lane as DeliveryLane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.markup import storable
from bot.members import prompts
from bot.members.deed import Deed
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.members.tiers import Tier
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import ama, members

NOUN = "ama-question"
REASON_NOUN = "ama-reason"
MOST_QUESTIONS = 3
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
        raise AmaUnknownError(received=session_id)
    if found.state not in TAKES_QUESTIONS:
        raise AmaStateError(number=found.id, state=Say(f"ama-state-{found.state.value}"))
    if not may_see(session, desk, found, member_id):
        raise AmaNotForYouError(title=found.title)
    return found


def may_see(session: Session, desk: AmaDesk, found: AmaSession, member_id: int) -> bool:
    """Tell whether somebody is in a group of the AMA's tiers, or on the staff."""
    bindings = members.bindings_of(session, member_id)
    tiers = {binding.tier for binding in bindings if binding.tier is not None}
    if tiers & {Tier(tier) for tier in found.tiers}:
        return True
    return bool(roles_of(session, member_id, desk.owners) & STAFF)


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
    words = " ".join(storable(text).split())
    known = ama.question_with(session, deed.key)
    if known is not None:
        return Asked(found, known, Became.ASKED)
    _check(desk, words)
    asked = _add(session, found, words, deed)
    prompts.settle(session, deed.actor_id)
    if asked.became is Became.ASKED:
        cards.ask_moderators(session, desk, found, asked.question, deed.now)
    return asked


def moderate(
    session: Session, desk: AmaDesk, question_id: int, take: bool, reason: str, deed: Deed
) -> AmaQuestion:
    """List a question or refuse it; of two moderators the faster decides."""
    question = ama.question(session, question_id)
    if question is None:
        raise AmaUnknownError(received=question_id)
    state = AskedState.LISTED if take else AskedState.REFUSED
    values = {
        "state": state,
        "decided_by": deed.actor_id,
        "decided_at": deed.now,
        "reason": reason[:MOST_REASON] or None,
    }
    if not ama.change(session, question_id, {AskedState.PENDING}, values):
        session.refresh(question)
        raise AmaDecidedError(state=Say(f"ama-asked-{question.state.value}"))
    found = ama.by_id(session, question.session_id)
    assert found is not None  # noqa: S101 - a question belongs to a session
    target = f"ama-question:{question_id}"
    deed.log(session, "ama-moderate", target, {"state": "pending"}, {"state": state.value}, reason)
    _tell_asker(session, desk, found, question, deed)
    cards.redraw(session, desk, found, question, deed.now)
    return question


def vote(session: Session, desk: AmaDesk, question_id: int, deed: Deed) -> bool:
    """Give one's vote in an AMA to a question, or take it back; tell whether it stands now."""
    question = ama.question(session, question_id)
    if question is None or question.state is not AskedState.LISTED:
        raise AmaUnknownError(received=question_id)
    found = session_for(session, desk, question.session_id, deed.actor_id)
    if question.asker_id == deed.actor_id:
        raise AmaOwnVoteError
    if ama.vote_of(session, found.id, deed.actor_id) == question_id:
        ama.take_vote(session, found.id, deed.actor_id)
        return False
    ama.put_vote(session, found.id, deed.actor_id, question_id, deed.now)
    return True


def withdraw(session: Session, question_id: int, deed: Deed) -> bool:
    """Take one's own question back while nobody answered it; tell whether it went."""
    question = ama.question(session, question_id)
    if question is None or question.asker_id != deed.actor_id:
        raise AmaUnknownError(received=question_id)
    open_states: Collection[AskedState] = {AskedState.PENDING, AskedState.LISTED}
    return ama.change(session, question_id, open_states, {"state": AskedState.WITHDRAWN})


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


def _tell_asker(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, deed: Deed
) -> None:
    """Tell the asker what became of the question, with the reason where it was refused."""
    member = members.by_id(session, question.asker_id)
    language = (member.language if member else None) or desk.language
    name = f"ama-told-{question.state.value}"
    if question.state is AskedState.REFUSED and question.reason:
        name += "-reason"
    say = Say(name, title=found.title, question=question.text, reason=question.reason or "")
    post = Post(
        send_key=f"ama-told:{question.id}:{question.state.value}",
        lane=DeliveryLane.RECEIPT,
        chat_id=question.asker_id,
        text=desk.gate.admit(desk.words.say(language, say)),
        not_before=deed.now,
    )
    enqueue(session, post, deed.now)

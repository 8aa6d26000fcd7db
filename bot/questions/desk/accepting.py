"""Members' answers to members' questions: noticed, accepted by asker or expert, rewarded."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.archive.kinds import RecordKind
from bot.buttons import Button, stored
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.compliance.verdict import Lane as Screening
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.members.deed import Deed
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.points.economy import PEER_ANSWER
from bot.points.level_up import announce_level_up
from bot.points.movement import Movement
from bot.points.service import award
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk import people
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import AcceptNotYoursError, AcceptUnfitError
from bot.questions.desk.peers import PAIR_REMEMBERED, Accepted, Pay, Unpaid, pay
from bot.questions.desk.showing import refresh
from bot.questions.states import AcceptedBy, EventKind, QuestionState
from bot.review.masking import masked
from db.models.archive import ArchiveRecord
from db.models.question import QuestionCase
from db.repositories import expert_desk, members

OFFERED_WITHIN = timedelta(days=2)
MOST_OFFERED = 3
LEAST_LENGTH = 6
SOLVES = frozenset({QuestionState.BOT, QuestionState.WAITING, QuestionState.HUMAN})


@dataclass(frozen=True, slots=True)
class Helped:
    """An answer that was accepted: whose, to which case, what it earned or why nothing."""

    case: QuestionCase
    name: str
    pay: Pay
    is_new: bool = True


def accept_at(
    session: Session, desk: ExpertDesk, chat_id: int, message_id: int, deed: Deed
) -> Helped:
    """Accept the answer that a message is, as `/accept` in reply to it does."""
    said = expert_desk.said(session, chat_id, message_id)
    case = _answered_case(session, said)
    if said is None or case is None or said.author_id is None:
        raise AcceptUnfitError
    return accept(session, desk, case, said, deed)


def accept(
    session: Session, desk: ExpertDesk, case: QuestionCase, said: ArchiveRecord, deed: Deed
) -> Helped:
    """Take a member's answer for right, once, and reward it; the asker's word solves the case."""
    by_asker = deed.actor_id == case.asker_id
    if not by_asker and not people.is_expert(session, desk, deed.actor_id):
        raise AcceptNotYoursError
    if said.author_id is None or said.author_id in {case.asker_id, deed.actor_id}:
        raise AcceptUnfitError
    if desk.gate.judge(said.text, Screening.MEMBER).blocked:
        raise AcceptUnfitError
    members.lock(session, said.author_id)
    earned = _pay_of(session, desk, case, said.author_id, deed)
    values = {
        "case_id": case.id,
        "answerer_id": said.author_id,
        "asker_id": case.asker_id,
        "chat_id": said.chat_id,
        "message_id": said.message_id,
        "text": masked(said.text),
        "accepted_as": AcceptedBy.ASKER if by_asker else AcceptedBy.EXPERT,
        "accepted_by": deed.actor_id,
        "accepted_at": deed.now,
        "points": earned.points,
    }
    name = people.name_of(session, said.author_id)
    if not expert_desk.add_peer_answer(session, values):
        return Helped(case, name, Pay(0), is_new=False)
    _reward(session, desk, case, said.author_id, earned, deed)
    details = {"answerer": said.author_id, "points": earned.points}
    line = Line(
        EventKind.PEER_ACCEPTED, deed.actor_id, None, said.chat_id, said.message_id, None, details
    )
    cases.note(session, case.id, line, deed.now)
    if by_asker and case.state in SOLVES:
        solved = QuestionState.ANSWERED
        cases.change(session, case.id, case.state, solved, deed.now, stale=True)
    session.refresh(case)
    if case.card_message_id is not None:
        refresh(session, desk, case, deed.now)
    return Helped(case, name, earned)


def offer(session: Session, desk: ExpertDesk, now: datetime) -> int:
    """Ask askers in public whether another member's reply solved it; return how many offers.

    The archive knows who replied to what in the members' groups. Staff is left out, and so is
    a question that asks for advice: nobody shall earn by giving that.
    """
    offered = 0
    for case in expert_desk.open_in_public(session, now - OFFERED_WITHIN):
        if case.is_advice or case.message_id is None:
            continue
        for said in _replies(session, desk, case)[:MOST_OFFERED]:
            offered += _ask(session, desk, case, said, now)
    return offered


def _replies(session: Session, desk: ExpertDesk, case: QuestionCase) -> list[ArchiveRecord]:
    found = expert_desk.said_since(session, case.chat_id, case.message_id or 0)
    return [
        said
        for said in found
        if said.kind is RecordKind.RECEIVED
        and said.details.get("reply_to") == case.message_id
        and said.author_id not in {None, case.asker_id, desk.bot_id}
        and len(said.text.strip()) >= LEAST_LENGTH
        and not desk.gate.judge(said.text, Screening.MEMBER).blocked
        and not roles_of(session, said.author_id or 0, desk.owners) & STAFF
    ]


def _ask(
    session: Session, desk: ExpertDesk, case: QuestionCase, said: ArchiveRecord, now: datetime
) -> bool:
    name = people.name_of(session, said.author_id)
    button = Button(Say("button-expert-solved", name=name[:16]), f"qsolved:{case.id}-{said.id}")
    text = _offered(session, desk, case, name)
    if text is None:
        return False
    post = Post(
        send_key=f"qpeer:{case.id}:{said.author_id}",
        lane=Lane.ANSWER,
        chat_id=case.chat_id,
        thread_id=case.topic,
        text=text,
        not_before=now,
        buttons=stored(((button,),), desk.words, case.language),
        useless_after=now + OFFERED_WITHIN,
        reply_to=said.message_id,
    )
    return enqueue(session, post, now)


def _offered(session: Session, desk: ExpertDesk, case: QuestionCase, name: str) -> Screened | None:
    """Return the question to the asker; what people call themselves may not always go out."""
    nobody = Say("expert-peer-offer", asker=Say("expert-asker"), name=Say("expert-somebody"))
    asker = people.mention_of(session, case.asker_id)
    for say in (Say("expert-peer-offer", asker=asker, name=name), nobody):
        try:
            return desk.gate.admit(desk.words.say(case.language, say))
        except Blocked:
            continue
    return None


def _answered_case(session: Session, said: ArchiveRecord | None) -> QuestionCase | None:
    """Return the question to which something that was said in a group replies."""
    to = said.details.get("reply_to") if said is not None else None
    if said is None or not isinstance(to, int):
        return None
    return expert_desk.asked_by_message(session, said.chat_id, to)


def _pay_of(
    session: Session, desk: ExpertDesk, case: QuestionCase, answerer: int, deed: Deed
) -> Pay:
    rule = desk.economy.rule(PEER_ANSWER)
    accepted = Accepted(
        oneself=answerer == case.asker_id,
        staff=bool(roles_of(session, answerer, desk.owners) & STAFF),
        is_advice=case.is_advice,
        tier=case.tier,
        of_pair=expert_desk.of_pair(session, case.asker_id, answerer, deed.now - PAIR_REMEMBERED),
        earned_today=expert_desk.earned_by_rule(session, answerer, rule.id, deed.day),
    )
    return pay(accepted, rule.amount, rule.most_a_day)


def _reward(
    session: Session, desk: ExpertDesk, case: QuestionCase, answerer: int, earned: Pay, deed: Deed
) -> None:
    if not earned.points:
        return
    rule = desk.economy.rule(PEER_ANSWER)
    movement = Movement(
        member_id=answerer,
        amount=earned.points,
        reason=rule.reason,
        rule=rule.id,
        rule_version=rule.version,
        actor_id=desk.bot_id,
        key=f"peer-answer:{case.id}:{answerer}",
        at=deed.now,
        day=deed.day,
    )
    done = award(session, movement, desk.economy)
    announce_level_up(session, done, answerer, deed.now, desk.words, desk.gate, desk.language)


UNPAID = {why: f"expert-unpaid-{why.value}" for why in Unpaid}

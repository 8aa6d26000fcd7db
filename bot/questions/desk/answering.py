"""An expert's reply to a card: screened, delivered to whoever asked, kept with its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from markupsafe import Markup
from sqlmodel import Session, col

from bot.compliance.disclosure import with_disclosure, with_disclosures
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.i18n import Say
from bot.markup import plain, storable
from bot.members.deed import Deed
from bot.members.roles import Role
from bot.members.service import roles_of
from bot.questions import cases
from bot.questions.cases import Line
from bot.questions.desk import people
from bot.questions.desk.claiming import claim, refuse_taken
from bot.questions.desk.compensation import compensate
from bot.questions.desk.desk import ExpertDesk, clock_of
from bot.questions.desk.errors import (
    AnswerBlockedError,
    AnswerEmptyError,
    QuestionEndedError,
)
from bot.questions.desk.sent import Sent
from bot.questions.desk.service import case_of
from bot.questions.desk.showing import refresh
from bot.questions.desk.telling import News, Reach, rating_buttons, reach_of, send
from bot.questions.states import EventKind, QuestionState
from db.models.question import QuestionCase
from db.repositories import expert_desk, questions

MOST_FINDINGS = 3
SHOWN_ROLE = (Role.EXPERT, Role.COMPLIANCE, Role.OPERATOR, Role.OWNER)


@dataclass(frozen=True, slots=True)
class Typed:
    """What an expert wrote, and the message in which they did: the same on every replay."""

    text: Markup
    chat_id: int
    message_id: int

    @property
    def key(self) -> str:
        """Return what names the message in the trace."""
        return f"desk:{self.chat_id}:{self.message_id}"


@dataclass(frozen=True, slots=True)
class Passed:
    """What became of an expert's words: how the asker is reached, and in time or not."""

    case: QuestionCase
    reach: Reach
    missed: bool = False


def answer(session: Session, desk: ExpertDesk, case_id: int, typed: Typed, deed: Deed) -> Passed:
    """Pass an answer on; whoever has not taken the question takes it with that.

    Raise AnswerBlockedError with reasons where the gate stops it: nothing is sent then, nor
    is the question taken. A further answer to one that stands is passed on like the first.
    """
    case = case_of(session, case_id)
    if _known(session, case, typed):
        return Passed(case, reach_of(session, case))
    if case.state is QuestionState.CLOSED:
        raise QuestionEndedError(number=case_id)
    people.require_may(session, desk, case, deed.actor_id, deed.now)
    text = admitted(session, desk, case, typed, deed)
    if case.state is QuestionState.WAITING:
        case = claim(session, desk, case_id, deed)
    if case.state is QuestionState.HUMAN:
        refuse_taken(session, case, but=deed.actor_id)
        _take_place(session, desk, case, deed)
    details = _timed(session, desk, case, deed)
    _note(session, case, EventKind.ANSWERED, typed, deed, details)
    news = News(f"qanswer:{case_id}:{typed.key}", Sent.ANSWER, rating_buttons(case))
    passed = _sent(session, desk, case_id, news, text, deed)
    if details["promised"] and not details["further"] and passed.missed:
        _make_up(session, desk, passed.case, deed)
    return passed


def ask_back(session: Session, desk: ExpertDesk, case_id: int, typed: Typed, deed: Deed) -> Passed:
    """Put an expert's question to the asker; the clock stands until they answer."""
    case = case_of(session, case_id)
    if _known(session, case, typed):
        return Passed(case, reach_of(session, case))
    people.require_may(session, desk, case, deed.actor_id, deed.now)
    name = _who(session, desk, deed.actor_id)
    lines = (
        Say("expert-ask-back", who=name),
        _worded(case, typed),
        Say("expert-ask-back-how", number=case_id),
    )
    text = _screened(desk, case, _composed(desk, case, lines))
    case = claim(session, desk, case_id, deed)
    since = case.asked_back_at or deed.now
    mine = col(QuestionCase.assignee_id) == deed.actor_id
    held = {QuestionState.HUMAN}
    if not questions.move(session, case_id, held, mine, asked_back_at=since, stale=True):
        raise QuestionEndedError(number=case_id)
    _note(session, case, EventKind.ASKED_BACK, typed, deed, {})
    news = News(f"qback:{case_id}:{typed.key}", Sent.ASK_BACK)
    return _sent(session, desk, case_id, news, text, deed)


def admitted(
    session: Session, desk: ExpertDesk, case: QuestionCase, typed: Typed, deed: Deed
) -> Screened:
    """Return the whole message that carries an answer; raise AnswerBlockedError."""
    licences = people.licences_for(session, desk, case, deed.actor_id, deed.now)
    who = _who(session, desk, deed.actor_id)
    lines: list[Say | Markup] = [Say("expert-answer", who=who), _worded(case, typed)]
    if case.is_advice:
        numbers = [
            Say("expert-licence", scope=people.scope_name(each.scope), number=each.number)
            for each in licences
        ]
        lines.append(Say("expert-answer-advice", licences=people.joined(numbers)))
    markup = _composed(desk, case, lines)
    if case.is_advice:
        markup = _with_risk(desk, case, markup)
    how = Say("expert-answer-how", number=case.id)
    return _screened(desk, case, _composed(desk, case, [markup, how]))


def _with_risk(desk: ExpertDesk, case: QuestionCase, markup: Markup) -> Markup:
    """Add the risk lines of what an opinion speaks of; the general one if it names no product."""
    told = with_disclosures(markup, lambda say: desk.words.say(case.language, say))
    if told != markup:
        return told
    return with_disclosure(markup, plain(desk.words.say(case.language, Say("disclosure-general"))))


def _take_place(session: Session, desk: ExpertDesk, case: QuestionCase, deed: Deed) -> None:
    """Let the answer stand: of two that come at once one is first."""
    stopped = timedelta(seconds=case.clock_stopped_seconds)
    if case.asked_back_at is not None:
        stopped += clock_of(session, desk).passed(case.asked_back_at, deed.now)
    values: dict[str, Any] = {
        "answered_by": deed.actor_id,
        "first_answered_at": case.first_answered_at or deed.now,
        "asked_back_at": None,
        "clock_stopped_seconds": int(stopped.total_seconds()),
        "stale": True,
    }
    human, answered = QuestionState.HUMAN, QuestionState.ANSWERED
    if not cases.change(session, case.id, human, answered, deed.now, **values):
        raise QuestionEndedError(number=case.id)


def _timed(session: Session, desk: ExpertDesk, case: QuestionCase, deed: Deed) -> dict[str, Any]:
    """Return what the weekly report needs: how long it took, and whether a promise was kept."""
    session.refresh(case)
    ended = questions.events(session, case.id, [EventKind.ANSWERED, EventKind.REOPENED])
    further = bool(ended) and ended[-1].kind is EventKind.ANSWERED
    started = case.waiting_since or case.opened_at
    stopped = timedelta(seconds=case.clock_stopped_seconds)
    passed = clock_of(session, desk).passed(started, deed.now) - stopped
    return {
        "further": further,
        "first": not any(event.kind is EventKind.ANSWERED for event in ended),
        "minutes": max(int(passed.total_seconds() // 60), 0),
        "promised": case.due_at is not None,
        "kept": case.due_at is not None and deed.now <= case.due_at,
    }


def _make_up(session: Session, desk: ExpertDesk, case: QuestionCase, deed: Deed) -> None:
    """Count a promise as missed that the clock has not found yet: the answer was faster."""
    if case.missed_at is not None or case.due_at is None:
        return
    expert_desk.set_columns(session, case.id, missed_at=deed.now, stale=True)
    line = Line(EventKind.MISSED, key=f"missed:{case.id}:{case.due_at.isoformat()}")
    cases.note(session, case.id, line, deed.now)
    compensate(session, desk, case, deed.now, answered=True)


def _sent(
    session: Session, desk: ExpertDesk, case_id: int, news: News, text: Screened, deed: Deed
) -> Passed:
    case = case_of(session, case_id)
    reach = reach_of(session, case)
    send(session, desk, case, news, text, deed.now)
    lost = {Reach.LEFT: EventKind.ASKER_LEFT, Reach.BLOCKED: EventKind.ASKER_UNREACHABLE}
    if reach in lost:
        line = Line(lost[reach], key=f"{lost[reach].value}:{news.key}"[:128])
        cases.note(session, case_id, line, deed.now)
    refresh(session, desk, case, deed.now)
    missed = case.due_at is not None and deed.now > case.due_at
    return Passed(case, reach, missed)


def _known(session: Session, case: QuestionCase, typed: Typed) -> bool:
    kinds = [EventKind.ANSWERED, EventKind.ASKED_BACK]
    return any(event.key == typed.key for event in questions.events(session, case.id, kinds))


def _note(
    session: Session,
    case: QuestionCase,
    kind: EventKind,
    typed: Typed,
    deed: Deed,
    details: dict[str, Any],
) -> None:
    words = storable(plain(typed.text))
    line = Line(
        kind, deed.actor_id, words, typed.chat_id, typed.message_id, typed.key, details=details
    )
    cases.note(session, case.id, line, deed.now)


def _worded(case: QuestionCase, typed: Typed) -> Markup:
    if not plain(typed.text).strip():
        raise AnswerEmptyError(number=case.id)
    return typed.text


def _composed(desk: ExpertDesk, case: QuestionCase, lines: Sequence[Say | Markup]) -> Markup:
    """Join lines; what somebody wrote is no argument of a sentence, which would cut it off."""
    said = (desk.words.say(case.language, x) if isinstance(x, Say) else x for x in lines)
    return Markup("\n").join(said)


def _who(session: Session, desk: ExpertDesk, member_id: int) -> Say:
    held = roles_of(session, member_id, desk.owners)
    role = next((role for role in SHOWN_ROLE if role in held), Role.EXPERT)
    return Say(
        "expert-who", role=Say(f"role-{role.value}"), name=people.name_of(session, member_id)
    )


def _screened(desk: ExpertDesk, case: QuestionCase, markup: Markup) -> Screened:
    try:
        return desk.gate.admit(markup)
    except Blocked as blocked:
        causes = blocked.verdict.causes[:MOST_FINDINGS]
        findings = tuple(
            Say(
                "expert-finding",
                excerpt=cause.excerpt[:24],
                reason=cause.reason,
                rule=cause.rule_id,
                suggestion=cause.suggestion,
            )
            for cause in causes
        )
        raise AnswerBlockedError(number=case.id, findings=findings) from blocked

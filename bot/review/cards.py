"""What is shown of a case: its card, its line in the list, its trace."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.i18n import Say
from bot.markup import plain
from bot.review.evidence import excerpt, shown_text
from bot.review.kinds import CaseKind, CaseState, Decision, Done, Step
from db.models.review import CaseStep, ReviewCase
from db.repositories import groups, members, review

MOST_RULES = 4
MOST_LINE = 24
MOST_STEPS = 30


def card_of(session: Session, case: ReviewCase, now: datetime) -> Say:
    """Say what was said by whom, what it breaks, what was done, and how the case stands."""
    lines = (
        _head(case),
        _who(session, case),
        *_text(case),
        *_rules(case),
        *_done(session, case),
        *_reports(session, case),
        *_clock(case, now),
        _state(session, case),
    )
    return Say("case-lines", lines=lines)


def line_of(session: Session, case: ReviewCase, now: datetime) -> Say:
    """Say in one line what waits, how long it may, and who has it."""
    words = " ".join(plain(excerpt(case.text, case.findings)).split())
    short = words if len(words) <= MOST_LINE else f"{words[:MOST_LINE]}…"
    return Say(
        "case-line",
        number=case.id,
        kind=Say(f"case-kind-{case.kind.value}"),
        text=short,
        clock=_left(case, now),
        who=_short_state(session, case),
    )


def trace_of(session: Session, case: ReviewCase, steps: Sequence[CaseStep]) -> Say:
    """Say every step of a case, oldest first, the latest thirty."""
    head = Say("case-trace-head", number=case.id)
    return Say("case-lines", lines=(head, *(_step(session, case, s) for s in steps[-MOST_STEPS:])))


def whole_text(case: ReviewCase) -> Say:
    """Say the whole text of a case, without the personal data in it."""
    shown = shown_text(case.text, case.findings) or "—"
    return Say("case-whole-text", number=case.id, text=shown)


def name_of(session: Session, member_id: int | None) -> Say:
    """Return how somebody is called; the house itself where nobody is meant."""
    if member_id is None:
        return Say("case-the-bot")
    member = members.by_id(session, member_id)
    return Say("case-name", name=member.first_name if member else str(member_id))


def done_names(done: Iterable[object]) -> Say:
    """Name what was done, one after the other."""
    named = [Say(f"case-done-{Done(str(each)).value}") for each in done]
    joined = named[0]
    for each in named[1:]:
        joined = Say("case-and", first=joined, second=each)
    return joined


def family_of(kind: CaseKind) -> str:
    """Return which words the decisions of a kind are put in."""
    if kind.outgoing:
        return "outgoing"
    return kind.value if kind in {CaseKind.APPEAL, CaseKind.REPORT} else "message"


def where_of(session: Session, chat_id: int | None) -> Say:
    """Return where something was said."""
    group = groups.by_chat(session, chat_id) if chat_id is not None and chat_id < 0 else None
    return Say("case-name", name=group.title) if group else Say("case-in-private")


def _head(case: ReviewCase) -> Say:
    kind = Say(f"case-kind-{case.kind.value}")
    if case.count > 1:
        return Say("case-head-many", number=case.id, kind=kind, count=case.count)
    return Say("case-head", number=case.id, kind=kind)


def _who(session: Session, case: ReviewCase) -> Say:
    where = where_of(session, case.chat_id)
    if case.member_id is None:
        return Say("case-nobody", where=where, at=case.opened_at)
    name = name_of(session, case.member_id)
    return Say("case-who", name=name, id=str(case.member_id), where=where, at=case.opened_at)


def _text(case: ReviewCase) -> tuple[Say, ...]:
    if not case.text:
        return ()
    text = Say("case-text", text=excerpt(case.text, case.findings))
    words = str(case.about.get("words", ""))
    return (text, Say("case-words", text=shown_text(words, ()))) if words else (text,)


def _rules(case: ReviewCase) -> tuple[Say, ...]:
    reasons = {str(f.get("rule")): str(f.get("reason", "")) for f in case.findings}
    if reasons:
        shown = list(reasons.items())[:MOST_RULES]
        return tuple(Say("case-rule", rule=rule, reason=reason) for rule, reason in shown)
    if case.rules:
        return (Say("case-rules", rules=", ".join(map(str, case.rules[:MOST_RULES]))),)
    return ()


def _done(session: Session, case: ReviewCase) -> tuple[Say, ...]:
    if not case.done:
        return (Say("case-nothing-done"),)
    by = name_of(session, case.acted_by)
    return (Say("case-done", done=done_names(case.done), by=by),)


def _reports(session: Session, case: ReviewCase) -> tuple[Say, ...]:
    count = review.count_reports(session, case.id)
    return (Say("case-reports", count=count),) if count else ()


def _clock(case: ReviewCase, now: datetime) -> tuple[Say, ...]:
    if case.state is CaseState.DECIDED:
        return ()
    return (Say("case-clock", due=case.due_at, left=_left(case, now)),)


def _left(case: ReviewCase, now: datetime) -> Say:
    minutes = int((case.due_at - now).total_seconds() // 60)
    if minutes < 0:
        return Say("case-overdue", hours=-minutes // 60)
    if minutes < 120:
        return Say("case-left-minutes", minutes=minutes)
    return Say("case-left-hours", hours=minutes // 60)


def _state(session: Session, case: ReviewCase) -> Say:
    family = family_of(case.kind)
    if case.decision is not None and case.decided_at is not None:
        decided = Say(f"case-decision-{case.decision.value}", family=family)
        name = name_of(session, case.decided_by)
        line = Say("case-decided", name=name, decision=decided, at=case.decided_at)
        if not case.note:
            return line
        return Say("case-lines", lines=(line, Say("case-note", note=case.note)))
    if case.asked is not None:
        asked = Say(f"case-decision-{case.asked.value}", family=family)
        return Say("case-asked", name=name_of(session, case.asked_by), decision=asked)
    if case.owner_id is not None:
        return Say("case-claimed", name=name_of(session, case.owner_id))
    return Say("case-open")


def _short_state(session: Session, case: ReviewCase) -> Say:
    if case.asked is not None:
        return Say("case-line-asked")
    if case.owner_id is not None:
        return name_of(session, case.owner_id)
    return Say("case-line-open")


def _step(session: Session, case: ReviewCase, step: CaseStep) -> Say:
    line = Say(
        "case-step",
        at=step.at,
        who=name_of(session, step.actor_id),
        step=Say(f"case-step-{step.step.value}"),
    )
    for detail in _details(session, case, step):
        line = Say("case-step-detail", line=line, detail=detail)
    return line


def _details(session: Session, case: ReviewCase, step: CaseStep) -> Iterable[Say]:
    """Yield what a step changed, in words, and what was said to it."""
    match step.step:
        case Step.OPENED if step.after.get("rules"):
            yield Say("case-rules", rules=", ".join(map(str, step.after["rules"])))
        case Step.JOINED:
            yield name_of(session, step.after.get("member"))
        case Step.REPORTED:
            yield Say("case-reports", count=int(step.after.get("reports", 0)))
        case Step.HANDED_ON:
            yield name_of(session, step.after.get("owner"))
        case Step.ASKED_SECOND | Step.DECIDED:
            decision = Decision(step.after.get("asked") or step.after["decision"])
            yield Say(f"case-decision-{decision.value}", family=family_of(case.kind))
        case _:
            pass
    if step.note:
        yield Say("case-name", name=shown_text(step.note, ()))

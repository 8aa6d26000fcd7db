"""What moderation hands to the review queue: messages, floods, orders and names, each once."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from bot.compliance.verdict import Lane, Severity, Verdict
from bot.i18n import Say
from bot.markup import plain
from bot.moderation.case_acts import ModerationActs
from bot.moderation.desk import ModerationDesk
from bot.moderation.heard import Heard, Moment, Speaker
from bot.moderation.ladder import Offence
from bot.moderation.measures import Measure
from bot.moderation.wording import ORDER, PRIVATE, SHAPES, is_flood
from bot.review.desk import NewCase, ReviewDesk
from bot.review.evidence import findings_of, shown_text
from bot.review.kinds import CaseKind, Done
from bot.review.service import open_case
from db.models.moderation import ModerationDecision

DONE = {
    Measure.LOG: (Done.LOGGED,),
    Measure.REPLY: (Done.WARNED,),
    Measure.HOLD: (),
    Measure.DELETE: (Done.DELETED,),
    Measure.MUTE: (Done.DELETED, Done.MUTED),
    Measure.BAN: (Done.DELETED, Done.BANNED),
}


def open_message_case(
    session: Session,
    desk: ModerationDesk,
    decision: ModerationDecision,
    offences: Sequence[Offence],
    verdict: Verdict | None,
    heard: Heard,
    moment: Moment,
) -> None:
    """Open the case of a decision about a message; private data is painted over before."""
    findings = findings_of(verdict) if verdict is not None else []
    text = heard.text
    if any(o.kind == PRIVATE for o in offences):
        text = shown_text(text, findings)
        findings = [_without_excerpt(finding) for finding in findings]
    shapes = [o for o in offences if o.kind in SHAPES]
    kind = CaseKind.FLOOD if is_flood(offences) else CaseKind.MESSAGE
    if any(o.kind == ORDER for o in offences):
        kind = CaseKind.ORDER
    case = NewCase(
        kind,
        case_key(decision.id),
        chat_id=decision.chat_id,
        message_id=decision.message_id,
        member_id=decision.member_id,
        text=text,
        rules=list(decision.rules),
        findings=[*findings, *(_finding(desk, o.rule, SHAPES[o.kind]) for o in shapes)],
        severity=max((o.severity for o in offences), key=lambda s: s.rank, default=None),
        lane=Lane.MEMBER,
        done=DONE.get(decision.measure, ()),
        about={"decision": decision.id},
    )
    open_case(session, review_desk(desk), case, moment.now)


def open_name_case(
    session: Session,
    desk: ModerationDesk,
    decision: ModerationDecision,
    person: Speaker,
    why: Say,
    moment: Moment,
) -> None:
    """Open the case of a name that deceives."""
    username = f" @{person.username}" if person.username else ""
    case = NewCase(
        CaseKind.NAME,
        case_key(decision.id),
        chat_id=decision.chat_id,
        member_id=person.id,
        text=f"{person.shown}{username}",
        rules=list(decision.rules),
        findings=[_finding(desk, decision.rules[0], why)],
        severity=Severity.REVIEW,
        done=(Done.HELD,),
        about={"decision": decision.id},
    )
    open_case(session, review_desk(desk), case, moment.now)


def review_desk(desk: ModerationDesk) -> ReviewDesk:
    """Return the review queue's desk, with moderation's own acts behind its decisions."""
    return ReviewDesk(
        words=desk.words,
        gate=desk.gate,
        alerts=desk.alerts,
        language=desk.language,
        acts=ModerationActs(desk),
        owners=desk.owners,
    )


def case_key(decision_id: int) -> str:
    """Return the key under which a decision's case is opened."""
    return f"moderation:{decision_id}"


def _finding(desk: ModerationDesk, rule: str, why: Say) -> dict[str, Any]:
    return {
        "rule": rule,
        "kind": "",
        "severity": Severity.REVIEW.value,
        "start": 0,
        "end": 0,
        "excerpt": "",
        "reason": plain(desk.words.say(desk.language, why)),
        "suggestion": "",
        "part": 0,
    }


def _without_excerpt(finding: dict[str, Any]) -> dict[str, Any]:
    return finding | ({"excerpt": ""} if finding["kind"] == PRIVATE else {})

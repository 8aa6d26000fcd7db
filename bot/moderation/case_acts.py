"""What decisions of the review queue do: moderation keeps the book of measures."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.members.deed import Deed
from bot.moderation.desk import ModerationDesk
from bot.moderation.errors import NothingToUndoError
from bot.moderation.measures import Measure
from bot.moderation.undo import measure_errand, undo
from bot.review.desk import Suffered
from bot.review.errand_acts import ErrandActs
from bot.review.kinds import Done
from db.models.moderation import ModerationDecision
from db.models.review import CaseItem, ReviewCase
from db.repositories import groups, moderation, review

OWN = "m"
"""A measure's key is this letter and the number of its decision."""
MOST_SHOWN = 40
GRAVEST = {
    Measure.DELETE: Done.DELETED,
    Measure.MUTE: Done.MUTED,
    Measure.BAN: Done.BANNED,
}


class ModerationActs:
    """Deletes, mutes, bans and takes back, and writes each down as a decision."""

    def __init__(self, desk: ModerationDesk) -> None:
        self._desk = desk
        self._elsewhere = ErrandActs()

    def suffered(self, session: Session, member_id: int, since: datetime) -> Sequence[Suffered]:
        """Return the measures upon a member after `since`, newest first."""
        found = moderation.decisions_of(session, member_id, MOST_SHOWN)
        felt = [d for d in found if d.acted and d.at >= since and d.measure in GRAVEST]
        return [_suffered(session, decision) for decision in felt]

    def undo(
        self, session: Session, case: ReviewCase, items: Sequence[CaseItem], deed: Deed
    ) -> bool:
        """Take back the decisions behind a case, or the one appealed against."""
        measure = str(case.about.get("measure", ""))
        keys = [measure] if measure else [item.key for item in items]
        told = False
        for number in (decision_number(key) for key in keys):
            # The answer to an appeal is told with the colleague's own words, by the queue.
            told |= number is not None and self._undone(session, number, deed, tell=not measure)
        return told

    def delete(self, session: Session, case: ReviewCase, item: CaseItem, deed: Deed) -> str:
        """Delete a message that still stands; a name has none."""
        if item.message_id is None:
            return f"{OWN}{decision_number(item.key) or 0}"
        decision = self._decide(session, case, item, Measure.DELETE, None, deed)
        if decision is None:
            return self._elsewhere.delete(session, case, item, deed)
        key = f"moderation:delete:{decision.chat_id}:{item.message_id}"
        gone = Errand(key, Act.DELETE, decision.chat_id, message_id=item.message_id)
        errands.add(session, gone, deed.now)
        return f"{OWN}{decision.id}"

    def mute(
        self, session: Session, case: ReviewCase, item: CaseItem, lasts: timedelta, deed: Deed
    ) -> str:
        """Mute a person where they said it."""
        decision = self._decide(session, case, item, Measure.MUTE, deed.now + lasts, deed)
        if decision is None:
            return self._elsewhere.mute(session, case, item, lasts, deed)
        return self._measured(session, decision, deed)

    def ban(self, session: Session, case: ReviewCase, item: CaseItem, deed: Deed) -> str:
        """Ban a person where they said it."""
        decision = self._decide(session, case, item, Measure.BAN, None, deed)
        if decision is None:
            return self._elsewhere.ban(session, case, item, deed)
        return self._measured(session, decision, deed)

    def decided(
        self, session: Session, case: ReviewCase, items: Sequence[CaseItem], deed: Deed
    ) -> None:
        """Nothing of moderation waits for a decision."""

    def _undone(self, session: Session, decision_id: int, deed: Deed, *, tell: bool) -> bool:
        try:
            done = undo(session, self._desk, decision_id, deed, tell=tell)
        except NothingToUndoError:
            return False
        return done.told

    def _measured(self, session: Session, decision: ModerationDecision, deed: Deed) -> str:
        errand = measure_errand(decision)
        if errand is not None:
            errands.add(session, errand, deed.now)
        return f"{OWN}{decision.id}"

    def _decide(
        self,
        session: Session,
        case: ReviewCase,
        item: CaseItem,
        measure: Measure,
        until: datetime | None,
        deed: Deed,
    ) -> ModerationDecision | None:
        """Write the measure down; nothing where the case is about no group of ours."""
        group = groups.by_chat(session, item.chat_id) if item.chat_id is not None else None
        if group is None:
            return None
        key = f"case:{case.id}:{measure.value}:{item.id}"
        values = _values(self._desk, case, item, measure, until, deed)
        values |= {"key": key, "group_id": group.id, "chat_id": group.chat_id}
        made = moderation.add_decision(session, values)
        return made or moderation.decision_with_key(session, key)


def decision_number(key: str) -> int | None:
    """Return the decision that a measure's or a case's key names (m7, moderation:7)."""
    number = key.removeprefix("moderation:").removeprefix(OWN)
    usable = number != key and number.isascii() and number.isdigit() and len(number) <= 18
    return int(number) if usable else None


def _values(
    desk: ModerationDesk,
    case: ReviewCase,
    item: CaseItem,
    measure: Measure,
    until: datetime | None,
    deed: Deed,
) -> dict[str, Any]:
    return {
        "member_id": item.member_id,
        "message_id": item.message_id,
        "edited": False,
        "measure": measure,
        "acted": True,
        "until": until,
        "strikes": desk.ladder.case_strikes if measure is Measure.DELETE else 0,
        "severity": case.severity.value if case.severity else None,
        "kinds": ["case"],
        "rules": list(case.rules),
        "findings": [],
        "excerpt": "",
        "newcomer": False,
        "pack": "",
        "ladder_version": desk.ladder.version,
        "policy_version": 0,
        "actor_id": deed.actor_id,
        "at": deed.now,
    }


def _suffered(session: Session, decision: ModerationDecision) -> Suffered:
    case = review.by_key(session, f"moderation:{decision.id}")
    return Suffered(
        key=f"{OWN}{decision.id}",
        done=GRAVEST[decision.measure],
        at=decision.at,
        text=decision.excerpt,
        chat_id=decision.chat_id,
        message_id=decision.message_id,
        until=decision.until,
        rules=decision.rules,
        findings=decision.findings,
        acted_by=decision.actor_id,
        case_id=case.id if case is not None else None,
        undone=decision.undone_at is not None,
    )

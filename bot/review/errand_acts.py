"""Decisions carried out by errands alone: for cases that no other feature stands behind.

Measures are known here only from the cases themselves. Moderation, which keeps its own book
of measures, brings its own `CaseActs` in place of these.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.members.deed import Deed
from bot.review.desk import Suffered
from bot.review.kinds import Done
from db.models.review import CaseItem, ReviewCase
from db.repositories import review

APPEALABLE = (Done.BANNED, Done.MUTED, Done.DELETED, Done.WARNED)
"""From the gravest: one measure is named by the gravest thing that was done."""


class ErrandActs:
    """Deletes, mutes, bans and takes back through the outbox."""

    def suffered(self, session: Session, member_id: int, since: datetime) -> Sequence[Suffered]:
        """Return what the cases say was done about a member after `since`, newest first."""
        found = review.items_of_member(session, member_id, since)
        pairs = [(_gravest(item), item, case) for item, case in found]
        return [_suffered(done, item, case) for done, item, case in pairs if done is not None]

    def undo(
        self, session: Session, case: ReviewCase, items: Sequence[CaseItem], deed: Deed
    ) -> bool:
        """End the mutes and bans of a case; what was deleted cannot come back."""
        for item in self._undone(session, case, items):
            if item.chat_id is None or item.member_id is None:
                continue
            for done, act in ((Done.MUTED, Act.UNMUTE), (Done.BANNED, Act.UNBAN)):
                if done.value in item.done:
                    key = f"case:{case.id}:{act.value}:{item.chat_id}:{item.member_id}"
                    errand = Errand(key, act, item.chat_id, person_id=item.member_id)
                    errands.add(session, errand, deed.now)
        return False

    def delete(self, session: Session, case: ReviewCase, item: CaseItem, deed: Deed) -> str:
        """Delete a message that still stands."""
        key = f"case:{case.id}:delete:{item.chat_id}:{item.message_id}"
        in_group = item.chat_id is not None and item.chat_id < 0
        if in_group and item.message_id is not None and Done.DELETED.value not in item.done:
            errand = Errand(key, Act.DELETE, item.chat_id or 0, message_id=item.message_id)
            errands.add(session, errand, deed.now)
        return f"i{item.id}"

    def mute(
        self, session: Session, case: ReviewCase, item: CaseItem, lasts: timedelta, deed: Deed
    ) -> str:
        """Mute a person where they said it."""
        return self._measure(session, case, item, Act.MUTE, deed, deed.now + lasts)

    def ban(self, session: Session, case: ReviewCase, item: CaseItem, deed: Deed) -> str:
        """Ban a person where they said it."""
        return self._measure(session, case, item, Act.BAN, deed)

    def decided(
        self, session: Session, case: ReviewCase, items: Sequence[CaseItem], deed: Deed
    ) -> None:
        """Nobody else waits for the decision."""

    def _measure(
        self,
        session: Session,
        case: ReviewCase,
        item: CaseItem,
        act: Act,
        deed: Deed,
        until: datetime | None = None,
    ) -> str:
        if item.chat_id is not None and item.member_id is not None and item.chat_id < 0:
            key = f"case:{case.id}:{act.value}:{item.chat_id}:{item.member_id}"
            errand = Errand(key, act, item.chat_id, person_id=item.member_id, until=until)
            errands.add(session, errand, deed.now)
        return f"i{item.id}"

    def _undone(
        self, session: Session, case: ReviewCase, items: Sequence[CaseItem]
    ) -> Sequence[CaseItem]:
        """Return the occurrences whose measures end: an appeal is about one of another case."""
        named = str(case.about.get("measure", "")).removeprefix("i")
        if not named.isdigit():
            return items
        found = review.item(session, int(named))
        return [found] if found is not None else []


def _gravest(item: CaseItem) -> Done | None:
    return next((done for done in APPEALABLE if done.value in item.done), None)


def _suffered(done: Done, item: CaseItem, case: ReviewCase) -> Suffered:
    return Suffered(
        key=f"i{item.id}",
        done=done,
        at=item.at,
        text=case.text,
        chat_id=item.chat_id,
        message_id=item.message_id,
        rules=case.rules,
        findings=case.findings,
        severity=case.severity,
        acted_by=case.decided_by or case.acted_by,
        case_id=case.id,
        undone=case.decision is not None and not case.decision.offence,
    )

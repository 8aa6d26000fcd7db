"""Something that an operator does, as the action log needs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from db.repositories import operator_actions


@dataclass(frozen=True, slots=True)
class Deed:
    """Who acts, when, and the key under which the log takes it only once."""

    actor_id: int
    key: str
    now: datetime
    day: date

    def log(
        self,
        session: Session,
        action: str,
        target: str,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        reason: str | None = None,
    ) -> bool:
        """Write it down in the transaction of what it changed; tell whether it was new."""
        return operator_actions.log(
            session,
            actor_id=self.actor_id,
            action=action,
            target=target,
            before=before,
            after=after,
            reason=reason,
            key=f"{self.key}:{action}",
            now=self.now,
            day=self.day,
        )

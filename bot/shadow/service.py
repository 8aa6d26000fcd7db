"""Shadow mode: judge the archive of the last days by two screenings and compare."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.archive.kinds import RecordKind
from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane
from bot.shadow.comparison import Comparison, Said
from db.repositories import operator_actions, said

BATCH = 500
PROMOTED = "screening-promote"
_RECEIVED = frozenset({RecordKind.RECEIVED, RecordKind.RECEIVED_EDIT})


def next_said(
    session: Session, since: datetime, after_id: int, upheld: Mapping[int, bool] | None = None
) -> Sequence[Said]:
    """Return the next texts after a record, oldest first; none when the archive is through.

    What members said is judged in their lane, what the bot sent in the outgoing one. `upheld`
    tells, by record, what operators decided about it.
    """
    decided = upheld or {}
    return [
        Said(
            record.id,
            Lane.MEMBER if record.kind in _RECEIVED else Lane.OUTGOING,
            record.text,
            decided.get(record.id),
        )
        for record in said.since(session, since, after_id, BATCH)
    ]


def compare(comparison: Comparison, texts: Sequence[Said], live: Gate, tried: Gate) -> None:
    """Judge some texts by both and count; pure work that needs no database."""
    for each in texts:
        live_verdict = live.judge(each.text, each.lane)
        comparison.add(each, live_verdict, tried.judge(each.text, each.lane))


def record_promotion(
    session: Session,
    *,
    actor_id: int,
    before: str,
    after: str,
    reason: str,
    now: datetime,
    day: date,
) -> bool:
    """Write down who made which screening live instead of which."""
    return operator_actions.log(
        session,
        actor_id=actor_id,
        action=PROMOTED,
        target=after,
        before={"screening": before},
        after={"screening": after},
        reason=reason or None,
        key=f"{PROMOTED}:{after}:{now.isoformat()}",
        now=now,
        day=day,
    )

"""What `/archive` shows: the chain, its last verifications, the coverage, the holds."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.archive.chain import GENESIS
from bot.archive.coverage import Coverage, measure
from bot.archive.kinds import CheckPart
from db.models.archive import ArchiveCheck
from db.repositories import archive, archive_checks, holds


@dataclass(frozen=True, slots=True)
class Status:
    """How the archive stands."""

    sealed: int
    waiting: int
    erased: int
    head: str
    whole: ArchiveCheck | None
    part: ArchiveCheck | None
    coverage: Coverage
    holds: int


def status_of(session: Session, now: datetime) -> Status:
    """Return how the archive stands, without recomputing the chain."""
    last = archive.last_sealed(session)
    return Status(
        sealed=(last.position or 0) if last else 0,
        waiting=archive.count_unsealed(session),
        erased=archive.count_erased(session),
        head=(last.hash or GENESIS) if last else GENESIS,
        whole=archive_checks.latest(session, CheckPart.WHOLE),
        part=archive_checks.latest(session, CheckPart.PART),
        coverage=measure(session, now),
        holds=len(holds.in_force(session)),
    )

"""Every query on verifications of the archive."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import Session, col

from bot.archive.kinds import CheckPart
from db.models.archive import ArchiveCheck


def add(session: Session, check: ArchiveCheck) -> None:
    """Keep what a check found."""
    session.add(check)
    session.flush()


def latest(session: Session, part: CheckPart | None = None) -> ArchiveCheck | None:
    """Return the newest check, of any part or of one."""
    query = select(ArchiveCheck).order_by(col(ArchiveCheck.id).desc()).limit(1)
    if part is not None:
        query = query.where(col(ArchiveCheck.part) == part)
    return session.execute(query).scalars().first()


def forget(session: Session, before: datetime) -> None:
    """Delete checks that held and are older than `before`."""
    session.execute(
        delete(ArchiveCheck).where(
            col(ArchiveCheck.at) < before, col(ArchiveCheck.problem).is_(None)
        )
    )

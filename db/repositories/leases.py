"""Every query on leases.

Several machines compare their ends, so on Postgres the database's clock counts, not theirs:
one that runs a minute fast would bury everybody else alive.
"""

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlmodel import Session, col

from db.models.lease import Lease
from db.upsert import insert_into


def take(session: Session, name: str, holder: str, now: datetime, until: datetime) -> bool:
    """Take or renew the lease `name`; tell whether `holder` has it now."""
    lasts, now = until - now, _common(session, now)
    until = now + lasts
    renewed = session.execute(
        update(Lease)
        .where(
            col(Lease.name) == name,
            (col(Lease.holder) == holder) | (col(Lease.expires_at) < now),
        )
        .values(holder=holder, expires_at=until)
    )
    if renewed.rowcount:  # type: ignore[attr-defined]
        return True
    first = insert_into(session, Lease).values(name=name, holder=holder, expires_at=until)
    taken = session.execute(first.on_conflict_do_nothing().returning(col(Lease.name)))
    return taken.first() is not None


def alive(session: Session, prefix: str, now: datetime) -> set[str]:
    """Return the holders of unexpired leases whose name starts with `prefix`."""
    now = _common(session, now)
    rows = session.execute(
        select(col(Lease.holder)).where(
            col(Lease.name).startswith(prefix), col(Lease.expires_at) >= now
        )
    )
    return {row[0] for row in rows}


def release_all(session: Session, holder: str) -> None:
    """Give back every lease of `holder`."""
    session.execute(delete(Lease).where(col(Lease.holder) == holder))


def release_others(session: Session, holder: str) -> None:
    """End every lease but those of `holder`: right only where no other process can be alive."""
    session.execute(delete(Lease).where(col(Lease.holder) != holder))


def _common(session: Session, now: datetime) -> datetime:
    """Return the instant that all processes agree on."""
    if session.get_bind().dialect.name == "sqlite":
        return now  # one process, one clock
    shown: datetime = session.execute(select(func.clock_timestamp())).scalar_one()
    return shown

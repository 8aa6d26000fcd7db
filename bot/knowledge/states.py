"""How an entry and its versions stand, what made a version, and where an entry came from."""

from datetime import datetime
from enum import StrEnum


class VersionState(StrEnum):
    """Where one version of an entry stands; its content never changes."""

    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    REPLACED = "replaced"
    DROPPED = "dropped"


PENDING = frozenset({VersionState.DRAFT, VersionState.WAITING})
"""What is not decided: an entry has at most one such version, its newest."""


class Change(StrEnum):
    """What made a version."""

    ADDED = "added"
    EDITED = "edited"
    IMPORTED = "imported"
    DRAFTED = "drafted"
    SHIPPED = "shipped"
    RENEWED = "renewed"
    RETIRED = "retired"
    RESTORED = "restored"


class Status(StrEnum):
    """How an entry stands, as its readers and the operators see it."""

    DRAFT = "draft"
    WAITING = "waiting"
    SERVED = "served"
    EXPIRED = "expired"
    RETIRED = "retired"


class Origin(StrEnum):
    """Where an entry came from."""

    PERSON = "person"
    EXPERT = "expert"
    AMA = "ama"
    TERM = "term"
    FILE = "file"
    STARTER = "starter"


def status_of(
    *,
    retired: bool,
    served: bool,
    expires_at: datetime | None,
    pending: VersionState | None,
    now: datetime,
) -> Status:
    """Return how an entry stands; a served one stays served while an edit of it waits."""
    if retired:
        return Status.RETIRED
    if served:
        over = expires_at is not None and expires_at <= now
        return Status.EXPIRED if over else Status.SERVED
    return Status.WAITING if pending is VersionState.WAITING else Status.DRAFT

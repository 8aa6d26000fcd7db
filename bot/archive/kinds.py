"""What an archive record can be about, how its hash is made, and why something is missing."""

from enum import StrEnum


class RecordKind(StrEnum):
    """The kind of an archive record."""

    RECEIVED = "received"
    RECEIVED_EDIT = "received-edit"
    POLL_CLOSED = "poll-closed"
    SENT = "sent"
    SENT_EDIT = "sent-edit"
    DELETED_BY_BOT = "deleted-by-bot"
    OPERATOR_ACTION = "operator-action"
    ERASURE = "erasure"


EDITED = frozenset({RecordKind.RECEIVED_EDIT, RecordKind.SENT_EDIT, RecordKind.DELETED_BY_BOT})
"""Kinds that change a message which an earlier record holds."""

NO_GROUP = 0
"""The chat of what belongs to no group: most operator actions, and erasures."""


class GapCause(StrEnum):
    """Why the archive may lack something, or what it should be read with.

    The last two cost nothing: a delay was caught up, a migration only changes the number.
    """

    REMOVED = "removed"
    NOT_READING = "not-reading"
    UNBOUND = "unbound"
    DOWNTIME = "downtime"
    UPDATE_JUMP = "update-jump"
    DELAYED = "delayed"
    MIGRATION = "migration"


class CheckPart(StrEnum):
    """How much of the chain a check recomputed."""

    WHOLE = "whole"
    PART = "part"

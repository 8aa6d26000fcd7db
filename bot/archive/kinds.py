"""What an archive record can be about."""

from enum import StrEnum


class RecordKind(StrEnum):
    """The kind of an archive record."""

    RECEIVED = "received"
    RECEIVED_EDIT = "received-edit"
    SENT = "sent"
    SENT_EDIT = "sent-edit"
    DELETED_BY_BOT = "deleted-by-bot"

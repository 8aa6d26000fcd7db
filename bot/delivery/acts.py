"""What a delivery does when its turn comes: sending is one act among several."""

from enum import StrEnum


class Act(StrEnum):
    """One thing that the bot does to a chat."""

    SEND = "send"
    EDIT_TEXT = "edit-text"
    EDIT_CAPTION = "edit-caption"
    EDIT_PICTURE = "edit-picture"
    DELETE = "delete"
    STOP_POLL = "stop-poll"
    MUTE = "mute"
    UNMUTE = "unmute"
    BAN = "ban"
    UNBAN = "unban"

    @property
    def repeatable(self) -> bool:
        """Tell whether doing it twice is the same as doing it once: all but sending."""
        return self is not Act.SEND

    @property
    def speaks(self) -> bool:
        """Tell whether it counts against a chat's pace of messages, as Telegram counts them."""
        return self is Act.SEND or self in EDITS


EDITS = frozenset({Act.EDIT_TEXT, Act.EDIT_CAPTION, Act.EDIT_PICTURE})
"""The acts that change a message of the bot's; they take a screened text."""

MEASURES = frozenset({Act.MUTE, Act.UNMUTE, Act.BAN, Act.UNBAN})
"""The acts upon a person in a group."""

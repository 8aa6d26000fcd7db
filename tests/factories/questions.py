"""Questions as they come in."""

from typing import Any

from bot.i18n import Language
from bot.questions.cases import Asked

GROUP = -100200300
ASKER = 501


def make_asked(message_id: int = 7, **changes: Any) -> Asked:
    """Return a question that somebody asked in a group."""
    values: dict[str, Any] = {
        "chat_id": GROUP,
        "asker_id": ASKER,
        "message_id": message_id,
        "text": "科创板怎么开通",
        "language": Language.SIMPLIFIED,
    }
    return Asked(**{**values, **changes})

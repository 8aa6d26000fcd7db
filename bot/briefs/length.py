"""How long a brief may be: it is the caption of a picture."""

from markupsafe import Markup

from bot.markup import plain
from bot.members.tiers import Tier

CAPTION_LIMIT = 1024  # UTF-16 units; a test holds it against the library's own constant
ROOM_FOR_MARKS = 40
"""Kept free for what is put before a brief that is shown again or as a preview."""

LONGEST_CAPTION = CAPTION_LIMIT - ROOM_FOR_MARKS

MOST_LINES = {Tier.NEWBIE: 8}
"""Newbies read little at once; what gives way is in the picture or a tap away."""


def caption_length(text: Markup) -> int:
    """Return the length of `text` as Telegram counts it, without its tags."""
    return len(plain(text).encode("utf-16-le")) // 2


def fits(text: Markup) -> bool:
    """Tell whether `text` may stand under a picture."""
    return caption_length(text) <= LONGEST_CAPTION

"""The reading in which nothing is cut up or split any more, in writing and by sound."""

from bot.compliance.views.sound import by_sound
from bot.compliance.views.split_characters import put_together
from bot.compliance.views.squeezed import looks_cut_up, squeezed
from bot.compliance.views.view import View, plain_view


def deepest(folded: str) -> View:
    """Return a folded text with cut-up words joined and split characters put together."""
    base = plain_view(folded)
    return put_together(squeezed(base) if looks_cut_up(folded) else base)


def deepest_sounds(folded: str) -> View:
    """Return that reading by sound, one sign a syllable, for what is pinyin or Chinese."""
    return by_sound(deepest(folded))

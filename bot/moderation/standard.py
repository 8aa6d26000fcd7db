"""The watch as it ships: the standard ladder, and the kinds of the standard rule pack."""

from collections.abc import Mapping
from functools import cache

from bot.compliance.rulepack import default_pack
from bot.moderation.flood import FloodWatch
from bot.moderation.guard import Guard
from bot.moderation.ladder_file import default_ladder


def default_guard() -> Guard:
    """Return a watch with nothing in its memory."""
    ladder = default_ladder()
    return Guard(ladder, FloodWatch(ladder.flood))


@cache
def default_kinds() -> Mapping[str, str]:
    """Return the kind of each rule."""
    return {rule.id: rule.kind for rule in default_pack().rules}

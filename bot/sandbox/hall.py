"""The rehearsal hall: a world in memory in which people act and a bot answers.

`Hall` joins the state (`world.py`) with what people do (`talk.py`, `presence.py`) and with its
clock (`timing.py`). The bot
reaches it through `api.py` only.
"""

from bot.sandbox.presence import Presence
from bot.sandbox.talk import Talk
from bot.sandbox.timing import Timing


class Hall(Talk, Presence, Timing):
    """All that can happen in the hall. Use it from one event loop's thread only."""

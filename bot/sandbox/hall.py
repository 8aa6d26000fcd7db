"""The rehearsal hall: a world in memory in which people act and a bot answers.

`Hall` joins the state (`world.py`) with what people do (`talk.py`, `presence.py`). The bot
reaches it through `api.py` only.
"""

from bot.sandbox.presence import Presence
from bot.sandbox.talk import Talk


class Hall(Talk, Presence):
    """All that can happen in the hall. Use it from one event loop's thread only."""

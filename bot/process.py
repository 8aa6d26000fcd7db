"""Which process this is: the name under which it holds updates, deliveries and leases."""

import os
import socket

from bot.clock import Chance


def process_name(chance: Chance) -> str:
    """Return a name that no other process, before or after, bears."""
    return f"{socket.gethostname()[:24]}-{os.getpid()}-{chance.token(6)}"

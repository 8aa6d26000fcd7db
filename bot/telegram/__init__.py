"""The edge to Telegram: transport, intake, speech."""

import os

# The library then gives waiting times as timedelta, as it will for good, and does not warn.
os.environ.setdefault("PTB_TIMEDELTA", "true")

"""An independent look at a brief: is every number in it bound to a quote?"""

import re
from typing import Any

LABELS = re.compile(
    r"\d{1,2}月\d{1,2}日"  # a day
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|\b\d{2}:\d{2}\b"  # a time of day
    r"|标普500|標普500|S&P 500"  # names
)
NUMBER = re.compile(r"[\d][\d,]*(?:\.\d+)?")


def unbound_numbers(text: str, snapshot: dict[str, Any]) -> list[str]:
    """Return the numbers in `text` that no figure of the snapshot was written as."""
    for headline in snapshot["headlines"]:
        text = text.replace(headline["title"], "").replace(headline["source"], "")
    left = LABELS.sub(" ", text)
    bound = {
        number for figure in snapshot["figures"] for number in NUMBER.findall(figure["written"])
    }
    return [number for number in NUMBER.findall(left) if number not in bound]

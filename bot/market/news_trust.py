"""How far a publisher is believed, by host: the list in `news_trust.toml` and a setting."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from bot.strict_toml import read_table

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
TRUST_FILE = Path(__file__).with_name("news_trust.toml")


class Trust(StrEnum):
    """How far a publisher is believed, from the most to the least."""

    TRUSTED = "trusted"
    LISTED = "listed"
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """Return the place in the order of trust, 0 being the most."""
        return tuple(Trust).index(self)

    @property
    def unattended(self) -> bool:
        """Tell whether an edition that nobody reads beforehand may carry its headlines."""
        return self is Trust.TRUSTED


@dataclass(frozen=True, slots=True)
class TrustList:
    """The hosts that are known; every other is unknown."""

    trusted: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()

    def of_host(self, host: str) -> Trust:
        """Return how far `host` is believed, by the longest of its names that is known."""
        name = host.lower().rstrip(".")
        while name:
            if name in self.trusted:
                return Trust.TRUSTED
            if name in self.listed:
                return Trust.LISTED
            _, _, name = name.partition(".")
        return Trust.UNKNOWN

    def of(self, feed: str, link: str) -> Trust:
        """Return how far a headline is believed: as its feed, and no further than its page."""
        return max(map(self.of_host, (host_of(feed), host_of(link))), key=lambda t: t.rank)

    def and_trusted(self, hosts: Iterable[str]) -> "TrustList":
        """Return the list with further trusted `hosts`, as hosts or addresses."""
        more = {host_of(host) if "//" in host else host.lower().strip(". ") for host in hosts}
        return TrustList(self.trusted | (more - {""}), self.listed - more)


def host_of(address: str) -> str:
    """Return the host of an address, or an empty text."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


@cache
def default_trust() -> TrustList:
    """Return the list in the file."""
    fields = read_table(TRUST_FILE)
    trusted, listed = fields.texts("trusted"), fields.texts("listed")
    for host in (*trusted, *listed):
        if not _HOST.fullmatch(host) or (host in trusted and host in listed):
            raise fields.refuse("hosts", host, "a host in lower case, in one of the lists")
    fields.finish()
    return TrustList(frozenset(trusted), frozenset(listed))

"""Names that are drawn like those of the staff, or claim an office that nobody gave."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import DamerauLevenshtein

from bot.compliance.normalise import normalise
from bot.moderation.heard import Speaker

SHORTEST_NAME = 2
SHORTEST_USERNAME = 5
NEAR = 1
_ONE_SHAPE = str.maketrans("015478lі|а2", "oisatbii" + "iaz")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))


class Likeness(StrEnum):
    """In what a name is like one of the staff's."""

    NAME = "name"
    USERNAME = "username"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Alike:
    """What was found, and whose name it is like where it is anybody's."""

    likeness: Likeness
    staff_id: int | None = None
    staff_name: str = ""


def looks_like_staff(
    person: Speaker,
    staff: Iterable[Speaker],
    role_words: Collection[str],
    house_words: Collection[str],
) -> Alike | None:
    """Return in what `person`, who is no staff, could be taken for staff; nothing if in nothing."""
    shown, username = name_shape(person.shown), username_shape(person.username)
    for one in staff:
        theirs = {name_shape(one.shown), name_shape(one.first_name)}
        if len(shown) >= SHORTEST_NAME and shown in theirs:
            return Alike(Likeness.NAME, one.id, one.shown)
        if username and _near(username, username_shape(one.username)):
            return Alike(Likeness.USERNAME, one.id, one.shown)
    claimed = f"{_folded(person.shown)} {_folded(person.username or '')}"
    if _names_any(claimed, role_words) and _names_any(claimed, house_words):
        return Alike(Likeness.OFFICE)
    return None


def name_shape(name: str) -> str:
    """Return how a display name looks: disguises folded away, letters and digits only."""
    return "".join(c for c in _folded(name) if c.isalnum()).translate(_ONE_SHAPE)


def username_shape(username: str | None) -> str:
    """Return how a username looks: 0 as o, 1 and l as i, rn as m, no underscores."""
    drawn = (username or "").casefold().replace("_", "")
    for pair, one in _PAIRS:
        drawn = drawn.replace(pair, one)
    return drawn.translate(_ONE_SHAPE)


def _near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_USERNAME:
        return bool(one) and one == other
    return DamerauLevenshtein.distance(one, other, score_cutoff=NEAR) <= NEAR


def _folded(name: str) -> str:
    return normalise(unicodedata.normalize("NFKC", name)).text.casefold()


def _names_any(text: str, words: Collection[str]) -> bool:
    return any(word in text for word in words)

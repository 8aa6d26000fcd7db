"""Names that could be taken for those of the staff: folded, drawn alike, or with a title."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.compliance.normalise import normalise

LEAST_LETTERS = 5
"""In shorter usernames one letter's difference is a different name."""
_DRAWN_ALIKE = str.maketrans("0135478lі|", "oiesatbiii")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_TITLES = (
    *("客服", "官方", "运营", "助理", "管理员", "老师", "顾问", "投顾", "经理", "工作人员"),
    *("official", "support", "service", "admin", "helper", "team"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """How somebody calls themselves."""

    id: int
    name: str
    username: str | None = None


def impostor_of(person: Named, staff: Iterable[Named]) -> Named | None:
    """Return whom of the staff `person`, who is none of them, could be taken for."""
    return next((one for one in staff if one.id != person.id and _alike(person, one)), None)


def name_shape(name: str) -> str:
    """Return what a reader takes in of a display name: no disguise, no title, letters only."""
    shape = "".join(c for c in normalise(name).text if c.isalnum())
    for title in _TITLES:
        bare = shape.replace(title, "")
        shape = bare or shape
    return shape.translate(_DRAWN_ALIKE)


def username_shape(username: str | None) -> str:
    """Return how a username is drawn: 0 as o, 1 and l as i, rn as m, without underscores."""
    shape = (username or "").casefold().removeprefix("@").replace("_", "")
    for pair, one in _PAIRS:
        shape = shape.replace(pair, one)
    return shape.translate(_DRAWN_ALIKE)


def _alike(person: Named, one: Named) -> bool:
    shape = name_shape(person.name)
    if len(shape) >= 2 and shape == name_shape(one.name):
        return True
    mine, theirs = username_shape(person.username), username_shape(one.username)
    if not mine or not theirs:
        return False
    near = 1 if min(len(mine), len(theirs)) >= LEAST_LETTERS else 0
    return OSA.distance(mine, theirs, score_cutoff=near) <= near

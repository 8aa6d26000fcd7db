"""Who may answer what reads like a wish for advice: licences, and until when they are valid."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from bot.questions.desk.errors import ScopeUnknownError
from bot.strict_toml import Fields, read_table

NEEDS = Path(__file__).with_name("licences.toml")
WARNED_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Licence:
    """A declared licence; it is valid on both its first and its last day."""

    scope: str
    number: str
    valid_from: date
    valid_until: date

    def valid_on(self, day: date) -> bool:
        """Tell whether it is valid on a day."""
        return self.valid_from <= day <= self.valid_until

    def ends_soon(self, day: date) -> bool:
        """Tell whether it is valid but not for much longer."""
        return self.valid_on(day) and self.valid_until - day <= WARNED_BEFORE


@dataclass(frozen=True, slots=True)
class Needs:
    """Which scopes there are, how people write them, and what each topic asks for."""

    words: Mapping[str, str]
    by_tag: Mapping[str, tuple[frozenset[str], ...]]
    otherwise: tuple[frozenset[str], ...]

    @property
    def scopes(self) -> tuple[str, ...]:
        """Return the scopes that can be declared."""
        return tuple(dict.fromkeys(self.words.values()))

    def read_scope(self, typed: str) -> str:
        """Return the scope that is meant; raise ScopeUnknownError."""
        found = self.words.get(typed.strip().casefold())
        if found is None:
            raise ScopeUnknownError(received=typed[:40], allowed=", ".join(self.scopes))
        return found

    def of_topic(self, tag: str | None) -> tuple[frozenset[str], ...]:
        """Return the sets of scopes any of which will do for a topic."""
        return self.by_tag.get(tag or "", self.otherwise)


def fitting(
    licences: Sequence[Licence], tag: str | None, day: date, needs: Needs
) -> tuple[Licence, ...]:
    """Return the licences with which somebody may advise on a topic on a day; none: they may not.

    Of several for one scope the one that is valid longest counts.
    """
    held: dict[str, Licence] = {}
    for licence in sorted(licences, key=lambda each: each.valid_until):
        if licence.valid_on(day):
            held[licence.scope] = licence
    for wanted in needs.of_topic(tag):
        if wanted <= held.keys():
            return tuple(held[scope] for scope in sorted(wanted))
    return ()


@lru_cache(maxsize=1)
def default_needs() -> Needs:
    """Return what is shipped, read once."""
    return load_needs(NEEDS)


def load_needs(path: Path) -> Needs:
    """Read the needs from a file; raise InvalidData for the first mistake."""
    whole = read_table(path)
    named = whole.table("scopes")
    words: dict[str, str] = {}
    for scope in named.names():
        words |= {word.casefold(): scope for word in (scope, *named.texts(scope, least=1))}
    named.finish()
    by_tag: dict[str, list[frozenset[str]]] = {}
    for fields in whole.tables("need"):
        tags, wanted = _need(fields, set(words.values()))
        for tag in tags or ("",):
            by_tag.setdefault(tag, []).append(wanted)
    whole.finish()
    if "" not in by_tag:
        raise whole.refuse("need", sorted(by_tag), "one [[need]] without tags")
    otherwise = tuple(by_tag.pop(""))
    return Needs(words, {tag: tuple(sets) for tag, sets in by_tag.items()}, otherwise)


def _need(fields: Fields, scopes: Collection[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    tags = fields.texts("tags")
    wanted = fields.choices("all", sorted(scopes), least=1)
    fields.finish()
    return tags, frozenset(wanted)

"""An item of the quiz: one question with four options, in the languages that it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.i18n import Language
from bot.traditional import traditional

OPTIONS = 4
LEVELS = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """An item in one language; options stand in the bank's order."""

    prompt: str
    options: tuple[str, ...]
    explanation: str

    def record(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {
            "prompt": self.prompt,
            "options": list(self.options),
            "explanation": self.explanation,
        }

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Wording":
        """Return the wording that `record` was made of."""
        options = tuple(str(option) for option in record["options"])
        return cls(str(record["prompt"]), options, str(record["explanation"]))

    def in_traditional(self) -> "Wording":
        """Return it in Traditional Chinese."""
        options = tuple(traditional(option) for option in self.options)
        return Wording(traditional(self.prompt), options, traditional(self.explanation))


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `correct` is the right option's place in the bank's order, from 0.

    `wordings` always holds Simplified Chinese. `source` and `as_of` tell where a figure is
    from, and from when.
    """

    id: str
    version: int
    level: int
    tags: tuple[str, ...]
    correct: int
    wordings: Mapping[Language, Wording]
    source: str = ""
    as_of: date | None = None

    def in_language(self, language: Language) -> Wording:
        """Return its wording: Traditional is converted, what is missing is read in Simplified."""
        if language in self.wordings:
            return self.wordings[language]
        simplified = self.wordings[Language.SIMPLIFIED]
        return simplified.in_traditional() if language is Language.TRADITIONAL else simplified

    def source_in(self, language: Language) -> str:
        """Return the source as its readers write it; its name stays Chinese."""
        return traditional(self.source) if language is Language.TRADITIONAL else self.source

    def record(self) -> dict[str, Any]:
        """Return what a new version of it keeps, as plain JSON."""
        return {
            "level": self.level,
            "tags": list(self.tags),
            "correct": self.correct,
            "wordings": {language.value: w.record() for language, w in self.wordings.items()},
            "source": self.source,
            "as_of": self.as_of.isoformat() if self.as_of else None,
        }

    @classmethod
    def of(cls, item_id: str, version: int, record: Mapping[str, Any]) -> "Item":
        """Return the item of which `record` was made."""
        as_of = record.get("as_of")
        return cls(
            id=item_id,
            version=version,
            level=int(record["level"]),
            tags=tuple(record["tags"]),
            correct=int(record["correct"]),
            wordings={
                Language(name): Wording.of(wording) for name, wording in record["wordings"].items()
            },
            source=str(record.get("source") or ""),
            as_of=date.fromisoformat(as_of) if as_of else None,
        )

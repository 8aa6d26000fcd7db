"""A text in every language: what nobody wrote falls back on what somebody did."""

from collections.abc import Iterator, Mapping

from bot.i18n import Language
from bot.knowledge.conversion import traditional

_INSTEAD = {
    Language.SIMPLIFIED: (Language.TRADITIONAL, Language.ENGLISH),
    Language.TRADITIONAL: (Language.SIMPLIFIED, Language.ENGLISH),
    Language.ENGLISH: (Language.SIMPLIFIED, Language.TRADITIONAL),
}


class EveryLanguage(Mapping[Language, str]):
    """The text for a reader of any language.

    繁體 is converted from 简体 when it is asked for and nobody wrote it; a reader of a language
    without a text gets 简体.
    """

    def __init__(self, written: Mapping[Language, str]) -> None:
        self._written = {one: text for one, text in written.items() if text}

    def __getitem__(self, language: Language) -> str:
        """Return the text to be shown in a language."""
        if language in self._written:
            return self._written[language]
        for other in _INSTEAD[language]:
            if other in self._written:
                text = self._written[other]
                converted = language is Language.TRADITIONAL and other is Language.SIMPLIFIED
                return traditional(text) if converted else text
        raise KeyError(language)

    def __iter__(self) -> Iterator[Language]:
        """Return every language, if there is a text at all."""
        return iter(Language if self._written else ())

    def __len__(self) -> int:
        """Return the number of languages."""
        return len(Language) if self._written else 0

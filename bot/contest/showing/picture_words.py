"""The words that all pictures of a contest share: badge, kicker, foot, signed percentages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.i18n import Language, Say, Words
from bot.markup import plain

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PictureOrigin:
    """Of which contest and day a picture is, and where its prices come from.

    `at`: the time of the newest price, an aware instant. `sources`: each one's name.
    """

    contest: str
    day: date
    at: datetime
    sources: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says catalogue messages as plain text in one language."""

    words: Words
    language: Language

    def say(self, id: str, /, **arguments: object) -> str:
        """Return a message."""
        return self.text(Say(id, **arguments))

    def text(self, what: Say) -> str:
        """Return what is said, without markup."""
        return plain(self.words.say(self.language, what))

    def kicker(self, origin: PictureOrigin) -> str:
        """Return the line above the title."""
        return self.say("contest-picture-kicker", contest=origin.contest, day=origin.day)

    def foot(self, origin: PictureOrigin) -> str:
        """Return what is simulated, when the prices are from, and from where."""
        sources = self.say("list-comma").join(self.text(source) for source in origin.sources)
        return self.say("contest-picture-foot", time=origin.at, sources=sources)


def percent_of(share: Decimal) -> Decimal:
    """Return a fraction in percent, half up to 0.01."""
    return (share * 100).quantize(HUNDREDTH, ROUND_HALF_UP)


def change_text(share: Decimal) -> str:
    """Write a signed fraction as ▲8.21%, ▼3.10% or 0.00%."""
    percent = percent_of(share)
    arrow = "▲" if percent > 0 else "▼" if percent < 0 else ""
    return f"{arrow}{abs(percent):,.2f}%"


def signed_text(score: Decimal) -> str:
    """Write a score as 74.54 or −0.46; nothing is ever −0.00."""
    return f"−{-score:,.2f}" if score < 0 else f"{abs(score):,.2f}"


def share_text(share: Decimal) -> str:
    """Write an unsigned fraction as 12.3%."""
    return f"{(share * 100).quantize(Decimal('0.1'), ROUND_HALF_UP):,.1f}%"


def median_of(values: Iterable[Decimal]) -> Decimal | None:
    """Return the middle value, between the two middle ones the mean; None of nothing."""
    ordered = sorted(values)
    if not ordered:
        return None
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2

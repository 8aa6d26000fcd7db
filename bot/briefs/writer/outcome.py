"""What a writing assistant comes back with: a proposal for people to judge, or a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from markupsafe import Markup

from bot.compliance.verdict import Verdict
from bot.i18n import Say
from bot.market.headlines import Headline

ORIGIN: Final = "writer"


class WriterFault(StrEnum):
    """Why there is no proposal; the catalogue has a sentence for each, `writer-failed-…`."""

    OFF = "off"
    NO_DATA = "no-data"
    TIMED_OUT = "timed-out"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    TOO_LARGE = "too-large"
    MALFORMED = "malformed"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_FIGURE = "no-figure"
    UNKNOWN_PLACEHOLDER = "unknown-placeholder"
    OWN_NUMBER = "own-number"
    LINK = "link"
    MARKUP = "markup"
    SCREENED = "screened"


@dataclass(frozen=True, slots=True)
class WriterFailed:
    """No proposal: the template's draft stands; `detail` is technical text for the operators."""

    fault: WriterFault
    detail: str = ""

    @property
    def reason(self) -> Say:
        """Return the sentence to show."""
        return Say(f"writer-failed-{self.fault.value}", detail=self.detail or "none")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft by the writing assistant, bound and screened once, for a person to approve.

    `wording` is what it wrote, with placeholders; `body` the same with figures and headlines
    in their places; `markup` the whole edition with its foot. `snapshot` says which figures
    and headlines stand in it and which model wrote it. `verdict` holds what the gate only
    warns of. `lines` are the body's lines in pieces, a figure's record in each figure's place,
    and `headlines` those that it quotes.
    """

    wording: str
    body: Markup
    markup: Markup
    snapshot: dict[str, Any]
    verdict: Verdict
    lines: tuple[tuple[Markup | Mapping[str, Any], ...], ...] = ()
    headlines: tuple[Headline, ...] = ()

    @property
    def origin(self) -> str:
        """Return where its text comes from."""
        return ORIGIN

    @property
    def unattended(self) -> bool:
        """Tell whether it may go out without a person's approval: never, whatever the policy."""
        return False

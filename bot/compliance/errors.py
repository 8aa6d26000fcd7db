"""What compliance refuses."""

from typing import ClassVar

from bot.compliance.verdict import Verdict
from bot.errors import BellError


class Blocked(BellError):
    """A text may not go out: a rule blocks it or holds it for review.

    Fields: `verdict`, the whole judgement with the spans and rules that caused it.
    """

    code: ClassVar[str] = "text-blocked"

    def __init__(self, *, verdict: Verdict) -> None:
        super().__init__(verdict=verdict)
        self.verdict = verdict


class ForgedScreening(BellError):
    """Something other than the gate tried to make a screened text."""

    code: ClassVar[str] = "forged-screening"

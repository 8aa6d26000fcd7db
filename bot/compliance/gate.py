"""The gate: every text is judged here, and only the gate makes a screened one."""

from collections.abc import Sequence
from dataclasses import InitVar, dataclass
from html.parser import HTMLParser
from typing import Final

from markupsafe import Markup

from bot.compliance.errors import Blocked, ForgedScreening
from bot.compliance.matcher import Reading, matcher_of
from bot.compliance.rulepack import RulePack
from bot.compliance.scorer import Scorer, doubted, findings_of
from bot.compliance.verdict import Finding, Lane, Severity, Verdict
from bot.markup import plain

_SEAL: Final = object()


@dataclass(frozen=True, slots=True)
class Screened:
    """A text that passed the gate: the only thing that the outbox takes.

    `pack` is the version of the rules it passed. Made by `Gate.admit` alone; anybody
    else gets ForgedScreening, for the seal never leaves this module.
    """

    markup: Markup
    plain: str
    pack: str
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise ForgedScreening


class Gate:
    """Judges texts by one rule pack and, if there is one, a model; safe to share between threads.

    In the lanes that the model names, it holds texts that no rule would hold, and it doubts
    what rules would hold where everything else about the text is innocent: such findings are
    kept as a note in the log. A rule that is newer than the model cannot be doubted.
    """

    def __init__(self, pack: RulePack, model: Scorer | None = None) -> None:
        self._pack = pack.version
        self._matcher = matcher_of(pack)
        self._model = model

    def judge(self, text: str, lane: Lane) -> Verdict:
        """Return what the rules and the model say about plain `text` spoken in `lane`."""
        return self._judge([text], lane)

    def judge_rules(self, text: str, lane: Lane) -> Verdict:
        """Return what the rules alone say about a name or a command: the model has read talk."""
        return Verdict(tuple(self._matcher.findings(text, lane)), self._pack)

    def _judge(self, parts: Sequence[str], lane: Lane) -> Verdict:
        readings = [self._matcher.read(text, lane, part) for part, text in enumerate(parts)]
        model = self._model
        if model is None or lane not in model.lanes:
            found = [finding for reading in readings for finding in reading.findings]
            return Verdict(tuple(found), self._pack)
        scores = [model.score(reading.folded) for reading in readings]
        weighed = [
            finding
            for part, (text, reading, score) in enumerate(zip(parts, readings, scores, strict=True))
            for finding in self._weighed(model, score, text, reading, part)
        ]
        return Verdict(tuple(weighed), self._pack, max(scores))

    def _weighed(
        self, model: Scorer, score: float, text: str, reading: Reading, part: int
    ) -> list[Finding]:
        """Return what rules and model say together about one text."""
        if any(finding.severity.rank >= Severity.REVIEW.rank for finding in reading.findings):
            if score < model.doubt_threshold:
                return doubted(reading.findings, model.doubts, len(text))
        elif score >= (model.excused_threshold if reading.excused else model.threshold):
            return [*reading.findings, *findings_of(model, text, reading.allowed, part)]
        return reading.findings

    def admit(
        self, markup: Markup, lane: Lane = Lane.OUTGOING, *, also: Sequence[str] = ()
    ) -> Screened:
        """Screen a whole message and return it sealed; raise Blocked with the verdict if it fails.

        `also` holds further visible texts of the same message, such as button labels, alt
        texts or captions of pictures. Link targets in `markup` are found and judged by the gate.
        """
        parts = [plain(markup), *_targets(markup), *also]
        verdict = self._judge(parts, lane)
        if verdict.blocked:
            raise Blocked(verdict=verdict)
        return Screened(markup, parts[0], self._pack, seal=_SEAL)


class _Targets(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(value for name, value in attrs if name == "href" and value)


def _targets(markup: Markup) -> list[str]:
    """Return the link targets in `markup`, in order."""
    reader = _Targets()
    reader.feed(markup)
    reader.close()
    return reader.found

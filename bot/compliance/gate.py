"""The gate: every text is judged here, and only the gate makes a screened one."""

from collections.abc import Sequence
from dataclasses import InitVar, dataclass
from html.parser import HTMLParser
from typing import Final

from markupsafe import Markup

from bot.compliance.errors import Blocked, ForgedScreening
from bot.compliance.matcher import matcher_of
from bot.compliance.rulepack import RulePack
from bot.compliance.scorer import Scorer, findings_of
from bot.compliance.verdict import Lane, Verdict
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

    The model is asked only about texts that no rule would hold, in the lanes that it names.
    """

    def __init__(self, pack: RulePack, model: Scorer | None = None) -> None:
        self._pack = pack.version
        self._matcher = matcher_of(pack)
        self._model = model

    def judge(self, text: str, lane: Lane) -> Verdict:
        """Return what the rules and the model say about plain `text` spoken in `lane`."""
        return self._judge([text], lane)

    def _judge(self, parts: Sequence[str], lane: Lane) -> Verdict:
        readings = [self._matcher.read(text, lane, part) for part, text in enumerate(parts)]
        findings = [finding for reading in readings for finding in reading.findings]
        verdict = Verdict(tuple(findings), self._pack)
        model = self._model
        if model is None or lane not in model.lanes or verdict.blocked:
            return verdict
        scores = [model.score(reading.folded) for reading in readings]
        for part, (text, reading, score) in enumerate(zip(parts, readings, scores, strict=True)):
            if score >= (model.excused_threshold if reading.excused else model.threshold):
                findings += findings_of(model, text, reading.allowed, part)
        return Verdict(tuple(findings), self._pack, max(scores))

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

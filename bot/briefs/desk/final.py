"""What goes out at a slot's time: every figure bound again to the newest quotes.

Approved are the wording, the headlines and the selection; never the figures of forty minutes
ago. Works on values only, long enough to be run in a thread.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.briefs.desk.choices import Choices, choices_from
from bot.briefs.desk.policy import Case, Fate, Ruling, ruling_of
from bot.briefs.desk.wording import wording_from
from bot.briefs.desk.writing import Notes, Written, illustrated, write_bare, write_version
from bot.briefs.editions import Content
from bot.briefs.material import Material
from bot.briefs.newsroom import Newsroom
from bot.briefs.screening import Pair, Ready
from bot.briefs.slots import BareReason, Decision, EditionState, Origin, SkipReason
from bot.markup import plain
from db.models.brief import BriefEdition


@dataclass(frozen=True)
class Final:
    """An edition as it goes out, or as it does not.

    `kept` is the draft that it came from, if there was one. `held`: the full text, where the
    bare figures stand in for it. `waits`: there were no data, so it is tried again.
    """

    pair: Pair
    state: EditionState
    written: Written
    kept: BriefEdition | None = None
    held: Written | None = None
    why: str | None = None
    skipped: SkipReason | None = None
    bare: BareReason | None = None

    @property
    def waits(self) -> bool:
        """Tell whether it will be tried again as soon as there are data."""
        return self.skipped is SkipReason.NO_DATA

    @property
    def origin(self) -> Origin:
        """Return how its version came about."""
        if self.state is EditionState.DATA_ONLY:
            return Origin.DATA_ONLY
        return Origin.REFRESH if self.kept is not None else Origin.DRAFT

    def content(self) -> Content:
        """Return what the edition keeps of it."""
        return content_of(self.written, self.held)

    def ready(self) -> Ready:
        """Return it as the reports for operators take it."""
        held = self.held
        is_refused = held is not None and held.verdict is not None and held.verdict.blocked
        return Ready(
            draft=self.written.draft,
            text=None if self.state is EditionState.SKIPPED else self.written.text,
            picture=self.written.picture,
            pictured=self.written.pictured,
            why=self.skipped,
            refused=held.draft.markup if held is not None and is_refused else None,
            verdict=held.verdict if held is not None and is_refused else None,
        )


def content_of(written: Written, held: Written | None = None) -> Content:
    """Return what an edition keeps of a version, and of the text that it stands in for."""
    snapshot = written.snapshot()
    if held is not None and held.verdict is not None and not held.sendable:
        rules = list(held.verdict.rules)
        snapshot["blocked"] = {"text": plain(held.draft.markup), "rules": rules}
    markup = str(written.draft.markup)
    return Content(markup, written.picture, snapshot, written.record)


def finals(
    room: Newsroom,
    material: Material,
    kept: Sequence[BriefEdition],
    new: Iterable[tuple[Pair, Decision | None]],
    notes: Mapping[Pair, Notes],
    *,
    by_hand: bool = False,
) -> list[Final]:
    """Return what goes out for the drafts that were `kept`, and for editions never drafted.

    The decision beside a new one is that of its draft in another language, or of whoever
    posts by hand; `by_hand` approves drafts that nobody decided about.
    """
    otherwise = Decision.APPROVED if by_hand else None
    found = [_of_draft(room, material, one, notes, one.decision or otherwise) for one in kept]
    drafted = {one.tier for one in kept}
    for pair, decision in new:
        final = _of_new(room, material, pair, decision, notes)
        found.append(final if pair[0] in drafted else _told_late(final))
    pictured = illustrated([final.written for final in found])
    return [replace(f, written=written) for f, written in zip(found, pictured, strict=True)]


def _of_draft(
    room: Newsroom,
    material: Material,
    kept: BriefEdition,
    notes: Mapping[Pair, Notes],
    decision: Decision | None,
) -> Final:
    pair = (kept.tier, kept.language)
    choices = choices_from(kept.snapshot.get("choices", {}))
    standing = notes.get(pair, {})
    carried = {number: standing[number] for number in choices.notes if number in standing}
    written = write_version(
        room, material, pair, choices, wording_from(kept.snapshot.get("wording")), carried
    )
    return _ruled(room, material, written, decision, kept)


def _of_new(
    room: Newsroom,
    material: Material,
    pair: Pair,
    decision: Decision | None,
    notes: Mapping[Pair, Notes],
) -> Final:
    carried = notes.get(pair, {})
    choices = Choices(notes=tuple(carried))
    written = write_version(room, material, pair, choices, notes=carried)
    return _ruled(room, material, written, decision, None)


def _told_late(final: Final) -> Final:
    """Say of what nobody approved, because it was never drafted, that there was no time to."""
    if final.bare is not BareReason.NOT_APPROVED:
        return final
    late = BareReason.TOO_LATE_TO_REVIEW
    return replace(final, bare=late, why=late.value)


def _ruled(
    room: Newsroom,
    material: Material,
    written: Written,
    decision: Decision | None,
    kept: BriefEdition | None,
) -> Final:
    pair = written.pair
    if decision is Decision.REJECTED:
        why = SkipReason.REJECTED
        return Final(pair, EditionState.SKIPPED, written, kept, why=why.value, skipped=why)
    is_hollow = written.draft.empty and bool(written.lost)
    case = Case(
        reviewed=material.due.slot in room.reviewed or written.assisted,
        clean=written.clean,
        sendable=written.sendable or is_hollow,
        decision=decision,
    )
    ruling = ruling_of(case)
    if ruling.fate is Fate.SEND and is_hollow:
        ruling = Ruling(Fate.DATA_ONLY, BareReason.FIGURES_LOST)
    if ruling.fate is Fate.SEND:
        return Final(pair, EditionState.QUEUED, written, kept)
    return _bare(room, material, written, ruling, kept)


def _bare(
    room: Newsroom,
    material: Material,
    held: Written,
    ruling: Ruling,
    kept: BriefEdition | None,
) -> Final:
    bare = write_bare(room, material, held.pair)
    if bare.draft.empty:
        why = SkipReason.NO_DATA
        return Final(held.pair, EditionState.SKIPPED, bare, kept, why=why.value, skipped=why)
    if bare.text is None:
        why = SkipReason.BLOCKED
        return Final(held.pair, EditionState.SKIPPED, bare, kept, bare, why=why.value, skipped=why)
    told = _told(held, ruling)
    return Final(held.pair, EditionState.DATA_ONLY, bare, kept, held, why=told, bare=ruling.why)


def _told(held: Written, ruling: Ruling) -> str | None:
    """Return what the edition keeps as the reason: with the rules, where rules are the reason."""
    if ruling.why is BareReason.HELD and held.verdict is not None and held.verdict.rules:
        kind = SkipReason.BLOCKED if held.verdict.blocked else BareReason.HELD
        return f"{kind.value}: {', '.join(held.verdict.rules)}"[:512]
    return ruling.why.value if ruling.why else None

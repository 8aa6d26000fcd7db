"""Writing an edition: a pure function of the material, the tier and the language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from bot.briefs.binding import unbound_in
from bot.briefs.content import Content, content_of
from bot.briefs.dropped import Dropped, DropReason
from bot.briefs.due import DueSlot
from bot.briefs.figures import Ledger
from bot.briefs.foot import foot_of
from bot.briefs.gloss import Glosser
from bot.briefs.layers import BLOCKS, Layer
from bot.briefs.length import LONGEST_CAPTION, MOST_LINES, caption_length, fits
from bot.briefs.material import Material
from bot.briefs.names import names_for
from bot.briefs.regime import RegimeFinding
from bot.briefs.selection import select_headlines
from bot.briefs.templates import Piece, render
from bot.briefs.values import poll_of, values_of
from bot.compliance.disclosure import with_disclosure
from bot.i18n import Language, Words
from bot.market.headlines import Headline
from bot.members.tiers import Tier

CONCESSIONS = ("headlines",) * 3 + (
    "term",
    "notes",
    "headlines",
    "plainly",
    "hong_kong",
    "depth",
    "contest",
    "quiz",
    "sectors",
    "watch",
)
"""What gives way when an edition is too long, first to last; news go one headline at a time."""


@dataclass(frozen=True)
class Draft:
    """An edition as written, not screened yet.

    `figures` records every number in `markup` with its quote. `markup` is empty where there
    is no figure to build on: such a brief is not posted. `layers` counts the letters of each
    kind of content, `terms` are those that were explained, `poll` follows a noon brief.
    """

    due: DueSlot
    tier: Tier
    language: Language
    markup: Markup
    figures: tuple[dict[str, Any], ...]
    headlines: tuple[Headline, ...]
    dropped: tuple[Dropped, ...]
    data_only: bool = False
    simulated: bool = False
    regime: RegimeFinding = field(default_factory=RegimeFinding)
    layers: Mapping[str, int] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    poll: Mapping[str, Any] | None = None

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing that could be posted."""
        return not self.markup

    def snapshot(self) -> dict[str, Any]:
        """Return what the edition keeps of its origin, as plain JSON."""
        return {
            "figures": list(self.figures),
            "headlines": [_kept(headline) for headline in self.headlines],
            "dropped": [item.record() for item in self.dropped],
            "regime": self.regime.record(),
            "layers": dict(self.layers),
            "terms": list(self.terms),
            **({"poll": dict(self.poll)} if self.poll else {}),
        }


@dataclass(slots=True)
class _Attempt:
    """One way to write it: which blocks and how many headlines are left out."""

    text: Markup
    ledger: Ledger
    pieces: tuple[Piece, ...]
    headlines: tuple[Headline, ...]
    without: frozenset[str]
    terms: tuple[str, ...]


def compose(
    material: Material, tier: Tier, language: Language, words: Words, *, data_only: bool = False
) -> Draft:
    """Write the edition of a tier in a language, as long as a caption may be.

    What is missing, stale or too long is left out and named in `dropped`, never replaced. An
    edition in which a number is bound to nothing is refused: its figures alone go out, and if
    those do not pass either, nothing does.
    """
    names = names_for(material, words, language)
    content = content_of(material, names)
    empty = Draft(
        material.due, tier, language, Markup(), (), (), content.dropped, data_only,
        regime=content.regime,
    )  # fmt: skip
    if not content.sections:
        return empty
    chosen: tuple[Headline, ...] = ()
    dropped = list(content.dropped)
    if not data_only:
        chosen, lost = select_headlines(material, tier)
        dropped += lost
    attempts = _attempts(material, content, empty, chosen, words)
    first = best = next(attempts)
    while not _fits(best.text, tier):
        following = next(attempts, None)
        if following is None:
            return empty
        best = following
    draft = _drafted(replace(empty, dropped=tuple(dropped)), first, best)
    refused = _refused(draft)
    if refused is None:
        return replace(draft, poll=poll_of(material, content, draft))
    if data_only:
        return refused
    bare = compose(material, tier, language, words, data_only=True)
    return replace(bare, dropped=tuple(dict.fromkeys((*refused.dropped, *bare.dropped))))


def _refused(draft: Draft) -> Draft | None:
    """Return the draft without its text if a number in it is bound to nothing."""
    unbound = unbound_in(draft.markup, written_in(draft.snapshot()), draft.headlines)
    if not unbound:
        return None
    found = tuple(Dropped(one.text, DropReason.UNBOUND) for one in unbound)
    return replace(draft, markup=Markup(), figures=(), dropped=draft.dropped + found)


def written_in(snapshot: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a text may say in digits, by an edition's snapshot."""
    return tuple(figure["written"] for figure in snapshot.get("figures", []))


def _attempts(
    material: Material, content: Content, blank: Draft, chosen: tuple[Headline, ...], words: Words
) -> Iterator[_Attempt]:
    """Yield the edition, then again with one thing less each time."""
    values = values_of(material, content, blank.tier, blank.language)
    given = _blocks_without(content)
    left = chosen
    for step in (None, *CONCESSIONS):
        if step == "headlines":
            if not left:
                continue
            left = left[:-1]
        elif step is not None:
            if step in given:
                continue
            given |= {step}
        yield _attempt(material, content, blank, {**values, "headlines": left}, given, words)


def _blocks_without(content: Content) -> frozenset[str]:
    """Return the blocks that the day's regime keeps out."""
    if not content.regime.volatile:
        return frozenset({"education"})
    return frozenset(name for name, block in BLOCKS.items() if block.opportunity)


def _attempt(
    material: Material,
    content: Content,
    blank: Draft,
    values: dict[str, Any],
    without: frozenset[str],
    words: Words,
) -> _Attempt:
    language, ledger = blank.language, Ledger(blank.language)
    due = material.due
    pieces = render(
        due.slot, blank.tier, ledger, values, data_only=blank.data_only, without=without
    )
    terms: tuple[str, ...] = ()
    if blank.tier is Tier.NEWBIE and not blank.data_only:
        pieces, terms = _glossed(pieces, content, language, values["term"].id)
    body = Markup("\n").join(piece.markup for piece in pieces)
    text = with_disclosure(body, foot_of(material, ledger, words).line) if ledger.written else body
    return _Attempt(text, ledger, pieces, values["headlines"], without, terms)


def _glossed(
    pieces: tuple[Piece, ...], content: Content, language: Language, term: str
) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Return the pieces with plain words for each term, and the terms a reader may tap on."""
    names = [line.name for section in content.sections.values() for line in section.lines]
    names += [line.name for line in content.whole.sectors]
    has_term = any(piece.name == "term" for piece in pieces)
    glosser = Glosser(language, names, [term] if has_term else [])
    told = tuple(
        replace(p, markup=glosser.gloss(p.markup)) if BLOCKS[p.name].glossed else p for p in pieces
    )
    return told, tuple(glosser.told)


def _fits(text: Markup, tier: Tier) -> bool:
    most = MOST_LINES.get(tier)
    return fits(text) and (most is None or text.count("\n") < most)


def _drafted(blank: Draft, first: _Attempt, best: _Attempt) -> Draft:
    """Return the draft of the `best` attempt, with all named that the `first` still had."""
    shown, chosen = best.headlines, first.headlines
    dropped = [
        Dropped(h.title, _why_not_shown(h, blank.tier, best.text), h.source)
        for h in chosen[len(shown) :]
    ]
    conceded = sorted({piece.name for piece in first.pieces} & best.without)
    dropped += [Dropped(name, DropReason.BREVITY) for name in conceded]
    return replace(
        blank,
        markup=best.text if best.ledger.written else Markup(),
        figures=tuple(best.ledger.records()),
        headlines=shown,
        dropped=blank.dropped + tuple(dropped),
        simulated=any(figure.simulated for figure, _ in best.ledger.written),
        layers=_counted(best.pieces),
        terms=best.terms,
    )


def _why_not_shown(headline: Headline, tier: Tier, text: Markup) -> DropReason:
    """Tell a headline that the caption has no room for from one that gave way for brevity."""
    length = caption_length(text) + len(headline.title) + len(headline.source)
    has_room = tier in MOST_LINES and length <= LONGEST_CAPTION
    return DropReason.BREVITY if has_room else DropReason.TOO_LONG


def _counted(pieces: tuple[Piece, ...]) -> dict[str, int]:
    """Return how many letters of each layer the blocks hold."""
    counts = {layer.value: 0 for layer in Layer}
    for piece in pieces:
        layer = BLOCKS[piece.name].layer
        if layer is not None:
            counts[layer.value] += caption_length(piece.markup)
    return counts


def _kept(headline: Headline) -> dict[str, Any]:
    return {
        "title": headline.title,
        "link": headline.link,
        "source": headline.source,
        "published": headline.published.isoformat() if headline.published else None,
    }

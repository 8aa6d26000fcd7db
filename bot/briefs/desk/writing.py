"""Writing a version: the machine's draft, with what people chose and said, screened.

Takes long (templates, rules, a picture), so it runs in a thread and outside a transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from bot.briefs.binding import unbound_numbers
from bot.briefs.compose import Draft, compose
from bot.briefs.corrections.card_record import card_record
from bot.briefs.desk.choices import Choices, headline_record, other_term, with_choices
from bot.briefs.desk.numbers import hidden, masked
from bot.briefs.desk.verdicts import is_clean, is_sendable, verdict_record
from bot.briefs.desk.wording import Wording, said_again
from bot.briefs.length import fits
from bot.briefs.material import Material
from bot.briefs.names import NAMED
from bot.briefs.newsroom import Newsroom
from bot.briefs.picture import Pictured, picture_of
from bot.briefs.screening import Pair, admit
from bot.briefs.selection import news_since
from bot.compliance.disclosure import with_disclosure
from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.compliance.verdict import Lane, Verdict
from bot.i18n import Language, Say
from bot.market.headlines import Headline
from bot.markup import plain

MOST_SPARE = 8
"""Headlines that are kept beside the chosen ones, to be put in their place."""

Notes = Mapping[int, str]
"""The text of each note by its id."""


@dataclass(frozen=True)
class Written:
    """A version as written: `text` is empty where the gate holds it back or nothing is there.

    `lost`: what could not be said again with today's figures. `spare`: further headlines.
    """

    draft: Draft
    choices: Choices = field(default_factory=Choices)
    wording: Wording | None = None
    text: Screened | None = None
    pictured: Pictured | None = None
    picture: bytes | None = None
    verdict: Verdict | None = None
    unbound: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    spare: tuple[Headline, ...] = ()

    @property
    def pair(self) -> Pair:
        """Return its tier and language."""
        return self.draft.tier, self.draft.language

    @property
    def assisted(self) -> bool:
        """Tell whether the writing assistant has had a hand in it."""
        return self.wording is not None and self.wording.assisted

    @property
    def clean(self) -> bool:
        """Tell whether it may go out unattended."""
        return self.text is not None and is_clean(self.record)

    @property
    def sendable(self) -> bool:
        """Tell whether it may go out if a person says so."""
        return self.text is not None and is_sendable(self.record)

    @property
    def record(self) -> dict[str, Any]:
        """Return what the gates said, as plain JSON."""
        return verdict_record(self.verdict, self.unbound)

    def snapshot(self) -> dict[str, Any]:
        """Return what the version keeps of its origin, as plain JSON."""
        kept = self.draft.snapshot() | {
            "choices": self.choices.record(),
            "wording": self.wording.record() if self.wording else None,
            "spare": [headline_record(headline) for headline in self.spare],
            "simulated": self.draft.simulated,
        }
        if self.pictured is not None:
            kept["picture"] = list(self.pictured.figures)
            kept["card"] = card_record(self.pictured.card)
        if self.lost:
            kept["lost"] = list(self.lost)
        return kept


def write_version(
    room: Newsroom,
    material: Material,
    pair: Pair,
    choices: Choices,
    wording: Wording | None = None,
    notes: Notes | None = None,
    more: int = 0,
) -> Written:
    """Write, reword and screen one version from today's material.

    `more`: how many of the last notes are new to the wording and are added at its end.
    """
    draft = _composed(room, material, pair, choices, notes or {})
    if draft.empty:
        return Written(draft, choices, wording)
    pictured = picture_of(material, draft, room.words)
    lost: tuple[str, ...] = ()
    if wording is not None:
        lines, foot = body_and_foot(draft.markup)
        said = said_again(wording, lines, [*draft.figures, *pictured.figures], more=more)
        wording, lost = said.wording, said.lost
        figures = _with_own(draft.figures, pictured.figures, wording)
        draft = replace(draft, markup=joined(said.lines, foot), figures=figures)
        if len(said.lines) < 2:  # the heading alone says nothing
            return Written(replace(draft, markup=Markup()), choices, wording, lost=lost)
    chosen = replace(choices, headlines=draft.headlines)
    written = judged(room, Written(draft, chosen, wording, pictured=pictured, lost=lost))
    return replace(written, spare=_spare(material, chosen))


def judged(room: Newsroom, written: Written) -> Written:
    """Return a version with what the gates for words and for digits say of it."""
    draft, pictured = written.draft, written.pictured
    unbound = unbound_in_draft(room, draft) if written.wording is not None else []
    try:
        text: Screened | None = admit(room, draft, pictured)
        verdict = room.gate.judge(plain(draft.markup), Lane.OUTGOING)
    except Blocked as blocked:
        text, verdict = None, blocked.verdict
    text = None if unbound else text
    return replace(written, text=text, verdict=verdict, unbound=tuple(unbound))


def write_bare(room: Newsroom, material: Material, pair: Pair) -> Written:
    """Write the edition that holds figures alone."""
    draft = compose(material, *pair, room.words, data_only=True)
    if draft.empty:
        return Written(draft)
    pictured = picture_of(material, draft, room.words)
    return judged(room, Written(draft, pictured=pictured))


def illustrated(versions: Sequence[Written]) -> list[Written]:
    """Return the versions with their pictures drawn; one card serves every tier of a language."""
    drawn: dict[str, bytes] = {}
    found = []
    for version in versions:
        if version.pictured is None:
            found.append(version)
            continue
        key = repr(version.pictured.card)
        if key not in drawn:
            drawn[key] = version.pictured.png()
        found.append(replace(version, picture=drawn[key]))
    return found


def unbound_in_draft(room: Newsroom, draft: Draft) -> list[str]:
    """Return the numbers of a draft that are bound to no figure."""
    quoted = [word for h in draft.headlines for word in (h.title, h.source)]
    names = names_of(room, draft.figures, draft.language).values()
    text = masked(plain(draft.markup), [*quoted, *names])
    written = {figure["written"] for figure in draft.figures}
    return [one.text for one in unbound_numbers(text, written)]


def unbound_in_note(text: str) -> list[str]:
    """Return the numbers of an operator's note: no figure is there yet to bind them to."""
    return [one.text for one in unbound_numbers(hidden(text), ())]


def names_of(
    room: Newsroom, records: Sequence[Mapping[str, Any]], language: Language
) -> dict[str, str]:
    """Return what the symbols of figures are called."""
    symbols = dict.fromkeys(symbol for record in records for symbol in record["symbols"])
    return {
        symbol: plain(room.words.say(language, Say(f"index-{symbol}")))
        for symbol in symbols
        if symbol in NAMED
    }


def body_and_foot(markup: Markup) -> tuple[list[Markup], Markup]:
    """Return the lines of an edition and, apart, the last one: data time and disclosure."""
    lines = [Markup(line) for line in str(markup).splitlines()]  # noqa: S704 - its own lines
    return lines[:-1], lines[-1] if lines else Markup()


def joined(lines: Sequence[Markup], foot: Markup) -> Markup:
    """Return an edition of these lines; without a line there is no edition."""
    if not lines:
        return Markup()
    return with_disclosure(Markup("\n").join(lines), plain(foot))


def _composed(
    room: Newsroom, material: Material, pair: Pair, choices: Choices, notes: Notes
) -> Draft:
    """Compose the draft; an operator's note is worth more room than the last headline."""
    tier, language = pair
    material = with_choices(material, choices)
    draft = compose(material, tier, language, room.words)
    while not draft.empty:
        added = _furnished(room, draft, choices, notes)
        if fits(added.markup) or not draft.headlines:
            return added
        fewer = replace(choices, headlines=draft.headlines[:-1])
        draft = compose(with_choices(material, fewer), tier, language, room.words)
    return draft


def _furnished(room: Newsroom, draft: Draft, choices: Choices, notes: Notes) -> Draft:
    lines, foot = body_and_foot(draft.markup)
    if choices.term:
        lines = other_term(lines, draft.due.day, choices.term, draft.language)
    said = plain(draft.markup)
    lines += [
        room.words.say(draft.language, Say("desk-note-line", text=text))
        for text in notes.values()
        if text not in said
    ]
    return replace(draft, markup=joined(lines, foot))


def _with_own(
    figures: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]], wording: Wording
) -> tuple[dict[str, Any], ...]:
    """Return the figures with those that own lines name and only the picture showed so far."""
    named = {
        (part.symbols, part.field)
        for line in wording.lines
        for part in line.parts
        if not isinstance(part, str)
    }
    more = [r for r in others if (tuple(r["symbols"]), r["field"]) in named and r not in figures]
    return (*figures, *more)


def _spare(material: Material, choices: Choices) -> tuple[Headline, ...]:
    taken = {h.link for h in choices.headlines or ()} | choices.refused
    fresh = material.news.since(news_since(material))
    return tuple(h for h in fresh if h.link not in taken)[:MOST_SPARE]

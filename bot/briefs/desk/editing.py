"""Changing drafts: new text, other sections, the gate's own suggestions; each a version."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from markupsafe import Markup, escape
from sqlmodel import Session

from bot.briefs import editions
from bot.briefs.desk import agenda, cards
from bot.briefs.desk.choices import Choices, choices_from
from bot.briefs.desk.deciding import current, due_of, open_edition, require_current
from bot.briefs.desk.errors import (
    DeskBroken,
    DeskChanged,
    DeskEmpty,
    DeskNoAlternative,
    DeskTooLong,
    DeskUnbound,
    DeskUnclear,
)
from bot.briefs.desk.final import content_of
from bot.briefs.desk.numbers import UnboundError
from bot.briefs.desk.telling import finding_line
from bot.briefs.desk.verdicts import objections, verdict_record
from bot.briefs.desk.view import Standing
from bot.briefs.desk.wording import Shown, Wording, reworded, untouched, wording_from
from bot.briefs.desk.writing import Written, body_and_foot, joined, names_of
from bot.briefs.editions import Content
from bot.briefs.length import LONGEST_CAPTION, caption_length
from bot.briefs.newsroom import Newsroom
from bot.briefs.slots import Origin
from bot.compliance.errors import Blocked
from bot.compliance.verdict import Lane, Verdict
from bot.i18n import Language, Say
from bot.market.headlines import Headline
from bot.markup import plain
from bot.members.deed import Deed
from db.models.brief import BriefEdition

SENTENCE = re.compile(r"(?<=[。；！？;!?])")


class Part(StrEnum):
    """A section of an edition that can be replaced as a whole."""

    HEADLINES = "headlines"
    TERM = "term"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Change:
    """Another selection or wording, to be written anew from today's material."""

    choices: Choices
    wording: Wording | None


def edit(
    session: Session,
    room: Newsroom,
    edition_id: int,
    version: int,
    typed: Markup,
    deed: Deed,
) -> Standing:
    """Put somebody's text in place of a draft's; refuse what may not go out, and say why."""
    edition = changeable(session, room, edition_id, version, deed.now)
    wording, markup = _read(room, edition, typed)
    verdict = screened(room, markup)
    snapshot = dict(edition.snapshot) | {"wording": wording.record()}
    content = Content(str(markup), None, snapshot, verdict_record(verdict))
    return _keep(session, room, edition, content, Origin.EDIT, deed, "brief-edit")


def cut(
    session: Session, room: Newsroom, edition_id: int, version: int, place: int, deed: Deed
) -> Standing:
    """Leave one line of a draft out."""
    edition = changeable(session, room, edition_id, version, deed.now)
    lines, foot = body_and_foot(Markup(edition.markup))  # noqa: S704 - screened before
    if not 0 < place < len(lines):
        raise DeskNoAlternative
    if len(lines) < 3:
        raise DeskEmpty
    wording = wording_of(edition)
    left = [line for n, line in enumerate(wording.lines) if n != place]
    markup = joined([line for n, line in enumerate(lines) if n != place], foot)
    kept = replace(wording, lines=tuple(left)).record()
    snapshot = dict(edition.snapshot) | {"wording": kept}
    content = Content(str(markup), None, snapshot, verdict_record(_judged(room, markup)))
    return _keep(session, room, edition, content, Origin.SECTION, deed, "brief-section")


def put_in_place(
    session: Session,
    room: Newsroom,
    edition_id: int,
    version: int,
    written: Written,
    deed: Deed,
    origin: Origin = Origin.SECTION,
) -> Standing:
    """Put a version that was written anew in the place of a draft's."""
    edition = changeable(session, room, edition_id, version, deed.now)
    if written.draft.empty:
        raise DeskNoAlternative
    content = content_of(written)
    return _keep(session, room, edition, content, origin, deed, f"brief-{origin.value}")


def changeable(
    session: Session, room: Newsroom, edition_id: int, version: int, now: datetime
) -> BriefEdition:
    """Return a draft whose shown version may be changed; refuse, and say why, if it may not."""
    edition = open_edition(session, room, edition_id, now)
    require_current(session, room, edition, version)
    return edition


def other_headlines(edition: BriefEdition, *, drop: bool) -> Change:
    """Return the change to the next headlines, or to none."""
    choices = choices_from(edition.snapshot.get("choices", {}))
    shown = _links(edition)
    refused = choices.refused | frozenset(shown)
    if drop:
        return _changed(edition, replace(choices, headlines=(), refused=refused))
    if not edition.snapshot.get("spare"):
        raise DeskNoAlternative
    return _changed(edition, replace(choices, headlines=None, refused=refused))


def next_term(edition: BriefEdition) -> Change:
    """Return the change to the next term of the glossary."""
    choices = choices_from(edition.snapshot.get("choices", {}))
    return _changed(edition, replace(choices, term=choices.term + 1))


def by_suggestion(room: Newsroom, edition: BriefEdition, standing: Standing) -> Change:
    """Return the change that the gate suggests for everything it objects to.

    A headline is somebody else's words: it is left out, not rewritten.
    """
    choices = choices_from(edition.snapshot.get("choices", {}))
    found = objections(standing.verdict)
    guilty = {
        item["link"]
        for item in edition.snapshot.get("headlines", [])
        for finding in found
        if finding["excerpt"] in item["title"] or finding["excerpt"] in item["link"]
    }
    headlines: tuple[Headline, ...] | None = choices.headlines
    if headlines is not None:
        headlines = tuple(one for one in headlines if one.link not in guilty)
    choices = replace(choices, headlines=headlines, refused=choices.refused | frozenset(guilty))
    lines, _ = body_and_foot(Markup(edition.markup))  # noqa: S704 - read, not sent
    quoted = [item["title"] for item in edition.snapshot.get("headlines", [])]
    changed = [_suggested(line, found, quoted) for line in lines]
    if changed == lines and not guilty:
        raise DeskNoAlternative
    if changed == lines:
        return _changed(edition, choices)
    wording, _ = _reworded(room, edition, changed)
    return Change(choices, wording)


def notes_carried(session: Session, edition: BriefEdition) -> dict[int, str]:
    """Return the standing notes that a draft carries."""
    carried = choices_from(edition.snapshot.get("choices", {})).notes
    notes = agenda.notes_for(session, edition.day, edition.slot, edition.tier)
    return {note.id: note.text for note in notes if note.id in carried}


def parts_of(edition: BriefEdition) -> list[tuple[Part, int, str]]:
    """Return what can be replaced: the kind, the line's place, how it begins."""
    lines, _ = body_and_foot(Markup(edition.markup))  # noqa: S704 - read, not sent
    titles = [str(escape(item["title"])) for item in edition.snapshot.get("headlines", [])]
    found: list[tuple[Part, int, str]] = []
    if titles:
        found.append((Part.HEADLINES, 0, ""))
    for place, line in enumerate(lines):
        has_title = any(title in line for title in titles)
        if place and not has_title:
            found.append((Part.LINE, place, plain(line).strip()))
    return found


def wording_of(edition: BriefEdition) -> Wording:
    """Return the wording of an edition as it stands, the machine's where nobody touched it."""
    lines, _ = body_and_foot(Markup(edition.markup))  # noqa: S704 - read, not sent
    return wording_from(edition.snapshot.get("wording")) or untouched(lines)


def _changed(edition: BriefEdition, choices: Choices) -> Change:
    return Change(choices, wording_from(edition.snapshot.get("wording")))


def _links(edition: BriefEdition) -> list[str]:
    return [item["link"] for item in edition.snapshot.get("headlines", [])]


def _read(room: Newsroom, edition: BriefEdition, typed: Markup) -> tuple[Wording, Markup]:
    """Return what somebody typed as a wording and as the text that readers would see."""
    lines, foot = body_and_foot(Markup(edition.markup))  # noqa: S704 - screened before
    own = without_frame(room, edition, typed, lines[0] if lines else Markup(), foot)
    if len(own) < 2:
        raise DeskEmpty
    wording, texts = _reworded(room, edition, own)
    markup = joined(texts, foot)
    over = caption_length(markup) - LONGEST_CAPTION
    if over > 0:
        raise DeskTooLong(over=over, limit=LONGEST_CAPTION)
    return wording, markup


def _reworded(
    room: Newsroom, edition: BriefEdition, lines: Sequence[Markup]
) -> tuple[Wording, list[Markup]]:
    try:
        return reworded(lines, shown_of(room, edition))
    except UnboundError as error:
        if error.several:
            raise DeskUnclear(number=error.numbers[0]) from None
        numbers = "、".join(error.numbers)
        raise DeskUnbound(numbers=numbers, count=len(error.numbers)) from None


def shown_of(room: Newsroom, edition: BriefEdition) -> Shown:
    """Return an edition as what somebody changes."""
    lines, _ = body_and_foot(Markup(edition.markup))  # noqa: S704 - read, not sent
    snapshot = edition.snapshot
    records = [*snapshot.get("figures", []), *snapshot.get("picture", [])]
    quoted = [
        str(escape(item[name]))
        for item in snapshot.get("headlines", [])
        for name in ("title", "source")
    ]
    return Shown(
        lines=tuple(lines),
        wording=wording_of(edition),
        records=tuple(records),
        quotations=tuple(quoted),
        names=names_of(room, records, edition.language),
    )


def without_frame(
    room: Newsroom, edition: BriefEdition, typed: Markup, head: Markup, foot: Markup
) -> list[Markup]:
    """Return typed lines under the machine's heading, without foot, marks and blank lines.

    The heading says what the text is and whether its prices are invented; the foot when the
    data are from. Both are the machine's, whatever was copied or left out.
    """
    language = edition.language
    disclosure = _said(room, language, "risk-disclosure")
    marks = tuple(_said(room, other, "desk-preview-mark") for other in Language)
    own = []
    for line in str(typed).splitlines():
        text = plain(Markup(line)).strip()  # noqa: S704 - read, not sent
        is_frame = text == plain(foot).strip() or disclosure in text or text.startswith(marks)
        if text and not is_frame:
            own.append(Markup(line.strip()))  # noqa: S704 - render writes it again tag by tag
    first = plain(head).strip()[:1]
    if own and plain(own[0]).strip()[:1] == first:
        own = own[1:]
    return [head, *own]


def _said(room: Newsroom, language: Language, name: str) -> str:
    return plain(room.words.say(language, Say(name)))


def screened(room: Newsroom, markup: Markup) -> Verdict:
    """Return the verdict on a text that passes; raise DeskBroken with what it breaks."""
    try:
        room.gate.admit(markup)
    except Blocked as blocked:
        found = objections(verdict_record(blocked.verdict))
        raise DeskBroken(
            count=len(found), lines=tuple(finding_line(one) for one in found)
        ) from None
    return _judged(room, markup)


def _judged(room: Newsroom, markup: Markup) -> Verdict:
    return room.gate.judge(plain(markup), Lane.OUTGOING)


def _suggested(line: Markup, found: Sequence[dict[str, str]], quoted: Sequence[str]) -> Markup:
    """Return a line with each sentence that breaks a rule replaced by what is suggested."""
    text = plain(line)
    if any(title in text for title in quoted):
        return line
    pieces = SENTENCE.split(text)
    said = [_better(piece, found) for piece in pieces]
    return line if said == pieces else escape("".join(said))


def _better(piece: str, found: Sequence[dict[str, str]]) -> str:
    for finding in found:
        if finding["suggestion"] and finding["excerpt"] in piece:
            return finding["suggestion"]
    return piece


def _keep(
    session: Session,
    room: Newsroom,
    edition: BriefEdition,
    content: Content,
    origin: Origin,
    deed: Deed,
    action: str,
) -> Standing:
    before = {"version": edition.version, "text": plain(Markup(edition.markup))}  # noqa: S704
    number = edition.version + 1
    author = deed.actor_id
    if not editions.change(session, edition, content, origin, deed.now, author, author_id=author):
        raise DeskChanged(who="none", version=number, at="")
    after = {"version": number, "text": plain(Markup(content.markup))}  # noqa: S704
    target = f"edition:{edition.id} {edition.day} {edition.slot.value} {edition.tier.value}"
    deed.log(session, action, target, before, after)
    cards.refresh(session, room, due_of(room, edition), deed.now)
    return current(session, room, edition.id)

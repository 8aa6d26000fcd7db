"""Corrections in the database: opened, written, given a reason, confirmed, carried out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape
from sqlmodel import Session

from bot.briefs import editions
from bot.briefs.binding import unbound_numbers
from bot.briefs.corrections import copies, progress_card
from bot.briefs.corrections.body import WITHDRAWN, Body, body_of, is_withdrawn, marked
from bot.briefs.corrections.copies import Progress
from bot.briefs.corrections.errors import (
    CorrectionGone,
    CorrectionNoEdition,
    CorrectionNoFigure,
    CorrectionReason,
    CorrectionSame,
    CorrectionSecond,
    CorrectionWithdrawn,
)
from bot.briefs.corrections.later import FOOT_AT, foot_at, later_figures, moment
from bot.briefs.corrections.states import (
    LONGEST_REASON,
    OPEN,
    CorrectionKind,
    CorrectionState,
)
from bot.briefs.corrections.swaps import (
    Swap,
    figures_in,
    offers,
    put_in,
    used_by,
    with_swaps,
)
from bot.briefs.desk.editing import screened, without_frame
from bot.briefs.desk.errors import (
    DeskEmpty,
    DeskNoAlternative,
    DeskTooLong,
    DeskUnbound,
    DeskUnclear,
)
from bot.briefs.desk.numbers import Record, UnboundError
from bot.briefs.desk.verdicts import verdict_record
from bot.briefs.desk.wording import Shown, reworded, untouched
from bot.briefs.desk.writing import names_of
from bot.briefs.length import LONGEST_CAPTION, caption_length
from bot.briefs.newsroom import Newsroom
from bot.briefs.slots import POSTED
from bot.i18n import Say
from bot.markup import plain
from bot.members.deed import Deed
from db.models.brief import BriefEdition
from db.models.correction import Correction
from db.repositories import briefs, corrections

OFFERS = "offers"


@dataclass(frozen=True)
class Form:
    """A correction with the edition that it is about."""

    correction: Correction
    edition: BriefEdition
    reviewed: bool

    @property
    def swaps(self) -> list[Swap]:
        """Return the figures that it changes."""
        return [Swap.of(record) for record in self.correction.content.get("swaps", [])]

    @property
    def offers(self) -> list[list[Swap]]:
        """Return the figures that it offers to put right, by symbol."""
        kept = self.correction.content.get(OFFERS, [])
        return [[Swap.of(record) for record in records] for records in kept]

    @property
    def redraws(self) -> bool:
        """Tell whether the picture shows a figure that is changed."""
        if self.correction.kind is CorrectionKind.WITHDRAWAL:
            return self.edition.picture is not None
        shown = {
            (tuple(r["symbols"]), r["field"]) for r in self.edition.snapshot.get("picture", [])
        }
        return any(swap.key in shown for swap in self.swaps)

    @property
    def can_redraw(self) -> bool:
        """Tell whether the picture was kept in a form that can be drawn again."""
        is_withdrawal = self.correction.kind is CorrectionKind.WITHDRAWAL
        return is_withdrawal or "card" in self.edition.snapshot


def posted_edition(session: Session, edition_id: int) -> BriefEdition:
    """Return an edition that was sent or is about to be; raise CorrectionNoEdition."""
    edition = briefs.by_id(session, edition_id)
    if edition is None or edition.state not in POSTED:
        raise CorrectionNoEdition(received=edition_id)
    return edition


def open_form(
    session: Session,
    room: Newsroom,
    edition_id: int,
    kind: CorrectionKind,
    deed: Deed,
    body: Sequence[Markup] = (),
) -> Form:
    """Open a correction: for a text to come, for a `body` at hand, or a withdrawal."""
    edition = posted_edition(session, edition_id)
    if is_withdrawn(edition.snapshot):
        raise CorrectionWithdrawn
    waits_for_text = kind is CorrectionKind.TEXT and not body
    values = {
        "edition_id": edition_id,
        "base_version": edition.version,
        "kind": kind,
        "state": CorrectionState.TEXT if waits_for_text else CorrectionState.REASON,
        "body": "\n".join(body),
        "content": {},
        "author_id": deed.actor_id,
        "opened_at": deed.now,
        "key": f"{deed.key}:correct",
    }
    made = corrections.add(session, values)
    assert made is not None  # noqa: S101 - it was added just now, or before
    return _form(room, made, edition)


def form_of(session: Session, room: Newsroom, correction_id: int) -> Form:
    """Return an open form; raise CorrectionGone where it is over or overtaken."""
    correction = corrections.by_id(session, correction_id)
    if correction is None or correction.state not in OPEN:
        raise CorrectionGone
    edition = posted_edition(session, correction.edition_id)
    if edition.version != correction.base_version:
        raise CorrectionGone
    return _form(room, correction, edition)


def prompt(session: Session, correction_id: int, chat_id: int, message_id: int) -> None:
    """Note the message to which a reply is the form's text or reason."""
    place = {"prompt_chat_id": chat_id, "prompt_message_id": message_id}
    corrections.change(session, correction_id, OPEN, place)


def offer_figures(
    session: Session, room: Newsroom, edition_id: int, fresh: Sequence[Record], deed: Deed
) -> Form:
    """Open a correction that offers the figures for which the newest quotes differ."""
    edition = posted_edition(session, edition_id)
    found = offers(figures_in(edition.snapshot), fresh)
    if not found:
        raise CorrectionNoFigure
    kept = [[swap.record() for swap in swaps] for swaps in found.values()]
    form = open_form(session, room, edition_id, CorrectionKind.TEXT, deed)
    corrections.change(session, form.correction.id, OPEN, {"content": {OFFERS: kept}})
    return form_of(session, room, form.correction.id)


def take_figures(session: Session, room: Newsroom, correction_id: int, place: int) -> Form:
    """Put the offered figures of one symbol right and leave every word as it is."""
    form = form_of(session, room, correction_id)
    if not 0 <= place < len(form.offers):
        raise DeskNoAlternative
    swaps = form.offers[place]
    shown = shown_of(room, form.edition)
    lines = put_in(shown.lines, shown, swaps)
    screened(room, body_of(form.edition.markup, form.edition.snapshot).with_mark(lines, Markup()))
    values = {
        "body": "\n".join(lines),
        "content": {"swaps": [swap.record() for swap in swaps]},
        "state": CorrectionState.REASON,
    }
    corrections.change(session, correction_id, OPEN, values)
    return form_of(session, room, correction_id)


def without_line(
    session: Session, room: Newsroom, edition_id: int, version: int, place: int, deed: Deed
) -> Form:
    """Open a correction that leaves one line out."""
    edition = posted_edition(session, edition_id)
    lines = body_of(edition.markup, edition.snapshot).lines
    if edition.version != version:
        raise CorrectionGone
    if not 0 < place < len(lines) or len(lines) < 3:
        raise DeskNoAlternative
    left = [line for number, line in enumerate(lines) if number != place]
    return open_form(session, room, edition_id, CorrectionKind.TEXT, deed, left)


def take_text(
    session: Session,
    room: Newsroom,
    correction_id: int,
    typed: Markup,
    fresh: Sequence[Record],
) -> Form:
    """Take the new text of an edition; refuse numbers that nothing vouches for, and rules' no."""
    form = form_of(session, room, correction_id)
    body = body_of(form.edition.markup, form.edition.snapshot)
    shown = shown_of(room, form.edition, fresh)
    own = without_frame(room, form.edition, typed, body.lines[0], body.foot)
    marks = {plain(mark).strip() for mark in body.marks}
    own = [line for line in own if plain(line).strip() not in marks]
    if len(own) < 2:
        raise DeskEmpty
    try:
        wording, lines = reworded(own, shown)
    except UnboundError as error:
        if error.several:
            raise DeskUnclear(number=error.numbers[0]) from None
        numbers = "、".join(error.numbers)
        raise DeskUnbound(numbers=numbers, count=len(error.numbers)) from None
    if lines == list(body.lines):
        raise CorrectionSame
    screened(room, body.with_mark(lines, Markup()))
    swaps = used_by(wording, figures_in(form.edition.snapshot), fresh)
    values = {
        "body": "\n".join(lines),
        "content": {"swaps": [swap.record() for swap in swaps]},
        "state": CorrectionState.REASON,
    }
    if not corrections.change(session, correction_id, OPEN, values):
        raise CorrectionGone
    return form_of(session, room, correction_id)


def take_reason(
    session: Session, room: Newsroom, correction_id: int, reason: str, now: datetime
) -> Form:
    """Take the reason, which readers will see; refuse what they may not."""
    form = form_of(session, room, correction_id)
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST_REASON:
        raise CorrectionReason(limit=LONGEST_REASON)
    known = [*figures_in(form.edition.snapshot), *(swap.new for swap in form.swaps)]
    unbound = unbound_numbers(said, {record["written"] for record in known})
    if unbound:
        numbers = "、".join(one.text for one in unbound)
        raise DeskUnbound(numbers=numbers, count=len(unbound))
    correction = form.correction
    correction.reason = said
    markup = text_of(room, form, now)
    screened(room, markup)
    over = caption_length(markup) - LONGEST_CAPTION
    if over > 0:
        raise DeskTooLong(over=over, limit=LONGEST_CAPTION)
    values = {"reason": said, "state": CorrectionState.READY}
    if not corrections.change(session, correction_id, OPEN, values):
        raise CorrectionGone
    return form_of(session, room, correction_id)


def drop(session: Session, room: Newsroom, correction_id: int, deed: Deed) -> Form:
    """Close a form without doing anything."""
    form = form_of(session, room, correction_id)
    values = {"state": CorrectionState.DROPPED, "decided_by": deed.actor_id}
    corrections.change(session, correction_id, OPEN, values | {"decided_at": deed.now})
    return form


def require_second(form: Form, actor: int) -> None:
    """Under review refuse whoever wrote it: somebody else has to say yes."""
    if form.reviewed and form.correction.author_id == actor:
        raise CorrectionSecond


def confirm(
    session: Session, room: Newsroom, correction_id: int, picture: bytes | None, deed: Deed
) -> Progress:
    """Put the corrected version in place and see to every copy, in one transaction."""
    form = form_of(session, room, correction_id)
    correction, edition = form.correction, form.edition
    if correction.state is not CorrectionState.READY:
        raise CorrectionGone
    require_second(form, deed.actor_id)
    markup = text_of(room, form, deed.now)
    verdict = screened(room, markup)
    number = edition.version + 1
    decided = {
        "state": CorrectionState.APPLIED,
        "version": number,
        "decided_by": deed.actor_id,
        "decided_at": deed.now,
    }
    if not corrections.change(session, correction_id, CorrectionState.READY, decided):
        raise CorrectionGone
    _keep(session, form, markup, verdict_record(verdict), picture, number, room, deed)
    _log(session, form, markup, number, deed)
    applied = corrections.by_id(session, correction_id)
    assert applied is not None  # noqa: S101 - it was changed just now
    progress = copies.carry_out(session, room, applied, deed.now)
    assert progress is not None  # noqa: S101 - its version is the newest
    progress_card.show(session, room, applied, progress, deed.now)
    return progress


def carry_on(session: Session, room: Newsroom, now: datetime) -> int:
    """Go on with every correction whose copies are not all seen to; return how many those are."""
    found = corrections.unsettled(session)
    for correction in found:
        progress = copies.carry_out(session, room, correction, now)
        if progress is not None:
            progress_card.show(session, room, correction, progress, now)
    return len(found)


def text_of(room: Newsroom, form: Form, now: datetime) -> Markup:
    """Return the edition as it will read, marked with the time and the reason."""
    correction, edition = form.correction, form.edition
    body = body_of(edition.markup, edition.snapshot)
    mark = mark_of(room, form, now)
    if correction.kind is CorrectionKind.WITHDRAWAL:
        return body.with_mark(body.lines[:1], mark)
    lines = [Markup(line) for line in correction.body.split("\n")]  # noqa: S704 - screened
    return body.with_mark(lines, mark)


def mark_of(room: Newsroom, form: Form, now: datetime) -> Markup:
    """Return the line that says when and why it was corrected, and what is newer than the foot."""
    edition, correction = form.edition, form.correction
    when, reason = moment(room, edition, now), correction.reason or ""
    say = Say(f"correction-mark-{correction.kind.value}", when=when, reason=reason)
    if figures := later_figures(room, edition, form.swaps):
        say = Say("correction-mark-later", when=when, figures=figures, reason=reason)
    return room.words.say(edition.language, say)


def shown_of(room: Newsroom, edition: BriefEdition, fresh: Sequence[Record] = ()) -> Shown:
    """Return a sent edition as what somebody changes; newest quotes may vouch for numbers too."""
    body: Body = body_of(edition.markup, edition.snapshot)
    records = [*figures_in(edition.snapshot), *fresh]
    quoted = [
        str(escape(item[name]))
        for item in edition.snapshot.get("headlines", [])
        for name in ("title", "source")
    ]
    return Shown(
        lines=body.lines,
        wording=untouched(body.lines),
        records=tuple(records),
        quotations=tuple(quoted),
        names=names_of(room, records, edition.language),
    )


def _form(room: Newsroom, correction: Correction, edition: BriefEdition) -> Form:
    return Form(correction, edition, edition.slot in room.reviewed)


def _keep(
    session: Session,
    form: Form,
    markup: Markup,
    verdict: Mapping[str, Any],
    picture: bytes | None,
    number: int,
    room: Newsroom,
    deed: Deed,
) -> None:
    edition, correction = form.edition, form.correction
    snapshot = marked(with_swaps(edition.snapshot, form.swaps), mark_of(room, form, deed.now))
    if correction.kind is CorrectionKind.WITHDRAWAL:
        snapshot[WITHDRAWN] = True
    snapshot[FOOT_AT] = foot_at(edition.snapshot)
    content = editions.Content(str(markup), picture, snapshot, verdict)
    if not editions.correct(
        session, edition, content, number, deed.now, correction.author_id, correction.reason
    ):
        raise CorrectionGone


def _log(session: Session, form: Form, markup: Markup, number: int, deed: Deed) -> None:
    edition, correction = form.edition, form.correction
    deed.log(
        session,
        "brief-withdraw" if correction.kind is CorrectionKind.WITHDRAWAL else "brief-correct",
        f"edition:{edition.id} {edition.day} {edition.slot.value} {edition.tier.value}",
        {"version": edition.version, "text": plain(Markup(edition.markup))},  # noqa: S704 - read
        {"version": number, "text": plain(markup), "author": correction.author_id},
        correction.reason,
    )

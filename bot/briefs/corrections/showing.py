"""A correction as an operator looks at it: the form, the offers, whom it reaches."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.briefs.corrections.body import body_of
from bot.briefs.corrections.service import Form
from bot.briefs.corrections.states import NOTE_AFTER, CorrectionKind
from bot.briefs.desk.writing import names_of
from bot.briefs.names import called
from bot.briefs.newsroom import Newsroom
from bot.buttons import Button, Rows
from bot.delivery.lanes import DeliveryState
from bot.i18n import Say
from bot.markup import plain
from bot.members.names import LANGUAGE_NAMES
from bot.members.tiers import GroupState
from db.models.brief import BriefEdition
from db.repositories import corrections, groups

MOST_OFFERS = 8
LONGEST_LABEL = 16


@dataclass(frozen=True, slots=True)
class Radius:
    """Whom a correction reaches: copies to edit, copies not sent yet, and the exceptions.

    `old`: sent so long ago that a note is posted besides. `gone`: titles of groups that the
    bot is no longer in. `unknown`: copies of which nobody knows whether they arrived.
    """

    sent: int
    unsent: int
    old: int
    unknown: int
    gone: tuple[str, ...]


def radius_of(session: Session, edition: BriefEdition, now: datetime) -> Radius:
    """Return whom a correction of an edition would reach."""
    found = corrections.copies(session, edition)
    sent = [copy for copy in found if copy.state is DeliveryState.SENT]
    gone = []
    for copy in sent:
        group = groups.by_chat(session, copy.chat_id)
        if group is not None and group.state is GroupState.REMOVED:
            gone.append(group.title)
    return Radius(
        sent=len(sent),
        unsent=sum(copy.state is DeliveryState.QUEUED for copy in found),
        old=sum(c.settled_at is not None and now - c.settled_at > NOTE_AFTER for c in sent),
        unknown=sum(c.state in {DeliveryState.UNKNOWN, DeliveryState.SENDING} for c in found),
        gone=tuple(gone),
    )


def radius_lines(form: Form, radius: Radius, list_comma: str) -> list[Say]:
    """Return whom it reaches, who is left out and why, and who has to say yes."""
    lines = [Say("correction-radius", count=radius.sent)]
    if radius.unsent:
        kind = form.correction.kind.value
        lines.append(Say(f"correction-radius-unsent-{kind}", count=radius.unsent))
    if radius.old:
        lines.append(Say("correction-radius-old", count=radius.old))
    if radius.unknown:
        lines.append(Say("correction-radius-unknown", count=radius.unknown))
    if radius.gone:
        groups_named = list_comma.join(radius.gone[:10])
        lines.append(Say("correction-radius-gone", groups=groups_named))
    if form.redraws:
        lines.append(Say(f"correction-radius-picture-{str(form.can_redraw).lower()}"))
    lines.append(Say("correction-radius-apart"))
    if form.reviewed:
        lines.append(Say("correction-second-wanted"))
    return lines


def name_of(edition: BriefEdition) -> Say:
    """Return what to call an edition."""
    return Say(
        "correction-edition",
        day=edition.day,
        brief=Say(f"brief-slot-{edition.slot.value}"),
        tier=Say(f"brief-tier-{edition.tier.value}"),
        language=LANGUAGE_NAMES[edition.language],
        number=str(edition.id),
    )


def edition_buttons(editions: list[BriefEdition]) -> Rows:
    """Return a button for each edition."""
    return tuple((Button(name_of(one), f"correct:form-{one.id}"),) for one in editions)


def form_buttons(edition: BriefEdition, *, runs: bool) -> Rows:
    """Return what may be done: changing texts is for who runs the briefs."""
    change = (
        Button(Say("button-correct-text"), f"correct:text-{edition.id}"),
        Button(Say("button-correct-figures"), f"correct:figs-{edition.id}"),
        Button(Say("button-correct-line"), f"correct:lines-{edition.id}"),
    )
    withdraw = (Button(Say("button-correct-withdraw"), f"correct:back-{edition.id}"),)
    return (change, withdraw) if runs else (withdraw,)


def line_buttons(edition: BriefEdition) -> Rows:
    """Return a button for each line that can be left out."""
    lines = body_of(edition.markup, edition.snapshot).lines
    about = f"{edition.id}-{edition.version}"
    return tuple(
        (
            Button(
                Say("button-desk-cut", line=plain(line).strip()[:LONGEST_LABEL]),
                f"correct:cut-{about}-{place}",
            ),
        )
        for place, line in enumerate(lines)
        if place
    )


def offer_buttons(room: Newsroom, form: Form) -> Rows:
    """Return a button for each symbol whose figures can be put right."""
    rows = []
    for place, swaps in enumerate(form.offers[:MOST_OFFERS]):
        symbol = swaps[0].old["symbols"][0]
        names = names_of(room, [swap.old for swap in swaps], form.edition.language)
        label = Say(
            "button-correct-figure",
            name=names.get(symbol) or called(symbol),
            old=swaps[0].old["written"],
            new=swaps[0].new["written"],
        )
        rows.append((Button(label, f"correct:fig-{form.correction.id}-{place}"),))
    return tuple(rows)


def confirm_buttons(form: Form) -> Rows:
    """Return the buttons under the preview."""
    number = form.correction.id
    kind = CorrectionKind(form.correction.kind).value
    return (
        (
            Button(Say(f"button-correct-ok-{kind}"), f"correct:ok-{number}"),
            Button(Say("button-correct-drop"), f"correct:drop-{number}"),
        ),
    )

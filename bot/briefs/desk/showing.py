"""A draft as an operator looks at it: the whole edition, what may be done, what may be replaced."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlmodel import Session

from bot.briefs.desk import cards
from bot.briefs.desk.choices import choices_from, term_at
from bot.briefs.desk.deciding import current
from bot.briefs.desk.editing import Part, parts_of
from bot.briefs.desk.view import Board, Standing, board_of
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.buttons import Button, Rows
from bot.i18n import Say
from db.models.desk import DeskPreview
from db.repositories import deliveries, desk

MOST_LINES = 8
LONGEST_LABEL = 16
EDIT, REJECT = "edit", "reject"
"""What a reply to a shown draft is: its new text, or the reason why it is rejected."""


@dataclass(frozen=True)
class Look:
    """A draft with its picture; `assistant`: whether there is one to be asked for a text."""

    standing: Standing
    picture: bytes | None
    assistant: bool = False

    @property
    def message(self) -> Say:
        """Return the edition as readers would see it, marked as a preview."""
        edition = self.standing.edition
        text = Markup(edition.markup)  # noqa: S704 - rendered or screened before
        head = "writer-preview" if self.standing.assisted else "desk-preview"
        return Say(head, mark=Say("desk-preview-mark"), version=edition.version, text=text)

    @property
    def buttons(self) -> Rows:
        """Return what may be done with it."""
        return buttons_of(self.standing, assistant=self.assistant)


def look(session: Session, room: Newsroom, edition_id: int) -> Look:
    """Return a draft as it stands now."""
    standing = current(session, room, edition_id)
    picture = standing.edition.picture
    drawn = deliveries.picture(session, picture) if picture else None
    return Look(standing, drawn, assistant=room.writer is not None)


def buttons_of(one: Standing, *, assistant: bool = False) -> Rows:
    """Return the buttons under a preview."""
    edition = one.edition
    if edition.decision is not None:
        undo = Button(Say(f"button-desk-undo-{edition.decision.value}"), f"desk:undo-{edition.id}")
        return ((undo,),)
    if not one.is_open:
        return ()
    about = f"{edition.id}-{edition.version}"
    decide = [
        Button(Say("button-desk-bare"), f"desk:bare-{about}"),
        Button(Say("button-desk-reject"), f"desk:no-{about}"),
    ]
    if one.case.sendable:
        tier = Say(f"brief-tier-{edition.tier.value}")
        decide.insert(0, Button(Say("button-desk-approve", tier=tier), f"desk:ok-{about}"))
    change = [
        Button(Say("button-desk-edit"), f"desk:edit-{about}"),
        Button(Say("button-desk-part"), f"desk:part-{about}"),
    ]
    if any(finding["suggestion"] for finding in one.objections):
        change.append(Button(Say("button-desk-fix"), f"desk:fix-{about}"))
    rows = (tuple(decide), tuple(change))
    if not assistant:
        return rows
    return (*rows, (Button(Say("button-writer"), f"desk:write-{about}"),))


def part_buttons(one: Standing) -> Rows:
    """Return a button for each section that can be replaced or left out."""
    edition = one.edition
    about = f"{edition.id}-{edition.version}"
    rows: list[tuple[Button, ...]] = []
    term = term_at(
        edition.day, choices_from(edition.snapshot.get("choices", {})).term, edition.language
    )
    for kind, place, begins in parts_of(edition)[: MOST_LINES + 1]:
        if kind is Part.HEADLINES:
            rows.append(
                (
                    Button(Say("button-desk-news-next"), f"desk:news-{about}-next"),
                    Button(Say("button-desk-news-none"), f"desk:news-{about}-none"),
                )
            )
            continue
        cut = Button(
            Say("button-desk-cut", line=begins[:LONGEST_LABEL]), f"desk:cut-{about}-{place}"
        )
        if term.meaning in begins:
            rows.append((Button(Say("button-desk-term"), f"desk:term-{about}-next"), cut))
        else:
            rows.append((cut,))
    return tuple(rows)


def shown_at(session: Session, chat_id: int, message_id: int) -> DeskPreview | None:
    """Return which draft a message shows, if it shows one."""
    return desk.preview_at(session, chat_id, message_id)


def remember(
    session: Session,
    place: tuple[int, int],
    edition_id: int,
    version: int,
    purpose: str,
    now: datetime,
) -> None:
    """Note what a message, given as (chat, message id), shows and what a reply to it is."""
    desk.keep_preview(session, place, edition_id, version, purpose, now)


def card_at(
    session: Session, room: Newsroom, due: DueSlot, chat_id: int, message_id: int
) -> Board | None:
    """Return the slot whose card a message is; nothing if it is no card of that slot."""
    delivery = deliveries.with_key(session, cards.card_key(due, chat_id))
    if delivery is None or delivery.message_id != message_id:
        return None
    return board_of(session, room, due)

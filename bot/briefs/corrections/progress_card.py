"""The card of a correction in the operators' group: how many copies are edited, noted, left."""

from datetime import datetime

from sqlmodel import Session

from bot.briefs.corrections.copies import Progress
from bot.briefs.corrections.states import Fate
from bot.briefs.desk import cards
from bot.briefs.newsroom import Newsroom
from bot.compliance.verdict import Lane as Screening
from bot.delivery.cards import redraw
from bot.i18n import Say
from db.models.correction import Correction
from db.repositories import briefs, deliveries


def show(
    session: Session, room: Newsroom, correction: Correction, progress: Progress, now: datetime
) -> None:
    """Post the card of a correction, once; bring it to the newest state ever after."""
    say = card_of(session, room, correction, progress)
    name = f"correction:{correction.id}"
    room.alerts.raise_in(session, name, say, now)
    for chat_id, language in cards.audience(session, room):
        delivery = deliveries.with_key(session, f"alert:{name}:{chat_id}")
        if delivery is None:
            continue
        text = room.gate.admit(room.words.say(language, say), Screening.OPERATORS)
        if delivery.message_id is not None and delivery.markup == str(text.markup):
            continue
        state = f"correction-card:{delivery.id}:{_state(progress)}"
        redraw(session, delivery, state, text, (), now)


def card_of(session: Session, room: Newsroom, correction: Correction, progress: Progress) -> Say:
    """Return the card: what was corrected, by whom, and how far it is."""
    edition = briefs.by_id(session, correction.edition_id)
    assert edition is not None  # noqa: S101 - a foreign key
    at = (correction.decided_at or correction.opened_at).astimezone(room.zone).time()
    lines = [
        Say(
            "correction-progress",
            edited=progress.count(Fate.EDITED),
            total=progress.total,
            noted=progress.count(Fate.NOTED),
            failed=progress.count(Fate.FAILED),
        )
    ]
    if waiting := progress.count(Fate.WAITING):
        lines.append(Say("correction-progress-waiting", count=waiting))
    if withheld := progress.count(Fate.WITHHELD):
        lines.append(Say("correction-progress-withheld", count=withheld))
    if progress.over:
        lines.append(Say("correction-progress-over"))
    return Say(
        f"correction-card-{correction.kind.value}",
        day=edition.day,
        brief=Say(f"brief-slot-{edition.slot.value}"),
        tier=Say(f"brief-tier-{edition.tier.value}"),
        number=str(edition.id),
        before=correction.base_version,
        after=correction.version or correction.base_version,
        at=at,
        reason=correction.reason or "",
        lines=tuple(lines),
    )


def _state(progress: Progress) -> str:
    """Return a name for how far it is: counts never come back to where they were."""
    return "-".join(str(progress.count(fate)) for fate in Fate)

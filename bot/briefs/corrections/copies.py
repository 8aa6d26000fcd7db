"""Every copy of a corrected edition: edited, noted, replaced before it leaves, counted.

Decided from the database each time, under keys of their own, so it may be run again and again:
after a crash it goes on where it stood.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlmodel import Session

from bot.briefs.corrections.body import is_withdrawn
from bot.briefs.corrections.states import GIVE_UP_AFTER, NOTE_AFTER, OVER, Fate
from bot.briefs.newsroom import Newsroom
from bot.compliance.gate import Screened
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand, otherwise_key
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from db.models.brief import BriefEdition
from db.models.correction import Correction
from db.models.delivery import Delivery
from db.repositories import briefs, corrections, deliveries

WITHHELD = "withdrawn"
UNSENT = frozenset({DeliveryState.FAILED, DeliveryState.EXPIRED, DeliveryState.SUPPRESSED})


@dataclass(frozen=True)
class Progress:
    """What became of the copies so far, by the chat of each."""

    fates: Mapping[int, Fate]

    def count(self, *fates: Fate) -> int:
        """Return how many copies met one of these fates."""
        return sum(fate in fates for fate in self.fates.values())

    @property
    def total(self) -> int:
        """Return how many copies there are to see to."""
        return len(self.fates) - self.count(Fate.NEVER)

    @property
    def over(self) -> bool:
        """Tell whether nothing is left to wait for."""
        return all(fate in OVER for fate in self.fates.values())


@dataclass(frozen=True)
class Task:
    """A correction being carried out: the edition as it reads now, screened."""

    correction: Correction
    edition: BriefEdition
    text: Screened
    note: Screened
    picture: bytes | None

    @property
    def decided_at(self) -> datetime:
        """Return when it was decided."""
        return self.correction.decided_at or self.correction.opened_at

    def key(self, copy: Delivery, version: int | None = None) -> str:
        """Return the key of the edit of a copy to a version."""
        return edit_key(self.edition, version or self.edition.version, copy)


def edit_key(edition: BriefEdition, version: int, copy: Delivery) -> str:
    """Return the key under which a copy is edited to a version, once."""
    return f"correct:{edition.id}:{version}:{group_of(copy)}"


def group_of(copy: Delivery) -> str:
    """Return the group that a copy is for, by its own number, which never changes."""
    return copy.send_key.rpartition(":")[2]


def carry_out(
    session: Session, room: Newsroom, correction: Correction, now: datetime
) -> Progress | None:
    """See to every copy that can be seen to now; nothing where a later correction took over."""
    edition = briefs.by_id(session, correction.edition_id)
    if edition is None or edition.version != correction.version:
        corrections.change(session, correction.id, correction.state, {"settled_at": now})
        return None
    copies = corrections.copies(session, edition)
    task = _task(session, room, correction, edition)
    earlier = [
        one.version
        for one in corrections.applied_of(session, edition.id)
        if one.version is not None and one.version < edition.version
    ]
    for copy in copies:
        _see_to(session, task, copy, earlier, now)
    progress = progress_of(session, edition, copies)
    given_up = now - task.decided_at > GIVE_UP_AFTER
    if progress.over or given_up:
        corrections.change(session, correction.id, correction.state, {"settled_at": now})
    return progress


def progress_of(session: Session, edition: BriefEdition, copies: Sequence[Delivery]) -> Progress:
    """Return what became of the copies of an edition's newest version."""
    return Progress({copy.chat_id: _fate(session, edition, copy) for copy in copies})


def _fate(session: Session, edition: BriefEdition, copy: Delivery) -> Fate:
    if copy.state is DeliveryState.SUPPRESSED and copy.why == WITHHELD:
        return Fate.WITHHELD
    if copy.state in UNSENT:
        return Fate.NEVER
    errand = deliveries.with_key(session, edit_key(edition, edition.version, copy))
    if errand is None or errand.state not in {DeliveryState.SENT, DeliveryState.FAILED}:
        return Fate.WAITING
    if errand.state is DeliveryState.SENT:
        return Fate.EDITED
    note = deliveries.with_key(session, errand.otherwise or _note_key(edition, copy))
    if note is None or note.state in UNSENT:
        return Fate.FAILED
    return Fate.NOTED if note.state is DeliveryState.SENT else Fate.WAITING


def _see_to(
    session: Session, task: Task, copy: Delivery, earlier: Sequence[int], now: datetime
) -> None:
    if copy.state is DeliveryState.QUEUED:
        _replace(session, task, copy, now)
        return
    is_there = copy.state is DeliveryState.SENT and copy.message_id is not None
    if not is_there or not _overtaken(session, task, copy, earlier, now):
        return
    is_old = copy.settled_at is not None and task.decided_at - copy.settled_at > NOTE_AFTER
    note = _note(task, copy, now)
    if is_old:
        enqueue(session, note, now)
    errands.add(session, _errand(task, copy, None if is_old else note), now)


def _replace(session: Session, task: Task, copy: Delivery, now: datetime) -> None:
    """Change a copy that has not left; one that leaves this second is edited afterwards."""
    queued = DeliveryState.QUEUED
    if is_withdrawn(task.edition.snapshot):
        held: dict[str, Any] = {"why": WITHHELD, "settled_at": now}
        deliveries.move(session, copy.id, queued, DeliveryState.SUPPRESSED, **held)
        return
    values: dict[str, Any] = {"markup": str(task.text.markup)}
    if copy.picture:
        values["picture"] = task.edition.picture
    deliveries.move(session, copy.id, queued, queued, **values)


def _overtaken(
    session: Session, task: Task, copy: Delivery, earlier: Sequence[int], now: datetime
) -> bool:
    """Stop what an earlier correction still wanted of a copy; tell whether none is under way.

    An edit that is with Telegram this second must be over first: the older text would win.
    """
    for version in earlier:
        errand = deliveries.with_key(session, task.key(copy, version))
        if errand is None:
            continue
        for found in (errand, deliveries.with_key(session, otherwise_key(errand.send_key))):
            if found is not None:
                waiting = (DeliveryState.QUEUED, DeliveryState.RESERVED)
                gone = DeliveryState.SUPPRESSED
                deliveries.move(session, found.id, waiting, gone, why="overtaken", settled_at=now)
        session.refresh(errand)
        if errand.state is DeliveryState.SENDING:
            return False
    return True


def _errand(task: Task, copy: Delivery, note: Post | None) -> Errand:
    picture = task.picture if copy.picture and copy.picture != task.edition.picture else None
    act = Act.EDIT_TEXT
    if copy.picture:
        act = Act.EDIT_PICTURE if picture is not None else Act.EDIT_CAPTION
    return Errand(
        key=task.key(copy),
        act=act,
        chat_id=copy.chat_id,
        message_id=copy.message_id,
        text=task.text,
        buttons=() if is_withdrawn(task.edition.snapshot) else copy.buttons,
        picture=picture,
        otherwise=note,
        lane=Lane.BRIEF,
        about={
            "edition": task.edition.id,
            "corrects": task.correction.base_version,
            "version": task.edition.version,
            "reason": task.correction.reason or "",
        },
    )


def _note_key(edition: BriefEdition, copy: Delivery) -> str:
    return f"correct-note:{edition.id}:{edition.version}:{group_of(copy)}"


def _note(task: Task, copy: Delivery, now: datetime) -> Post:
    return Post(
        send_key=_note_key(task.edition, copy),
        lane=Lane.BRIEF,
        chat_id=copy.chat_id,
        text=task.note,
        not_before=now,
        thread_id=copy.thread_id,
    )


def _task(session: Session, room: Newsroom, correction: Correction, edition: BriefEdition) -> Task:
    markup = Markup(edition.markup)  # noqa: S704 - screened when it was confirmed
    note = room.words.say(edition.language, note_of(correction, edition))
    picture = deliveries.picture(session, edition.picture) if edition.picture else None
    return Task(correction, edition, room.gate.admit(markup), room.gate.admit(note), picture)


def note_of(correction: Correction, edition: BriefEdition) -> Say:
    """Return the note for a group whose copy cannot be edited, or that nobody scrolls back to."""
    return Say(
        f"correction-note-{correction.kind.value}",
        day=edition.day,
        brief=Say(f"brief-slot-{edition.slot.value}"),
        reason=correction.reason or "",
    )

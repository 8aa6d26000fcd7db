"""Deciding about drafts: approve, figures alone, reject, and take it back, until it is out."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.briefs.desk import cards, telling
from bot.briefs.desk.errors import (
    DeskAlreadyOut,
    DeskChanged,
    DeskDecided,
    DeskGone,
    DeskHeld,
    DeskNothingLeft,
    DeskOwnWork,
    DeskUndecided,
)
from bot.briefs.desk.policy import may_approve
from bot.briefs.desk.view import Standing, board_of, name_of, standing_of
from bot.briefs.due import DueSlot, slot_on
from bot.briefs.newsroom import Newsroom
from bot.briefs.slots import POSTED, Decision, EditionState
from bot.i18n import Say
from bot.members.deed import Deed
from db.models.brief import BriefEdition
from db.repositories import briefs

ACTIONS = {
    Decision.APPROVED: "brief-approve",
    Decision.DATA_ONLY: "brief-data-only",
    Decision.REJECTED: "brief-reject",
}


def decide(
    session: Session,
    room: Newsroom,
    edition_id: int,
    version: int,
    decision: Decision,
    deed: Deed,
    reason: str | None = None,
) -> Standing:
    """Decide about one draft as it was shown; the first of two operators wins.

    Raise DeskChanged, DeskDecided, DeskAlreadyOut or DeskGone with who did what before, and
    DeskHeld or DeskOwnWork where an approval is not possible.
    """
    edition = open_edition(session, room, edition_id, deed.now)
    _require(session, room, edition, version, decision, deed)
    _write(session, room, edition, decision, deed, reason)
    cards.refresh(session, room, due_of(room, edition), deed.now)
    return current(session, room, edition_id)


def approve_all(
    session: Session, room: Newsroom, due: DueSlot, versions: int, deed: Deed
) -> list[Standing]:
    """Approve every draft of a slot that can be approved by whoever presses; return them."""
    if due.is_late(deed.now):
        raise DeskGone
    board = board_of(session, room, due)
    if board.versions != versions:
        raise _changed(session, room, [one.edition for one in board.standings])
    wanted = [one for one in board.standings if one.approvable]
    if not wanted:
        raise DeskNothingLeft
    mine = [one for one in wanted if not _may(room, one.edition, deed.actor_id)]
    if len(mine) == len(wanted):
        raise DeskOwnWork(tier=telling.label_of(mine[0], board))
    approved = [one for one in wanted if one not in mine]
    for one in approved:
        _write(session, room, one.edition, Decision.APPROVED, deed, None)
    cards.refresh(session, room, due, deed.now)
    return [current(session, room, one.edition.id) for one in approved]


def undo(session: Session, room: Newsroom, edition_id: int, deed: Deed) -> Standing:
    """Take a decision back: the draft waits again, for everybody."""
    edition = open_edition(session, room, edition_id, deed.now)
    decision = edition.decision
    if decision is None or not briefs.undecide(session, edition_id, decision):
        raise DeskUndecided
    before = {"decision": decision.value, "by": edition.decided_by}
    deed.log(session, "brief-undo", _target(edition), before, {"decision": None})
    cards.refresh(session, room, due_of(room, edition), deed.now)
    return current(session, room, edition_id)


def open_edition(session: Session, room: Newsroom, edition_id: int, now: datetime) -> BriefEdition:
    """Return an edition that can still be changed; raise DeskAlreadyOut or DeskGone."""
    edition = briefs.by_id(session, edition_id)
    if edition is None or due_of(room, edition).is_late(now):
        raise DeskGone
    if edition.state in POSTED:
        raise DeskAlreadyOut(tier=Say(f"brief-tier-{edition.tier.value}"))
    return edition


def require_current(session: Session, room: Newsroom, edition: BriefEdition, version: int) -> None:
    """Refuse what was meant for another version, or what somebody decided about before."""
    if edition.version != version:
        raise _changed(session, room, [edition])
    if edition.decision is not None or edition.state is not EditionState.AWAITING:
        raise _decided(session, room, edition)


def current(session: Session, room: Newsroom, edition_id: int) -> Standing:
    """Return an edition as it stands now."""
    edition = briefs.by_id(session, edition_id)
    if edition is None:
        raise DeskGone
    return standing_of(session, room, edition)


def due_of(room: Newsroom, edition: BriefEdition) -> DueSlot:
    """Return the slot of an edition."""
    return slot_on(edition.day, edition.slot, room.times, room.zone)


def _require(
    session: Session,
    room: Newsroom,
    edition: BriefEdition,
    version: int,
    decision: Decision,
    deed: Deed,
) -> None:
    require_current(session, room, edition, version)
    if decision is not Decision.APPROVED:
        return
    standing = standing_of(session, room, edition)
    if not standing.case.sendable:
        count = len(standing.objections) + len(standing.verdict.get("unbound", ()))
        raise DeskHeld(count=count)
    if not _may(room, edition, deed.actor_id):
        raise DeskOwnWork(tier=Say(f"brief-tier-{edition.tier.value}"))


def _write(
    session: Session,
    room: Newsroom,
    edition: BriefEdition,
    decision: Decision,
    deed: Deed,
    reason: str | None,
) -> None:
    first = briefs.decide(session, edition.id, edition.version, decision, deed.actor_id, deed.now)
    if not first:
        fresh = briefs.by_id(session, edition.id)
        raise _decided(session, room, fresh or edition)
    after = {"decision": decision.value, "version": edition.version}
    target = f"{_target(edition)}"
    key = Deed(deed.actor_id, f"{deed.key}:{edition.id}", deed.now, deed.day)
    key.log(session, ACTIONS[decision], target, {"decision": None}, after, reason)


def _may(room: Newsroom, edition: BriefEdition, actor: int) -> bool:
    return edition.slot not in room.reviewed or may_approve(actor, edition.author_id)


def _target(edition: BriefEdition) -> str:
    return f"edition:{edition.id} {edition.day} {edition.slot.value} {edition.tier.value}"


def _changed(session: Session, room: Newsroom, editions: Sequence[BriefEdition]) -> DeskChanged:
    """Return the refusal that names the newest change of several editions."""
    standings = [standing_of(session, room, edition) for edition in editions]
    dated = [one for one in standings if one.changed_at is not None]
    if not dated:
        return DeskChanged(who="none", version=max(e.version for e in editions), at="")
    newest = max(dated, key=lambda one: one.changed_at or one.edition.created_at)
    at = (newest.changed_at or newest.edition.created_at).astimezone(room.zone).time()
    return DeskChanged(who=newest.author, version=newest.edition.version, at=at)


def _decided(session: Session, room: Newsroom, edition: BriefEdition) -> Exception:
    if edition.state in POSTED:
        return DeskAlreadyOut(tier=Say(f"brief-tier-{edition.tier.value}"))
    if edition.decision is None or edition.decided_at is None:
        return DeskGone()
    return DeskDecided(
        who=name_of(session, edition.decided_by),
        what=Say(f"desk-did-{edition.decision.value}"),
        at=edition.decided_at.astimezone(room.zone).time(),
    )

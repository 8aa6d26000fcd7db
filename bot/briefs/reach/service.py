"""Reach in the database: signs stored once, read as figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.briefs.reach.figures import Reach, Sign, reach_of
from bot.briefs.reach.kinds import NOBODY, ReachKind
from bot.briefs.slots import POSTED, Slot
from bot.delivery.lanes import DeliveryState
from bot.i18n import Say
from db.models.brief import BriefEdition
from db.repositories import briefs, corrections, desk, groups, reach

POLL_KEY = "brief-poll:"


@dataclass(frozen=True)
class EditionReached:
    """An edition with its reach."""

    edition: BriefEdition
    reach: Reach


def reacted(
    session: Session,
    place: tuple[int, int],
    person_id: int,
    emojis: Mapping[str, int],
    update_id: int,
    now: datetime,
) -> bool:
    """Note one person's reactions to a message; none left takes them back."""
    return _noted(session, place, ReachKind.REACTION, person_id, emojis, update_id, now)


def reactions_counted(
    session: Session,
    place: tuple[int, int],
    emojis: Mapping[str, int],
    update_id: int,
    now: datetime,
) -> bool:
    """Note the reactions to a message whose authors the network hides."""
    return _noted(session, place, ReachKind.REACTION_COUNTS, NOBODY, emojis, update_id, now)


def tapped(
    session: Session,
    place: tuple[int, int],
    person_id: int,
    what: str,
    update_id: int,
    now: datetime,
    edition_id: int | None = None,
) -> bool:
    """Note a tap on a button under an edition, or under a copy that somebody asked for."""
    found = edition_id or _edition_at(session, place)
    if found is None or briefs.by_id(session, found) is None:
        return False
    return reach.note(
        session, found, place[0], ReachKind.TAP, person_id, what[:64], {}, update_id, now
    )


def voted(
    session: Session, poll_id: str, votes: Mapping[str, int], update_id: int, now: datetime
) -> bool:
    """Note how many voted in the poll that came with an edition."""
    sent = reach.poll_delivery(session, poll_id)
    if sent is None or not sent.send_key.startswith(POLL_KEY):
        return False
    day, slot, group = sent.send_key.removeprefix(POLL_KEY).split(":")
    brief = next(
        (
            copy
            for copy in corrections.sent_in_slot(session, date.fromisoformat(day), Slot(slot))
            if copy.send_key.endswith(f":{group}")
        ),
        None,
    )
    edition_id = corrections.edition_of(brief) if brief is not None else None
    if edition_id is None:
        return False
    return reach.note(
        session, edition_id, sent.chat_id, ReachKind.VOTES, NOBODY, "", votes, update_id, now
    )


def of_edition(session: Session, edition: BriefEdition) -> EditionReached:
    """Return the reach of one edition."""
    copies = corrections.copies(session, edition)
    arrived = [copy for copy in copies if copy.state is DeliveryState.SENT]
    people = 0
    for copy in arrived:
        group = groups.by_chat(session, copy.chat_id)
        people += desk.people_in(session, group.id) if group is not None else 0
    signs = [
        Sign(row.kind, row.chat_id, row.person_id, row.what, row.detail, row.count)
        for row in reach.of_edition(session, edition.id)
    ]
    return EditionReached(edition, reach_of(signs, len(arrived), len(copies), people))


def of_day(session: Session, day: date) -> list[EditionReached]:
    """Return the reach of a day's editions that went out, in the order of their slots."""
    found = [
        of_edition(session, edition)
        for slot in Slot
        for edition in briefs.of_slot(session, day, slot)
        if edition.state in POSTED
    ]
    return [one for one in found if one.reach.wanted]


def line_of(session: Session, day: date) -> Say | None:
    """Return one line on a day's briefs together; nothing where none went out yet.

    Groups and people are those of the copies that came farthest: whoever got two briefs of the
    day is not counted twice. Taps and votes add up.
    """
    every = of_day(session, day)
    found = [one.reach for one in every]
    slots: dict[Slot, list[Reach]] = {}
    for one in every:
        slots.setdefault(one.edition.slot, []).append(one.reach)
    if not found:
        return None
    return Say(
        "reach-line",
        groups=max(sum(one.groups for one in some) for some in slots.values()),
        people=max(sum(one.people for one in some) for some in slots.values()),
        reactions=sum(sum(one.reactions.values()) for one in found),
        tappers=sum(one.tappers for one in found),
        votes=sum(one.votes for one in found),
    )


def last_day(session: Session) -> date | None:
    """Return the newest day with an edition that went out."""
    found = corrections.posted(session, limit=1)
    return found[0].day if found else None


def _noted(
    session: Session,
    place: tuple[int, int],
    kind: ReachKind,
    person_id: int,
    emojis: Mapping[str, int],
    update_id: int,
    now: datetime,
) -> bool:
    edition_id = _edition_at(session, place)
    if edition_id is None:
        return False
    return reach.note(session, edition_id, place[0], kind, person_id, "", emojis, update_id, now)


def _edition_at(session: Session, place: tuple[int, int]) -> int | None:
    copy = corrections.copy_at(session, *place)
    return corrections.edition_of(copy) if copy is not None else None

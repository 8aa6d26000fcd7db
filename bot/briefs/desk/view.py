"""A slot as the operators see it: what stands where, what happens at its time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.briefs import service
from bot.briefs.desk.policy import Case, Fate, Ruling, needs_a_person, ruling_of
from bot.briefs.desk.verdicts import is_clean, is_sendable, objections
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.briefs.reach import service as reached
from bot.briefs.slots import EditionState, Origin, Slot
from bot.i18n import Say
from db.models.brief import BriefEdition, EditionVersion
from db.repositories import briefs, members

HUMAN = frozenset({Origin.EDIT, Origin.SECTION, Origin.WRITER})


@dataclass(frozen=True)
class Standing:
    """One edition on the card: the row, what the gate says of it, who did what by name."""

    edition: BriefEdition
    verdict: Mapping[str, Any]
    reviewed: bool
    author: str = ""
    decided_by: str = ""
    changed_at: datetime | None = None

    @property
    def case(self) -> Case:
        """Return what the policy looks at."""
        return Case(
            reviewed=self.reviewed or self.assisted,
            clean=is_clean(self.verdict),
            sendable=is_sendable(self.verdict),
            decision=self.edition.decision,
        )

    @property
    def assisted(self) -> bool:
        """Tell whether the writing assistant has had a hand in it."""
        return bool((self.edition.snapshot.get("wording") or {}).get("assisted"))

    @property
    def ruling(self) -> Ruling:
        """Return what becomes of it if nobody does anything more."""
        return ruling_of(self.case)

    @property
    def objections(self) -> Sequence[Mapping[str, Any]]:
        """Return what a person should look at."""
        return objections(self.verdict)

    @property
    def is_open(self) -> bool:
        """Tell whether it is still a draft."""
        return self.edition.state is EditionState.AWAITING

    @property
    def needs_a_person(self) -> bool:
        """Tell whether it will not go out as it is unless somebody does something."""
        return self.is_open and needs_a_person(self.case)

    @property
    def approvable(self) -> bool:
        """Tell whether a person's approval is possible and still wanting."""
        return self.is_open and self.edition.decision is None and self.case.sendable


@dataclass(frozen=True)
class Board:
    """All editions of a slot that groups read, in the order of their tiers.

    `reach`: in the evening, how far the briefs of the day have come.
    """

    due: DueSlot
    standings: tuple[Standing, ...]
    reach: Say | None = None

    @property
    def revision(self) -> int:
        """Return a number that grows with every change of any of them."""
        return sum(one.edition.revision for one in self.standings)

    @property
    def versions(self) -> int:
        """Return a number that grows with every new wording of any of them."""
        return sum(one.edition.version for one in self.standings)

    def with_fate(self, fate: Fate) -> list[Standing]:
        """Return the drafts that meet a fate if nobody does anything more."""
        return [one for one in self.standings if one.is_open and one.ruling.fate is fate]

    @property
    def waiting(self) -> list[Standing]:
        """Return the drafts that need a person."""
        return [one for one in self.standings if one.needs_a_person]


def board_of(session: Session, room: Newsroom, due: DueSlot) -> Board:
    """Return a slot as it stands now."""
    read = {service.pair_of(group, room) for group in service.reading_groups(session)}
    found = [
        standing_of(session, room, edition)
        for edition in briefs.of_slot(session, due.day, due.slot)
        if (edition.tier, edition.language) in read
    ]
    reach = reached.line_of(session, due.day) if due.slot is Slot.EVENING else None
    return Board(due, tuple(sorted(found, key=lambda one: one.edition.tier.rank)), reach)


def standing_of(session: Session, room: Newsroom, edition: BriefEdition) -> Standing:
    """Return one edition as it stands now."""
    version = briefs.version(session, edition.id, edition.version)
    author = edition.author_id if edition.author_id is not None else None
    return Standing(
        edition=edition,
        verdict=version.verdict if version else {},
        reviewed=edition.slot in room.reviewed,
        author=name_of(session, author),
        decided_by=name_of(session, edition.decided_by),
        changed_at=_changed_at(session, edition, version),
    )


def name_of(session: Session, member_id: int | None) -> str:
    """Return what to call an operator."""
    if member_id is None:
        return ""
    member = members.by_id(session, member_id)
    return member.first_name if member else str(member_id)


def _changed_at(
    session: Session, edition: BriefEdition, version: EditionVersion | None
) -> datetime | None:
    if version is None or edition.author_id is None:
        return None
    if version.origin in HUMAN:
        return version.created_at
    human = [v for v in briefs.versions_of(session, edition.id) if v.origin in HUMAN]
    return human[-1].created_at if human else None

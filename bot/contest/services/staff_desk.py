"""What running a contest needs of the house, and how its people are told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.compliance.errors import Blocked
from bot.compliance.gate import Gate, Screened
from bot.contest.engine import codec
from bot.delivery.alerts import Alerts
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say, Words
from bot.members.deed import Deed
from bot.members.tiers import Binding, Purpose
from bot.points.economy import Economy
from bot.points.level_up import reachable
from db.models.contest import Contest
from db.models.group import Group
from db.repositories import groups, members

WORTH_TELLING = timedelta(days=2)
WORTH_POSTING = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class StaffDesk:
    """The parts of the house that running contests needs.

    `cap`: points that one operator moves a day without a second one. `owners`: their ids.
    """

    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    economy: Economy
    cap: int
    owners: Collection[int] = ()


def tell(
    session: Session, desk: StaffDesk, member_id: int, key: str, deed: Deed, *says: Say
) -> bool:
    """Queue a private receipt: the first of `says` that passes the gate, once for each key.

    What people typed may not go out, so the last one should carry no free text.
    """
    if not reachable(session, member_id):
        return False
    member = members.by_id(session, member_id)
    language = (member.language if member else None) or desk.language
    text = _admitted(desk, language, says)
    if text is None:
        return False
    post = Post(
        send_key=key,
        lane=Lane.RECEIPT,
        chat_id=member_id,
        text=text,
        not_before=deed.now,
        useless_after=deed.now + WORTH_TELLING,
    )
    return enqueue(session, post, deed.now)


def groups_of(session: Session, contest: Contest) -> Sequence[Group]:
    """Return the tier groups of a contest."""
    tiers = codec.rules_from_json(contest.rules).tiers
    return groups.bound(session, *(Binding(tier.value) for tier in tiers)) if tiers else ()


def tell_groups(
    session: Session, desk: StaffDesk, contest: Contest, key: str, deed: Deed, *says: Say
) -> int:
    """Queue a post for every tier group of a contest; return how many are new."""
    found = groups_of(session, contest)
    return sum(tell_group(session, desk, group, key, deed, *says) for group in found)


def tell_group(
    session: Session, desk: StaffDesk, group: Group, key: str, deed: Deed, *says: Say
) -> bool:
    """Queue a post for a group, in its contest's topic where there is one; once for each key.

    The first of `says` that passes the gate goes out.
    """
    text = _admitted(desk, group.language or desk.language, says)
    if text is None:
        return False
    post = Post(
        send_key=f"{key}:{group.id}",
        lane=Lane.CONTEST,
        chat_id=group.chat_id,
        text=text,
        not_before=deed.now,
        thread_id=groups.topic_for(session, group.id, Purpose.CONTEST),
        useless_after=deed.now + WORTH_POSTING,
    )
    return enqueue(session, post, deed.now)


def name_of(session: Session, member_id: int) -> str:
    """Return how somebody is called, or their id."""
    member = members.by_id(session, member_id)
    return member.first_name if member else str(member_id)


def _admitted(desk: StaffDesk, language: Language, says: tuple[Say, ...]) -> Screened | None:
    for say in says:
        try:
            return desk.gate.admit(desk.words.say(language, say))
        except Blocked:
            continue
    return None

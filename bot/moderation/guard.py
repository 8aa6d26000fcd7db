"""What moderation keeps in memory, so that a clean message costs no query but the one it needs.

Caches are per process and short-lived: a policy or a role that another process changed counts
here within `FRESH`. What this process changes it forgets at once.
"""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.members.roles import STAFF
from bot.moderation.flood import Flood, FloodWatch
from bot.moderation.heard import Heard, Speaker
from bot.moderation.ladder import Ladder
from bot.moderation.policy import Policy, from_stored
from db.models.member import Member
from db.repositories import members, moderation

FRESH = timedelta(seconds=30)
SETTLED = timedelta(minutes=10)
MOST_REMEMBERED = 100_000


@dataclass(slots=True)
class Guard:
    """The watch's memory."""

    ladder: Ladder
    flood: FloodWatch
    _policies: dict[int, tuple[Policy, datetime]] = field(default_factory=dict)
    _staff: tuple[Speaker, ...] = ()
    _staff_until: datetime | None = None
    _settled: OrderedDict[tuple[int, int], datetime] = field(default_factory=OrderedDict)
    _names: OrderedDict[int, Speaker] = field(default_factory=OrderedDict)
    _unwatched: dict[int, datetime] = field(default_factory=dict)
    _seen: dict[int, Policy] = field(default_factory=dict)

    def policy(self, session: Session, group_id: int, now: datetime) -> Policy:
        """Return how a group is guarded."""
        kept = self._policies.get(group_id)
        if kept is not None and kept[1] > now:
            return kept[0]
        row = moderation.policy(session, group_id)
        policy = from_stored(row.terms, row.version) if row is not None else Policy()
        self._policies[group_id] = (policy, now + FRESH)
        return policy

    def forget(self, group_id: int) -> None:
        """Read a group's policy anew, and who is new there."""
        self._policies.pop(group_id, None)
        for key in [key for key in self._settled if key[0] == group_id]:
            self._settled.pop(key, None)

    def leave_alone(self, chat_id: int, now: datetime) -> None:
        """Remember that nothing is judged in a chat, and judge nothing there for a while."""
        self._unwatched[chat_id] = now + FRESH

    def watches(self, chat_id: int, now: datetime) -> bool:
        """Tell whether what is said in a chat may have to be judged."""
        until = self._unwatched.get(chat_id)
        return until is None or until <= now

    def see(self, chat_id: int, policy: Policy) -> None:
        """Remember the policy by chat, for what is decided before the database is asked."""
        self._unwatched.pop(chat_id, None)
        self._seen[chat_id] = policy

    def flood_of(self, person: Speaker, heard: Heard, at: datetime, zone: ZoneInfo) -> Flood | None:
        """Tell whether a message is one too many, by what is known of the chat's nights."""
        seen = self._seen.get(heard.chat_id)
        night = seen is not None and seen.night is not None and seen.night.holds(at, zone)
        return self.flood.note(person.id, heard, at, night=night)

    def staff(
        self, session: Session, owners: Collection[int], now: datetime
    ) -> tuple[Speaker, ...]:
        """Return everyone whom the community trusts, with their names."""
        if self._staff_until is None or self._staff_until <= now:
            before, self._staff = self._staff, _read_staff(session, owners)
            self._staff_until = now + FRESH
            if before != self._staff:
                self._names.clear()
        return self._staff

    def is_known_staff(self, person_id: int) -> bool:
        """Tell whether somebody was staff when that was last read."""
        return any(one.id == person_id for one in self._staff)

    def settle(self, group_id: int, member_id: int, now: datetime) -> None:
        """Remember that somebody is no newcomer."""
        self._settled[(group_id, member_id)] = now + SETTLED
        if len(self._settled) > MOST_REMEMBERED:
            self._settled.popitem(last=False)

    def is_settled(self, group_id: int, member_id: int, now: datetime) -> bool:
        """Tell whether somebody was no newcomer a moment ago."""
        until = self._settled.get((group_id, member_id))
        return until is not None and until > now

    def unsettle(self, group_id: int, member_id: int) -> None:
        """Look at somebody's standing again."""
        self._settled.pop((group_id, member_id), None)

    def is_new_name(self, person: Speaker) -> bool:
        """Tell whether somebody's name was not looked at yet."""
        return self._names.get(person.id) != person

    def name_seen(self, person: Speaker) -> None:
        """Remember that somebody's name was looked at."""
        self._names[person.id] = person
        self._names.move_to_end(person.id)
        if len(self._names) > MOST_REMEMBERED:
            self._names.popitem(last=False)


def _read_staff(session: Session, owners: Collection[int]) -> tuple[Speaker, ...]:
    found = {member.id: member for role, member in members.granted(session) if role in STAFF}
    people = {owner: members.by_id(session, owner) for owner in owners} | found
    return tuple(_speaker(person_id, person) for person_id, person in sorted(people.items()))


def _speaker(person_id: int, person: Member | None) -> Speaker:
    if person is None:
        return Speaker(person_id, "")
    return Speaker(person_id, person.first_name, person.last_name, person.username)

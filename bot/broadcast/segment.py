"""Whether somebody gets a broadcast in private, and if not, why."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.broadcast.plan import Activity, Segment
from bot.broadcast.states import Exclusion
from bot.i18n import Language
from bot.members.tiers import Tier


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody, as far as a segment asks.

    `tiers`: of the groups in which they are; `left`: they were in one once. `wanted`: their
    own word on such messages, if they said one. `checked_in`: their last day of check-in.
    `taken`: messages that they get unasked on the day in question.
    """

    id: int
    language: Language
    tiers: frozenset[Tier] = frozenset()
    left: bool = False
    level: int = 1
    checked_in: date | None = None
    staff: bool = False
    hidden: bool = False
    private: bool = True
    reachable: bool = True
    wanted: bool | None = None
    taken: int = 0


def exclusion(person: Person, segment: Segment, today: date, most: int) -> Exclusion | None:
    """Return the first reason why somebody gets nothing; `most` is the day's budget.

    Quiet hours are not asked here: they put a message off, they do not exclude anybody.
    """
    checks = (
        (Exclusion.NAMED, person.id in segment.excluded),
        (Exclusion.STAFF, person.staff),
        (Exclusion.LEFT, person.left and not person.tiers),
        (Exclusion.NOT_IN_SEGMENT, not _in_segment(person, segment, today)),
        (Exclusion.HIDDEN, person.hidden),
        (Exclusion.NO_PRIVATE_CHAT, not person.private),
        (Exclusion.UNREACHABLE, not person.reachable),
        (Exclusion.OPTED_OUT, person.wanted is False),
        (Exclusion.DAILY_BUDGET, person.taken >= most),
    )
    return next((reason for reason, holds in checks if holds), None)


def _in_segment(person: Person, segment: Segment, today: date) -> bool:
    return (
        bool(person.tiers & set(segment.tiers))
        and person.level >= segment.level_from
        and (not segment.level_to or person.level <= segment.level_to)
        and (not segment.languages or person.language in segment.languages)
        and (not segment.asked or person.wanted is True)
        and _is_active(person, segment, today)
    )


def _is_active(person: Person, segment: Segment, today: date) -> bool:
    last = person.checked_in
    since = today - timedelta(days=segment.days)
    match segment.activity:
        case Activity.WITHIN:
            return last is not None and last > since
        case Activity.NEVER:
            return last is None
        case Activity.SILENT:
            return last is not None and last <= since
        case _:
            return True

"""What is told in private: that freezes were used while somebody was away."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.checkin.means import Means
from bot.checkin.streak import StreakEvents, StreakState
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from db.repositories import members

WORTH_TELLING = timedelta(days=1)


def tell_freezes(
    session: Session,
    member_id: int,
    day: date,
    before: StreakState,
    after: StreakState,
    events: StreakEvents,
    means: Means,
    now: datetime,
) -> None:
    """Put the receipt for used freezes into the outbox, once, for whom the bot can write to."""
    member = members.by_id(session, member_id)
    if member is None or member.unreachable_since is not None:
        return
    say = freeze_message(events.frozen, before.length, after)
    text = means.gate.admit(means.words.say(member.language or means.language, say))
    post = Post(
        send_key=f"freeze:{member_id}:{day:%Y%m%d}",
        lane=Lane.RECEIPT,
        chat_id=member_id,
        text=text,
        not_before=now,
        useless_after=now + WORTH_TELLING,
    )
    enqueue(session, post, now)


def freeze_message(frozen: tuple[date, ...], length: int, after: StreakState) -> Say:
    """Say which days the freezes took on themselves, and whether that was enough."""
    if after.length < length:
        return Say("checkin-freeze-not-enough", used=len(frozen), streak=length)
    if len(frozen) > 1:
        first, last = frozen[0], frozen[-1]
        return Say(
            "checkin-freeze-used-two", first=first, last=last, streak=length, left=after.freezes
        )
    return Say("checkin-freeze-used", day=frozen[0], streak=length, left=after.freezes)

"""Sending a broadcast: begun once, filled in parts, each recipient exactly once, told as it goes.

A part and the cursor behind it are one transaction: whatever dies in between is done again
from the same place, and send keys keep those who have their message from getting another.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from markupsafe import Markup
from sqlmodel import Session

from bot.broadcast import cards, checks, service, telling
from bot.broadcast.desk import Desk
from bot.broadcast.growth import has_outgrown
from bot.broadcast.plan import Plan
from bot.broadcast.reaching import Reach, groups_of, people_page
from bot.broadcast.segment import Person, exclusion
from bot.broadcast.states import STOPPABLE, BroadcastState, Exclusion, Variant
from bot.broadcast.telling import Progress
from bot.broadcast.text import composed
from bot.broadcast.variants import variant_for
from bot.buttons import Button, stored
from bot.calendar.service import calendar_for
from bot.compliance.gate import Screened
from bot.compliance.verdict import Lane as Screening
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.attention import MOST_A_DAY, awake_from, offer
from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say
from bot.members.deed import Deed
from bot.members.tiers import Purpose
from db.models.broadcast import Broadcast
from db.models.group import Group
from db.repositories import attention, deliveries, groups
from db.repositories import broadcast as broadcasts

PART = 100
MOST_WAITING = 200
"""Messages of broadcasts that may wait for their place: the rest is not made yet."""
PROGRESS_EVERY = timedelta(seconds=15)
BEFORE_QUIET = timedelta(seconds=30)
"""What the next look comes too late for is put off a little before the quiet hours begin."""
UNSETTLED = (DeliveryState.QUEUED, DeliveryState.SENDING)
NOT_SENT_FOR = {Exclusion.OPTED_OUT, Exclusion.DAILY_BUDGET}
"""Reasons that are the recipient's to know: `/why` tells them."""


def due(session: Session, now: datetime) -> list[tuple[int, Plan]]:
    """Return the approved broadcasts whose time has come."""
    approved = broadcasts.in_states(session, [BroadcastState.APPROVED])
    found = ((one.id, service.plan_of(one)) for one in approved)
    return [(number, plan) for number, plan in found if (plan.starts_at or now) <= now]


def active(session: Session) -> list[int]:
    """Return the broadcasts that are being sent."""
    return [one.id for one in broadcasts.in_states(session, [BroadcastState.SENDING])]


def expire(session: Session, desk: Desk, now: datetime) -> None:
    """Let lapse what nobody agreed to in time, and what was agreed to too long ago."""
    for one in broadcasts.in_states(session, [BroadcastState.SUBMITTED, BroadcastState.APPROVED]):
        until = service.valid_until(one)
        if until is not None and until <= now:
            one.state, one.ended_at = BroadcastState.EXPIRED, now
            session.flush()
            cards.tell_expired(session, one, desk, now)


def start(session: Session, broadcast_id: int, reach: Reach, desk: Desk, deed: Deed) -> bool:
    """Begin an approved broadcast; tell whether it began.

    It is held against today's rules once more, and asks again if it reaches many more people
    or other groups than were agreed to.
    """
    found = broadcasts.locked(session, broadcast_id)
    now = deed.now
    if found is None or found.state is not BroadcastState.APPROVED:
        return False
    wrong = _problems_now(session, found, desk, now)
    if wrong:
        found.state = BroadcastState.DRAFT
        session.flush()
        cards.tell_stopped(session, found, wrong, desk, now)
        return False
    if _outgrew(found, reach):
        service.ask(session, found, reach, desk, deed, grown=int(found.seen["size"]))
        return False
    found.state, found.started_at = BroadcastState.SENDING, now
    session.flush()
    _serve_groups(session, found, desk, now)
    after = {"state": found.state.value, **reach.record()}
    deed.log(session, "broadcast-start", f"broadcast:{found.id}", {"state": "approved"}, after)
    return True


def fill(session: Session, broadcast_id: int, desk: Desk, now: datetime) -> bool:
    """Make the messages of the next part; tell whether there may be another part now."""
    found = broadcasts.locked(session, broadcast_id)
    if found is None or found.state is not BroadcastState.SENDING or found.filled:
        return False
    plan, started = service.plan_of(found), found.started_at or now
    page: Sequence[Person] = ()
    if plan.segment.tiers:
        page = people_page(session, desk, found.cursor, now, started)
    texts = {v: _screened(plan, v, desk) for v in plan.variants}
    made = 0
    for person in page:
        if made == PART:
            break
        made += _serve(session, found, plan, texts, person, desk, now)
        found.cursor = person.id
    found.filled = not page
    session.flush()
    return not found.filled and broadcasts.waiting(session, now) < MOST_WAITING


def progress_of(session: Session, broadcast_id: int) -> Progress:
    """Return how far a broadcast is."""
    counted = broadcasts.counts(session, broadcast_id)
    return Progress(
        sent=counted.get(DeliveryState.SENT, 0),
        waiting=sum(counted.get(state, 0) for state in telling.WAITING),
        unknown=counted.get(DeliveryState.UNKNOWN, 0),
        failed=counted.get(DeliveryState.FAILED, 0) + counted.get(DeliveryState.EXPIRED, 0),
        suppressed=counted.get(DeliveryState.SUPPRESSED, 0),
    )


def report(
    session: Session, broadcast_id: int, progress: Progress, desk: Desk, now: datetime
) -> None:
    """Show the progress on the card every so often, and the end when it is there."""
    found = broadcasts.locked(session, broadcast_id)
    if found is None or found.state is not BroadcastState.SENDING:
        return
    last = deliveries.with_key(session, found.progress) if found.progress else None
    if last is not None and last.state in UNSETTLED:
        return  # two edits at once could arrive in the wrong order
    over = found.filled and not progress.waiting
    if not over and last is not None and last.created_at + PROGRESS_EVERY > now:
        return
    if over:
        found.state, found.ended_at = BroadcastState.DONE, now
        cards.tell_done(session, found, progress, desk, now)
    _edit_card(session, found, progress, desk, now)


def put_off_at_night(session: Session, desk: Desk, now: datetime) -> None:
    """Let what still waits for people wait until the morning."""
    soon = now + BEFORE_QUIET
    awake = awake_from(soon, desk.community.zone)
    if awake > soon:
        attention.put_off(session, Lane.CAMPAIGN, awake)


def pause(session: Session, broadcast_id: int, deed: Deed) -> Broadcast:
    """Hold back whatever has not left."""
    found = service.held(session, broadcast_id, {BroadcastState.SENDING})
    broadcasts.move_all(session, found.id, [DeliveryState.QUEUED], DeliveryState.RESERVED)
    return _moved(session, found, BroadcastState.PAUSED, "broadcast-pause", deed)


def resume(session: Session, broadcast_id: int, deed: Deed) -> Broadcast:
    """Let a paused broadcast go on."""
    found = service.held(session, broadcast_id, {BroadcastState.PAUSED})
    broadcasts.move_all(session, found.id, [DeliveryState.RESERVED], DeliveryState.QUEUED)
    return _moved(session, found, BroadcastState.SENDING, "broadcast-resume", deed)


def cancel(session: Session, broadcast_id: int, deed: Deed) -> tuple[Broadcast, int]:
    """Drop whatever has not left; return how many messages that were."""
    found = service.held(session, broadcast_id, STOPPABLE)
    dropped = broadcasts.move_all(
        session,
        found.id,
        [DeliveryState.QUEUED, DeliveryState.RESERVED],
        DeliveryState.SUPPRESSED,
        why="cancelled",
        settled_at=deed.now,
    )
    found.ended_at = deed.now
    return _moved(session, found, BroadcastState.CANCELLED, "broadcast-cancel", deed), dropped


def _outgrew(found: Broadcast, reach: Reach) -> bool:
    """Tell whether more people, more private messages or other groups came in than agreed to."""
    seen = found.seen
    return bool(
        {group for group, _ in reach.groups} - set(seen["groups"])
        or has_outgrown(int(seen["size"]), reach.size)
        or has_outgrown(int(seen["people"]), reach.people)
    )


def _problems_now(session: Session, found: Broadcast, desk: Desk, now: datetime) -> tuple[Say, ...]:
    plan = service.plan_of(found)
    begins = plan.starts_at or found.approved_at or now
    if now >= begins + timedelta(hours=plan.useless_hours):
        until = begins + timedelta(hours=plan.useless_hours)
        return (Say("broadcast-problem-over", at=until),)
    calendar = calendar_for(session, desk.community.exchange)
    at_once = replace(plan, starts_at=None)  # its time is now: that it is past is no fault
    return checks.problems(at_once, found.picture is not None, desk, calendar, now)


def _serve_groups(session: Session, found: Broadcast, desk: Desk, now: datetime) -> None:
    plan = service.plan_of(found)
    for group in groups_of(session, plan):
        variant = variant_for(plan, found.id, group.id)
        key = f"broadcast:{found.id}:g{group.id}"  # a group's chat id may change, its own does not
        text = _screened(plan, variant, desk)
        post = _post(session, found, key, group.chat_id, text, desk, now, group)
        if broadcasts.add_recipient(session, found.id, key, group.chat_id, variant):
            enqueue(session, post, now)


def _serve(
    session: Session,
    found: Broadcast,
    plan: Plan,
    texts: dict[Variant, Screened],
    person: Person,
    desk: Desk,
    now: datetime,
) -> int:
    """Make one person's message, or the record of why there is none; tell how many were made."""
    why = exclusion(person, plan.segment, desk.community.day_of(now), MOST_A_DAY)
    if why is not None and why not in NOT_SENT_FOR:
        return 0
    variant = variant_for(plan, found.id, person.id)
    key = f"broadcast:{found.id}:{person.id}"
    if not broadcasts.add_recipient(session, found.id, key, person.id, variant):
        return 0
    post = _post(session, found, key, person.id, texts[variant], desk, now, person.language)
    offer(session, post, desk.community, now)
    return 1


def _post(
    session: Session,
    found: Broadcast,
    key: str,
    chat_id: int,
    text: Screened,
    desk: Desk,
    now: datetime,
    reader: Group | Language,
) -> Post:
    plan = service.plan_of(found)
    thread: int | None = None
    buttons: list[list[dict[str, str]]] = []
    if isinstance(reader, Group):
        thread = groups.topic_for(session, reader.id, Purpose.CHAT)
    else:
        stop = Button(Say("button-no-campaigns"), "attention:no-campaign")
        buttons = stored(((stop,),), desk.words, reader)
    begins = found.started_at or now
    return Post(
        send_key=key,
        lane=Lane.CAMPAIGN,
        chat_id=chat_id,
        text=text,
        not_before=now,
        thread_id=thread,
        buttons=buttons,
        picture=deliveries.picture(session, found.picture) if found.picture else None,
        useless_after=begins + timedelta(hours=plan.useless_hours),
    )


def _screened(plan: Plan, variant: Variant, desk: Desk) -> Screened:
    return desk.gate.admit(composed(plan, variant, desk.words))


def _edit_card(
    session: Session, found: Broadcast, progress: Progress, desk: Desk, now: datetime
) -> None:
    if found.card_chat_id is None or found.card_message_id is None:
        return
    group = groups.by_chat(session, found.card_chat_id)
    language = (group.language if group else None) or desk.language
    lines = telling.progress_lines(found, progress)
    markup = Markup("\n").join(desk.words.say(language, line) for line in lines)
    found.progress = f"broadcast:{found.id}:card:{int(now.timestamp())}"
    errand = errands.Errand(
        key=found.progress,
        act=Act.EDIT_TEXT,
        chat_id=found.card_chat_id,
        message_id=found.card_message_id,
        text=desk.gate.admit(markup, Screening.OPERATORS),
        buttons=stored(telling.progress_buttons(found), desk.words, language),
        lane=Lane.ALERT,
    )
    errands.add(session, errand, now)
    session.flush()


def _moved(
    session: Session, found: Broadcast, after: BroadcastState, action: str, deed: Deed
) -> Broadcast:
    before = found.state.value
    found.state = after
    if found.progress:  # what the card says next is not to be overtaken by what it said before
        last = deliveries.with_key(session, found.progress)
        if last is not None:
            deliveries.move(session, last.id, DeliveryState.QUEUED, DeliveryState.SUPPRESSED)
    session.flush()
    told = {"state": after.value}
    deed.log(session, action, f"broadcast:{found.id}", {"state": before}, told)
    return found

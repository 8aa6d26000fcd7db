"""A broadcast from draft to approval: written by one, agreed to by another."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.broadcast import cards, checks
from bot.broadcast.desk import Desk
from bot.broadcast.errors import (
    BroadcastOwnError,
    BroadcastProblemsError,
    BroadcastReasonError,
    BroadcastStaleError,
    BroadcastStateError,
    BroadcastTooEarlyError,
    BroadcastUnknownError,
)
from bot.broadcast.form import FormField, with_choice, with_typed
from bot.broadcast.plan import Plan, Segment, plan_from_json, plan_to_json
from bot.broadcast.reaching import Reach
from bot.broadcast.rewording import reworded
from bot.broadcast.states import CHANGEABLE, BroadcastState, Variant
from bot.broadcast.text import cleaned
from bot.calendar.service import calendar_for
from bot.compliance.verdict import Lane
from bot.delivery.outbox import keep_picture
from bot.i18n import Language, Say
from bot.members import prompts
from bot.members.deed import Deed
from bot.members.service import find_member
from db.models.broadcast import Broadcast
from db.repositories import broadcast as broadcasts

NOUN = "broadcast-field"
APPROVAL_LASTS = timedelta(hours=24)
LEAST_REASON, MOST_REASON = 2, 200


def begin(
    session: Session, text: str, picture: bytes | None, language: Language, deed: Deed
) -> Broadcast:
    """Keep a draft with what was pointed at; the same update makes it only once."""
    plan = Plan(text=cleaned(text), language=language)
    values = {
        "state": BroadcastState.DRAFT,
        "plan": plan_to_json(plan),
        "picture": keep_picture(session, picture) if picture else None,
        "authors": [deed.actor_id],
        "seen": {},
        "created_at": deed.now,
    }
    made = broadcasts.add(session, deed.key, values)
    deed.log(session, "broadcast-new", _target(made), {}, plan_to_json(plan))
    return made


def held(
    session: Session, broadcast_id: int, states: Collection[BroadcastState] | None = None
) -> Broadcast:
    """Return a broadcast to be changed, locked; refuse one in none of `states`."""
    found = broadcasts.locked(session, broadcast_id)
    if found is None:
        raise BroadcastUnknownError(received=broadcast_id)
    if states is not None and found.state not in states:
        raise BroadcastStateError(number=found.id, state=found.state.value)
    return found


def plan_of(found: Broadcast) -> Plan:
    """Return what a broadcast's form holds."""
    return plan_from_json(found.plan)


def await_value(session: Session, broadcast_id: int, field: FormField, deed: Deed) -> None:
    """Take the next plain private message for the value of a field."""
    about = {"broadcast": broadcast_id, "field": field.value}
    prompts.await_answer(session, deed.actor_id, NOUN, about, deed.now)


def type_in(
    session: Session, broadcast_id: int, field: FormField, text: str, desk: Desk, deed: Deed
) -> Broadcast:
    """Put what was typed into a field; what cannot be read leaves the question standing."""

    def typed(plan: Plan) -> Plan:
        if field is FormField.EXCLUDED:
            excluded = _people(session, text)
            return replace(plan, segment=replace(plan.segment, excluded=excluded))
        zone = desk.community.zone
        return with_typed(plan, field, text, deed.now, zone, desk.top_level)

    changed = _change(session, broadcast_id, typed, deed)
    prompts.settle(session, deed.actor_id)
    return changed


def choose(
    session: Session, broadcast_id: int, field: FormField, value: str, deed: Deed
) -> Broadcast:
    """Put what a button stands for into a field; raise ValueError for a forged one."""
    changed = _change(session, broadcast_id, lambda plan: with_choice(plan, field, value), deed)
    prompts.settle(session, deed.actor_id)
    return changed


def put_in(
    session: Session, broadcast_id: int, text: str, picture: bytes | None, deed: Deed
) -> Broadcast:
    """Take text and picture of a message that was pointed at; what it lacks stays as it is."""
    if picture is not None:
        found = held(session, broadcast_id, CHANGEABLE)
        found.picture = keep_picture(session, picture)
    words = cleaned(text)
    return _change(session, broadcast_id, lambda p: replace(p, text=words or p.text), deed)


def drop_picture(session: Session, broadcast_id: int, deed: Deed) -> Broadcast:
    """Send it without its picture."""
    held(session, broadcast_id, CHANGEABLE).picture = None
    return _change(session, broadcast_id, lambda plan: plan, deed)


def reword(session: Session, broadcast_id: int, desk: Desk, deed: Deed) -> Broadcast:
    """Put what the gate suggests in place of each sentence that it objects to."""

    def taken(plan: Plan) -> Plan:
        texts = {}
        for variant in Variant:
            words = plan.words(variant)
            texts[variant] = reworded(words, desk.gate.judge(words, Lane.OUTGOING).causes)
        return replace(plan, text=texts[Variant.A], other=texts[Variant.B])

    return _change(session, broadcast_id, taken, deed)


def problems(session: Session, found: Broadcast, desk: Desk, now: datetime) -> tuple[Say, ...]:
    """Return what keeps a broadcast from being submitted or approved as things stand."""
    calendar = calendar_for(session, desk.community.exchange)
    return checks.problems(plan_of(found), found.picture is not None, desk, calendar, now)


def submit(session: Session, broadcast_id: int, reach: Reach, desk: Desk, deed: Deed) -> Broadcast:
    """Ask for a second person's word: the card goes to the operators' group."""
    found = held(session, broadcast_id, {BroadcastState.DRAFT})
    _require_sound(session, found, desk, deed)
    _joined(found, deed)
    return ask(session, found, reach, desk, deed)


def ask(
    session: Session, found: Broadcast, reach: Reach, desk: Desk, deed: Deed, grown: int = 0
) -> Broadcast:
    """Put a broadcast before the operators; `grown`: how many people were agreed to before."""
    before = found.state.value
    found.state, found.round = BroadcastState.SUBMITTED, found.round + 1
    found.submitted_at, found.approved_by, found.approved_at = deed.now, None, None
    found.reason = None
    session.flush()
    cards.ask(session, found, reach, desk, deed.now, grown)
    after = {"state": found.state.value, "round": found.round, **reach.record()}
    deed.log(session, "broadcast-submit", _target(found), {"state": before}, after)
    return found


def approve(
    session: Session,
    broadcast_id: int,
    number: int,
    reach: Reach,
    card: tuple[int, int] | None,
    desk: Desk,
    deed: Deed,
) -> Broadcast:
    """Agree to submission `number`; `card` is where the progress is to be shown."""
    found = _decidable(session, broadcast_id, number, deed)
    if deed.actor_id in found.authors:
        raise BroadcastOwnError(number=found.id)
    _require_sound(session, found, desk, deed)
    starts = plan_of(found).starts_at
    if starts is not None and starts - deed.now > APPROVAL_LASTS:
        raise BroadcastTooEarlyError(number=found.id, since=starts - APPROVAL_LASTS)
    found.state = BroadcastState.APPROVED
    found.approved_by, found.approved_at, found.seen = deed.actor_id, deed.now, reach.record()
    if card is not None:
        found.card_chat_id, found.card_message_id = card
    session.flush()
    after = {"state": found.state.value, "round": number, **reach.record()}
    quoted = checks.figures(plan_of(found))
    if quoted:
        after |= {"quoted": list(quoted), "source": plan_of(found).source}
    deed.log(session, "broadcast-approve", _target(found), {"state": "submitted"}, after)
    return found


def refuse(
    session: Session,
    broadcast_id: int,
    after: BroadcastState,
    reason: str,
    deed: Deed,
    number: int | None = None,
) -> Broadcast:
    """Reject a submission, or give it back as a draft, and say why."""
    found = _decidable(session, broadcast_id, number, deed)
    why = " ".join(cleaned(reason).split())
    if not LEAST_REASON <= len(why) <= MOST_REASON:
        raise BroadcastReasonError(least=LEAST_REASON, most=MOST_REASON)
    found.state, found.reason = after, why
    session.flush()
    prompts.settle(session, deed.actor_id)
    action = "broadcast-reject" if after is BroadcastState.REJECTED else "broadcast-return"
    told = {"state": after.value}
    deed.log(session, action, _target(found), {"state": "submitted"}, told, why)
    return found


def await_reason(session: Session, broadcast_id: int, verb: str, number: int, deed: Deed) -> None:
    """Take the next plain private message for the reason of a refusal."""
    about = {"broadcast": broadcast_id, "verb": verb, "round": number}
    prompts.await_answer(session, deed.actor_id, "broadcast-reason", about, deed.now)


def valid_until(found: Broadcast) -> datetime | None:
    """Return until when the present submission or approval counts."""
    starts = plan_of(found).starts_at
    if found.state is BroadcastState.SUBMITTED and found.submitted_at is not None:
        return starts or found.submitted_at + APPROVAL_LASTS
    if found.state is BroadcastState.APPROVED and found.approved_at is not None:
        return found.approved_at + APPROVAL_LASTS
    return None


def _decidable(session: Session, broadcast_id: int, number: int | None, deed: Deed) -> Broadcast:
    found = held(session, broadcast_id, {BroadcastState.SUBMITTED})
    if number is not None and found.round != number:
        raise BroadcastStaleError(number=found.id)
    until = valid_until(found)
    if until is not None and until <= deed.now:
        raise BroadcastStateError(number=found.id, state=BroadcastState.EXPIRED.value)
    return found


def _change(
    session: Session, broadcast_id: int, change: Callable[[Plan], Plan], deed: Deed
) -> Broadcast:
    """Change a plan; whatever was submitted or approved before is a draft again."""
    found = held(session, broadcast_id, CHANGEABLE)
    before = {"plan": found.plan, "state": found.state.value}
    found.plan = plan_to_json(change(plan_of(found)))
    found.state, found.approved_by, found.approved_at = BroadcastState.DRAFT, None, None
    _joined(found, deed)
    session.flush()
    after = {"plan": found.plan, "picture": found.picture}
    deed.log(session, "broadcast-change", _target(found), before, after)
    return found


def _joined(found: Broadcast, deed: Deed) -> None:
    if deed.actor_id not in found.authors:
        found.authors = [*found.authors, deed.actor_id]


def _require_sound(session: Session, found: Broadcast, desk: Desk, deed: Deed) -> None:
    wrong = problems(session, found, desk, deed.now)
    if wrong:
        raise BroadcastProblemsError(number=found.id, problems=wrong)


def _people(session: Session, text: str) -> tuple[int, ...]:
    handles = text.replace("，", " ").replace(",", " ").replace("、", " ").split()
    if not handles or handles in (["无"], ["無"], ["none"], ["-"]):
        return Segment().excluded
    return tuple(dict.fromkeys(find_member(session, handle).id for handle in handles[:200]))


def _target(found: Broadcast) -> str:
    return f"broadcast:{found.id}"

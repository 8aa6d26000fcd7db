"""What a broadcast's form, card, preview and progress say."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.broadcast import checks
from bot.broadcast.desk import Desk
from bot.broadcast.form import CHOICES, FormField
from bot.broadcast.plan import Activity, Plan, plan_from_json
from bot.broadcast.reaching import Reach
from bot.broadcast.states import BroadcastState, Exclusion
from bot.broadcast.text import excerpt
from bot.buttons import Button, Rows
from bot.delivery.lanes import DeliveryState
from bot.i18n import Language, Say
from bot.members.names import LANGUAGE_NAMES
from db.models.broadcast import Broadcast

MOST_TITLES = 10
ROWS = (
    (FormField.TEXT, FormField.OTHER, FormField.SOURCE),
    (FormField.GROUPS, FormField.PEOPLE),
    (FormField.LEVELS, FormField.READERS, FormField.ACTIVITY),
    (FormField.ASKED, FormField.EXCLUDED),
    (FormField.WHEN, FormField.TRADING, FormField.HOURS),
    (FormField.LANGUAGE,),
)
WAITING = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.RESERVED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the messages of a broadcast are."""

    sent: int = 0
    waiting: int = 0
    unknown: int = 0
    failed: int = 0
    suppressed: int = 0


def form_lines(found: Broadcast) -> tuple[Say, ...]:
    """Say every field with its value, and why it came back if it did."""
    plan = plan_from_json(found.plan)
    fields = (field for row in ROWS for field in row)
    picture = Say("broadcast-pictured" if found.picture else "broadcast-without-picture")
    back = (Say("broadcast-came-back", reason=found.reason),) if found.reason else ()
    return (
        Say("broadcast-head", number=found.id, state=state_name(found.state)),
        *back,
        *(_line(field, plan) for field in fields),
        Say("broadcast-line", label=Say("broadcast-field-picture"), value=picture),
    )


def problem_lines(problems: Sequence[Say]) -> tuple[Say, ...]:
    """Say what has to change before it may be submitted."""
    if not problems:
        return ()
    return Say("broadcast-problems", count=len(problems)), *problems


def form_buttons(found: Broadcast, blocked: bool) -> Rows:
    """Return a button for each field, and what ends the form."""
    number = found.id
    rows = [tuple(_open(number, field) for field in row) for row in ROWS]
    if found.picture:
        rows.append((Button(Say("button-broadcast-no-picture"), f"broadcast:bare-{number}"),))
    if blocked:
        rows.append((Button(Say("button-broadcast-reword"), f"broadcast:reword-{number}"),))
    preview = Button(Say("button-broadcast-preview"), f"broadcast:see-{number}")
    check = Button(Say("button-broadcast-check"), f"broadcast:check-{number}")
    drop = Button(Say("button-broadcast-drop"), f"broadcast:ask-{number}-cancel")
    return (*rows, (preview, check), (drop,))


def field_lines(field: FormField, plan: Plan) -> tuple[Say, ...]:
    """Say what a field holds and what may be put in."""
    return _line(field, plan), Say(f"broadcast-ask-{field.value}")


def field_buttons(field: FormField, number: int, plan: Plan) -> Rows:
    """Return a button for each usual value, and the way back."""
    held = _held(field, plan)
    choices = tuple(
        (_chosen(field, value, number, value in held),) for value in CHOICES.get(field, ())
    )
    return (*choices, (Button(Say("button-broadcast-form"), f"broadcast:form-{number}"),))


def value_of(field: FormField, plan: Plan) -> Say:
    """Say what a field holds."""
    segment = plan.segment
    match field:
        case FormField.TEXT | FormField.OTHER:
            text = plan.text if field is FormField.TEXT else plan.other
            return Say("just", text=excerpt(text)) if text else Say("broadcast-none")
        case FormField.SOURCE:
            return Say("just", text=plan.source) if plan.source else Say("broadcast-none")
        case FormField.LEVELS:
            first, last = segment.level_from, segment.level_to
            return Say("broadcast-levels", first=first, last=last)
        case FormField.ACTIVITY:
            kind = segment.activity.value
            return Say("broadcast-activity", kind=kind, days=segment.days)
        case FormField.EXCLUDED:
            return Say("broadcast-people", count=len(segment.excluded))
        case FormField.WHEN:
            return Say("broadcast-at", at=plan.starts_at) if plan.starts_at else _now()
        case FormField.HOURS:
            return Say("broadcast-hours", hours=plan.useless_hours)
        case _:
            return _listed([_named(field, value) for value in _held(field, plan)], field)


def reach_lines(reach: Reach) -> tuple[Say, ...]:
    """Say who is touched, who is not and why, and how long it takes."""
    titles = [Say("just", text=title) for _, title in reach.groups[:MOST_TITLES]]
    groups = len(reach.groups)
    lines = [
        Say("broadcast-reach-groups", count=groups, titles=joined(titles), known=reach.known)
        if groups
        else Say("broadcast-reach-no-groups"),
        Say("broadcast-reach-people", count=reach.people),
    ]
    if reach.deferred:
        lines.append(Say("broadcast-reach-deferred", count=reach.deferred))
    if reach.languages:
        parts = [
            Say("broadcast-part", name=LANGUAGE_NAMES[language], count=count)
            for language, count in sorted(reach.languages.items())
        ]
        lines.append(Say("broadcast-reach-languages", parts=joined(parts)))
    left_out = [
        Say("broadcast-part", name=Say(f"broadcast-exclusion-{why.value}"), count=count)
        for why in Exclusion
        if (count := reach.excluded.get(why, 0))
    ]
    if left_out:
        lines.append(Say("broadcast-reach-excluded", parts=joined(left_out)))
    return (*lines, _duration(reach))


def card_lines(found: Broadcast, reach: Reach, desk: Desk) -> tuple[Say, ...]:
    """Say everything that a second person has to know before agreeing."""
    plan = plan_from_json(found.plan)
    texts = [
        Say("broadcast-card-text", variant=variant.value.upper(), text=excerpt(plan.words(variant)))
        for variant in plan.variants
    ]
    if plan.other:
        counted = {v.value: reach.variants.get(v, 0) for v in plan.variants}
        texts.append(Say("broadcast-card-split", first=counted["a"], second=counted["b"]))
    quoted = checks.figures(plan)
    if quoted:
        shown = ", ".join(quoted[: checks.MOST_FIGURES])
        texts.append(Say("broadcast-card-figures", figures=shown, source=plan.source))
    language = Say("broadcast-card-language", language=LANGUAGE_NAMES[plan.language])
    return (*texts, language, *reach_lines(reach), *checks.warnings(plan, desk))


def card_buttons(found: Broadcast) -> Rows:
    """Return what a second person can do with a submission."""
    number = f"{found.id}-{found.round}"
    quoted = bool(checks.figures(plan_from_json(found.plan)))
    label = "button-broadcast-approve-quoted" if quoted else "button-broadcast-approve"
    return (
        (Button(Say("button-broadcast-preview"), f"broadcast:see-{found.id}"),),
        (Button(Say(label), f"broadcast:yes-{number}"),),
        (
            Button(Say("button-broadcast-return"), f"broadcast:back-{number}"),
            Button(Say("button-broadcast-reject"), f"broadcast:no-{number}"),
        ),
    )


def progress_lines(found: Broadcast, progress: Progress) -> tuple[Say, ...]:
    """Say how far it is."""
    plan = plan_from_json(found.plan)
    lines = [
        Say("broadcast-head", number=found.id, state=state_name(found.state)),
        Say("broadcast-card-text", variant="A", text=excerpt(plan.text)),
    ]
    if found.state is BroadcastState.APPROVED:
        lines.append(Say("broadcast-starts", at=plan.starts_at) if plan.starts_at else _now())
    if found.started_at is not None:
        lines.append(Say("broadcast-progress", **progress_fields(progress)))
    if found.reason:
        lines.append(Say("broadcast-reason", reason=found.reason))
    return tuple(lines)


def progress_fields(progress: Progress) -> dict[str, int]:
    """Return the counts as the catalogue names them."""
    return {
        "sent": progress.sent,
        "waiting": progress.waiting,
        "unknown": progress.unknown,
        "failed": progress.failed,
        "suppressed": progress.suppressed,
    }


def progress_buttons(found: Broadcast) -> Rows:
    """Return what can still be done with an approved broadcast."""
    number = found.id
    stop = Button(Say("button-broadcast-cancel"), f"broadcast:ask-{number}-cancel")
    fresh = Button(Say("button-broadcast-refresh"), f"broadcast:show-{number}")
    match found.state:
        case BroadcastState.APPROVED:
            return ((stop, fresh),)
        case BroadcastState.SENDING:
            pause = Button(Say("button-broadcast-pause"), f"broadcast:pause-{number}")
            return ((pause, stop), (fresh,))
        case BroadcastState.PAUSED:
            resume = Button(Say("button-broadcast-resume"), f"broadcast:resume-{number}")
            return ((resume, stop), (fresh,))
        case _:
            return ()


def state_name(state: BroadcastState) -> Say:
    """Return what to call a state."""
    return Say(f"broadcast-state-{state.value}")


def joined(parts: Sequence[Say]) -> Say:
    """Return parts in one line, with the pause of the language between them."""
    told = parts[0] if parts else Say("broadcast-none")
    for part in parts[1:]:
        told = Say("broadcast-list", before=told, part=part)
    return told


def _duration(reach: Reach) -> Say:
    minutes = -(-reach.seconds // 60)
    return Say("broadcast-reach-time", starts=reach.starts_at, ends=reach.ends_at, minutes=minutes)


def _now() -> Say:
    return Say("broadcast-now")


def _open(number: int, field: FormField) -> Button:
    return Button(Say(f"broadcast-field-{field.value}"), f"broadcast:f-{number}-{field.value}")


def _line(field: FormField, plan: Plan) -> Say:
    label = Say(f"broadcast-field-{field.value}")
    return Say("broadcast-line", label=label, value=value_of(field, plan))


def _chosen(field: FormField, value: str, number: int, is_held: bool) -> Button:
    name = _named(field, value)
    label = Say("broadcast-choice-held", name=name) if is_held else name
    return Button(label, f"broadcast:v-{number}-{field.value}-{value}")


def _held(field: FormField, plan: Plan) -> tuple[str, ...]:
    segment = plan.segment
    match field:
        case FormField.GROUPS:
            return tuple(tier.value for tier in plan.groups)
        case FormField.PEOPLE:
            return tuple(tier.value for tier in segment.tiers)
        case FormField.READERS:
            return tuple(language.value for language in segment.languages)
        case FormField.LANGUAGE:
            return (plan.language.value,)
        case FormField.ASKED:
            return ("yes" if segment.asked else "no",)
        case FormField.TRADING:
            return ("yes" if plan.trading_days_only else "no",)
        case FormField.HOURS:
            return (str(plan.useless_hours),)
        case _:
            return ()


def _named(field: FormField, value: str) -> Say:
    """Return what to call one value of a field."""
    match field:
        case FormField.GROUPS | FormField.PEOPLE:
            return Say(f"brief-tier-{value}")
        case FormField.READERS | FormField.LANGUAGE:
            return LANGUAGE_NAMES[Language(value)]
        case FormField.ASKED | FormField.TRADING:
            return Say(f"broadcast-{field.value}-{value}")
        case FormField.ACTIVITY:
            kind, _, days = value.partition(".")
            kind = Activity.ANY.value if kind == "none" else kind
            return Say("broadcast-activity", kind=kind, days=int(days or 0))
        case FormField.HOURS:
            return Say("broadcast-hours", hours=int(value))
        case FormField.WHEN:
            return _now()
        case FormField.LEVELS:
            return Say("broadcast-levels", first=0, last=0)
        case _:
            return Say("broadcast-none")


def _listed(parts: Sequence[Say], field: FormField) -> Say:
    if not parts and field is FormField.READERS:
        return Say("broadcast-every-language")
    return joined(parts)

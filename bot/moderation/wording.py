"""What moderation says: to the person, to the group, to the operators."""

from collections.abc import Sequence
from datetime import datetime

from bot.buttons import Button, Rows
from bot.compliance.verdict import Finding
from bot.i18n import Say
from bot.moderation.ladder import Offence, Sentence
from bot.moderation.lookalike import Alike
from bot.moderation.measures import Measure
from bot.moderation.shape import FLOOD_RULE
from db.models.moderation import ModerationDecision

PRIVATE = "personal-data"
ORDER = "order"
MOST_WORDS, LONGEST_WORD = 3, 24
SHAPES = {
    "flood": Say("moderation-why-flood"),
    "link": Say("moderation-why-link"),
    "disguised-link": Say("moderation-why-disguised-link"),
    "forward": Say("moderation-why-forward"),
    "contact": Say("moderation-why-contact"),
    "held-person": Say("moderation-why-held"),
}
MEASURES = {
    Measure.NOTHING: Say("taken-nothing"),
    Measure.LOG: Say("taken-log"),
    Measure.REPLY: Say("taken-reply"),
    Measure.HOLD: Say("taken-hold"),
    Measure.DELETE: Say("taken-delete"),
    Measure.MUTE: Say("taken-mute"),
    Measure.BAN: Say("taken-ban"),
}
LIKENESS = {
    "name": "alike-name",
    "username": "alike-username",
    "office": "alike-office",
}


def reasons(offences: Sequence[Offence], causes: Sequence[Finding]) -> tuple[Say, ...]:
    """Return why in plain words, each reason once: the rules' own, then those of the shape."""
    told = {
        (f.reason, f.suggestion): Say(
            "moderation-why-rule", reason=f.reason, suggestion=f.suggestion
        )
        for f in causes
    }
    shapes = {o.kind: SHAPES[o.kind] for o in offences if o.kind in SHAPES}
    return (*list(told.values())[:MOST_WORDS], *shapes.values())


def explanation(
    title: str, offences: Sequence[Offence], causes: Sequence[Finding], until: datetime | None
) -> Say:
    """Explain to a person why a message was removed; private data is named, never quoted."""
    lines: list[Say] = []
    if any(o.kind == PRIVATE for o in offences):
        lines.append(Say("moderation-private-data"))
    else:
        words = _words(causes)
        lines += [Say("moderation-words", words=words)] if words else []
        lines += reasons(offences, causes)
    if until is not None:
        lines.append(Say("moderation-muted-until", until=until))
    return Say("moderation-explained", title=title, lines=tuple(lines))


def group_note(offences: Sequence[Offence]) -> Say:
    """Say in the group, in one line, that something was removed."""
    private = any(o.kind == PRIVATE for o in offences)
    return Say("moderation-note-private" if private else "moderation-note")


def card(
    title: str,
    decision: ModerationDecision,
    name: str,
    why: Sequence[Say],
    *,
    watching: bool,
) -> Say:
    """Tell the operators what was decided about what, and why."""
    who = Say("moderation-who-newcomer" if decision.newcomer else "moderation-who", name=name)
    done = MEASURES[decision.measure]
    acted = Say("moderation-card-watching" if watching else "moderation-card-acted", measure=done)
    excerpt = decision.excerpt or "-"
    rules = "、".join(decision.rules)[:120]
    return Say(
        "moderation-card",
        title=title,
        who=who,
        acted=acted,
        excerpt=excerpt,
        rules=rules,
        why=tuple(why),
    )


def card_buttons(decision: ModerationDecision, *, watching: bool) -> Rows:
    """Offer to take the decision back, and what is stricter than it."""
    undo = Button(Say("button-moderation-undo"), f"moderation:undo-{decision.id}")
    fine = Button(Say("button-moderation-fine"), f"moderation:undo-{decision.id}")
    rows: list[tuple[Button, ...]] = []
    mild = watching or decision.measure.rank < Measure.DELETE.rank
    rows.append((fine if mild else undo,))
    if mild and decision.message_id is not None:
        rows.append((Button(Say("button-moderation-delete"), f"moderation:drop-{decision.id}"),))
    harder = []
    if decision.member_id is not None:
        if decision.measure is not Measure.MUTE or watching:
            mute = Button(Say("button-moderation-mute"), f"moderation:mute-{decision.id}")
            harder.append(mute)
        if decision.measure is not Measure.BAN or watching:
            harder.append(Button(Say("button-moderation-ban"), f"moderation:ban-{decision.id}"))
    return (*rows, tuple(harder)) if harder else tuple(rows)


def appeal_button(decision_id: int) -> Rows:
    """Offer to have a human look at it."""
    return ((Button(Say("button-moderation-appeal"), f"appeal:m{decision_id}"),),)


def name_reason(alike: Alike | None) -> Say:
    """Say in what a name is wrong."""
    if alike is None:
        return Say("alike-words")
    return Say(LIKENESS[alike.likeness.value], staff=alike.staff_name or "-")


def is_flood(offences: Sequence[Offence]) -> bool:
    """Tell whether it is the flood alone."""
    return all(o.rule.startswith(FLOOD_RULE) for o in offences)


def is_held(offences: Sequence[Offence]) -> bool:
    """Tell whether nothing is wrong but the name of the person, who is told of it once a day."""
    return all(o.kind == "held-person" for o in offences)


def is_answerable(offences: Sequence[Offence], sentence: Sentence) -> bool:
    """Tell whether this is an order that is refused with the official channel."""
    return sentence.measure is Measure.REPLY and any(o.kind == ORDER for o in offences)


def _words(causes: Sequence[Finding]) -> str:
    said = dict.fromkeys(f.excerpt.strip()[:LONGEST_WORD] for f in causes if f.part == 0)
    found = [
        one for one in said if one and not any(one != other and one in other for other in said)
    ]
    return "、".join(f"「{one}」" for one in found[:MOST_WORDS])

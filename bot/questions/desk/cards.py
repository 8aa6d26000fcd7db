"""What is shown of a question to those who answer: its card, its buttons, its line."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup
from sqlmodel import Session

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.questions.desk import people
from bot.questions.desk.desk import ExpertDesk, clock_of
from bot.questions.desk.routing import Expert
from bot.questions.states import WITH_PEOPLE, EventKind, QuestionState
from bot.review.masking import masked
from db.models.question import QuestionCase, QuestionEvent
from db.repositories import groups, questions

LONGEST_TEXT, LONGEST_PIECE, LONGEST_ADDITION = 1200, 450, 180
LONGEST_LINE, LONGEST_TITLE = 24, 48
MOST_ADDITIONS, MOST_SUGGESTED = 4, 3
SHOWN_EVENTS = {
    EventKind.ADDED: "expert-card-added",
    EventKind.CORRECTED: "expert-card-corrected",
    EventKind.ASKED_BACK: "expert-card-asked-back",
    EventKind.ANSWERED: "expert-card-answer",
    EventKind.ASKER_LEFT: "expert-card-asker-left",
    EventKind.ASKER_UNREACHABLE: "expert-card-unreachable",
    EventKind.RESENT: "expert-card-resent",
}


def card_of(
    session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime
) -> tuple[Say, ...]:
    """Say what is asked by whom, by when it is to be answered, and how it stands: its lines."""
    return (
        _head(case),
        _who(session, case),
        *_quoted(case),
        *_additions(session, case),
        *_state(session, desk, case),
        *_help(session, desk, case, now),
    )


def buttons_of(case: QuestionCase) -> Rows:
    """Return the buttons that fit how a case stands."""
    faq = (_button("faq", case),) if case.knowledge_entry_id is None else ()
    match case.state:
        case QuestionState.WAITING:
            return ((_button("claim", case), _button("close", case)),)
        case QuestionState.HUMAN:
            return (
                (_button("release", case), _button("hand", case)),
                (_button("back", case), _button("close", case)),
            )
        case QuestionState.ANSWERED if case.answered_by is not None:
            return ((*faq, _button("close", case)),)
        case QuestionState.CLOSED if case.answered_by is not None:
            return (faq,) if faq else ()
        case _:
            return ()


def hand_buttons(case: QuestionCase, experts: Sequence[Expert]) -> Rows:
    """Return one button for each colleague to whom a case can be handed on, and the queue."""
    rows = tuple(
        (
            Button(
                Say("button-expert-to", name=each.name, count=each.open_cases),
                f"expert:to-{case.id}-{each.id}",
            ),
        )
        for each in experts
    )
    return (*rows, (_button("release", case),))


def close_buttons(case: QuestionCase) -> Rows:
    """Return the button that asks once more before a question is closed without an answer."""
    return ((Button(Say("button-expert-sure-close"), f"expert:sure-{case.id}"),),)


def line_of(session: Session, case: QuestionCase, now: datetime) -> Say:
    """Say in one line what waits, until when, and who has it."""
    text = _cut(" ".join(case.text.split()), LONGEST_LINE)
    has = people.name_of(session, case.assignee_id) if case.assignee_id else Say("expert-line-open")
    return Say(
        "expert-line", number=case.id, tier=tier_name(case), text=text, due=_due(case), who=has
    )


def tier_name(case: QuestionCase) -> Say:
    """Name the tier of whoever asked."""
    return Say(f"binding-{case.tier.value}") if case.tier else Say("expert-no-tier")


def when(at: datetime, now: datetime, zone: ZoneInfo) -> Say:
    """Say a time of day, with its date unless it is today."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return Say("expert-at-today", at=local.time())
    return Say("expert-at-day", day=local.date(), at=local.time())


def _head(case: QuestionCase) -> Say:
    topic = Say("expert-topic", tag=case.topic_tag or "other")
    head = "expert-card-head-advice" if case.is_advice else "expert-card-head"
    return Say(head, number=case.id, tier=tier_name(case), topic=topic)


def _who(session: Session, case: QuestionCase) -> Say:
    group = groups.by_chat(session, case.chat_id) if case.chat_id < 0 else None
    where = (
        Say("expert-name", name=group.title[:LONGEST_TITLE]) if group else Say("expert-in-private")
    )
    name = people.name_of(session, case.asker_id)
    return Say("expert-card-who", name=name, where=where, at=case.opened_at, reopened=case.reopened)


def _quoted(case: QuestionCase) -> list[Say]:
    """Quote the question, in pieces: a catalogue's sentence takes 2,500 characters at most."""
    shown = _cut(case.text, LONGEST_TEXT)
    pieces = [shown[at : at + LONGEST_PIECE] for at in range(0, len(shown), LONGEST_PIECE)]
    quoted = Markup("<blockquote>{}</blockquote>")
    return [Say("expert-text", text=quoted.format(piece)) for piece in pieces]


def _additions(session: Session, case: QuestionCase) -> list[Say]:
    found = questions.events(session, case.id, tuple(SHOWN_EVENTS))
    return [_event(session, event) for event in found[-MOST_ADDITIONS:]]


def _event(session: Session, event: QuestionEvent) -> Say:
    text = _cut(event.text or "", LONGEST_ADDITION)
    name = people.name_of(session, event.actor_id)
    return Say(SHOWN_EVENTS[event.kind], text=text, name=name, at=event.at)


def _state(session: Session, desk: ExpertDesk, case: QuestionCase) -> list[Say]:
    name = people.name_of(session, case.assignee_id)
    match case.state:
        case QuestionState.WAITING:
            return [
                _deadline(session, desk, case),
                Say("expert-card-open"),
                *_before(session, case),
            ]
        case QuestionState.HUMAN:
            return [_deadline(session, desk, case), Say("expert-card-claimed", name=name)]
        case QuestionState.ANSWERED if case.answered_by is not None:
            late = case.due_at and case.answered_at and case.answered_at > case.due_at
            kept = Say("expert-card-missed") if late else Say("expert-card-kept")
            by = people.name_of(session, case.answered_by)
            return [Say("expert-card-answered", name=by, kept=kept, rating=case.rating or 0)]
        case QuestionState.ANSWERED:
            return [Say("expert-card-solved")]
        case QuestionState.CLOSED:
            reason = case.close_reason.value if case.close_reason else "by-staff"
            return [Say("expert-card-closed", reason=reason, rating=case.rating or 0)]
        case _:
            return [Say("expert-card-with-bot")]


def _before(session: Session, case: QuestionCase) -> list[Say]:
    """Name who answered a question that was opened again."""
    if case.answered_by is None:
        return []
    return [Say("expert-card-before", name=people.name_of(session, case.answered_by))]


def _deadline(session: Session, desk: ExpertDesk, case: QuestionCase) -> Say:
    if case.asked_back_at is not None:
        return Say("expert-card-paused", at=case.asked_back_at)
    if clock_of(session, desk).stands:
        return Say("expert-card-stopped")
    if case.due_at is None:
        is_advice = "true" if case.is_advice else "false"
        return Say("expert-card-no-due", advice=is_advice)
    missed = "expert-card-due-missed" if case.missed_at else "expert-card-due"
    return Say(missed, due=case.due_at)


def _help(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> list[Say]:
    """Say who could take a waiting case, which entries may help, and how to answer."""
    if case.state not in WITH_PEOPLE:
        return []
    lines = []
    titles = desk.shelf.suggestions(session, case, now)[:MOST_SUGGESTED]
    if titles:
        named = people.joined([Say("expert-title", title=_cut(each, 40)) for each in titles])
        lines.append(Say("expert-card-entries", titles=named))
    if case.state is QuestionState.WAITING:
        lines.append(_suggested(session, desk, case, now))
    return [*lines, Say("expert-card-how")]


def _suggested(session: Session, desk: ExpertDesk, case: QuestionCase, now: datetime) -> Say:
    found = people.suggested(session, desk, case, now)
    if not found:
        return Say("expert-card-nobody", needs=people.needs_of(desk, case), advice=case.is_advice)
    named = [people.mention_of(session, each.id) for each in found]
    return Say("expert-card-suggested", experts=people.joined(named))


def _due(case: QuestionCase) -> Say:
    if case.asked_back_at is not None:
        return Say("expert-line-paused")
    return Say("expert-line-due", due=case.due_at) if case.due_at else Say("expert-line-no-due")


def _button(action: str, case: QuestionCase) -> Button:
    return Button(Say(f"button-expert-{action}"), f"expert:{action}-{case.id}")


def _cut(text: str, most: int) -> str:
    shown = masked(text)
    return shown if len(shown) <= most else f"{shown[:most]}…"

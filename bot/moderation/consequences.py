"""Carry a decision out: errands, words to the person, to the group, to the operators."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.compliance.verdict import Finding, Verdict
from bot.delivery import errands
from bot.delivery.acts import Act
from bot.delivery.errands import Errand
from bot.i18n import Say
from bot.moderation.cases import open_message_case
from bot.moderation.desk import ModerationDesk, Spot, bucket, note_in_group, write_privately
from bot.moderation.heard import Heard, Moment, Speaker
from bot.moderation.ladder import Offence, Sentence
from bot.moderation.measures import Measure
from bot.moderation.undo import measure_errand
from bot.moderation.wording import (
    appeal_button,
    card,
    card_buttons,
    explanation,
    group_note,
    is_answerable,
    is_flood,
    is_held,
    reasons,
)
from db.models.moderation import ModerationDecision


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision with everything that led to it, for those who carry it out and tell of it."""

    decision: ModerationDecision
    sentence: Sentence
    offences: Sequence[Offence]
    causes: Sequence[Finding]
    verdict: Verdict | None
    heard: Heard
    speaker: Speaker | None
    spot: Spot
    moment: Moment
    night_key: str | None = None


def carry_out(session: Session, desk: ModerationDesk, ruling: Ruling) -> None:
    """Do what was decided, once: all of it is written down in this transaction."""
    if ruling.sentence.measure.removes:
        _remove(session, ruling)
        _explain(session, desk, ruling)
        _note_night(session, desk, ruling)
    elif ruling.sentence.measure is Measure.REPLY:
        _reply(session, desk, ruling)
    tell_operators(session, desk, ruling, watching=False)


def tell_operators(
    session: Session, desk: ModerationDesk, ruling: Ruling, *, watching: bool
) -> None:
    """Open a case, or send the card, where the ladder wants the operators to know."""
    decision, sentence = ruling.decision, ruling.sentence
    if sentence.case and not watching:
        open_message_case(
            session,
            desk,
            decision,
            ruling.offences,
            ruling.verdict,
            ruling.heard,
            ruling.moment,
        )
        return
    grave = watching and sentence.measure.rank >= Measure.HOLD.rank
    if sentence.case or sentence.tell or grave:
        name = ruling.speaker.shown if ruling.speaker else "-"
        why = reasons(ruling.offences, ruling.causes)
        say = card(ruling.spot.title, decision, name, why, watching=watching)
        buttons = card_buttons(decision, watching=watching)
        now = ruling.moment.now
        desk.alerts.raise_in(session, f"moderation:{decision.id}", say, now, buttons)


def _remove(session: Session, ruling: Ruling) -> None:
    decision, now = ruling.decision, ruling.moment.now
    if decision.message_id is not None:
        key = f"moderation:delete:{decision.chat_id}:{decision.message_id}"
        gone = Errand(key, Act.DELETE, decision.chat_id, message_id=decision.message_id)
        errands.add(session, gone, now)
    measure = measure_errand(decision)
    if measure is not None:
        errands.add(session, measure, now)


def _explain(session: Session, desk: ModerationDesk, ruling: Ruling) -> None:
    """Explain in private; where that cannot be, a short note in the group instead."""
    now, spot = ruling.moment.now, ruling.spot
    stretch = bucket(now, desk.ladder.quiet.group_seconds)
    note = note_in_group(
        session,
        desk,
        spot,
        f"moderation:note:{spot.chat_id}:{stretch}",
        [group_note(ruling.offences)],
        now,
        desk.private_link("appeal", Say("button-moderation-why")),
        waits=ruling.speaker is not None,
    )
    if ruling.speaker is None:
        return
    key = f"moderation:explain:{ruling.decision.id}"
    if is_flood(ruling.offences):
        key = f"moderation:explain:{ruling.speaker.id}:{bucket(now, 600)}"
    if is_held(ruling.offences):
        key = f"moderation:explain-held:{ruling.speaker.id}:{bucket(now, 86_400)}"
    say = explanation(spot.title, ruling.offences, ruling.causes, ruling.decision.until)
    buttons = appeal_button(ruling.decision.id)
    write_privately(session, desk, ruling.speaker.id, key, say, now, buttons, instead=note)


def _reply(session: Session, desk: ModerationDesk, ruling: Ruling) -> None:
    now, spot, quiet = ruling.moment.now, ruling.spot, desk.ladder.quiet
    if is_answerable(ruling.offences, ruling.sentence):
        who = ruling.speaker.id if ruling.speaker else 0
        key = f"moderation:order:{spot.chat_id}:{who}:{bucket(now, quiet.person_seconds)}"
        named = ruling.speaker.first_name if ruling.speaker else "-"
        says = [Say("moderation-order", name=named), Say("moderation-order-bare")]
        note_in_group(session, desk, spot, key, says, now)
        return
    key = f"moderation:hint:{spot.chat_id}:{bucket(now, quiet.group_seconds)}"
    suggestions = [f.suggestion for f in ruling.causes]
    says = [Say("moderation-hint", suggestion=one) for one in suggestions]
    note_in_group(session, desk, spot, key, [*says, Say("moderation-hint-bare")], now)


def _note_night(session: Session, desk: ModerationDesk, ruling: Ruling) -> None:
    """Say once a night what holds at night."""
    if ruling.night_key is None:
        return
    night = desk.guard.policy(session, ruling.spot.group_id, ruling.moment.now).night
    key = f"moderation:night:{ruling.spot.chat_id}:{ruling.night_key}"
    says = [Say("moderation-night", hours=str(night))]
    note_in_group(session, desk, ruling.spot, key, says, ruling.moment.now)

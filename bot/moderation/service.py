"""Screen what is said in a group, decide by the ladder, and write the decision down.

`screen` runs in the transaction in which a message takes effect: what it stops earns nothing.
A clean message of somebody who is no newcomer costs no query here.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.compliance.verdict import Finding, Lane, Severity, Verdict
from bot.markup import storable
from bot.members.tiers import Binding
from bot.moderation.arrivals import check_name
from bot.moderation.consequences import Ruling, carry_out, tell_operators
from bot.moderation.desk import ModerationDesk, Spot
from bot.moderation.flood import Flood
from bot.moderation.heard import Heard, Moment, Speaker, Voice
from bot.moderation.ladder import Offence, Sentence, Standing, Strike
from bot.moderation.measures import Measure, Mode
from bot.moderation.policy import Policy
from bot.moderation.shape import HELD_RULE, shape_offences
from bot.moderation.staff_words import screen_staff
from bot.moderation.wording import PRIVATE, is_flood
from bot.points.levels import level_of
from bot.review.masking import masked
from db.models.moderation import ModerationDecision
from db.repositories import moderation, points

LONGEST_EXCERPT = 300
MODEL_RULE, MODEL_KIND = "M-001", "model"


@dataclass(frozen=True, slots=True)
class Screening:
    """A message on its way through: what was heard, by whom, and what the gate says of it.

    `verdict` was given in `lane` before the database was asked, with the staff as last read.
    `asks`: it asks the bot for something, so that the rules alone judge it. `is_question`: what
    it asks is answered in private even if it is removed for the personal data in it.
    """

    heard: Heard
    speaker: Speaker | None
    verdict: Verdict | None
    lane: Lane
    flood: Flood | None
    moment: Moment
    title: str
    asks: bool = False
    is_question: bool = False


def screen(
    session: Session,
    desk: ModerationDesk,
    said: Screening,
    group_id: int | None,
    binding: Binding | None,
) -> bool:
    """Judge a message and carry the judgement out; tell whether it stays and counts."""
    now, chat_id = said.moment.now, said.heard.chat_id
    if group_id is None or binding is None or binding is Binding.OPERATORS:
        desk.guard.leave_alone(chat_id, now)
        return True
    policy = desk.guard.policy(session, group_id, now)
    desk.guard.see(chat_id, policy)
    if policy.mode is Mode.OFF:
        return True
    spot = Spot(group_id, chat_id, said.title, said.heard.thread_id)
    said = _in_its_lane(session, desk, said)
    if said.lane is Lane.STAFF:
        screen_staff(session, desk, spot, said.heard, said.speaker, said.verdict, now)
        return True
    return _screen_member(session, desk, said, spot, policy)


def judge_of(gate: Gate, *, asks: bool) -> Callable[[str, Lane], Verdict]:
    """Return how a message is judged: the model has read talk, not commands such as /buy."""
    return gate.judge_rules if asks else gate.judge


def kind_of(desk: ModerationDesk, finding: Finding) -> str:
    """Return the kind of offence that a finding names."""
    return MODEL_KIND if finding.rule_id == MODEL_RULE else desk.kinds.get(finding.rule_id, "-")


def _in_its_lane(session: Session, desk: ModerationDesk, said: Screening) -> Screening:
    """Judge again where somebody turns out to be staff, or staff no more."""
    staff = desk.guard.staff(session, desk.owners, said.moment.now)
    is_staff = said.heard.voice is Voice.HOUSE or (
        said.speaker is not None and any(one.id == said.speaker.id for one in staff)
    )
    lane = Lane.STAFF if is_staff else Lane.MEMBER
    if lane is said.lane:
        return said
    text, judge = said.heard.text, judge_of(desk.gate, asks=said.asks)
    return replace(said, lane=lane, verdict=judge(text, lane) if text else None)


def _screen_member(
    session: Session, desk: ModerationDesk, said: Screening, spot: Spot, policy: Policy
) -> bool:
    if said.speaker is not None and desk.guard.is_new_name(said.speaker):
        check_name(session, desk, spot, said.speaker, said.moment, acts=policy.mode is Mode.ACT)
    newcomer, held = _standing(session, desk, said, spot, policy)
    night = policy.night is not None and policy.night.holds(said.moment.said_at, desk.zone)
    offences = _offences(desk, said, policy, newcomer=newcomer, held=held, night=night)
    if not offences:
        return True
    decision, sentence = _decide(session, desk, said, spot, policy, offences, newcomer)
    if decision is None:  # a replay: it was carried out before
        known = moderation.decision_with_key(session, _key(said.heard, offences))
        removed = known is not None and known.acted and known.measure.removes
        return not removed or _goes_on(said, offences)
    causes = [f for f in _findings(said) if f.severity.rank >= Severity.WARN.rank]
    evening = policy.night.evening_of(said.moment.said_at, desk.zone) if policy.night else None
    key = str(evening) if night else None
    ruling = Ruling(
        decision,
        sentence,
        offences,
        causes,
        said.verdict,
        said.heard,
        said.speaker,
        spot,
        said.moment,
        key,
    )
    if not decision.acted:
        tell_operators(session, desk, ruling, watching=True)
        return True
    carry_out(session, desk, ruling)
    return not sentence.measure.removes or _goes_on(said, offences)


def _goes_on(said: Screening, offences: Sequence[Offence]) -> bool:
    """Tell whether what is removed is a question with nothing wrong but personal data in it."""
    return said.is_question and all(offence.kind == PRIVATE for offence in offences)


def _standing(
    session: Session, desk: ModerationDesk, said: Screening, spot: Spot, policy: Policy
) -> tuple[bool, bool]:
    """Tell whether somebody is new, and whether what they write is held back."""
    speaker, now = said.speaker, said.moment.now
    if speaker is None:
        return True, False
    if desk.guard.is_settled(spot.group_id, speaker.id, now):
        return False, False
    counted = 0 if said.heard.edited else 1
    row = moderation.count_message(session, spot.group_id, speaker.id, counted)
    ladder = desk.ladder
    own = policy.newcomer_hours
    hours = ladder.newcomer_hours if own is None else own
    young = row.joined_at is not None and now - row.joined_at < timedelta(hours=hours)
    newcomer = hours > 0 and (young or row.messages <= ladder.newcomer_messages)
    held = row.held is not None
    if not newcomer and not held:
        desk.guard.settle(spot.group_id, speaker.id, now)
    return newcomer, held


def _findings(said: Screening) -> tuple[Finding, ...]:
    return said.verdict.findings if said.verdict is not None else ()


def _offences(
    desk: ModerationDesk,
    said: Screening,
    policy: Policy,
    *,
    newcomer: bool,
    held: bool,
    night: bool,
) -> list[Offence]:
    spoken = [Offence(f.rule_id, kind_of(desk, f), f.severity) for f in _findings(said)]
    own = frozenset({desk.bot_username.casefold()})
    shaped = shape_offences(
        said.heard, policy, said.flood, desk.ladder.hosts, own, newcomer=newcomer, night=night
    )
    kept_back = [Offence(HELD_RULE, "held-person", Severity.REVIEW)] if held else []
    return list(dict.fromkeys([*spoken, *shaped, *kept_back]))


def _decide(
    session: Session,
    desk: ModerationDesk,
    said: Screening,
    spot: Spot,
    policy: Policy,
    offences: Sequence[Offence],
    newcomer: bool,
) -> tuple[ModerationDecision | None, Sentence]:
    speaker, now = said.speaker, said.moment.now
    standing = Standing(newcomer, _trusted(session, desk, speaker), speaker is not None)
    sentence = desk.ladder.sentence(offences, standing, _history(session, desk, said), now)
    if speaker is not None and is_flood(offences) and _is_muted(session, said, speaker):
        sentence = Sentence(Measure.DELETE)  # the rest of a flood that was answered already
    values = _values(desk, said, spot, offences, sentence)
    muted = sentence.measure is Measure.MUTE and sentence.minutes
    values |= {
        "newcomer": newcomer,
        "acted": policy.mode is Mode.ACT,
        "policy_version": policy.version,
        "until": now + timedelta(minutes=sentence.minutes) if muted else None,
    }
    return moderation.add_decision(session, values), sentence


def _is_muted(session: Session, said: Screening, speaker: Speaker) -> bool:
    chat_id, now = said.heard.chat_id, said.moment.now
    found = moderation.standing_measures(session, speaker.id, chat_id, Measure.MUTE, now)
    return bool(found)


def _history(session: Session, desk: ModerationDesk, said: Screening) -> list[Strike]:
    if said.speaker is None:
        return []
    since = said.moment.now - timedelta(days=desk.ladder.history_days)
    found = moderation.strikes_of(session, said.speaker.id, since)
    return [Strike(count, at) for count, at in found]


def _trusted(session: Session, desk: ModerationDesk, speaker: Speaker | None) -> bool:
    balance = points.balance_of(session, speaker.id) if speaker is not None else None
    if balance is None:
        return False
    return level_of(balance.lifetime, desk.economy).level >= desk.ladder.trusted_level


def _values(
    desk: ModerationDesk,
    said: Screening,
    spot: Spot,
    offences: Sequence[Offence],
    sentence: Sentence,
) -> dict[str, Any]:
    heard, verdict = said.heard, said.verdict
    score = getattr(verdict, "score", None)
    strictest = max((o.severity for o in offences), key=lambda s: s.rank)
    return {
        "key": _key(heard, offences),
        "group_id": spot.group_id,
        "chat_id": heard.chat_id,
        "member_id": said.speaker.id if said.speaker else None,
        "message_id": heard.message_id,
        "update_id": heard.update_id,
        "edited": heard.edited,
        "measure": sentence.measure,
        "strikes": sentence.strikes,
        "severity": strictest.value,
        "score": round(score * 1000) if score is not None else None,
        "kinds": list(dict.fromkeys(o.kind for o in offences)),
        "rules": list(dict.fromkeys(o.rule for o in offences)),
        "findings": [_stored(desk, finding) for finding in _findings(said)],
        "excerpt": _excerpt(desk, said),
        "pack": verdict.pack if verdict is not None else "",
        "ladder_version": desk.ladder.version,
        "at": said.moment.now,
    }


def _stored(desk: ModerationDesk, finding: Finding) -> dict[str, Any]:
    kind = kind_of(desk, finding)
    excerpt = finding.excerpt[:60]
    return {
        "rule": finding.rule_id,
        "version": finding.rule_version,
        "kind": kind,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "excerpt": "" if kind == PRIVATE else storable(excerpt),
    }


def _excerpt(desk: ModerationDesk, said: Screening) -> str:
    """Return the beginning of what was said, with private data painted over."""
    private = [(f.start, f.end) for f in _findings(said) if kind_of(desk, f) == PRIVATE]
    return storable(masked(said.heard.text, private))[:LONGEST_EXCERPT]


def _key(heard: Heard, offences: Sequence[Offence]) -> str:
    """Name the message and what it breaks: an edit that breaks nothing new decides nothing new."""
    rules = ",".join(sorted({o.rule for o in offences}))
    digest = hashlib.sha256(rules.encode()).hexdigest()[:12]
    return f"{heard.chat_id}:{heard.message_id}:{digest}"

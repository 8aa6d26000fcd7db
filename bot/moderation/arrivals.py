"""Who comes into a group: names that could be taken for the staff's, and bots that were brought."""

import hashlib

from sqlmodel import Session

from bot.buttons import Button
from bot.compliance.verdict import Lane, Severity
from bot.i18n import Say
from bot.markup import storable
from bot.members.tiers import Binding
from bot.moderation.cases import open_name_case
from bot.moderation.desk import ModerationDesk, Spot
from bot.moderation.heard import Moment, Speaker
from bot.moderation.lookalike import Alike, looks_like_staff
from bot.moderation.measures import Measure, Mode
from bot.moderation.undo import NAME_KIND
from bot.moderation.wording import card_buttons, name_reason
from db.models.group import Group
from db.models.moderation import ModerationDecision
from db.repositories import groups, moderation

NAME_RULE = "G-name"


def came(
    session: Session,
    desk: ModerationDesk,
    chat_id: int,
    person: Speaker,
    moment: Moment,
) -> None:
    """Remember when somebody joined a guarded group, and look at their name."""
    group = _guarded(session, chat_id)
    if group is None:
        return
    policy = desk.guard.policy(session, group.id, moment.now)
    if policy.mode is Mode.OFF:
        return
    moderation.note_joined(session, group.id, person.id, moment.said_at)
    desk.guard.unsettle(group.id, person.id)
    spot = Spot(group.id, chat_id, group.title)
    check_name(session, desk, spot, person, moment, acts=policy.mode is Mode.ACT)


def bot_came(
    session: Session,
    desk: ModerationDesk,
    chat_id: int,
    bot: Speaker,
    by: Speaker | None,
    moment: Moment,
) -> None:
    """Tell the operators of a bot that somebody brought, unless it is one of their own."""
    group = _guarded(session, chat_id)
    if group is None or bot.id == desk.bot_id:
        return
    if desk.guard.policy(session, group.id, moment.now).mode is Mode.OFF:
        return
    staff = desk.guard.staff(session, desk.owners, moment.now)
    if by is not None and any(one.id == by.id for one in staff):
        return
    name = f"@{bot.username}" if bot.username else bot.shown
    say = Say("moderation-bot-came", title=group.title, bot=name, by=by.shown if by else "-")
    remove = Button(Say("button-moderation-remove-bot"), f"moderation:kick-{chat_id}.{bot.id}")
    key = f"moderation:bot:{chat_id}:{bot.id}:{moment.said_at:%Y%m%d}"
    desk.alerts.raise_in(session, key, say, moment.now, ((remove,),))


def check_name(
    session: Session,
    desk: ModerationDesk,
    spot: Spot,
    person: Speaker,
    moment: Moment,
    *,
    acts: bool,
) -> ModerationDecision | None:
    """Hold back the messages of somebody whose name deceives, until an operator has looked."""
    staff = desk.guard.staff(session, desk.owners, moment.now)
    if any(one.id == person.id for one in staff):
        desk.guard.name_seen(person)
        return None
    ladder = desk.ladder
    alike = looks_like_staff(person, staff, ladder.role_words, ladder.house_words)
    verdict = desk.gate.judge_rules(f"{person.shown} {person.username or ''}".strip(), Lane.MEMBER)
    if alike is None and not verdict.blocked:
        desk.guard.name_seen(person)
        return None
    decision = moderation.add_decision(
        session, _values(desk, spot, person, alike, verdict.rules, moment, acts=acts)
    )
    if decision is None:
        return None
    if acts:
        moderation.hold(session, spot.group_id, person.id, NAME_KIND)
        desk.guard.unsettle(spot.group_id, person.id)
    _tell(session, desk, spot, person, alike, decision, moment, acts=acts)
    return decision


def _tell(
    session: Session,
    desk: ModerationDesk,
    spot: Spot,
    person: Speaker,
    alike: Alike | None,
    decision: ModerationDecision,
    moment: Moment,
    *,
    acts: bool,
) -> None:
    if acts:
        open_name_case(session, desk, decision, person, name_reason(alike), moment)
        return
    username = f"@{person.username}" if person.username else "-"
    say = Say(
        "moderation-name-card",
        title=spot.title,
        name=person.shown,
        username=username,
        id=str(person.id),
        why=name_reason(alike),
        held=Say("moderation-name-watching"),
    )
    buttons = card_buttons(decision, watching=True)
    key = f"moderation:{decision.id}"
    desk.alerts.raise_in(session, key, say, moment.now, buttons)


def _values(
    desk: ModerationDesk,
    spot: Spot,
    person: Speaker,
    alike: Alike | None,
    rules: tuple[str, ...],
    moment: Moment,
    *,
    acts: bool,
) -> dict[str, object]:
    called = f"{person.shown}|{person.username or ''}"
    digest = hashlib.sha256(called.encode("utf-8", "ignore")).hexdigest()[:12]
    return {
        "key": f"name:{spot.group_id}:{person.id}:{digest}",
        "group_id": spot.group_id,
        "chat_id": spot.chat_id,
        "member_id": person.id,
        "edited": False,
        "measure": Measure.HOLD,
        "acted": acts,
        "strikes": 0,
        "severity": Severity.REVIEW.value,
        "kinds": [NAME_KIND],
        "rules": [f"{NAME_RULE}-{alike.likeness.value}"] if alike else list(rules),
        "findings": [],
        "excerpt": storable(called)[:300],
        "newcomer": True,
        "pack": "",
        "ladder_version": desk.ladder.version,
        "policy_version": 0,
        "at": moment.now,
    }


def _guarded(session: Session, chat_id: int) -> Group | None:
    group = groups.by_chat(session, chat_id)
    if group is None or group.binding is None or group.binding is Binding.OPERATORS:
        return None
    return group

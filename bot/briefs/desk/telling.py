"""The words of the desk: the card of a slot, its lines and buttons, reminders."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from bot.briefs.desk.policy import Fate
from bot.briefs.desk.view import Board, Standing
from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.briefs.reports import slot_name
from bot.briefs.slots import BareReason, Decision, EditionState, SkipReason
from bot.buttons import Button, Rows
from bot.i18n import Language, Say
from bot.members.names import LANGUAGE_NAMES

MOST_FINDINGS = 4
LONGEST_EXCERPT = 40
STATES = {
    Decision.APPROVED: "desk-state-approved",
    Decision.DATA_ONLY: "desk-state-data-only",
    Decision.REJECTED: "desk-state-rejected",
}


def card_of(board: Board, room: Newsroom) -> tuple[Say, Rows]:
    """Return the card of a slot: a line for each edition, what happens at T, and buttons."""
    due = board.due
    lines: list[Say] = []
    for one in board.standings:
        lines += [line_of(one, board, room), *finding_lines(one)]
    if board.reach is not None:
        lines.append(board.reach)
    say = Say(
        "desk-card",
        brief=slot_name(due),
        day=due.day,
        at=due_time(due, room),
        policy=Say("desk-policy-review" if due.slot in room.reviewed else "desk-policy-auto"),
        lines=tuple(lines),
        outlook=outlook_of(board, room),
    )
    return say, card_buttons(board)


def line_of(one: Standing, board: Board, room: Newsroom) -> Say:
    """Return the line of one edition on the card."""
    return Say(
        "desk-line",
        tier=label_of(one, board),
        state=state_of(one, room),
        version=one.edition.version,
        changed=changed_of(one, room),
    )


def label_of(one: Standing, board: Board) -> Say:
    """Return what to call an edition: its tier, and its language where there are several."""
    tier = Say(f"brief-tier-{one.edition.tier.value}")
    languages = {other.edition.language for other in board.standings}
    if len(languages) < 2:
        return tier
    return Say("desk-tier-language", tier=tier, language=language_name(one.edition.language))


def language_name(language: Language) -> Say:
    """Return the name of a language."""
    return LANGUAGE_NAMES[language]


def state_of(one: Standing, room: Newsroom) -> Say:
    """Return where an edition stands, in a few words."""
    edition = one.edition
    if edition.state is EditionState.QUEUED:
        return Say("desk-state-sent")
    if edition.state is EditionState.DATA_ONLY:
        return Say("desk-state-sent-bare", reason=why_of(edition.why))
    if edition.decision is not None and edition.decided_at is not None:
        at = edition.decided_at.astimezone(room.zone).time()
        return Say(STATES[edition.decision], who=one.decided_by, at=at)
    if edition.state is EditionState.SKIPPED:
        return Say("desk-state-skipped", reason=why_of(edition.why))
    count = len(one.objections) + len(one.verdict.get("unbound", ()))
    if not one.case.sendable:
        return Say("desk-state-held", count=count)
    if count:
        return Say("desk-state-warned", count=count)
    return Say("writer-state" if one.assisted else "desk-state-clean")


def why_of(why: str | None) -> Say:
    """Return the kept reason of an edition in a few words."""
    kind = (why or "").split(":")[0]
    known = {reason.value for reason in (*BareReason, *SkipReason)}
    return Say(f"desk-why-{kind}" if kind in known else "desk-why-other")


def changed_of(one: Standing, room: Newsroom) -> Say:
    """Return who changed an edition last, and when."""
    if not one.author or one.changed_at is None:
        return Say("desk-unchanged")
    at = one.changed_at.astimezone(room.zone).time()
    return Say("desk-changed", who=one.author, at=at)


def finding_lines(one: Standing) -> tuple[Say, ...]:
    """Return what the gates object to in a draft, a line each."""
    if not one.is_open or one.edition.decision is not None:
        return ()
    lines = [finding_line(f) for f in one.objections[:MOST_FINDINGS]]
    unbound = one.verdict.get("unbound", ())
    lines += [Say("desk-unbound-line", number=number) for number in unbound[:MOST_FINDINGS]]
    return tuple(lines)


def finding_line(finding: Mapping[str, Any]) -> Say:
    """Return a line about one place that the gate objects to."""
    return Say(
        "desk-finding-line",
        excerpt=str(finding["excerpt"])[:LONGEST_EXCERPT],
        rule=finding["rule"],
        reason=finding["reason"],
        suggestion=finding["suggestion"],
    )


def outlook_of(board: Board, room: Newsroom) -> Say:
    """Return what happens at the slot's time if nobody does anything more."""
    if not any(one.is_open for one in board.standings):
        return Say("desk-outlook-over")
    parts = []
    for fate in Fate:
        labels = [label_of(one, board) for one in board.with_fate(fate)]
        if labels:
            parts.append(Say(f"desk-outlook-{fate.value}", tiers=in_a_row(labels)))
    return Say("desk-outlook", at=due_time(board.due, room), parts=in_clauses(parts))


def in_a_row(labels: Sequence[Say]) -> Say:
    """Return labels as one, with a comma between them."""
    return _between("desk-and", labels)


def in_clauses(parts: Sequence[Say]) -> Say:
    """Return clauses as one sentence."""
    return _between("desk-then", parts)


def _between(joint: str, parts: Sequence[Say]) -> Say:
    said = parts[0]
    for part in parts[1:]:
        said = Say(joint, first=said, second=part)
    return said


def card_buttons(board: Board) -> Rows:
    """Return the buttons of a card: a look at each draft, and one that approves them all."""
    looks = tuple(
        Button(Say("button-desk-view", tier=label_of(one, board)), f"desk:view-{one.edition.id}")
        for one in board.standings
        if one.is_open or one.edition.decision is not None
    )
    rows = [looks[n : n + 3] for n in range(0, len(looks), 3)]
    approvable = [one for one in board.standings if one.approvable]
    if approvable:
        due = board.due
        data = f"desk:all-{due.day:%Y%m%d}-{due.slot.value}-{board.versions}"
        rows.append((Button(Say("button-desk-all", count=len(approvable)), data),))
    return tuple(rows)


def due_time(due: DueSlot, room: Newsroom) -> time:
    """Return a slot's time as the community reads it."""
    return due.due_at.astimezone(room.zone).time()

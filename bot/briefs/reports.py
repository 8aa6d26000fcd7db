"""What the operators are told about briefs: what was left out, held back or not posted."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.briefs.dropped import Dropped
from bot.briefs.due import DueSlot
from bot.briefs.names import called, source_called
from bot.briefs.newsroom import Newsroom
from bot.briefs.screening import Pair, Ready
from bot.briefs.slots import SkipReason
from bot.compliance.verdict import Finding, Verdict
from bot.i18n import Say

MOST_LINES = 12


def slot_name(due: DueSlot) -> Say:
    """Return what to call a slot's brief."""
    return Say(f"brief-slot-{due.slot.value}")


def dropped_lines(dropped: Iterable[Dropped]) -> tuple[Say, ...]:
    """Return one line for each thing that was left out, each once."""
    lines = [
        Say(
            "brief-dropped-line",
            what=called(item.what),
            reason=Say(f"drop-{item.reason.value}"),
            source=source_called(item.source) if item.source else "none",
        )
        for item in dict.fromkeys(Dropped(d.what, d.reason, d.source) for d in dropped)
    ]
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], *([Say("brief-dropped-more", count=more)] if more > 0 else []))


def verdict_lines(verdict: Verdict) -> tuple[Say, ...]:
    """Return one line for each place that the gate objected to."""
    return tuple(_finding(number, f) for number, f in enumerate(verdict.causes[:MOST_LINES], 1))


def tell_dropped(
    session: Session, room: Newsroom, due: DueSlot, ready: Sequence[Ready], now: datetime
) -> None:
    """Tell what was left out for a fault, all tiers together, once a slot."""
    faults = [d for one in ready for d in one.draft.dropped if not d.harmless]
    lines = dropped_lines(faults)
    if lines:
        say = Say(
            "alert-brief-dropped",
            brief=slot_name(due),
            day=due.day,
            count=len(lines),
            lines=lines,
        )
        room.alerts.raise_in(session, f"brief-dropped:{due.day}:{due.slot.value}", say, now)


def tell_blocked(session: Session, room: Newsroom, due: DueSlot, one: Ready, now: datetime) -> None:
    """Tell that the gate held a text back: the places, the rules, the text, and what went out."""
    if one.verdict is None or one.refused is None:
        return
    pair = (one.draft.tier, one.draft.language)
    say = Say(
        "alert-brief-blocked",
        brief=slot_name(due),
        tier=Say(f"brief-tier-{one.draft.tier.value}"),
        day=due.day,
        count=len(one.verdict.causes),
        lines=verdict_lines(one.verdict),
        outcome=Say("brief-outcome-nothing" if one.text is None else "brief-outcome-data-only"),
        text=one.refused,
    )
    room.alerts.raise_in(session, _key("brief-blocked", due, pair), say, now)


def tell_skipped(
    session: Session,
    room: Newsroom,
    due: DueSlot,
    pairs: Sequence[Pair],
    why: SkipReason,
    now: datetime,
) -> None:
    """Tell that a slot's brief was not posted, once for each reason."""
    tiers = tuple(dict.fromkeys(tier for tier, _ in pairs))
    say = Say(
        "alert-brief-skipped",
        brief=slot_name(due),
        day=due.day,
        tiers=tier_names(tiers),
        reason=Say(f"brief-skip-{why.value}", until=due.useless_at.astimezone(room.zone).time()),
    )
    names = "+".join(tier.value for tier in tiers)
    key = f"brief-skipped:{due.day}:{due.slot.value}:{why.value}:{names}"
    room.alerts.raise_in(session, key, say, now)


def tell_uncovered(session: Session, room: Newsroom, day: date, now: datetime) -> None:
    """Tell once a day that nobody knows whether the exchange trades."""
    say = Say("alert-brief-uncovered", day=day, exchange=room.exchange)
    room.alerts.raise_in(session, f"brief-uncovered:{day}", say, now)


def tier_names(tiers: Sequence[object]) -> Say:
    """Return the tiers' names in a row: one message for each number of them."""
    names = {f"tier{n}": Say(f"brief-tier-{tier}") for n, tier in enumerate(tiers, 1)}
    return Say(f"brief-tiers-{len(tiers)}", **names)


def _finding(number: int, finding: Finding) -> Say:
    return Say(
        "brief-finding-line",
        number=number,
        excerpt=finding.excerpt[:40],
        rule=finding.rule_id,
        reason=finding.reason,
        suggestion=finding.suggestion,
    )


def _key(kind: str, due: DueSlot, pair: Pair) -> str:
    return f"{kind}:{due.day}:{due.slot.value}:{pair[0].value}:{pair[1].value}"

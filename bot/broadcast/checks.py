"""What keeps a broadcast from being submitted, and what its author should know besides."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.broadcast.desk import Desk
from bot.broadcast.figures import unbound
from bot.broadcast.plan import Plan
from bot.broadcast.text import calls_everybody, composed, has_words, unlisted_links
from bot.calendar.exchange import ExchangeCalendar
from bot.compliance.verdict import Finding, Lane
from bot.delivery.attention import QUIET_FROM, QUIET_UNTIL, awake_from, is_quiet
from bot.i18n import Say
from bot.markup import plain

MOST_FINDINGS = 8
MOST_FIGURES = 8


def problems(
    plan: Plan, pictured: bool, desk: Desk, calendar: ExchangeCalendar, now: datetime
) -> tuple[Say, ...]:
    """Return everything that has to change first."""
    return (
        *_words(plan, pictured, desk),
        *_figures(plan),
        *_readers(plan),
        *_time(plan, desk, calendar, now),
    )


def warnings(plan: Plan, desk: Desk) -> tuple[Say, ...]:
    """Return what is allowed but should be looked at twice."""
    hosts = unlisted_links("\n".join((plan.text, plan.other)), desk.listed)
    return (Say("broadcast-warning-links", hosts=", ".join(hosts)),) if hosts else ()


def findings(plan: Plan, desk: Desk) -> list[Finding]:
    """Return what the gate objects to in the texts as they would go out."""
    found: list[Finding] = []
    for variant in plan.variants:
        text = plain(composed(plan, variant, desk.words))
        verdict = desk.gate.judge(text, Lane.OUTGOING)
        found += verdict.causes
    return found


def figures(plan: Plan) -> tuple[str, ...]:
    """Return the numbers that are quoted: bound to no figure of ours."""
    return tuple(dict.fromkeys(f for v in plan.variants for f in unbound(plan.words(v))))


def finding_lines(found: Sequence[Finding]) -> tuple[Say, ...]:
    """Say each objection with its rule, its reason and what could be said instead."""
    return tuple(
        Say(
            "broadcast-finding",
            number=number,
            excerpt=one.excerpt[:40],
            rule=one.rule_id,
            reason=one.reason,
            suggestion=one.suggestion or "-",
        )
        for number, one in enumerate(found[:MOST_FINDINGS], 1)
    )


def _words(plan: Plan, pictured: bool, desk: Desk) -> Iterator[Say]:
    if not plan.text.strip():
        yield Say("broadcast-problem-empty")
        return
    limit = desk.caption_limit if pictured else desk.text_limit
    for variant in plan.variants:
        if not has_words(plan.words(variant)):
            yield Say("broadcast-problem-signs", variant=variant.value.upper())
        length = _utf16(plain(composed(plan, variant, desk.words)))
        if length > limit:
            kind = "caption" if pictured else "text"
            yield Say("broadcast-problem-long", length=length, most=limit, kind=kind)
        if calls_everybody(plan.words(variant)):
            yield Say("broadcast-problem-everybody")
    if plan.other and plan.other.strip() == plan.text.strip():
        yield Say("broadcast-problem-same")
    found = findings(plan, desk)
    if found:
        lines = finding_lines(found)
        yield Say("broadcast-problem-blocked", count=len(found), lines=lines)


def _figures(plan: Plan) -> Iterator[Say]:
    found = figures(plan)
    if found and not plan.source:
        shown = ", ".join(found[:MOST_FIGURES])
        yield Say("broadcast-problem-figures", count=len(found), figures=shown)


def _readers(plan: Plan) -> Iterator[Say]:
    if not plan.groups and not plan.segment.tiers:
        yield Say("broadcast-problem-nobody")


def _time(plan: Plan, desk: Desk, calendar: ExchangeCalendar, now: datetime) -> Iterator[Say]:
    at = plan.starts_at or now
    if plan.starts_at is not None and plan.starts_at <= now:
        yield Say("broadcast-problem-past", at=at)
        return
    zone = desk.community.zone
    if plan.groups and is_quiet(at, zone):
        yield Say("broadcast-problem-quiet", at=at, first=QUIET_FROM, last=QUIET_UNTIL)
    useless = at + timedelta(hours=plan.useless_hours)
    if plan.segment.tiers and awake_from(at, zone) >= useless:
        yield Say("broadcast-problem-useless", at=useless, awake=awake_from(at, zone))
    if plan.trading_days_only:
        yield from _trading(calendar, at)


def _trading(calendar: ExchangeCalendar, at: datetime) -> Iterator[Say]:
    day = calendar.local_day(at)
    if not calendar.is_covered(day):
        yield Say("broadcast-problem-uncovered", day=day, until=calendar.covered_until)
    elif not calendar.is_trading_day(day):
        yield Say("broadcast-problem-closed", day=day)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

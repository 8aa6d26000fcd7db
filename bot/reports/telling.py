"""The monthly compliance report in words and as a picture."""

from datetime import timedelta

from bot.charts.compliance_card import ComplianceCard, Share, Shares
from bot.charts.statistics_row import Statistic
from bot.compliance.report.figures import Report, percent
from bot.i18n import Language, Say, Words
from bot.markup import plain

MOST_RULES, MOST_GROUPS = 5, 6


def message_of(report: Report) -> Say:
    """Return the message: what was held, how fast it was decided, what went out when."""
    queue, briefs = report.queue, report.briefs
    return Say(
        "compliance-report",
        month=str(report.month),
        state=Say(f"compliance-{'whole' if report.complete else 'so-far'}"),
        held=queue.held,
        blocked=queue.blocked,
        overridden=queue.overridden,
        released=queue.released,
        p50=duration(queue.p50),
        p90=duration(queue.p90),
        overdue=queue.overdue,
        waiting=queue.waiting,
        acted=report.acted,
        undone=report.undone,
        appeals=queue.appeals,
        granted=queue.appeals_granted,
        on_time=briefs.on_time,
        copies=briefs.copies,
        late=briefs.late,
        missed=briefs.missed,
        bare=briefs.data_only,
        corrections=report.corrections,
        withdrawals=report.withdrawals,
        broadcasts=report.broadcasts,
    )


def duration(time: timedelta | None) -> Say:
    """Return a time in the unit in which people would say it."""
    if time is None:
        return Say("compliance-no-time")
    minutes = int(time.total_seconds() // 60)
    if minutes < 90:
        return Say("compliance-minutes", count=minutes)
    return Say("compliance-hours", count=round(minutes / 60))


def card_of(report: Report, words: Words, language: Language) -> ComplianceCard:
    """Return the picture in the reader's language."""

    def say(id: str, **arguments: object) -> str:
        return plain(words.say(language, Say(id, **arguments)))

    queue, briefs = report.queue, report.briefs
    first = (
        Statistic(say("compliance-held"), str(queue.held)),
        Statistic(say("compliance-overridden"), str(queue.overridden)),
        Statistic(say("compliance-overdue"), str(queue.overdue)),
        Statistic(say("compliance-p90"), plain(words.say(language, duration(queue.p90)))),
    )
    on_time = percent(briefs.on_time, briefs.copies)
    second = (
        Statistic(say("compliance-on-time"), "–" if on_time is None else f"{on_time}%"),
        Statistic(say("compliance-corrected"), str(report.corrections + report.withdrawals)),
        Statistic(say("compliance-acted"), str(report.acted)),
        Statistic(say("compliance-appeals"), f"{queue.appeals_granted}/{queue.appeals}"),
    )
    rules = tuple(
        Share(
            rule.rule,
            percent(rule.upheld, rule.decided),
            say("compliance-of", part=rule.upheld, whole=rule.decided),
        )
        for rule in queue.top_rules[:MOST_RULES]
    )
    worst = sorted(report.coverage, key=lambda one: one.percent if one.percent is not None else 0)
    groups = tuple(Share(one.title, one.percent) for one in worst[:MOST_GROUPS])
    state = "whole" if report.complete else "so-far"
    return ComplianceCard(
        title=say("compliance-title-good" if not queue.overdue else "compliance-title-overdue",
                  count=queue.overdue),
        kicker=say("compliance-kicker", month=str(report.month), state=say(f"compliance-{state}")),
        statistics=(first, second),
        blocks=(
            Shares(say("compliance-coverage"), groups, say("compliance-no-groups")),
            Shares(say("compliance-precision"), rules, say("compliance-no-rules")),
        ),
        foot=(say("compliance-foot"),),
    )  # fmt: skip

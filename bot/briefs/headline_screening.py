"""Which headlines may stand in a brief: each is screened by itself, and trusted by its publisher.

One bad headline is left out with its reason and costs neither the others nor the edition.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.compliance.verdict import Lane, Verdict
from bot.market.headlines import Headline
from bot.market.news import News
from bot.market.problems import FeedProblem, ProblemKind

MOST_SCREENED = 40
"""Candidates of a slot that are looked at; briefs show a handful."""
LONGEST_SHOWN = 60

Judge = Callable[[str, Lane], Verdict]


def fit_to_print(news: News, since: datetime, judge: Judge, *, unattended: bool) -> News:
    """Return the headlines since an instant that a brief may carry, and why others may not.

    `judge` is the gate's. `unattended`: nobody reads the edition before it goes out, so only
    trusted publishers stand in it. A headline that is left out is a problem of its publisher;
    `symbol` is the title of one that the gate refused, with the rules that it breaks.
    """
    kept, lost = [], list(news.problems)
    for headline in news.since(since)[:MOST_SCREENED]:
        reason = refusal(headline, judge, unattended=unattended)
        if reason is None:
            kept.append(headline)
        else:
            lost.append(reason)
    return replace(news, headlines=tuple(kept), problems=tuple(lost))


def refusal(headline: Headline, judge: Judge, *, unattended: bool) -> FeedProblem | None:
    """Return why a headline may not stand in a brief, or None if it may."""
    if unattended and not headline.trust.unattended:
        detail = headline.trust.value
        return FeedProblem(ProblemKind.UNTRUSTED, headline.source, None, detail)
    rules = _broken_rules((headline.title, headline.source, headline.link), judge)
    if rules:
        shown = f"{headline.title[:LONGEST_SHOWN]} [{', '.join(rules)}]"
        return FeedProblem(ProblemKind.SCREENED, headline.source, shown, ",".join(rules))
    return None


def _broken_rules(texts: Sequence[str], judge: Judge) -> tuple[str, ...]:
    verdicts = [judge(text, Lane.OUTGOING) for text in texts]
    causes = (finding.rule_id for verdict in verdicts for finding in verdict.causes)
    return tuple(dict.fromkeys(causes))

"""Matching on questions that its writers had not seen: choose nothing by looking here."""

from pathlib import Path

import pytest

from bot.questions.matching import Action, Matcher
from bot.questions.retrieval.files import Query, read_faq, read_queries
from bot.questions.retrieval.measures import Outcome, measured
from bot.questions.retrieval.plain import PlainBm25

UNSEEN = Path(__file__).parents[1] / "unseen"


def _asked(name: str) -> tuple[Matcher, PlainBm25, list[Query]]:
    rows, bad = read_faq(UNSEEN / name / "faq.jsonl")
    queries, worse = read_queries(UNSEEN / name / "queries.jsonl", rows)
    assert (bad, worse) == ([], [])
    return Matcher(rows), PlainBm25(rows), queries


@pytest.mark.parametrize("name", ["brokerage", "bank_tw", "app_loan"])
def test_the_right_entry_comes_first_more_often_than_with_plain_bm25(name: str) -> None:
    matcher, plain, queries = _asked(name)
    ours, theirs = [], []
    sure = right = 0
    for query in queries:
        match = matcher.match(query.text)
        found = tuple(ranked.id for ranked in match.ranked)
        ours.append(Outcome(query.right, found, match.confidence))
        theirs.append(
            Outcome(query.right, tuple(each.id for each in plain.ranked(query.text)), 0.0)
        )
        sure += match.action is Action.ANSWER
        right += match.action is Action.ANSWER and found[0] == query.right
    mine, yardstick = measured(ours), measured(theirs)
    assert (mine.hit1 or 0) >= (yardstick.hit1 or 0) + 0.08
    assert (mine.auc or 0) >= 0.95
    assert right >= 0.85 * sure

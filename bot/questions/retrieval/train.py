"""Train the weights from labelled sets: `python -m bot.questions.retrieval.train`.

Needs what `requirements-train.in` names; the product itself does not. Takes some minutes and
writes the same file for the same sets. It prints how each domain fares with weights that were
learned from the others alone.
"""

import hashlib
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.questions.retrieval.features import Matrix, features, unit_weights
from bot.questions.retrieval.fitting import Asked, fit_odds, fit_rank, fit_turns
from bot.questions.retrieval.index import Candidate, Index
from bot.questions.retrieval.lexicon import lexicon
from bot.questions.retrieval.meanings import TAUGHT, Vectors, meaning
from bot.questions.retrieval.measures import Measures, Outcome, measured
from bot.questions.retrieval.model import MODEL_FILE, Model, Net, odds_to_share, write
from bot.questions.retrieval.plain import PlainBm25
from bot.questions.retrieval.scope import AHEAD, CLEARLY, scope_features, tokens
from bot.questions.retrieval.texts import Text, read
from bot.questions.retrieval.training_sets import LabelledSet, elsewhere, labelled_sets

FEWEST_SHARE = 0.004
TONE_DOUBT = 2.0
FEWEST_HEARD = 3
LEAST_TONE = 0.2
MOST_COMPARED = 20
CUT_WEIGHT = 0.1
ELSEWHERE_WEIGHT = 0.15
ANSWER_RIGHT = 0.94
CHOOSE_KEPT = 0.95

Kind = str


class Prepared:
    """A labelled set with its index and the candidates of each of its questions."""

    def __init__(self, labelled: LabelledSet, others: Sequence[str]) -> None:
        self.of = labelled
        words = lexicon()
        self.index = Index(labelled.rows, words)
        self.texts = [read(query, words) for query, _ in labelled.queries]
        self.candidates = [self.index.candidates(text) for text in self.texts]
        self.right = [
            _place(self.index, found, right)
            for found, (_, right) in zip(self.candidates, labelled.queries, strict=True)
        ]
        self.others = [read(query, words) for query in others]
        self.other_candidates = [self.index.candidates(text) for text in self.others]
        self.means = [meaning(text).mean for text in self.texts]
        self.other_means = [meaning(text).mean for text in self.others]
        self.rows: list[Matrix] = []
        self.other_rows: list[Matrix] = []

    def describe(self, shares: Mapping[str, float]) -> None:
        """Work out the features of the candidates of each question."""
        weights = unit_weights(self.index, shares)
        self.rows = [
            features(text, found, self.index, weights)
            for text, found in zip(self.texts, self.candidates, strict=True)
        ]
        self.other_rows = [
            features(text, found, self.index, weights)
            for text, found in zip(self.others, self.other_candidates, strict=True)
        ]

    def asked(self) -> Asked:
        """Return what turns are learned from."""
        entry_of = {row.id: entry for entry, row in enumerate(self.index.rows)}
        known = [
            (mean, entry_of[right])
            for mean, (_, right) in zip(self.means, self.of.queries, strict=True)
            if right is not None
        ]
        questions = np.array([mean for mean, _ in known], dtype=np.float64)
        right = np.array([entry for _, entry in known], dtype=np.int64)
        means = (self.index.entry_means, self.index.answer_means)
        entries, answers = (each.astype(np.float64) for each in means)
        return questions, entries, answers, right, self.of.weight

    def teach(self, turns: Vectors) -> None:
        """Put what the turns say into the features of all candidates."""
        for means, candidates, rows in (
            (self.means, self.candidates, self.rows),
            (self.other_means, self.other_candidates, self.other_rows),
        ):
            for mean, found, table in zip(means, candidates, rows, strict=True):
                entries = [each.entry for each in found]
                table[:, -TAUGHT:] = self.index.taught(mean, entries, turns)

    def scope_rows(
        self, shares: Mapping[str, float], tone: Mapping[str, float], rank: Net
    ) -> list[tuple[Kind, Matrix]]:
        """Return what is learned from about scope: (kind, features).

        Kinds: right and wrong (in scope, the best candidate is right or not), out (the set says
        that nothing answers), cut (the right entry was taken away), elsewhere.
        """
        weights = unit_weights(self.index, shares)

        def made(text: Text, found: Matrix) -> Matrix:
            return scope_features(text, found, rank(found), self.index, weights, shares, tone)

        result = []
        for text, found, right, (_, of) in zip(
            self.texts, self.rows, self.right, self.of.queries, strict=True
        ):
            if len(found):
                kind = "out" if of is None else "wrong"
                best = int(np.argmax(rank(found)))
                result.append(("right" if best == right else kind, made(text, found)))
            if len(found) > 1 and right >= 0:
                result.append(("cut", made(text, np.delete(found, right, axis=0))))
        for text, found in zip(self.others, self.other_rows, strict=True):
            if len(found):
                result.append(("elsewhere", made(text, found)))
        return result


def everyday_shares(sets: Iterable[Prepared]) -> dict[str, float]:
    """Return in which share of the entries of everyday FAQs each unit stands."""
    whole = [each for each in sets if each.of.whole]
    shares: dict[str, float] = {}
    for each in whole:
        for unit, entries in each.index.entries_with.items():
            shares[unit] = shares.get(unit, 0.0) + entries / len(each.index.rows) / len(whole)
    return {unit: share for unit, share in shares.items() if share >= FEWEST_SHARE}


def customers_tone(sets: Iterable[Prepared]) -> dict[str, float]:
    """Return the log odds of units and bigrams between questions in scope and all others."""
    inside, outside = Counter[str](), Counter[str]()
    asked = [0, 0]
    for each in sets:
        if each.of.whole:
            known = [right is not None for _, right in each.of.queries]
            texts = [*zip(each.texts, known, strict=True), *((text, False) for text in each.others)]
            for text, is_inside in texts:
                (inside if is_inside else outside).update(tokens(text))
                asked[is_inside] += 1
    odds = {
        token: math.log((inside[token] + TONE_DOUBT) / (asked[1] + TONE_DOUBT))
        - math.log((outside[token] + TONE_DOUBT) / (asked[0] + TONE_DOUBT))
        for token in {*inside, *outside}
        if inside[token] + outside[token] >= FEWEST_HEARD
    }
    return {token: value for token, value in odds.items() if abs(value) >= LEAST_TONE}


def learned(sets: Sequence[Prepared], shares: Mapping[str, float]) -> Model:
    """Return the weights that these sets teach.

    What is taught about scope comes from candidates that were ranked by weights learned from
    the other domains, as they will be in a FAQ nobody has seen.
    """
    examples: list[tuple[Kind, float, Matrix]] = []
    domains = sorted({each.of.domain for each in sets})
    parts = (set(domains[::2]), set(domains[1::2]))
    for part in parts:
        turns = _turns([each for each in sets if each.of.domain not in part])
        for each in sets:
            if each.of.domain in part:
                each.teach(turns)
    for part in parts:
        others = [each for each in sets if each.of.domain not in part]
        rank, tone = _rank(others), customers_tone(others)
        for each in sets:
            if each.of.domain in part and each.of.whole:
                found = each.scope_rows(shares, tone, rank)
                examples += [(kind, each.of.weight, row) for kind, row in found]
    kinds = np.array([kind for kind, _, _ in examples])
    weights = np.array([_weight(kind, weight) for kind, weight, _ in examples])
    table = np.array([row for _, _, row in examples])
    inside = (kinds == "right") | (kinds == "wrong")
    scope = fit_odds(table, inside, weights)
    right = fit_odds(table, kinds == "right", weights)
    answer_from, choose_from = _thresholds(kinds, table, scope, right)
    digest = hashlib.sha256(repr([each.of for each in sets]).encode()).hexdigest()[:12]
    tone = customers_tone(sets)
    return Model(
        _rank(sets), scope, right, answer_from, choose_from, shares, tone, _turns(sets), digest
    )


def _turns(sets: Sequence[Prepared]) -> Vectors:
    turns: Vectors = fit_turns([each.asked() for each in sets]).astype(np.float32)
    return turns


def _weight(kind: Kind, weight: float) -> float:
    return weight * {"cut": CUT_WEIGHT, "elsewhere": ELSEWHERE_WEIGHT}.get(kind, 1.0)


def _rank(sets: Sequence[Prepared]) -> Net:
    groups = [
        (found[:MOST_COMPARED], right, each.of.weight)
        for each in sets
        for found, right in zip(each.rows, each.right, strict=True)
        if 0 <= right < MOST_COMPARED and len(found) > 1
    ]
    return fit_rank(groups)


def _thresholds(kinds: Matrix, table: Matrix, scope: Net, right: Net) -> tuple[float, float]:
    """Return from where the best candidate is right often enough, and what most reach.

    Candidates that are not clearly ahead of the second are no answer however sure they look.
    """
    counted = (kinds != "cut") & (kinds != "elsewhere") & (table[:, AHEAD] >= CLEARLY)
    odds = right(table[counted])
    order = np.argsort(-odds, kind="stable")
    precision = np.cumsum(kinds[counted][order] == "right") / np.arange(1, counted.sum() + 1)
    enough = np.flatnonzero(precision >= ANSWER_RIGHT)
    least = odds[order][enough[-1]] if len(enough) else 2.0
    found = np.quantile(scope(table[kinds == "right"]), 1 - CHOOSE_KEPT)
    return round(odds_to_share(least), 4), round(odds_to_share(found), 4)


class Judged(NamedTuple):
    """The figures of a model and of plain BM25 over one set, and what the model answered.

    `answered` is the share of the questions that got an answer, `well` how many of the answers
    were right (a question out of scope has no right one).
    """

    ours: Measures
    plain: Measures
    answered: float
    well: float


def judged(each: Prepared, model: Model) -> Judged:
    """Judge a model and plain BM25 over one set."""
    each.teach(model.turns)
    found, plain, answers = [], [], []
    weights = unit_weights(each.index, model.shares)
    yardstick = PlainBm25(each.of.rows)
    for text, table, candidates, (query, right) in zip(
        each.texts, each.rows, each.candidates, each.of.queries, strict=True
    ):
        best = yardstick.ranked(query)
        score = best[0].score if best else 0.0
        plain.append(Outcome(right, tuple(ranked.id for ranked in best), score))
        if not candidates:
            found.append(Outcome(right, (), 0.0))
            continue
        scores = model.rank(table)
        row = scope_features(text, table, scores, each.index, weights, model.shares, model.tone)[
            None, :
        ]
        order = np.argsort(-scores, kind="stable")[:10]
        ids = tuple(each.index.rows[candidates[place].entry].id for place in order)
        found.append(Outcome(right, ids, float(model.scope(row)[0])))
        sure = odds_to_share(model.right(row)[0]) >= model.answer_from and row[0, AHEAD] >= CLEARLY
        if sure and odds_to_share(model.scope(row)[0]) >= model.choose_from:
            answers.append(ids[0] == right)
    well = sum(answers) / len(answers) if answers else 0.0
    return Judged(measured(found), measured(plain), len(answers) / len(found), well)


def _place(index: Index, found: Sequence[Candidate], right: str | None) -> int:
    ids = [index.rows[each.entry].id for each in found]
    return ids.index(right) if right in ids else -1


def report(sets: Sequence[Prepared], shares: Mapping[str, float]) -> Iterable[str]:
    """Give, line by line, how each domain fares with weights learned from the others.

    Only the shares of units, which say how common a character is, come from all of them.
    """
    for domain in sorted({each.of.domain for each in sets}):
        model = learned([each for each in sets if each.of.domain != domain], shares)
        for each in sets:
            if each.of.domain == domain:
                ours, plain, answered, well = judged(each, model)
                decided = f"{answered:.0%} answered, {well:.0%} of them rightly"
                yield f"{each.of.name:24} {_line(ours)} | plain {_line(plain)} | {decided}"


def _line(of: Measures) -> str:
    figures = (of.hit1, of.hit3, of.mrr, of.auc)
    return "  ".join("   -  " if figure is None else f"{figure:.4f}" for figure in figures)


def main(path: Path = MODEL_FILE) -> None:
    """Print the report, train on all sets and write the file."""
    sets, shares = prepared(labelled_sets())
    for line in report(sets, shares):
        sys.stdout.write(line + "\n")
    write(path, learned(sets, shares))


def prepared(labelled: Sequence[LabelledSet]) -> tuple[list[Prepared], dict[str, float]]:
    """Return sets with their features worked out, and the shares of units in them.

    Whole sets are asked questions from elsewhere as well, each set others of them.
    """
    asked = elsewhere()
    sets: list[Prepared] = []
    for each in labelled:
        turn = sum(one.of.whole for one in sets)
        sets.append(Prepared(each, asked[turn % 3 :: 3] if each.whole else ()))
    shares = everyday_shares(sets)
    for one in sets:
        one.describe(shares)
    return sets, shares


if __name__ == "__main__":
    main()

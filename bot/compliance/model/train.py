"""Train the model from the labelled rows: `python -m bot.compliance.model.train`.

Needs what `requirements-train.in` names; the product itself does not. Takes a minute or two,
draws nothing at random, and writes the same bytes for the same rows. It prints how the model
judges rows that it has not seen (five-fold cross-validation) at several thresholds.
"""

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.compliance.model.augment import augmented
from bot.compliance.model.features import BUCKET_BITS, buckets
from bot.compliance.model.rows import CLEAN, VIOLATION, Row, read_labelled
from bot.compliance.model.weights import MODEL_FILE, Header, write
from bot.compliance.normalise import fold
from bot.compliance.rulepack import load
from bot.compliance.verdict import Lane, Severity
from bot.strict_toml import read_table

SETTINGS_FILE = Path(__file__).parent / "model.toml"
FOLDS = 5
LOOSENESS = 3.0  # the inverse of the penalty on weights
RARITY_POWER = 2.0  # rare n-grams say more: their inverse frequency counts with this power
AUGMENTED_WEIGHT = 0.5
_CLIPPED_QUANTILE = 0.9995
_LARGEST = 127

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights before they are packed: `values` are whole numbers, times `scale` a weight."""

    values: npt.NDArray[np.int8]
    scale: float
    intercept: float

    def steps(self, matrix: Any) -> Floats:
        """Return the raw score of each row of a matrix."""
        raw: Floats = matrix @ self.values.astype(np.float64) * self.scale + self.intercept
        return raw


def matrix_of(texts: Sequence[str]) -> Any:
    """Return the n-gram counts of texts over the root of their number, one row a text."""
    sparse = import_module("scipy.sparse")
    found = [buckets(fold(text)) for text in texts]
    ends = np.cumsum([0, *map(len, found)])
    shares = np.concatenate([np.full(len(each), len(each) ** -0.5) for each in found])
    matrix = sparse.csr_matrix(
        (shares, np.concatenate(found), ends), shape=(len(texts), 1 << BUCKET_BITS)
    )
    matrix.sum_duplicates()
    return matrix


def fit(rows: Sequence[Row]) -> Fitted:
    """Fit the weights to rows and to what is made from them, and round them."""
    sparse, linear = import_module("scipy.sparse"), import_module("sklearn.linear_model")
    made = [*augmented(rows), *rule_examples()]
    matrix = matrix_of([row.text for row in (*rows, *made)])
    labels = np.array([row.offends for row in (*rows, *made)])
    counts = np.array([1.0] * len(rows) + [AUGMENTED_WEIGHT] * len(made))
    seen = np.bincount(matrix[: len(rows)].indices, minlength=1 << BUCKET_BITS)
    rarity = (np.log((1 + len(rows)) / (1 + seen)) + 1) ** RARITY_POWER
    model = linear.LogisticRegression(C=LOOSENESS, max_iter=3000)
    model.fit(matrix @ sparse.diags(rarity), labels, counts)
    exact = rarity * model.coef_[0]
    largest = float(np.quantile(np.abs(exact[exact != 0]), _CLIPPED_QUANTILE))
    values = np.round(np.clip(exact / largest, -1, 1) * _LARGEST).astype(np.int8)
    return Fitted(values, largest / _LARGEST, float(model.intercept_[0]))


def rule_examples() -> list[Row]:
    """Return the examples of the rules that would hold a member's message, as rows."""
    rules = [
        rule
        for rule in load().rules
        if Lane.MEMBER in rule.lanes and rule.severity.rank >= Severity.REVIEW.rank
    ]
    return [
        Row(f"{rule.id}-{number}", text, label, rule.kind, "plain")
        for rule in rules
        for label, texts in ((VIOLATION, rule.failing), (CLEAN, rule.passing))
        for number, text in enumerate(texts, 1)
    ]


def _doubts(certain_kinds: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """Return the rules that the model may doubt: those of today but for some kinds."""
    return tuple((rule.id, rule.version) for rule in load().rules if rule.kind not in certain_kinds)


def cross_validated(rows: Sequence[Row]) -> Floats:
    """Return the raw score of each row by a model that was fitted without it."""
    steps = np.zeros(len(rows))
    folds = np.array([_fold_of(row) for row in rows])
    matrix = matrix_of([row.text for row in rows])
    for number in range(FOLDS):
        fitted = fit(
            [row for row, fold_number in zip(rows, folds, strict=True) if fold_number != number]
        )
        steps[folds == number] = fitted.steps(matrix[folds == number])
    return steps


def calibration(steps: Floats, rows: Sequence[Row]) -> tuple[float, float]:
    """Return slope and shift that make raw scores of unseen rows into log odds (Platt)."""
    linear = import_module("sklearn.linear_model")
    model = linear.LogisticRegression(C=1e6)
    model.fit(steps.reshape(-1, 1), [row.offends for row in rows])
    return float(model.coef_[0][0]), float(model.intercept_[0])


def train(path: Path = MODEL_FILE) -> str:
    """Train on all labelled rows, write the model's file, and return the report."""
    rows = read_labelled()
    steps = cross_validated(rows)
    slope, shift = calibration(steps, rows)
    fitted = fit(rows)
    settings = read_table(SETTINGS_FILE)
    header = Header(
        lanes=settings.texts("lanes", least=1),
        threshold=settings.integer("threshold_percent", 1, 99) / 100,
        excused_threshold=settings.integer("excused_threshold_percent", 1, 99) / 100,
        doubt_threshold=settings.integer("doubt_threshold_percent", 0, 99) / 100,
        doubts=_doubts(frozenset(settings.texts("certain_kinds"))),
        reason=settings.text("reason"),
        suggestion=settings.text("suggestion"),
        scale=fitted.scale * slope,
        intercept=fitted.intercept * slope + shift,
        trained_on=_digest(rows),
        rows=len(rows),
    )
    settings.finish()
    write(path, header, fitted.values)
    return report(rows, 1 / (1 + np.exp(-(steps * slope + shift))))


def report(rows: Sequence[Row], scores: Floats) -> str:
    """Return precision and recall at several thresholds, as lines of text."""
    offends = np.array([row.offends for row in rows])
    spoken_of = np.array([not row.offends and row.style in ("quote", "warning") for row in rows])
    lines = [f"{len(rows)} rows, cross-validated", "threshold recall precision quotes-held"]
    for percent in range(20, 95, 5):
        held = scores >= percent / 100
        right = (held & offends).sum()
        figures = (right / offends.sum(), right / max(1, held.sum()), held[spoken_of].mean())
        lines.append(f"{percent / 100:9.2f} " + " ".join(f"{figure:8.3f}" for figure in figures))
    return "\n".join(lines)


def _fold_of(row: Row) -> int:
    return int.from_bytes(hashlib.sha256(row.text.encode()).digest()[:4]) % FOLDS


def _digest(rows: Sequence[Row]) -> str:
    content = "\n".join(f"{row.label}\t{row.text}" for row in rows)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


if __name__ == "__main__":
    sys.stdout.write(train() + "\n")

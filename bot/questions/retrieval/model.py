"""The learned weights: what they are, and the file that they ship in."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.questions.retrieval.features import NAMES, UNTAUGHT
from bot.questions.retrieval.meanings import Vectors
from bot.questions.retrieval.scope import SCOPE_NAMES
from bot.strict_toml import InvalidData

MODEL_FILE = Path(__file__).parent / "retrieval.json"
_FORMAT = "opening-bell retrieval 1"
_ALLOWED = "a file written by python -m bot.questions.retrieval.train of this version"

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Net:
    """A small network: rows are centred and scaled, then each layer is weights and a shift.

    Between layers stands tanh. With one layer it is a linear model.
    """

    mean: Matrix
    scale: Matrix
    layers: tuple[tuple[Matrix, Matrix], ...]

    def __call__(self, rows: Matrix) -> Matrix:
        """Return one score a row."""
        values = np.clip((rows - self.mean) / self.scale, -6.0, 6.0)
        for number, (weights, shift) in enumerate(self.layers):
            values = (np.tanh(values) if number else values) @ weights + shift
        return values[:, 0]


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned.

    `rank` scores candidates; `scope` and `right` give the log odds that the FAQ answers a
    question at all, and that the best candidate does. From `answer_from` of the second on, the
    entry is given as the answer; from `choose_from` of the first on, a choice is offered.
    `shares` says in which share of everyday entries a unit stands, `tone` how much more often
    customers use a unit or bigram than small talk does (log odds); `turns` turn the meaning of a
    question towards those of the entry and of the answer that it is expected to have.
    """

    rank: Net
    scope: Net
    right: Net
    answer_from: float
    choose_from: float
    shares: Mapping[str, float]
    tone: Mapping[str, float]
    turns: Vectors
    trained_on: str


def odds_to_share(log_odds: float) -> float:
    """Return the probability behind log odds."""
    return float(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))


def write(path: Path, model: Model) -> None:
    """Write a model's file; the same model gives the same bytes."""
    said = {
        "tone": {token: round(odds, 2) for token, odds in sorted(model.tone.items())},
        "format": _FORMAT,
        "features": _features(),
        "turns": _integers(model.turns),
        "trained_on": model.trained_on,
        "answer_from": model.answer_from,
        "choose_from": model.choose_from,
        **{name: _said(getattr(model, name)) for name in ("rank", "scope", "right")},
        "shares": {unit: round(share, 4) for unit, share in sorted(model.shares.items())},
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")


@cache
def default_model() -> Model:
    """Return the model that ships with the product."""
    return read(MODEL_FILE)


def read(path: Path) -> Model:
    """Return the model in a file; InvalidData if it is none, or one for other features."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if said["format"] != _FORMAT or said["features"] != _features():
            raise ValueError(path)
        model = Model(
            rank=_net(said["rank"], len(NAMES)),
            scope=_net(said["scope"], len(SCOPE_NAMES)),
            right=_net(said["right"], len(SCOPE_NAMES)),
            answer_from=float(said["answer_from"]),
            choose_from=float(said["choose_from"]),
            shares={str(unit): float(share) for unit, share in said["shares"].items()},
            tone={str(token): float(odds) for token, odds in said["tone"].items()},
            turns=_turns(said["turns"]),
            trained_on=str(said["trained_on"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidData(
            file=path.name, item="-", field="-", received=str(error)[:80], allowed=_ALLOWED
        ) from error
    return model


def _said(net: Net) -> dict[str, Any]:
    def rounded(values: Matrix) -> Any:
        return np.round(values, 5).tolist()

    layers = [[rounded(weights), rounded(shift)] for weights, shift in net.layers]
    return {"mean": rounded(net.mean), "scale": rounded(net.scale), "layers": layers}


def _integers(turns: Vectors) -> Any:
    """Return turns in hundredths, so that the file stays small."""
    return np.rint(turns * 100).astype(int).tolist()


def _turns(said: Any) -> Vectors:
    turns = np.array(said, dtype=np.float32) / np.float32(100)
    if turns.shape != UNTAUGHT.shape:
        raise ValueError(turns.shape)
    return turns


def _net(said: Mapping[str, Any], width: int) -> Net:
    """Return the net that is told, which must take rows of `width` features."""
    layers = tuple(
        (np.array(weights, dtype=np.float64), np.array(shift, dtype=np.float64))
        for weights, shift in said["layers"]
    )
    mean, scale = (np.array(said[name], dtype=np.float64) for name in ("mean", "scale"))
    widths = [width, *(len(shift) for _, shift in layers)]
    shapes = [weights.shape for weights, _ in layers]
    if mean.shape != (width,) or scale.shape != (width,) or shapes != [*pairwise(widths)]:
        raise ValueError(shapes)
    return Net(mean, scale, layers)


def _features() -> str:
    """Return what must be the same in training and serving."""
    return hashlib.sha256(repr((NAMES, SCOPE_NAMES)).encode()).hexdigest()[:12]

"""The model's file: one line of JSON that says what it is, then the weights, packed."""

import hashlib
import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.compliance.model.features import BUCKET_BITS, SOUND_ORDERS, WRITTEN_ORDERS
from bot.strict_toml import InvalidData

MODEL_FILE = Path(__file__).parent / "screening.model"
_FORMAT = "opening-bell linear 1"
_MOST_BYTES = 8_000_000
_ALLOWED = "a file written by python -m bot.compliance.model.train of this version"


@dataclass(frozen=True, slots=True)
class Header:
    """What a model says about itself.

    A bucket's weight is its stored whole number times `scale`; `intercept` is what a text
    without n-grams would have. `doubts` holds id and version of the rules that it was trained
    beside and may doubt. `trained_on` names the labelled rows by their content.
    """

    lanes: tuple[str, ...]
    threshold: float
    excused_threshold: float
    doubt_threshold: float
    doubts: tuple[tuple[str, int], ...]
    reason: str
    suggestion: str
    scale: float
    intercept: float
    trained_on: str
    rows: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The content of a model's file; `version` changes whenever any byte of it does."""

    version: str
    header: Header
    values: npt.NDArray[np.int8]


def write(path: Path, header: Header, values: npt.NDArray[np.int8]) -> None:
    """Write a model's file; the same content gives the same bytes."""
    said = {"format": _FORMAT, "features": _features(), **asdict(header)}
    first = json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
    path.write_bytes(first + b"\n" + zlib.compress(values.tobytes(), 9))


def read(path: Path = MODEL_FILE) -> Weights:
    """Return the model in a file; InvalidData if it is none, or one for other features."""
    try:
        content = path.read_bytes()
        first, packed = content[:_MOST_BYTES].split(b"\n", 1)
        said = json.loads(first)
        if said.pop("format") != _FORMAT or said.pop("features") != _features():
            raise ValueError(path)
        said["lanes"] = tuple(said["lanes"])
        said["doubts"] = tuple((str(rule), int(version)) for rule, version in said["doubts"])
        unpacked = zlib.decompressobj().decompress(packed, (1 << BUCKET_BITS) + 1)
        values = np.frombuffer(unpacked, np.int8)
        if len(values) != 1 << BUCKET_BITS:
            raise ValueError(path)
        header = Header(**said)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise InvalidData(
            file=path.name, item="-", field="-", received=str(error)[:80], allowed=_ALLOWED
        ) from error
    return Weights(hashlib.sha256(content).hexdigest()[:12], header, values)


def _features() -> list[list[int]]:
    """Return what must be the same in training and serving."""
    return [[BUCKET_BITS], list(WRITTEN_ORDERS), list(SOUND_ORDERS)]

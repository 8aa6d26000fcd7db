"""A rule pack with its model, named by the content of both, and which of them is live.

The one that ships with the product is live until another is promoted. A promotion copies
its files into the data folder, so that editing the folder it came from changes nothing;
`live.json` names the copy, and a copy that was touched since is refused at start.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.compliance.gate import Gate
from bot.compliance.model.linear import LinearModel, default_model, load_model
from bot.compliance.model.weights import MODEL_FILE
from bot.compliance.rulepack import RULES_FOLDER, RulePack, default_pack, load
from bot.strict_toml import InvalidData

FOLDER = "screening"
MODEL_NAME = MODEL_FILE.name
_LIVE = "live.json"


@dataclass(frozen=True, slots=True)
class Screening:
    """What judges texts; `version` changes with any byte of a rule file or of the model."""

    pack: RulePack
    model: LinearModel
    rules_folder: Path
    model_file: Path

    @property
    def version(self) -> str:
        """Return the versions of pack and model as one."""
        return f"{self.pack.version}-{self.model.version}"

    def gate(self) -> Gate:
        """Return a gate that judges by this."""
        return Gate(self.pack, self.model)


def packaged() -> Screening:
    """Return what ships with the product."""
    return Screening(default_pack(), default_model(), RULES_FOLDER, MODEL_FILE)


def changed(live: Screening, rules: Path | None, model: Path | None) -> Screening:
    """Return `live` with another folder of rules, another model, or both.

    A folder of rules that holds a `screening.model` brings its own model along.
    """
    if rules and model is None and (rules / MODEL_NAME).is_file():
        model = rules / MODEL_NAME
    return Screening(
        load(rules) if rules else live.pack,
        load_model(model) if model else live.model,
        rules or live.rules_folder,
        model or live.model_file,
    )


def live_screening(data_folder: Path) -> Screening:
    """Return what was promoted last, or else what ships; InvalidData if it was touched since."""
    path = data_folder / FOLDER / _LIVE
    if not path.exists():
        return packaged()
    version = _promoted_version(path)
    if version == packaged().version:
        return packaged()
    folder = path.parent / version
    found = changed(packaged(), folder, None)
    if found.version != version:
        raise InvalidData(
            file=str(folder), item="-", field="version", received=found.version, allowed=version
        )
    return found


def keep_copy(data_folder: Path, screening: Screening) -> None:
    """Copy the files of a screening to where a promoted one lives; a copy there is replaced."""
    folder = data_folder / FOLDER / screening.version
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted(screening.rules_folder.glob("*.toml")):
        shutil.copyfile(path, folder / path.name)
    shutil.copyfile(screening.model_file, folder / MODEL_NAME)


def go_live(data_folder: Path, screening: Screening, said: Mapping[str, Any]) -> None:
    """Make the kept copy the one that the next start judges by."""
    path = data_folder / FOLDER / _LIVE
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    text = json.dumps({**said, "version": screening.version}, indent=1)
    part.write_text(text + "\n", encoding="utf-8")
    part.replace(path)


def _promoted_version(path: Path) -> str:
    try:
        version = json.loads(path.read_text(encoding="utf-8"))["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidData(
            file=str(path), item="-", field="version", received=str(error), allowed="a promotion"
        ) from error
    return str(version)

"""The learned weights and their file."""

import json
from pathlib import Path

import numpy as np
import pytest

from bot.questions.retrieval.model import MODEL_FILE, Net, default_model, read, write
from bot.strict_toml import InvalidData


def test_a_model_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "copy.json"
    write(path, default_model())
    assert path.read_bytes() == MODEL_FILE.read_bytes()


@pytest.mark.parametrize("change", [{"format": "other"}, {"features": "other"}, {"rank": {}}])
def test_a_file_of_another_version_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "changed.json"
    said = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**said, **change}), encoding="utf-8")
    with pytest.raises(InvalidData):
        read(path)


def test_weights_of_the_wrong_shape_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "short.json"
    said = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    said["scope"]["mean"].pop()
    path.write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(InvalidData):
        read(path)


def test_a_net_of_two_layers_bends_between_them() -> None:
    net = Net(
        np.zeros(1),
        np.ones(1),
        ((np.ones((1, 1)), np.zeros(1)), (np.full((1, 1), 2.0), np.ones(1))),
    )
    assert net(np.array([[0.5]]))[0] == pytest.approx(2 * np.tanh(0.5) + 1)


def test_more_confidence_is_asked_for_an_answer_than_for_a_choice() -> None:
    model = default_model()
    assert 0 < model.choose_from < 1
    assert 0 < model.answer_from < 1


def test_turns_of_the_wrong_shape_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "turns.json"
    said = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    said["turns"][0].pop()
    path.write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(InvalidData):
        read(path)

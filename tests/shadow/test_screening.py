import shutil
from pathlib import Path

import pytest

from bot.compliance.rulepack import RULES_FOLDER
from bot.shadow.screening import MODEL_NAME, changed, go_live, keep_copy, live_screening, packaged
from bot.strict_toml import InvalidData


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Return a folder with the packaged rules, one of them worded anew."""
    folder = tmp_path / "rules"
    shutil.copytree(RULES_FOLDER, folder)
    with (folder / "contexts.toml").open("a", encoding="utf-8") as file:
        file.write("# tried\n")
    return folder


def test_what_ships_is_live_until_something_is_promoted(tmp_path: Path) -> None:
    assert live_screening(tmp_path).version == packaged().version


def test_any_byte_of_a_rule_makes_another_version_and_the_model_stays(rules: Path) -> None:
    tried = changed(packaged(), rules, None)
    assert tried.version != packaged().version
    assert tried.model is packaged().model


def test_a_folder_of_rules_may_bring_its_model_along(rules: Path) -> None:
    shutil.copyfile(packaged().model_file, rules / MODEL_NAME)
    assert changed(packaged(), rules, None).model_file == rules / MODEL_NAME


def test_the_promoted_copy_is_live_whatever_becomes_of_the_folder(
    rules: Path, tmp_path: Path
) -> None:
    tried = changed(packaged(), rules, None)
    keep_copy(tmp_path, tried)
    assert live_screening(tmp_path).version == packaged().version
    go_live(tmp_path, tried, {"by": 7})
    shutil.rmtree(rules)
    assert live_screening(tmp_path).version == tried.version
    go_live(tmp_path, packaged(), {"by": 7})
    assert live_screening(tmp_path).version == packaged().version


def test_a_copy_that_was_touched_is_refused(rules: Path, tmp_path: Path) -> None:
    tried = changed(packaged(), rules, None)
    keep_copy(tmp_path, tried)
    go_live(tmp_path, tried, {})
    touched = tmp_path / "screening" / tried.version / "contexts.toml"
    touched.write_text(touched.read_text(encoding="utf-8") + "# sly\n", encoding="utf-8")
    with pytest.raises(InvalidData, match=tried.version):
        live_screening(tmp_path)


def test_a_note_of_what_is_live_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "screening" / "live.json"
    path.parent.mkdir()
    path.write_text("[]")
    with pytest.raises(InvalidData):
        live_screening(tmp_path)

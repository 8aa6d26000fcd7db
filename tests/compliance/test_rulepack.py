import shutil

import pytest

from bot.compliance.rulepack import RULES_FOLDER, default_pack, load
from bot.strict_toml import InvalidData

CONTEXTS = """
[[context]]
id = "warning"
before = "警惕"
"""
RULE = {
    "id": '"R-900"',
    "version": "1",
    "kind": '"test"',
    "severity": '"block"',
    "lanes": '["outgoing"]',
    "phrases": '["必涨"]',
    "contexts": '["warning"]',
    "reason": '"因为"',
    "suggestion": '"这样说"',
    "passing": '["警惕必涨"]',
    "failing": '["必涨"]',
}


def write(folder, **changes):
    fields = {name: value for name, value in (RULE | changes).items() if value is not None}
    lines = ["[[rule]]", *(f"{name} = {value}" for name, value in fields.items())]
    (folder / "contexts.toml").write_text(CONTEXTS, encoding="utf-8")
    (folder / "test.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_pack_is_loaded_whole(tmp_path):
    pack = load(write(tmp_path))
    assert [rule.id for rule in pack.rules] == ["R-900"]
    assert pack.rule("R-900").phrases == ("必涨",)
    with pytest.raises(KeyError):
        pack.rule("R-901")


@pytest.mark.parametrize(
    ("field", "written", "received"),
    [
        ("id", '"12"', "12"),
        ("version", "0", 0),
        ("version", "true", True),
        ("kind", '""', ""),
        ("severity", '"fatal"', "fatal"),
        ("severity", None, None),
        ("lanes", '["everyone"]', "everyone"),
        ("lanes", "[]", []),
        ("phrases", '["涨"]', "涨"),
        ("phrases", '["必涨", "必漲"]', "必漲"),
        ("phrases", '["必涨", "必涨"]', "必涨"),
        ("phrases", "[]", ()),
        ("patterns", '["("]', "("),
        ("patterns", '["必漲"]', "漲"),
        ("patterns", '["a*"]', "a*"),
        ("check", '"parity"', "parity"),
        ("contexts", '["joke"]', "joke"),
        ("reason", '" 因为"', " 因为"),
        ("passing", "[]", []),
        ("failing", "[1]", 1),
        ("colour", '"red"', "red"),
    ],
)
def test_a_mistake_is_named_by_file_rule_field_and_what_is_allowed(
    tmp_path, field, written, received
):
    with pytest.raises(InvalidData) as caught:
        load(write(tmp_path, **{field: written}))
    fields = caught.value.fields
    assert fields["file"] == "test.toml"
    assert fields["item"] == ("12" if field == "id" else "R-900")
    assert (fields["field"], fields["received"]) == (field, received)
    assert fields["allowed"]


def test_an_id_is_used_once(tmp_path):
    write(tmp_path)
    shutil.copy(tmp_path / "test.toml", tmp_path / "zweite.toml")
    with pytest.raises(InvalidData) as caught:
        load(tmp_path)
    assert caught.value.fields["file"] == "zweite.toml"


def test_broken_toml_and_strange_tables_are_refused(tmp_path):
    write(tmp_path)
    for content in ("[[rule", "[[rules]]\nid = 1", "rule = 3"):
        (tmp_path / "test.toml").write_text(content, encoding="utf-8")
        with pytest.raises(InvalidData):
            load(tmp_path)


def test_a_context_needs_something_to_look_at(tmp_path):
    write(tmp_path)
    (tmp_path / "contexts.toml").write_text(
        '[[context]]\nid = "warning"\nunless = "加我"\n', encoding="utf-8"
    )
    with pytest.raises(InvalidData):
        load(tmp_path)


def test_the_version_follows_the_content(tmp_path):
    first = load(write(tmp_path)).version
    assert load(write(tmp_path)).version == first
    assert load(write(tmp_path, reason='"另一个原因"')).version != first
    assert default_pack().version == load(RULES_FOLDER).version

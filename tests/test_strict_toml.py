import pytest

from bot.strict_toml import Fields, InvalidData, read_items


def make_fields(**table):
    return Fields("sample.toml", "one", table)


def test_fields_are_taken_with_their_types():
    fields = make_fields(name="词", size=3, words=["甲", "乙"], kind="a", inner={"x": "y"})
    assert fields.text("name") == "词"
    assert fields.integer("size", 1, 3) == 3
    assert fields.texts("words", least=2) == ("甲", "乙")
    assert fields.choice("kind", ("a", "b")) == "a"
    assert fields.table("inner").text("x") == "y"
    fields.finish()


def test_an_absent_optional_text_and_an_absent_list_are_empty():
    assert make_fields().text("note", optional=True) == ""
    assert make_fields().texts("words") == ()


@pytest.mark.parametrize(
    "take",
    [
        lambda fields: fields.text("number"),
        lambda fields: fields.text("absent"),
        lambda fields: fields.integer("word", 0, 9),
        lambda fields: fields.integer("number", 4, 9),
        lambda fields: fields.integer("flag", 0, 9),
        lambda fields: fields.texts("word"),
        lambda fields: fields.choice("word", ("a", "b")),
        lambda fields: fields.table("word"),
        lambda fields: fields.finish(),
    ],
)
def test_a_wrong_field_is_refused_by_name(take):
    with pytest.raises(InvalidData) as caught:
        take(make_fields(word="词", number=3, flag=True))
    assert caught.value.fields["file"] == "sample.toml"
    assert caught.value.fields["item"] == "one"
    assert caught.value.fields["allowed"]


def test_a_field_of_an_inner_table_is_named_with_its_path():
    with pytest.raises(InvalidData) as caught:
        make_fields(inner={"x": 1}).table("inner").text("x")
    assert caught.value.fields["field"] == "inner.x"


def test_an_item_without_an_id_is_named_by_its_place(tmp_path):
    path = tmp_path / "sample.toml"
    path.write_text("[[word]]\na = 1\n[[word]]\nid = 'second'\n", encoding="utf-8")
    assert [fields.item for fields in read_items(path, "word")] == ["#1", "second"]


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    path = tmp_path / "sample.toml"
    path.write_bytes("a = '词'".encode("gb18030"))
    with pytest.raises(InvalidData):
        read_items(path, "word")

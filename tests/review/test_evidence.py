from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.markup import plain
from bot.review.evidence import excerpt, findings_of, kind_of, shown_text

GATE = Gate(default_pack())


def _found(text: str) -> list[dict[str, object]]:
    return findings_of(GATE.judge(text, Lane.MEMBER))


def test_what_a_rule_found_is_marked_in_the_excerpt() -> None:
    text = "大家好，跟我做保证收益"
    marked = excerpt(text, _found(text))
    assert plain(marked) == text
    assert "<b><u>" in marked


def test_an_excerpt_escapes_what_people_typed() -> None:
    assert "<script>" not in excerpt(
        "<script>保证收益</script>", _found("<script>保证收益</script>")
    )


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "甲" * 900 + "保证收益" + "乙" * 900
    shown = plain(excerpt(text, _found(text)))
    assert "保证收益" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 400


def test_personal_data_is_shown_neither_in_the_excerpt_nor_in_the_whole_text() -> None:
    text = "加我 13800138000 保证收益"
    found = _found(text)
    assert "13800138000" not in plain(excerpt(text, found))
    assert "13800138000" not in shown_text(text, found)


def test_spans_that_overlap_or_lie_outside_do_no_harm() -> None:
    spans = [{"start": 1, "end": 3}, {"start": 2, "end": 5}, {"start": 4, "end": 99}, {"part": 1}]
    assert plain(excerpt("甲乙丙丁戊己", spans)) == "甲乙丙丁戊己"


def test_a_rule_outside_the_pack_has_no_kind() -> None:
    assert kind_of("G-001") == ""
    assert kind_of("R-110") == "personal-data"

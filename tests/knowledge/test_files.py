import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot.i18n import Language
from bot.knowledge import fields
from bot.knowledge.content import TAGS, Content
from bot.knowledge.errors import KnowledgeFileError
from bot.knowledge.files import MOST_ROWS, FileKind, read_file, write_file
from bot.knowledge.rows import checked
from bot.members.tiers import Tier
from tests.factories.knowledge import HOME, make_content

YAML = """- key: reset-password
  tags: [account]
  question: {zh-Hans: 忘记密码怎么办？}
  phrasings: {zh-Hans: [密码忘了]}
  answer: {zh-Hans: 在官方 App 里重设。}
"""
BOMB = "a: &a [1,1]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)},*{chr(97 + i)}]\n" for i in range(20)
)


def _fault(name: str, content: bytes) -> str:
    with pytest.raises(KnowledgeFileError) as caught:
        read_file(name, content)
    problem = caught.value.fields["problem"]
    return problem.id  # type: ignore[attr-defined]


def _wrong(text: str) -> list[tuple[int, str, str]]:
    _, mistakes = checked(read_file("a.yaml", text.encode()))
    return [(one.number, one.field, one.say.id) for one in mistakes]


def _sheet(*rows: tuple[object, ...], book: Workbook | None = None) -> bytes:
    book = book or Workbook()
    for row in rows:
        book.active.append(row)
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


HEAD = ("key", "question.zh-Hans", "answer.zh-Hans", "phrasings.zh-Hans", "as_of")

_words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), min_size=1, max_size=30
)
_line = _words.map(lambda text: fields.read_line(text, 200)).filter(bool)
_phrasing = _line.filter(lambda text: not fields.SEPARATORS.search(text))
_answer = (
    st.lists(_words, min_size=1, max_size=3)
    .map(lambda parts: fields.read_answer("\n".join(parts)))
    .filter(bool)
)
_languages = st.sampled_from([(HOME,), (HOME, Language.ENGLISH), tuple(Language)])


@st.composite
def contents(draw: st.DrawFn) -> Content:
    spoken = draw(_languages)
    days = st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31))
    return Content(
        question={one: draw(_line) for one in spoken},
        phrasings={
            one: texts
            for one in spoken
            if (texts := tuple(draw(st.lists(_phrasing, max_size=3, unique=True))))
        },
        answer={one: draw(_answer) for one in spoken},
        tags=tuple(draw(st.lists(st.sampled_from(TAGS), max_size=3, unique=True))),
        tier=draw(st.none() | st.sampled_from(Tier)),
        source=draw(st.just("") | _line),
        as_of=draw(days),
        review_by=draw(days),
    )


@pytest.mark.parametrize("kind", FileKind)
@given(content=contents())
@settings(max_examples=40, deadline=None)
def test_what_is_written_to_a_file_and_read_again_is_the_same(
    kind: FileKind, content: Content
) -> None:
    raw = read_file(f"a.{kind.value}", write_file(kind, [("a-key", content)]))
    (row,), mistakes = checked(raw)
    assert mistakes == ()
    assert (row.key, row.content) == ("a-key", content)


@pytest.mark.parametrize("sign", "=+-@")
def test_a_text_that_begins_like_a_formula_is_written_as_text(sign: str) -> None:
    content = make_content(answer={HOME: f"{sign}1+1，按它算"}, question={HOME: f"{sign}A1"})
    packed = write_file(FileKind.EXCEL, [("a-key", content)])
    sheet = load_workbook(BytesIO(packed)).active
    cells = [cell for cell in sheet[2] if str(cell.value).startswith(sign)]
    assert [(cell.data_type, cell.number_format, cell.quotePrefix) for cell in cells] == [
        ("s", "@", True)
    ] * 2


def test_the_shape_of_the_starter_pack_is_read() -> None:
    (row,), mistakes = checked(read_file("a.YAML", YAML.encode("utf-8-sig")))
    assert mistakes == ()
    assert row.content.answer == {HOME: "在官方 App 里重设。"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"- key: [", "kb-file-yaml"),
        ("key: 值".encode(), "kb-file-list"),
        ("- 只有文字".encode(), "kb-file-item"),
        (b"", "kb-file-list"),
        (b"[]", "kb-file-empty"),
        ("- key: 密码".encode("gb18030"), "kb-file-encoding"),
        (YAML.encode("utf-16"), "kb-file-encoding"),
        (BOMB.encode(), "kb-file-alias"),
        (b"- &a [*a]", "kb-file-alias"),
        (b"[" * 3000, "kb-file-deep"),
        (b"- key: a\n  key: b", "kb-file-twice"),
        (b"- ? [a, b]\n  : c", "kb-file-yaml"),
        (b"- !!python/object/apply:os.system [id]", "kb-file-yaml"),
        (b"- key: \x00", "kb-file-yaml"),
        (b"- {}\n" * (MOST_ROWS + 1), "kb-file-rows"),
    ],
)
def test_a_yaml_file_that_cannot_be_trusted_is_refused_by_its_fault(
    content: bytes, problem: str
) -> None:
    assert _fault("a.yaml", content) == problem


@pytest.mark.parametrize(
    ("line", "field", "problem"),
    [
        ("question: {zh-Hans: no}", "question.zh-Hans", "kb-problem-text"),
        ("question: {zh-Hans: 2026-11-22}", "question.zh-Hans", "kb-problem-text"),
        ("question: {zh-Hans: 12:30}", "question.zh-Hans", "kb-problem-text"),
        ("question: 只有一种", "question", "kb-problem-by-language"),
        ("question: {fr: 问}", "question.fr", "kb-problem-language"),
        ("question: {zh-Hans: " + "问" * 121 + "}", "question.zh-Hans", "kb-problem-long"),
        ("answer: {zh-Hans: " + "答" * 1501 + "}", "answer.zh-Hans", "kb-problem-long"),
        ("phrasings: {zh-Hans: [一；二]}", "phrasings.zh-Hans", "kb-problem-separator"),
        ("phrasings: {zh-Hans: [no]}", "phrasings.zh-Hans", "kb-problem-text"),
        (
            "phrasings: {zh-Hans: [" + ", ".join(map("问{}".format, range(21))) + "]}",
            "phrasings.zh-Hans",
            "kb-problem-many",
        ),
        ("tags: [stocks]", "tags", "kb-problem-tag"),
        ("tier: gold", "tier", "kb-problem-tier"),
        ("as_of: 昨天", "as_of", "kb-problem-day"),
        ("as_of: 2026-13-40", "as_of", "kb-problem-day"),
        ("as_of: 2026-11-22 10:00:00", "as_of", "kb-problem-day"),
        ("as_of: 0001-01-01", "as_of", "kb-problem-day"),
        ("key: " + "1" * 5000, "key", "kb-problem-key"),
        ("colour: red", "-", "kb-problem-field"),
        ("answer: {en: Only English}", "-", "kb-problem-half"),
    ],
)
def test_a_mistake_in_a_row_names_the_row_and_the_field(
    line: str, field: str, problem: str
) -> None:
    name = line.partition(":")[0]
    given = {
        "key": "key: second",
        "question": "question: {zh-Hans: 问}",
        "answer": "answer: {zh-Hans: 答}",
        name: line,
    }
    text = YAML + "- " + "\n  ".join(given.values())
    assert (2, field, problem) in _wrong(text)


def test_every_row_is_checked_and_a_key_twice_is_named_with_its_first_row() -> None:
    text = YAML + "- key: Bad Key\n" + YAML + "- question: {zh-Hans: 没有键}\n"
    assert _wrong(text) == [
        (2, "key", "kb-problem-key"),
        (2, "-", "kb-problem-incomplete"),
        (3, "key", "kb-problem-twice"),
        (4, "key", "kb-problem-no-key"),
        (4, "-", "kb-problem-half"),
    ]


def test_a_sheet_with_blank_rows_numbers_and_days_is_read_as_people_meant_it() -> None:
    packed = _sheet(
        HEAD,
        (),
        ("a-key", "问？", 42.0, "一\n二；三", date(2026, 11, 22)),
        ("", " ", None),
        (7, "客服热线？", "写作 95500。", None, "2026/1/2"),
        *[()] * 50,
    )
    rows, mistakes = checked(read_file("a.xlsx", packed))
    assert mistakes == ()
    assert [(row.number, row.key) for row in rows] == [(3, "a-key"), (5, "7")]
    assert rows[0].content.answer == {HOME: "42"}
    assert rows[0].content.phrasings == {HOME: ("一", "二", "三")}
    assert [row.content.as_of for row in rows] == [date(2026, 11, 22), date(2026, 1, 2)]


def test_a_formula_and_a_truth_value_are_named_by_their_cell() -> None:
    packed = _sheet(HEAD, ("a-key", "=A1", True), ("b-key", "问", "=1/0"))
    _, mistakes = checked(read_file("a.xlsx", packed))
    named = [(one.number, one.say.id, one.say.arguments["cell"]) for one in mistakes]
    assert named == [
        (2, "kb-problem-formula", "B2"),
        (2, "kb-problem-cell", "C2"),
        (3, "kb-problem-formula", "C3"),
    ]


def _bomb() -> bytes:
    packed = BytesIO(_sheet(HEAD))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/zeros.bin", b"\0" * (13 * 1024 * 1024))
    return packed.getvalue()


def _merged() -> bytes:
    book = Workbook()
    book.active.append(HEAD)
    book.active.merge_cells("A2:A3")
    return _sheet(("a", "问", "答"), book=book)


def _entities() -> bytes:
    packed = BytesIO(_sheet(HEAD))
    with zipfile.ZipFile(packed, "a") as parts:
        parts.writestr("xl/evil.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "kb-file-excel"),
        (b"PK\x03\x04 broken", "kb-file-excel"),
        (YAML.encode(), "kb-file-excel"),
        (_bomb(), "kb-file-bomb"),
        (_merged(), "kb-file-merged"),
        (_entities(), "kb-file-excel"),
        (_sheet(), "kb-file-empty"),
        (_sheet(HEAD), "kb-file-empty"),
        (_sheet(("question.zh-Hans",), ("问",)), "kb-file-no-key"),
        (_sheet(("key", "colour"), ("a", "b")), "kb-file-column"),
        (_sheet(("key", "key"), ("a", "b")), "kb-file-column"),
        (_sheet(("key",), ("a", "b")), "kb-file-stray"),
    ],
)
def test_a_sheet_that_cannot_be_trusted_is_refused_by_its_fault(
    content: bytes, problem: str
) -> None:
    assert _fault("a.xlsx", content) == problem


def test_a_file_of_another_kind_is_refused_by_its_name() -> None:
    assert _fault("a.csv", b"key") == "kb-file-kind"


@pytest.mark.parametrize("text", ["_x000D_ 和 _x0041_", "'前面有撇号", "#N/A", "0012", "&lt; <b>"])
def test_a_text_that_excel_writes_in_its_own_way_comes_back_as_it_was(text: str) -> None:
    content = make_content(answer={HOME: text})
    (row,), _ = checked(read_file("a.xlsx", write_file(FileKind.EXCEL, [("a-key", content)])))
    assert row.content == content


@pytest.mark.parametrize(
    "value",
    ['!!int ""', "!!bool maybe", '!!float ""', "!!timestamp soon", "0x" + "F" * 5000,
     "1" + ":1" * 200_000],
)  # fmt: skip
def test_a_value_that_is_none_of_its_kind_is_named_and_not_computed(value: str) -> None:
    assert (1, "as_of", "kb-problem-day") in _wrong(f"- key: a\n  as_of: {value}")


def test_entries_on_a_second_sheet_are_not_left_out_silently() -> None:
    book = Workbook()
    book.create_sheet("空的")
    row = ("a-key", "问？", "答。")
    assert len(read_file("a.xlsx", _sheet(HEAD, row, book=book))) == 1
    book.worksheets[1].append(("b-key", "问？", "答。"))
    assert _fault("a.xlsx", _sheet(book=book)) == "kb-file-sheets"

"""What editors type for an entry: lines with labels in one message, or one field at a time."""

import re
import unicodedata
from collections.abc import Mapping

from bot.i18n import Language, Say
from bot.knowledge import fields
from bot.knowledge.errors import KnowledgeFieldError
from bot.knowledge.merging import PLAIN, SPOKEN

_NAMES = {
    "key": ("key", "键", "鍵", "编号", "編號"),
    "question": ("question", "q", "问", "問", "问题", "問題"),
    "answer": ("answer", "a", "答", "回答", "答案"),
    "phrasings": ("phrasings", "说法", "說法", "其他问法", "其他問法", "问法", "問法"),
    "tags": ("tags", "标签", "標籤"),
    "tier": ("tier", "层级", "層級"),
    "source": ("source", "来源", "來源", "出处", "出處"),
    "as_of": ("as_of", "as of", "数据日期", "數據日期", "截至"),
    "review_by": ("review_by", "review by", "复核日期", "複核日期", "有效到"),
}
_LANGUAGES = {
    Language.SIMPLIFIED: ("zh-hans", "简体", "簡體"),
    Language.TRADITIONAL: ("zh-hant", "繁体", "繁體"),
    Language.ENGLISH: ("en", "英文", "english"),
}
LABELS = {label: name for name, labels in _NAMES.items() for label in labels}
LANGUAGES = {word: language for language, words in _LANGUAGES.items() for word in words}
_LINE = re.compile(r"\s*([^:\n]{1,24}?)\s*:\s*(.*)", re.DOTALL)


def read_lines(text: str) -> dict[object, object]:
    """Return what labelled lines say, as a file would have it: 问：…, 答 en：…, 标签：….

    A line without a label goes on with the field before; in front of all labels it is the
    question. Without any label the first line is the question and the rest its answer.
    """
    lines = text.strip().split("\n")
    labels = [_labelled(line) for line in lines]
    if not any(labels):
        return _unlabelled(lines)
    found: dict[str, list[str]] = {}
    parts = [] if labels[0] else found.setdefault(f"question.{Language.SIMPLIFIED}", [])
    for line, labelled in zip(lines, labels, strict=True):
        if labelled is None:
            parts.append(line)
            continue
        name, language, rest = labelled
        field = f"{name}.{language}" if name in SPOKEN else name
        if field in found:
            raise KnowledgeFieldError(problem=Say("kb-problem-label-twice", received=line[:20]))
        parts = found[field] = [rest]
    written: dict[object, object] = {}
    for field, texts in found.items():
        written = put(written, field, "\n".join(texts))
    return written


def put(written: Mapping[object, object], name: str, text: str) -> dict[object, object]:
    """Return what was written with `text` for a field such as `answer.en`; 无 empties it."""
    value = None if not text.strip() or fields.says_none(text) else text
    field, _, language = name.partition(".")
    known = (field in SPOKEN and language in set(Language)) or (not language and field in PLAIN)
    if not known and name != "key":
        raise KnowledgeFieldError(problem=Say("kb-problem-field", received=name[:40], known="-"))
    if not language:
        return {**written, field: value}
    before = written.get(field)
    spoken = before if isinstance(before, dict) else {}
    return {**written, field: {**spoken, language: value}}


def _labelled(line: str) -> tuple[str, Language, str] | None:
    found = _LINE.fullmatch(line.replace("：", ":", 1))
    if found is None:
        return None
    label = " ".join(unicodedata.normalize("NFKC", found[1]).casefold().split())
    for word, language in LANGUAGES.items():
        if label.startswith(word) or label.endswith(word):
            bare = label.removeprefix(word).removesuffix(word).strip(" .")
            if LABELS.get(bare) in SPOKEN:
                return LABELS[bare], language, found[2]
    name = LABELS.get(label)
    return None if name is None else (name, Language.SIMPLIFIED, found[2])


def _unlabelled(lines: list[str]) -> dict[object, object]:
    written: dict[object, object] = {}
    question, answer = lines[0].strip(), "\n".join(lines[1:]).strip()
    if question:
        written["question"] = {Language.SIMPLIFIED.value: question}
    if answer:
        written["answer"] = {Language.SIMPLIFIED.value: answer}
    return written

"""Entries as YAML: read without trusting it, written so that it can be edited by hand.

A file may not use anchors and aliases (a few lines of them make gigabytes), nor the same key
twice, nor nest deeper than entries do. `no`, dates and numbers are left as YAML reads them:
the fields refuse them where text is due.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from bot.i18n import Language, Say
from bot.knowledge.content import Content
from bot.knowledge.errors import KnowledgeFileError

DEEPEST = 12
LINE = 100


class _Loader(yaml.CSafeLoader):
    """Reads plain data only, and refuses a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping whose keys are plain and stand once."""
        seen: set[object] = set()
        for key_node, _ in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _fault("kb-file-yaml", key_node.start_mark.line)
            if key_node.value in seen:
                name = str(key_node.value)[:40]
                raise _fault("kb-file-twice", key_node.start_mark.line, received=name)
            seen.add(key_node.value)
        return dict(super().construct_mapping(node, deep=deep))


LONGEST_NUMBER = 40
"""In characters: what is longer is no number of an entry, and some take minutes to read."""


def _value(loader: _Loader, node: yaml.ScalarNode) -> Any:
    """Return a day, number or truth value; text where it is none, for its field to say.

    None: 2026-13-40, a number of a million digits, `!!int ""`.
    """
    kind = node.tag.rpartition(":")[2]
    if len(node.value) > LONGEST_NUMBER:
        return node.value
    try:
        return getattr(loader, f"construct_yaml_{kind}")(node)
    except (ValueError, OverflowError, LookupError, AttributeError):
        return node.value


for _kind in ("timestamp", "int", "float", "bool"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_kind}", _value)


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def read(content: bytes, most: int) -> Iterator[tuple[int, Mapping[object, object]]]:
    """Yield each entry with its place from 1; at most one more than `most`."""
    text = _decoded(content)
    try:
        _examine(text)
        document = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader, and stricter
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _fault("kb-file-yaml", mark.line if mark else 0) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _fault("kb-file-yaml", 0) from error
    if not isinstance(document, list):
        raise KnowledgeFileError(problem=Say("kb-file-list"))
    for number, item in enumerate(document[: most + 1], start=1):
        if not isinstance(item, dict):
            raise KnowledgeFileError(problem=Say("kb-file-item", number=number))
        yield number, item


def write(entries: Sequence[tuple[str, Content]]) -> bytes:
    """Return entries as YAML in UTF-8, in the shape of the starter pack."""
    plain = [_plain(key, content) for key, content in entries]
    text: str = yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=LINE)
    return text.encode()


def _plain(key: str, content: Content) -> dict[str, Any]:
    spoken = {
        name: {one.value: _listed(texts[one]) for one in Language if texts.get(one)}
        for name, texts in (
            ("question", content.question),
            ("phrasings", content.phrasings),
            ("answer", content.answer),
        )
    }
    return {
        "key": key,
        "tags": list(content.tags),
        "tier": content.tier.value if content.tier else "all",
        "source": content.source,
        "as_of": content.as_of,
        "review_by": content.review_by,
        **spoken,
    }


def _listed(value: str | tuple[str, ...]) -> str | list[str]:
    return list(value) if isinstance(value, tuple) else value


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeFileError(problem=Say("kb-file-encoding")) from error


def _examine(text: str) -> None:
    """Refuse what would grow while it is built, before anything is built."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _fault("kb-file-alias", _line(event))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise _fault("kb-file-deep", _line(event))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _fault(message: str, line: int, **fields: object) -> KnowledgeFileError:
    return KnowledgeFileError(problem=Say(message, line=line + 1, **fields))

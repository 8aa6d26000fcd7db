"""The catalogues as a whole: complete, alike in each language, and enough for the code."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

import bot
import handlers
import jobs
from bot.errors import BellError
from bot.i18n import LOCALES, Language
from bot.markup import ALLOWED_TAGS

ROOT = Path(bot.__file__).parents[1]
SOURCES = sorted(
    path for folder in ("bot", "handlers", "jobs") for path in (ROOT / folder).rglob("*.py")
)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _messages(language: Language) -> tuple[tuple[Path, fluent.Message], ...]:
    found = []
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(_text(path)).body:
            assert not isinstance(entry, fluent.Junk), f"{path}: {entry.content[:80]!r}"
            if isinstance(entry, fluent.Message):
                found.append((path, entry))
    return tuple(found)


@cache
def _variables(language: Language) -> dict[str, frozenset[str]]:
    found = {}
    for _, message in _messages(language):
        visitor = _Variables()
        visitor.visit(message)
        found[message.id.name] = frozenset(visitor.names)
    return found


@cache
def _every_call() -> dict[str, list[tuple[str, ast.Call]]]:
    found: dict[str, list[tuple[str, ast.Call]]] = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                found.setdefault(called, []).append((where, node))
    return found


def _calls(name: str) -> list[tuple[str, ast.Call]]:
    return _every_call().get(name, [])


def _keywords(call: ast.Call) -> set[str] | None:
    """Return the names of the arguments, or nothing where `**` hides them."""
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names else {name for name in names if name}


@cache
def _errors() -> tuple[type[BellError], ...]:
    for package in (bot, handlers, jobs):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    found: set[type[BellError]] = set()
    waiting = [BellError]
    while waiting:
        error = waiting.pop()
        found.add(error)
        waiting += error.__subclasses__()
    ours = [error for error in found if error.__module__.split(".")[0] != "tests"]
    return tuple(sorted(ours, key=lambda error: error.__name__))


def _fields(error: type[BellError]) -> set[str]:
    """Return the fields an error surely has: as its docstring says, else as it is raised."""
    said = re.search(r"[Ff]ields?:? ([^.;]*)", error.__doc__ or "")
    if said:
        return set(re.findall(r"[a-z_]+", said[1]))
    raised = [_keywords(call) for _, call in _calls(error.__name__)]
    known = [names for names in raised if names is not None]
    return set.intersection(*known) if known else set()


@pytest.mark.parametrize("language", [Language.TRADITIONAL, Language.ENGLISH])
def test_each_language_has_every_message_with_the_same_variables(language: Language) -> None:
    assert _variables(language) == _variables(Language.SIMPLIFIED)


@pytest.mark.parametrize("language", list(Language))
def test_no_message_is_defined_twice(language: Language) -> None:
    counted = Counter(message.id.name for _, message in _messages(language))
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", list(Language))
def test_messages_use_only_tags_that_survive_rendering(language: Language) -> None:
    for path in {path for path, _ in _messages(language)}:
        for tag in re.findall(r"</?([a-zA-Z-]+)", _text(path)):
            assert tag in ALLOWED_TAGS, f"{path.name}: <{tag}>"


def test_every_message_named_in_the_code_exists_and_gets_its_arguments() -> None:
    known = _variables(Language.SIMPLIFIED)
    problems = []
    for where, call in _calls("Say"):
        first = call.args[0] if call.args else None
        names = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
        for name in names:
            if not isinstance(name, ast.Constant):
                continue
            given = _keywords(call)
            if name.value not in known:
                problems.append(f"{where}: no message {name.value}")
            elif given is not None and not known[name.value] <= given:
                problems.append(f"{where}: {name.value} lacks {known[name.value] - given}")
    assert problems == []


def test_every_error_has_a_sentence_that_uses_only_its_fields() -> None:
    known = _variables(Language.SIMPLIFIED)
    problems = []
    for error in _errors():
        name = f"error-{error.code}"
        if name not in known:
            problems.append(f"{error.__module__}.{error.__name__}: no message {name}")
        elif not known[name] <= _fields(error):
            problems.append(f"{name}: {error.__name__} has no {known[name] - _fields(error)}")
    assert problems == []


def test_error_codes_are_unique() -> None:
    counted = Counter(error.code for error in _errors())
    assert [code for code, times in counted.items() if times > 1] == []


def test_simplified_and_traditional_are_not_mixed_up() -> None:
    """A few characters that exist in one script alone, as a net for copied lines."""
    only_simplified, only_traditional = set("绑积设语简报请还没发让"), set("綁積設語簡報請還沒發讓")
    shared = only_simplified & only_traditional
    for language, wrong in (
        (Language.SIMPLIFIED, only_traditional - shared),
        (Language.TRADITIONAL, only_simplified - shared),
    ):
        for path, message in _messages(language):
            if message.id.name.startswith("language-"):
                continue
            start, end = message.span.start, message.span.end
            assert not wrong & set(_text(path)[start:end]), f"{path.name}: {message.id.name}"

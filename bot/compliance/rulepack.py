"""Load the rule pack from its TOML files, strictly, and name its version by its content."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.compliance.normalise import normalise
from bot.compliance.rule import CHECKS, Context, Rule
from bot.compliance.verdict import Lane, Severity
from bot.strict_toml import Fields, read_items

RULES_FOLDER = Path(__file__).parent / "rules"
CONTEXTS_FILE = "contexts.toml"
_RULE_ID = re.compile(r"R-\d{3}")
_CONTEXT_PARTS = ("before", "after", "following", "heading", "unless")


@dataclass(frozen=True, slots=True)
class RulePack:
    """All rules with their contexts; `version` changes whenever any byte of a file does."""

    version: str
    rules: tuple[Rule, ...]
    contexts: tuple[Context, ...]

    def rule(self, rule_id: str) -> Rule:
        """Return the rule with that id; KeyError if there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)


def load(folder: Path = RULES_FOLDER) -> RulePack:
    """Return the pack in `folder`; InvalidData names the first mistake in it."""
    contexts = [_context(fields) for fields in read_items(folder / CONTEXTS_FILE, "context")]
    names = frozenset(context.name for context in contexts)
    files = sorted(path for path in folder.glob("*.toml") if path.name != CONTEXTS_FILE)
    rules: dict[str, Rule] = {}
    for fields in (fields for path in files for fields in read_items(path, "rule")):
        rule = _rule(fields, names)
        if rule.id in rules:
            raise fields.refuse("id", rule.id, "an id that no other rule has")
        rules[rule.id] = rule
    version = _version([folder / CONTEXTS_FILE, *files])
    return RulePack(version, tuple(rules[rule_id] for rule_id in sorted(rules)), tuple(contexts))


@cache
def default_pack() -> RulePack:
    """Return the pack that ships with the product, read once."""
    return load()


def _rule(fields: Fields, contexts: frozenset[str]) -> Rule:
    rule = Rule(
        id=_rule_id(fields),
        version=fields.integer("version", 1, 9_999),
        kind=fields.text("kind"),
        severity=Severity(fields.choice("severity", tuple(Severity))),
        lanes=frozenset(Lane(lane) for lane in fields.choices("lanes", tuple(Lane), least=1)),
        phrases=_phrases(fields, "phrases"),
        patterns=tuple(_pattern(fields, "patterns", p) for p in fields.texts("patterns")),
        allowed=_phrases(fields, "allowed"),
        check=_check(fields),
        contexts=fields.choices("contexts", sorted(contexts)),
        reason=fields.text("reason"),
        suggestion=fields.text("suggestion"),
        passing=fields.texts("passing", least=1),
        failing=fields.texts("failing", least=1),
    )
    fields.finish()
    if not rule.phrases and not rule.patterns:
        raise fields.refuse("phrases", (), "at least one phrase, or one of `patterns`")
    return rule


def _context(fields: Fields) -> Context:
    name = fields.text("id")
    texts = {part: fields.text(part, optional=True) for part in _CONTEXT_PARTS}
    fields.finish()
    if not any(texts[part] for part in _CONTEXT_PARTS if part != "unless"):
        raise fields.refuse("before", "", "at least one of before, after, following, heading")
    before, after, following, heading, unless = (
        _pattern(fields, part, text) if text else None for part, text in texts.items()
    )
    return Context(name, before, after, following, heading, unless)


def _rule_id(fields: Fields) -> str:
    rule_id = fields.text("id")
    if not _RULE_ID.fullmatch(rule_id):
        raise fields.refuse("id", rule_id, "R- and three digits, such as R-012")
    return rule_id


def _check(fields: Fields) -> str:
    check = fields.text("check", optional=True)
    if check and check not in CHECKS:
        raise fields.refuse("check", check, "one of " + ", ".join(CHECKS))
    return check


def _phrases(fields: Fields, field: str) -> tuple[str, ...]:
    """Return the phrases normalised, as texts are before they are searched."""
    phrases: dict[str, str] = {}
    for written in fields.texts(field):
        folded = normalise(written).text.strip()
        if len(folded) < 2:
            raise fields.refuse(field, written, "a phrase that keeps two characters or more")
        if folded in phrases:
            raise fields.refuse(field, written, f"one writing only; {phrases[folded]} is the same")
        phrases[folded] = written
    return tuple(phrases)


def _pattern(fields: Fields, field: str, written: str) -> re.Pattern[str]:
    """Compile a pattern; one that normalised text can never meet is refused."""
    for character in written:
        folded = normalise(character).text
        if not character.isascii() and folded != character:
            raise fields.refuse(field, character, f"the normalised form {folded!r}")
    try:
        pattern = re.compile(written)
    except re.error as error:
        raise fields.refuse(field, written, f"a regular expression ({error})") from error
    if pattern.search(""):
        raise fields.refuse(field, written, "a pattern that does not match nothing")
    return pattern


def _version(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.name}:{len(content)}:".encode() + content)
    return digest.hexdigest()[:12]

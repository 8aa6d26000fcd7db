r"""Load the rule pack from its TOML files, strictly, and name its version by its content.

Every text is matched in its folded form: see `bot/compliance/normalise.py` for what is folded.

`[[rule]]`
- `id` (R-012), `version`, `kind`, `severity` (log, warn, review, block), `lanes`: what it is.
- `phrases`: found as they are, and disguised: cut up by marks, split into parts, written in
  homophones (half of the characters must be right) or in pinyin, as `views/` says.
- `sound`: further phrases, found even where every character is a homophone, and also when
  they have two characters only. Never one that sounds like an everyday word.
- `patterns`: regular expressions. `\d` also meets Chinese numerals: 七百手 is read as 700手.
- `anchors`: literals one of which must be in the text for the patterns to run. Derived from
  the patterns where not given; see `literals.py`.
- `check`: a further test of what a pattern matched, by name: `rule.py`.
- `allowed`: phrases inside which nothing is an offence (未必涨).
- `contexts`: names of the contexts that excuse an offence.
- `unless`: regular expressions; one that matches anywhere in the text silences the rule.
- `reason` with the legal source, `suggestion` for a compliant wording.
- `passing`, `failing`: examples, run as tests.

`[[context]]` in contexts.toml: `id`, then patterns of which each that is given must hold:
- `before`, `after`: on either side of the offence, within the scope.
- `following`: the next sentence. `heading`: the line with a colon above the offence.
- `says`: anywhere in the scope. `unless`: nowhere in the scope.
- `scope`: `sentence` (if not given), `paragraph` (between blank lines) or `text`. In the wide
  ones `before` and `after` see 600 characters; `says` is cheaper and sees all.
Several contexts may share an id; one that holds is enough.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.compliance.characters import is_han
from bot.compliance.lookalikes import LOOKALIKES
from bot.compliance.normalise import fold
from bot.compliance.rule import CHECKS, Context, Rule, Scope
from bot.compliance.syllables import readings
from bot.compliance.verdict import Lane, Severity
from bot.strict_toml import Fields, read_items

RULES_FOLDER = Path(__file__).parent / "rules"
CONTEXTS_FILE = "contexts.toml"
_RULE_ID = re.compile(r"R-\d{3}")
_CONTEXT_PARTS = ("before", "after", "following", "heading", "unless", "says")


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
        sound=_sound(fields),
        anchors=_phrases(fields, "anchors", shortest=1),
        unless=tuple(_pattern(fields, "unless", p) for p in fields.texts("unless")),
    )
    fields.finish()
    if not rule.phrases and not rule.sound and not rule.patterns:
        raise fields.refuse("phrases", (), "at least one phrase, or one of `patterns`")
    return rule


def _context(fields: Fields) -> Context:
    name = fields.text("id")
    texts = {part: fields.text(part, optional=True) for part in _CONTEXT_PARTS}
    scope = fields.optional_choice("scope", tuple(Scope), Scope.SENTENCE)
    fields.finish()
    if not any(texts[part] for part in _CONTEXT_PARTS if part != "unless"):
        raise fields.refuse("before", "", "at least one of before, after, following, heading, says")
    before, after, following, heading, unless, says = (
        _pattern(fields, part, text) if text else None for part, text in texts.items()
    )
    return Context(name, before, after, following, heading, unless, says, Scope(scope))


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


def _sound(fields: Fields) -> tuple[str, ...]:
    phrases = _phrases(fields, "sound")
    for phrase in phrases:
        if not all(map(is_han, phrase)) or not readings(phrase):
            raise fields.refuse("sound", phrase, "a phrase of common Chinese characters only")
    return phrases


def _phrases(fields: Fields, field: str, shortest: int = 2) -> tuple[str, ...]:
    """Return the phrases normalised, as texts are before they are searched."""
    phrases: dict[str, str] = {}
    for written in fields.texts(field):
        folded = fold(written).strip()
        if len(folded) < shortest:
            raise fields.refuse(field, written, f"a phrase that keeps {shortest} characters")
        if folded in phrases:
            raise fields.refuse(field, written, f"one writing only; {phrases[folded]} is the same")
        phrases[folded] = written
    return tuple(phrases)


def _pattern(fields: Fields, field: str, written: str) -> re.Pattern[str]:
    """Compile a pattern; one that normalised text can never meet is refused.

    Look-alikes are folded instead: a pattern may list what it has seen, 曰 beside 日.
    """
    for character in sorted(set(written)):
        folded = fold(character)
        if character.isascii() or folded == character:
            continue
        if character not in LOOKALIKES or len(folded) != 1:
            raise fields.refuse(field, character, f"the normalised form {folded!r}")
        written = written.replace(character, re.escape(folded))
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

"""The reading with split characters put together: 禾急贝兼 as 稳赚, 力口微亻言 as 加微信.

Which parts make which character is a table, `data/split_characters.toml`. A pair of parts can
be honest words too (女子, 日月), so a hit in this reading counts only as a whole listed phrase.
"""

import re
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.compliance.normalise import fold
from bot.compliance.views.view import View, rewritten
from bot.strict_toml import read_table

_FILE = Path(__file__).parents[1] / "data" / "split_characters.toml"
# A radical is as often typed as the character it comes from.
_TYPED_AS = dict(
    zip("扌亻氵忄讠钅礻衤饣犭𧾷艹辶刂纟", "手人水心言金示衣食犬足草走刀丝", strict=True)
)
_RADICAL = re.compile(f"[{''.join(_TYPED_AS)}]")


@cache
def characters_by_parts() -> dict[str, str]:
    """Return the character that each sequence of parts makes; InvalidData if two claim one."""
    table = read_table(_FILE)
    parts = table.table("parts")
    table.finish()
    found: dict[str, str] = {}
    for character in parts.names():
        for written in parts.texts(character, least=1):
            folded = fold(written)
            if found.setdefault(folded, character) != character:
                raise parts.refuse(character, written, f"parts that do not make {found[folded]}")
    for written, character in list(found.items()):
        typed = _RADICAL.sub(lambda match: _TYPED_AS[match.group()], written)
        found.setdefault(typed, character)
    return found


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    table = characters_by_parts()
    longest_first = MatchKind.LeftmostLongest
    return AhoCorasick(list(table), matchkind=longest_first), tuple(table.values())


def put_together(view: View) -> View:
    """Return the view with split characters put together; the same view if there are none."""
    automaton, characters = _automaton()
    changes = [
        (start, end, characters[index])
        for index, start, end in automaton.find_matches_as_indexes(view.text)
    ]
    return rewritten(view, changes)

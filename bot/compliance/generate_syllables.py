"""Write the table of syllables from the pypinyin package.

Run by hand, once, where that package is installed: `python -m bot.compliance.generate_syllables`.
It is no dependency of the product, which reads the file only. Syllables have no tone; a
character stands under its usual reading first and, in `others`, under its next one.
"""

import importlib
import json
from collections import defaultdict
from pathlib import Path

FIRST_HAN, LAST_HAN = 0x4E00, 0x9FA5


def syllables_table() -> dict[str, dict[str, str]]:
    """Return the characters of GB 2312 by syllable: `usual` readings and `others`."""
    pypinyin = importlib.import_module("pypinyin")
    usual: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for character in map(chr, range(FIRST_HAN, LAST_HAN + 1)):
        if not _is_common(character):
            continue
        readings = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True)[0]
        first, *rest = [r for r in dict.fromkeys(readings) if r.isascii() and r.isalpha()]
        usual[first].append(character)
        for reading in rest[:1]:
            others[reading].append(character)
    return {"usual": _joined(usual), "others": _joined(others)}


def _joined(table: dict[str, list[str]]) -> dict[str, str]:
    return {syllable: "".join(table[syllable]) for syllable in sorted(table)}


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write the data file that `bot/compliance/syllables.py` reads."""
    path = Path(__file__).parent / "data" / "syllables.json"
    text = json.dumps(syllables_table(), ensure_ascii=False, indent=0)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Write the table of pinyin initials from the pypinyin package.

Run by hand, once, where that package is installed: `python -m bot.market.generate_pinyin`.
It is no dependency of the product, which reads the file only.
"""

import importlib
import json
from collections import defaultdict
from pathlib import Path

FIRST_HAN, LAST_HAN = 0x4E00, 0x9FA5
MOST_READINGS = 2  # beyond the second, readings are rare or of old texts


def initials_table() -> dict[str, str]:
    """Return the characters of GB 2312 by the letter that a reading begins with."""
    pypinyin = importlib.import_module("pypinyin")
    table: dict[str, list[str]] = defaultdict(list)
    for character in map(chr, range(FIRST_HAN, LAST_HAN + 1)):
        if not _is_common(character):
            continue
        readings = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True)[0]
        for letter in sorted({reading[0] for reading in readings[:MOST_READINGS]}):
            if letter.isascii() and letter.isalpha():
                table[letter].append(character)
    return {letter: "".join(table[letter]) for letter in sorted(table)}


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write the data file that `bot/market/pinyin.py` reads."""
    path = Path(__file__).parent / "data" / "pinyin_initials.json"
    text = json.dumps(initials_table(), ensure_ascii=False, indent=0)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

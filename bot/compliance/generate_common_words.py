"""Write the list of common words from the frequencies of the jieba package.

Run by hand, once, where that package is installed:
`python -m bot.compliance.generate_common_words`. It is no dependency of the product, which
reads the file only.
"""

import importlib
import json
from pathlib import Path

HOW_MANY = 15_000
LENGTHS = (2, 3)


def common_words() -> list[str]:
    """Return the most frequent words of two and three Chinese characters, sorted."""
    jieba = importlib.import_module("jieba")
    found: list[tuple[int, str]] = []
    for line in (
        (Path(str(jieba.__file__)).parent / "dict.txt").read_text(encoding="utf-8").split("\n")
    ):
        word, _, rest = line.partition(" ")
        if len(word) in LENGTHS and all("\u4e00" <= c <= "\u9fff" for c in word):
            found.append((int(rest.split()[0]), word))
    return sorted(word for _, word in sorted(found, reverse=True)[:HOW_MANY])


def main() -> None:
    """Write the data file that `bot/compliance/words.py` reads."""
    path = Path(__file__).parent / "data" / "common_words.json"
    text = json.dumps(common_words(), ensure_ascii=False, indent=0)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

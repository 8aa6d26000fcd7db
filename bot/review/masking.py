"""Personal data painted over, wherever a case is shown: phone, identity, card, account, mail.

Nothing is moved: one character of paint for each character, so that the spans of findings
still point at what they found. A share's code has six digits and stays readable.
"""

import re
from collections.abc import Iterable, Iterator

from bot.compliance.normalise import normalise

PAINT = "▇"
_PATTERNS = (
    re.compile(r"(?<!\d)\d{7,}x?"),
    re.compile(r"(?<!\d)(?:86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"),
    re.compile(r"\+\d{2,3}[- ]?\d{2,4}(?:[- ]?\d{3,5}){1,2}"),
    re.compile(r"(?<!\d)\d{4}(?:[- ]\d{4}){2,3}(?:[- ]?\d{1,3})?(?!\d)"),
    re.compile(r"(?<!\d)\d{6}[- ]?\d{8}[- ]?\d{3}[\dx](?![\da-z])"),
    re.compile(r"(?<![a-z0-9])[a-z]{1,2}\d{6}\s?\([\da]\)"),
    re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[a-z]{2,12})+"),
    re.compile(r"(?:密码|验证码|password|code)(?:是|为|:| is)\s*([a-z0-9]{4,})"),
)
"""All see the normalised text, in which disguised digits are digits."""


def masked(text: str, spans: Iterable[tuple[int, int]] = ()) -> str:
    """Return `text` with personal data, and each of `spans` (start, end), painted over."""
    painted = list(text)
    for start, end in [*_found(text), *spans]:
        for position in range(max(start, 0), min(end, len(text))):
            if not painted[position].isspace():
                painted[position] = PAINT
    return "".join(painted)


def _found(text: str) -> Iterator[tuple[int, int]]:
    folded = normalise(text)
    for pattern in _PATTERNS:
        for found in pattern.finditer(folded.text):
            yield folded.span(*found.span(found.lastindex or 0))

"""简体 to 繁體 where nobody wrote 繁體."""

from functools import lru_cache

import opencc


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2hk")


def traditional(text: str) -> str:
    """Return a text in Hong Kong's characters."""
    converted: str = _converter().convert(text)
    return converted

"""Telegram counts text in UTF-16 code units; Python counts code points."""


def length(text: str) -> int:
    """Return the length of `text` in UTF-16 code units."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, size: int) -> str:
    """Return the part of `text` that starts at `offset` and spans `size` code units."""
    encoded = text.encode("utf-16-le")
    return encoded[offset * 2 : (offset + size) * 2].decode("utf-16-le", errors="ignore")

"""The colours of all pictures: quiet, one accent, every pair checked for contrast by a test."""

from enum import StrEnum

PAPER = "#FBFAF7"
CARD = "#FFFFFF"
INK = "#1C2127"
MUTED = "#5D6570"
HAIRLINE = "#E4E1DA"
TRACK = "#E9E6DF"
ACCENT = "#1F4B6E"
ACCENT_TINT = "#E6EEF4"
RED = "#C0271C"
RED_TINT = "#FBE9E7"
GREEN = "#157347"
GREEN_TINT = "#E4F2EA"
FLAT_TINT = "#EEECE7"
NOTICE = "#7A4B00"
NOTICE_TINT = "#FBF0DA"


class Palette(StrEnum):
    """Which colour means up: red for mainland and Hong Kong readers, green elsewhere."""

    RED_UP = "red-up"
    GREEN_UP = "green-up"

    def colours(self, direction: int) -> tuple[str, str]:
        """Return (ink, tint) for up (positive), down (negative) or unchanged (zero)."""
        if direction == 0:
            return MUTED, FLAT_TINT
        is_red = (direction > 0) == (self is Palette.RED_UP)
        return (RED, RED_TINT) if is_red else (GREEN, GREEN_TINT)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

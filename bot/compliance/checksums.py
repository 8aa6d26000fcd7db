"""Check digits of the numbers that must not stand in public."""

_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_DIGITS = "10x98765432"


def is_bank_card(text: str) -> bool:
    """Tell whether the digits in `text` pass the Luhn check of ISO/IEC 7812."""
    digits = [int(c) for c in text if c.isdigit()]
    doubled = [sum(divmod(digit * 2, 10)) for digit in digits[-2::-2]]
    return len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def is_resident_id(text: str) -> bool:
    """Tell whether the 18 characters in `text` pass the check of GB 11643 (ISO 7064 MOD 11-2)."""
    characters = [c for c in text.lower() if c.isdigit() or c == "x"]
    if len(characters) != 18 or "x" in characters[:-1]:
        return False
    total = sum(int(c) * w for c, w in zip(characters[:-1], _RESIDENT_WEIGHTS, strict=True))
    return _RESIDENT_DIGITS[total % 11] == characters[-1]

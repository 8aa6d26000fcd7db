"""`.env.example`, written from the settings: `python -m bot.env_example > .env.example`."""

import sys
from datetime import time

from pydantic import SecretStr

from bot.config import Settings, extra_of


def env_example() -> str:
    """Return the text of `.env.example`: each setting with explanation, unit and default."""
    lines = [
        "# Opening Bell: copy to .env and fill in the first two. Generated from bot/config.py.",
        "",
    ]
    for name, field in Settings.model_fields.items():
        extra = extra_of(name)
        unit = f" Unit: {extra['unit']}." if extra["unit"] else ""
        lines.append(f"# {field.description}{unit} Allowed: {extra['allowed']}.")
        default = "" if field.is_required() else _as_text(field.default)
        lines += [f"{name.upper()}={default}", ""]
    return "\n".join(lines)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, tuple):
        return ",".join(str(part) for part in value)
    return str(value)


if __name__ == "__main__":
    sys.stdout.write(env_example())

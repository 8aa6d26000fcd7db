"""The copy of a member's data as one document: a page for a phone, with the JSON in it."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from bot.i18n import Language, Say, Words
from bot.markup import plain
from bot.privacy.holdings import HOLDINGS, Holding

MOST_BYTES = 45_000_000
"""Telegram takes 50 MB from a bot."""
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00")
Speak = Callable[..., str]
STYLE = """
body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.2rem;color:#1d232b}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}p{color:#5b6470}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
td,th{border-bottom:1px solid #e3e6ea;padding:.35rem .6rem .35rem 0;text-align:left}
td{vertical-align:top;overflow-wrap:anywhere}.wide{overflow-x:auto}
@media(prefers-color-scheme:dark){body{background:#14181d;color:#e6e9ed}td,th{border-color:#333a42}}
"""


def data_page(
    data: Mapping[str, Sequence[Mapping[str, Any]]],
    words: Words,
    language: Language,
    now: datetime,
    zone: ZoneInfo,
) -> bytes:
    """Return the page in `language`; the same data stands in it as JSON, in `#data`.

    Instants are shown in `zone`, and stay as they are in the JSON.
    """

    def say(message: str, **values: object) -> str:
        return plain(words.say(language, Say(message, **values)))

    shown = [one for one in HOLDINGS if one.section is not None]
    sections = [_section(one, rows, say, zone) for one in shown if (rows := _rows(data, one))]
    empty = [say(f"data-{one.section}") for one in shown if not _rows(data, one)]
    nothing = f"<p>{escape(say('data-none', sections=' · '.join(empty)))}</p>" if empty else ""
    # "<" is escaped so that nothing anybody wrote can end the element.
    text = json.dumps(data, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    title = escape(say("mydata-title"))
    page = (
        f'<!doctype html><html lang="{language.value}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1>"
        f"<p>{escape(say('mydata-about', at=now))}</p>{''.join(sections)}{nothing}"
        f'<script type="application/json" id="data">{text}</script></body></html>'
    )
    return page.encode("utf-8", "replace")


def _rows(
    data: Mapping[str, Sequence[Mapping[str, Any]]], one: Holding
) -> Sequence[Mapping[str, Any]]:
    return data[one.section or ""]


def _section(one: Holding, rows: Sequence[Mapping[str, Any]], say: Speak, zone: ZoneInfo) -> str:
    head = escape(say(f"data-{one.section}"))
    columns = [column for column in one.shows if column in rows[0]]
    labels = "".join(f"<th>{escape(say(f'data-field-{column}'))}</th>" for column in columns)
    lines = "".join(
        "<tr>" + "".join(f"<td>{_cell(name, row[name], zone)}</td>" for name in columns) + "</tr>"
        for row in rows
    )
    return (
        f"<h2>{head} · {len(rows)}</h2>"
        f'<div class="wide"><table><tr>{labels}</tr>{lines}</table></div>'
    )


def _cell(column: str, value: Any, zone: ZoneInfo) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "✓" if value else "–"
    if column == "markup":
        value = plain(Markup(value))  # noqa: S704 - read, not written
    if INSTANT.fullmatch(str(value)):
        value = f"{datetime.fromisoformat(value).astimezone(zone):%Y-%m-%d %H:%M}"
    return str(escape(str(value)))

"""What the writing assistant may build on: the draft's figures and headlines by placeholder."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.briefs.compose import Draft
from bot.i18n import Language
from bot.market.headlines import Headline

PROMPTS = Path(__file__).parent / "prompts"
LONGEST_BODY = 600  # characters of the answer, placeholders included
MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """Figures and headlines of a draft by the placeholders that stand for them."""

    figures: Mapping[str, Mapping[str, Any]]
    headlines: Mapping[str, Headline]
    names: Mapping[str, str]
    language: Language

    def shown(self, placeholder: str) -> Markup:
        """Return what stands in a placeholder's place."""
        if placeholder in self.figures:
            return Markup.escape(self.figures[placeholder]["written"])
        headline = self.headlines[placeholder]
        link = Markup('<a href="{}">{}</a>').format(headline.link, headline.title)
        form = " ({})" if self.language is Language.ENGLISH else "（{}）"
        return link + form.format(headline.source)

    def facts(self) -> str:
        """Return the figures as JSON for the assistant, each with what it is of."""
        rows = [
            {
                "placeholder": f"{{{name}}}",
                "of": [self.names.get(symbol, symbol) for symbol in figure["symbols"]],
                "what": figure["field"],
                "shown": figure["written"],
            }
            for name, figure in self.figures.items()
        ]
        return json.dumps(rows, ensure_ascii=False, indent=1)

    def untrusted(self) -> str:
        """Return the headlines as JSON strings: data from outside, never instructions."""
        rows = [
            {"placeholder": f"{{{name}}}", "title": _inert(h.title), "source": _inert(h.source)}
            for name, h in self.headlines.items()
        ]
        return json.dumps(rows, ensure_ascii=False, indent=1)


def sheet_of(draft: Draft, names: Mapping[str, str]) -> Sheet:
    """Return the sheet of a template's draft; `names` says what symbols are called."""
    figures = {f"f{n}": figure for n, figure in enumerate(draft.figures, 1)}
    headlines = {f"h{n}": headline for n, headline in enumerate(draft.headlines, 1)}
    return Sheet(figures, headlines, names, draft.language)


def messages(sheet: Sheet, draft: Draft) -> list[dict[str, str]]:
    """Return the conversation for a chat model, from the prompt files of the language."""
    values = {
        "slot": draft.due.slot.value,
        "tier": draft.tier.value,
        "volatile": draft.regime.volatile,
        "longest": LONGEST_BODY,
        "lines": MOST_LINES,
        "facts": sheet.facts(),
        "headlines": sheet.untrusted(),
    }
    return [
        {"role": role, "content": _template(draft.language, role).render(values)}
        for role in ("system", "user")
    ]


def _inert(text: str) -> str:
    """Take from outside text what could end the quotation or stand for a placeholder."""
    kept = "".join(c for c in text if unicodedata.category(c)[0] != "C")
    return kept.translate(str.maketrans("{}<>`", "()()'"))


def _template(language: Language, role: str) -> Any:
    return _environment().get_template(f"{language.value}.{role}.j2")


@cache
def _environment() -> Environment:
    # Plain text for a model, not markup: nothing is escaped here, everything on the way back.
    return Environment(
        loader=FileSystemLoader(PROMPTS),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701
        trim_blocks=True,
    )

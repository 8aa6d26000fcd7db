"""A broadcast's words as they go out: escaped, with their source and the risk disclosure."""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from markupsafe import Markup

from bot.broadcast.plan import Plan
from bot.broadcast.states import Variant
from bot.compliance.disclosure import with_disclosures
from bot.i18n import Say, Words
from bot.markup import storable

LINK = re.compile(r"(?:https?://|www\.)[^\s<>，。；！？）】」]+", re.IGNORECASE)
EVERYBODY = re.compile(
    r"[@＠](?:everyone|all|here|channel|所有人|全体成员|全體成員)", re.IGNORECASE
)
EXCERPT = 120


def composed(plan: Plan, variant: Variant, words: Words) -> Markup:
    """Return a variant as its readers see it; what people typed is escaped, never read as tags."""
    markup = Markup.escape(plan.words(variant).strip())
    if plan.source:
        line = words.say(plan.language, Say("broadcast-source", source=plan.source))
        markup = Markup("\n").join([markup, line])
    return with_disclosures(markup, lambda say: words.say(plan.language, say))


def cleaned(typed: str) -> str:
    """Return typed text as it is kept: what no database or message takes is gone."""
    return storable(typed).strip()


def has_words(text: str) -> bool:
    """Tell whether there is a letter, a character or a figure in it, not signs alone."""
    return any(character.isalnum() for character in text)


def calls_everybody(text: str) -> bool:
    """Tell whether a text addresses everybody with a sign that Telegram does not know."""
    return EVERYBODY.search(text) is not None


def unlisted_links(text: str, listed: Collection[str]) -> tuple[str, ...]:
    """Return the hosts of links that are not among `listed`, each once."""
    hosts = []
    for found in LINK.finditer(text):
        link = found[0] if "://" in found[0] else f"https://{found[0]}"
        try:
            host = (urlsplit(link).hostname or "").removeprefix("www.")
        except ValueError:
            host = link[:40]
        if host not in listed:
            hosts.append(host)
    return tuple(dict.fromkeys(hosts))


def excerpt(text: str) -> str:
    """Return the first lines of a text."""
    head = " / ".join(line for line in text.strip().splitlines()[:3] if line.strip())
    return head[:EXCERPT] + ("…" if len(head) > EXCERPT else "")

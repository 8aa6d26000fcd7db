"""Are two headlines the same story? By where they lead, or by nearly the same words.

When in doubt they are two: one headline too many costs a line, one too few costs the news.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from rapidfuzz.distance import Indel, Levenshtein

LEAST_LIKENESS = 0.82
"""How much of both titles has to be common, of 1: a name before or a word behind still fits."""
SHORTEST = 8  # letters; shorter titles are the same only if they are equal

_NUMBER = re.compile(r"[+\-−▲▼]?\d+(?:\.\d+)?%?|[〇零一二两兩三四五六七八九十百千万萬亿億半]+")
_SENSE = re.compile(
    r"[涨漲跌升降增减減高低多空买買卖賣不未无無没沒否非拒批停复復开開关關收放松鬆紧緊预預或拟擬]"
    r"|\b(?:not?|never|up|down|may|might|rises?|rose|falls?|fell|gains?|loses?|lost|cuts?|hikes?|"
    r"raises?|lowers?|buys?|sells?|sold|bought|denies|denied|halts?|resumes?)\b"
)
_TRACKING = re.compile(
    r"utm_\w+|spm|scm|fbclid|gclid|yclid|msclkid|dclid|mc_[ce]id|igshid|ref|ref_src|referrer|"
    r"cmpid|ncid|wfr|guccounter|guce_\w+|_ga|at_(?:medium|campaign)|ftag|smid|amp|outputtype|"
    r"share\w*|isappinstalled|weibo_id|from(?:_source)?|feature|source",
    re.IGNORECASE,
)
_MIRRORS = re.compile(r"^(?:www|m|mobile|wap|3g|amp|mip)\.")
_AMP_PATH = re.compile(r"^/amp(?=/)|/amp(?:/|\.html)?$|\.amp(?=\.html$|$)", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^/(?:c|v|amp)/(?:s/)?(?=[^/]+\.[^/]+)")
_INDEX = re.compile(r"/(?:index\.(?:html?|php|shtml))?$")
_WRAPPED = ("url", "u", "target", "to", "link", "redirect", "dest")
_WRAPPERS = re.compile(r"/(?:url|link|l|go|goto|redirect|jump|out|away|click)(?:\.\w+)?/?$")
_MOST_WRAPPINGS = 3


def story_address(link: str) -> str:
    """Return what links to the same story have in common.

    Without scheme, tracking parameters, fragment, mobile and AMP mirrors; of a redirecting
    link that carries its target, the target. Only for comparing: it need not exist.
    """
    for _ in range(_MOST_WRAPPINGS):
        target = _target_of(link)
        if target is None:
            break
        link = target
    try:
        parts = urlsplit(link)
        host, query = (parts.hostname or "").rstrip("."), parse_qsl(parts.query)
    except ValueError:
        return link
    bare = _MIRRORS.sub("", host)
    host = bare if "." in bare else host
    path = _INDEX.sub("", _AMP_PATH.sub("", unquote(parts.path)))
    kept = sorted((name, value) for name, value in query if not _TRACKING.fullmatch(name))
    return f"{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


def same_words(one: str, other: str) -> bool:
    """Tell whether two titles say the same with nearly the same words.

    Never where their numbers differ, or a word that turns the sense (涨, 跌, 不, may), or
    where one word stands in the place of another: two companies publish the same report.
    """
    first, second = fold_title(one), fold_title(other)
    if first == second:
        return bool(first)
    if min(len(first), len(second)) < SHORTEST:
        return False
    if Indel.normalized_similarity(first, second) < LEAST_LIKENESS:
        return False
    if _marks(one) != _marks(other):
        return False
    return all(step.tag != "replace" for step in Levenshtein.opcodes(first, second))


@lru_cache(maxsize=2_048)
def fold_title(title: str) -> str:
    """Return the letters and digits of a title alone, in one case and width."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return "".join(char for char in folded if char.isalnum())


@lru_cache(maxsize=2_048)
def _marks(title: str) -> tuple[tuple[str, ...], ...]:
    """Return the numbers of a title and the words that turn its sense, in order."""
    folded = unicodedata.normalize("NFKC", title).casefold().replace(",", "")
    return tuple(tuple(pattern.findall(folded)) for pattern in (_NUMBER, _SENSE))


def _target_of(link: str) -> str | None:
    """Return the address that a redirecting link or an AMP cache leads to, if it names it."""
    try:
        parts = urlsplit(link)
        host, query = parts.hostname or "", dict(parse_qsl(parts.query))
    except ValueError:
        return None
    if host.endswith((".ampproject.org", "google.com")) and _AMP_CACHE.match(parts.path):
        return "https://" + _AMP_CACHE.sub("", parts.path) + (f"?{parts.query}" * bool(query))
    if not _WRAPPERS.search(parts.path):
        return None
    found = (query[name] for name in _WRAPPED if name in query)
    return next((target for target in found if target.startswith(("http://", "https://"))), None)

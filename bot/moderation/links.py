"""Links: where one leads, and what gives it away as a lure."""

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum
from ipaddress import ip_address

from bot.moderation.errors import HostUnreadableError

LONGEST_HOST = 253
_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")
_LETTER = "a-z0-9\u0370-\u03ff\u0400-\u04ff-"
_LINK = re.compile(
    rf"(?:https?|ftp|tg)://[^\s\u3000-\u303f\u4e00-\u9fff]+|(?<![@.{_LETTER}])(?:[{_LETTER}]+\.)+"
    r"(?:com|cn|net|org|io|me|top|xyz|vip|cc|tv|info|app|site|club|shop|online|live|ly|co|hk|tw"
    r"|gg|link|icu|win|pro|biz|gov|edu|ru|fun|work|wang|store|tech|website|space|group|ltd|im|ee)"
    r"(?![a-z0-9])(?::\d+)?(?:[/?#][^\s\u3000-\u303f\u4e00-\u9fff]*)?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"[a-z0-9]{1,6}\.(?:hk|us)", re.IGNORECASE)
"""What reads like a host and is the code of a share: 0700.HK."""
TELEGRAM = frozenset({"t.me", "telegram.me", "telegram.dog", "telegram.org"})
_INVITE = re.compile(r"^/(?:\+|joinchat/|addlist/|c/)", re.IGNORECASE)
SHORTENERS = frozenset(
    {
        *("bit.ly", "t.cn", "tinyurl.com", "dwz.cn", "suo.im", "goo.gl", "is.gd", "ow.ly", "t.co"),
        *("url.cn", "cutt.ly", "rb.gy", "s.id", "shorturl.at", "reurl.cc", "lihi.cc", "mrw.so"),
        *("rebrand.ly", "buff.ly", "tiny.cc", "v.gd", "u.nu", "0x9.me", "sourl.cn", "985.so"),
    }
)
ELSEWHERE = frozenset(
    {
        *("wa.me", "chat.whatsapp.com", "line.me", "lin.ee", "discord.gg", "discord.com"),
        *("u.wechat.com", "weixin.qq.com", "qm.qq.com", "jq.qq.com", "signal.group"),
    }
)
"""Hosts whose links lead into chats that nobody here looks after."""

_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_LOOKS_LIKE = str.maketrans("013578@$", "oiestbas")


class LinkKind(StrEnum):
    """What a link is."""

    LISTED = "listed"
    PLAIN = "plain"
    TELEGRAM = "telegram"
    INVITE = "invite"
    SHORTENED = "shortened"
    LOOKALIKE = "lookalike"
    ADDRESS = "address"

    @property
    def dangerous(self) -> bool:
        """Tell whether nobody may post it: where it leads cannot be seen, or is seen too well."""
        return self in {
            LinkKind.INVITE,
            LinkKind.SHORTENED,
            LinkKind.LOOKALIKE,
            LinkKind.ADDRESS,
        }


def links_in(text: str) -> tuple[str, ...]:
    """Return what reads as a link in `text`, also where the chat network marked none."""
    if "." not in text and "://" not in text and "。" not in text and "．" not in text:
        return ()
    folded = unicodedata.normalize("NFKC", text)
    found = (match[0].rstrip(".,;:!?)") for match in _LINK.finditer(folded))
    return tuple(dict.fromkeys(one for one in found if not _SHARE.fullmatch(one)))


def kind_of_link(url: str, listed: Collection[str], own: Collection[str] = ()) -> LinkKind:
    """Return what `url` is; `listed` are allowed hosts with all below them.

    `own` are this bot's and this community's names on Telegram, which anybody may link.
    """
    host, path = _split(url)
    if host in TELEGRAM or url.lower().startswith("tg://"):
        return _telegram(url, path, own)
    if _within(host, listed):
        return LinkKind.LISTED
    if _within(host, SHORTENERS):
        return LinkKind.SHORTENED
    if _within(host, ELSEWHERE):
        return LinkKind.INVITE
    if _is_address(host):
        return LinkKind.ADDRESS
    return LinkKind.LOOKALIKE if _disguised(host, listed) else LinkKind.PLAIN


def read_host(text: str) -> str:
    """Return the host that an operator typed, with or without the rest of an address."""
    host, _ = _split(unicodedata.normalize("NFKC", text).strip())
    host = host.removeprefix("www.")
    if len(host) > LONGEST_HOST or not _HOST.fullmatch(host) or _is_address(host):
        raise HostUnreadableError(received=text.strip()[:60])
    return host


def _split(url: str) -> tuple[str, str]:
    rest = re.sub(r"^[a-z][a-z0-9+.-]*://", "", url.strip(), flags=re.IGNORECASE)
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
    path = rest[len(authority) :]
    host = authority.rpartition("@")[2].casefold()
    host = re.sub(r":\d*$", "", host) if not host.startswith("[") else host.strip("[]")
    return host.replace("。", ".").rstrip("."), path


def _telegram(url: str, path: str, own: Collection[str]) -> LinkKind:
    if _INVITE.match(path) or re.match(r"tg://(?:join|addlist)", url, re.IGNORECASE):
        return LinkKind.INVITE
    name = path.strip("/").split("/")[0].split("?")[0].casefold()
    return LinkKind.LISTED if name and name in own else LinkKind.TELEGRAM


def _within(host: str, hosts: Collection[str]) -> bool:
    return host in hosts or any(host.endswith(f".{one}") for one in hosts)


def _is_address(host: str) -> bool:
    if host.isdigit() or re.fullmatch(r"0x[0-9a-f]+", host):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _disguised(host: str, listed: Collection[str]) -> bool:
    """Tell whether a host is drawn like an allowed one, or writes Latin with foreign letters."""
    if "xn--" in host:
        return True
    letters = [c for c in host if c.isalpha()]
    foreign = [c for c in letters if not c.isascii()]
    if foreign and any(
        unicodedata.name(c, "-").split()[0] in {"CYRILLIC", "GREEK"} for c in foreign
    ):
        return True
    shape = _shape(host)
    return any(shape == _shape(one) and host != one for one in listed)


def _shape(host: str) -> str:
    drawn = host.removeprefix("www.").translate(_LOOKS_LIKE).replace("l", "i").replace("-", "")
    for pair, one in _SHAPES:
        drawn = drawn.replace(pair, one)
    return drawn

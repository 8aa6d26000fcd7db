"""What people type for a tier, a topic's purpose or a role, in the words of the trade."""

import unicodedata

from bot.members.errors import BindingUnknownError, RoleUnknownError
from bot.members.roles import Role
from bot.members.tiers import Binding, Purpose

LONGEST_ECHO = 40

_BINDINGS = {
    Binding.NEWBIE: ("newbie", "新手", "新手群"),
    Binding.ADVANCED: ("advanced", "进阶", "进阶群", "進階", "進階群"),
    Binding.VIP: ("vip", "高净值", "高净值群", "高淨值", "高淨值群"),
    Binding.OPERATORS: ("ops", "operators", "运营", "运营群", "營運", "營運群", "運營", "運營群"),
}
_PURPOSES = {
    Purpose.BRIEFS: ("briefs", "brief", "简报", "簡報"),
    Purpose.QUESTIONS: ("questions", "question", "提问", "提問", "问答", "問答"),
    Purpose.CONTEST: ("contest", "contests", "竞赛", "競賽", "比赛", "比賽"),
    Purpose.CHAT: ("chat", "闲聊", "閒聊"),
}
_ROLES = {
    Role.EXPERT: ("expert", "顾问", "顧問"),
    Role.COMPLIANCE: ("compliance", "合规", "合規"),
    Role.OPERATOR: ("operator", "运营", "營運", "運營"),
    None: ("none", "无", "無"),
}

_TARGETS: dict[str, Binding | Purpose] = {
    **{word: binding for binding, words in _BINDINGS.items() for word in words},
    **{word: purpose for purpose, words in _PURPOSES.items() for word in words},
}
_ROLE_WORDS: dict[str, Role | None] = {w: role for role, words in _ROLES.items() for w in words}


def read_target(text: str) -> Binding | Purpose:
    """Return what a group or a topic is to be bound to."""
    try:
        return _TARGETS[_folded(text)]
    except KeyError:
        raise BindingUnknownError(received=text.strip()[:LONGEST_ECHO]) from None


def read_role(text: str) -> Role | None:
    """Return the role that is to be given; nothing where all are to be taken away."""
    try:
        return _ROLE_WORDS[_folded(text)]
    except KeyError:
        raise RoleUnknownError(received=text.strip()[:LONGEST_ECHO]) from None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()

"""Licences as operators keep them: declared, taken away, called to mind before they end."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.i18n import Say
from bot.markup import storable
from bot.members.deed import Deed
from bot.members.tiers import Tier
from bot.questions.desk import people
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import (
    LicenceMalformedError,
    LicenceOverError,
    LicenceUnknownError,
    NotAnExpertError,
    TopicUnknownError,
)
from bot.questions.desk.licences import Licence
from bot.questions.desk.routing import Expert
from db.models.question import ExpertLicence
from db.repositories import expert_desk

ALL = frozenset({"all", "全部", "所有"})
TIERS = {
    **{tier.value: tier.value for tier in Tier},
    "新手": "newbie",
    "进阶": "advanced",
    "進階": "advanced",
    "高净值": "vip",
    "高淨值": "vip",
}
_TOPIC_WORDS = {
    "account": ("账户", "帳戶", "开户", "開戶"),
    "trading": ("交易", "交易规则", "交易規則"),
    "fees": ("费用", "費用"),
    "settlement": ("清算", "交收"),
    "margin": ("两融", "兩融"),
    "funds": ("基金",),
    "listing": ("新股", "打新"),
    "tax": ("税", "稅"),
    "risk": ("风险", "風險"),
    "contest": ("模拟赛", "模擬賽"),
    "points": ("积分", "積分"),
    "security": ("防骗", "防騙"),
    "suitability": ("适当性", "適當性"),
    "hongkong": ("港股",),
    "bot": ("机器人", "機器人"),
}
TAGS = tuple(_TOPIC_WORDS)
TOPICS = {word: tag for tag, words in _TOPIC_WORDS.items() for word in (tag, *words)}
TYPED = re.compile(r"(\S+)\s+(\d{4}-\d{1,2}-\d{1,2})\s+([\w./-]{2,64})")


@dataclass(frozen=True, slots=True)
class Declared:
    """A licence as it was typed: `SCOPE 2027-03-31 NUMBER`."""

    scope: str
    valid_until: date
    number: str


def read_licence(desk: ExpertDesk, typed: str) -> Declared:
    """Read what was typed; raise LicenceMalformedError or ScopeUnknownError."""
    found = TYPED.fullmatch(storable(typed).strip())
    if found is None:
        raise LicenceMalformedError(received=storable(typed)[:60])
    scope, day, number = found.groups()
    try:
        until = date(*(int(part) for part in day.split("-")))
    except ValueError:
        raise LicenceMalformedError(received=day) from None
    return Declared(desk.needs.read_scope(scope), until, number)


def declare(
    session: Session, desk: ExpertDesk, expert_id: int, declared: Declared, deed: Deed
) -> None:
    """Keep a licence in place of what the person held of its scope."""
    if not people.is_expert(session, desk, expert_id):
        raise NotAnExpertError(name=people.name_of(session, expert_id))
    today = desk.day_of(deed.now)
    if declared.valid_until < today:
        raise LicenceOverError(day=declared.valid_until)
    before = _held(session, expert_id, declared.scope)
    if any(_same(row, declared) for row in before):
        return
    expert_desk.revoke_licences(session, expert_id, declared.scope, deed.actor_id, deed.now)
    values = {
        "expert_id": expert_id,
        "scope": declared.scope,
        "number": declared.number,
        "valid_from": today,
        "valid_until": declared.valid_until,
        "declared_by": deed.actor_id,
        "declared_at": deed.now,
    }
    expert_desk.add_licence(session, values)
    after = {"scope": declared.scope, "until": declared.valid_until.isoformat()}
    was = {"until": [row.valid_until.isoformat() for row in before]}
    deed.log(session, "licence-declare", f"member:{expert_id}", was, after)


def assign(
    session: Session, desk: ExpertDesk, expert_id: int, typed: str, deed: Deed
) -> tuple[tuple[str, ...], tuple[Tier, ...]]:
    """Note which topics and tiers an expert takes, both in one list; nothing named: all."""
    if not people.is_expert(session, desk, expert_id):
        raise NotAnExpertError(name=people.name_of(session, expert_id))
    words = [word.casefold() for word in re.split(r"[\s,，、]+", storable(typed)) if word]
    wanted = [word for word in words if word not in ALL]
    tiers = tuple(dict.fromkeys(Tier(TIERS[word]) for word in wanted if word in TIERS))
    rest = [word for word in wanted if word not in TIERS]
    unknown = [word for word in rest if word not in TOPICS]
    if unknown:
        raise TopicUnknownError(received=unknown[0][:40], allowed=", ".join(TAGS))
    tags = tuple(dict.fromkeys(TOPICS[word] for word in rest))
    values = {
        "tags": list(tags),
        "tiers": [tier.value for tier in tiers],
        "changed_by": deed.actor_id,
        "changed_at": deed.now,
    }
    expert_desk.save_profile(session, expert_id, values)
    deed.log(session, "expert-topics", f"member:{expert_id}", {}, {"tags": list(tags)})
    return tags, tiers


def remove(session: Session, desk: ExpertDesk, expert_id: int, typed: str, deed: Deed) -> None:
    """Take somebody's licence of a scope away."""
    scope = desk.needs.read_scope(typed)
    gone = expert_desk.revoke_licences(session, expert_id, scope, deed.actor_id, deed.now)
    if not gone:
        raise LicenceUnknownError(received=scope)
    deed.log(session, "licence-remove", f"member:{expert_id}", {"scope": scope}, {})


def listed(session: Session, desk: ExpertDesk, now: datetime) -> list[Expert]:
    """Return everybody who answers, with licences and open cases."""
    return people.everyone(session, desk)


def warn(session: Session, desk: ExpertDesk, now: datetime) -> int:
    """Tell the operators, once for each, of licences that end within thirty days or ended."""
    day, told = desk.day_of(now), 0
    for row in expert_desk.licences(session):
        licence = Licence(row.scope, row.number, row.valid_from, row.valid_until)
        if not (licence.ends_soon(day) or row.valid_until < day):
            continue
        if people.is_expert(session, desk, row.expert_id) and expert_desk.warn_licence(
            session, row.id, now
        ):
            name, scope = people.name_of(session, row.expert_id), people.scope_name(row.scope)
            over = str(row.valid_until < day).lower()
            ends = {"day": row.valid_until, "over": over}
            say = Say("expert-alert-licence", name=name, scope=scope, **ends)
            desk.alerts.raise_in(session, f"licence:{row.id}", say, now)
            told += 1
    return told


def _held(session: Session, expert_id: int, scope: str) -> list[ExpertLicence]:
    rows = expert_desk.licences(session)
    return [row for row in rows if (row.expert_id, row.scope) == (expert_id, scope)]


def _same(row: ExpertLicence, declared: Declared) -> bool:
    return (row.number, row.valid_until) == (declared.number, declared.valid_until)

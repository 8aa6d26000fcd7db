"""Who and what the hall starts with: six invented people, four groups, one bot.

Every id is fixed, so that tests, scripts and screenshots can name them. Nobody here exists.
"""

from dataclasses import dataclass, field
from enum import StrEnum

BOT_ID = 7_000_000_001
BOT_USERNAME = "opening_bell_bot"
BOT_TOKEN = "7000000001:REHEARSAL-TOKEN-not-a-secret"  # noqa: S105 - opens nothing but the hall

ANONYMOUS_ADMIN_ID = 1_087_968_824
CHANNEL_POSTER_ID = 136_817_688
TELEGRAM_ID = 777_000
OTHER_BOT_ID = 5001

LIN, HE, DANIEL = 1001, 1002, 1003
OPERATOR, EXPERT, OWNER = 2001, 2002, 3001

NEWBIE_GROUP = -1_001_000_000_001
ADVANCED_GROUP = -1_001_000_000_002
VIP_GROUP = -1_001_000_000_003
OPS_GROUP = -1_001_000_000_004
CHANNEL = -1_001_000_000_009


class Role(StrEnum):
    """What a person is in the rehearsal, for the reader of the page only."""

    MEMBER = "member"
    EXPERT = "expert"
    OPERATOR = "operator"
    OWNER = "owner"
    BOT = "bot"
    TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True)
class CastMember:
    """One invented account."""

    id: int
    first_name: str
    username: str = ""
    language_code: str = ""
    role: Role = Role.MEMBER
    last_name: str = ""


@dataclass(frozen=True, slots=True)
class CastGroup:
    """One group at the start: who is in it and, for a forum, its topics."""

    id: int
    title: str
    members: tuple[int, ...]
    topics: tuple[str, ...] = field(default=())
    username: str = ""


PEOPLE = (
    CastMember(LIN, "林小满", "lin_xiaoman", "zh-hans"),
    CastMember(HE, "何嘉欣", "", "zh-hant"),
    CastMember(DANIEL, "Daniel", "daniel_wu", "en", last_name="Wu"),
    CastMember(EXPERT, "周正", "zhou_zheng", "zh-hans", Role.EXPERT),
    CastMember(OPERATOR, "苏乔", "su_qiao", "zh-hans", Role.OPERATOR),
    CastMember(OWNER, "方岚", "fang_lan", "zh-hans", Role.OWNER),
    CastMember(OTHER_BOT_ID, "Weather", "weather_hall_bot", "", Role.BOT),
    CastMember(ANONYMOUS_ADMIN_ID, "Group", "GroupAnonymousBot", "", Role.TELEGRAM),
    CastMember(CHANNEL_POSTER_ID, "Channel", "Channel_Bot", "", Role.TELEGRAM),
    CastMember(TELEGRAM_ID, "Telegram", "", "", Role.TELEGRAM),
    CastMember(BOT_ID, "开市钟", BOT_USERNAME, "", Role.BOT),
)
"""Everyone the hall knows; the first six are those whom the page lets you be."""

PLAYABLE = (LIN, HE, DANIEL, EXPERT, OPERATOR, OWNER)

GROUPS = (
    CastGroup(NEWBIE_GROUP, "新手群", (LIN, HE, DANIEL, OPERATOR, OWNER)),
    CastGroup(
        ADVANCED_GROUP,
        "进阶群",
        (HE, DANIEL, EXPERT, OPERATOR, OWNER),
        ("早午晚报", "提问", "模拟赛", "闲聊"),
    ),
    CastGroup(VIP_GROUP, "高净值 VIP 群", (DANIEL, EXPERT, OPERATOR, OWNER)),
    CastGroup(OPS_GROUP, "运营群", (EXPERT, OPERATOR, OWNER)),
)

"""What moderation needs of the house, and how it speaks: private words, short group notes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.buttons import Button, Rows, stored
from bot.compliance.errors import Blocked
from bot.compliance.gate import Gate, Screened
from bot.compliance.verdict import Lane as Screening
from bot.delivery.alerts import Alerts
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue, reserve
from bot.i18n import Language, Say, Words
from bot.moderation.guard import Guard
from bot.moderation.ladder import Ladder
from bot.points.economy import Economy
from db.repositories import groups, members, moderation

NOTE_WORTH = timedelta(minutes=5)
WORTH_TELLING = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class ModerationDesk:
    """The parts of the house that moderation needs; `kinds`: the kind of each rule."""

    words: Words
    gate: Gate
    alerts: Alerts
    language: Language
    economy: Economy
    owners: Collection[int]
    guard: Guard
    zone: ZoneInfo
    bot_id: int
    bot_username: str
    kinds: Mapping[str, str]

    @property
    def ladder(self) -> Ladder:
        """Return the ladder in force."""
        return self.guard.ladder

    def admitted(self, language: Language, says: Sequence[Say]) -> Screened | None:
        """Return the first of `says` that passes the gate: people's words may not."""
        for say in says:
            try:
                return self.gate.admit(self.words.say(language, say))
            except Blocked:
                continue
        return None

    def private_link(self, payload: str, label: Say) -> Rows:
        """Return a button that leads from a group into the private chat."""
        return ((Button(label, url=f"https://t.me/{self.bot_username}?start={payload}"),),)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in which group something is said."""

    group_id: int
    chat_id: int
    title: str
    thread_id: int | None = None


def language_of(session: Session, desk: ModerationDesk, member_id: int) -> Language:
    """Return the language in which a person reads."""
    member = members.by_id(session, member_id)
    return (member.language if member else None) or desk.language


def write_privately(
    session: Session,
    desk: ModerationDesk,
    member_id: int,
    key: str,
    say: Say,
    now: datetime,
    buttons: Rows = (),
    instead: str | None = None,
) -> None:
    """Explain something to a person; `instead` is the key of the note if that cannot be.

    A person's own words are quoted to that person alone, hence no rule holds them back.
    """
    language = language_of(session, desk, member_id)
    post = Post(
        send_key=key,
        lane=Lane.MODERATION,
        chat_id=member_id,
        text=desk.gate.admit(desk.words.say(language, say), Screening.OPERATORS),
        not_before=now,
        buttons=stored(buttons, desk.words, language),
        useless_after=now + WORTH_TELLING,
        otherwise=instead,
    )
    enqueue(session, post, now)


def note_in_group(
    session: Session,
    desk: ModerationDesk,
    spot: Spot,
    key: str,
    says: Sequence[Say],
    now: datetime,
    buttons: Rows = (),
    *,
    waits: bool = False,
) -> str:
    """Say something short in the group that goes by itself; return its key.

    `says`: the first that passes the gate is said. `waits`: only if a private word fails.
    The key holds the minute, so that a busy hour brings one note and not fifty.
    """
    group = groups.by_chat(session, spot.chat_id)
    language = (group.language if group else None) or desk.language
    text = desk.admitted(language, says)
    if text is None:
        return key
    post = Post(
        send_key=key,
        lane=Lane.MODERATION,
        chat_id=spot.chat_id,
        thread_id=spot.thread_id,
        text=text,
        not_before=now,
        buttons=stored(buttons, desk.words, language),
        useless_after=now + (WORTH_TELLING if waits else NOTE_WORTH),
    )
    if (reserve if waits else enqueue)(session, post, now):
        moderation.add_note(session, key, desk.ladder.quiet.reply_seconds, now)
    return key


def bucket(now: datetime, seconds: int) -> int:
    """Return the number of the stretch of `seconds` in which `now` lies."""
    return int(now.timestamp()) // seconds

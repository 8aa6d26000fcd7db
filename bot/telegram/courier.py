"""The courier: one attempt through Telegram, every error told as an outcome."""

from markupsafe import Markup
from telegram import Message, ReplyParameters
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.delivery.acts import Act
from bot.delivery.outcome import (
    Arrived,
    Limited,
    Lost,
    Moved,
    NeverLeft,
    Outcome,
    Refused,
    Unreachable,
)
from bot.delivery.polls import Poll
from bot.telegram.api import Outgoing, PartlySentError, Speaker, seconds_of
from bot.telegram.errands import run_errand
from bot.telegram.render import keyboard_from
from bot.telegram.request import NotSentError
from db.models.delivery import Delivery

GONE = ("chat not found", "user is deactivated", "have no rights to send", "not enough rights")


class TelegramCourier:
    """Carries deliveries through one bot."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker

    async def deliver(self, delivery: Delivery, picture: bytes | None) -> Outcome:
        """Make one attempt and tell what came of it."""
        try:
            if delivery.act is Act.SEND:
                return await self._send(delivery, picture)
            return await run_errand(self._speaker.bot, delivery, picture)
        except TelegramError as error:
            return self._outcome(delivery, error)

    async def _send(self, delivery: Delivery, picture: bytes | None) -> Outcome:
        what = Outgoing(
            Markup(delivery.markup),  # noqa: S704 - screened markup, written again by render
            keyboard_from(delivery.buttons),
            picture,
            Poll.of(delivery.poll) if delivery.poll else None,
        )
        quoted = _quoted(delivery.reply_to)
        sent = await self._speaker.send(delivery.chat_id, what, delivery.thread_id, quoted)
        shown = "\n".join(_shown(message) for message in sent)
        poll = sent[-1].poll
        return Arrived(sent[-1].message_id, shown, poll.id if poll else None)

    def _outcome(self, delivery: Delivery, error: TelegramError) -> Outcome:
        match error:
            case RetryAfter():
                self._speaker.close(delivery.chat_id, seconds_of(error))
                return Limited(seconds_of(error))
            case ChatMigrated():
                return Moved(error.new_chat_id)
            case Forbidden():
                return Unreachable(str(error))
            case BadRequest() if delivery.act is not Act.SEND:
                return Refused(str(error))
            case BadRequest() if any(reason in str(error).lower() for reason in GONE):
                return Unreachable(str(error))
            case BadRequest():
                return Refused(str(error))
            case NotSentError() | InvalidToken():
                return NeverLeft()
            case NetworkError() | PartlySentError():
                return Lost(type(error).__name__)
            case _:
                return Refused(str(error))


def _quoted(message_id: int | None) -> ReplyParameters | None:
    return ReplyParameters(message_id, allow_sending_without_reply=True) if message_id else None


def _shown(message: Message) -> str:
    """Return every word of a message as the network gave it back."""
    if message.poll is not None:
        options = (f"· {option.text}" for option in message.poll.options)
        return "\n".join((message.poll.question, *options))
    return message.text or message.caption or ""

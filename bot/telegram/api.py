"""Speaking to Telegram: the few calls that the product makes, paced, errors told apart."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup
from telegram import Bot, InlineKeyboardMarkup, InputMediaPhoto, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.delivery.pacing import Pace
from bot.delivery.polls import Poll
from bot.errors import BellError
from bot.telegram.render import CAPTION_LIMIT, TEXT_LIMIT, to_html
from bot.telegram.request import NotSentError

R = TypeVar("R")
PATIENCE_SECONDS = 120.0
TRIES = 3
NOT_MODIFIED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "query is too old")


class FileTooLargeError(BellError):
    """A file is larger than what it is wanted for; fields: most (in KB)."""

    code = "file-too-large"


class FileNotFetchedError(BellError):
    """A file that somebody sent could not be had from Telegram; fields: none."""

    code = "file-not-fetched"


class PartlySentError(TelegramError):
    """The first part of a long text is there: to send it again would double that part."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message ready to go: marked-up text, and what comes with it."""

    text: Markup
    keyboard: InlineKeyboardMarkup | None = None
    picture: bytes | None = None
    poll: Poll | None = None


class Speaker:
    """Sends and edits through one bot, at Telegram's pace."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self.bot = bot
        self.pace = pace

    async def reply(
        self, chat_id: int, what: Outgoing, thread_id: int | None = None, to: int | None = None
    ) -> list[Message]:
        """Send to somebody who just acted; waits for its turn, repeats only what never left."""
        quoted = ReplyParameters(to, allow_sending_without_reply=True) if to else None
        return await self._patiently(
            chat_id, self.wait_turn, lambda: self.send(chat_id, what, thread_id, quoted)
        )

    async def _patiently(
        self,
        chat_id: int,
        wait: Callable[[int], Awaitable[None]],
        call: Callable[[], Awaitable[R]],
    ) -> R:
        for tries_left in reversed(range(TRIES)):
            await wait(chat_id)
            try:
                return await call()
            except RetryAfter as error:
                self.close(chat_id, seconds_of(error))
                if not tries_left or seconds_of(error) > PATIENCE_SECONDS:
                    raise
            except NotSentError:
                if not tries_left:
                    raise
                await asyncio.sleep(0.5)
        raise AssertionError("unreachable")

    async def wait_turn(self, chat_id: int) -> None:
        """Wait until the pace lets a reply out: first in its chat, then in all."""
        loop = asyncio.get_running_loop()
        await _rest(self.pace.reserve_in_chat(chat_id, loop.time()))
        await _rest(self.pace.reserve_overall(loop.time()))

    def wait_in(self, chat_id: int) -> float:
        """Return for how many seconds a reply to a chat would have to wait."""
        return self.pace.chat_wait(chat_id, asyncio.get_running_loop().time())

    async def wait_open(self, chat_id: int) -> None:
        """Wait until Telegram takes anything for a chat again."""
        await _rest(self.pace.closed(chat_id, asyncio.get_running_loop().time()))

    def close(self, chat_id: int, seconds: float) -> None:
        """Leave a chat alone for a while, as Telegram asked."""
        self.pace.close(chat_id, seconds, asyncio.get_running_loop().time())

    async def send(
        self,
        chat_id: int,
        what: Outgoing,
        thread_id: int | None = None,
        quoted: ReplyParameters | None = None,
    ) -> list[Message]:
        """Send at once: one message, or several where the text is over the limit.

        Raise PartlySentError where some are there and the next one is refused. A poll goes
        alone: its text is its question.
        """
        if what.poll is not None:
            return [await self._send_poll(chat_id, what.poll, thread_id, what.keyboard)]
        pieces = to_html(what.text, TEXT_LIMIT if what.picture is None else CAPTION_LIMIT)
        steps = [
            _Piece(piece, thread_id, what.keyboard if number == len(pieces) else None)
            for number, piece in enumerate(pieces, start=1)
        ]
        if what.picture is not None:
            first = steps.pop(0) if steps else _Piece("", thread_id, what.keyboard)
            sent = [await self._send_picture(chat_id, what.picture, first, quoted)]
        else:
            sent = [await self._send_text(chat_id, steps.pop(0), quoted)]
        for piece in steps:
            sent.append(await self._send_next(chat_id, piece))
        return sent

    async def _send_next(self, chat_id: int, piece: "_Piece") -> Message:
        try:
            return await self._patiently(
                chat_id, self.wait_turn, lambda: self._send_text(chat_id, piece)
            )
        except TelegramError as error:
            raise PartlySentError(str(error)) from error

    async def _send_text(
        self, chat_id: int, piece: "_Piece", quoted: ReplyParameters | None = None
    ) -> Message:
        return await self.bot.send_message(
            chat_id,
            piece.html,
            parse_mode=ParseMode.HTML,
            message_thread_id=piece.thread_id,
            reply_parameters=quoted,
            reply_markup=piece.keyboard,
        )

    async def _send_picture(
        self, chat_id: int, picture: bytes, piece: "_Piece", quoted: ReplyParameters | None
    ) -> Message:
        return await self.bot.send_photo(
            chat_id,
            picture,
            caption=piece.html or None,
            parse_mode=ParseMode.HTML,
            message_thread_id=piece.thread_id,
            reply_parameters=quoted,
            reply_markup=piece.keyboard,
            filename="opening-bell.png",
        )

    async def document(
        self, chat_id: int, content: bytes, filename: str, caption: Markup
    ) -> Message:
        """Send a file to somebody who just acted; repeats only what never left."""
        html = to_html(caption, CAPTION_LIMIT)[0]
        return await self._patiently(
            chat_id,
            self.wait_turn,
            lambda: self.bot.send_document(
                chat_id, content, caption=html, parse_mode=ParseMode.HTML, filename=filename
            ),
        )

    async def fetch(self, file_id: str, most: int) -> bytes:
        """Return a file that somebody sent; refuse one over `most` bytes, or one that is gone."""
        try:
            file = await self.bot.get_file(file_id)
            if (file.file_size or 0) > most:
                raise FileTooLargeError(most=most // 1024)
            content = bytes(await file.download_as_bytearray())
        except NetworkError as error:
            if "too big" in str(error).lower():  # Telegram hands out 20 MB at most
                raise FileTooLargeError(most=most // 1024) from error
            raise FileNotFetchedError from error
        if len(content) > most:
            raise FileTooLargeError(most=most // 1024)
        return content

    async def _send_poll(
        self, chat_id: int, poll: Poll, thread_id: int | None, keyboard: InlineKeyboardMarkup | None
    ) -> Message:
        if poll.correct is None:
            return await self.bot.send_poll(
                chat_id,
                poll.question,
                list(poll.options),
                is_anonymous=True,
                message_thread_id=thread_id,
                reply_markup=keyboard,
                open_period=poll.open_seconds,
            )
        return await self.bot.send_poll(
            chat_id,
            poll.question,
            list(poll.options),
            is_anonymous=False,
            type="quiz",
            correct_option_ids=(poll.correct,),  # type: ignore[arg-type]
            explanation=poll.explanation or None,
            message_thread_id=thread_id,
            reply_markup=keyboard,
            open_period=poll.open_seconds,
        )

    async def edit(self, message: Message, what: Outgoing) -> bool:
        """Change a message of ours; tell whether it still could be changed."""
        html = to_html(what.text, CAPTION_LIMIT if message.photo else TEXT_LIMIT)[0]
        try:
            await self._patiently(
                message.chat_id, self.wait_open, lambda: self._edit(message, html, what)
            )
        except BadRequest as error:
            problem = str(error).lower()
            if NOT_MODIFIED in problem:
                return True
            if any(reason in problem for reason in GONE):
                return False
            raise
        return True

    async def _edit(self, message: Message, html: str, what: Outgoing) -> None:
        if what.picture is not None:
            media = InputMediaPhoto(what.picture, caption=html, parse_mode=ParseMode.HTML)
            await message.edit_media(media, reply_markup=what.keyboard)
        elif message.photo:
            await message.edit_caption(html, parse_mode=ParseMode.HTML, reply_markup=what.keyboard)
        else:
            await message.edit_text(html, parse_mode=ParseMode.HTML, reply_markup=what.keyboard)

    async def answer_press(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        """Answer a button press; one that is too old to be answered is no error."""
        try:
            await self.bot.answer_callback_query(query_id, text[:200] or None, show_alert=alert)
        except BadRequest as error:
            if not any(reason in str(error).lower() for reason in GONE):
                raise
        except (NetworkError, RetryAfter):
            return  # the spinner on the button ends by itself; nothing is lost


@dataclass(frozen=True, slots=True)
class _Piece:
    """One message of a text; the buttons hang under the last."""

    html: str
    thread_id: int | None
    keyboard: InlineKeyboardMarkup | None


async def _rest(seconds: float) -> None:
    if seconds > 0:
        await asyncio.sleep(seconds)


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    wait = error.retry_after
    return float(wait if isinstance(wait, int | float) else wait.total_seconds())

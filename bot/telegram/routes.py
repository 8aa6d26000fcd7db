"""How an update finds its handler: the kinds of entries in the command table."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session
from telegram import Message

from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.telegram.turn import Turn

CommandHandler = Callable[[Turn, str], Awaitable[None]]
PressHandler = Callable[[Turn, str], Awaitable[None]]
AnswerHandler = Callable[[Turn, Asked], Awaitable[None]]
EventHandler = Callable[[Turn], Awaitable[None]]
Hearing = Callable[[Turn, bool], Callable[[Session], bool] | None]
"""Listens to a message before it is handled; what it returns is run with its first effect.

It is told whether the message asks the bot for something: that is no flood.
"""
ReplyHandler = Callable[[Turn, Message], Awaitable[bool]]
"""Takes a text that answers a message of the bot; tells whether it was meant for it."""


class Where(StrEnum):
    """Where a command makes sense."""

    ANYWHERE = "anywhere"
    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `/name`, and the plain words that a group expects to work as well.

    Help shows the catalogue message `help-<name>` to everyone who holds `right`. `leads`: its
    words may stand before what is said to it, as in 提问 科创板怎么开通.
    """

    name: str
    run: CommandHandler
    words: tuple[str, ...] = ()
    right: Right | None = None
    where: Where = Where.ANYWHERE
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """Buttons whose data starts with `noun:`; the handler gets the rest."""

    noun: str
    run: PressHandler


@dataclass(frozen=True, slots=True)
class Answer:
    """Plain private messages that answer a question of `noun`; the text is `turn.text`.

    `forwarded`: somebody else's words, passed on, are an answer as well.
    """

    noun: str
    run: AnswerHandler
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Events:
    """What happens without anybody asking."""

    my_membership: EventHandler
    membership: EventHandler
    service_message: EventHandler
    heard: Hearing | None = None
    reaction: EventHandler | None = None
    reaction_counts: EventHandler | None = None
    poll: EventHandler | None = None
    poll_answer: EventHandler | None = None
    edited: EventHandler | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The whole command table.

    `replies` take a text that answers a message of the bot, `media_replies` what answers one
    without any text; `overheard` take what nobody else took. They are tried in order until one
    says that it was meant for it.
    """

    commands: tuple[Command, ...]
    presses: tuple[Press, ...]
    events: Events
    answers: tuple[Answer, ...] = ()
    replies: tuple[ReplyHandler, ...] = ()
    overheard: tuple[ReplyHandler, ...] = ()
    media_replies: tuple[ReplyHandler, ...] = ()

    def command(self, name: str) -> Command | None:
        """Return the command of a name."""
        return next((command for command in self.commands if command.name == name), None)

    def by_word(self) -> dict[str, Command]:
        """Return the plain words and what they stand for."""
        return {word: command for command in self.commands for word in command.words}

    def leading(self) -> dict[str, Command]:
        """Return the words that may stand before what is said, and what they stand for."""
        return {
            word: command for command in self.commands if command.leads for word in command.words
        }

    def visible(self, rights: Iterable[Right]) -> list[Command]:
        """Return the commands that somebody with `rights` may use."""
        held = set(rights)
        return [c for c in self.commands if c.right is None or c.right in held]

"""Telling the operators: in their own group, or the owners in private while there is none."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.buttons import Rows, stored
from bot.compliance.gate import Gate
from bot.compliance.verdict import Lane as Screening
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say, Words
from bot.members.tiers import Binding
from db.repositories import groups


class Alerts:
    """Writes alerts into the outbox, in the transaction of what they tell."""

    def __init__(
        self, words: Words, gate: Gate, language: Language, owners: Collection[int]
    ) -> None:
        self._words = words
        self._gate = gate
        self._language = language
        self._owners = owners

    def raise_in(
        self,
        session: Session,
        key: str,
        say: Say,
        now: datetime,
        buttons: Rows = (),
        picture: bytes | None = None,
    ) -> None:
        """Tell the operators `say`, once for each `key`."""
        operators = groups.bound(session, Binding.OPERATORS)
        for group in operators:
            language = group.language or self._language
            self._enqueue(session, key, group.chat_id, language, say, now, buttons, picture)
        if not operators:
            for owner in self._owners:
                self._enqueue(session, key, owner, self._language, say, now, buttons, picture)

    def _enqueue(
        self,
        session: Session,
        key: str,
        chat_id: int,
        language: Language,
        say: Say,
        now: datetime,
        buttons: Rows,
        picture: bytes | None,
    ) -> None:
        # Operators must be able to read what was held back, so their own lane holds no rules.
        text = self._gate.admit(self._words.say(language, say), Screening.OPERATORS)
        post = Post(
            send_key=f"alert:{key}:{chat_id}"[:160],
            lane=Lane.ALERT,
            chat_id=chat_id,
            text=text,
            not_before=now,
            buttons=stored(buttons, self._words, language),
            picture=picture,
        )
        enqueue(session, post, now)

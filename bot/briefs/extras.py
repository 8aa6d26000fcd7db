"""What goes with an edition's text: buttons for its terms, and the poll after a noon brief."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from markupsafe import escape

from bot.briefs.due import DueSlot
from bot.briefs.newsroom import Newsroom
from bot.buttons import Button, Rows
from bot.compliance.errors import Blocked
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post
from bot.delivery.polls import Poll
from bot.glossary.terms import term_with
from bot.i18n import Language, Say
from bot.members.tiers import Tier

MOST_TERMS = 4
TERMS_IN_A_ROW = 2


def extra_rows(snapshot: Mapping[str, Any], tier: Tier, language: Language) -> Rows:
    """Return the buttons under an edition: a tap explains a term, or leads to VIPs' lists."""
    terms = [term_with(id, language) for id in snapshot.get("terms", [])[:MOST_TERMS]]
    buttons = [Button(Say("button-term", word=t.word), f"term:{t.id}") for t in terms if t]
    rows = [tuple(buttons[n : n + TERMS_IN_A_ROW]) for n in range(0, len(buttons), TERMS_IN_A_ROW)]
    if tier is Tier.VIP:
        rows.append((Button(Say("button-watch-brief-on"), "watchbrief:on"),))
    return tuple(rows)


def poll_post(
    room: Newsroom,
    due: DueSlot,
    snapshot: Mapping[str, Any],
    chat: tuple[int, int, int | None],
    now: datetime,
) -> Post | None:
    """Return the question to a group after its brief, or nothing; one that fails goes nowhere.

    `chat`: the group's row, its chat and its thread.
    """
    record = snapshot.get("poll")
    if not record:
        return None
    group_id, chat_id, thread_id = chat
    poll = Poll.of(record)
    try:
        text = room.gate.admit(escape(poll.question), also=poll.options)
    except Blocked:
        return None
    return Post(
        send_key=f"brief-poll:{due.day}:{due.slot.value}:{group_id}",
        lane=Lane.BRIEF,
        chat_id=chat_id,
        text=text,
        not_before=now,
        thread_id=thread_id,
        useless_after=due.useless_at,
        poll=poll,
    )

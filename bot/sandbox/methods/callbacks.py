"""Answers to pressed buttons."""

from datetime import timedelta

from telegram.constants import CallbackQueryLimit

from bot.sandbox.methods.request import Request
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import Event

ANSWERABLE = timedelta(seconds=60)
"""How long the hall lets a pressed button wait; Telegram states no figure."""

_TOO_LATE = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(request: Request) -> bool:
    """Show a toast or an alert to whoever pressed; only the first answer is shown."""
    hall = request.hall
    query = hall.queries.get(request.get("callback_query_id", ""))
    if query is None or hall.now() - query.at > ANSWERABLE:
        raise bad_request(_TOO_LATE)
    text = request.get("text") or ""
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    if query.answer is None:
        query.answer = {
            "query_id": query.id,
            "person_id": query.person_id,
            "text": text,
            "show_alert": bool(request.get("show_alert")),
            "url": request.get("url") or "",
        }
        hall.tell(Event("answer", query.chat_id, query.message_id, query.answer))
    return True

"""Polls and quizzes."""

from typing import Any

from bot.sandbox import keyboards
from bot.sandbox.methods.request import JsonObject, Request
from bot.sandbox.methods.sending import post
from bot.sandbox.polls import Poll
from bot.sandbox.refusals import bad_request

_QUESTION, _OPTION, _OPTIONS, _EXPLANATION = 300, 100, 12, 200


def send_poll(request: Request) -> JsonObject:
    """Send a poll or a quiz."""
    request.writable()
    poll = Poll(
        id=str(5 * 10**18 + request.hall.number()),
        chat_id=request.chat().id,
        message_id=0,
        question=_question(request),
        options=_options(request.need("options", "poll must have at least 2 option")),
        is_anonymous=request.get("is_anonymous", True),
        type=request.get("type") or "regular",
        allows_multiple=request.get("allows_multiple_answers", False),
        correct=_correct(request),
        explanation=request.get("explanation") or "",
        closed=request.get("is_closed", False),
        closes_at=_closes_at(request),
    )
    if len(poll.explanation) > _EXPLANATION:
        raise bad_request("MESSAGE_TOO_LONG")
    if poll.type == "quiz" and not all(0 <= i < len(poll.options) for i in poll.correct or [-1]):
        raise bad_request("wrong correct option ID specified")
    message = post(request, {"poll": poll.as_json()})
    poll.message_id = message["message_id"]
    request.hall.polls[poll.id] = poll
    return message


def stop_poll(request: Request) -> JsonObject:
    """Close a poll and return its final state."""
    chat = request.reachable()
    message = chat.live(request.need("message_id", "message identifier is not specified"))
    poll = request.hall.polls.get(message.get("poll", {}).get("id", "")) if message else None
    if message is None or poll is None:
        raise bad_request("message with poll to stop not found")
    if poll.is_over(request.hall.date()):
        raise bad_request("poll has already been closed")
    poll.closed = True
    kept = {name: value for name, value in message.items() if name != "reply_markup"}
    markup = keyboards.checked(request.get("reply_markup"))
    newer = kept | {"poll": poll.as_json()} | ({"reply_markup": markup} if markup else {})
    request.hall.replace(chat, newer)
    return poll.as_json()


def _question(request: Request) -> str:
    question = str(request.need("question", "poll question must be non-empty")).strip()
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > _QUESTION:
        raise bad_request(f"poll question length must not exceed {_QUESTION}")
    return question


def _options(given: Any) -> list[str]:
    texts = [str(item.get("text", "") if isinstance(item, dict) else item) for item in given]
    if len(texts) < 2:
        raise bad_request("poll must have at least 2 option")
    if len(texts) > _OPTIONS:
        raise bad_request(f"poll can't have more than {_OPTIONS} options")
    if not all(text.strip() for text in texts):
        raise bad_request("poll option must be non-empty")
    if any(len(text) > _OPTION for text in texts):
        raise bad_request(f"poll options length must not exceed {_OPTION}")
    return texts


def _closes_at(request: Request) -> int | None:
    period = request.get("open_period")
    if period is None:
        date: int | None = request.get("close_date")
        return date
    return int(request.hall.date()) + int(period)


def _correct(request: Request) -> list[int]:
    several = request.get("correct_option_ids")
    single = request.get("correct_option_id")
    return list(several) if several else ([] if single is None else [single])

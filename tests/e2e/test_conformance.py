from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.sandbox.calls import CallRecord
from bot.sandbox.cast import NEWBIE_GROUP
from bot.sandbox.parameters import KNOWN
from tests.e2e.conformance import METHODS, check

NOT_IN_AIOGRAM = {"correct_option_id"}


def record(method: str = "sendMessage", **parameters: Any) -> CallRecord:
    chat = {"id": NEWBIE_GROUP, "type": "supergroup", "title": "新手群"}
    return CallRecord(
        number=1,
        method=method,
        parameters=parameters,
        chat_id=NEWBIE_GROUP,
        at=datetime(2026, 11, 20, tzinfo=UTC),
        ok=True,
        status=200,
        description="",
        result={"message_id": 5, "date": 1_790_000_000, "chat": chat, "text": "x"},
        milliseconds=1.0,
    )


def test_a_proper_call_passes_as_json_and_as_a_form() -> None:
    markup = {"inline_keyboard": [[{"text": "甲", "callback_data": "a"}]]}
    assert check(record(chat_id=NEWBIE_GROUP, text="x", reply_markup=markup)) == []
    form = record(
        chat_id=str(NEWBIE_GROUP),
        text="12",
        disable_notification="true",
        reply_markup='{"inline_keyboard": [[{"text": "甲", "callback_data": "a"}]]}',
    )
    assert check(form) == []
    assert check(record("sendPhoto", chat_id=1, photo="attach://photo")) == []


@pytest.mark.parametrize(
    ("planted", "finding"),
    [
        ({"chat_id": 1, "text": "x", "colour": "red"}, "unknown parameter colour"),
        ({"chat_id": 1}, "sendMessage: text: Field required"),
        ({"chat_id": 1, "text": "x", "message_thread_id": "first"}, "message_thread_id"),
        ({"chat_id": 1, "text": "x", "reply_markup": '{"inline_keyboard": 5}'}, "inline_keyboard"),
        (
            {"chat_id": 1, "text": "x", "reply_parameters": {"message_id": 5, "loud": True}},
            "unknown field reply_parameters.loud",
        ),
        ({"chat_id": 1, "text": "x", "reply_to_message_id": 5}, "deprecated"),
    ],
)
def test_planted_mistakes_in_a_call_are_found(planted: dict[str, Any], finding: str) -> None:
    assert any(finding in line for line in check(record(**planted))), check(record(**planted))


@pytest.mark.parametrize(
    ("spoiled", "finding"),
    [
        ({"message_id": "five"}, "answer to sendMessage: message_id"),
        ({"mood": "good"}, "unknown field mood"),
        ({"date": None}, "date"),
        ({"entities": [{"type": "bold", "offset": 0}]}, "entities.0.length"),
    ],
)
def test_planted_mistakes_in_an_answer_are_found(spoiled: dict[str, Any], finding: str) -> None:
    good = record(chat_id=1, text="x")
    lines = check(replace(good, result=good.result | spoiled))
    assert any(finding in line for line in lines), lines


def test_an_unknown_method_is_found_and_a_refused_call_needs_no_result() -> None:
    assert check(record("danceTango")) == ["danceTango: no such method"]
    assert check(replace(record(chat_id=1, text="x"), ok=False, result=None)) == []


@pytest.mark.parametrize("method", sorted(KNOWN))
def test_the_hall_knows_no_parameter_that_the_bot_api_does_not(method: str) -> None:
    assert set(KNOWN[method]) - NOT_IN_AIOGRAM <= set(METHODS[method].model_fields)

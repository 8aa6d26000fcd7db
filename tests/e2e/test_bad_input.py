"""Whatever a hostile but fair stranger can type or press: a short answer or silence, no more."""

import logging
from collections import Counter
from itertools import product

import pytest
from structlog.testing import capture_logs

from bot.sandbox import cast
from handlers import TABLE
from tests.e2e import books
from tests.e2e.conftest import Stage
from tests.e2e.driver import JsonObject, words_of

GROUP = cast.NEWBIE_GROUP
BATCH = 6
LINES = 6
SHORT = 500
HOSTILE_NAME = '<b>林</b> & "小满" {name} %s'
HOSTILE_TITLE = "新手群 <i>&amp;</i> </b>"

TYPED = {
    "nothing": "",
    "10,000 characters": "好" * 9_990,
    "zero-width": "\u200b\u200c\u2060\ufeff",
    "direction marks": "\u202e\u2066反转\u2069\u200f",
    "emoji storm": "🚀" * 1_500 + "👨‍👩‍👧‍👦🏳️‍🌈" * 50,
    "stacked marks": "ḩ" + "\u0301" * 500,
    "escaped surrogates": r"\ud83d \udc00 \u0000 \x00",
    "a lone surrogate": "甲\ud800乙",
    "NUL": "甲\x00乙\x07\x1b[31m",
    "tags": '<b>x</b> <a href="tg://user?id=1">y</a> </b></i> <script>alert(1)</script>',
    "entities": "&amp; &lt;b&gt; &#0; &#x110000; &nosuch;",
    "300 arguments": " ".join(str(number) for number in range(300)),
    "lines": "\n" * 300 + "x" + "\n" * 300,
    "fluent": "{ $name } { -term } { NUMBER($x) } %s %(x)s {0} $x",
    "sql": "'; DROP TABLE member; -- \" OR 1=1",
    "odd numbers": "² ½ ٣ 1e309 -0 0x10 ∞ NaN",
    "a handle": "@" + "x" * 300,
    "a handle and an odd number": "@lin_xiaoman ² 理由在此",
    "markup as a reason": "@lin_xiaoman 1 <b>理由</b> &amp; </b>",
    "a long id": "9" * 300 + " 1 理由",
    "a negative id": "-1001 5 理由",
    "dates": "2027 休市 02-30 13-45 01-01..00-00 99-99",
    "year zero": "0 休市 01-01",
    "a far year": "99999999999 休市 01-01",
    "another bot": "@weather_hall_bot @weather_hall_bot",
    "itself": "/checkin /me /top",
}

PRESSED = (
    "",
    ":",
    "::::::",
    ":-",
    ":0",
    ":-1",
    ":²",
    ":٣-٣-٣",
    f":{'9' * 60}",
    f":{cast.HE}-1",
    f":{cast.HE}-week-hide",
    ":yes-" + "9" * 40,
    ":use-" + "9" * 40,
    ":to-nonsense",
    ":topic-briefs-briefs",
    ":language-xx",
    f":daily:{cast.HE}:20261120:0",
    f":daily:{cast.LIN}:20261399:0",
    f":daily:{cast.LIN}:20261120:9",
    f":{cast.HE}:00010101",
    f":{cast.LIN}:99991231",
    f":{cast.LIN}:00010101",
    f":daily:{cast.LIN}:99991231:0",
    f":daily:{cast.LIN}:00010101:0",
    f":repair:{cast.LIN}:99991231:0",
    f":repair:{cast.LIN}:00010101:0",
    ":\x00",
    ":甲\ud800乙",
    ":<b>&amp;</b>",
    ":" + "🚀" * 3_000,
)


def make_hostile(stage: Stage) -> None:
    """Give a member and a group names that are markup, entities and placeholders."""
    stage.hall.person(cast.LIN).first_name = HOSTILE_NAME
    stage.hall.chat(GROUP).title = HOSTILE_TITLE


def failed_calls(stage: Stage) -> list[str]:
    """Return which of the bot's calls the hall refused."""
    calls = stage.hall.calls.records
    return [f"{call.method}: {call.description}" for call in calls if not call.ok]


async def still_well(stage: Stage, logged: list[JsonObject], caplog: object) -> None:
    """Hold that the bot answers somebody else, and that nothing was written as an error."""
    await stage.driver.say(cast.DANIEL, GROUP, "签到")
    await stage.driver.expect_reply(GROUP, containing="签到成功", within=10)
    await stage.nothing_set_aside()
    wrong = [line for line in logged if line["log_level"] in {"error", "critical", "warning"}]
    assert wrong == []
    assert isinstance(caplog, pytest.LogCaptureFixture)
    ours = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert [record.getMessage() for record in ours] == []
    assert failed_calls(stage) == []


def few_at_a_time(names: list[str]) -> list[tuple[str, ...]]:
    """Return names in batches that share a stage: setting one up takes longer than a batch."""
    return [tuple(names[start : start + BATCH]) for start in range(0, len(names), BATCH)]


@pytest.mark.parametrize(
    "commands", few_at_a_time([one.name for one in TABLE.commands]), ids=" ".join
)
async def test_bad_input_gets_one_short_answer_or_none(
    quick_stage: Stage, commands: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    stage = quick_stage
    make_hostile(stage)
    stage.driver.mark()
    with capture_logs() as logged:
        for number, (command, typed) in enumerate(product(commands, TYPED.values())):
            # A member and an owner, one in the group and one in private, in turn.
            there, alone = ((cast.LIN, cast.OWNER), (cast.OWNER, cast.LIN))[number % 2]
            stage.hall.say(there, GROUP, f"/{command} {typed}")
            stage.hall.say(alone, alone, f"/{command} {typed}")
        await stage.settle()
        answers = stage.driver.replies(GROUP)
        replied = Counter(answer["reply_to_message"]["message_id"] for answer in answers)
        assert set(replied.values()) <= {1}, "one answer for one message"
        for answer in answers:
            assert len(words_of(answer).splitlines()) <= LINES, words_of(answer)
            assert len(words_of(answer)) <= SHORT, words_of(answer)
        await still_well(stage, logged, caplog)


NOUNS = [*(press.noun for press in TABLE.presses), "nosuch", "\x00", ""]


@pytest.mark.parametrize("nouns", few_at_a_time(NOUNS), ids=" ".join)
async def test_a_forged_button_is_answered_and_does_nothing(
    quick_stage: Stage, nouns: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    stage = quick_stage
    make_hostile(stage)
    await stage.driver.say(cast.LIN, GROUP, "/help")
    shown = await stage.driver.expect_reply(GROUP)
    await stage.driver.start(cast.LIN)
    private = await stage.driver.expect_reply(cast.LIN)
    with capture_logs() as logged:
        # A member in the group, in private, and an owner in the group, in turn.
        places = (
            (cast.LIN, GROUP, shown["message_id"]),
            (cast.LIN, cast.LIN, private["message_id"]),
            (cast.OWNER, GROUP, shown["message_id"]),
        )
        queries = [
            stage.hall.press(*places[number % 3], f"{noun}{data}", forged=True)
            for number, (noun, data) in enumerate(product(nouns, PRESSED))
        ]
        await stage.settle()
        unanswered = [query for query in queries if stage.hall.queries[query].answer is None]
        assert unanswered == []
        await still_well(stage, logged, caplog)
    assert (await stage.books(books.group, GROUP)).binding == "newbie"
    assert await stage.books(books.actions) == []
    assert await stage.books(books.balance, cast.HE) == 0
    assert (await stage.books(books.member, cast.HE)).hidden is False


async def test_bad_text_without_a_command_is_silence_in_a_group_and_a_hint_in_private(
    quick_stage: Stage,
) -> None:
    quick_stage.driver.mark()
    for typed in TYPED.values():
        if typed.strip() and not typed.startswith("/"):
            quick_stage.hall.say(cast.LIN, GROUP, typed)
            quick_stage.hall.say(cast.LIN, cast.LIN, typed)
    await quick_stage.settle()
    assert quick_stage.driver.replies(GROUP) == []
    # Moderation may have told by now, through the outbox, why it removed the flood in the group.
    told = quick_stage.driver.replies(cast.LIN)
    hints = [one for one in told if "新手群" not in words_of(one)]
    assert len(hints) >= 20 and all("/help" in words_of(hint) for hint in hints)


async def test_names_that_are_markup_come_out_as_they_were_typed(stage: Stage) -> None:
    make_hostile(stage)
    said = await stage.driver.say(cast.LIN, GROUP, "签到")
    for typed in ("/me", "/top"):
        await stage.driver.say(cast.LIN, GROUP, typed)
        await stage.driver.expect_reply(GROUP, containing="<b>林</b>")
    await stage.driver.start(cast.LIN)
    hello = await stage.driver.expect_reply(cast.LIN)
    assert HOSTILE_NAME in hello["text"].splitlines()[0]
    await stage.driver.say(cast.OPERATOR, GROUP, "/grant 501 <i>读书</i> &amp; 笔记", reply_to=said)
    await stage.driver.expect_reply(GROUP, containing=HOSTILE_NAME)
    await stage.settle()
    card = await stage.driver.expect_reply(cast.OPS_GROUP, containing=HOSTILE_NAME)
    assert "<i>读书</i> &amp; 笔记" in card["text"]
    stage.driver.mark()
    stage.hall.remove_bot(GROUP)
    await stage.settle()
    await stage.driver.expect_reply(cast.OPS_GROUP, containing=HOSTILE_TITLE)

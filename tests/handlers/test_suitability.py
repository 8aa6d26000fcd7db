"""The suitability questions by buttons."""

from typing import Any

import pytest

from bot.contest.services import suitability
from bot.contest.suitability import default_questionnaire
from tests.factories.updates import make_chat, make_press, make_said, make_user
from tests.fixtures.telegram import NOW, Call, Rig

MEMBER = make_user(7, "小林")
QUESTIONS = default_questionnaire().questions


async def _press(rig: Rig, data: str, **message: Any) -> Call:
    return (await rig.feed(make_press(data, **{"user": MEMBER, **message})))[-1]


async def _answer_all(rig: Rig, shown: Call, place: int) -> Call:
    for _ in QUESTIONS:
        shown = await _press(rig, shown.data[place])
    return shown


@pytest.mark.parametrize(("place", "level"), [(0, "稳健"), (1, "平衡"), (3, "进取")])
async def test_the_questions_lead_to_a_result_that_advises_nothing(
    rig: Rig, place: int, level: str
) -> None:
    first = (await rig.feed(make_said("/suitability", user=MEMBER)))[-1]
    assert "1 / 6" in first.text
    result = await _answer_all(rig, first, place)
    assert level in result.text
    assert "不构成投资建议" in result.text
    assert await rig.db.read(suitability.answered, 7, NOW) is not None


async def test_a_contests_card_leads_there_and_back(rig: Rig) -> None:
    first = await _press(rig, "suitability:start-3")
    result = await _answer_all(rig, first, 1)
    assert "contests:see-3" in result.data


async def test_a_known_answer_is_shown_and_may_be_given_again(rig: Rig) -> None:
    first = await _press(rig, "suitability:start-0")
    await _answer_all(rig, first, 0)
    known = (await rig.feed(make_said("/suitability", user=MEMBER)))[-1]
    assert "2027年11月20日" in known.text
    again = await _press(rig, known.data[-1])
    assert "3 分起为平衡" not in again.text
    result = await _answer_all(rig, again, 3)
    assert "进取" in result.text


async def test_in_a_group_it_leads_into_the_private_chat(rig: Rig) -> None:
    said = make_said("/suitability", user=MEMBER, chat=make_chat(-1001))
    assert "私聊" in (await rig.feed(said))[-1].text


@pytest.mark.parametrize(
    "data",
    ["suitability:", "suitability:q-0-9", "suitability:q-0-", "suitability:q-x-1",
     "suitability:q-0-0000000", "suitability:start-", "suitability:q-0-１"],
)  # fmt: skip
async def test_a_forged_button_does_nothing(rig: Rig, data: str) -> None:
    calls = await rig.feed(make_press(data, user=MEMBER))
    assert [call.method for call in calls] == ["answerCallbackQuery"]

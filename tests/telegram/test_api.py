"""Long texts and texts under pictures: nothing is cut off, nothing goes twice."""

from typing import Any

import pytest
from markupsafe import Markup

from bot.delivery.lanes import DeliveryState, Lane
from bot.delivery.outcome import Arrived, Lost
from bot.telegram.api import Outgoing, PartlySentError
from bot.telegram.courier import TelegramCourier
from bot.telegram.render import CAPTION_LIMIT, TEXT_LIMIT
from db.models import Delivery
from tests.factories.updates import GROUP
from tests.fixtures.telegram import NOW, Refusal, Rig

LONG = Markup("\n".join(f"第 {number} 行：字字都要到。" for number in range(400)))
CAPTION = Markup("\n".join(["长说明"] * 400 + ["市场有风险"]))


async def test_a_long_text_goes_in_pieces_with_the_buttons_under_the_last(rig: Rig) -> None:
    sent = await rig.house.speaker.send(GROUP, Outgoing(LONG))
    assert len(sent) == len(rig.request.said) > 1
    assert all(len(piece) <= TEXT_LIMIT for piece in rig.request.said)
    assert rig.request.said[-1].endswith("第 399 行：字字都要到。")


async def test_what_does_not_fit_under_a_picture_follows_it(rig: Rig) -> None:
    await rig.house.speaker.send(GROUP, Outgoing(CAPTION, picture=b"png"))
    photo, *rest = rig.request.calls
    assert photo.method == "sendPhoto"
    assert len(photo.text) <= CAPTION_LIMIT
    assert [call.method for call in rest] == ["sendMessage"]
    assert rest[-1].text.endswith("市场有风险")


async def test_a_request_to_wait_between_two_pieces_repeats_only_the_piece(rig: Rig) -> None:
    answer, tries = rig.request.answers["sendMessage"], []

    def flooded_at_the_second(given: dict[str, Any]) -> Any:
        tries.append(given["text"])
        if len(tries) == 2:
            raise Refusal(429, "Too Many Requests: retry after 1", {"retry_after": 0.01})
        return answer(given)

    rig.request.answers["sendMessage"] = flooded_at_the_second
    await rig.house.speaker.reply(GROUP, Outgoing(LONG))
    assert tries[1] == tries[2]
    assert len(tries) == len(set(tries)) + 1


async def test_a_post_of_which_a_part_is_there_is_of_unknown_fate_and_not_repeated(
    rig: Rig,
) -> None:
    answer, tries = rig.request.answers["sendMessage"], []

    def refused_at_the_second(given: dict[str, Any]) -> Any:
        tries.append(given["text"])
        if len(tries) == 2:
            raise Refusal(403, "Forbidden: bot was kicked", {})
        return answer(given)

    rig.request.answers["sendMessage"] = refused_at_the_second
    courier = TelegramCourier(rig.house.speaker)
    assert await courier.deliver(_delivery(str(LONG)), None) == Lost("PartlySentError")
    tries.clear()
    with pytest.raises(PartlySentError):
        await rig.house.speaker.reply(GROUP, Outgoing(LONG))
    assert len(tries) == 2


async def test_a_short_post_arrives(rig: Rig) -> None:
    outcome = await TelegramCourier(rig.house.speaker).deliver(_delivery("短"), None)
    assert isinstance(outcome, Arrived)
    assert outcome.shown == "短"


def _delivery(markup: str) -> Delivery:
    return Delivery(
        send_key="k",
        lane=Lane.BRIEF,
        priority=1,
        chat_id=GROUP,
        markup=markup,
        buttons=[],
        rule_pack="1",
        not_before=NOW,
        state=DeliveryState.SENDING,
        created_at=NOW,
    )

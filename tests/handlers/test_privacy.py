import json
import re
from datetime import timedelta

from bot.members.tiers import Binding
from db.repositories import groups, members
from jobs.privacy import carry_out_forgets
from tests.factories.updates import GROUP, make_chat, make_press, make_said
from tests.fixtures.telegram import NOW, OWNER_ID, Rig


async def test_privacy_says_what_why_how_long_and_who(rig: Rig) -> None:
    await rig.feed(make_said("/privacy"))
    text = rig.request.said[-1]
    for part in ("留什么", "为什么", "谁能看", "群聊发言：7 年", "/mydata", "/forget"):
        assert part in text
    assert len(text) < 700


async def test_privacy_in_a_group_leads_to_private(rig: Rig) -> None:
    [call] = await rig.feed(make_said("/privacy", chat=make_chat()))
    assert call.buttons[0]["url"].endswith("?start=privacy")
    await rig.feed(make_said("/start privacy"))
    assert "你的资料" in rig.request.said[-1]


def _collect(rig: Rig) -> list[bytes]:
    """Let documents through, and keep what they hold."""
    files: list[bytes] = []
    send = rig.house.speaker.document

    async def record(chat: int, content: bytes, filename: str, caption: object) -> object:
        files.append(content)
        return await send(chat, content, filename, caption)  # type: ignore[arg-type]

    rig.house.speaker.document = record  # type: ignore[method-assign,assignment]
    rig.request.answers["sendDocument"] = rig.request._message
    return files


async def test_the_copy_is_one_page_with_the_same_data_as_json(rig: Rig) -> None:
    files = _collect(rig)
    group = await rig.db.run(groups.ensure, GROUP, "新手一群", NOW)
    assert group
    await rig.db.run(lambda s: setattr(groups.by_chat(s, GROUP), "binding", Binding.NEWBIE))
    nasty = "</script><b>&"
    await rig.feed(make_said(nasty, chat=make_chat()), make_said("/mydata"))
    page = files[0].decode()
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found is not None
    data = json.loads(found[1])
    assert data["archive"][0]["text"] == nasty
    assert data["profile"][0]["first_name"] == "小林"
    assert nasty not in page
    assert "2026-11-20 09:00" in page
    assert "没有记录的：" in page
    assert "你在群里的发言（存档）" in page
    call = rig.request.of("sendDocument")[-1]
    assert int(call.given["chat_id"]) == 7


async def test_a_second_copy_on_the_same_day_is_refused_with_the_time_of_the_next(
    rig: Rig,
) -> None:
    files = _collect(rig)
    await rig.feed(make_said("/mydata"), make_said("/mydata"))
    assert len(files) == 1
    assert "今天已经发过一份了" in rig.request.said[-1]


async def test_a_copy_that_could_not_be_sent_does_not_use_up_the_day(rig: Rig) -> None:
    _collect(rig)
    rig.request.refuse("sendDocument", "Bad Request: file is gone")
    await rig.feed(make_said("/mydata"))
    assert "再发一次 /mydata" in rig.request.said[-1]
    rig.request.refusals.clear()
    await rig.feed(make_said("/mydata"))
    assert len(rig.request.of("sendDocument")) == 2


async def test_neither_copy_nor_deletion_is_given_in_a_group(rig: Rig) -> None:
    for command in ("/mydata", "/forget"):
        await rig.feed(make_said(command, chat=make_chat()))
        assert "私聊" in rig.request.said[-1]
    await rig.feed(make_press("forget:yes", chat=make_chat()))
    assert rig.request.of("sendDocument") == []


async def test_forgetting_is_asked_once_more_undone_asked_again_and_done(rig: Rig) -> None:
    await rig.feed(make_said("/checkin"), make_said("/forget"))
    text = rig.request.said[-1]
    assert "积分会作废" in text
    assert "积分流水 1 条，到 2033-11-20（账目须对得上）" in text
    await rig.feed(make_press("forget:no"))
    assert "什么都没有删" in rig.request.said[-1]
    await rig.feed(make_press("forget:yes"))
    assert "11月27日（周五）09:00" in rig.request.said[-1]
    assert rig.request.calls[-1].data == ["forget:undo"]
    await rig.feed(make_said("/forget"))
    assert "之后删除" in rig.request.said[-1]
    await rig.feed(make_press("forget:undo"), make_press("forget:yes"))
    await carry_out_forgets(rig.house, NOW + timedelta(days=7, seconds=-1))
    assert await rig.db.read(members.by_id, 7) is not None
    await carry_out_forgets(rig.house, NOW + timedelta(days=7))
    assert await rig.db.read(members.by_id, 7) is None


async def test_an_owner_is_told_the_way_out(rig: Rig) -> None:
    from tests.factories.updates import make_user

    await rig.feed(make_said("/forget", user=make_user(OWNER_ID, "老板")))
    assert "撤下你的职责" in rig.request.said[-1]


async def test_forged_buttons_do_nothing(rig: Rig) -> None:
    await rig.feed(make_press("forget:everything"), make_press("forget:undo"))
    assert "没有等待执行的删除申请" in rig.request.said[-1]

from collections.abc import Iterator
from typing import Any

import pytest

from bot.knowledge import service
from db.session import Database
from handlers import TABLE
from tests.factories.knowledge import NOW, SECOND, WRITER, make_served, make_staff
from tests.factories.updates import make_chat, make_message, make_press, make_said, make_user
from tests.fixtures.telegram import Call, Rig

BY, OTHER = make_user(WRITER, "运营甲"), make_user(SECOND, "运营乙")
FILE = """- key: reset-password
  question: {zh-Hans: 忘记密码怎么办？}
  answer: {zh-Hans: 请到柜台办理。}
- key: open-account
  question: {zh-Hans: 怎么开户？}
  answer: {zh-Hans: 在官方 App 里开。}
"""


@pytest.fixture
def rig(db: Database) -> Iterator[Rig]:
    db.run_sync(make_staff)
    yield Rig(db, TABLE)


def _document(name: str, size: int) -> dict[str, Any]:
    return {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": size}


async def _send(rig: Rig, text: str, name: str = "faq.yaml", **more: Any) -> Call:
    rig.request.files[name] = text.encode()
    document = _document(name, len(text.encode()))
    given = {"user": BY, "document": document, "caption": "/kb import", **more}
    return (await rig.feed(make_said(**given)))[-1]


async def test_a_file_is_shown_before_it_is_written_and_approved_as_a_whole(rig: Rig) -> None:
    await rig.db.run(make_served)
    preview = await _send(rig, FILE)
    assert "新增 1 条，修改 1 条" in preview.text and "还没有写入" in preview.text
    (data,) = preview.data
    assert len(await rig.db.read(service.served, NOW, None)) == 1
    (written, *_), again = [
        [c.text for c in await rig.feed(make_press(data, user=BY)) if c.text] for _ in range(2)
    ]
    assert "已写入" in written and "已经写入过" in again[0]
    card = (await rig.queued())[-1]
    buttons = [button["data"] for row in card.buttons for button in row]
    assert "导入等待批准" in card.markup and buttons[0] == "kb:all-1"
    told = await rig.feed(make_press("kb:all-1", user=BY))
    assert "另一个人批准" in told[-1].text
    told = await rig.feed(make_press("kb:all-1", user=OTHER))
    assert "批准了 2 条" in told[-1].text
    assert len(await rig.db.read(service.served, NOW, None)) == 2
    assert "没有等待批准的条目" in (await rig.feed(make_press("kb:all-1", user=OTHER)))[-1].text
    assert "没有要写入的" in (await _send(rig, FILE)).text


async def test_what_another_wrote_after_the_preview_is_not_written_over_unseen(rig: Rig) -> None:
    await rig.db.run(make_served)
    (data,) = (await _send(rig, FILE)).data
    rig.clock.advance(minutes=2)
    later = int(NOW.timestamp()) + 60
    edit = "/kb edit reset-password\n答：别人先改了。"
    await rig.feed(make_said(edit, user=OTHER, date=later))
    told = await rig.feed(make_press(data, user=BY))
    assert any("预览以后有人改了 reset-password" in call.text for call in told)
    again = await _send(rig, FILE, date=later + 60)
    assert "1 条正有没批准的修改" in again.text
    assert "已写入" in (await rig.feed(make_press(again.data[0], user=BY)))[-1].text
    some = (await rig.feed(make_press("kb:all-2", user=OTHER)))[-1]
    assert "批准了 1 条" in some.text and some.data == ["kb:list-waiting-0"]


async def test_a_file_that_is_answered_with_the_command_is_taken_as_well(rig: Rig) -> None:
    rig.request.files["faq.yaml"] = FILE.encode()
    sent = make_message(user=BY, document=_document("faq.yaml", len(FILE)))
    calls = await rig.feed(make_said("/kb import", user=BY, reply_to_message=sent))
    assert "新增 2 条" in calls[-1].text


async def test_every_wrong_row_is_named_and_none_is_written(rig: Rig) -> None:
    rows = "".join(f"- key: Bad {number}\n" for number in range(12))
    told = (await _send(rig, FILE + rows)).text
    assert "14 条都没有写入" in told
    assert "第 3 条" in told and "还有" in told and "未列出" in told
    assert await rig.db.read(service.served, NOW, None) == ()


async def test_a_row_that_the_gate_stops_keeps_the_whole_file_out(rig: Rig) -> None:
    told = await _send(rig, FILE.replace("在官方 App 里开。", "这只股票必涨。"))
    assert "合规未通过" in told.text and "第 2 条 open-account" in told.text and not told.data


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (FILE, "faq.pdf", "请发 .xlsx"),
        ("- key: [", "faq.yaml", "不是正确的 YAML"),
        ("PK", "faq.xlsx", "打不开"),
        ("x" * (2 * 1024 * 1024 + 1), "faq.yaml", "最多 2048 KB"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_with_the_reason(
    rig: Rig, text: str, name: str, told: str
) -> None:
    assert told in (await _send(rig, text, name)).text


async def test_a_file_whose_size_was_not_told_is_measured(rig: Rig) -> None:
    rig.request.files["faq.yaml"] = b"x" * (2 * 1024 * 1024 + 1)
    document = {"file_id": "faq.yaml", "file_unique_id": "x", "file_name": "faq.yaml"}
    calls = await rig.feed(make_said(user=BY, document=document, caption="/kb import"))
    assert "最多 2048 KB" in calls[-1].text
    rig.request.refuse("getFile", "Bad Request: file is too big")
    calls = await rig.feed(make_said(user=BY, document=document, caption="/kb import"))
    assert "最多 2048 KB" in calls[-1].text


async def test_a_file_that_telegram_does_not_give_is_asked_for_again(rig: Rig) -> None:
    rig.request.refuse(
        "getFile", "Bad Request: wrong file_id or the file is temporarily unavailable"
    )
    assert "重新发一次" in (await _send(rig, FILE)).text


async def test_without_a_file_it_says_how_one_is_sent(rig: Rig) -> None:
    assert "没有找到文件" in (await rig.feed(make_said("/kb import", user=BY)))[-1].text


async def test_a_caption_under_a_picture_is_no_command(rig: Rig) -> None:
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    chat = make_chat(-1009, "运营群")
    assert await rig.feed(make_said(user=BY, chat=chat, photo=photo, caption="/kb")) == []


@pytest.mark.parametrize("word", ["xlsx", "yaml", ""])
async def test_an_export_sends_a_file(rig: Rig, word: str) -> None:
    rig.request.answers["sendDocument"] = rig.request._message
    await rig.db.run(make_served)
    calls = await rig.feed(make_said(f"/kb export {word}", user=BY))
    (sent,) = [call for call in calls if call.method == "sendDocument"]
    assert "1 条" in sent.text


async def test_an_export_of_an_unknown_kind_is_refused(rig: Rig) -> None:
    assert "看不懂" in (await rig.feed(make_said("/kb export pdf", user=BY)))[-1].text

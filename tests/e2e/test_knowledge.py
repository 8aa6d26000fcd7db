"""The knowledge base over real HTTP: a file goes up, is approved, and comes down the same."""

from bot.knowledge import service
from bot.sandbox import cast
from tests.e2e.conftest import FRIDAY, Stage, open_stage
from tests.e2e.driver import buttons_of, words_of

OPS, WRITER = cast.OPS_GROUP, cast.OPERATOR
FILE = """- key: rehearsal-entry
  tags: [bot]
  source: 一般说明
  question: {zh-Hans: 彩排厅里能做什么？}
  answer: {zh-Hans: 在这里可以试用全部功能。}
""".encode()
BROKEN = (
    FILE
    + b"""- key: Two Words
  tags: [bot]
- key: rehearsal-entry
  tags: [bot]
"""
)


async def test_a_file_with_broken_rows_names_each_and_writes_none(quick_stage: Stage) -> None:
    stage, driver = quick_stage, quick_stage.driver
    before = await stage.books(service.served, FRIDAY, None)
    await driver.start(WRITER)
    driver.mark()
    stage.hall.send_document(WRITER, WRITER, "faq.yaml", BROKEN, caption="/kb import")
    told = await driver.expect_reply(WRITER, containing="3 条都没有写入")
    rows = [line for line in words_of(told).splitlines() if line.startswith("第 ")]
    assert {line.split(" 条")[0] for line in rows} == {"第 2", "第 3"}
    assert buttons_of(told) == []
    assert await stage.books(service.served, FRIDAY, None) == before


async def test_a_file_sent_to_the_bot_is_written_approved_and_exported_the_same(
    sqlite_url: str,
) -> None:
    async with open_stage(sqlite_url) as stage:
        driver, hall = stage.driver, stage.hall
        shipped = {one.key for one in await stage.books(service.served, FRIDAY, None)}
        await driver.start(WRITER)
        await driver.expect_reply(WRITER)
        driver.mark()
        hall.send_document(WRITER, WRITER, "faq.yaml", FILE, caption="/kb import")
        preview = await driver.expect_reply(WRITER, containing="新增 1 条")
        await driver.press(WRITER, preview, "写入 1 条，等另一个人批准")
        card = await driver.expect_reply(OPS, containing="导入等待批准")
        await driver.press(cast.OWNER, card, "全部批准（1 条）")
        await driver.expect_edit(OPS, containing="批准了 1 条")
        served = {one.key for one in await stage.books(service.served, FRIDAY, None)}
        assert served - shipped == {"rehearsal-entry"}
        for kind in ("yaml", "xlsx"):
            await driver.say(WRITER, WRITER, f"/kb export {kind}")
            sent = await driver.expect_reply(WRITER, containing="知识库")
            document = sent["document"]
            stored = hall.files.find(document["file_id"])
            assert document["file_name"].endswith(f".{kind}")
            driver.mark()
            back = hall.send_document(WRITER, WRITER, f"again.{kind}", stored.content)
            await driver.say(WRITER, WRITER, "/kb import", reply_to=back["message_id"])
            again = await driver.expect_reply(WRITER, containing="没有要写入的")
            assert "新增 0 条，修改 0 条" in words_of(again)
        await stage.nothing_set_aside()

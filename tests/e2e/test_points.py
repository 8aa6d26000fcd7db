"""What members see of their points: card, history, board, ladder."""

from datetime import timedelta
from io import BytesIO

from PIL import Image
from sqlmodel import Session

from bot.points.economy import default_economy
from bot.points.movement import Movement
from bot.points.reasons import Reason
from bot.points.service import award
from bot.sandbox import cast
from bot.sandbox.hall import Hall
from tests.e2e import books
from tests.e2e.conftest import FRIDAY, Stage
from tests.e2e.crowd import bring
from tests.e2e.driver import JsonObject, buttons_of, words_of

GROUP = cast.NEWBIE_GROUP
LINES = 6


def endow(session: Session, person: int, amounts: list[int]) -> None:
    """Give somebody points with a past, one movement a minute."""
    for number, amount in enumerate(amounts):
        movement = Movement(
            member_id=person,
            amount=amount,
            reason=Reason.GRANT,
            rule="points-grant",
            rule_version=1,
            actor_id=cast.OPERATOR,
            key=f"endow:{person}:{number}",
            at=FRIDAY + timedelta(minutes=number),
            day=FRIDAY.date(),
            note=f"第 {number} 笔",
        )
        award(session, movement, default_economy())


def picture_of(hall: Hall, message: JsonObject) -> Image.Image:
    """Return the picture that a message carries, read back from the hall's files."""
    largest = max(message["photo"], key=lambda size: int(size["width"]))
    return Image.open(BytesIO(hall.files.find(largest["file_id"]).content))


async def test_me_is_a_short_text_and_a_picture_on_request(stage: Stage) -> None:
    await stage.driver.say(cast.LIN, GROUP, "签到")
    await stage.driver.say(cast.LIN, GROUP, "/me")
    reply = await stage.driver.expect_reply(GROUP, containing="林小满")
    text = reply["text"]
    assert "新手群" in text and "Lv.1" in text and "余额 3" in text
    assert len(text.splitlines()) <= LINES
    query = await stage.driver.press(cast.HE, reply, "看图片版")
    await stage.driver.expect_answer(query, containing="别人")
    await stage.driver.press(cast.LIN, reply, "看图片版")
    card = await stage.driver.expect_reply(GROUP, containing="名片", within=15)
    picture = picture_of(stage.hall, card)
    picture.load()
    assert picture.format == "PNG" and picture.width == 1080
    assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 20, "not a blank sheet"


async def test_a_history_is_turned_by_its_owner_alone(stage: Stage) -> None:
    await stage.bell.db.run(endow, cast.LIN, [1] * 23)
    await stage.driver.say(cast.LIN, cast.LIN, "/points")
    first = await stage.driver.expect_reply(cast.LIN, containing="第 1 / ")
    assert [button["text"] for button in buttons_of(first)] == ["更早 ▶"]
    await stage.driver.press(cast.LIN, first, "更早")
    second = await stage.driver.expect_edit(cast.LIN, containing="第 2 / ")
    assert words_of(second) != words_of(first)
    assert len(buttons_of(second)) == 2
    await stage.driver.press(cast.LIN, second, "更近")
    again = await stage.driver.expect_edit(cast.LIN, containing="第 1 / ")
    assert words_of(again) == words_of(first)
    seen = words_of(first) + words_of(second)
    assert "第 22 笔" in seen and seen.index("第 22 笔") < seen.index("第 12 笔")


async def test_a_forged_press_on_somebody_s_history_shows_nothing_of_it(
    quick_stage: Stage,
) -> None:
    await quick_stage.bell.db.run(endow, cast.LIN, [7] * 12)
    await quick_stage.driver.say(cast.HE, GROUP, "/top")
    board = await quick_stage.driver.expect_reply(GROUP)
    for data in (f"points:{cast.LIN}-2", f"me:{cast.LIN}", f"top:{cast.LIN}-week-hide"):
        query = await quick_stage.driver.press(cast.HE, board, data, forged=True)
        answer = await quick_stage.driver.expect_answer(query, containing="别人")
        assert answer["show_alert"]
    await quick_stage.settle()
    assert quick_stage.driver.replies(GROUP) == quick_stage.driver.replies(cast.HE) == []
    assert (await quick_stage.books(books.member, cast.LIN)).hidden is False


async def test_in_a_group_the_history_goes_to_the_private_chat(quick_stage: Stage) -> None:
    await quick_stage.driver.start(cast.LIN)
    await quick_stage.driver.say(cast.LIN, GROUP, "积分")
    await quick_stage.driver.expect_reply(GROUP, containing="已私聊发给你")
    await quick_stage.driver.expect_reply(cast.LIN, containing="积分明细")


async def test_the_board_shows_my_neighbours_then_the_top_and_no_staff(stage: Stage) -> None:
    people = bring(stage.hall, GROUP, 15)
    for person in people:
        await stage.driver.say(person, GROUP, "早上好")
    await stage.settle()
    for place, person in enumerate(people):
        await stage.bell.db.run(endow, person, [200 - 10 * place])
    await stage.bell.db.run(endow, cast.LIN, [61])
    for staff in (cast.OPERATOR, cast.OWNER):
        await stage.bell.db.run(endow, staff, [999])
    words = await whole_board(stage)
    lines = words.splitlines()
    assert "苏乔" not in words and "方岚" not in words
    mine = next(index for index, line in enumerate(lines) if "林小满" in line)
    assert "← 你" in lines[mine] and lines[mine].startswith("15.")
    assert mine < lines.index("前 10 名") < len(lines) - 1
    await stage.driver.say(cast.LIN, GROUP, "排行")
    short = await stage.driver.expect_reply(GROUP, containing="林小满")
    assert len(short["text"].splitlines()) <= LINES
    await stage.driver.say(cast.OPERATOR, GROUP, "排行榜")
    await stage.driver.expect_reply(GROUP, containing="工作人员不参与排行")


async def whole_board(stage: Stage) -> str:
    """Return the all-time board as 林小满 reads it in private, by way of its tabs."""
    await stage.driver.say(cast.LIN, cast.LIN, "/top")
    board = await stage.driver.expect_reply(cast.LIN)
    await stage.driver.press(cast.LIN, board, "本季")
    await stage.driver.expect_edit(cast.LIN, containing="本季排行")
    await stage.driver.press(cast.LIN, board, "累计")
    return words_of(await stage.driver.expect_edit(cast.LIN, containing="累计排行"))


async def test_who_hides_is_gone_from_the_board_and_comes_back(quick_stage: Stage) -> None:
    stage = quick_stage
    await stage.bell.db.run(endow, cast.LIN, [50])
    await stage.bell.db.run(endow, cast.DANIEL, [40])
    await stage.driver.say(cast.LIN, GROUP, "/top")
    board = await stage.driver.expect_reply(GROUP, containing="林小满")
    query = await stage.driver.press(cast.DANIEL, board, "不在榜单上显示我")
    await stage.driver.expect_answer(query, containing="别人")
    await stage.driver.press(cast.LIN, board, "不在榜单上显示我")
    hidden = await stage.driver.expect_edit(GROUP, containing="你已隐藏")
    assert "林小满" not in hidden["text"], "the whole group reads this"
    await stage.driver.say(cast.LIN, cast.LIN, "/top")
    await stage.driver.expect_reply(cast.LIN, containing="林小满")
    await stage.driver.say(cast.DANIEL, GROUP, "/top")
    without = await stage.driver.expect_reply(GROUP, containing="Daniel")
    assert "林小满" not in without["text"]
    await stage.driver.press(cast.LIN, hidden, "在榜单上显示我")
    await stage.driver.expect_edit(GROUP)
    await stage.driver.say(cast.DANIEL, GROUP, "/top")
    await stage.driver.expect_reply(GROUP, containing="林小满")


async def test_the_ladder_says_where_one_stands_in_each_language(quick_stage: Stage) -> None:
    await quick_stage.bell.db.run(endow, cast.LIN, [120])
    for person, here in ((cast.LIN, "你在这里"), (cast.HE, "你在這裡"), (cast.DANIEL, "you")):
        await quick_stage.driver.say(person, person, "/levels")
        reply = await quick_stage.driver.expect_reply(person, containing=here)
        assert len(reply["text"].splitlines()) == 12
    level = next(line for line in (await ladder_of(quick_stage, cast.LIN)) if "你在这里" in line)
    assert level.startswith("Lv.3")


async def ladder_of(stage: Stage, person: int) -> list[str]:
    """Return the lines of somebody's level table."""
    await stage.driver.say(person, person, "等级")
    return words_of(await stage.driver.expect_reply(person)).splitlines()


async def test_a_level_is_told_in_private_and_never_in_the_group(quick_stage: Stage) -> None:
    stage = quick_stage
    await stage.driver.start(cast.LIN)
    await stage.driver.expect_reply(cast.LIN)
    await stage.bell.db.run(endow, cast.LIN, [29])
    await stage.driver.say(cast.LIN, GROUP, "签到")
    await stage.settle()
    await stage.driver.expect_reply(cast.LIN, containing="升到 Lv.2")
    (answer,) = stage.driver.replies(GROUP)
    assert "升到" not in answer["text"]

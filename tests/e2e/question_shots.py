"""The pictures of questions in docs/: asked, answered, promised, the quiz, an AMA, knowledge."""

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, Page

from bot.clock import ManualClock, RehearsalClock
from bot.demo import Rehearsal, open_rehearsal
from bot.i18n import Language
from bot.sandbox import cast
from db.repositories import members, quiz
from tests.e2e.desk_shots import pair
from tests.e2e.driver import Driver, JsonObject, button_data, buttons_of

AFTERNOON = datetime(2026, 11, 23, 13, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
OPS, ADVANCED, PRIVATE, PLENTY = cast.OPS_GROUP, cast.ADVANCED_GROUP, "私聊", 30
KNOWN = "今天买的股票什么时候能卖？"
ADVICE = "新能源跌了这么多，现在能抄底吗？"
ANSWER = (
    "后市我不作预测。先看两点：再跌两成，仓位受不受得住；这笔钱多久不用。"
    "还想参与，可以分批、设好上限，风险测评在 App「我的」里。"
)
REPLIES = (
    "先找原因：货卖了钱没收回来，还是压了货。对照应收账款和存货两行，连着两年这样就要当心。",
    "中间隔着各项费用、利息和税。差得多，往往是销售费用或利息高，看利润表就知道是哪一项。",
)
ENTRY = "- key: {}\n  tags: [account]\n  question: {{zh-Hans: {}}}\n  answer: {{zh-Hans: {}}}\n"
FILE = ENTRY.format("branch-hours", "营业部几点上班？", "交易日 9:00 到 17:00。")
BROKEN = ENTRY.format("change-card", "哪里换卡？", "").replace("account", "acount") + ENTRY.format(
    "Bad Key", "账单在哪里看？", "在官方 App 里看。"
)


async def take(browser: Browser, docs: Path) -> None:
    """Let an afternoon of questions pass and take its pictures into `docs`."""
    clock = RehearsalClock(ManualClock(AFTERNOON))
    folder = Path(tempfile.mkdtemp(prefix="bellasks"))
    async with open_rehearsal(0, clock, folder) as rehearsal:
        pages = (await browser.new_page(), await browser.new_page())
        scene = Scene(rehearsal, Driver(rehearsal.hall), *pages)
        await scene.open()
        for play in (_questions, _quiz, _knowledge, _ama):
            await play(scene, docs)


@dataclass(slots=True)
class Scene:
    """The hall, who acts in it, the page that shows it, and the sheet for its pictures."""

    rehearsal: Rehearsal
    driver: Driver
    page: Page
    sheet: Page

    async def open(self) -> None:
        """Open the page once the bot is there; let everybody whose screen is shown read 简体."""
        await self.driver.expect_polling()
        db = self.rehearsal.bell.db
        await db.run(members.set_language, cast.HE, Language.SIMPLIFIED)
        await self.page.set_viewport_size({"width": 1060, "height": 2400})
        for page in (self.page, self.sheet):  # the sheet has its fonts from there
            await page.goto(self.rehearsal.page_url)

    async def shot(
        self, person: int, chat: str, message: JsonObject | int, topic: str = ""
    ) -> bytes:
        """Return a message as somebody sees it."""
        name = self.driver.hall.person(person).first_name
        await self.page.locator(".person", has_text=name).click()
        await self.page.locator(".chat", has_text=chat).first.click()
        if topic:
            await self.page.get_by_role("tab", name=topic).click()
        await self.page.wait_for_timeout(900)  # pictures and fonts arrive
        number = message if isinstance(message, int) else message["message_id"]
        return await self.page.locator(f'[data-message="{number}"] .stack').screenshot()


async def _questions(scene: Scene, docs: Path) -> None:
    """A question that the bot answers; one for a person, with the card of it."""
    driver, seen = scene.driver, (cast.HE, "进阶群")
    topics = driver.hall.chat(ADVANCED).topics.values()
    topic = next(one.id for one in topics if one.name == "提问")
    known = await driver.say(cast.HE, ADVANCED, KNOWN, topic=topic)
    told = await driver.expect_reply(ADVANCED, containing="T+1")
    left = [await scene.shot(*seen, one, "提问") for one in (known, told)]
    await driver.press(cast.HE, told, button_data(told, "解决了"))
    asked = await driver.say(cast.HE, ADVANCED, ADVICE, topic=topic)
    promised = await driver.expect_reply(ADVANCED, containing="14:30")
    right = [await scene.shot(*seen, one, "提问") for one in (asked, promised)]
    await pair(
        scene.sheet, {"查得到：马上答": left, "要人答：说好几点": right}, docs / "questions.png"
    )
    card = await driver.expect_reply(OPS, containing=ADVICE)
    waiting = await scene.shot(cast.EXPERT, "运营群", card)
    await driver.press(cast.EXPERT, card, button_data(card, "接手"))
    await driver.expect_edit(OPS, containing="已接手")
    await driver.say(cast.EXPERT, OPS, ANSWER, reply_to=card["message_id"])
    answered = await driver.expect_reply(ADVANCED, containing="周正")
    done = await driver.expect_edit(OPS, containing="已回答")
    columns = {
        "运营群 · 等人接手": [waiting],
        "运营群 · 已接手、答完": [await scene.shot(cast.EXPERT, "运营群", done)],
        "进阶群 · 提问人看到的": [await scene.shot(*seen, answered, "提问")],
    }
    await pair(scene.sheet, columns, docs / "expert-desk.png")


async def _quiz(scene: Scene, docs: Path) -> None:
    """A question of the first level, its explanation, and the card of the level."""
    driver, me = scene.driver, cast.LIN
    await driver.start(me)
    await driver.say(me, me, "闯关")
    home = await driver.expect_reply(me, containing="投资知识闯关")
    await driver.press(me, home, "quiz:climb:1")
    shots: list[bytes] = []
    for place in range(1, 11):
        item = await driver.expect_edit(me, containing=f"第 {place}/10 题")
        if place == 2:
            shots.append(await scene.shot(me, PRIVATE, item))
        await driver.press(me, item, await _right(scene.rehearsal, item))
        told = await driver.expect_edit(me, containing="答对了")
        if place == 2:
            shots.append(await scene.shot(me, PRIVATE, told))
        if place < 10:
            await driver.press(me, told, str(buttons_of(told)[0]["callback_data"]))
    card = await driver.expect_reply(me, containing="过了第 1 关")
    columns = {
        "一题": shots[:1],
        "答完马上看讲解": shots[1:],
        "过关": [await scene.shot(me, PRIVATE, card)],
    }
    await pair(scene.sheet, columns, docs / "quiz.png")


async def _right(rehearsal: Rehearsal, item: JsonObject) -> str:
    def put(session: Any) -> Any:
        found = quiz.open_round(session, cast.LIN)
        return quiz.answers_of(session, found.id)[-1] if found else None

    asked = await rehearsal.bell.db.read(put)
    bank = {one.id: one for one in rehearsal.bell.house.quiz_items}
    place = asked.shuffle.index(str(bank[asked.item_id].correct))
    return str(buttons_of(item)[place]["callback_data"])


async def _knowledge(scene: Scene, docs: Path) -> None:
    """How the knowledge base stands; a file with mistakes, and one that can be written."""
    driver, me = scene.driver, cast.OPERATOR
    await driver.start(me)
    await driver.say(me, me, "/kb")
    stands = await driver.expect_reply(me, containing="知识库")
    replies = []
    for text, told in ((FILE + BROKEN, "没有写入"), (FILE, "新增 1 条")):
        driver.mark()
        driver.hall.send_document(me, me, "faq.yaml", text.encode(), caption="/kb import")
        replies.append(await driver.expect_reply(me, containing=told))
    columns = {
        "/kb": [await scene.shot(me, PRIVATE, stands)],
        "/kb import": [await scene.shot(me, PRIVATE, one) for one in replies],
    }
    await pair(scene.sheet, columns, docs / "knowledge.png")


async def _ama(scene: Scene, docs: Path) -> None:
    """The call, the questions with their votes, an answer given live, the digest."""
    driver, hall = scene.driver, scene.driver.hall
    group, seen = cast.NEWBIE_GROUP, (cast.LIN, "新手群")
    call = next(
        post.message
        for post in hall.chat(group).posts.values()
        if "开始征集问题" in post.message.get("text", "")
    )
    collected = [await scene.shot(*seen, call)]
    await driver.start(cast.LIN, "ama-1")
    listed = await driver.expect_reply(cast.LIN, containing="每人一票")
    await driver.press(cast.LIN, listed, button_data(listed, "投 1"))
    voted = await driver.expect_edit(cast.LIN, containing="你的一票")
    collected.append(await scene.shot(cast.LIN, PRIVATE, voted))
    driver.mark()
    hall.fast_forward("2026-11-23T20:00:30+08:00")
    answers = []
    for text in REPLIES:
        card = await driver.expect_reply(OPS, containing="回复这条消息就是回答", within=PLENTY)
        await driver.say(cast.EXPERT, OPS, text, reply_to=card["message_id"])
        answers.append(await driver.expect_reply(group, containing=text[:8], within=PLENTY))
    live = [await scene.shot(*seen, one) for one in answers]
    driver.mark()
    for moment in ("21:00:30", "21:01:30"):
        hall.fast_forward(f"2026-11-23T{moment}+08:00")
    digest = await driver.expect_reply(group, containing="结束，", within=PLENTY)
    columns = {
        "征集、投票": collected,
        "现场": live,
        "小结": [await scene.shot(*seen, digest)],
    }
    await pair(scene.sheet, columns, docs / "ama.png")

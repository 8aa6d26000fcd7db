"""A tiny bot for the page tests: it answers 签到 with a question and 图 with a picture."""

import asyncio
from io import BytesIO

from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
    Update,
)
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.sandbox.cast import BOT_TOKEN
from bot.sandbox.server import HallServer

QUESTION = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("股价 ÷ 每股盈利", callback_data="quiz:right")],
        [InlineKeyboardButton("股价 × 股数", callback_data="quiz:wrong")],
    ]
)


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (1080, 600), "#0b6b62").save(out, "PNG")
    return out.getvalue()


class EchoBot:
    """Polls the hall until it is cancelled."""

    def __init__(self, server: HallServer) -> None:
        def request() -> HTTPXRequest:
            return HTTPXRequest(httpx_kwargs={"trust_env": False, "verify": False})

        self.bot = Bot(
            BOT_TOKEN,
            base_url=server.base_url,
            request=request(),
            get_updates_request=request(),
        )

    async def run(self) -> None:
        async with self.bot:
            await self.bot.set_my_commands(
                [BotCommand("checkin", "签到"), BotCommand("points", "积分明细")]
            )
            offset = 0
            while True:
                try:
                    updates = await self.bot.get_updates(offset=offset, timeout=20)
                except NetworkError:
                    await asyncio.sleep(0.05)
                    continue
                for update in updates:
                    offset = update.update_id + 1
                    await self.handle(update)

    async def handle(self, update: Update) -> None:
        if update.callback_query is not None:
            await self.answer(update.callback_query)
        elif update.message is not None and update.message.text:
            await self.reply(update.message, update.message.text)

    async def reply(self, message: Message, text: str) -> None:
        if "签到" in text:
            await message.reply_html(
                "<b>签到成功</b> · 连续第 12 个交易日\n积分 +3，答对今日一题再得 +5",
                reply_markup=QUESTION,
                reply_parameters=ReplyParameters(message.message_id),
            )
        elif "图" in text:
            await message.reply_photo(picture(), caption="晨报 <b>模拟行情</b>", parse_mode="HTML")
        elif text.startswith("/start"):
            await message.reply_text("你好，我在。")

    async def answer(self, query: CallbackQuery) -> None:
        right = query.data == "quiz:right"
        await query.answer("答对了，积分 +5" if right else "再想想", show_alert=not right)
        if right:
            await query.edit_message_text("签到成功，今日一题答对了")

"""The yardstick: a bare bot of the same library, stock transport and all, that echoes."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.effective_message is not None:
        await update.effective_message.reply_text(update.effective_message.text or "")


def main() -> None:
    builder = Application.builder().token(os.environ["BOT_TOKEN"])
    application = (
        builder.base_url(os.environ["TELEGRAM_API_BASE"])
        .concurrent_updates(True)
        .connection_pool_size(256)
        .pool_timeout(60)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()

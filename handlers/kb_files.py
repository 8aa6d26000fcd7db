"""`/kb import` and `/kb export`: entries as a file."""

import asyncio

from telegram import Document

from bot.buttons import Button
from bot.i18n import Say
from bot.knowledge import importing
from bot.knowledge.errors import KnowledgeFileMissingError, KnowledgeUsageError
from bot.knowledge.files import MOST_BYTES, FileKind, kind_of, read_file, write_file
from bot.knowledge.rows import checked
from bot.telegram.api import FileTooLargeError
from bot.telegram.turn import Turn
from handlers.common import deed_of, replied_message, show

MOST_MISTAKES = 15
KINDS = {
    **dict.fromkeys(("", "xlsx", "excel"), FileKind.EXCEL),
    **dict.fromkeys(("yaml", "yml"), FileKind.YAML),
}


async def import_(turn: Turn, _rest: str) -> None:
    """Read the file of this message or of the one it answers, and show what it would change."""
    document = _document(turn)
    name = document.file_name or ""
    kind_of(name)
    if (document.file_size or 0) > MOST_BYTES:
        raise FileTooLargeError(most=MOST_BYTES // 1024)
    await turn.notice()
    content = await turn.house.speaker.fetch(document.file_id, MOST_BYTES)
    raw = await asyncio.to_thread(read_file, name, content)
    rows, mistakes = checked(raw)
    desk, deed = turn.house.knowledge_desk, deed_of(turn)
    compared = await turn.ask(importing.compare, rows, desk, deed) if not mistakes else None
    wrong = mistakes if compared is None else compared.mistakes
    if wrong:
        head = Say("kb-import-wrong", rows=len(raw), count=len(wrong))
        await turn.reply(head, *importing.mistakes_lines(wrong, MOST_MISTAKES))
    elif compared is not None:
        await _preview(turn, compared, name)


async def write(turn: Turn, number: int, _more: str) -> None:
    """Write the file whose preview was shown."""
    desk, deed = turn.house.knowledge_desk, deed_of(turn)
    done = await turn.act(importing.write, number, desk, deed)
    if done.again:
        await show(turn, Say("kb-import-again"))
    else:
        await show(turn, Say("kb-import-written", new=done.new, changed=done.changed))


async def export(turn: Turn, rest: str) -> None:
    """Send every entry as a file that `/kb import` takes."""
    kind = KINDS.get(rest.casefold())
    if kind is None:
        raise KnowledgeUsageError(received=rest[:40])
    entries = await turn.ask(importing.exported, turn.clock.now())
    content = await asyncio.to_thread(write_file, kind, entries)
    day = turn.house.community.day_of(turn.clock.now())
    caption = turn.words.say(turn.language, Say("kb-exported", count=len(entries)))
    name = f"knowledge-{day}.{kind.value}"
    await turn.house.speaker.document(turn.here.id, content, name, caption)


async def _preview(turn: Turn, compared: importing.Comparison, name: str) -> None:
    new, changed = len(compared.new), len(compared.changed)
    lines = [
        Say("kb-import-head", name=name[-60:]),
        Say("kb-import-counts", new=new, changed=changed, unchanged=compared.unchanged),
    ]
    if compared.retired:
        lines.append(Say("kb-import-retired", count=compared.retired))
    if compared.over:
        lines.append(Say("kb-import-over", count=compared.over))
    if not new and not changed:
        await turn.reply(*lines, Say("kb-import-nothing"))
        return
    kept = await turn.act(importing.keep, compared, name, deed_of(turn))
    button = Button(Say("button-kb-write", count=new + changed), f"kb:write-{kept.id}")
    await turn.reply(*lines, buttons=((button,),))


def _document(turn: Turn) -> Document:
    replied = replied_message(turn)
    document = turn.message.document if turn.message else None
    document = document or (replied.document if replied else None)
    if document is None:
        raise KnowledgeFileMissingError
    return document

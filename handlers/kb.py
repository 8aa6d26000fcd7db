"""`/kb`: what is answered: lists, search, approving, retiring, what is over."""

from collections.abc import Awaitable, Callable

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.knowledge import editing, importing, overview, telling
from bot.knowledge.errors import KnowledgeOwnError, KnowledgeProblemsError, KnowledgeUsageError
from bot.knowledge.states import Status
from bot.members.roles import Right, Role
from bot.members.tiers import Binding
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from db.models.knowledge import KnowledgeEntry
from handlers import kb_files, kb_form
from handlers.common import deed_of, require, show

MOST_FOUND = 8
MOST_NUMBER_DIGITS = 9


async def kb(turn: Turn, arguments: str) -> None:
    """Do what the first word says; without one, show how the knowledge base stands."""
    await _among_staff(turn)
    word, _, rest = arguments.strip().replace("\n", " \n", 1).partition(" ")
    verb = VERBS.get(word.casefold())
    if verb is None:
        raise KnowledgeUsageError(received=word[:40])
    if verb in OF_A_KEY and not rest.strip():
        raise KnowledgeUsageError(received=word)
    await verb(turn, rest.strip())


async def press(turn: Turn, rest: str) -> None:
    """Do what a button says: `<action>[-<number>[-<rest>]]`."""
    await turn.notice()
    await require(turn, Right.EDIT_KNOWLEDGE, "kb")
    await _among_staff(turn)
    action, _, tail = rest.partition("-")
    number, _, more = tail.partition("-")
    usable = number.isascii() and number.isdigit() and len(number) <= MOST_NUMBER_DIGITS
    if action == "home":
        await _home(turn, "")
    elif action == "list":
        await _list(turn, number, more)
    elif action in PRESSES and usable:
        await PRESSES[action](turn, int(number), more)
    else:
        await turn.answer(Say("button-gone"))


async def _home(turn: Turn, _rest: str) -> None:
    counts = await turn.ask(overview.counts, turn.clock.now())
    await show(turn, *telling.counts_lines(counts), buttons=telling.counts_buttons(counts))


async def _list(turn: Turn, status: str, page: str) -> None:
    known = status in set(Status) and page.isascii() and page.isdigit() and len(page) < 5
    if not known:
        await turn.answer(Say("button-gone"))
        return
    await _show_list(turn, Status(status), int(page))


async def _show_list(turn: Turn, status: Status, page: int = 0) -> None:
    found = await turn.ask(overview.standing, status, turn.clock.now())
    page = min(page, max(0, (len(found) - 1) // telling.PAGE))
    lines = telling.list_lines(status, found, page)
    await show(turn, *lines, buttons=telling.list_buttons(status, found, page))


async def _waiting(turn: Turn, _rest: str) -> None:
    await _show_list(turn, Status.WAITING)


async def _expired(turn: Turn, _rest: str) -> None:
    await _show_list(turn, Status.EXPIRED)


async def _search(turn: Turn, words: str) -> None:
    if not words:
        raise KnowledgeUsageError(received="search")
    found, count = await turn.ask(overview.search, words[:80], turn.clock.now(), MOST_FOUND)
    if not found:
        await turn.reply(Say("kb-search-none", words=words[:40]))
        return
    lines = [Say("kb-search-head", words=words[:40], count=count), *map(telling.line_of, found)]
    await turn.reply(*lines, buttons=telling.entry_buttons(found))


async def _show(turn: Turn, key: str) -> None:
    found = await turn.ask(overview.look_up, key, turn.clock.now())
    await _show_card(turn, found.entry.id, "")


async def _show_card(turn: Turn, number: int, _more: str) -> None:
    found = await turn.ask(overview.by_id, number, turn.clock.now())
    if found is None:
        await turn.answer(Say("button-gone"))
        return
    names = await turn.ask(overview.names_of, found)
    await show(turn, *telling.card_lines(found, names), buttons=telling.card_buttons(found))


async def _history(turn: Turn, key: str) -> None:
    versions, names = await turn.ask(overview.history, key)
    await turn.reply(*telling.history_lines(key, versions, names))


async def _show_history(turn: Turn, number: int, _more: str) -> None:
    found = await turn.ask(overview.by_id, number, turn.clock.now())
    if found is None:
        await turn.answer(Say("button-gone"))
        return
    await turn.answer()
    await _history(turn, found.entry.key)


async def _retire(turn: Turn, key: str) -> None:
    found = await turn.ask(overview.look_up, key, turn.clock.now())
    await _ask_retire(turn, found.entry.id, "")


async def _ask_retire(turn: Turn, number: int, _more: str) -> None:
    """Name the consequence and ask once more."""
    found = await turn.ask(overview.by_id, number, turn.clock.now())
    if found is None:
        await turn.answer(Say("button-gone"))
        return
    yes = Button(Say("button-kb-retire-sure"), f"kb:gone-{number}")
    no = Button(Say("button-kb-card"), f"kb:show-{number}")
    title = telling.short(found.content.title)
    say = Say("kb-retire-sure", key=found.entry.key, title=title)
    await show(turn, say, buttons=((yes,), (no,)))


async def _retired(turn: Turn, number: int, _more: str) -> None:
    entry = await turn.act(editing.retire, number, deed_of(turn))
    undo = Button(Say("button-kb-undo"), f"kb:restore-{number}")
    await show(turn, Say("kb-retired", key=entry.key), buttons=((undo,),))


async def _restore(turn: Turn, key: str) -> None:
    found = await turn.ask(overview.look_up, key, turn.clock.now())
    await _restored(turn, found.entry.id, "")


async def _restored(turn: Turn, number: int, _more: str) -> None:
    try:
        desk, deed = turn.house.knowledge_desk, deed_of(turn)
        entry = await turn.act(editing.restore, number, desk, deed)
    except KnowledgeProblemsError as error:
        await kb_form.tell_problems(turn, error)
        return
    await _done(turn, "kb-restored", entry)


async def _approve(turn: Turn, number: int, more: str, *, confirmed: bool = False) -> None:
    await require(turn, Right.APPROVE_KNOWLEDGE, "kb")
    desk, deed = turn.house.knowledge_desk, deed_of(turn)
    try:
        entry = await turn.act(
            editing.approve, number, _version(more), desk, deed, confirmed=confirmed
        )
    except KnowledgeOwnError:
        await _own(turn, f"kb:own-{number}-{_version(more)}")
    except KnowledgeProblemsError as error:
        await kb_form.tell_problems(turn, error)
    else:
        await _done(turn, "kb-approved", entry)


async def _approve_own(turn: Turn, number: int, more: str) -> None:
    await _approve(turn, number, more, confirmed=True)


async def _approve_all(turn: Turn, number: int, _more: str, *, confirmed: bool = False) -> None:
    await require(turn, Right.APPROVE_KNOWLEDGE, "kb")
    desk, deed = turn.house.knowledge_desk, deed_of(turn)
    try:
        sound = await turn.ask(importing.sound, number, desk, deed.now)
        done = await turn.act(importing.approve_all, number, sound, desk, deed, confirmed=confirmed)
    except KnowledgeOwnError:
        await _own(turn, f"kb:ownall-{number}")
        return
    await show(turn, *_approved_lines(turn, done), buttons=_waiting_of(done))


def _approved_lines(turn: Turn, done: importing.Approved) -> tuple[Say, ...]:
    if not done.count and not done.refused:
        return (Say("kb-approved-none"),)
    told = Say("kb-approved-all", count=done.count, who=turn.me.first_name)
    if not done.refused:
        return (told,)
    keys = " ".join(done.refused[:MOST_FOUND])
    some = Say("kb-refused-some", count=len(done.refused), keys=keys)
    return (told, some) if done.count else (some,)


def _waiting_of(done: importing.Approved) -> Rows:
    waiting = Button(Say("button-kb-list-waiting"), f"kb:list-{Status.WAITING}-0")
    return ((waiting,),) if done.refused else ()


async def _approve_all_own(turn: Turn, number: int, more: str) -> None:
    await _approve_all(turn, number, more, confirmed=True)


async def _own(turn: Turn, data: str) -> None:
    """Refuse whoever wrote it; an owner may say once more that it shall be so."""
    if Role.OWNER not in await turn.roles():
        await turn.answer(Say("kb-own"), alert=True)
        return
    await turn.answer()
    await turn.reply(Say("kb-own-sure"), buttons=((Button(Say("button-kb-own"), data),),))


async def _drop(turn: Turn, number: int, more: str) -> None:
    entry = await turn.act(editing.drop, number, _version(more), deed_of(turn))
    await _done(turn, "kb-dropped", entry)


async def _renew(turn: Turn, number: int, more: str) -> None:
    await require(turn, Right.APPROVE_KNOWLEDGE, "kb")
    try:
        desk, deed = turn.house.knowledge_desk, deed_of(turn)
        entry = await turn.act(editing.renew, number, _version(more), desk, deed)
    except KnowledgeProblemsError as error:
        await kb_form.tell_problems(turn, error)
        return
    await _done(turn, "kb-renewed", entry)


async def _done(turn: Turn, message: str, entry: KnowledgeEntry) -> None:
    look = Button(Say("button-kb-card"), f"kb:show-{entry.id}")
    say = Say(message, key=entry.key, who=turn.me.first_name, until=_until(turn, entry))
    await show(turn, say, buttons=((look,),))


def _until(turn: Turn, entry: KnowledgeEntry) -> str:
    if entry.expires_at is None:
        return "—"
    return str(turn.house.knowledge_desk.last_day(entry.expires_at))


def _version(text: str) -> int:
    usable = text.isascii() and text.isdigit() and len(text) <= MOST_NUMBER_DIGITS
    return int(text) if usable else -1


async def _among_staff(turn: Turn) -> None:
    """Keep the house's business out of members' groups."""
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="kb", place="private")


_WORDS: dict[Callable[[Turn, str], Awaitable[None]], tuple[str, ...]] = {
    _home: ("", "list", "列表"),
    _search: ("search", "find", "搜", "搜索", "找", "搜尋"),
    _show: ("show", "看", "查看"),
    kb_form.add: ("add", "new", "新增", "加"),
    kb_form.edit: ("edit", "改", "修改"),
    _retire: ("retire", "停用"),
    _restore: ("restore", "恢复", "恢復"),
    _history: ("history", "历史", "歷史"),
    _waiting: ("waiting", "待审", "待審"),
    _expired: ("expired", "到期", "过期", "過期"),
    kb_files.import_: ("import", "导入", "匯入", "導入"),
    kb_files.export: ("export", "导出", "匯出", "導出"),
}
OF_A_KEY = frozenset({_show, _retire, _restore, _history})
VERBS = {word: verb for verb, words in _WORDS.items() for word in words}
PRESSES: dict[str, Callable[[Turn, int, str], Awaitable[None]]] = {
    "show": _show_card,
    "history": _show_history,
    "edit": kb_form.open_form,
    "form": kb_form.back_to_form,
    "field": kb_form.open_field,
    "set": kb_form.choose,
    "submit": kb_form.submit,
    "ok": _approve,
    "own": _approve_own,
    "all": _approve_all,
    "ownall": _approve_all_own,
    "drop": _drop,
    "renew": _renew,
    "retire": _ask_retire,
    "gone": _retired,
    "restore": _restored,
    "write": kb_files.write,
}

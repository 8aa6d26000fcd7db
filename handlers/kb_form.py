"""The form of `/kb add` and `/kb edit`: lines in one message, or fields one by one."""

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.knowledge import checks, editing, form, overview, telling, typed
from bot.knowledge.errors import KnowledgeProblemsError, KnowledgeUsageError
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.telegram.turn import Turn
from handlers.common import deed_of, require, show

MOST_ROW = 3


async def add(turn: Turn, text: str) -> None:
    """Make an entry of labelled lines; without any, ask for the question in private."""
    if text:
        entry = await turn.act(editing.add, typed.read_lines(text), deed_of(turn))
        await show_form(turn, entry.id)
    elif turn.private:
        await turn.act(form.await_question, deed_of(turn))
        await turn.reply(Say("kb-ask-new-question"))
    else:
        await turn.reply(Say("kb-add-in-private"))


async def edit(turn: Turn, text: str) -> None:
    """Open an entry's form, or take labelled lines for it."""
    key, _, lines = text.replace("\n", " \n", 1).partition(" ")
    if not key:
        raise KnowledgeUsageError(received="edit")
    found = await turn.ask(overview.look_up, key, turn.clock.now())
    if lines.strip():
        written = typed.read_lines(lines)
        await turn.act(editing.change, found.entry.id, written, deed_of(turn))
    await show_form(turn, found.entry.id)


async def answered(turn: Turn, asked: Asked) -> None:
    """Take a typed field; what cannot be read is named and asked again."""
    await require(turn, Right.EDIT_KNOWLEDGE, "kb")
    number, name = int(asked.about["entry"]), str(asked.about["field"])
    deed = deed_of(turn)
    if number:
        await turn.act(form.type_in, number, name, turn.text, deed)
        await show_form(turn, number)
    elif "question" in asked.about:
        question = str(asked.about["question"])
        entry = await turn.act(form.add, question, turn.text, deed)
        await show_form(turn, entry.id)
    else:
        question = await turn.act(form.await_new_answer, turn.text, deed)
        await turn.reply(Say("kb-ask-new-answer", question=question))


async def open_form(turn: Turn, number: int, _more: str) -> None:
    """Show the form under the card, which keeps its buttons."""
    await turn.answer()
    await show_form(turn, number, anew=True)


async def open_field(turn: Turn, number: int, name: str) -> None:
    """Ask for one field, by buttons where it has usual values, else by a private message."""
    if name not in form.NAMES:
        await turn.answer(Say("button-gone"))
        return
    await turn.act(form.await_field, number, name, deed_of(turn))
    choices = form.CHOICES.get(name, ())
    if not turn.private and not choices:
        await turn.answer(Say("kb-type-in-private"), alert=True)
        return
    found = await turn.ask(overview.by_id, number, turn.clock.now())
    if found is None:
        await turn.answer(Say("button-gone"))
        return
    field, _, _ = name.partition(".")
    ask = Say(f"kb-ask-{field.replace('_', '-')}", label=telling.field_name(name))
    held = Say("kb-held", value=telling.value_of(found.content, name))
    await show(turn, ask, held, buttons=_choice_buttons(number, name, choices))


async def choose(turn: Turn, number: int, more: str) -> None:
    """Take the value that a button stands for."""
    name, _, value = more.partition("-")
    try:
        await turn.act(form.choose, number, name, value, deed_of(turn))
    except ValueError:
        await turn.answer(Say("button-gone"))
        return
    await (open_field(turn, number, name) if name == "tags" else show_form(turn, number))


async def submit(turn: Turn, number: int, more: str) -> None:
    """Put a draft before the approvers."""
    version = int(more) if more.isascii() and more.isdigit() and len(more) < 9 else -1
    desk, deed = turn.house.knowledge_desk, deed_of(turn)
    try:
        entry = await turn.act(editing.submit, number, version, desk, deed)
    except KnowledgeProblemsError as error:
        await tell_problems(turn, error)
        return
    await show(turn, Say("kb-submitted", key=entry.key))


async def tell_problems(turn: Turn, error: KnowledgeProblemsError) -> None:
    """Say why an entry cannot be served as it is."""
    await turn.answer()
    await turn.reply(Say(f"error-{error.code}", **error.fields))


async def show_form(turn: Turn, number: int, *, anew: bool = False) -> None:
    """Show every field with its value, and what has to change."""
    now, desk = turn.clock.now(), turn.house.knowledge_desk
    found = await turn.ask(overview.by_id, number, now)
    if found is None:
        await turn.answer(Say("button-gone"))
        return
    problems = checks.problems(found.content, desk.gate, desk.today(now))
    lines, buttons = telling.form_lines(found, problems), telling.form_buttons(found)
    if anew:
        await turn.reply(*lines, buttons=buttons)
    else:
        await show(turn, *lines, buttons=buttons)


def _choice_buttons(number: int, name: str, choices: tuple[str, ...]) -> Rows:
    buttons = [
        Button(_choice_name(name, value), f"kb:set-{number}-{name}-{value}") for value in choices
    ]
    rows = tuple(tuple(buttons[at : at + MOST_ROW]) for at in range(0, len(buttons), MOST_ROW))
    return (*rows, (Button(Say("button-kb-form"), f"kb:edit-{number}"),))


def _choice_name(name: str, value: str) -> Say:
    if name == "review_by":
        return Say("kb-days-on", days=int(value))
    return Say(f"kb-tag-{value}" if name == "tags" else f"kb-tier-{value}")

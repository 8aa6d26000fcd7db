"""How an item looks to operators: wording with the right option, figures, what can be done."""

from bot.buttons import Button, Rows
from bot.i18n import Language, Say
from bot.quiz.editing import Draft, Shown
from bot.quiz.item import LEVELS, Item
from bot.quiz.review import fault_words
from bot.quiz.telling import source_lines

LETTERS = "ABCD"
ON_A_PAGE = 12


def item_lines(shown: Shown, language: Language) -> tuple[Say, ...]:
    """Say an item with its figures."""
    item, figures = shown.item, shown.figures
    head = Say(
        "quizitem-head",
        item=item.id,
        level=item.level,
        version=item.version,
        state=Say("quizitem-retired" if shown.retired else "quizitem-in-use"),
    )
    if not figures.answers:
        return (head, *wording_lines(item, language), Say("quizitem-no-figures"))
    told = Say(
        "quizitem-figures",
        answers=figures.answers,
        share=figures.share_right,
        discrimination="–" if figures.discrimination is None else f"{figures.discrimination / 100}",
    )
    picks = " · ".join(
        f"{letter} {count}" for letter, count in zip(LETTERS, figures.picks, strict=True)
    )
    return (
        head,
        *wording_lines(item, language),
        told,
        Say("quizitem-picks", picks=picks, silent=figures.silent),
        Say("quizitem-verdict", faults=fault_words(shown.faults)),
    )


def wording_lines(item: Item, language: Language) -> tuple[Say, ...]:
    """Say an item's question, options in the bank's order and explanation."""
    wording = item.in_language(language)
    options = tuple(
        Say(
            "quizitem-option-right" if place == item.correct else "quizitem-option",
            letter=LETTERS[place],
            text=option,
        )
        for place, option in enumerate(wording.options)
    )
    explanation = Say("quizitem-explanation", text=wording.explanation)
    return (
        Say("quiz-prompt", text=wording.prompt),
        *options,
        explanation,
        *source_lines(item, language),
    )


def item_buttons(shown: Shown) -> Rows:
    """Return what can be done with an item."""
    item_id = shown.item.id
    turn = "restore" if shown.retired else "retire"
    rows: Rows = (
        (
            Button(Say("button-quizitem-fix"), f"quizitem:fix:{item_id}"),
            Button(Say(f"button-quizitem-{turn}"), f"quizitem:{turn}:{item_id}"),
        ),
    )
    if shown.last_edit is None:
        return rows
    return (*rows, (Button(Say("button-quizitem-undo"), f"quizitem:undo:{shown.last_edit}"),))


def draft_lines(draft: Draft) -> tuple[Say, ...]:
    """Say what a fix would make of an item."""
    new = [language for language in Language if language in draft.after.wordings]
    changed = [one for one in new if draft.after.wordings[one] != draft.before.wordings.get(one)]
    language = changed[0] if changed else Language.SIMPLIFIED
    lost = Language.ENGLISH in draft.before.wordings and Language.ENGLISH not in new
    return (
        Say("quizitem-draft", item=draft.after.id),
        *wording_lines(draft.after, language),
        *((Say("quizitem-draft-drops-english"),) if lost else ()),
    )


def draft_buttons(draft: Draft) -> Rows:
    """Return how a fix is saved or left."""
    save = Button(Say("button-quizitem-save"), f"quizitem:save:{draft.after.id}:{draft.mark}")
    leave = Button(Say("button-quizitem-leave"), f"quizitem:leave:{draft.after.id}")
    return ((save, leave),)


def list_lines(items: list[tuple[Item, bool]], level: int, page: int) -> tuple[Say, ...]:
    """Say one page of a level's items."""
    head = Say("quizitem-list", level=level, count=len(items))
    shown = items[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    rows = (
        Say(
            "quizitem-row-retired" if retired else "quizitem-row",
            item=item.id,
            text=item.in_language(Language.SIMPLIFIED).prompt,
        )
        for item, retired in shown
    )
    return (head, *rows, Say("quizitem-how"))


def list_buttons(count: int, level: int, page: int) -> Rows:
    """Return the way to other levels and pages."""
    levels = tuple(
        Button(Say("button-quiz-again", level=other), f"quizitem:list:{other}-0")
        for other in range(1, LEVELS + 1)
        if other != level
    )
    pages = []
    if page:
        pages.append(Button(Say("button-quizitem-back"), f"quizitem:list:{level}-{page - 1}"))
    if (page + 1) * ON_A_PAGE < count:
        pages.append(Button(Say("button-quizitem-more"), f"quizitem:list:{level}-{page + 1}"))
    return (levels, tuple(pages)) if pages else (levels,)

"""What the lists, the card, the form and the history of the knowledge base say."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce

from bot.buttons import Button, Rows
from bot.i18n import Language, Say
from bot.knowledge.content import Content
from bot.knowledge.overview import Found
from bot.knowledge.states import PENDING, Change, Status, VersionState
from bot.members.names import LANGUAGE_NAMES
from db.models.knowledge import KnowledgeVersion

PAGE = 8
MOST_HISTORY = 20
LONGEST_TITLE = 40
LISTED = (Status.WAITING, Status.EXPIRED, Status.DRAFT, Status.SERVED, Status.RETIRED)
WHOLE = frozenset({Change.SHIPPED, Change.RENEWED, Change.RETIRED, Change.RESTORED})
"""Changes that nobody else had to approve: who made them says it all."""
FORM = (
    ("question.zh-Hans", "answer.zh-Hans"),
    ("phrasings.zh-Hans", "tags", "tier"),
    ("source", "as_of", "review_by"),
    ("question.en", "answer.en", "phrasings.en"),
)
"""The fields of the form, in the rows of its buttons; `.` stands before the language."""


def counts_lines(counts: Mapping[Status, int]) -> tuple[Say, ...]:
    """Say how many entries stand how."""
    each = [Say("kb-count", status=status_name(one), count=counts.get(one, 0)) for one in LISTED]
    line = reduce(lambda one, two: Say("kb-counts", first=one, second=two), each)
    return Say("kb-head"), line, Say("kb-how")


def counts_buttons(counts: Mapping[Status, int]) -> Rows:
    """Return a button for every list that has something in it."""
    buttons = [
        Button(Say("kb-count-button", status=status_name(one), count=counts[one]), _list(one, 0))
        for one in LISTED
        if counts.get(one)
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def list_lines(status: Status, found: Sequence[Found], page: int) -> tuple[Say, ...]:
    """Say a page of the entries that stand so."""
    head = Say("kb-list-head", status=status_name(status), count=len(found))
    lines = [
        Say("kb-list-line", key=one.entry.key, title=short(one.content.title))
        for one in _page(found, page)
    ]
    return head, *lines


def list_buttons(status: Status, found: Sequence[Found], page: int) -> Rows:
    """Return a button for each entry of a page, and the ways on and back."""
    rows = entry_buttons(_page(found, page))
    turn = []
    if page > 0:
        turn.append(Button(Say("button-kb-before"), _list(status, page - 1)))
    if (page + 1) * PAGE < len(found):
        turn.append(Button(Say("button-kb-next"), _list(status, page + 1)))
    home = (Button(Say("button-kb-home"), "kb:home"),)
    return (*rows, tuple(turn), home) if turn else (*rows, home)


def entry_buttons(found: Sequence[Found]) -> Rows:
    """Return a button that opens each entry."""
    return tuple(
        (Button(Say("kb-open", title=short(one.content.title)), f"kb:show-{one.entry.id}"),)
        for one in found
    )


def line_of(found: Found) -> Say:
    """Say an entry in one line."""
    title = short(found.content.title)
    status = status_name(found.status)
    return Say("kb-line", key=found.entry.key, title=title, status=status)


def card_lines(found: Found, names: Mapping[int, str]) -> tuple[Say, ...]:
    """Say everything about an entry, as its newest version has it."""
    entry, version, content = found.entry, found.version, found.content
    lines = [
        Say("kb-card-head", key=entry.key, status=status_name(found.status), number=version.number),
        *excerpt_lines(content),
        *(
            Say("kb-card-phrasings", language=LANGUAGE_NAMES[one], text="；".join(phrasings))
            for one, phrasings in content.phrasings.items()
        ),
        _owned(entry.owner_id, names),
    ]
    if version.state is VersionState.APPROVED and version.decided_by is not None:
        lines.append(_approved(version, names))
    if entry.served is not None and version.state in PENDING:
        lines.append(Say("kb-card-edit-waits", served=entry.served, number=version.number))
    return tuple(lines)


def excerpt_lines(content: Content) -> tuple[Say, ...]:
    """Say the words of a content in every language that it has, and what stands beside them."""
    lines = []
    for language in Language:
        if content.question.get(language) or content.answer.get(language):
            question = content.question.get(language, "—")
            answer = content.answer.get(language, "—")
            lines.append(Say("kb-card-words", question=question, answer=answer))
    return (*lines, _details(content))


def card_buttons(found: Found) -> Rows:
    """Return what can be done with an entry as it stands."""
    number, version = found.entry.id, found.version
    edit = Button(Say("button-kb-edit"), f"kb:edit-{number}")
    retire = Button(Say("button-kb-retire"), f"kb:retire-{number}")
    history = Button(Say("button-kb-history"), f"kb:history-{number}")
    if found.status is Status.RETIRED:
        return ((Button(Say("button-kb-restore"), f"kb:restore-{number}"), history),)
    rows: list[tuple[Button, ...]] = []
    if version.state is VersionState.WAITING:
        rows.append((Button(Say("button-kb-approve"), f"kb:ok-{number}-{version.number}"),))
    if version.state in PENDING:
        drop = Button(Say("button-kb-drop"), f"kb:drop-{number}-{version.number}")
        return (*rows, (edit, drop), (retire, history))
    if found.status is Status.EXPIRED:
        rows.append((Button(Say("button-kb-renew"), f"kb:renew-{number}-{version.number}"),))
    return (*rows, (edit, retire), (history,))


def form_lines(found: Found, problems: Sequence[Say]) -> tuple[Say, ...]:
    """Say every field of a draft with its value, and what has to change."""
    lines = [Say("kb-form-head", key=found.entry.key, status=status_name(found.status))]
    lines += [
        Say("kb-field-line", label=field_name(name), value=value_of(found.content, name))
        for row in FORM
        for name in row
    ]
    if problems:
        lines += [Say("kb-problems", count=len(problems)), *problems]
    return tuple(lines)


def form_buttons(found: Found) -> Rows:
    """Return a button for each field, and what ends the form."""
    number, version = found.entry.id, found.version
    rows = [
        tuple(Button(field_name(name), f"kb:field-{number}-{name}") for name in row) for row in FORM
    ]
    if version.state is VersionState.DRAFT:
        data = f"{number}-{version.number}"
        submit = Button(Say("button-kb-submit"), f"kb:submit-{data}")
        rows.append((submit, Button(Say("button-kb-drop"), f"kb:drop-{data}")))
    rows.append((Button(Say("button-kb-card"), f"kb:show-{number}"),))
    return tuple(rows)


def history_lines(
    key: str, versions: Sequence[KnowledgeVersion], names: Mapping[int, str]
) -> tuple[Say, ...]:
    """Say every version, newest first: what, who, when, and how it ended."""
    lines = [Say("kb-history-head", key=key, count=len(versions))]
    lines += [_history_line(one, names) for one in versions[:MOST_HISTORY]]
    if len(versions) > MOST_HISTORY:
        lines.append(Say("kb-more", count=len(versions) - MOST_HISTORY))
    return tuple(lines)


def value_of(content: Content, name: str) -> Say:
    """Say what a field holds."""
    field, _, language = name.partition(".")
    if language:
        held = getattr(content, field).get(Language(language))
        text = "；".join(held) if isinstance(held, tuple) else held
        return Say("just", text=short(text, 120)) if text else Say("kb-none")
    match field:
        case "tags":
            return _tags(content)
        case "tier":
            return tier_name(content)
        case "source":
            return Say("just", text=content.source) if content.source else Say("kb-none")
        case _:
            return _day(content.as_of if field == "as_of" else content.review_by)


def field_name(name: str) -> Say:
    """Return what to call a field of the form."""
    field, _, language = name.partition(".")
    return Say(f"kb-field-{field.replace('_', '-')}", language=language or "none")


def status_name(status: Status) -> Say:
    """Return what to call a status."""
    return Say(f"kb-status-{status.value}")


def tier_name(content: Content) -> Say:
    """Return who may see a content."""
    return Say(f"kb-tier-{content.tier.value if content.tier else 'all'}")


def short(text: str, most: int = LONGEST_TITLE) -> str:
    """Return the beginning of a text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most]}…"


def _details(content: Content) -> Say:
    return Say(
        "kb-card-details",
        tags=_tags(content),
        tier=tier_name(content),
        source=content.source or "—",
        as_of=_day(content.as_of),
        review_by=_day(content.review_by),
    )


def _tags(content: Content) -> Say:
    if not content.tags:
        return Say("kb-none")
    told = Say(f"kb-tag-{content.tags[0]}")
    for tag in content.tags[1:]:
        told = Say("kb-and", first=told, second=Say(f"kb-tag-{tag}"))
    return told


def _day(day: object) -> Say:
    return Say("just", text=str(day)) if day else Say("kb-none")


def _owned(owner: int | None, names: Mapping[int, str]) -> Say:
    return Say("kb-card-owner", name=_who(owner, names))


def _approved(version: KnowledgeVersion, names: Mapping[int, str]) -> Say:
    at: datetime = version.decided_at or version.at
    return Say("kb-card-approved", name=_who(version.decided_by, names), at=at)


def _history_line(version: KnowledgeVersion, names: Mapping[int, str]) -> Say:
    whole = version.change in WHOLE and version.state is VersionState.APPROVED
    by = Say("kb-none") if whole else _who(version.decided_by, names)
    state = "done" if whole else version.state.value
    return Say(
        "kb-history-line",
        number=version.number,
        at=version.at,
        who=_who(version.author_id, names),
        change=Say(f"kb-change-{version.change.value}"),
        state=Say(f"kb-version-{state}", by=by),
    )


def _who(person: int | None, names: Mapping[int, str]) -> Say:
    if person is None:
        return Say("kb-the-pack")
    return Say("just", text=names.get(person, str(person)))


def _page(found: Sequence[Found], page: int) -> Sequence[Found]:
    return found[page * PAGE : (page + 1) * PAGE]


def _list(status: Status, page: int) -> str:
    return f"kb:list-{status.value}-{page}"

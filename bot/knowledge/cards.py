"""The cards of the knowledge base in the operators' group: what waits, what is over."""

from datetime import datetime

from sqlmodel import Session

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.knowledge.content import from_json
from bot.knowledge.desk import KnowledgeDesk
from bot.knowledge.telling import excerpt_lines
from db.models.knowledge import KnowledgeEntry, KnowledgeImport, KnowledgeVersion


def ask(
    session: Session,
    entry: KnowledgeEntry,
    version: KnowledgeVersion,
    desk: KnowledgeDesk,
    now: datetime,
) -> None:
    """Show a version to the operators, once, with the buttons that decide."""
    content = from_json(version.content)
    lines = excerpt_lines(content)
    kind = "edit" if entry.served is not None else entry.origin.value
    say = Say("alert-kb-asks", key=entry.key, kind=kind, lines=lines)
    key = f"kb:{entry.id}:asks:{version.number}"
    desk.alerts.raise_in(session, key, say, now, ask_buttons(entry.id, version.number))
    version.asked = True


def ask_buttons(entry_id: int, number: int) -> Rows:
    """Return what a second person can do with a version that waits."""
    return (
        (Button(Say("button-kb-approve"), f"kb:ok-{entry_id}-{number}"),),
        (
            Button(Say("button-kb-edit"), f"kb:edit-{entry_id}"),
            Button(Say("button-kb-drop"), f"kb:drop-{entry_id}-{number}"),
        ),
    )


def tell_expired(
    session: Session,
    entry: KnowledgeEntry,
    version: KnowledgeVersion,
    desk: KnowledgeDesk,
    now: datetime,
) -> None:
    """Say that an entry is served no more until somebody looks at it, once for each expiry."""
    content = from_json(version.content)
    day = content.review_by.isoformat() if content.review_by else "-"
    say = Say("alert-kb-expired", key=entry.key, day=day, lines=excerpt_lines(content))
    key = f"kb:{entry.id}:expired:{version.number}"
    desk.alerts.raise_in(session, key, say, now, expired_buttons(entry.id, version.number))
    entry.told = version.number


def expired_buttons(entry_id: int, number: int) -> Rows:
    """Return what can be done with an entry whose review day has passed."""
    return (
        (Button(Say("button-kb-renew"), f"kb:renew-{entry_id}-{number}"),),
        (
            Button(Say("button-kb-edit"), f"kb:edit-{entry_id}"),
            Button(Say("button-kb-retire"), f"kb:retire-{entry_id}"),
        ),
    )


def ask_import(
    session: Session,
    kept: KnowledgeImport,
    new: int,
    changed: int,
    desk: KnowledgeDesk,
    now: datetime,
) -> None:
    """Show a written file to the operators, with the button that approves all of it."""
    say = Say("alert-kb-import", name=kept.name, new=new, changed=changed)
    button = Button(Say("button-kb-approve-all", count=new + changed), f"kb:all-{kept.id}")
    waiting = Button(Say("button-kb-list-waiting"), "kb:list-waiting-0")
    desk.alerts.raise_in(session, f"kb:import:{kept.id}", say, now, ((button,), (waiting,)))

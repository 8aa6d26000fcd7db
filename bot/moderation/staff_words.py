"""What the staff says in groups: the bot warns them in private and removes nothing of theirs."""

from datetime import datetime

from sqlmodel import Session

from bot.compliance.verdict import Finding, Severity, Verdict
from bot.i18n import Say
from bot.moderation.desk import ModerationDesk, Spot, write_privately
from bot.moderation.heard import Heard, Speaker
from bot.moderation.wording import PRIVATE, reasons
from bot.review.masking import masked


def screen_staff(
    session: Session,
    desk: ModerationDesk,
    spot: Spot,
    heard: Heard,
    speaker: Speaker | None,
    verdict: Verdict | None,
    now: datetime,
) -> None:
    """Warn a colleague, or the operators where only the house's name stands above the words."""
    found = verdict.findings if verdict is not None else ()
    causes = [f for f in found if f.severity.rank >= Severity.WARN.rank]
    if not causes:
        return
    words = "、".join(f"「{_shown(desk, f)}」" for f in causes[:3])
    say = Say("moderation-staff", title=spot.title, words=words, lines=reasons([], causes))
    key = f"moderation:staff:{spot.chat_id}:{heard.message_id}"
    if speaker is not None:
        write_privately(session, desk, speaker.id, key, say, now)
    if speaker is None or any(f.severity is Severity.BLOCK for f in causes):
        desk.alerts.raise_in(session, key, say, now)


def _shown(desk: ModerationDesk, finding: Finding) -> str:
    excerpt = finding.excerpt[:24]
    is_private = desk.kinds.get(finding.rule_id) == PRIVATE
    return masked(excerpt, [(0, len(excerpt))]) if is_private else excerpt

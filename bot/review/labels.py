"""What decisions teach: every decided text becomes a labelled one, without personal data."""

from sqlmodel import Session

from bot.compliance.verdict import Severity
from bot.members.deed import Deed
from bot.review.evidence import kind_of, shown_text
from bot.review.kinds import CaseKind
from bot.review.service import case_of
from db.models.review import ReviewCase
from db.repositories import review


def learn(session: Session, case: ReviewCase, deed: Deed) -> None:
    """Label the text of a decided case; an appeal labels the text that it is about anew."""
    if case.decision is None:
        return
    about = case
    if case.kind is CaseKind.APPEAL and case.origin_id is not None:
        about = case_of(session, case.origin_id)
    if not about.kind.judges_words or not about.text.strip():
        return
    violation = case.decision.offence
    values = {
        "case_id": about.id,
        "text": shown_text(about.text, about.findings),
        "violation": violation,
        "contradicts": violation is not held(about),
        "kind": _kind(about),
        "rules": list(about.rules),
        "decided_by": deed.actor_id,
        "at": deed.now,
    }
    review.label(session, values)


def held(case: ReviewCase) -> bool:
    """Tell whether a text had been called an offence: held for review, or acted upon."""
    if case.kind is CaseKind.APPEAL:
        return True
    return case.severity is not None and case.severity.rank >= Severity.REVIEW.rank


def _kind(case: ReviewCase) -> str:
    """Return what the text offends against, as the rules say; else the kind of the case."""
    kinds = [str(finding.get("kind", "")) for finding in case.findings]
    kinds += [kind_of(str(rule)) for rule in case.rules]
    return next((kind for kind in kinds if kind), case.kind.value)

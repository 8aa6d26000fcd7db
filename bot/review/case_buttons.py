"""The buttons under a case: who takes it, how it ends, and what else there is to see."""

from collections.abc import Sequence

from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.review.cards import family_of
from bot.review.kinds import CaseState, Decision
from bot.review.second_person import fitting
from db.models.review import ReviewCase

ASKED_ONCE_MORE = frozenset({Decision.DELETE, Decision.BAN})
"""What cannot be undone: its first button only asks."""


def buttons_of(case: ReviewCase) -> Rows:
    """Return the buttons that fit how a case stands."""
    more = (_button("text", case), _button("trace", case))
    if case.state is CaseState.DECIDED:
        return (more,)
    if case.asked is not None:
        confirm = Button(_label(case, case.asked, "confirm"), f"case:{case.asked.value}-{case.id}")
        return (confirm,), (_button("refuse", case),), more
    taking: tuple[Button, ...] = (_button("claim", case),)
    if case.owner_id is not None:
        taking = (_button("back", case), _button("hand", case), _button("claim", case))
    decisions = decisions_of(case)
    rows = [taking, tuple(_decides(case, each) for each in decisions[:2])]
    if decisions[2:]:
        rows.append(tuple(_decides(case, each) for each in decisions[2:]))
    return (*rows, more)


def sure_buttons(case: ReviewCase, decision: Decision) -> Rows:
    """Return the buttons that ask once more before what cannot be undone."""
    yes = Button(_label(case, decision, "sure"), f"case:{decision.value}-{case.id}")
    return (yes,), (_button("view", case),)


def hand_buttons(case: ReviewCase, people: Sequence[tuple[int, str]]) -> Rows:
    """Return one button for each colleague to whom a case can be handed on."""
    rows = [
        (Button(Say("case-name", name=name), f"case:to-{case.id}-{member_id}"),)
        for member_id, name in people
    ]
    return (*rows, (_button("view", case),))


def decisions_of(case: ReviewCase) -> tuple[Decision, ...]:
    """Return the decisions with which a case can end."""
    in_group = case.chat_id is not None and case.chat_id < 0
    return fitting(
        case.kind,
        has_person=in_group and case.member_id is not None,
        has_message=in_group and case.message_id is not None and "deleted" not in case.done,
    )


def _decides(case: ReviewCase, decision: Decision) -> Button:
    action = f"ask-{decision.value}" if decision in ASKED_ONCE_MORE else decision.value
    return Button(_label(case, decision, "first"), f"case:{action}-{case.id}")


def _label(case: ReviewCase, decision: Decision, stage: str) -> Say:
    family = family_of(case.kind)
    return Say(f"button-case-{decision.value}", family=family, stage=stage)


def _button(action: str, case: ReviewCase) -> Button:
    return Button(Say(f"button-case-{action}"), f"case:{action}-{case.id}")

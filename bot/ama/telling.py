"""What AMAs say: cards for operators, lists for members, and the buttons beneath."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.ama.states import TAKES_QUESTIONS, AmaState, AskedState
from bot.buttons import Button, Rows
from bot.i18n import Say
from db.models.ama import AmaQuestion, AmaSession
from db.models.member import Member
from db.repositories import members

PAGE = 5
IN_GROUP = 3
LONGEST_LINE = 60
TITLE_LINES = 2


def name_of(member: Member | None) -> str | Say:
    """Return how somebody is named before others: by first name, not at all if hidden."""
    if member is None or member.hidden:
        return Say("ama-somebody")
    return member.first_name


def head(session: Session, found: AmaSession) -> tuple[Say, ...]:
    """Say what an AMA is, who answers and when."""
    expert = members.by_id(session, found.expert_id)
    name = expert.first_name if expert else Say("ama-somebody")
    state = Say(f"ama-state-{found.state.value}")
    return (
        Say("ama-head", title=found.title, state=state),
        Say("ama-when", expert=name, at=found.starts_at, until=found.ends_at),
    )


def tiers_of(found: AmaSession) -> Say:
    """Name the tiers that see an AMA."""
    names = tuple(Say(f"binding-{tier}") for tier in found.tiers)
    return Say(f"ama-tiers-{len(names)}", **{f"t{n}": name for n, name in enumerate(names)})


def question_card(session: Session, found: AmaSession, question: AmaQuestion) -> tuple[Say, Rows]:
    """Return the card on which operators decide about a question."""
    pending = question.state is AskedState.PENDING
    say = Say(
        "ama-card",
        title=found.title,
        number=question.id,
        name=name_of(members.by_id(session, question.asker_id)),
        question=question.text,
        state=_stands(session, question),
    )
    take = Button(Say("button-ama-take"), f"ama:take-{question.id}")
    refuse = Button(Say("button-ama-refuse"), f"ama:refuse-{question.id}")
    return say, ((take, refuse),) if pending else ()


def stage_card(session: Session, found: AmaSession, question: AmaQuestion) -> tuple[Say, Rows]:
    """Return the card that an expert answers by replying to it."""
    is_open = question.on_stage and question.state is AskedState.LISTED
    say = Say(
        "ama-stage" if is_open else "ama-stage-over",
        title=found.title,
        number=question.id,
        name=name_of(members.by_id(session, question.asker_id)),
        question=question.text,
        state=_stands(session, question),
    )
    skip = Button(Say("button-ama-skip"), f"ama:skip-{question.id}")
    end = Button(Say("button-ama-end"), f"ama:end-{found.id}")
    return say, ((skip, end),) if is_open else ()


def group_lines(
    session: Session, found: AmaSession, ranked: Sequence[tuple[AmaQuestion, int]]
) -> tuple[Say, ...]:
    """Say an AMA in at most six lines: what, when, the most wanted questions."""
    rows = [
        Say("ama-row", number=number, question=shortened(question.text), votes=votes)
        for number, (question, votes) in enumerate(ranked[:IN_GROUP], start=1)
    ]
    return (*head(session, found), *(rows or [Say("ama-no-questions")]))


def private_lines(
    session: Session,
    found: AmaSession,
    ranked: Sequence[tuple[AmaQuestion, int]],
    page: int,
    mine: int | None,
) -> tuple[Say, ...]:
    """Say an AMA with a page of its questions, one's own vote marked."""
    first = page * PAGE
    rows = [
        Say(
            _row_name(question, mine),
            number=number,
            question=shortened(question.text),
            votes=votes,
            answer=shortened(question.answer or ""),
        )
        for number, (question, votes) in enumerate(ranked[first : first + PAGE], start=first + 1)
    ]
    how = (Say("ama-vote-how"),) if found.state in TAKES_QUESTIONS and ranked else ()
    return (*head(session, found), *(rows or [Say("ama-no-questions")]), *how)


def private_buttons(
    found: AmaSession, ranked: Sequence[tuple[AmaQuestion, int]], page: int
) -> Rows:
    """Return the buttons under the private list: vote, ask, turn the page."""
    rows: list[tuple[Button, ...]] = []
    first = page * PAGE
    if found.state in TAKES_QUESTIONS:
        shown = list(enumerate(ranked[first : first + PAGE], start=first + 1))
        votable = [(n, q) for n, (q, _) in shown if q.state is AskedState.LISTED]
        votes = tuple(
            Button(Say("button-ama-vote", number=n), f"ama:vote-{q.id}-{page}") for n, q in votable
        )
        rows += [votes] if votes else []
        rows.append((Button(Say("button-ama-ask"), f"ama:ask-{found.id}"),))
    turn = []
    if page:
        turn.append(Button(Say("button-ama-back"), f"ama:list-{found.id}-{page - 1}"))
    if len(ranked) > first + PAGE:
        turn.append(Button(Say("button-ama-more"), f"ama:list-{found.id}-{page + 1}"))
    return (*rows, tuple(turn)) if turn else tuple(rows)


def link(bot_username: str, found: AmaSession, label: str = "button-ama-join") -> Rows:
    """Return the button that leads from a group to an AMA in private."""
    url = f"https://t.me/{bot_username}?start=ama-{found.id}"
    return ((Button(Say(label), url=url),),)


def preview_buttons(found: AmaSession) -> Rows:
    """Return what may be done about an AMA that is written but not called for."""
    call = Button(Say("button-ama-call"), f"ama:call-{found.id}")
    drop = Button(Say("button-ama-drop"), f"ama:drop-{found.id}")
    return ((call, drop),)


def staff_buttons(found: AmaSession) -> Rows:
    """Return what operators may do about an AMA as it stands."""
    if found.state is AmaState.COLLECTING:
        return ((Button(Say("button-ama-cancel"), f"ama:stop-{found.id}"),),)
    if found.state is AmaState.OPEN:
        end = Button(Say("button-ama-end"), f"ama:end-{found.id}")
        stop = Button(Say("button-ama-stop"), f"ama:stop-{found.id}")
        return ((end, stop),)
    return preview_buttons(found) if found.state is AmaState.DRAFT else ()


def shortened(text: str) -> str:
    """Return a question as one line of a list."""
    return text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 1] + "…"


def _row_name(question: AmaQuestion, mine: int | None) -> str:
    if question.state is AskedState.ANSWERED:
        return "ama-row-answered"
    return "ama-row-mine" if question.id == mine else "ama-row"


def _stands(session: Session, question: AmaQuestion) -> Say:
    """Say how a question stands, and by whom."""
    actor = question.answered_by or question.decided_by
    member = members.by_id(session, actor) if actor else None
    by = member.first_name if member else Say("ama-somebody")
    return Say(f"ama-stands-{question.state.value}", by=by, reason=question.reason or "—")

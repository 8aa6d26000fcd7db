"""What AMAs say: cards for operators, lists for members, and the buttons beneath."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.ama.desk import AmaDesk
from bot.ama.naming import asker_name, expert_name
from bot.ama.states import TAKES_QUESTIONS, AmaState, AskedState
from bot.buttons import Button, Rows
from bot.i18n import Say
from db.models.ama import AmaQuestion, AmaSession
from db.repositories import members

PAGE = 5
IN_GROUP = 3
LONGEST_LINE = 60
Ranked = Sequence[tuple[AmaQuestion, int]]
"""Questions with their votes, the most wanted first."""


def head(session: Session, desk: AmaDesk, found: AmaSession) -> tuple[Say, ...]:
    """Say what an AMA is, who answers and when."""
    name = expert_name(session, desk.gate, found.expert_id)
    at = found.starts_at
    return (
        Say("ama-head", title=found.title, state=Say(f"ama-state-{found.state.value}")),
        Say("ama-when", expert=name, at=at, until=desk.community.local_time(found.ends_at)),
    )


def tiers_of(found: AmaSession) -> Say:
    """Name the tiers that see an AMA."""
    names = tuple(Say(f"binding-{tier}") for tier in found.tiers)
    return Say(f"ama-tiers-{len(names)}", **{f"t{n}": name for n, name in enumerate(names)})


def question_card(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion
) -> tuple[Say, Rows]:
    """Return the card on which operators decide about a question."""
    pending = question.state is AskedState.PENDING and found.state in TAKES_QUESTIONS
    take = Button(Say("button-ama-take"), f"ama-desk:take-{question.id}")
    refuse = Button(Say("button-ama-refuse"), f"ama-desk:refuse-{question.id}")
    say = Say("ama-card", **_on_card(session, desk, found, question))
    return say, ((take, refuse),) if pending else ()


def stage_card(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion
) -> tuple[Say, Rows]:
    """Return the card that an expert answers by replying to it."""
    lies_there = question.on_stage and question.state is AskedState.LISTED
    is_open = lies_there and found.state is AmaState.OPEN
    name = "ama-stage" if is_open else "ama-stage-over"
    say = Say(name, **_on_card(session, desk, found, question))
    skip = Button(Say("button-ama-skip"), f"ama-desk:skip-{question.id}")
    end = Button(Say("button-ama-end"), f"ama-desk:end-{found.id}")
    return say, ((skip, end),) if is_open else ()


def answer_lines(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion, words: str
) -> tuple[Say, ...]:
    """Say a question with its answer, as a group reads them."""
    asker = asker_name(session, desk.gate, question.asker_id)
    return (
        Say("ama-answer-question", asker=asker, question=question.text),
        Say("ama-answer", expert=expert_name(session, desk.gate, found.expert_id), answer=words),
    )


def group_lines(
    session: Session, desk: AmaDesk, found: AmaSession, ranked: Ranked, most: int = IN_GROUP
) -> tuple[Say, ...]:
    """Say an AMA in at most six lines: what, when, the most wanted questions."""
    return (*head(session, desk, found), *(queue(ranked, most) or [_nothing(found)]))


def queue(ranked: Ranked, most: int) -> tuple[Say, ...]:
    """Say the first questions, one a line, with their votes."""
    return tuple(
        Say("ama-row", number=number, question=shortened(question.text), votes=votes)
        for number, (question, votes) in enumerate(ranked[:most], start=1)
    )


def private_lines(
    session: Session, desk: AmaDesk, found: AmaSession, ranked: Ranked, page: int, mine: int | None
) -> tuple[Say, ...]:
    """Say an AMA with a page of its questions, one's own vote marked."""
    rows = [
        Say(_row_name(q, mine), number=number, question=shortened(q.text), votes=votes)
        for number, (q, votes) in _page(ranked, page)
    ]
    how = (Say("ama-vote-how"),) if found.state in TAKES_QUESTIONS and rows else ()
    return (*head(session, desk, found), *(rows or [_nothing(found)]), *how)


def private_buttons(found: AmaSession, ranked: Ranked, page: int, mine: int | None) -> Rows:
    """Return the buttons under the private list: vote, read answers, ask, turn the page."""
    rows = []
    votes = tuple(
        Button(Say("button-ama-voted", number=n), f"ama:unvote-{q.id}-{page}")
        if q.id == mine
        else Button(Say("button-ama-vote", number=n), f"ama:vote-{q.id}-{page}")
        for n, (q, _) in _page(ranked, page)
        if q.state is AskedState.LISTED and found.state in TAKES_QUESTIONS
    )
    reads = tuple(
        Button(Say("button-ama-answer", number=n), f"ama:read-{q.id}-{page}")
        for n, (q, _) in _page(ranked, page)
        if q.state is AskedState.ANSWERED
    )
    rows += [row for row in (votes, reads) if row]
    if found.state in TAKES_QUESTIONS:
        ask = Button(Say("button-ama-ask"), f"ama:ask-{found.id}")
        rows.append((ask, Button(Say("button-ama-mine"), f"ama:mine-{found.id}")))
    turn = _turning(found, len(ranked), page)
    return (*rows, turn) if turn else tuple(rows)


def mine_lines(found: AmaSession, own: Sequence[AmaQuestion]) -> tuple[Say, ...]:
    """Say what somebody asked in an AMA and how it stands."""
    rows = [
        Say(
            "ama-mine-row",
            number=number,
            question=shortened(question.text),
            state=Say(f"ama-asked-{question.state.value}"),
        )
        for number, question in enumerate(own, start=1)
    ]
    return (Say("ama-mine-head", title=found.title), *(rows or [Say("ama-mine-none")]))


def mine_buttons(found: AmaSession, own: Sequence[AmaQuestion]) -> Rows:
    """Return the buttons that take one's own questions back, and the way back."""
    going = found.state in TAKES_QUESTIONS
    back = tuple(
        (Button(Say("button-ama-withdraw", number=number), f"ama:withdraw-{question.id}"),)
        for number, question in enumerate(own, start=1)
        if going and question.state in {AskedState.PENDING, AskedState.LISTED}
    )
    return (*back, (Button(Say("button-ama-list"), f"ama:list-{found.id}-0"),))


def link(desk: AmaDesk, found: AmaSession, label: str = "button-ama-join") -> Rows:
    """Return the button that leads from a group to an AMA in private."""
    url = f"https://t.me/{desk.bot_username}?start=ama-{found.id}"
    return ((Button(Say(label), url=url),),)


def staff_buttons(found: AmaSession) -> Rows:
    """Return what operators may do about an AMA as it stands."""
    end = Button(Say("button-ama-end"), f"ama-desk:end-{found.id}")
    stop = Button(Say("button-ama-stop"), f"ama-desk:stop-{found.id}")
    if found.state is AmaState.DRAFT:
        call = Button(Say("button-ama-call"), f"ama-desk:call-{found.id}")
        return ((call, Button(Say("button-ama-drop"), f"ama-desk:drop-{found.id}")),)
    if found.state is AmaState.OPEN:
        return ((end, stop),)
    return ((stop,),) if found.state is AmaState.COLLECTING else ()


def shortened(text: str) -> str:
    """Return a question as one line of a list."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 1] + "…"


def _page(ranked: Ranked, page: int) -> list[tuple[int, tuple[AmaQuestion, int]]]:
    first = page * PAGE
    return list(enumerate(ranked[first : first + PAGE], start=first + 1))


def _turning(found: AmaSession, count: int, page: int) -> tuple[Button, ...]:
    back = Button(Say("button-ama-back"), f"ama:list-{found.id}-{page - 1}")
    more = Button(Say("button-ama-more"), f"ama:list-{found.id}-{page + 1}")
    return (*((back,) if page else ()), *((more,) if count > (page + 1) * PAGE else ()))


def _nothing(found: AmaSession) -> Say:
    return Say("ama-no-questions" if found.state in TAKES_QUESTIONS else "ama-no-answers")


def _row_name(question: AmaQuestion, mine: int | None) -> str:
    if question.state is AskedState.ANSWERED:
        return "ama-row-answered"
    return "ama-row-mine" if question.id == mine else "ama-row"


def _on_card(
    session: Session, desk: AmaDesk, found: AmaSession, question: AmaQuestion
) -> dict[str, object]:
    """Return what both cards of a question say."""
    actor = question.answered_by or question.decided_by
    member = members.by_id(session, actor) if actor else None
    by = member.first_name if member else Say("ama-somebody")
    stands = f"ama-stands-{question.state.value}"
    return {
        "title": found.title,
        "number": question.id,
        "name": asker_name(session, desk.gate, question.asker_id),
        "question": question.text,
        "state": Say(stands, by=by, reason=question.reason or "—"),
    }

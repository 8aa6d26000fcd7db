"""One question's whole life, and the queries of the desk, on either engine."""

from datetime import timedelta

from sqlmodel import Session

from bot.archive.kinds import RecordKind
from bot.archive.service import Said, keep
from bot.questions.desk import accepting, reporting, staffing, stopping, telling, watching
from bot.questions.desk.answering import answer, ask_back
from bot.questions.desk.claiming import claim, hand_on, release
from bot.questions.desk.closing import GOOD, rate
from bot.questions.desk.showing import case_at
from bot.questions.states import QuestionState
from db.session import Database
from tests.factories.experts import (
    ASKER,
    DESK,
    EXPERT,
    GROUP,
    HELPER,
    NOW,
    OPERATOR,
    OPS,
    SECOND,
    case_now,
    deliver,
    make_addition,
    make_deed,
    make_licence,
    make_people,
    make_typed,
    make_waiting,
    minutes,
    posts,
)


def play(session: Session) -> None:
    make_people(session)
    make_licence(session)
    case = make_waiting(session, is_advice=True)
    deliver(session)
    claim(session, DESK, case.id, make_deed())
    release(session, DESK, case.id, make_deed())
    ask_back(session, DESK, case.id, make_typed("多久了？"), make_deed(now=NOW + minutes(5)))
    make_addition(session, case.id, "两年", NOW + minutes(15))
    stopping.pause(session, DESK, "演练", make_deed(OPERATOR, NOW + minutes(20)))
    watching.tick(session, DESK, make_deed(99, NOW + minutes(25)))
    stopping.resume(session, DESK, make_deed(OPERATOR, NOW + minutes(30)))
    assert case_now(session, case.id).due_at == NOW + minutes(80)
    deliver(session)
    watching.tick(session, DESK, make_deed(99, NOW + minutes(90)))
    answer(session, DESK, case.id, make_typed(), make_deed(now=NOW + minutes(95)))
    rate(session, case.id, GOOD, make_deed(ASKER, NOW + minutes(96)))
    deliver(session)
    told = posts(session, GROUP)[-1]
    assert telling.case_behind(session, ASKER, GROUP, told.message_id) is not None
    ping = [post for post in posts(session, OPS) if post.send_key.startswith("qping:")][-1]
    assert case_at(session, OPS, ping.message_id) is not None
    report = reporting.last_week(session, DESK, NOW + timedelta(days=3))
    assert (report.experts[0].name, report.missed) == ("林顾问", 1)
    watching.tick(session, DESK, make_deed(99, NOW + timedelta(days=10)))
    assert case_now(session, case.id).state is QuestionState.CLOSED


def help_another(session: Session) -> None:
    case = make_waiting(session, thread_id=3)
    claim(session, DESK, case.id, make_deed())
    hand_on(session, DESK, case.id, SECOND, make_deed())
    said = Said(
        kind=RecordKind.RECEIVED,
        chat_id=GROUP,
        message_id=7000,
        author_id=HELPER,
        at=NOW,
        text="在App里申请权限",
        details={"reply_to": case.message_id},
    )
    keep(session, [said])
    assert accepting.offer(session, DESK, NOW) == 1
    helped = accepting.accept_at(session, DESK, GROUP, 7000, make_deed(ASKER))
    assert helped.pay.points == 12
    tags, tiers = staffing.assign(session, DESK, EXPERT, "账户 费用 vip", make_deed(OPERATOR))
    assert (tags, [tier.value for tier in tiers]) == (("account", "fees"), ["vip"])
    staffing.assign(session, DESK, EXPERT, "all", make_deed(OPERATOR))
    staffing.remove(session, DESK, EXPERT, "投顾", make_deed(OPERATOR))
    assert staffing.warn(session, DESK, NOW) == 0
    assert reporting.post_weekly(session, DESK, NOW + timedelta(days=3))


def test_the_whole_life_of_a_question_on_either_engine(db: Database) -> None:
    db.run_sync(play)
    db.run_sync(help_another)

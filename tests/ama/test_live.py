from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.ama import asking, digest, live, service
from bot.ama.desk import AmaDesk
from bot.ama.errors import (
    AmaAnswerHeldError,
    AmaAnswerLongError,
    AmaDecidedError,
    AmaExpertError,
    AmaNotYourStageError,
    AmaStateError,
    AmaTitleHeldError,
)
from bot.ama.states import AmaState, AskedState
from bot.delivery.lanes import DeliveryState
from bot.members.roles import Role
from bot.members.tiers import Binding, Presence
from db.repositories import deliveries, groups, knowledge, members, operator_actions
from tests.factories.amas import (
    ASKER,
    BOT,
    EXPERT,
    OTHER,
    STARTS,
    THIRD,
    ama_of,
    make_ama,
    make_deed,
    make_live,
    make_question,
    question_of,
)
from tests.factories.broadcasts import AUTHOR, NOW, SECOND

FIRST, NEXT = "现金流量表要先看哪几行？", "利润表里哪一行最重要？"
ANSWER = "先看经营活动产生的现金流量净额，再和净利润对照。"
DURING = STARTS + timedelta(minutes=10)
END = STARTS + timedelta(hours=1)


def _posted(session: Session, number: int, what: str) -> str | None:
    found = deliveries.with_key(session, f"ama:{number}:{what}:-1001")
    return found.markup if found else None


def _answer(session: Session, desk: AmaDesk, question: int, text: str = ANSWER) -> int:
    return live.answer(session, desk, question, text, make_deed(EXPERT, f"a{question}", DURING))


def test_the_call_goes_to_the_groups_of_the_tiers_only(session: Session, desk: AmaDesk) -> None:
    vip = groups.ensure(session, -1002, "高净值群", NOW)
    vip.binding = Binding.VIP
    session.flush()
    number = make_ama(session, desk)
    text = _posted(session, number, "call")
    assert text is not None and "怎样读懂财报" in text and "11月20日（周五）20:00" in text
    assert len(text.splitlines()) <= 6
    assert deliveries.with_key(session, f"ama:{number}:call:-1002") is None


def test_who_is_no_expert_cannot_be_asked_to_answer(session: Session, desk: AmaDesk) -> None:
    with pytest.raises(AmaExpertError):
        make_ama(session, desk, expert=str(ASKER))


def test_a_title_that_breaks_a_rule_is_refused(session: Session, desk: AmaDesk) -> None:
    with pytest.raises(AmaTitleHeldError):
        make_ama(session, desk, title="稳赚不赔的必涨股")


def test_it_opens_with_the_most_wanted_question(session: Session, desk: AmaDesk) -> None:
    number = make_ama(session, desk)
    first = make_question(session, desk, number, FIRST)
    wanted = make_question(session, desk, number, NEXT, OTHER)
    asking.vote(session, desk, wanted, True, make_deed(THIRD, "vote"))
    assert live.due_to_open(session, STARTS - timedelta(seconds=1)) == []
    assert live.due_to_open(session, STARTS) == [number]
    assert live.open_stage(session, desk, number, make_deed(BOT, "open", STARTS))
    assert question_of(session, wanted).on_stage and not question_of(session, first).on_stage
    text = _posted(session, number, "open")
    assert text is not None and len(text.splitlines()) <= 6


def test_it_opens_once(session: Session, desk: AmaDesk) -> None:
    number, _ = make_live(session, desk, FIRST)
    assert not live.open_stage(session, desk, number, make_deed(BOT, "again", DURING))


def test_a_short_outage_shifts_the_whole_hour(session: Session, desk: AmaDesk) -> None:
    number = make_ama(session, desk)
    late = STARTS + timedelta(minutes=20)
    assert live.open_stage(session, desk, number, make_deed(BOT, "open", late))
    assert ama_of(session, number).ends_at == late + timedelta(hours=1)


def test_after_a_long_outage_it_is_called_off_and_everybody_told(
    session: Session, desk: AmaDesk
) -> None:
    number = make_ama(session, desk)
    asked = make_question(session, desk, number, FIRST)
    late = STARTS + timedelta(minutes=31)
    assert not live.open_stage(session, desk, number, make_deed(BOT, "open", late))
    assert ama_of(session, number).state is AmaState.CANCELLED
    assert _posted(session, number, "stop") is not None
    assert deliveries.with_key(session, f"ama-told:{asked}:stopped") is not None
    assert deliveries.with_key(session, f"alert:ama-late:{number}:-1009") is not None


def test_an_answer_goes_to_the_group_and_the_next_question_comes(
    session: Session, desk: AmaDesk
) -> None:
    number, (first, second) = make_live(session, desk, FIRST, NEXT)
    assert _answer(session, desk, first) == 1
    text = _posted(session, number, f"answer:{first}")
    assert text is not None and FIRST in text and ANSWER in text and "成员101" in text
    told = deliveries.with_key(session, f"ama-told:{first}:answered")
    assert told is not None and told.chat_id == ASKER and ANSWER in told.markup
    assert question_of(session, second).on_stage


def test_of_two_answers_to_a_card_the_first_counts(session: Session, desk: AmaDesk) -> None:
    _, (first,) = make_live(session, desk, FIRST)
    _answer(session, desk, first)
    with pytest.raises(AmaDecidedError):
        live.answer(session, desk, first, "另一种说法，晚了一步。", make_deed(AUTHOR, "b", DURING))
    assert question_of(session, first).answer == ANSWER
    assert question_of(session, first).answered_by == EXPERT


def test_an_answer_that_breaks_a_rule_is_not_sent_and_can_be_reworded(
    session: Session, desk: AmaDesk
) -> None:
    number, (first,) = make_live(session, desk, FIRST)
    with pytest.raises(AmaAnswerHeldError) as raised:
        _answer(session, desk, first, "这只股票必涨，稳赚不赔。")
    assert raised.value.fields["reasons"]
    assert _posted(session, number, f"answer:{first}") is None
    assert _answer(session, desk, first) == 1


def test_an_answer_that_no_message_holds_is_not_cut(session: Session, desk: AmaDesk) -> None:
    _, (first,) = make_live(session, desk, FIRST)
    with pytest.raises(AmaAnswerLongError) as raised:
        _answer(session, desk, first, "好" * 4090)
    assert raised.value.fields["count"] > 4096 == raised.value.fields["most"]
    assert question_of(session, first).state is AskedState.LISTED


def test_an_answer_that_just_fits_goes_out_whole(session: Session, desk: AmaDesk) -> None:
    number, (first,) = make_live(session, desk, FIRST)
    long = "现金流要看三年。" * 480
    assert _answer(session, desk, first, long) == 1
    text = _posted(session, number, f"answer:{first}")
    assert text is not None and long in text


def test_only_the_expert_and_operators_answer(session: Session, desk: AmaDesk) -> None:
    _, (first,) = make_live(session, desk, FIRST)
    with pytest.raises(AmaNotYourStageError):
        live.answer(session, desk, first, ANSWER, make_deed(OTHER, "x", DURING))
    assert live.answer(session, desk, first, ANSWER, make_deed(SECOND, "y", DURING)) == 1


def test_an_expert_who_is_none_any_more_answers_no_more(session: Session, desk: AmaDesk) -> None:
    _, (first,) = make_live(session, desk, FIRST)
    members.revoke_role(session, EXPERT, Role.EXPERT)
    with pytest.raises(AmaNotYourStageError):
        _answer(session, desk, first)


def test_a_skipped_question_comes_last_with_a_card_of_its_own(
    session: Session, desk: AmaDesk
) -> None:
    _, (first, second) = make_live(session, desk, FIRST, NEXT)
    live.skip(session, desk, first, make_deed(EXPERT, "skip", DURING))
    assert question_of(session, second).on_stage
    with pytest.raises(AmaDecidedError):
        live.skip(session, desk, first, make_deed(EXPERT, "twice", DURING))
    _answer(session, desk, second)
    assert question_of(session, first).on_stage
    assert deliveries.with_key(session, f"alert:ama-stage:{first}:2:-1009") is not None


def test_an_expert_outside_of_the_operators_group_gets_cards_in_private(
    session: Session, desk: AmaDesk
) -> None:
    members.set_private(session, EXPERT, NOW)
    session.expire_all()
    _, (first,) = make_live(session, desk, FIRST)
    assert deliveries.with_key(session, f"alert:ama-stage:{first}:1:{EXPERT}") is not None


def test_an_expert_among_the_operators_gets_one_card(session: Session, desk: AmaDesk) -> None:
    members.set_private(session, EXPERT, NOW)
    group = groups.by_chat(session, -1009)
    assert group is not None
    members.set_presence(session, group.id, EXPERT, Presence.PRESENT, NOW)
    session.expire_all()
    _, (first,) = make_live(session, desk, FIRST)
    assert deliveries.with_key(session, f"alert:ama-stage:{first}:1:{EXPERT}") is None


def test_the_kill_switch_holds_back_what_has_not_left(session: Session, desk: AmaDesk) -> None:
    number, (first, second) = make_live(session, desk, FIRST, NEXT)
    _answer(session, desk, first)
    sent = deliveries.with_key(session, f"ama:{number}:call:-1001")
    assert sent is not None
    deliveries.move(session, sent.id, DeliveryState.QUEUED, DeliveryState.SENT)
    _, dropped = live.stop(session, desk, number, make_deed(AUTHOR, "stop", DURING))
    assert dropped == 2  # the opening and the answer
    held = deliveries.with_key(session, f"ama:{number}:answer:{first}:-1001")
    assert held is not None
    session.refresh(held)
    assert held.state is DeliveryState.SUPPRESSED
    assert _posted(session, number, "stop") is not None
    assert not question_of(session, second).on_stage
    with pytest.raises(AmaStateError):
        _answer(session, desk, second)
    assert digest.due(session) == []


def test_the_kill_switch_of_one_does_not_touch_the_next(session: Session, desk: AmaDesk) -> None:
    for key in "abcdefghij":
        make_ama(session, desk, key=key)
    _, dropped = live.stop(session, desk, 1, make_deed(AUTHOR, "stop"))
    assert dropped == 1
    tenth = deliveries.with_key(session, "ama:10:call:-1001")
    assert tenth is not None and tenth.state is DeliveryState.QUEUED


def test_it_ends_when_its_time_is_over_unless_somebody_did(session: Session, desk: AmaDesk) -> None:
    number, _ = make_live(session, desk, FIRST)
    assert live.due_to_end(session, END - timedelta(seconds=1)) == []
    assert live.due_to_end(session, END) == [number]
    live.end(session, desk, number, make_deed(EXPERT, "end", END))
    assert not live.end_in_time(session, desk, number, make_deed(BOT, "end", END))


def test_the_digest_comes_once_with_drafts_and_a_transcript(
    session: Session, desk: AmaDesk
) -> None:
    number, (first, second) = make_live(session, desk, FIRST, NEXT)
    _answer(session, desk, first)
    live.end(session, desk, number, make_deed(EXPERT, "end", END))
    deed = make_deed(BOT, "digest", END)
    assert digest.due(session) == [number]
    assert digest.sum_up(session, desk, number, deed)
    assert not digest.sum_up(session, desk, number, deed)
    text = _posted(session, number, "end")
    assert text is not None and "2 个问题答了 1 个" in text and len(text.splitlines()) <= 6
    entry = knowledge.by_id(session, question_of(session, first).knowledge_id or 0)
    assert entry is not None and entry.served is None
    told = deliveries.with_key(session, f"ama-told:{second}:unanswered")
    assert told is not None and NEXT in told.markup
    logged = [one for one in operator_actions.latest(session) if one.action == "ama-transcript"]
    assert [line["question"] for line in logged[0].after["transcript"]] == [FIRST]
    assert str(ASKER) not in str(logged[0].after)


def test_names_that_break_a_rule_do_not_stop_an_ama(session: Session, desk: AmaDesk) -> None:
    members.save(session, ASKER, NOW, first_name="稳赚不赔必涨", last_name=None, username=None)
    members.save(session, EXPERT, NOW, first_name="必涨老师", last_name=None, username="u60")
    session.expire_all()
    number, (first,) = make_live(session, desk, FIRST)
    assert _answer(session, desk, first) == 1
    text = _posted(session, number, f"answer:{first}")
    assert text is not None and "一位成员" in text and "必涨" not in text


def test_after_the_end_a_member_reads_the_answers_in_full(session: Session, desk: AmaDesk) -> None:
    number, (first, _) = make_live(session, desk, FIRST, NEXT)
    _answer(session, desk, first)
    live.end(session, desk, number, make_deed(EXPERT, "end", END))
    assert service.current(session, desk, OTHER).id == number
    seen = service.view(session, desk, number, OTHER)
    assert [question.id for question, _ in seen.ranked] == [first]
    _, lines = service.answer_of(session, desk, first, OTHER)
    assert lines[1].arguments["answer"] == ANSWER


def test_moving_it_keeps_its_length_and_tells_the_group(session: Session, desk: AmaDesk) -> None:
    number = make_ama(session, desk)
    later = STARTS + timedelta(days=3)
    found = service.reschedule(session, desk, number, later, make_deed(AUTHOR, "move"))
    assert found.ends_at - found.starts_at == timedelta(hours=1)
    text = _posted(session, number, f"moved:test:{AUTHOR}:move")
    assert text is not None and "11月23日" in text

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.ama import asking, service
from bot.ama.asking import Became
from bot.ama.desk import AmaDesk
from bot.ama.errors import (
    AmaDecidedError,
    AmaEnoughError,
    AmaFullError,
    AmaNotForYouError,
    AmaOwnVoteError,
    AmaQuestionHeldError,
    AmaQuestionLengthError,
    AmaReasonError,
    AmaReasonHeldError,
    AmaStateError,
    AmaUnknownError,
)
from bot.ama.states import AskedState
from bot.members import prompts
from bot.members.tiers import Tier
from db.repositories import ama, deliveries, members
from tests.factories.amas import (
    ASKER,
    OTHER,
    OUTSIDER,
    STARTS,
    THIRD,
    make_ama,
    make_deed,
    make_live,
    make_question,
    question_of,
)
from tests.factories.broadcasts import AUTHOR, NOW, SECOND

TEXT = "现金流量表要先看哪几行？"


@pytest.fixture
def number(session: Session, desk: AmaDesk) -> int:
    return make_ama(session, desk)


def _told(session: Session, question: int, what: str) -> str | None:
    found = deliveries.with_key(session, f"ama-told:{question}:{what}")
    return found.markup if found else None


def test_a_question_waits_for_a_moderator_with_a_card(
    session: Session, desk: AmaDesk, number: int
) -> None:
    asked = make_question(session, desk, number, TEXT, listed=False)
    assert question_of(session, asked).state is AskedState.PENDING
    card = deliveries.with_key(session, f"alert:ama-question:{asked}:-1009")
    assert card is not None and TEXT in card.markup and "成员101" in card.markup
    assert ama.ranked(session, number, {AskedState.LISTED}) == []


def test_the_same_message_taken_twice_is_one_question(
    session: Session, desk: AmaDesk, number: int
) -> None:
    deed = make_deed(ASKER, "same")
    first = asking.ask(session, desk, number, TEXT, deed)
    again = asking.ask(session, desk, number, TEXT, deed)
    assert (again.became, again.question.id) == (Became.ASKED, first.question.id)


@pytest.mark.parametrize(
    "same", ["现金流量表，要先看哪几行", "現金流量表要先看哪幾行？", "现金流量表 要先看哪几行???"]
)
def test_the_same_words_in_other_dress_are_a_vote(
    session: Session, desk: AmaDesk, number: int, same: str
) -> None:
    first = make_question(session, desk, number, TEXT)
    asked = asking.ask(session, desk, number, same, make_deed(OTHER, "same"))
    assert (asked.became, asked.question.id) == (Became.VOTED, first)
    assert ama.vote_of(session, number, OTHER) == first


def test_the_same_words_before_a_moderator_read_them_are_known(
    session: Session, desk: AmaDesk, number: int
) -> None:
    make_question(session, desk, number, TEXT, listed=False)
    asked = asking.ask(session, desk, number, TEXT, make_deed(OTHER, "same"))
    assert asked.became is Became.KNOWN
    assert ama.vote_of(session, number, OTHER) is None


@pytest.mark.parametrize("text", ["", "   ", "期待", "长" * 301])
def test_what_is_no_question_is_refused_with_the_bounds(
    session: Session, desk: AmaDesk, number: int, text: str
) -> None:
    with pytest.raises(AmaQuestionLengthError) as raised:
        asking.ask(session, desk, number, text, make_deed(ASKER))
    assert (raised.value.fields["least"], raised.value.fields["most"]) == (6, 300)


def test_a_question_that_the_bot_could_not_repeat_is_refused_with_the_reason(
    session: Session, desk: AmaDesk, number: int
) -> None:
    with pytest.raises(AmaQuestionHeldError) as raised:
        asking.ask(session, desk, number, "加微信 abc123 带你买股票好不好", make_deed(ASKER))
    assert raised.value.fields["reason"]


def test_three_questions_are_enough(session: Session, desk: AmaDesk, number: int) -> None:
    for text in ("第一个问题怎么问", "第二个问题怎么问", "第三个问题怎么问"):
        make_question(session, desk, number, text)
    with pytest.raises(AmaEnoughError):
        make_question(session, desk, number, "第四个问题怎么问")
    assert make_question(session, desk, number, "别人的问题怎么问", OTHER)


def test_withdrawing_makes_room_but_not_for_ever(
    session: Session, desk: AmaDesk, number: int
) -> None:
    for turn in range(6):
        asked = make_question(session, desk, number, f"第 {turn} 次提的问题", listed=False)
        asking.withdraw(session, desk, asked, make_deed(ASKER, f"back-{turn}"))
    with pytest.raises(AmaEnoughError):
        make_question(session, desk, number, "第七次提的问题")


def test_so_many_that_wait_take_no_more(
    session: Session, desk: AmaDesk, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MOST_WAITING", 1)
    make_question(session, desk, number, TEXT, listed=False)
    with pytest.raises(AmaFullError):
        make_question(session, desk, number, "另外一个问题怎么问", OTHER)


def test_withdrawn_words_can_be_asked_anew_by_anybody(
    session: Session, desk: AmaDesk, number: int
) -> None:
    asked = make_question(session, desk, number, TEXT)
    asking.withdraw(session, desk, asked, make_deed(ASKER, "back"))
    again = asking.ask(session, desk, number, TEXT, make_deed(OTHER, "anew"))
    assert again.became is Became.ASKED and again.question.id != asked


def test_only_the_asker_withdraws(session: Session, desk: AmaDesk, number: int) -> None:
    asked = make_question(session, desk, number, TEXT)
    with pytest.raises(AmaUnknownError):
        asking.withdraw(session, desk, asked, make_deed(OTHER))


def test_who_is_in_no_group_of_the_tiers_neither_asks_nor_reads(
    session: Session, desk: AmaDesk, number: int
) -> None:
    with pytest.raises(AmaNotForYouError):
        asking.ask(session, desk, number, TEXT, make_deed(OUTSIDER))
    with pytest.raises(AmaNotForYouError):
        service.view(session, desk, number, OUTSIDER)


def test_after_the_end_nothing_is_taken(session: Session, desk: AmaDesk) -> None:
    number = make_ama(session, desk, called=False)
    with pytest.raises(AmaStateError):
        asking.ask(session, desk, number, TEXT, make_deed(ASKER))


def test_one_vote_each_which_can_be_moved_and_taken_back(
    session: Session, desk: AmaDesk, number: int
) -> None:
    first = make_question(session, desk, number, TEXT)
    second = make_question(session, desk, number, "利润表里哪一行最重要？", OTHER)
    asking.vote(session, desk, first, True, make_deed(THIRD, "1"))
    asking.vote(session, desk, second, True, make_deed(THIRD, "2"))
    ranked = ama.ranked(session, number, {AskedState.LISTED})
    assert [(q.id, votes) for q, votes in ranked] == [(second, 1), (first, 0)]
    asking.vote(session, desk, second, False, make_deed(THIRD, "3"))
    assert ama.vote_of(session, number, THIRD) is None


def test_a_button_pressed_twice_counts_once(session: Session, desk: AmaDesk, number: int) -> None:
    asked = make_question(session, desk, number, TEXT)
    for press in ("1", "2"):
        asking.vote(session, desk, asked, True, make_deed(THIRD, press))
    assert ama.vote_of(session, number, THIRD) == asked


def test_nobody_votes_for_their_own_or_for_what_is_not_listed(
    session: Session, desk: AmaDesk, number: int
) -> None:
    listed = make_question(session, desk, number, TEXT)
    pending = make_question(session, desk, number, "还没有审核的问题呢", OTHER, listed=False)
    with pytest.raises(AmaOwnVoteError):
        asking.vote(session, desk, listed, True, make_deed(ASKER))
    with pytest.raises(AmaUnknownError):
        asking.vote(session, desk, pending, True, make_deed(THIRD))


def test_of_two_moderators_the_faster_decides(session: Session, desk: AmaDesk, number: int) -> None:
    asked = make_question(session, desk, number, TEXT, listed=False)
    asking.moderate(session, desk, asked, True, "", make_deed(AUTHOR, "take"))
    with pytest.raises(AmaDecidedError):
        asking.moderate(session, desk, asked, False, "重复", make_deed(SECOND, "refuse"))
    assert question_of(session, asked).decided_by == AUTHOR
    assert _told(session, asked, "refused") is None


def test_a_refusal_reaches_the_asker_with_its_reason(
    session: Session, desk: AmaDesk, number: int
) -> None:
    asked = make_question(session, desk, number, TEXT, listed=False)
    asking.moderate(session, desk, asked, False, "和本期主题无关", make_deed(key="no"))
    told = _told(session, asked, "refused")
    assert told is not None and TEXT in told and "和本期主题无关" in told


def test_a_reason_that_cannot_be_told_is_refused_and_nothing_decided(
    session: Session, desk: AmaDesk, number: int
) -> None:
    asked = make_question(session, desk, number, TEXT, listed=False)
    with pytest.raises(AmaReasonHeldError):
        asking.moderate(session, desk, asked, False, "这票稳赚不赔，必涨", make_deed(key="no"))
    with pytest.raises(AmaReasonError):
        asking.moderate(session, desk, asked, False, "长" * 201, make_deed(key="no"))
    assert question_of(session, asked).state is AskedState.PENDING


def test_moderating_leaves_what_another_feature_asked_standing(
    session: Session, desk: AmaDesk, number: int
) -> None:
    prompts.await_answer(session, AUTHOR, "broadcast-field", {"broadcast": 1}, NOW)
    make_question(session, desk, number, TEXT)
    asked = prompts.awaited(session, AUTHOR, NOW)
    assert asked is not None and asked.noun == "broadcast-field"


def test_who_never_spoke_to_the_bot_alone_is_not_written_to(
    session: Session, desk: AmaDesk, number: int
) -> None:
    member = members.by_id(session, ASKER)
    assert member is not None
    member.private_since = None
    asked = make_question(session, desk, number, TEXT)
    assert _told(session, asked, "listed") is None


def test_a_hidden_member_is_named_nowhere(session: Session, desk: AmaDesk, number: int) -> None:
    members.set_hidden(session, ASKER, True)
    session.expire_all()
    asked = make_question(session, desk, number, TEXT, listed=False)
    card = deliveries.with_key(session, f"alert:ama-question:{asked}:-1009")
    assert card is not None and "成员101" not in card.markup and "一位成员" in card.markup


def test_a_card_that_is_there_is_drawn_anew_when_it_was_decided(
    session: Session, desk: AmaDesk, number: int
) -> None:
    asked = make_question(session, desk, number, TEXT, listed=False)
    card = deliveries.with_key(session, f"alert:ama-question:{asked}:-1009")
    assert card is not None
    asking.moderate(session, desk, asked, True, "", make_deed(key="take"))
    session.refresh(card)
    assert "已上榜" in card.markup and card.buttons == []


def test_what_is_listed_while_the_stage_is_empty_comes_on_it_at_once(
    session: Session, desk: AmaDesk
) -> None:
    number, _ = make_live(session, desk)
    later = STARTS + timedelta(minutes=5)
    asked = make_question(session, desk, number, TEXT, now=later)
    assert question_of(session, asked).on_stage
    assert deliveries.with_key(session, f"alert:ama-stage:{asked}:1:-1009") is not None


def test_a_question_withdrawn_from_the_stage_gives_way_to_the_next(
    session: Session, desk: AmaDesk
) -> None:
    _, (first, second) = make_live(session, desk, TEXT, "利润表里哪一行最重要？")
    asking.withdraw(session, desk, first, make_deed(ASKER, "back", STARTS))
    assert not question_of(session, first).on_stage
    assert question_of(session, second).on_stage


def test_an_ama_of_another_tier_is_not_the_current_one(session: Session, desk: AmaDesk) -> None:
    soon = NOW + timedelta(hours=1)
    make_ama(session, desk, key="vip", tiers=(Tier.VIP,), starts_at=soon)
    mine = make_ama(session, desk, key="mine")
    assert service.current(session, desk, ASKER).id == mine
    assert service.current(session, desk, ASKER, Tier.VIP).id != mine

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from bot.contest.operator_errors import NoteLengthError, NotInContestError, TooManyNotesError
from bot.contest.services import journal
from bot.members.tiers import Binding, Presence
from db.models.contest import Contest
from db.repositories import groups, members
from db.session import Database
from tests.factories import contests as market
from tests.factories.contest_cases import (
    NOW,
    make_deed,
    make_played,
    make_staff_desk,
    order_of,
    posts,
)
from tests.factories.points import make_person

DESK = make_staff_desk()
SUNDAY = date(2026, 11, 22)


@pytest.fixture
def contest(db: Database) -> Contest:
    return db.run_sync(make_played)


def _note(db: Database, contest: Contest, text: str, member: int = 7, **deed: object) -> int:
    return db.run_sync(journal.add_note, contest.id, member, text, None, make_deed(member, **deed))


def _group(session: Session, *people: int, chat: int = -1001) -> None:
    """Bind a group to a tier of its own; without names the usual member is in it."""
    group = groups.ensure(session, chat, "一群", NOW)
    group.binding = Binding.NEWBIE if chat == -1001 else Binding.VIP
    session.add(group)
    for person in people or (7,):
        members.set_presence(session, group.id, person, Presence.PRESENT, NOW)


def _week(db: Database) -> list[str]:
    deed = make_deed(99, day=SUNDAY, key=f"journal-week:{SUNDAY}")
    db.run_sync(journal.roll_up, DESK, deed)
    return [post.markup for post in db.run_sync(posts) if post.chat_id == -1001]


def test_a_note_is_kept_once_for_each_deed(db: Database, contest: Contest) -> None:
    deed = make_deed(7)
    for _ in range(2):
        total = db.run_sync(journal.add_note, contest.id, 7, "等回调再买", None, deed)
    assert total == 1
    found = db.run_sync(journal.journal_of, contest.id, 7)
    assert [note.text for note in found.notes] == ["等回调再买"]
    assert (found.days, found.allowed) == (1, False)


def test_a_note_remembers_its_order_only_if_it_is_ones_own(db: Database, contest: Contest) -> None:
    order = db.run_sync(order_of, contest.id)
    db.run_sync(journal.add_note, contest.id, 7, "自己的委托", order.id, make_deed(7))
    db.run_sync(journal.add_note, contest.id, 7, "没有的委托", 4711, make_deed(7))
    found = db.run_sync(journal.journal_of, contest.id, 7)
    assert [note.order_id for note in found.notes] == [None, order.id]


@pytest.mark.parametrize("text", ["", " 短 ", "长" * 501])
def test_a_note_has_a_length(db: Database, contest: Contest, text: str) -> None:
    with pytest.raises(NoteLengthError):
        _note(db, contest, text)


def test_there_are_enough_notes_for_a_day(db: Database, contest: Contest) -> None:
    for number in range(journal.MOST_A_DAY):
        _note(db, contest, f"第 {number} 条")
    with pytest.raises(TooManyNotesError):
        _note(db, contest, "再来一条")
    assert _note(db, contest, "第二天再写", day=SUNDAY) == journal.MOST_A_DAY + 1


def test_only_who_takes_part_keeps_a_journal(db: Database, contest: Contest) -> None:
    with pytest.raises(NotInContestError):
        _note(db, contest, "路过看看", member=51)


def test_notes_come_in_pages_newest_first(db: Database, contest: Contest) -> None:
    for number in range(7):
        _note(db, contest, f"第 {number} 条")
    second = db.run_sync(journal.journal_of, contest.id, 7, 2)
    assert [note.text for note in second.notes] == ["第 1 条", "第 0 条"]
    assert (second.pages, second.total) == (2, 7)


def test_the_week_counts_notes_and_quotes_nobody_without_consent(
    db: Database, contest: Contest
) -> None:
    db.run_sync(_group)
    _note(db, contest, "追高之后心里没底")
    (post,) = _week(db)
    assert "这周有 1 人写了 1 条笔记" in post
    assert "追高" not in post


def test_with_consent_one_note_is_quoted_without_a_name(db: Database, contest: Contest) -> None:
    db.run_sync(_group)
    _note(db, contest, "追高之后心里没底")
    db.run_sync(journal.allow_quotes, contest.id, 7, True)
    (post,) = _week(db)
    assert "「追高之后心里没底」" in post
    assert "小林" not in post


def test_a_withdrawn_consent_counts(db: Database, contest: Contest) -> None:
    db.run_sync(_group)
    _note(db, contest, "追高之后心里没底")
    db.run_sync(journal.allow_quotes, contest.id, 7, True)
    db.run_sync(journal.allow_quotes, contest.id, 7, False)
    (post,) = _week(db)
    assert "追高" not in post


@pytest.mark.parametrize(
    "text", ["600036 让我安心", "招商银行拿得住", "这只股必涨，稳赚不赔", "AAPL 太贵"]
)
def test_what_names_a_share_or_breaks_a_rule_is_not_quoted(
    db: Database, contest: Contest, text: str
) -> None:
    db.run_sync(_group)
    _note(db, contest, text)
    db.run_sync(journal.allow_quotes, contest.id, 7, True)
    (post,) = _week(db)
    assert "写了 1 条笔记" in post
    assert text not in post


def test_a_quiet_week_posts_nothing_and_a_week_is_posted_once(
    db: Database, contest: Contest
) -> None:
    db.run_sync(_group)
    old = SUNDAY - timedelta(days=7)
    _note(db, contest, "上周写的", day=old)
    assert _week(db) == []
    _note(db, contest, "这周写的")
    assert len(_week(db)) == 1
    assert len(_week(db)) == 1


def test_each_group_is_told_of_its_own_people(db: Database, contest: Contest) -> None:
    def play(session: Session) -> None:
        make_person(session, 8, "阿明")
        market.make_entry(session, contest, 8)
        _group(session, 7)
        _group(session, 8, chat=-1002)

    db.run_sync(play)
    _note(db, contest, "只有新手群的人写")
    assert len(_week(db)) == 1
    assert [post for post in db.run_sync(posts) if post.chat_id == -1002] == []
    _note(db, contest, "另一个群的想法", 8)
    _note(db, contest, "又想了想", 8)
    db.run_sync(journal.allow_quotes, contest.id, 8, True)
    assert len(_week(db)) == 1
    (other,) = [post.markup for post in db.run_sync(posts) if post.chat_id == -1002]
    assert "本群这周有 1 人写了 2 条笔记" in other
    assert "又想了想" in other


def test_each_person_is_quoted_once_at_most(db: Database, contest: Contest) -> None:
    def join(session: Session) -> None:
        make_person(session, 8, "阿明")
        market.make_entry(session, contest, 8)

    db.run_sync(join)
    db.run_sync(_group, 7, 8)
    for member, text in ((7, "第一句话"), (7, "第二句话"), (8, "第三句话")):
        _note(db, contest, text, member)
        db.run_sync(journal.allow_quotes, contest.id, member, True)
    (post,) = _week(db)
    assert "这周有 2 人写了 3 条笔记" in post
    assert "第一句话" not in post
    assert "第二句话" in post
    assert "第三句话" in post

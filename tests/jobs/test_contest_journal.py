from datetime import timedelta

from sqlmodel import Session

from bot.contest.services import journal
from bot.members.tiers import Binding, Presence
from db.repositories import groups, members
from jobs.contest_journal import weekly
from tests.factories.contest_cases import make_deed, make_played
from tests.fixtures.telegram import NOW, Rig

SUNDAY_EVENING = NOW + timedelta(days=2, hours=11)


def _written(session: Session) -> None:
    contest = make_played(session)
    group = groups.ensure(session, -1001, "新手一群", NOW)
    group.binding = Binding.NEWBIE
    session.add(group)
    members.set_presence(session, group.id, 7, Presence.PRESENT, NOW)
    journal.add_note(session, contest.id, 7, "想看看竞价怎么成交", None, make_deed(7))


async def test_the_week_is_posted_on_sunday_once(rig: Rig) -> None:
    await rig.db.run(_written)
    await weekly(rig.house, NOW)
    assert [post for post in await rig.queued() if post.chat_id == -1001] == []
    for _ in range(2):
        await weekly(rig.house, SUNDAY_EVENING)
    (post,) = [post for post in await rig.queued() if post.chat_id == -1001]
    assert "这周有 1 人写了 1 条笔记" in post.markup

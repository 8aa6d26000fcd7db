"""The board in groups: each language, each group once, and never a name that breaks a rule."""

from datetime import timedelta

from markupsafe import Markup
from sqlmodel import Session, select

from bot.i18n import Language
from bot.markup import plain
from bot.members.tiers import Binding, Purpose, Tier
from db.models import Member
from db.models.group import Group
from db.repositories import groups
from db.session import Database
from tests.briefs.houses import alerts, bind
from tests.contest.services.market_days import USUAL, board_posts, make_market, play, prepare, tick
from tests.factories.contests import DAY, NEXT_DAY, at, make_rules


async def test_it_goes_to_the_tiers_of_the_contest_in_their_language_and_topic(
    db: Database,
) -> None:
    def work(session: Session) -> None:
        prepare(session, make_rules(tiers=(Tier.VIP,)))
        vip = session.exec(select(Group).where(Group.binding == Binding.VIP)).one()
        vip.language = Language.ENGLISH
        groups.bind_topic(session, vip.id, Purpose.CONTEST, 77)

    await db.run(work)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    (post,) = await db.read(board_posts)
    assert post.thread_id == 77
    assert "simulated board, trading day 1" in post.markup
    assert post.useless_after == at(9, 15, day=NEXT_DAY)


async def test_a_group_bound_in_the_evening_gets_it_and_one_the_next_morning_does_not(
    db: Database,
) -> None:
    await db.run(prepare)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    await db.run(bind, -2001, Binding.NEWBIE)
    await tick(house, at(21, 0))
    await tick(house, at(21, 0, 5))
    assert [post.chat_id for post in await db.read(board_posts)][3:] == [-2001]
    await db.run(bind, -2002, Binding.NEWBIE)
    await tick(house, at(9, 15, day=NEXT_DAY))
    assert len(await db.read(board_posts)) == 4


async def test_a_name_that_breaks_a_rule_is_replaced_and_the_board_still_goes_out(
    db: Database,
) -> None:
    def work(session: Session) -> None:
        prepare(session)
        member = session.get(Member, 1)
        assert member is not None
        member.first_name = "必涨保本"

    await db.run(work)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    posts = await db.read(board_posts)
    assert len(posts) == 3
    assert "必涨" not in posts[0].markup
    assert "1. 参赛者" in plain(Markup(posts[0].markup))


async def test_a_title_that_breaks_a_rule_holds_the_board_back_and_is_told_once(
    db: Database,
) -> None:
    def work(session: Session) -> None:
        from db.models.contest import Contest

        number = prepare(session)
        contest = session.get(Contest, number)
        assert contest is not None
        contest.title = "稳赚不赔必涨赛"

    await db.run(work)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    await tick(house, at(16, 0) + timedelta(minutes=1))
    assert await db.read(board_posts) == []
    assert len(await db.read(alerts)) == 1


async def test_a_board_has_at_most_six_lines_and_is_marked_as_simulated(db: Database) -> None:
    await db.run(prepare, people=12)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    for post in await db.read(board_posts):
        assert len(post.markup.splitlines()) <= 6
        assert "模拟" in post.markup


async def test_nobody_in_a_contest_means_no_board(db: Database) -> None:
    await db.run(prepare, people=0)
    house, _ = make_market(db)
    await play(house, DAY, *USUAL)
    assert await db.read(board_posts) == []

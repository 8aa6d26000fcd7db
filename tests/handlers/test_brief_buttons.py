import pytest
from telegram.constants import CallbackQueryLimit

from bot.briefs.errors import WatchBriefForVip
from bot.briefs.extras import extra_rows, poll_post
from bot.briefs.slots import Slot
from bot.glossary.terms import terms_in
from bot.i18n import Language
from bot.markup import plain
from bot.members.tiers import Binding, Tier
from db.repositories import watch_briefs
from db.session import Database
from handlers import terms, watch_brief
from handlers.terms import note_of
from tests.briefs.houses import GROUPS, bind_all, heard, make_house
from tests.briefs.newsrooms import at, make_due, make_newsroom
from tests.handlers.test_briefs import MEMBER, join, make_press

POLL = {"id": "x", "question": "你最先看哪一样？", "options": ["指数", "家数"]}


@pytest.fixture
def db(db: Database) -> Database:
    db.run_sync(bind_all)
    return db


async def test_a_tap_explains_a_term_in_a_note(db: Database) -> None:
    house = make_house(db)
    await terms.press(make_press(house, "", MEMBER, GROUPS[Binding.NEWBIE]), "limit-up")
    (note,) = heard(house).of("answerCallbackQuery")
    assert note.given["show_alert"]
    assert note.text.startswith("涨停：")
    assert "例：" in note.text


async def test_a_term_that_is_gone_is_said_to_be(db: Database) -> None:
    house = make_house(db)
    await terms.press(make_press(house, "", MEMBER, GROUPS[Binding.NEWBIE]), "nothing")
    assert "查不到" in heard(house).notes[0]


@pytest.mark.parametrize("language", list(Language))
async def test_every_note_is_whole_within_telegrams_limit(language: Language) -> None:
    house_words = make_newsroom().words
    limit = CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH
    for term in terms_in(language):
        said = plain(house_words.say(language, note_of(term, house_words, language)))
        assert term.more in said
        assert len(said) <= limit, term.id


async def test_a_vip_turns_the_own_list_on_and_off_under_a_message(db: Database) -> None:
    await db.run(join, GROUPS[Binding.VIP])
    house = make_house(db)
    await watch_brief.press(make_press(house, "", MEMBER, GROUPS[Binding.VIP]), "on")
    assert await db.read(watch_briefs.is_wanted, MEMBER)
    await watch_brief.press(make_press(house, "", MEMBER), "off")
    assert not await db.read(watch_briefs.is_wanted, MEMBER)
    await watch_brief.press(make_press(house, "", MEMBER), "x")
    assert len(heard(house).notes) == 3


async def test_nobody_else_turns_it_on(db: Database) -> None:
    await db.run(join, GROUPS[Binding.NEWBIE])
    with pytest.raises(WatchBriefForVip):
        await watch_brief.press(make_press(make_house(db), "", MEMBER), "on")


def test_newbies_get_a_button_for_each_term_and_vips_one_for_their_list() -> None:
    snapshot = {"terms": ["index", "limit-up", "gone", "amplitude"]}
    rows = extra_rows(snapshot, Tier.NEWBIE, Language.SIMPLIFIED)
    assert [b.data for row in rows for b in row] == [
        "term:index",
        "term:limit-up",
        "term:amplitude",
    ]
    assert [b.data for row in extra_rows({}, Tier.VIP, Language.ENGLISH) for b in row] == [
        "watchbrief:on"
    ]
    assert extra_rows({}, Tier.ADVANCED, Language.ENGLISH) == ()


def test_the_question_follows_its_brief_once_and_only_if_it_passes_the_gate() -> None:
    room, due = make_newsroom(), make_due(Slot.NOON)
    post = poll_post(room, due, {"poll": POLL}, (5, -1001, 9), at("11:45"))
    assert post is not None and post.poll is not None
    assert post.send_key == "brief-poll:2026-11-20:noon:5"
    assert post.poll.options == ("指数", "家数")
    assert (post.thread_id, post.useless_after) == (9, due.useless_at)
    assert poll_post(room, due, {}, (5, -1001, 9), at("11:45")) is None
    bad = {**POLL, "options": ["这只股明天必涨，保本稳赚", "家数"]}
    assert poll_post(room, due, {"poll": bad}, (5, -1001, 9), at("11:45")) is None

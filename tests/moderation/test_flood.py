from datetime import UTC, datetime, timedelta
from itertools import count

from bot.moderation.flood import Flood, FloodWatch
from bot.moderation.heard import Heard
from bot.moderation.ladder_file import default_ladder

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
LIMITS = default_ladder().flood
NUMBERS = count(1)


def heard(text: str = "", *, message: int | None = None, chat: int = -5, **shape) -> Heard:
    return Heard(chat, message or next(NUMBERS), 1, text, **shape)


def at(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_talk_at_an_ordinary_pace_is_no_flood() -> None:
    watch = FloodWatch(LIMITS)
    assert {watch.note(7, heard(f"第 {n} 句话来了"), at(5 * n)) for n in range(40)} == {None}


def test_too_many_messages_in_a_window_are_a_flood_and_another_persons_are_not() -> None:
    watch = FloodWatch(LIMITS)
    found = [watch.note(7, heard(f"{n}"), at(0)) for n in range(LIMITS.messages + 1)]
    assert found[:-1] == [None] * LIMITS.messages
    assert found[-1] is Flood.MESSAGES
    assert watch.note(8, heard("早"), at(0)) is None
    assert watch.note(7, heard("早"), at(60)) is None


def test_a_message_told_twice_is_counted_once() -> None:
    watch = FloodWatch(LIMITS)
    same = heard("这一句话我说过了吗", message=77)
    assert {watch.note(7, same, at(n)) for n in range(20)} == {None}


def test_an_album_counts_as_one_message() -> None:
    watch = FloodWatch(LIMITS)
    assert {watch.note(7, heard(album="a"), at(0)) for _ in range(10)} == {None}


def test_the_same_text_again_is_a_flood_whatever_its_dots_and_groups() -> None:
    watch = FloodWatch(LIMITS)
    texts = ["来看直播间啦", "来看-直播间啦！", "来 看 直播间啦"]
    found = [watch.note(7, heard(t, chat=-n), at(20 * n)) for n, t in enumerate(texts, 1)]
    assert found == [None, None, Flood.REPEATS]


def test_short_words_may_be_repeated() -> None:
    watch = FloodWatch(LIMITS)
    assert {watch.note(7, heard("签到"), at(30 * n)) for n in range(8)} == {None}


def test_the_night_is_slower() -> None:
    watch = FloodWatch(LIMITS)
    found = [watch.note(7, heard(f"{n}"), at(0), night=True) for n in range(4)]
    assert found == [None, None, None, Flood.MESSAGES]


def test_calling_many_by_name_is_a_flood_even_in_an_edit() -> None:
    watch = FloodWatch(LIMITS)
    assert watch.note(7, heard("@a @b", mentions=LIMITS.mentions), at(0)) is Flood.MENTIONS
    edit = heard("@a", mentions=LIMITS.mentions, edited=True)
    assert watch.note(8, edit, at(0)) is Flood.MENTIONS


def test_laughing_three_times_is_no_flood() -> None:
    watch = FloodWatch(LIMITS)
    for laughter in ("哈哈哈哈哈哈", "666666", "hahahaha"):
        assert {watch.note(7, heard(laughter), at(20 * n)) for n in range(4)} == {None}
        watch = FloodWatch(LIMITS)

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Language, Words
from bot.markup import plain
from bot.questions.excerpt import in_group, label
from bot.questions.limits import Deed
from bot.questions.promise import Promise
from bot.questions.question import Kind, Told, Why
from bot.questions.quiet import Quiet
from bot.questions.states import BotSaid
from bot.questions.telling import Message, Reader, phrased, tell
from db.models.question import QuestionCase, QuestionOffer
from tests.factories.entries import StandEntry, make_entry

ZONE = ZoneInfo("Asia/Shanghai")
WORDS = Words(ZONE)
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
LONG = "两融账户的维持担保比例低于平仓线时，要在规定时间内追加担保物。" * 12
ENTRY = make_entry("margin", "融资融券和基金、期货的维持担保比例是什么", LONG, source="两所规则")


def _case(**changes: Any) -> QuestionCase:
    values = {"id": 1234, "asker_id": 5, "text": "维持担保比例是什么", "opened_at": NOW}
    return QuestionCase(**{**values, "language": Language.SIMPLIFIED, **changes})


def _offer(number: int = 9, key: str = "margin") -> QuestionOffer:
    return QuestionOffer(id=number, entry_key=key, said=BotSaid.ANSWER)


def _reader(language: Language = Language.SIMPLIFIED, *, in_public: bool = True) -> Reader:
    return Reader(language, in_public, "bell_bot", ZONE, NOW)


def _said(message: Message | None, language: Language = Language.SIMPLIFIED) -> str:
    assert message is not None
    return "\n".join(plain(WORDS.say(language, line)) for line in message.lines)


def _told(kind: Kind, **more: Any) -> Told:
    return Told(kind, _case(), **more)


EVERY = [
    _told(Kind.ANSWER, offers=[_offer()]),
    _told(Kind.CHOICE, offers=[_offer()]),
    _told(Kind.UNSURE),
    _told(Kind.GO_PRIVATE, removed=True),
    *[_told(Kind.PROMISED, promise=Promise(NOW + timedelta(days=2)), why=why) for why in Why],
    _told(Kind.PROMISED, promise=Promise(None)),
    _told(Kind.PROMISED, promise=Promise(None, stopped=True)),
    _told(Kind.WITH_HUMAN),
    _told(Kind.OPEN, held=3, removed=True),
    _told(Kind.ADDED, removed=True),
    _told(Kind.SOLVED),
    _told(Kind.CLOSED),
    *[_told(Kind.OVER_LIMIT, deed=deed, free_at=NOW) for deed in Deed],
    _told(Kind.TOO_LATE),
]


@pytest.mark.parametrize("language", list(Language))
def test_nothing_takes_more_than_six_lines_in_a_group(language: Language) -> None:
    for told in EVERY:
        said = _said(tell(told, {"margin": ENTRY}, _reader(language)), language)
        assert 1 <= len(said.splitlines()) <= 6, (told.kind, said)
        assert "1,234" not in said


def test_silence_is_nothing_to_say() -> None:
    assert tell(Told(Kind.QUIET), {}, _reader()) is None


def test_an_answer_carries_source_day_and_risk_and_its_rest_is_one_tap_away() -> None:
    message = tell(_told(Kind.ANSWER, offers=[_offer()]), {"margin": ENTRY}, _reader())
    said = _said(message)
    assert "来源：两所规则 · 截至 2026-11-01" in said
    assert "风险" in said
    assert message is not None
    urls = [button.url for row in message.buttons for button in row if button.url]
    assert urls == ["https://t.me/bell_bot?start=answer_9"]
    private = tell(
        _told(Kind.ANSWER, offers=[_offer()]), {"margin": ENTRY}, _reader(in_public=False)
    )
    assert LONG in _said(private)


def test_an_entry_that_is_served_no_more_is_not_shown() -> None:
    said = _said(tell(_told(Kind.ANSWER, offers=[_offer()]), {}, _reader()))
    assert "不乱答" in said


@pytest.mark.parametrize(
    ("source", "day", "line"),
    [
        ("上交所", None, "来源：上交所"),
        ("", date(2026, 11, 2), "截至 2026-11-02"),
        ("", None, None),
    ],
)
def test_source_and_day_are_named_as_far_as_they_are_known(
    source: str, day: date | None, line: str | None
) -> None:
    entry = make_entry("a", "怎么开户", "带身份证到营业部。", source=source, as_of=day)
    said = _said(tell(_told(Kind.ANSWER, offers=[_offer(key="a")]), {"a": entry}, _reader()))
    assert said.splitlines()[2:-1] == ([line] if line else [])


def test_a_promise_of_today_names_the_hour_and_one_of_another_day_the_day() -> None:
    def promise(at: datetime) -> str:
        return _said(tell(_told(Kind.PROMISED, promise=Promise(at)), {}, _reader()))

    assert "最晚今天 14:30 回复" in promise(datetime(2026, 11, 20, 6, 30, tzinfo=UTC))
    assert "最晚11月23日（周一）10:00 回复" in promise(datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    # In UTC still today, in the community's zone tomorrow.
    assert "11月21日" in promise(datetime(2026, 11, 20, 17, 0, tzinfo=UTC))


def test_only_what_was_painted_over_is_said_to_be() -> None:
    def said(text: str) -> str:
        return _said(tell(Told(Kind.GO_PRIVATE, _case(text=text)), {}, _reader()))

    assert "已遮住" in said("我的账号 ▇▇▇ 登不上")
    assert "遮" not in said("我账户里还有多少钱")


def test_a_promise_whose_time_is_over_is_not_made_again() -> None:
    late = _told(Kind.PROMISED, promise=Promise(NOW - timedelta(minutes=1)))
    said = _said(tell(late, {}, _reader()))
    assert "已经晚了" in said
    assert "最晚" not in said


def test_a_models_wording_says_what_it_is_and_names_its_entries() -> None:
    other: StandEntry = make_entry("b", "追加担保物怎么做", "转入资金。")
    told = _told(Kind.ANSWER, offers=[_offer()])
    said = _said(phrased(told, "要追加担保物。[1][2]", (ENTRY, other), _reader()))
    assert said.startswith("🤖 以下由语言模型")
    assert "[2] 追加担保物怎么做" in said
    assert len(said.splitlines()) <= 6


def test_an_answer_is_cut_at_a_sentence_and_says_that_it_was() -> None:
    assert in_group("第一句。\n第二句。") == ("第一句。 第二句。", False)
    text, cut = in_group("开户要带身份证。" * 40)
    assert cut
    assert text.endswith("。")
    assert len(text) <= 180
    text, cut = in_group("长" * 400)
    assert (text[-1], len(text), cut) == ("…", 180, True)
    assert label("很长的标题" * 20).endswith("…")


def test_a_thing_is_said_once_for_a_while_to_each_person() -> None:
    quiet = Quiet()
    assert quiet.first(1, "voice", NOW)
    assert not quiet.first(1, "voice", NOW + timedelta(minutes=9))
    assert quiet.first(2, "voice", NOW)
    assert quiet.first(1, "limit", NOW)
    assert quiet.first(1, "voice", NOW + timedelta(minutes=10))

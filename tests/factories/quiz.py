"""A small bank, and what a quiz works with."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlmodel import Session

from bot.delivery.alerts import Alerts
from bot.i18n import Language
from bot.quiz.item import Item, Wording
from bot.quiz.ladder import default_ladder
from bot.quiz.means import QuizMeans
from db.repositories import members
from tests.factories.checkin import BOT, COMMUNITY, shipped_means
from tests.factories.members import NOW


def make_item(item_id: str = "l1-01", **changes: Any) -> Item:
    """Return an item whose options say which place of the bank they have."""
    wording = Wording(
        prompt=f"题目 {item_id}？",
        options=tuple(f"{item_id} 选项{name}" for name in "甲乙丙丁"),
        explanation=f"{item_id} 的讲解。",
    )
    item = Item(
        id=item_id,
        version=1,
        level=int(item_id[1]) if item_id[1].isdigit() else 1,
        tags=("test",),
        correct=sum(map(ord, item_id)) % 4,
        wordings={Language.SIMPLIFIED: wording},
    )
    return replace(item, **changes)


@cache
def make_items(each: int = 12) -> tuple[Item, ...]:
    """Return a bank with `each` items on every level."""
    return tuple(
        make_item(f"l{level}-{number:02}") for level in range(1, 6) for number in range(1, each + 1)
    )


def make_quiz_means(items: Sequence[Item] | None = None, **changes: Any) -> QuizMeans:
    """Return what a default installation's quiz works with, over the small bank."""
    means = shipped_means()
    made = QuizMeans(
        items=make_items() if items is None else items,
        ladder=default_ladder(),
        community=COMMUNITY,
        economy=means.economy,
        words=means.words,
        gate=means.gate,
        alerts=Alerts(means.words, means.gate, means.language, (1,)),
        language=means.language,
        bot_id=BOT,
        owners=(1,),
    )
    return replace(made, **changes)


def make_player(session: Session, member_id: int = 7, name: str = "小林") -> int:
    """Register somebody who can play."""
    members.save(session, member_id, NOW, first_name=name, last_name=None, username=None)
    return member_id

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlmodel import Session

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.i18n import Language, Say, words_for
from bot.points.level_up import announce_level_up, level_message
from bot.points.service import award
from db.models import Delivery
from db.repositories import members
from db.session import Database
from tests.factories.points import NOW, make_economy, make_movement, make_person

WORDS = words_for(ZoneInfo("Asia/Shanghai"))
GATE = Gate(default_pack())
ECONOMY = make_economy()


def _earn(session: Session, amount: int) -> bool:
    done = award(session, make_movement(amount), ECONOMY)
    return announce_level_up(session, done, 1, NOW, WORDS, GATE, Language.SIMPLIFIED)


def _texts(session: Session) -> list[str]:
    return list(session.execute(select(Delivery.markup)).scalars())


def test_a_level_is_told_once_in_private_and_nothing_else_is(db: Database) -> None:
    db.run_sync(make_person, 1)
    assert not db.run_sync(_earn, 29)
    assert db.run_sync(_earn, 1)
    assert not db.run_sync(_earn, 1)
    (text,) = db.run_sync(_texts)
    assert text.startswith("升到 Lv.2 萌芽 了。")


def test_whom_the_bot_cannot_write_to_is_left_alone(db: Database) -> None:
    db.run_sync(make_person, 1)
    db.run_sync(members.set_unreachable, 1, NOW)
    assert not db.run_sync(_earn, 40)
    assert db.run_sync(_texts) == []


@pytest.mark.parametrize("language", list(Language))
def test_every_level_and_receipt_may_go_out_in_each_language(language: Language) -> None:
    figures = {"amount": 800, "balance": 1200}
    receipts = [Say(f"receipt-{kind}-bare", **figures) for kind in ("grant", "deduct")]
    for say in [*(level_message(level) for level in ECONOMY.levels), *receipts]:
        assert GATE.admit(WORDS.say(language, say)).plain

"""Ordinary messages that stand in no labelled file: a group must hardly notice the screening.

Do not label these for training: they are here to tell what the model does with unseen text.
"""

from pathlib import Path

from bot.compliance.gate import Gate
from bot.compliance.model.linear import default_model
from bot.compliance.model.rows import read_labelled
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane

ORDINARY = Path(__file__).with_name("ordinary.txt").read_text(encoding="utf-8").splitlines()
MOST_PERCENT = 5


def test_at_most_one_in_twenty_ordinary_messages_is_held() -> None:
    gate = Gate(default_pack(), default_model())
    held = [text for text in ORDINARY if gate.judge(text, Lane.MEMBER).blocked]
    assert len(held) * 100 <= MOST_PERCENT * len(ORDINARY), held


def test_these_messages_were_not_trained_on() -> None:
    assert not {row.text for row in read_labelled()} & set(ORDINARY)

"""Words that are used alike have vectors that are near."""

import numpy as np

from bot.questions.retrieval.index import Index
from bot.questions.retrieval.lexicon import lexicon
from bot.questions.retrieval.meanings import (
    DIMENSIONS,
    joined,
    likeness,
    meaning,
    packed,
    table,
)
from bot.questions.retrieval.rows import FaqRow
from bot.questions.retrieval.texts import read


def _near(text: str, other: str) -> float:
    return float(meaning(read(text, lexicon())).mean @ meaning(read(other, lexicon())).mean)


def test_words_of_one_matter_are_nearer_than_others() -> None:
    assert _near("利息", "贷款") > 0.3
    assert _near("利息", "贷款") > _near("利息", "手机") + 0.2
    assert _near("退款", "退货") > _near("退款", "股票") + 0.1


def test_rows_are_of_length_one_but_the_first_which_is_of_no_word() -> None:
    lengths = np.linalg.norm(table().rows, axis=1)
    assert lengths[0] == 0
    assert np.allclose(lengths[1:], 1, atol=1e-5)
    assert min(table().places.values()) == 1


def test_a_text_without_a_known_word_means_nothing_and_harms_nothing() -> None:
    unknown = meaning(read("qwxz", lexicon()))
    known = meaning(read("退款", lexicon()))
    assert not unknown.mean.any()
    assert np.allclose(likeness(unknown, joined([known, unknown])), 0)


def test_a_word_that_is_not_in_the_table_is_read_by_its_characters() -> None:
    text = meaning(read("股款", lexicon()))
    assert "股款" not in table().places
    assert text.mean.any()


def test_likeness_goes_both_ways() -> None:
    short, long = meaning(read("退款", lexicon())), meaning(read("退款利息密码手机", lexicon()))
    there, back = likeness(short, joined([long]))[0], likeness(long, joined([short]))[0]
    assert there[0] > 0.99 > back[0]
    assert np.allclose(there[[0, 1]], back[[2, 3]], atol=1e-5)


def test_each_of_several_is_likened_alone() -> None:
    query = meaning(read("贷款利息", lexicon()))
    others = [meaning(read(text, lexicon())) for text in ("利率", "手机坏了", "qwxz", "借钱")]
    alone = np.vstack([likeness(query, joined([each])) for each in others])
    assert np.allclose(likeness(query, joined(others)), alone, atol=1e-5)


def test_vectors_survive_their_file_but_for_rounding() -> None:
    rows = np.sin(np.arange(3 * DIMENSIONS).reshape(3, DIMENSIONS)).astype(np.float32)
    assert packed(["甲", "乙", "丙"], rows) == packed(["甲", "乙", "丙"], rows * 5)


def test_an_entry_that_shares_no_word_is_a_candidate_by_meaning() -> None:
    rows = [FaqRow("rate", "贷款"), FaqRow("phone", "手机")]
    index = Index(rows, lexicon())
    found = index.candidates(read("本金", lexicon()))
    assert index.rows[found[0].entry].id == "rate"


def test_what_was_learned_turns_a_question_towards_another_entry() -> None:
    rows = [FaqRow("rate", "贷款"), FaqRow("phone", "手机")]
    index = Index(rows, lexicon())
    query = meaning(read("利息", lexicon())).mean
    entries = [[row.id for row in index.rows].index(name) for name in ("rate", "phone")]
    same = np.eye(DIMENSIONS, dtype=np.float32)
    straight = index.taught(query, entries, np.stack([same, same]))
    assert straight[0, 0] > straight[1, 0]
    towards = np.outer(query, index.entry_means[entries[1]]).astype(np.float32)
    turned = index.taught(query, entries, np.stack([towards, same]))
    assert turned[1, 0] > turned[0, 0]
    assert np.allclose(turned[:, 1], straight[:, 1])

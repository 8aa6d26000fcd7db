import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.compliance.gate import Gate
from bot.compliance.model.features import BUCKET_BITS, buckets
from bot.compliance.model.linear import LinearModel, default_model, load_model
from bot.compliance.model.rows import read_labelled
from bot.compliance.model.weights import MODEL_FILE, Header, Weights, read, write
from bot.compliance.normalise import fold
from bot.compliance.rulepack import default_pack
from bot.compliance.verdict import Lane
from bot.strict_toml import InvalidData

HEADER = Header(
    lanes=("member",),
    threshold=0.5,
    excused_threshold=0.7,
    doubt_threshold=0.2,
    doubts=(("R-012", 1),),
    reason="像是违规。",
    suggestion="换个说法。",
    scale=0.03,
    intercept=-4.0,
    trained_on="none",
    rows=0,
)


def _model(offence: str) -> LinearModel:
    """Return a model that knows the n-grams of one text and nothing else."""
    values = np.zeros(1 << BUCKET_BITS, np.int8)
    values[buckets(offence)] = 100
    return LinearModel(Weights("test", HEADER, values))


def test_what_was_learned_scores_high_and_anything_else_low() -> None:
    model = _model("带你赚钱")
    assert model.score("带你赚钱，带你赚钱") > 0.9
    assert model.score("今天吃面") < 0.5
    assert model.score("") == 0


def test_causes_are_where_the_learned_words_stand() -> None:
    text = "今天吃面，大家12点带你赚钱吧，下雨了"
    start, end = _model("带你赚钱").causes(text)[0]
    assert text[start:end] == "带你赚钱"


def test_a_number_before_the_cause_does_not_shift_it() -> None:
    text = "600519和000001都好，带你赚钱"
    start, end = _model("带你赚钱").causes(text)[0]
    assert text[start:end] == "带你赚钱"


@given(st.text(max_size=80))
@settings(max_examples=80, deadline=None)
def test_any_text_has_a_score_and_causes_inside_it(text: str) -> None:
    folded = fold(text)
    model = default_model()
    assert 0 <= model.score(folded) <= 1
    for start, end in model.causes(folded):
        assert 0 <= start < end <= len(folded)


def test_threads_share_one_model() -> None:
    text, scores = fold("加我微信，带你稳赚"), []
    alone = default_model().score(text)

    def work() -> None:
        scores.extend(default_model().score(text) for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(scores) == {alone}


def test_the_shipped_model_was_trained_on_the_labelled_rows_and_knows_them() -> None:
    rows = read_labelled()
    model = default_model()
    right = sum((model.score(fold(row.text)) >= model.threshold) == row.offends for row in rows)
    assert right / len(rows) > 0.95
    assert model.lanes == {Lane.MEMBER}
    assert model.excused_threshold >= model.threshold


def test_the_gate_holds_what_only_the_model_sees_and_says_where() -> None:
    text = "躺在家里就有人给你发钱，想了解的私我拉你进小群"
    verdict = Gate(default_pack(), default_model()).judge(text, Lane.MEMBER)
    assert verdict.blocked
    assert Gate(default_pack(), default_model()).judge(text, Lane.OUTGOING).score is None


def test_a_file_keeps_what_was_written_and_its_version_follows_its_bytes(tmp_path: Path) -> None:
    values = np.arange(1 << BUCKET_BITS).astype(np.int8)
    write(tmp_path / "a", HEADER, values)
    write(tmp_path / "b", HEADER, values)
    kept = read(tmp_path / "a")
    assert kept.header == HEADER
    assert (kept.values == values).all()
    assert kept.version == read(tmp_path / "b").version != read(MODEL_FILE).version


@pytest.mark.parametrize("content", [b"", b"{}", b"{}\n", b"[1]\nx", b"\xff\n", b'{"format":1}\n'])
def test_a_file_that_is_no_model_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.model"
    path.write_bytes(content)
    with pytest.raises(InvalidData) as refused:
        load_model(path)
    assert refused.value.fields["file"] == "broken.model"


def test_a_model_cut_short_or_missing_is_refused(tmp_path: Path) -> None:
    short = tmp_path / "short.model"
    short.write_bytes(MODEL_FILE.read_bytes()[:5_000])
    for path in (short, tmp_path / "none.model"):
        with pytest.raises(InvalidData):
            load_model(path)

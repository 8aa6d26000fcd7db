from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.archive.chain import GENESIS, Link, first_break, seal

AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def _chain(texts: list[str]) -> list[tuple[Link, str, str]]:
    records, previous = [], GENESIS
    for position, text in enumerate(texts, start=1):
        link = Link(position, "received", -100, position, 7, AT, text, {"n": position})
        records.append((link, previous, seal(link, previous)))
        previous = records[-1][2]
    return records


@given(texts=st.lists(st.text(), max_size=8))
def test_an_untouched_chain_holds(texts: list[str]) -> None:
    assert first_break(_chain(texts)) is None


@given(texts=st.lists(st.text(), min_size=1, max_size=8), data=st.data())
def test_any_altered_text_is_found_at_its_place(texts: list[str], data: st.DataObject) -> None:
    records = _chain(texts)
    place = data.draw(st.integers(0, len(records) - 1))
    link, previous, stored = records[place]
    records[place] = (replace(link, text=link.text + "x"), previous, stored)
    broken = first_break(records)
    assert broken is not None
    assert (broken.position, broken.problem) == (place + 1, "altered")


def test_a_record_taken_out_of_the_middle_is_missed() -> None:
    records = _chain(["a", "b", "c"])
    del records[1]
    broken = first_break(records)
    assert broken is not None
    assert (broken.position, broken.problem) == (2, "missing")


def test_a_record_rewritten_with_a_fresh_hash_breaks_the_next_one() -> None:
    records = _chain(["a", "b", "c"])
    link, previous, _ = records[1]
    forged = replace(link, text="forged")
    records[1] = (forged, previous, seal(forged, previous))
    broken = first_break(records)
    assert broken is not None
    assert (broken.position, broken.problem) == (3, "relinked")

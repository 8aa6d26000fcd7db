from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archive.chain import (
    GENESIS,
    Break,
    Link,
    first_break,
    hash_of_content,
    seal,
    tombstone,
)
from bot.archive.erasures import Erasures, digest_of, ranges_of

AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
Record = tuple[Link, str, str]
SCHEMES = st.lists(st.sampled_from([1, 2]), min_size=1, max_size=9).map(sorted)
"""A chain begins with what was sealed before, and goes on in the scheme of now."""


def _chain(schemes: list[int]) -> list[Record]:
    records: list[Record] = []
    previous = GENESIS
    for position, scheme in enumerate(schemes, start=1):
        link = Link(
            position, "received", -100, position, 7, AT, f"话{position}", {"n": position}, "talk"
        )
        if scheme == 2:
            link = replace(link, scheme=2, salt=f"salt{position}")
            link = replace(link, content_hash=hash_of_content(link))
        records.append((link, previous, seal(link, previous)))
        previous = records[-1][2]
    return records


def _erase(records: list[Record], places: list[int]) -> Erasures:
    """Erase by rule, as the purge does; return what the archive then records of it."""
    stones = [tombstone(records[place][0], records[place][2]) for place in places]
    for place in places:
        link, previous, stored = records[place]
        blank = replace(link, text="", details={}, author_id=None, salt=None, erased=True)
        records[place] = (blank, previous, stored)
    positions = ranges_of(stone.position for stone in stones)
    return Erasures([{"positions": positions, "digest": digest_of(stones)}] if places else [])


CHANGES = (
    {"text": "假的"},
    {"details": {"n": -1}},
    {"author_id": 8},
    {"at": AT + timedelta(seconds=1)},
    {"chat_id": -101},
    {"message_id": 99},
    {"kind": "sent"},
)


@given(schemes=SCHEMES, data=st.data())
def test_a_chain_holds_whatever_of_it_was_erased_by_rule(
    schemes: list[int], data: st.DataObject
) -> None:
    records = _chain(schemes)
    places = data.draw(st.lists(st.integers(0, len(records) - 1), unique=True).map(sorted))
    assert first_break(records, _erase(records, places)) is None


@given(schemes=SCHEMES, change=st.sampled_from(CHANGES), data=st.data())
def test_any_change_of_a_record_is_found_at_its_place_beside_erased_ones(
    schemes: list[int], change: dict[str, object], data: st.DataObject
) -> None:
    records = _chain(schemes)
    place = data.draw(st.integers(0, len(records) - 1))
    others = [n for n in range(len(records)) if n != place]
    erased = data.draw(st.lists(st.sampled_from(others), unique=True).map(sorted)) if others else []
    erasures = _erase(records, erased)
    link, previous, stored = records[place]
    records[place] = (replace(link, **change), previous, stored)
    assert first_break(records, erasures) == Break(place + 1, "altered")


@given(schemes=SCHEMES, data=st.data())
def test_what_stays_of_an_erased_record_cannot_be_changed_either(
    schemes: list[int], data: st.DataObject
) -> None:
    records = _chain(schemes)
    place = data.draw(st.integers(0, len(records) - 1))
    erasures = _erase(records, [place])
    link, previous, stored = records[place]
    change = data.draw(st.sampled_from([c for c in CHANGES if set(c) - {"details"}]))
    records[place] = (replace(link, **change), previous, stored)
    assert first_break(records, erasures) == Break(place + 1, "altered")


@given(schemes=SCHEMES, data=st.data())
def test_content_that_vanished_without_a_rule_is_found(
    schemes: list[int], data: st.DataObject
) -> None:
    records = _chain(schemes)
    place = data.draw(st.integers(0, len(records) - 1))
    _erase(records, [place])
    assert first_break(records) == Break(place + 1, "erased")


@given(schemes=SCHEMES, data=st.data())
def test_a_record_taken_out_is_missed_and_two_swapped_ones_are_found(
    schemes: list[int], data: st.DataObject
) -> None:
    records = _chain([*schemes, 2])
    place = data.draw(st.integers(0, len(records) - 2))
    shorter = records[:place] + records[place + 1 :]
    assert first_break(shorter) == Break(place + 1, "missing")
    records[place], records[place + 1] = records[place + 1], records[place]
    assert first_break(records) is not None


@given(schemes=SCHEMES, data=st.data())
def test_the_content_of_two_records_cannot_be_swapped(
    schemes: list[int], data: st.DataObject
) -> None:
    records = _chain([*schemes, 2])
    place = data.draw(st.integers(0, len(records) - 2))
    (one, *rest), (other, *more) = records[place], records[place + 1]
    records[place] = (replace(one, text=other.text, salt=other.salt), *rest)
    records[place + 1] = (replace(other, text=one.text, salt=one.salt), *more)
    assert first_break(records) == Break(place + 1, "altered")


@pytest.mark.parametrize("scheme", [1, 2])
def test_a_record_rewritten_with_a_fresh_hash_breaks_the_next_one(scheme: int) -> None:
    records = _chain([scheme] * 3)
    link, previous, _ = records[1]
    forged = replace(link, text="forged")
    if scheme == 2:
        forged = replace(forged, content_hash=hash_of_content(forged))
    records[1] = (forged, previous, seal(forged, previous))
    assert first_break(records) == Break(3, "relinked")


def test_a_short_text_cannot_be_guessed_from_what_stays_of_it() -> None:
    link = Link(1, "received", -1, 1, 7, AT, "好", {}, scheme=2, salt="kept until erased")
    assert hash_of_content(link) != hash_of_content(replace(link, salt=None))
